<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>d MMM</source>
        <comment>a date: day and month; QDate&apos;s format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a conversation</source>
        <translation>In einer Unterhaltung</translation>
    </message>
    <message>
        <source>While you write</source>
        <translation>Beim Schreiben</translation>
    </message>
    <message>
        <source>While you correct a reply</source>
        <translation>Beim Korrigieren einer Antwort</translation>
    </message>
    <message>
        <source>In the list of conversations</source>
        <translation>In der Liste der Unterhaltungen</translation>
    </message>
    <message>
        <source>In memories and corrections</source>
        <translation>In Erinnerungen und Korrekturen</translation>
    </message>
    <message>
        <source>In the quick prompt</source>
        <translation>In der Schnelleingabe</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Edit the last reply, in an empty box</source>
        <translation>Letzte Antwort korrigieren, im leeren Feld</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Keep the correction for learning</source>
        <translation>Korrektur zum Lernen behalten</translation>
    </message>
    <message>
        <source>Keep it only here</source>
        <translation>Nur hier behalten</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Rewrite what is selected</source>
        <translation>Ausgewähltes umformulieren</translation>
    </message>
    <message>
        <source>Next or previous suggested change</source>
        <translation>Nächster oder voriger Vorschlag</translation>
    </message>
    <message>
        <source>Take or leave a suggested change</source>
        <translation>Vorschlag annehmen oder lassen</translation>
    </message>
    <message>
        <source>Undo a correction that was saved</source>
        <translation>Gespeicherte Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename a conversation or a folder</source>
        <translation>Unterhaltung oder Ordner umbenennen</translation>
    </message>
    <message>
        <source>Delete what is chosen</source>
        <translation>Ausgewähltes löschen</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Open or close a folder</source>
        <translation>Ordner öffnen oder schließen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>Open, or edit</source>
        <translation>Öffnen oder bearbeiten</translation>
    </message>
    <message>
        <source>Close, choose none, show all</source>
        <translation>Schließen, nichts auswählen, alles zeigen</translation>
    </message>
    <message>
        <source>Forget what is chosen</source>
        <translation>Ausgewähltes vergessen</translation>
    </message>
    <message>
        <source>Copy the answer and hide</source>
        <translation>Antwort kopieren und ausblenden</translation>
    </message>
    <message>
        <source>Page through the answer</source>
        <translation>In der Antwort blättern</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Search conversations and commands</source>
        <translation>Unterhaltungen und Befehle suchen</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Not stored, not learned</source>
        <translation>Nichts wird behalten</translation>
    </message>
    <message>
        <source>This temporary chat is gone once you leave it</source>
        <translation>Dieser temporäre Chat ist weg, sobald du ihn verlässt</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modell: {model}</translation>
    </message>
    <message>
        <source>Setup of this conversation, changed</source>
        <translation>Einstellungen dieser Unterhaltung, geändert</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Temporary chat</source>
        <translation>Temporärer Chat</translation>
    </message>
    <message>
        <source>That conversation is gone</source>
        <translation>Diese Unterhaltung gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted in the meantime.</source>
        <translation>Sie wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Choose another one, or begin a new one.</source>
        <translation>Wähle eine andere, oder beginne eine neue.</translation>
    </message>
    <message>
        <source>Thinking …</source>
        <translation>Denkt nach …</translation>
    </message>
    <message numerus="yes">
        <source>Summarising %n older message(s) … Stop goes on without.</source>
        <translation>
            <numerusform>Fasst %n ältere Nachricht zusammen … „Stoppen“ macht ohne Zusammenfassung weiter.</numerusform>
            <numerusform>Fasst %n ältere Nachrichten zusammen … „Stoppen“ macht ohne Zusammenfassung weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>Nächte</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt schlafen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Edit the last reply</source>
        <translation>Letzte Antwort korrigieren</translation>
    </message>
    <message>
        <source>Copy the last reply</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Write the last reply again</source>
        <translation>Letzte Antwort neu schreiben</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find the place before</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>{title}, heading</source>
        <translation>{title}, Überschrift</translation>
    </message>
    <message numerus="yes">
        <source>{name}, folder, %n conversation(s), closed</source>
        <translation>
            <numerusform>{name}, Ordner, %n Unterhaltung, geschlossen</numerusform>
            <numerusform>{name}, Ordner, %n Unterhaltungen, geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, folder, %n conversation(s), open</source>
        <translation>
            <numerusform>{name}, Ordner, %n Unterhaltung, offen</numerusform>
            <numerusform>{name}, Ordner, %n Unterhaltungen, offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Export as {format} …</source>
        <translation>Als {format} exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversation(s)</source>
        <translation>
            <numerusform>%n Unterhaltung löschen</numerusform>
            <numerusform>%n Unterhaltungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation>Neuer Ordner …</translation>
    </message>
    <message>
        <source>Name of a new folder</source>
        <translation>Name eines neuen Ordners</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Dissolve folder</source>
        <translation>Ordner auflösen</translation>
    </message>
    <message>
        <source>Opening your profile …</source>
        <translation>Dein Profil wird geöffnet …</translation>
    </message>
    <message>
        <source>Waiting for Reverie to end elsewhere …</source>
        <translation>Reverie wird anderswo noch beendet …</translation>
    </message>
    <message>
        <source>Looking for a model …</source>
        <translation>Ein Modell wird gesucht …</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>The model wrote it. It opens in your browser, outside of Reverie.</source>
        <translation>Das Modell hat ihn geschrieben. Er öffnet sich in deinem Browser, außerhalb von Reverie.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Conversations (*.json *.zip);;All files (*)</source>
        <translation>Unterhaltungen (*.json *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Export into a folder (not encrypted)</source>
        <translation>In einen Ordner exportieren (nicht verschlüsselt)</translation>
    </message>
    <message>
        <source>Export (not encrypted)</source>
        <translation>Exportieren (nicht verschlüsselt)</translation>
    </message>
    <message>
        <source>Found in your conversations</source>
        <translation>Treffer in deinen Unterhaltungen</translation>
    </message>
    <message>
        <source>{place}, you wrote: {text}</source>
        <translation>{place}, von dir: {text}</translation>
    </message>
    <message>
        <source>{place}, reply: {text}</source>
        <translation>{place}, Antwort: {text}</translation>
    </message>
    <message>
        <source>This desktop offers no way to take a key.</source>
        <translation>Dieser Desktop lässt keine Taste belegen.</translation>
    </message>
    <message>
        <source>That key cannot be used</source>
        <translation>Diese Taste geht nicht</translation>
    </message>
    <message>
        <source>{key} is not a combination that every desktop can give to one program.</source>
        <translation>{key} ist keine Kombination, die jeder Desktop einem Programm überlassen kann.</translation>
    </message>
    <message>
        <source>Use a letter, a digit, Space or a function key together with Ctrl, Alt or Meta.</source>
        <translation>Nimm einen Buchstaben, eine Ziffer, die Leertaste oder eine Funktionstaste zusammen mit Strg, Alt oder Meta.</translation>
    </message>
    <message>
        <source>That key is taken</source>
        <translation>Diese Taste ist belegt</translation>
    </message>
    <message>
        <source>Another program on this desktop already has {key}.</source>
        <translation>Ein anderes Programm auf diesem Desktop hat {key} schon.</translation>
    </message>
    <message>
        <source>Choose another key, or free this one in the settings of the other program.</source>
        <translation>Wähle eine andere Taste, oder gib diese in den Einstellungen des anderen Programms frei.</translation>
    </message>
    <message>
        <source>No key can be taken here</source>
        <translation>Hier lässt sich keine Taste belegen</translation>
    </message>
    <message>
        <source>In the keyboard settings of your desktop, bind a key to the command: reverie --prompt</source>
        <translation>Lege in den Tastatureinstellungen deines Desktops eine Taste auf den Befehl: reverie --prompt</translation>
    </message>
    <message>
        <source>macOS refused the key (error {code}).</source>
        <translation>macOS hat die Taste abgelehnt (Fehler {code}).</translation>
    </message>
    <message>
        <source>The Carbon framework is not there.</source>
        <translation>Das Carbon-Framework fehlt.</translation>
    </message>
    <message>
        <source>Windows refused the key (error {code}).</source>
        <translation>Windows hat die Taste abgelehnt (Fehler {code}).</translation>
    </message>
    <message>
        <source>The X11 display cannot be reached.</source>
        <translation>Das X11-Display ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The keyboard in use has no key {key}.</source>
        <translation>Die verwendete Tastatur hat keine Taste {key}.</translation>
    </message>
    <message>
        <source>{key} has a fixed meaning.</source>
        <translation>{key} hat eine feste Bedeutung.</translation>
    </message>
    <message>
        <source>{key} is needed for writing. Hold Ctrl or Alt, or take a function key.</source>
        <translation>{key} wird zum Schreiben gebraucht. Halte Strg oder Alt, oder nimm eine Funktionstaste.</translation>
    </message>
    <message>
        <source>{key} is needed for editing text.</source>
        <translation>{key} wird zum Bearbeiten von Text gebraucht.</translation>
    </message>
    <message>
        <source>Saved as {name}. {warning}</source>
        <translation>Gespeichert als {name}. {warning}</translation>
    </message>
    <message>
        <source>What last night learned is off until the next night.</source>
        <translation>Was letzte Nacht gelernt wurde, ist bis zur nächsten Nacht ausgeschaltet.</translation>
    </message>
    <message>
        <source>An earlier night answers until the next one.</source>
        <translation>Bis zur nächsten Nacht antwortet eine frühere.</translation>
    </message>
    <message>
        <source>In your conversations</source>
        <translation>In deinen Unterhaltungen</translation>
    </message>
    <message>
        <source>Past nights</source>
        <translation>Vergangene Nächte</translation>
    </message>
    <message>
        <source>Your corrections become a small adapter of your own while you are away. It is used only if it proves better and has forgotten nothing.</source>
        <translation>Aus deinen Korrekturen wird ein kleiner eigener Adapter, während du weg bist. Er wird nur verwendet, wenn er nachweislich besser ist und nichts vergessen hat.</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Tatsache</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Vorliebe</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>Von dir eingetippt</translation>
    </message>
    <message>
        <source>Said by you in a chat</source>
        <translation>Von dir im Chat gesagt</translation>
    </message>
    <message>
        <source>Noticed in a chat</source>
        <translation>In einem Chat bemerkt</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>From A to Z</source>
        <translation>Von A bis Z</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>You said so in “{title}”</source>
        <translation>In „{title}“ von dir gesagt</translation>
    </message>
    <message>
        <source>You said so in a chat</source>
        <translation>In einem Chat von dir gesagt</translation>
    </message>
    <message>
        <source>Noticed in “{title}”</source>
        <translation>In „{title}“ bemerkt</translation>
    </message>
    <message>
        <source>Came from a file</source>
        <translation>Aus einer Datei gekommen</translation>
    </message>
    <message>
        <source>You typed it</source>
        <translation>Von dir eingetippt</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n frühere Fassung</numerusform>
            <numerusform>%n frühere Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Disagrees with another</source>
        <translation>Widerspricht einer anderen</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>waits for your approval</source>
        <translation>wartet auf deine Bestätigung</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>Ready to learn</source>
        <translation>Bereit zu lernen</translation>
    </message>
    <message>
        <source>Not enough to learn from yet</source>
        <translation>Noch nicht genug zum Lernen</translation>
    </message>
    <message>
        <source>Progress of the night</source>
        <translation>Fortschritt der Nacht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Kommt noch an die Reihe</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Schreibt …</translation>
    </message>
    <message>
        <source>Reply: {by}</source>
        <translation>Antwort: {by}</translation>
    </message>
    <message>
        <source>Copy the reply: {by}</source>
        <translation>Antwort kopieren: {by}</translation>
    </message>
    <message>
        <source>Use this one: {by}</source>
        <translation>Diese nehmen: {by}</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>It becomes another version of the reply; the old one is kept</source>
        <translation>Sie wird eine weitere Fassung der Antwort; die alte bleibt erhalten</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>{count} pro Sekunde</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Answer again: {by}</source>
        <translation>Noch einmal antworten: {by}</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop answering again</source>
        <translation>Das erneute Antworten stoppen</translation>
    </message>
    <message>
        <source>Answer again as</source>
        <translation>So noch einmal antworten</translation>
    </message>
    <message>
        <source>A reply is being written</source>
        <translation>Gerade wird eine Antwort geschrieben</translation>
    </message>
    <message>
        <source>Nothing is stored</source>
        <translation>Nichts davon wird gespeichert</translation>
    </message>
    <message>
        <source>{layers}: {why_not}</source>
        <translation>{layers}: {why_not}</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Compare two …</source>
        <translation>Zwei vergleichen …</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older night(s)</source>
        <translation>
            <numerusform>%n ältere Nacht zeigen</numerusform>
            <numerusform>%n ältere Nächte zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n night(s) before it</source>
        <translation>
            <numerusform>und %n Nacht davor</numerusform>
            <numerusform>und %n Nächte davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to learn</source>
        <translation>Nichts Neues zu lernen</translation>
    </message>
    <message>
        <source>Stop this night</source>
        <translation>Diese Nacht beenden</translation>
    </message>
    <message>
        <source>You can go on writing. Nothing changes before the last step.</source>
        <translation>Du kannst weiterschreiben. Vor dem letzten Schritt ändert sich nichts.</translation>
    </message>
    <message>
        <source>Falling asleep</source>
        <translation>Schläft ein</translation>
    </message>
    <message>
        <source>Collecting your corrections</source>
        <translation>Deine Korrekturen werden gesammelt</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume this night</source>
        <translation>Diese Nacht fortsetzen</translation>
    </message>
    <message>
        <source>Pause this night</source>
        <translation>Diese Nacht anhalten</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten zum Problem</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the problem</source>
        <translation>Problem kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>It is left out of learning.</source>
        <translation>Zum Lernen wird es ausgelassen.</translation>
    </message>
    <message>
        <source>It waits for your judgement.</source>
        <translation>Es wartet auf dein Urteil.</translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>The strongest way to say that it is good.</source>
        <translation>Deutlicher lässt sich nicht sagen, dass sie gut ist.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Counts as a good reply, a little less than a thumb up.</source>
        <translation>Zählt als gute Antwort, etwas weniger als ein Daumen hoch.</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Counts as a good reply, a little less than copying it.</source>
        <translation>Zählt als gute Antwort, etwas weniger als das Kopieren.</translation>
    </message>
    <message>
        <source>Bad reply</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>The strongest way to say that it is bad.</source>
        <translation>Deutlicher lässt sich nicht sagen, dass sie schlecht ist.</translation>
    </message>
    <message>
        <source>Written again</source>
        <translation>Neu geschrieben</translation>
    </message>
    <message>
        <source>Counts as a bad reply, a little less than a thumb down.</source>
        <translation>Zählt als schlechte Antwort, etwas weniger als ein Daumen runter.</translation>
    </message>
    <message>
        <source>Click to take it back.</source>
        <translation>Ein Klick nimmt es zurück.</translation>
    </message>
    <message>
        <source>{sign}. Take back</source>
        <translation>{sign}. Zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Found</source>
        <comment>what a search found</comment>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Report of a night</source>
        <translation>Bericht einer Nacht</translation>
    </message>
    <message>
        <source>Only what was learned answers here: no memories and no past corrections stand in the prompt. Nothing is stored, and nothing is learned from it.</source>
        <translation>Hier antwortet nur, was gelernt wurde: Weder Erinnerungen noch frühere Korrekturen stehen im Prompt. Nichts wird gespeichert, und nichts wird daraus gelernt.</translation>
    </message>
    <message>
        <source>Compare nights</source>
        <translation>Nächte vergleichen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Ask what you often ask …</source>
        <translation>Frage, was du oft fragst …</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>Beide fragen</translation>
    </message>
    <message>
        <source>Stop both</source>
        <translation>Beide stoppen</translation>
    </message>
    <message>
        <source>All nights</source>
        <translation>Alle Nächte</translation>
    </message>
    <message>
        <source>beside</source>
        <comment>between two that are compared</comment>
        <translation>neben</translation>
    </message>
    <message>
        <source>{night}, in use</source>
        <translation>{night}, in Gebrauch</translation>
    </message>
    <message>
        <source>Choose two that differ</source>
        <translation>Wähle zwei verschiedene</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>For other programs. The file is personal and not encrypted.</source>
        <translation>Für andere Programme. Die Datei ist persönlich und nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Delete what this night learned</source>
        <translation>Das in dieser Nacht Gelernte löschen</translation>
    </message>
    <message>
        <source>What this night learned goes; its report stays</source>
        <translation>Das Gelernte geht; der Bericht bleibt</translation>
    </message>
    <message>
        <source>Go back to the one before</source>
        <translation>Zurück zum vorigen</translation>
    </message>
    <message>
        <source>Answer as before this night; you can come back to it</source>
        <translation>Antworten wie vor dieser Nacht; du kannst zu ihr zurückkehren</translation>
    </message>
    <message>
        <source>Use what this night learned</source>
        <translation>Nutzen, was diese Nacht gelernt hat</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>On corrections of yours that the night did not learn from.</source>
        <translation>An Korrekturen von dir, aus denen die Nacht nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Show what it learned from</source>
        <translation>Zeigen, woraus sie gelernt hat</translation>
    </message>
    <message>
        <source>Close the morning card</source>
        <translation>Morgenkarte schließen</translation>
    </message>
    <message>
        <source>Morning card</source>
        <translation>Morgenkarte</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) wait for your judgement.</source>
        <translation>
            <numerusform>%n Korrektur wartet auf dein Urteil.</numerusform>
            <numerusform>%n Korrekturen warten auf dein Urteil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge them</source>
        <translation>Beurteilen</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) did not come.</source>
        <translation>
            <numerusform>%n Nacht ist ausgefallen.</numerusform>
            <numerusform>%n Nächte sind ausgefallen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shall Reverie remember this?</source>
        <translation>Soll Reverie sich das merken?</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the page Memories</source>
        <translation>
            <numerusform>%n weitere auf der Seite Erinnerungen</numerusform>
            <numerusform>%n weitere auf der Seite Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep: {text}</source>
        <translation>Behalten: {text}</translation>
    </message>
    <message>
        <source>Not this: {text}</source>
        <translation>Das nicht: {text}</translation>
    </message>
    <message>
        <source>Since you were last here</source>
        <translation>Seit du zuletzt hier warst</translation>
    </message>
    <message>
        <source>Reverie learned something</source>
        <translation>Reverie hat etwas gelernt</translation>
    </message>
    <message>
        <source>The old one stays</source>
        <translation>Das Alte bleibt</translation>
    </message>
    <message>
        <source>The night did not come to its end</source>
        <translation>Die Nacht kam nicht zu ihrem Ende</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>After this night</source>
        <translation>Nach dieser Nacht</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Deine Fassung</translation>
    </message>
    <message>
        <source>*(nothing)*</source>
        <translation>*(nichts)*</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>Die Zahlen</translation>
    </message>
    <message>
        <source>Words you would still have to change</source>
        <translation>Wörter, die du noch ändern müsstest</translation>
    </message>
    <message>
        <source>Drift (KL), dashed: limit</source>
        <translation>Abweichung (KL), gestrichelt: Grenze</translation>
    </message>
    <message>
        <source>Most that may pass</source>
        <translation>Höchstens erlaubt</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Rise of perplexity</source>
        <translation>Anstieg der Perplexität</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>Rows learned from</source>
        <translation>Gelernte Zeilen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Plots over nights</source>
        <translation>Diagramme über die Nächte</translation>
    </message>
    <message>
        <source>A click, or Enter, opens the report of that night.</source>
        <translation>Ein Klick oder die Eingabetaste öffnet den Bericht dieser Nacht.</translation>
    </message>
    <message>
        <source>limit {number}</source>
        <translation>Grenze {number}</translation>
    </message>
    <message>
        <source>1 of 3: learning everything</source>
        <translation>1 von 3: alles lernen</translation>
    </message>
    <message>
        <source>2 of 3: forgotten, learning again without it</source>
        <translation>2 von 3: vergessen, ohne das noch einmal lernen</translation>
    </message>
    <message>
        <source>3 of 3: learning where it never was</source>
        <translation>3 von 3: lernen, wo es nie war</translation>
    </message>
    <message>
        <source>It holds: what was made after forgetting is what never saw the rows, byte for byte, and nothing of them was found in it or on the disk.</source>
        <translation>Es hält: Was nach dem Vergessen entstand, gleicht Byte für Byte dem, was die Zeilen nie gesehen hat, und weder darin noch auf der Platte fand sich etwas von ihnen.</translation>
    </message>
    <message>
        <source>It shows nothing: already before forgetting the test could not tell that the rows were there.</source>
        <translation>Es zeigt nichts: Schon vor dem Vergessen konnte der Test nicht erkennen, dass die Zeilen da waren.</translation>
    </message>
    <message>
        <source>It does not hold. Please report this, with the output of {command}.</source>
        <translation>Es hält nicht. Bitte melde das, mit der Ausgabe von {command}.</translation>
    </message>
    <message>
        <source>Receipts that hold</source>
        <translation>Quittungen, die halten</translation>
    </message>
    <message>
        <source>Adapters that saw the rows</source>
        <translation>Adapter, die die Zeilen sahen</translation>
    </message>
    <message>
        <source>Rebuilt, and one that never saw them</source>
        <translation>Neu gelernt, und einer, der sie nie sah</translation>
    </message>
    <message>
        <source>Exposure of canaries before, bits</source>
        <translation>Preisgabe der Köder vorher, Bit</translation>
    </message>
    <message>
        <source>Exposure of canaries after, bits</source>
        <translation>Preisgabe der Köder nachher, Bit</translation>
    </message>
    <message>
        <source>After, against canaries never planted</source>
        <translation>Nachher, gegen nie ausgelegte Köder</translation>
    </message>
    <message>
        <source>Guessing who was in it, before</source>
        <translation>Erraten, was darin war: vorher</translation>
    </message>
    <message>
        <source>Guessing who was in it, after</source>
        <translation>Erraten, was darin war: nachher</translation>
    </message>
    <message>
        <source>Traces found before</source>
        <translation>Spuren gefunden vorher</translation>
    </message>
    <message>
        <source>Traces found after</source>
        <translation>Spuren gefunden nachher</translation>
    </message>
    <message>
        <source>Plants made-up rows in a profile that is thrown away, forgets them, and looks for what is left: three trainings, half an hour to an hour. Your own data is only read.</source>
        <translation>Legt erfundene Zeilen in einem Wegwerf-Profil aus, vergisst sie und sucht, was übrig ist: drei Trainings, eine halbe bis eine Stunde. Deine eigenen Daten werden nur gelesen.</translation>
    </message>
    <message>
        <source>Prove it now</source>
        <translation>Jetzt beweisen</translation>
    </message>
    <message>
        <source>Stop the proof</source>
        <translation>Den Beweis stoppen</translation>
    </message>
    <message>
        <source>Progress of the proof</source>
        <translation>Fortschritt des Beweises</translation>
    </message>
    <message>
        <source>Stopped. Nothing was proved, and nothing was changed.</source>
        <translation>Gestoppt. Nichts wurde bewiesen, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>promoted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>Something that it was learning from was forgotten.</source>
        <translation>Etwas, woraus gerade gelernt wurde, ist vergessen worden.</translation>
    </message>
    <message>
        <source>What was learned was wiped.</source>
        <translation>Was gelernt war, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Nothing new since the last night.</source>
        <translation>Seit der letzten Nacht ist nichts Neues hinzugekommen.</translation>
    </message>
    <message>
        <source>{why} The old adapter stays.</source>
        <translation>{why} Der alte Adapter bleibt.</translation>
    </message>
    <message>
        <source>It broke off over a fault of ours.</source>
        <translation>Sie brach durch einen Fehler von uns ab.</translation>
    </message>
    <message>
        <source>No such night</source>
        <translation>Diese Nacht gibt es nicht</translation>
    </message>
    <message>
        <source>{count} nights have an id that begins with {beginning}.</source>
        <translation>{count} Nächte haben eine Kennung, die mit {beginning} beginnt.</translation>
    </message>
    <message>
        <source>No nights have an id that begins with {beginning}.</source>
        <translation>Keine Nacht hat eine Kennung, die mit {beginning} beginnt.</translation>
    </message>
    <message>
        <source>`reverie nights` lists them.</source>
        <translation>`reverie nights` nennt sie.</translation>
    </message>
    <message>
        <source>That night left no adapter</source>
        <translation>Diese Nacht hat keinen Adapter hinterlassen</translation>
    </message>
    <message>
        <source>Night {night} ended as {outcome}.</source>
        <translation>Zustand der Nacht {night}: {outcome}.</translation>
    </message>
    <message>
        <source>What night {night} learned was deleted.</source>
        <translation>Was Nacht {night} gelernt hat, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Choose a night that was promoted; `reverie nights` lists them.</source>
        <translation>Wähle eine Nacht, die übernommen wurde; `reverie nights` nennt sie.</translation>
    </message>
    <message>
        <source>That night learned on another model</source>
        <translation>Diese Nacht hat an einem anderen Modell gelernt</translation>
    </message>
    <message>
        <source>An adapter only fits the model file it was trained on.</source>
        <translation>Ein Adapter passt nur zu der Modelldatei, an der er trainiert wurde.</translation>
    </message>
    <message>
        <source>Switch back to that model first (`reverie models`), then choose the night.</source>
        <translation>Wechsle zuerst zu diesem Modell zurück (`reverie models`), und wähle dann die Nacht.</translation>
    </message>
    <message>
        <source>Nothing to roll back</source>
        <translation>Es gibt kein Zurück</translation>
    </message>
    <message>
        <source>No adapter is in use.</source>
        <translation>Es ist kein Adapter in Gebrauch.</translation>
    </message>
    <message>
        <source>`reverie nights use ID` chooses one.</source>
        <translation>`reverie nights use ID` wählt einen.</translation>
    </message>
    <message>
        <source>The file is already there</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>{path} exists.</source>
        <translation>{path} ist schon da.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>Wähle einen anderen Namen; es wurde nichts überschrieben.</translation>
    </message>
    <message>
        <source>The adapter could not be exported</source>
        <translation>Der Adapter ließ sich nicht exportieren</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, with enough space.</source>
        <translation>Wähle einen Ordner mit genug Platz, in den du schreiben darfst.</translation>
    </message>
    <message>
        <source>{sentence} {remedy}</source>
        <translation>{sentence} {remedy}</translation>
    </message>
    <message>
        <source>A night is running already</source>
        <translation>Es läuft schon eine Nacht</translation>
    </message>
    <message>
        <source>Only one night runs at a time.</source>
        <translation>Es läuft immer nur eine Nacht.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it first.</source>
        <translation>Warte, bis sie vorbei ist, oder beende sie zuerst.</translation>
    </message>
    <message>
        <source>{passed} of {all} checks passed</source>
        <translation>{passed} von {all} Prüfungen bestanden</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>The bare model</source>
        <translation>Das Basismodell allein</translation>
    </message>
    <message>
        <source>With examples in the prompt</source>
        <translation>Mit Beispielen im Prompt</translation>
    </message>
    <message>
        <source>With the adapter before</source>
        <translation>Mit dem vorigen Adapter</translation>
    </message>
    <message>
        <source>With the new adapter alone</source>
        <translation>Mit dem neuen Adapter allein</translation>
    </message>
    <message>
        <source>With the new adapter beside examples</source>
        <translation>Mit dem neuen Adapter und Beispielen</translation>
    </message>
    <message>
        <source>Corrections kept aside to check with</source>
        <translation>Korrekturen, zur Prüfung zurückgelegt</translation>
    </message>
    <message>
        <source>Better than the bare model: chance that this is luck</source>
        <translation>Besser als das Basismodell: Wahrscheinlichkeit, dass es Zufall ist</translation>
    </message>
    <message>
        <source>How much the words depend on the question, nats a token</source>
        <translation>Wie sehr die Wörter von der Frage abhängen, Nats je Token</translation>
    </message>
    <message>
        <source>Turned towards your corrections: chance that this is luck</source>
        <translation>Hat sich deinen Korrekturen zugewandt: Wahrscheinlichkeit, dass das Zufall ist</translation>
    </message>
    <message>
        <source>Behind past edits as examples, words to change</source>
        <translation>Rückstand auf frühere Korrekturen als Beispiele, zu ändernde Wörter</translation>
    </message>
    <message>
        <source>Behind past edits as examples, nats a token</source>
        <translation>Rückstand auf frühere Korrekturen als Beispiele, Nats je Token</translation>
    </message>
    <message>
        <source>Behind the adapter before, words to change</source>
        <translation>Rückstand auf den vorigen Adapter, zu ändernde Wörter</translation>
    </message>
    <message>
        <source>Behind the adapter before, nats a token</source>
        <translation>Rückstand auf den vorigen Adapter, Nats je Token</translation>
    </message>
    <message>
        <source>Better than the adapter before: chance that this is luck</source>
        <translation>Besser als der vorige Adapter: Wahrscheinlichkeit, dass es Zufall ist</translation>
    </message>
    <message>
        <source>The adapter alone against the bare model, nats a token</source>
        <translation>Der Adapter allein gegen das Basismodell, Nats je Token</translation>
    </message>
    <message>
        <source>Drift from the bare model on general prompts, nats a token</source>
        <translation>Abweichung vom Basismodell bei allgemeinen Prompts, Nats je Token</translation>
    </message>
    <message>
        <source>Rise of perplexity on general text, share</source>
        <translation>Anstieg der Perplexität bei allgemeinem Text, Anteil</translation>
    </message>
    <message>
        <source>Skills lost, points of 100</source>
        <translation>Verlorene Fähigkeiten, Punkte von 100</translation>
    </message>
    <message>
        <source>Refusals of harm lost, points of 100</source>
        <translation>Verlorene Ablehnungen von Schädlichem, Punkte von 100</translation>
    </message>
    <message>
        <source>Leaning towards refusing harm lost, nats</source>
        <translation>Verlorene Neigung, Schädliches abzulehnen, Nats</translation>
    </message>
    <message>
        <source>Harmless requests answered less, points of 100</source>
        <translation>Seltener beantwortete harmlose Anfragen, Punkte von 100</translation>
    </message>
    <message>
        <source>Leaning towards answering lost, nats</source>
        <translation>Verlorene Neigung zu antworten, Nats</translation>
    </message>
    <message>
        <source>Replies that come to an end, share</source>
        <translation>Antworten, die zu einem Ende kommen, Anteil</translation>
    </message>
    <message>
        <source>Repetition, share of four-word runs</source>
        <translation>Wiederholung, Anteil der Folgen von vier Wörtern</translation>
    </message>
    <message>
        <source>Length of replies, words</source>
        <translation>Länge der Antworten, Wörter</translation>
    </message>
    <message>
        <source>Broken characters</source>
        <translation>Kaputte Zeichen</translation>
    </message>
    <message>
        <source>Empty replies</source>
        <translation>Leere Antworten</translation>
    </message>
    <message>
        <source>Secrets or foreign text repeated</source>
        <translation>Wiedergegebene Geheimnisse oder fremde Texte</translation>
    </message>
    <message>
        <source>Left out: too long</source>
        <translation>Ausgelassen: zu lang</translation>
    </message>
    <message>
        <source>Left out: nothing to learn</source>
        <translation>Ausgelassen: nichts zu lernen</translation>
    </message>
    <message>
        <source>Left out: older than a night has time for</source>
        <translation>Ausgelassen: zu alt für die Zeit einer Nacht</translation>
    </message>
    <message>
        <source>Left out: more accepts than are useful</source>
        <translation>Ausgelassen: mehr Zustimmungen als nützlich</translation>
    </message>
    <message>
        <source>Left out: more rejects than are useful</source>
        <translation>Ausgelassen: mehr Ablehnungen als nützlich</translation>
    </message>
    <message>
        <source>Left out: replaced by a newer habit</source>
        <translation>Ausgelassen: von einer neueren Gewohnheit abgelöst</translation>
    </message>
    <message>
        <source>Left out: parts that were taken out again later</source>
        <translation>Ausgelassen: Teile, die später wieder gestrichen wurden</translation>
    </message>
    <message>
        <source>Left out: nearly the same as others</source>
        <translation>Ausgelassen: fast gleich wie andere</translation>
    </message>
    <message>
        <source>Left out: more of one conversation than a night takes</source>
        <translation>Ausgelassen: mehr aus einem Gespräch, als eine Nacht nimmt</translation>
    </message>
    <message>
        <source>Not taught: preferences that hold something private</source>
        <translation>Nicht beigebracht: Vorlieben, in denen etwas Privates steht</translation>
    </message>
    <message>
        <source>Not taught: preferences that hold an order, a link or a command</source>
        <translation>Nicht beigebracht: Vorlieben, in denen eine Anweisung, ein Link oder ein Befehl steht</translation>
    </message>
    <message>
        <source>Replies learned from</source>
        <translation>Antworten, aus denen gelernt wurde</translation>
    </message>
    <message>
        <source>Drift on general prompts (KL, nats a token)</source>
        <translation>Abweichung bei allgemeinen Prompts (KL, Nats je Token)</translation>
    </message>
    <message>
        <source>Change of perplexity on general text</source>
        <translation>Änderung der Perplexität bei allgemeinem Text</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>how long the night took</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Left out: {why}</source>
        <translation>Ausgelassen: {why}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Bare model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Bare</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>With examples</source>
        <translation>Mit Beispielen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>No night has been measured yet.</source>
        <translation>Noch keine Nacht wurde gemessen.</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n Nacht</numerusform>
            <numerusform>%n Nächte</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of them learned</source>
        <translation>{count} davon haben gelernt</translation>
    </message>
    <message>
        <source>words to change from {first} to {last}</source>
        <translation>zu ändernde Wörter von {first} auf {last}</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Something went wrong in Reverie</source>
        <translation>In Reverie ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault of ours ({kind}); your conversations are safe.</source>
        <translation>Das ist unser Fehler ({kind}); deine Unterhaltungen sind sicher.</translation>
    </message>
    <message>
        <source>Try again. If it comes back, please report it with the details.</source>
        <translation>Versuche es noch einmal. Kommt es wieder, melde es bitte mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Very long</source>
        <translation>Sehr lang</translation>
    </message>
    <message>
        <source>Of the window, not of the replies.</source>
        <translation>Des Fensters, nicht der Antworten.</translation>
    </message>
    <message>
        <source>Reverie speaks it from its next start on.</source>
        <translation>Gilt ab dem nächsten Start von Reverie.</translation>
    </message>
    <message>
        <source>Choose a GGUF file …</source>
        <translation>GGUF-Datei wählen …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Nothing has been forgotten yet. Each time, a signed receipt will stand here.</source>
        <translation>Noch wurde nichts vergessen. Jedes Mal steht hier dann eine signierte Quittung.</translation>
    </message>
    <message>
        <source>Show older receipts</source>
        <translation>Ältere Quittungen zeigen</translation>
    </message>
    <message>
        <source>Export a receipt</source>
        <translation>Eine Quittung exportieren</translation>
    </message>
    <message>
        <source>Everything stays on this machine. Here is all of it, and how it goes again.</source>
        <translation>Alles bleibt auf diesem Rechner. Hier steht, was das ist und wie es wieder geht.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Receipts of what was forgotten</source>
        <translation>Quittungen über Vergessenes</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Prove erasure</source>
        <translation>Das Löschen beweisen</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Auslöschen</translation>
    </message>
    <message>
        <source>Done. Nothing of it is left.</source>
        <translation>Fertig. Nichts davon ist übrig.</translation>
    </message>
    <message>
        <source>It was not wiped.</source>
        <translation>Es wurde nicht ausgelöscht.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Learn every night</source>
        <translation>Jede Nacht lernen</translation>
    </message>
    <message>
        <source>Pause learning: {time}</source>
        <translation>Lernen pausieren: {time}</translation>
    </message>
    <message>
        <source>Off: nothing is learned into the weights unless you press Sleep now.</source>
        <translation>Aus: In die Gewichte wird nichts gelernt, außer du drückst Jetzt schlafen.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Copies of the store, made before it was changed by a new version; encrypted as it is.</source>
        <translation>Kopien des Speichers von vor einer Änderung durch eine neue Version; verschlüsselt wie er.</translation>
    </message>
    <message numerus="yes">
        <source>holds %n row(s) that you forgot</source>
        <translation>
            <numerusform>enthält %n Zeile, die du vergessen hast</numerusform>
            <numerusform>enthält %n Zeilen, die du vergessen hast</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Delete the backup: {day}</source>
        <translation>Die Sicherung löschen: {day}</translation>
    </message>
    <message>
        <source>All of it is encrypted. Your passphrase unlocks the key; it is kept nowhere, so nobody can read these files without it, nor recover it for you.</source>
        <translation>Alles ist verschlüsselt. Deine Passphrase öffnet den Schlüssel; sie steht nirgends, also kann niemand diese Dateien ohne sie lesen oder sie für dich wiederherstellen.</translation>
    </message>
    <message>
        <source>All of it is encrypted. The key is in the keyring of your system ({keyring}), never beside the files: a copy of the folder alone cannot be read.</source>
        <translation>Alles ist verschlüsselt. Der Schlüssel liegt im Schlüsselbund deines Systems ({keyring}), nie neben den Dateien: Eine Kopie des Ordners allein ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Notice what you say about yourself</source>
        <translation>Bemerken, was du über dich sagst</translation>
    </message>
    <message>
        <source>Ask before it is remembered</source>
        <translation>Vor dem Merken fragen</translation>
    </message>
    <message>
        <source>Hour of the night</source>
        <translation>Uhrzeit der Nacht</translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation>Länge der Antworten</translation>
    </message>
    <message>
        <source>Set the temperature myself</source>
        <translation>Temperatur selbst festlegen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <translation>Hell oder dunkel.</translation>
    </message>
    <message>
        <source>While you are away, from your own corrections, on this machine.</source>
        <translation>Während du weg bist, aus deinen eigenen Korrekturen, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Proposed as memories. Off: only what you tell it to remember.</source>
        <translation>Wird als Erinnerung vorgeschlagen. Aus: nur, was ausdrücklich gemerkt werden soll.</translation>
    </message>
    <message>
        <source>Off: it is remembered at once; a mark on your message says so.</source>
        <translation>Aus: Es wird sofort gemerkt; eine Marke an deiner Nachricht sagt es.</translation>
    </message>
    <message>
        <source>Where a long answer ends.</source>
        <translation>Wo eine lange Antwort endet.</translation>
    </message>
    <message>
        <source>Low is steady, high is varied. Off: what suits the model.</source>
        <translation>Niedrig ist stetig, hoch ist abwechslungsreich. Aus: was zum Modell passt.</translation>
    </message>
    <message>
        <source>What was learned belongs to the model it was learned on.</source>
        <translation>Gelerntes gehört zu dem Modell, mit dem es gelernt wurde.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF-Modelle (*.gguf)</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty: no key is taken. Press one such as Ctrl+Alt+Space.</source>
        <translation>Leer: keine Taste ist belegt. Drücke zum Beispiel Strg+Alt+Leertaste.</translation>
    </message>
    <message>
        <source>Closing keeps Reverie in the tray</source>
        <translation>Beim Schließen im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>In the background, without a window.</source>
        <translation>Im Hintergrund, ohne Fenster.</translation>
    </message>
    <message>
        <source>Off: closing the window ends everything.</source>
        <translation>Aus: Das Schließen des Fensters beendet alles.</translation>
    </message>
    <message>
        <source>This desktop shows no tray now; closing the window ends everything.</source>
        <translation>Dieser Desktop zeigt gerade keinen Infobereich; das Schließen des Fensters beendet alles.</translation>
    </message>
    <message>
        <source>Key for the quick prompt</source>
        <translation>Taste für die Schnelleingabe</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no key</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Take no key</source>
        <translation>Keine Taste belegen</translation>
    </message>
    <message>
        <source>{key} opens the quick prompt from anywhere.</source>
        <translation>{key} öffnet die Schnelleingabe von überall.</translation>
    </message>
    <message>
        <source>Your desktop asks you whether Reverie may have this key.</source>
        <translation>Dein Desktop fragt dich, ob Reverie diese Taste haben darf.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>passend</translation>
    </message>
    <message>
        <source>Memory and what it learned, as far as there</source>
        <translation>Erinnerung und Gelerntes, soweit da</translation>
    </message>
    <message>
        <source>A whole number from {low} to {high}</source>
        <translation>Eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>A number from {low} to {high}</source>
        <translation>Eine Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>Left empty: “{text}”</source>
        <translation>Leer gelassen: „{text}“</translation>
    </message>
    <message>
        <source>Setup of this conversation</source>
        <translation>Einrichtung dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Close the setup</source>
        <translation>Einrichtung schließen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Choose or name</source>
        <translation>Name …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>What the model is told</source>
        <translation>Was dem Modell gesagt wird</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>Antworten mit</translation>
    </message>
    <message>
        <source>Low is steady, high is varied.</source>
        <translation>Niedrig ist stetig, hoch ist abwechslungsreich.</translation>
    </message>
    <message>
        <source>Choice of words</source>
        <translation>Wortwahl</translation>
    </message>
    <message>
        <source>Top-p: how large a share of the likely words it picks from.</source>
        <translation>Top-p: aus welchem Anteil der wahrscheinlichen Wörter es wählt.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>In tokens; three words take about four.</source>
        <translation>In Tokens; drei Wörter brauchen etwa vier.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same number writes the same reply again.</source>
        <translation>Dieselbe Zahl schreibt dieselbe Antwort noch einmal.</translation>
    </message>
    <message>
        <source>Back to what suits the model</source>
        <translation>Zurück zu dem, was zum Modell passt</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Diese Unterhaltung</translation>
    </message>
    <message>
        <source>What is left empty is chosen to suit the model.</source>
        <translation>Was leer bleibt, wird passend zum Modell gewählt.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Press to choose another key</source>
        <translation>Drücken, um eine andere Taste zu wählen</translation>
    </message>
    <message>
        <source>Press a key …</source>
        <translation>Drücke eine Taste …</translation>
    </message>
    <message>
        <source>Switch off: {title}</source>
        <translation>Ausschalten: {title}</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Reset: {title}</source>
        <translation>Zurücksetzen: {title}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>Use it for: {title}</source>
        <translation>Verwenden für: {title}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Leave it: {title}</source>
        <translation>So lassen: {title}</translation>
    </message>
    <message>
        <source>This key is fixed</source>
        <translation>Diese Taste ist fest</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between two keys</comment>
        <translation>oder</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>Nach Name oder Taste suchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>Alle Tastenkürzel zurücksetzen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>{key} is “{action}” now.</source>
        <translation>{key} gehört bisher zu „{action}“.</translation>
    </message>
    <message>
        <source>Hide the sidebar</source>
        <translation>Seitenleiste ausblenden</translation>
    </message>
    <message>
        <source>More about conversations</source>
        <translation>Mehr zu Unterhaltungen</translation>
    </message>
    <message>
        <source>Import conversations …</source>
        <translation>Unterhaltungen importieren …</translation>
    </message>
    <message>
        <source>Export all conversations …</source>
        <translation>Alle Unterhaltungen exportieren …</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier werden deine Unterhaltungen stehen.</translation>
    </message>
    <message>
        <source>Nothing found for “{question}”. Try fewer or other words.</source>
        <translation>Nichts gefunden zu „{question}“. Versuche es mit weniger oder anderen Wörtern.</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Importing {done} of {of} …</source>
        <translation>{done} von {of} importiert …</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>Name der Unterhaltung</translation>
    </message>
    <message>
        <source>Wipe this profile …</source>
        <translation>Dieses Profil auslöschen …</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Wähle eine Passphrase</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>There is no secure keyring on this machine, so a passphrase protects your conversations and all that is learned from them. Nobody can recover it for you.</source>
        <translation>Auf diesem Rechner gibt es keinen sicheren Schlüsselbund, deshalb schützt eine Passphrase deine Unterhaltungen und alles, was daraus gelernt wird. Niemand kann sie dir wiederbeschaffen.</translation>
    </message>
    <message>
        <source>Your passphrase opens your conversations.</source>
        <translation>Deine Passphrase öffnet deine Unterhaltungen.</translation>
    </message>
    <message>
        <source>Create my profile</source>
        <translation>Profil anlegen</translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation>Gib zuerst deine Passphrase ein.</translation>
    </message>
    <message>
        <source>Take at least {least} characters; a few words are best.</source>
        <translation>Nimm mindestens {least} Zeichen; am besten ein paar Wörter.</translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation>Die beiden sind nicht gleich. Gib sie noch einmal ein.</translation>
    </message>
    <message>
        <source>A model to talk to</source>
        <translation>Ein Modell zum Unterhalten</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Use a GGUF file …</source>
        <translation>GGUF-Datei verwenden …</translation>
    </message>
    <message>
        <source>{title}, {size}, {licence}. It runs on this machine only. It is tiny: quick, often wrong about facts, and good at learning a style.</source>
        <translation>{title}, {size}, {licence}. Es läuft nur auf diesem Rechner. Es ist winzig: schnell, gut darin, einen Stil zu lernen, und bei Fakten liegt es oft falsch.</translation>
    </message>
    <message>
        <source>Download {what}</source>
        <translation>{what} herunterladen</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{done} von {of}</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Reverie: something needs a look</source>
        <translation>Reverie: bitte einmal nachsehen</translation>
    </message>
    <message>
        <source>Reverie: answering</source>
        <translation>Reverie: antwortet</translation>
    </message>
    <message>
        <source>Reverie: learning</source>
        <translation>Reverie: lernt</translation>
    </message>
    <message>
        <source>Reverie: learning is paused</source>
        <translation>Reverie: Lernen ist angehalten</translation>
    </message>
    <message>
        <source>Reverie: ready</source>
        <translation>Reverie: bereit</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For today: leave out the coming night</source>
        <translation>Für heute: die kommende Nacht auslassen</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis ich es fortsetze</translation>
    </message>
    <message>
        <source>Open Reverie</source>
        <translation>Reverie öffnen</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>Pause learning</source>
        <translation>Lernen anhalten</translation>
    </message>
    <message>
        <source>Resume learning</source>
        <translation>Lernen fortsetzen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The starter model is tiny: good at style, often wrong about facts.</source>
        <translation>Das Startmodell ist winzig: gut im Stil, aber bei Fakten liegt es oft falsch.</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>Seitenleiste einblenden</translation>
    </message>
    <message>
        <source>Forgotten with this: {what}.</source>
        <translation>Damit vergessen: {what}.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Learned from this: {what}.</source>
        <translation>Daraus gelernt: {what}.</translation>
    </message>
    <message>
        <source>Forget them too</source>
        <translation>Auch vergessen</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Unterhaltung gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) deleted</source>
        <translation>
            <numerusform>%n Unterhaltung gelöscht</numerusform>
            <numerusform>%n Unterhaltungen gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten. What was learned from it is off until the next night.</source>
        <translation>Vergessen. Was daraus gelernt wurde, ist bis zur nächsten Nacht abgeschaltet.</translation>
    </message>
    <message>
        <source>Learn again now</source>
        <translation>Jetzt neu lernen</translation>
    </message>
    <message>
        <source>Forgotten. An earlier night, which never saw it, takes over.</source>
        <translation>Vergessen. Eine frühere Nacht, die nichts davon sah, übernimmt.</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n Korrektur</numerusform>
            <numerusform>%n Korrekturen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judgement(s)</source>
        <comment>thumbs, copying, asking again</comment>
        <translation>
            <numerusform>%n Bewertung</numerusform>
            <numerusform>%n Bewertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s)</source>
        <translation>
            <numerusform>%n Erinnerung</numerusform>
            <numerusform>%n Erinnerungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to {folder}</source>
        <translation>
            <numerusform>%n Unterhaltung nach {folder} verschoben</numerusform>
            <numerusform>%n Unterhaltungen nach {folder} verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved out of the folder</source>
        <translation>
            <numerusform>%n Unterhaltung aus dem Ordner genommen</numerusform>
            <numerusform>%n Unterhaltungen aus dem Ordner genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>The model is being loaded</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Loading {name} ({size}) …</source>
        <translation>{name} wird geladen ({size}) …</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>learned {on_day}</source>
        <translation>gelernt {on_day}</translation>
    </message>
    <message>
        <source>base</source>
        <comment>after the name of the model: nothing learned is used</comment>
        <translation>Basis</translation>
    </message>
    <message>
        <source>{name}
Click to change it</source>
        <translation>{name}
Klicke, um es zu wechseln</translation>
    </message>
    <message>
        <source>Learning</source>
        <comment>a night is running</comment>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>Learning {share}%</source>
        <translation>Lernt, {share} %</translation>
    </message>
    <message>
        <source>Show the night that is running</source>
        <translation>Die laufende Nacht zeigen</translation>
    </message>
    <message>
        <source>Export what was learned (personal, not encrypted)</source>
        <translation>Gelerntes exportieren (persönlich, nicht verschlüsselt)</translation>
    </message>
    <message>
        <source>Learned from {on_day}</source>
        <translation>Gelernt {on_day}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The model stopped in mid-reply</source>
        <translation>Das Modell hat mitten in der Antwort aufgehört</translation>
    </message>
    <message>
        <source>Its process ended unexpectedly. What it had written is kept.</source>
        <translation>Sein Prozess endete unerwartet. Was es geschrieben hatte, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Write the reply again; the model starts anew by itself.</source>
        <translation>Lass die Antwort neu schreiben; das Modell startet von selbst wieder.</translation>
    </message>
    <message>
        <source>Write to Reverie</source>
        <translation>Schreib an Reverie</translation>
    </message>
    <message>
        <source>This goes out as soon as the file is read. Esc keeps it here.</source>
        <translation>Wird gesendet, sobald die Datei gelesen ist. Mit Esc bleibt es hier.</translation>
    </message>
    <message>
        <source>This goes out as soon as the reply is done. Esc keeps it here.</source>
        <translation>Wird gesendet, sobald die Antwort fertig ist. Mit Esc bleibt es hier.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter breaks the line</source>
        <translation>Enter sendet, Umschalt und Enter bricht die Zeile um</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stoppen (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Enter)</translation>
    </message>
    <message>
        <source>Drop it to attach it</source>
        <translation>Loslassen, um anzuhängen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Corrected, only here</source>
        <translation>Korrigiert, nur hier</translation>
    </message>
    <message>
        <source>Corrected, held back</source>
        <translation>Korrigiert, zurückgehalten</translation>
    </message>
    <message>
        <source>The strongest sign of what you want: the next night learns from it.</source>
        <translation>Das deutlichste Zeichen dafür, was du willst: Die nächste Nacht lernt daraus.</translation>
    </message>
    <message>
        <source>Your text stands here; nights learn nothing from it.</source>
        <translation>Hier steht dein Text; die Nächte lernen nichts daraus.</translation>
    </message>
    <message>
        <source>It may hold another&apos;s words, so nights leave it out until you judge it.</source>
        <translation>Darin können fremde Worte stehen, darum lassen die Nächte es aus, bis du darüber urteilst.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Shows or hides what you changed in this reply</source>
        <translation>Zeigt oder verbirgt, was du an dieser Antwort geändert hast</translation>
    </message>
    <message>
        <source>Forget this correction and show what the model wrote</source>
        <translation>Diese Korrektur vergessen und zeigen, was das Modell geschrieben hat</translation>
    </message>
    <message>
        <source>Keep for learning</source>
        <translation>Zum Lernen behalten</translation>
    </message>
    <message>
        <source>Keep the text, and learn nothing from it</source>
        <translation>Den Text behalten und nichts daraus lernen</translation>
    </message>
    <message>
        <source>Learn from it at night, too</source>
        <translation>Nachts auch daraus lernen</translation>
    </message>
    <message>
        <source>What you changed</source>
        <translation>Was du geändert hast</translation>
    </message>
    <message>
        <source>Written by the model</source>
        <translation>Vom Modell geschrieben</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>Deine Fassung</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>{minus} written by the model    + yours</source>
        <translation>{minus} vom Modell geschrieben    + von dir</translation>
    </message>
    <message>
        <source>Earlier messages reach the model as a summary</source>
        <translation>Frühere Nachrichten liest das Modell als Zusammenfassung</translation>
    </message>
    <message>
        <source>Shows or hides the summary that the model reads</source>
        <translation>Zeigt oder verbirgt die Zusammenfassung, die das Modell liest</translation>
    </message>
    <message>
        <source>Summary of the earlier messages</source>
        <translation>Zusammenfassung der früheren Nachrichten</translation>
    </message>
    <message>
        <source>Edit a reply until it is the one you wanted. At night Reverie learns from it.</source>
        <translation>Korrigiere eine Antwort, bis sie so ist, wie du sie wolltest. Nachts lernt Reverie daraus.</translation>
    </message>
    <message>
        <source>Nothing of this chat is stored, and nothing is learned from it. It is gone once you leave it.</source>
        <translation>Nichts aus diesem Chat wird gespeichert, und nichts wird daraus gelernt. Er ist weg, sobald du ihn verlässt.</translation>
    </message>
    <message>
        <source>Write an e-mail that moves our meeting to Friday</source>
        <translation>Schreib eine E-Mail, die unser Treffen auf Freitag verlegt</translation>
    </message>
    <message>
        <source>Tell the team that the office is closed on Monday</source>
        <translation>Sag dem Team, dass das Büro am Montag geschlossen ist</translation>
    </message>
    <message>
        <source>Thank a neighbour for watering the plants</source>
        <translation>Bedank dich bei einer Nachbarin fürs Blumengießen</translation>
    </message>
    <message>
        <source>Suggestion: {text}</source>
        <translation>Vorschlag: {text}</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>{file}, {amount}</source>
        <translation>{file}, {amount}</translation>
    </message>
    <message>
        <source>Shows the text that the model reads</source>
        <translation>Zeigt den Text, den das Modell liest</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>{file} entfernen</translation>
    </message>
    <message>
        <source>Too many files</source>
        <translation>Zu viele Dateien</translation>
    </message>
    <message numerus="yes">
        <source>A message can hold %n file(s); the rest of them were left out.</source>
        <translation>
            <numerusform>Eine Nachricht fasst %n Datei; die übrigen wurden ausgelassen.</numerusform>
            <numerusform>Eine Nachricht fasst %n Dateien; die übrigen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send these first, or remove some.</source>
        <translation>Sende erst diese oder entferne einige.</translation>
    </message>
    <message>
        <source>Text of {file}</source>
        <translation>Text von {file}</translation>
    </message>
    <message>
        <source>{kind}, {amount}. The model reads this as quoted material.</source>
        <translation>{kind}, {amount}. Das Modell liest es als Zitat.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} von {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Enter takes it, Backspace leaves it, Tab goes to the next.</source>
        <translation>Enter nimmt sie, Rücktaste lässt es beim Alten, Tab geht zur nächsten.</translation>
    </message>
    <message>
        <source>Suggested changes</source>
        <translation>Vorgeschlagene Änderungen</translation>
    </message>
    <message>
        <source>Stop; your text stays as it was (Esc)</source>
        <translation>Stoppen; dein Text bleibt, wie er war (Esc)</translation>
    </message>
    <message>
        <source>Take</source>
        <comment>a suggested change</comment>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Leave</source>
        <comment>a suggested change, as it was</comment>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Take all</source>
        <comment>suggested changes</comment>
        <translation>Alle nehmen</translation>
    </message>
    <message>
        <source>Leave all</source>
        <comment>suggested changes, as they were</comment>
        <translation>Alle lassen</translation>
    </message>
    <message>
        <source>Take this change (Enter)</source>
        <translation>Diese Änderung nehmen (Enter)</translation>
    </message>
    <message>
        <source>Leave it as it was (Backspace)</source>
        <translation>Lassen, wie es war (Rücktaste)</translation>
    </message>
    <message>
        <source>Take all that are left (Shift+Enter)</source>
        <translation>Alle übrigen nehmen (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Leave all that are left (Esc)</source>
        <translation>Alle übrigen lassen (Esc)</translation>
    </message>
    <message>
        <source>Rewriting …</source>
        <translation>Formuliert um …</translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation>Wartet auf das Modell …</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) suggested.</source>
        <translation>
            <numerusform>%n Änderung vorgeschlagen.</numerusform>
            <numerusform>%n Änderungen vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>*(an empty reply)*</source>
        <translation>*(eine leere Antwort)*</translation>
    </message>
    <message>
        <source>Ended early.</source>
        <translation>Vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten</translation>
    </message>
    <message>
        <source>Room in the context</source>
        <translation>Platz im Kontext</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>text</source>
        <comment>code in no language</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>{name}, table</source>
        <translation>{name}, Tabelle</translation>
    </message>
    <message>
        <source>{name}, quote</source>
        <translation>{name}, Zitat</translation>
    </message>
    <message>
        <source>On the clipboard. Paste it where you were.</source>
        <translation>In der Zwischenablage. Füg es dort ein, wo du warst.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Put it on the clipboard and hide (Ctrl+Shift+Enter)</source>
        <translation>In die Zwischenablage legen und ausblenden (Strg+Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy (Ctrl+Shift+C)</source>
        <translation>Kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Edit the answer</source>
        <translation>Antwort korrigieren</translation>
    </message>
    <message>
        <source>Make it the answer you wanted (Ctrl+E)</source>
        <translation>Zu der Antwort machen, die du wolltest (Strg+E)</translation>
    </message>
    <message>
        <source>Continue in the chat</source>
        <translation>Im Chat fortsetzen</translation>
    </message>
    <message>
        <source>Continue in the chat (Ctrl+Enter)</source>
        <translation>Im Chat fortsetzen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Bring back what was discarded</source>
        <translation>Verworfenes zurückholen</translation>
    </message>
    <message>
        <source>From the selection</source>
        <translation>Aus der Auswahl</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Zitierter Text</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>Diesen Text entfernen</translation>
    </message>
    <message numerus="yes">
        <source>{origin}, first %n character(s)</source>
        <translation>
            <numerusform>{origin}, das erste Zeichen</numerusform>
            <numerusform>{origin}, die ersten %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{origin}, %n character(s)</source>
        <translation>
            <numerusform>{origin}, %n Zeichen</numerusform>
            <numerusform>{origin}, %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved. It waits for your judgement, because of the quoted text.</source>
        <translation>Gespeichert. Wegen des zitierten Texts wartet es auf dein Urteil.</translation>
    </message>
    <message>
        <source>Saved. The difference is what Reverie learns.</source>
        <translation>Gespeichert. Aus dem Unterschied lernt Reverie.</translation>
    </message>
    <message>
        <source>Enter asks · Ctrl+I adds what you selected or copied · Esc hides</source>
        <translation>Enter fragt · Strg+I nimmt Auswahl oder Kopiertes dazu · Esc blendet aus</translation>
    </message>
    <message>
        <source>Nothing is selected, and the clipboard holds no text.</source>
        <translation>Nichts ist ausgewählt, und in der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Reverie quick prompt</source>
        <translation>Reverie-Schnelleingabe</translation>
    </message>
    <message>
        <source>Ask Reverie</source>
        <translation>Frag Reverie</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>Ask (Enter)</source>
        <translation>Fragen (Enter)</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Text hinzufügen</translation>
    </message>
    <message>
        <source>Add what you selected or copied</source>
        <translation>Ausgewähltes oder Kopiertes hinzufügen</translation>
    </message>
    <message>
        <source>Add what you selected or copied (Ctrl+I)</source>
        <translation>Ausgewähltes oder Kopiertes hinzufügen (Strg+I)</translation>
    </message>
    <message>
        <source>The base alone</source>
        <translation>Die Basis allein</translation>
    </message>
    <message>
        <source>With memory</source>
        <translation>Mit Erinnerung</translation>
    </message>
    <message>
        <source>With what it learned</source>
        <translation>Mit dem Gelernten</translation>
    </message>
    <message>
        <source>With both</source>
        <translation>Mit beidem</translation>
    </message>
    <message>
        <source>This message is too long for the model</source>
        <translation>Diese Nachricht ist zu lang für das Modell</translation>
    </message>
    <message>
        <source>It was not recorded how this reply was made.</source>
        <translation>Wie diese Antwort entstanden ist, wurde nicht festgehalten.</translation>
    </message>
    <message>
        <source>The base model with {layers}.</source>
        <translation>Das Basismodell mit {layers}.</translation>
    </message>
    <message>
        <source>The base model alone.</source>
        <translation>Das Basismodell allein.</translation>
    </message>
    <message>
        <source>Another base model than today&apos;s with {layers}.</source>
        <translation>Ein anderes Basismodell als heute, mit {layers}.</translation>
    </message>
    <message>
        <source>Another base model than today&apos;s alone.</source>
        <translation>Ein anderes Basismodell als heute, allein.</translation>
    </message>
    <message>
        <source>wrote {count}</source>
        <translation>{count} geschrieben</translation>
    </message>
    <message>
        <source>first word after {seconds} s</source>
        <translation>erstes Wort nach {seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) a second</source>
        <translation>
            <numerusform>%n Token pro Sekunde</numerusform>
            <numerusform>%n Tokens pro Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out %n older turn(s)</source>
        <translation>
            <numerusform>%n älteren Beitrag ausgelassen</numerusform>
            <numerusform>%n ältere Beiträge ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>With this message the model reads {tokens} of the {room} tokens that it has room for ({share}%).</source>
        <translation>Mit dieser Nachricht liest das Modell {tokens} der {room} Tokens, für die es Platz hat ({share} %).</translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) will be summarised</source>
        <translation>
            <numerusform>%n ältere Nachricht wird zusammengefasst</numerusform>
            <numerusform>%n ältere Nachrichten werden zusammengefasst</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest messages will be left out</source>
        <translation>Die ältesten Nachrichten werden ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that it knows about you</source>
        <translation>
            <numerusform>%n Angabe über dich</numerusform>
            <numerusform>%n Angaben über dich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your past corrections as example(s)</source>
        <translation>
            <numerusform>%n deiner früheren Korrekturen als Beispiel</numerusform>
            <numerusform>%n deiner früheren Korrekturen als Beispielen</numerusform>
        </translation>
    </message>
    <message>
        <source>a summary of the earlier messages</source>
        <translation>einer Zusammenfassung der früheren Nachrichten</translation>
    </message>
    <message>
        <source>what it had learned by then</source>
        <translation>dem bis dahin Gelernten</translation>
    </message>
    <message>
        <source>what it learned {on_day}</source>
        <translation>dem {on_day} Gelernten</translation>
    </message>
    <message numerus="yes">
        <source>Read %n token(s)</source>
        <translation>
            <numerusform>%n Token gelesen</numerusform>
            <numerusform>%n Tokens gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n token(s), {known} of them from before</source>
        <translation>
            <numerusform>%n Token gelesen, {known} davon von vorher</numerusform>
            <numerusform>%n Tokens gelesen, {known} davon von vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>Write it as you would have. The difference is what Reverie learns.</source>
        <translation>Schreib es so, wie du es geschrieben hättest. Aus dem Unterschied lernt Reverie.</translation>
    </message>
    <message>
        <source>Write it as you would have. In a temporary chat nothing is learned from it.</source>
        <translation>Schreib es so, wie du es geschrieben hättest. In einem temporären Chat wird daraus nichts gelernt.</translation>
    </message>
    <message>
        <source>Dotted: pasted. It counts little.</source>
        <translation>Gepunktet: eingefügt. Das zählt wenig.</translation>
    </message>
    <message>
        <source>Dashed: the model&apos;s words that you took. They count as kept.</source>
        <translation>Gestrichelt: umformuliert vom Modell, von dir übernommen. Das zählt als behalten.</translation>
    </message>
    <message>
        <source>Your version of the reply</source>
        <translation>Deine Fassung der Antwort</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Save it (Ctrl+Enter)</source>
        <translation>Speichern (Strg+Enter)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save it, and learn from it at night (Ctrl+Enter)</source>
        <translation>Speichern und nachts daraus lernen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Save it, and learn nothing from it (Ctrl+Shift+Enter)</source>
        <translation>Speichern und nichts daraus lernen (Strg+Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Leave the reply as it was (Esc)</source>
        <translation>Die Antwort lassen, wie sie war (Esc)</translation>
    </message>
    <message>
        <source>Waits for your judgement: this chat holds a file</source>
        <translation>Wartet auf dein Urteil: In diesem Chat ist eine Datei</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue this reply</source>
        <translation>Diese Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Edit this reply</source>
        <translation>Diese Antwort korrigieren</translation>
    </message>
    <message>
        <source>Make it the reply you wanted</source>
        <translation>Zu der Antwort machen, die du wolltest</translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Why this reply</source>
        <translation>Warum diese Antwort</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Kürzer</translation>
    </message>
    <message>
        <source>Warmer</source>
        <translation>Herzlicher</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>Förmlicher</translation>
    </message>
    <message>
        <source>Fix language</source>
        <translation>Fehler beheben</translation>
    </message>
    <message>
        <source>Rewrite the selected passage</source>
        <translation>Ausgewählte Stelle umformulieren</translation>
    </message>
    <message>
        <source>Rewrite …</source>
        <translation>Umformulieren …</translation>
    </message>
    <message>
        <source>Rewrite the selection</source>
        <translation>Auswahl umformulieren</translation>
    </message>
    <message>
        <source>Have the model rewrite the selection (Ctrl+R)</source>
        <translation>Die Auswahl vom Modell umformulieren lassen (Strg+R)</translation>
    </message>
    <message>
        <source>Or say how …</source>
        <translation>Oder sag, wie …</translation>
    </message>
    <message>
        <source>Say how to rewrite it</source>
        <translation>Sag, wie umformuliert werden soll</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Du hast geschrieben</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Deine Nachricht</translation>
    </message>
    <message>
        <source>Send again (Ctrl+Enter)</source>
        <translation>Erneut senden (Strg+Enter)</translation>
    </message>
    <message>
        <source>Only change the text</source>
        <translation>Nur den Text ändern</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Sending it begins a new branch; the old one stays.</source>
        <translation>Mit dem Senden beginnt ein neuer Zweig; der alte bleibt.</translation>
    </message>
    <message>
        <source>Not sent: a reply is being written. Send it once that is done.</source>
        <translation>Nicht gesendet: Gerade wird eine Antwort geschrieben. Sende es, sobald sie fertig ist.</translation>
    </message>
    <message>
        <source>Edit this message</source>
        <translation>Diese Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Diese Nachricht kopieren</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Fassung</translation>
    </message>
    <message>
        <source>Version {at} of {total}</source>
        <translation>Fassung {at} von {total}</translation>
    </message>
    <message>
        <source>What it knows about you</source>
        <translation>Was es über dich weiß</translation>
    </message>
    <message>
        <source>Corrections that stood as examples</source>
        <translation>Korrekturen, die als Beispiele dienten</translation>
    </message>
    <message>
        <source>Report of that night</source>
        <translation>Bericht dieser Nacht</translation>
    </message>
    <message>
        <source>A correction, forgotten since</source>
        <translation>Eine Korrektur, inzwischen vergessen</translation>
    </message>
    <message>
        <source>Show what you changed: {asked}</source>
        <translation>Zeigen, was du geändert hast: {asked}</translation>
    </message>
    <message>
        <source>Show what you changed</source>
        <translation>Zeigen, was du geändert hast</translation>
    </message>
    <message>
        <source>Something, forgotten since</source>
        <translation>Etwas, inzwischen vergessen</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>removed: {text}</source>
        <translation>entfernt: {text}</translation>
    </message>
    <message>
        <source>added: {text}</source>
        <translation>hinzugefügt: {text}</translation>
    </message>
    <message>
        <source>[fold]</source>
        <translation>[einklappen]</translation>
    </message>
    <message numerus="yes">
        <source>… %n word(s) alike …</source>
        <translation>
            <numerusform>… %n gleiches Wort …</numerusform>
            <numerusform>… %n gleiche Wörter …</numerusform>
        </translation>
    </message>
    <message>
        <source>Waking the model</source>
        <translation>Das Modell wecken</translation>
    </message>
    <message>
        <source>Gathering what must be kept</source>
        <translation>Sammeln, was bleiben muss</translation>
    </message>
    <message>
        <source>Learning from your corrections</source>
        <translation>Aus deinen Korrekturen lernen</translation>
    </message>
    <message>
        <source>Packing what was learned</source>
        <translation>Das Gelernte einpacken</translation>
    </message>
    <message>
        <source>Measuring, before and after</source>
        <translation>Messen, vorher und nachher</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Kept the old one</source>
        <translation>Altes behalten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>You asked</source>
        <translation>Deine Frage</translation>
    </message>
    <message>
        <source>Empty, or as the model wrote it, there is nothing to learn.</source>
        <translation>Leer oder so, wie das Modell es schrieb, gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <source>The model wrote</source>
        <translation>Das Modell schrieb</translation>
    </message>
    <message>
        <source>Somebody else&apos;s words may be in it, so nights leave it out.</source>
        <translation>Es können fremde Worte darin sein, darum lassen die Nächte sie aus.</translation>
    </message>
    <message>
        <source>It waits for your judgement</source>
        <translation>Sie wartet auf dein Urteil</translation>
    </message>
    <message>
        <source>Write what you wanted</source>
        <translation>Schreiben, was du wolltest</translation>
    </message>
    <message>
        <source>It becomes a correction, which says more</source>
        <translation>Daraus wird eine Korrektur, die mehr sagt</translation>
    </message>
    <message>
        <source>A pinned one comes first: as an example, and in what a night learns from</source>
        <translation>Angeheftetes kommt zuerst: als Beispiel und in dem, woraus eine Nacht lernt</translation>
    </message>
    <message>
        <source>Kept here, and no night learns from it</source>
        <translation>Bleibt hier, und keine Nacht lernt daraus</translation>
    </message>
    <message>
        <source>Nights that learned from it</source>
        <translation>Nächte, die daraus gelernt haben</translation>
    </message>
    <message>
        <source>What you wanted</source>
        <translation>Was du wolltest</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n Zeichen mehr</numerusform>
            <numerusform>%n Zeichen mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the words come from</source>
        <translation>Woher die Worte kommen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Text of a PDF</source>
        <translation>Text aus einem PDF</translation>
    </message>
    <message>
        <source>Ended at the longest answer that the settings allow.</source>
        <translation>Bei der Länge beendet, die die Einstellungen höchstens erlauben.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Cut off.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>am {day}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} um {time}</translation>
    </message>
    <message>
        <source>Learning is paused until you resume it.</source>
        <translation>Das Lernen ist pausiert, bis du es fortsetzt.</translation>
    </message>
    <message>
        <source>Learning is paused until {when}.</source>
        <translation>Das Lernen ist pausiert: bis {when}.</translation>
    </message>
    <message>
        <source>Nights do not come by themselves; the settings can change that.</source>
        <translation>Nächte kommen nicht von selbst; in den Einstellungen lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Next night {when}.</source>
        <translation>Nächste Nacht: {when}.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>To be judged</source>
        <translation>Zu beurteilen</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Wird gelernt</translation>
    </message>
    <message>
        <source>Good replies</source>
        <translation>Gute Antworten</translation>
    </message>
    <message>
        <source>Bad replies</source>
        <translation>Schlechte Antworten</translation>
    </message>
    <message>
        <source>From chats</source>
        <translation>Aus Chats</translation>
    </message>
    <message>
        <source>From the quick prompt</source>
        <translation>Aus der Schnelleingabe</translation>
    </message>
    <message>
        <source>From files</source>
        <translation>Aus Dateien</translation>
    </message>
    <message>
        <source>typed by you</source>
        <translation>von dir getippt</translation>
    </message>
    <message>
        <source>kept from the model</source>
        <translation>vom Modell beibehalten</translation>
    </message>
    <message>
        <source>rewritten by the model, taken by you</source>
        <translation>vom Modell umgeschrieben, von dir übernommen</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>stands for something private</source>
        <translation>steht für etwas Privates</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Letzte sieben Tage</translation>
    </message>
    <message>
        <source>Last thirty days</source>
        <translation>Letzte dreißig Tage</translation>
    </message>
    <message>
        <source>Last twelve months</source>
        <translation>Letzte zwölf Monate</translation>
    </message>
    <message>
        <source>The strongest sign of what you want.</source>
        <translation>Das stärkste Zeichen dafür, was du möchtest.</translation>
    </message>
    <message>
        <source>quick prompt</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>a chat that was deleted</source>
        <translation>ein gelöschter Chat</translation>
    </message>
    <message>
        <source>Written by {model}</source>
        <translation>Geschrieben von {model}</translation>
    </message>
    <message>
        <source>Written by {model} with what it learned {on_day}</source>
        <translation>Geschrieben von {model} mit dem {on_day} Gelernten</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message numerus="yes">
        <source>about %n token(s)</source>
        <translation>
            <numerusform>etwa %n Token</numerusform>
            <numerusform>etwa %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount}, only its beginning</source>
        <translation>{amount}, nur der Anfang</translation>
    </message>
    <message numerus="yes">
        <source>About %n token(s) of files; the model reads {context} at once, with its reply.</source>
        <translation>
            <numerusform>Dateien mit etwa %n Token; das Modell liest {context} auf einmal, seine Antwort eingerechnet.</numerusform>
            <numerusform>Dateien mit etwa %n Tokens; das Modell liest {context} auf einmal, seine Antwort eingerechnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Working out how long it takes</source>
        <translation>Rechnet aus, wie lange es dauert</translation>
    </message>
    <message>
        <source>About {duration} left</source>
        <translation>Noch {duration}</translation>
    </message>
    <message>
        <source>This night is still running.</source>
        <translation>Diese Nacht läuft noch.</translation>
    </message>
    <message numerus="yes">
        <source>%n older turn(s) did not fit into the model&apos;s view.</source>
        <translation>
            <numerusform>%n älterer Beitrag passte nicht mehr ins Blickfeld des Modells.</numerusform>
            <numerusform>%n ältere Beiträge passten nicht mehr ins Blickfeld des Modells.</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>The session bus of this desktop cannot be reached.</source>
        <translation>Der Sitzungsbus dieses Desktops ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The session bus of this desktop has ended.</source>
        <translation>Der Sitzungsbus dieses Desktops wurde beendet.</translation>
    </message>
    <message>
        <source>This desktop has no portal for keys.</source>
        <translation>Dieser Desktop hat kein Portal für Tasten.</translation>
    </message>
    <message>
        <source>Open Reverie&apos;s quick prompt</source>
        <translation>Schnelleingabe von Reverie öffnen</translation>
    </message>
    <message>
        <source>The key was not given</source>
        <translation>Die Taste wurde nicht vergeben</translation>
    </message>
    <message>
        <source>This desktop did not give {key} to Reverie.</source>
        <translation>Dieser Desktop hat {key} nicht an Reverie vergeben.</translation>
    </message>
    <message>
        <source>Allow it in the desktop&apos;s settings for shortcuts, choose another key, or bind one to the command: reverie --prompt</source>
        <translation>Erlaube sie in den Tastenkürzel-Einstellungen des Desktops, wähle eine andere Taste oder lege eine auf den Befehl: reverie --prompt</translation>
    </message>
    <message>
        <source>No display</source>
        <translation>Kein Bildschirm</translation>
    </message>
    <message>
        <source>The window needs a screen, and neither DISPLAY nor WAYLAND_DISPLAY names one.</source>
        <translation>Das Fenster braucht einen Bildschirm, und weder DISPLAY noch WAYLAND_DISPLAY nennt einen.</translation>
    </message>
    <message>
        <source>Without one, try `make demo`, or the command line: `.venv/bin/reverie --help`.</source>
        <translation>Ohne Bildschirm hilft `make demo` oder die Befehlszeile: `.venv/bin/reverie --help`.</translation>
    </message>
    <message>
        <source>“{file}” is not there any more.</source>
        <translation>„{file}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Choose it again from where it is now.</source>
        <translation>Wähle sie dort aus, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>“{file}” is a folder.</source>
        <translation>„{file}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>Attach the files in it one by one.</source>
        <translation>Hänge die Dateien darin einzeln an.</translation>
    </message>
    <message>
        <source>“{file}” is not an ordinary file.</source>
        <translation>„{file}“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Copy what it holds into one, and attach that.</source>
        <translation>Kopiere den Inhalt in eine, und hänge diese an.</translation>
    </message>
    <message>
        <source>“{file}” may not be read by your account.</source>
        <translation>„{file}“ darf von deinem Konto nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Allow reading it, or copy it to a folder of yours.</source>
        <translation>Erlaube das Lesen, oder kopiere sie in einen deiner Ordner.</translation>
    </message>
    <message>
        <source>“{file}” could not be read from its disk.</source>
        <translation>„{file}“ ließ sich nicht vom Datenträger lesen.</translation>
    </message>
    <message>
        <source>Copy it elsewhere and attach the copy.</source>
        <translation>Kopiere sie anderswohin, und hänge die Kopie an.</translation>
    </message>
    <message>
        <source>“{file}” has more than {most} MB.</source>
        <translation>„{file}“ hat mehr als {most} MB.</translation>
    </message>
    <message>
        <source>Attach the part of it that matters.</source>
        <translation>Hänge den Teil an, auf den es ankommt.</translation>
    </message>
    <message>
        <source>“{file}” has no text in it.</source>
        <translation>In „{file}“ steht kein Text.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>“{file}” holds no text that Reverie can read.</source>
        <translation>„{file}“ enthält keinen Text, den Reverie lesen kann.</translation>
    </message>
    <message>
        <source>Save it as plain text or as a PDF, and attach that.</source>
        <translation>Speichere sie als reinen Text oder als PDF, und hänge das an.</translation>
    </message>
    <message>
        <source>“{file}” is a PDF that opens with a password only.</source>
        <translation>„{file}“ ist ein PDF, das sich nur mit einem Passwort öffnen lässt.</translation>
    </message>
    <message>
        <source>Save a copy without the password, and attach that.</source>
        <translation>Speichere eine Kopie ohne Passwort, und hänge sie an.</translation>
    </message>
    <message>
        <source>“{file}” is a PDF without any text, probably pictures of pages.</source>
        <translation>„{file}“ ist ein PDF ohne Text, wahrscheinlich mit Bildern der Seiten.</translation>
    </message>
    <message>
        <source>Run it through a program that recognises text, and attach what that gives.</source>
        <translation>Lass ein Programm zur Texterkennung darüberlaufen, und hänge das Ergebnis an.</translation>
    </message>
    <message>
        <source>“{file}” is a PDF with faults in it.</source>
        <translation>„{file}“ ist ein fehlerhaftes PDF.</translation>
    </message>
    <message>
        <source>Open it in a PDF reader, print it into a new PDF, and attach that.</source>
        <translation>Öffne es in einem PDF-Programm, drucke es in ein neues PDF, und hänge das an.</translation>
    </message>
    <message>
        <source>“{file}” is a PDF that takes too long or too much memory to read.</source>
        <translation>„{file}“ ist ein PDF, das zu lesen zu lange dauert oder zu viel Speicher braucht.</translation>
    </message>
    <message>
        <source>Attach the pages that matter, or their text.</source>
        <translation>Hänge die Seiten an, auf die es ankommt, oder ihren Text.</translation>
    </message>
    <message>
        <source>The file cannot be attached</source>
        <translation>Die Datei lässt sich nicht anhängen</translation>
    </message>
    <message>
        <source>The file could not be imported</source>
        <translation>Die Datei ließ sich nicht importieren</translation>
    </message>
    <message>
        <source>Line {number} of {name} is not a signal: {why}.</source>
        <translation>Zeile {number} von {name} ist kein Signal: {why}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Mend or remove that line and import the file again.</source>
        <translation>Es wurde nichts importiert. Berichtige oder entferne diese Zeile, und importiere die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <source>{name} holds no signals.</source>
        <translation>{name} enthält keine Signale.</translation>
    </message>
    <message>
        <source>Give a JSON Lines file with one signal a line; `reverie signals export` writes one.</source>
        <translation>Gib eine Datei im Format JSON Lines an, mit einem Signal je Zeile; `reverie signals export` schreibt eine.</translation>
    </message>
    <message>
        <source>{field}: {why}</source>
        <translation>{field}: {why}</translation>
    </message>
    <message>
        <source>it holds more than {most} MB of conversations</source>
        <translation>sie enthält mehr als {most} MB an Unterhaltungen</translation>
    </message>
    <message>
        <source>Export fewer at a time.</source>
        <translation>Exportiere weniger auf einmal.</translation>
    </message>
    <message>
        <source>the archive is damaged ({why})</source>
        <translation>das Archiv ist beschädigt ({why})</translation>
    </message>
    <message>
        <source>Download it again; it may be cut short.</source>
        <translation>Lade sie noch einmal herunter; vielleicht ist sie abgeschnitten.</translation>
    </message>
    <message>
        <source>it has {count} files</source>
        <translation>sie enthält {count} Dateien</translation>
    </message>
    <message>
        <source>Give the conversations.json in it.</source>
        <translation>Nimm die conversations.json darin.</translation>
    </message>
    <message>
        <source>there is no conversations.json in it</source>
        <translation>es ist keine conversations.json darin</translation>
    </message>
    <message>
        <source>Give the .zip that ChatGPT sends when you export your data.</source>
        <translation>Nimm die .zip-Datei, die ChatGPT beim Export deiner Daten schickt.</translation>
    </message>
    <message>
        <source>it has no mapping of messages</source>
        <translation>ihr fehlt die Zuordnung der Nachrichten</translation>
    </message>
    <message>
        <source>it is longer than any that was held</source>
        <translation>sie ist länger als jede, die je geführt wurde</translation>
    </message>
    <message>
        <source>it has neither a history nor a list of messages</source>
        <translation>sie hat weder einen Verlauf noch eine Liste von Nachrichten</translation>
    </message>
    <message>
        <source>Mend the file, or export it again.</source>
        <translation>Berichtige die Datei, oder exportiere sie noch einmal.</translation>
    </message>
    <message>
        <source>it was written by a newer Reverie</source>
        <translation>sie stammt von einem neueren Reverie</translation>
    </message>
    <message>
        <source>Update Reverie first.</source>
        <translation>Aktualisiere zuerst Reverie.</translation>
    </message>
    <message>
        <source>{times} conversations have the id {identity}</source>
        <translation>{times} Unterhaltungen haben die Kennung {identity}</translation>
    </message>
    <message>
        <source>{times} messages have the id {identity}</source>
        <translation>{times} Nachrichten haben die Kennung {identity}</translation>
    </message>
    <message>
        <source>Reverie reads its own JSON files, ChatGPT&apos;s export (the .zip as it came, or the conversations.json in it) and Open WebUI&apos;s.</source>
        <translation>Reverie liest seine eigenen JSON-Dateien, den Export von ChatGPT (die .zip-Datei, wie sie kam, oder die conversations.json darin) und den von Open WebUI.</translation>
    </message>
    <message>
        <source>it ends too early, at line {line}, column {column}</source>
        <translation>sie endet zu früh, in Zeile {line}, Spalte {column}</translation>
    </message>
    <message>
        <source>it is not JSON ({fault}), at line {line}, column {column}</source>
        <translation>sie ist kein JSON ({fault}), in Zeile {line}, Spalte {column}</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>{name} holds no conversations.</source>
        <translation>{name} enthält keine Unterhaltungen.</translation>
    </message>
    <message>
        <source>{readable} Check the file.</source>
        <translation>{readable} Prüfe die Datei.</translation>
    </message>
    <message>
        <source>Export or download it again; it may be cut short.</source>
        <translation>Exportiere sie oder lade sie noch einmal herunter; vielleicht ist sie abgeschnitten.</translation>
    </message>
    <message>
        <source>it is not JSON text</source>
        <translation>sie ist kein JSON-Text</translation>
    </message>
    <message>
        <source>it holds no conversations that Reverie knows</source>
        <translation>sie enthält keine Unterhaltungen, die Reverie kennt</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>sie ist kein Objekt</translation>
    </message>
    <message>
        <source>{name}: {why}.</source>
        <translation>{name}: {why}.</translation>
    </message>
    <message>
        <source>Nothing was imported. {remedy}</source>
        <translation>Es wurde nichts importiert. {remedy}</translation>
    </message>
    <message>
        <source>conversation {number} is damaged: {why}</source>
        <translation>Unterhaltung {number} ist beschädigt: {why}</translation>
    </message>
    <message>
        <source>Mend or remove it, or export the file again.</source>
        <translation>Berichtige oder entferne sie, oder exportiere die Datei noch einmal.</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>Dieses Modell gibt es nicht</translation>
    </message>
    <message>
        <source>There is no model called {name} to download.</source>
        <translation>Es gibt kein Modell namens {name}, das sich herunterladen ließe.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Wähle eines von diesen: {names}.</translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation>Modell nicht gefunden</translation>
    </message>
    <message>
        <source>{name_or_path} is neither a model in the catalogue nor a file.</source>
        <translation>{name_or_path} ist weder ein Modell im Katalog noch eine Datei.</translation>
    </message>
    <message>
        <source>`reverie models` lists the models; any chat model in a .gguf file works too.</source>
        <translation>`reverie models` nennt die Modelle; es geht auch jedes Chat-Modell in einer .gguf-Datei.</translation>
    </message>
    <message>
        <source>Model has no chat template</source>
        <translation>Das Modell hat keine Chat-Vorlage</translation>
    </message>
    <message>
        <source>{file} does not say how a conversation is written for it.</source>
        <translation>In {file} steht nicht, wie eine Unterhaltung für dieses Modell geschrieben wird.</translation>
    </message>
    <message>
        <source>Choose an instruction-tuned (chat) version of this model.</source>
        <translation>Wähle eine auf Anweisungen trainierte Fassung dieses Modells (Instruct oder Chat).</translation>
    </message>
    <message>
        <source>Model file cannot be read</source>
        <translation>Die Modelldatei ist nicht zu lesen</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ist nicht zu lesen: {reason}.</translation>
    </message>
    <message>
        <source>Check that the file is there and readable, or choose another model.</source>
        <translation>Sieh nach, ob die Datei da ist und gelesen werden kann, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>Model not downloaded</source>
        <translation>Modell nicht heruntergeladen</translation>
    </message>
    <message>
        <source>{title} is not on this machine yet ({size:.0f} MB).</source>
        <translation>{title} ist noch nicht auf diesem Rechner ({size:.0f} MB).</translation>
    </message>
    <message>
        <source>Run `reverie models pull {name}`.</source>
        <translation>Führe `reverie models pull {name}` aus.</translation>
    </message>
    <message>
        <source>The engine stopped</source>
        <translation>Das Modell ist stehen geblieben</translation>
    </message>
    <message>
        <source>The process that runs the model ended unexpectedly ({detail}).</source>
        <translation>Der Prozess, in dem das Modell läuft, endete unerwartet ({detail}).</translation>
    </message>
    <message>
        <source>Try again: it is started anew. If it happens each time, choose a smaller model.</source>
        <translation>Versuche es noch einmal: Er wird neu gestartet. Geschieht es jedes Mal, wähle ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The engine is busy</source>
        <translation>Das Modell ist beschäftigt</translation>
    </message>
    <message>
        <source>It is writing a reply, or not loaded yet.</source>
        <translation>Es schreibt gerade eine Antwort oder ist noch nicht geladen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The engine is closed</source>
        <translation>Das Modell ist nicht mehr geladen</translation>
    </message>
    <message>
        <source>Reverie is closing, or another model was chosen meanwhile.</source>
        <translation>Reverie wird beendet, oder inzwischen wurde ein anderes Modell gewählt.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Frage noch einmal.</translation>
    </message>
    <message>
        <source>Not enough disk space</source>
        <translation>Zu wenig Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Downloading {title} needs {needed:.0f} MB for a moment; {free:.0f} MB are free in {folder}.</source>
        <translation>{title} herunterzuladen braucht kurzzeitig {needed:.0f} MB; in {folder} sind {free:.0f} MB frei.</translation>
    </message>
    <message>
        <source>Free some space, or set REVERIE_MODELS to a folder on another disk.</source>
        <translation>Schaffe Platz, oder setze REVERIE_MODELS auf einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>Free some space and pull the model again.</source>
        <translation>Schaffe Platz, und hole das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Model cannot be stored</source>
        <translation>Das Modell lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Allow writing there, or set REVERIE_MODELS.</source>
        <translation>Erlaube das Schreiben dort, oder setze REVERIE_MODELS.</translation>
    </message>
    <message>
        <source>Writing to {folder} failed: {reason}.</source>
        <translation>Das Schreiben nach {folder} ist gescheitert: {reason}.</translation>
    </message>
    <message>
        <source>{title} did not arrive.</source>
        <translation>{title} ist nicht angekommen.</translation>
    </message>
    <message>
        <source>{sentence} pip says: {words}</source>
        <translation>{sentence} pip meldet: {words}</translation>
    </message>
    <message>
        <source>Model could not be downloaded</source>
        <translation>Das Modell ließ sich nicht herunterladen</translation>
    </message>
    <message>
        <source>Check the network connection and try again, or use a GGUF file that you have: `reverie models use FILE.gguf`.</source>
        <translation>Prüfe die Netzverbindung, und versuche es noch einmal, oder nimm eine GGUF-Datei, die du hast: `reverie models use DATEI.gguf`.</translation>
    </message>
    <message>
        <source>Download is not the promised file</source>
        <translation>Heruntergeladen wurde nicht die versprochene Datei</translation>
    </message>
    <message>
        <source>What arrived for {title} does not have the size and SHA-256 of the catalogue.</source>
        <translation>Was für {title} ankam, hat nicht die Größe und die SHA-256 aus dem Katalog.</translation>
    </message>
    <message>
        <source>Nothing was installed. Try again; if it happens again, do not trust the source.</source>
        <translation>Es wurde nichts installiert. Versuche es noch einmal; geschieht es wieder, traue der Quelle nicht.</translation>
    </message>
    <message>
        <source>Prompt too long</source>
        <translation>Die Eingabe ist zu lang</translation>
    </message>
    <message>
        <source>The last message alone takes {tokens} tokens with its instructions; {budget} fit into this model&apos;s context of {n_ctx} beside the reply.</source>
        <translation>Die letzte Nachricht allein braucht mit ihren Anweisungen {tokens} Tokens; neben der Antwort passen {budget} in den Kontext dieses Modells von {n_ctx}.</translation>
    </message>
    <message>
        <source>Shorten the message, split it, or choose a longer context or a shorter answer.</source>
        <translation>Kürze die Nachricht, teile sie auf, oder wähle einen längeren Kontext oder eine kürzere Antwort.</translation>
    </message>
    <message>
        <source>Nothing to answer</source>
        <translation>Nichts zu beantworten</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schreib zuerst etwas.</translation>
    </message>
    <message>
        <source>Model too big for this machine</source>
        <translation>Das Modell ist zu groß für diesen Rechner</translation>
    </message>
    <message>
        <source>{file} needs about {needed:.1f} GB of memory; this machine has {total:.1f} GB.</source>
        <translation>{file} braucht etwa {needed:.1f} GB Speicher; dieser Rechner hat {total:.1f} GB.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or a stronger quantization of this one.</source>
        <translation>Wähle ein kleineres Modell oder eine stärkere Quantisierung von diesem.</translation>
    </message>
    <message>
        <source>Unknown request</source>
        <translation>Unbekannte Anfrage</translation>
    </message>
    <message>
        <source>The engine was asked for something it does not know.</source>
        <translation>Vom Modellprozess wurde etwas verlangt, das er nicht kennt.</translation>
    </message>
    <message>
        <source>Restart Reverie: its parts are of different versions.</source>
        <translation>Starte Reverie neu: Seine Teile haben verschiedene Versionen.</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Es ist kein Modell geladen</translation>
    </message>
    <message>
        <source>The engine has no model yet.</source>
        <translation>Noch ist kein Modell da.</translation>
    </message>
    <message>
        <source>Load a model first.</source>
        <translation>Lade zuerst ein Modell.</translation>
    </message>
    <message>
        <source>You paused learning.</source>
        <translation>Du hast das Lernen pausiert.</translation>
    </message>
    <message>
        <source>Start at login could not be changed</source>
        <translation>Der Start bei der Anmeldung ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>The desktop&apos;s list of such programs cannot be written ({reason}).</source>
        <translation>Die Liste dieser Programme auf deinem Desktop lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>Change it in the settings of your desktop instead.</source>
        <translation>Ändere es stattdessen in den Einstellungen deines Desktops.</translation>
    </message>
    <message>
        <source>before its first word</source>
        <translation>vor dem ersten Wort</translation>
    </message>
    <message>
        <source>Type a question or a request first.</source>
        <translation>Schreib zuerst eine Frage oder einen Wunsch.</translation>
    </message>
    <message>
        <source>Nothing to continue</source>
        <translation>Nichts fortzusetzen</translation>
    </message>
    <message>
        <source>The reply came to its end, or you have written it anew.</source>
        <translation>Die Antwort kam zu ihrem Ende, oder du hast sie neu geschrieben.</translation>
    </message>
    <message>
        <source>Ask for what is missing in a message of your own.</source>
        <translation>Frage in einer eigenen Nachricht nach dem, was fehlt.</translation>
    </message>
    <message>
        <source>Nothing learned yet</source>
        <translation>Noch nichts gelernt</translation>
    </message>
    <message>
        <source>There is no adapter for this model.</source>
        <translation>Für dieses Modell gibt es keinen Adapter.</translation>
    </message>
    <message>
        <source>Correct some replies and run `reverie sleep --now`, or ask with --arm memory.</source>
        <translation>Korrigiere einige Antworten, und führe `reverie sleep --now` aus, oder frage mit --arm memory.</translation>
    </message>
    <message>
        <source>That reply is gone</source>
        <translation>Diese Antwort gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The reply was deleted or replaced in the meantime.</source>
        <translation>Die Antwort wurde inzwischen gelöscht oder ersetzt.</translation>
    </message>
    <message>
        <source>Choose a reply that is still shown.</source>
        <translation>Wähle eine Antwort, die noch zu sehen ist.</translation>
    </message>
    <message>
        <source>An empty correction</source>
        <translation>Eine leere Korrektur</translation>
    </message>
    <message>
        <source>The corrected reply has no text, so there is nothing to learn from it.</source>
        <translation>Die korrigierte Antwort hat keinen Text; daraus ist nichts zu lernen.</translation>
    </message>
    <message>
        <source>Write what the reply should have been, or use thumbs down to reject it.</source>
        <translation>Schreib, wie die Antwort hätte lauten sollen, oder lehne sie mit dem Daumen nach unten ab.</translation>
    </message>
    <message>
        <source>This reply has a correction</source>
        <translation>Diese Antwort hat eine Korrektur</translation>
    </message>
    <message>
        <source>You have corrected the reply itself; it can be corrected only once.</source>
        <translation>Du hast die Antwort selbst korrigiert; das geht nur einmal.</translation>
    </message>
    <message>
        <source>Open that correction and change its text.</source>
        <translation>Öffne diese Korrektur und ändere ihren Text.</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <source>The text is the same as before.</source>
        <translation>Der Text ist derselbe wie zuvor.</translation>
    </message>
    <message>
        <source>Change the reply and save again, or cancel.</source>
        <translation>Ändere die Antwort, und speichere noch einmal, oder brich ab.</translation>
    </message>
    <message>
        <source>Nothing is learned for this model yet.</source>
        <translation>Für dieses Modell ist noch nichts gelernt.</translation>
    </message>
    <message>
        <source>There are no corrections and nothing that it should remember yet.</source>
        <translation>Es gibt noch keine Korrekturen und nichts, woran es sich erinnern soll.</translation>
    </message>
    <message>
        <source>Nothing to rewrite</source>
        <translation>Nichts umzuformulieren</translation>
    </message>
    <message>
        <source>The passage that is selected has no text.</source>
        <translation>Die ausgewählte Stelle hat keinen Text.</translation>
    </message>
    <message>
        <source>Select some words of the reply first.</source>
        <translation>Wähle zuerst einige Wörter der Antwort aus.</translation>
    </message>
    <message>
        <source>The passage was not rewritten</source>
        <translation>Die Stelle wurde nicht umformuliert</translation>
    </message>
    <message>
        <source>The model&apos;s process ended unexpectedly. Your text is as it was.</source>
        <translation>Der Prozess des Modells endete unerwartet. Dein Text ist, wie er war.</translation>
    </message>
    <message>
        <source>Try again; the model starts anew by itself.</source>
        <translation>Versuche es noch einmal; das Modell startet von selbst neu.</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it.</source>
        <translation>Die Datei ist nicht verschlüsselt: Wer sie hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>{added} conversations imported.</source>
        <translation>{added} Unterhaltungen importiert.</translation>
    </message>
    <message>
        <source>{added} conversations imported, 1 was already there.</source>
        <translation>{added} Unterhaltungen importiert, 1 war schon da.</translation>
    </message>
    <message>
        <source>{added} conversations imported, {known} were already there.</source>
        <translation>{added} Unterhaltungen importiert, {known} waren schon da.</translation>
    </message>
    <message>
        <source>1 conversation imported.</source>
        <translation>1 Unterhaltung importiert.</translation>
    </message>
    <message>
        <source>1 conversation imported, 1 was already there.</source>
        <translation>1 Unterhaltung importiert, 1 war schon da.</translation>
    </message>
    <message>
        <source>1 conversation imported, {known} were already there.</source>
        <translation>1 Unterhaltung importiert, {known} waren schon da.</translation>
    </message>
    <message>
        <source>message ids of its new conversation {number} belong to another one here</source>
        <translation>Nachrichten ihrer neuen Unterhaltung {number} haben Kennungen, die hier zu einer anderen gehören</translation>
    </message>
    <message>
        <source>Export the conversation again where it came from.</source>
        <translation>Exportiere die Unterhaltung dort, woher sie kam, noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Es wurde nichts exportiert</translation>
    </message>
    <message>
        <source>There are no conversations yet.</source>
        <translation>Es gibt noch keine Unterhaltungen.</translation>
    </message>
    <message>
        <source>A conversation is gone.</source>
        <translation>Eine Unterhaltung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>List them anew and choose again.</source>
        <translation>Lass sie neu auflisten, und wähle noch einmal.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>{file} exists.</source>
        <translation>{file} ist schon da.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Die Datei lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>{path}: {reason}.</source>
        <translation>{path}: {reason}.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen sind nicht zu lesen</translation>
    </message>
    <message>
        <source>{path} is damaged ({kind}).</source>
        <translation>{path} ist beschädigt ({kind}).</translation>
    </message>
    <message>
        <source>Mend the file, or delete it to start with the defaults; nothing else is affected.</source>
        <translation>Berichtige die Datei, oder lösche sie, um mit den Voreinstellungen zu beginnen; sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>That setting does not work</source>
        <translation>Diese Einstellung geht nicht</translation>
    </message>
    <message>
        <source>{setting}: {fault}.</source>
        <translation>{setting}: {fault}.</translation>
    </message>
    <message>
        <source>Choose another value; the old one stays.</source>
        <translation>Wähle einen anderen Wert; der alte bleibt.</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>Die Einstellungen ließen sich nicht speichern</translation>
    </message>
    <message>
        <source>{profile} cannot be written ({reason}).</source>
        <translation>{profile} lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>Free some space or allow writing there; the old settings stay.</source>
        <translation>Schaffe Platz, oder erlaube das Schreiben dort; die alten Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>{edits} corrections so far; a night needs {needed}: {train} to learn from and {held_out} to check itself with. Correct {missing} more and sleep again.</source>
        <translation>Bisher {edits} Korrekturen; eine Nacht braucht {needed}: {train} zum Lernen und {held_out}, um sich zu prüfen. Korrigiere noch {missing}, und lass Reverie dann wieder lernen.</translation>
    </message>
    <message>
        <source>1 correction so far; a night needs {needed}: {train} to learn from and {held_out} to check itself with. Correct {missing} more and sleep again.</source>
        <translation>Bisher 1 Korrektur; eine Nacht braucht {needed}: {train} zum Lernen und {held_out}, um sich zu prüfen. Korrigiere noch {missing}, und lass Reverie dann wieder lernen.</translation>
    </message>
    <message>
        <source>1 correction to learn from.</source>
        <translation>1 Korrektur zum Lernen.</translation>
    </message>
    <message>
        <source>{edits} corrections to learn from.</source>
        <translation>{edits} Korrekturen zum Lernen.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Du hast sie beendet.</translation>
    </message>
    <message>
        <source>The night broke off</source>
        <translation>Die Nacht ist abgebrochen</translation>
    </message>
    <message>
        <source>The learning process ended unexpectedly ({detail}).</source>
        <translation>Der Lernprozess endete unerwartet ({detail}).</translation>
    </message>
    <message>
        <source>Nothing was lost and the present adapter stays. Sleep again; the work that was already cached is not repeated.</source>
        <translation>Es ging nichts verloren, und der jetzige Adapter bleibt. Lass Reverie noch einmal lernen; was schon gespeichert war, wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>It took longer than it may.</source>
        <translation>Sie dauerte länger, als sie darf.</translation>
    </message>
    <message>
        <source>There is more to learn from than a night can take</source>
        <translation>Es gibt mehr zu lernen, als eine Nacht fassen kann</translation>
    </message>
    <message>
        <source>Forget corrections that you no longer need, the longest ones first.</source>
        <translation>Vergiss Korrekturen, die du nicht mehr brauchst, die längsten zuerst.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Sie wurde beendet.</translation>
    </message>
    <message>
        <source>a fault of ours</source>
        <translation>ein Fehler von uns</translation>
    </message>
    <message>
        <source>its first bytes are not the key&apos;s</source>
        <translation>ihre ersten Bytes sind nicht die des Schlüssels</translation>
    </message>
    <message>
        <source>Restore the latest backup. The file was left exactly as it is.</source>
        <translation>Stelle die letzte Sicherung wieder her. Die Datei blieb genau so, wie sie ist.</translation>
    </message>
    <message>
        <source>{path} is another kind of file.</source>
        <translation>{path} ist eine Datei anderer Art.</translation>
    </message>
    <message>
        <source>The store is empty</source>
        <translation>Die Datenbank ist leer</translation>
    </message>
    <message>
        <source>{path} has 0 bytes.</source>
        <translation>{path} hat 0 Bytes.</translation>
    </message>
    <message>
        <source>The store is cut short</source>
        <translation>Die Datenbank ist abgeschnitten</translation>
    </message>
    <message>
        <source>{path} ends after {size} bytes, in the middle of its data.</source>
        <translation>{path} endet nach {size} Bytes, mitten in den Daten.</translation>
    </message>
    <message>
        <source>The store is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>{path} was altered: {where}.</source>
        <translation>{path} wurde verändert: {where}.</translation>
    </message>
    <message>
        <source>This is not a Reverie store</source>
        <translation>Das ist keine Datenbank von Reverie</translation>
    </message>
    <message>
        <source>Move that file away, or choose another profile folder. It was left as it is.</source>
        <translation>Verschiebe diese Datei, oder wähle einen anderen Profilordner. Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>{path} is an unencrypted database, which Reverie never writes.</source>
        <translation>{path} ist eine unverschlüsselte Datenbank; so etwas schreibt Reverie nie.</translation>
    </message>
    <message>
        <source>The key does not fit the store</source>
        <translation>Der Schlüssel passt nicht zur Datenbank</translation>
    </message>
    <message>
        <source>{path} was encrypted with another key, or its first page is destroyed.</source>
        <translation>{path} wurde mit einem anderen Schlüssel verschlüsselt, oder die erste Seite ist zerstört.</translation>
    </message>
    <message>
        <source>Open it with the key it was made with, or restore a backup. The file was left exactly as it is.</source>
        <translation>Öffne sie mit dem Schlüssel, mit dem sie angelegt wurde, oder stelle eine Sicherung wieder her. Die Datei blieb genau so, wie sie ist.</translation>
    </message>
    <message>
        <source>The store is from a newer Reverie</source>
        <translation>Die Datenbank ist von einem neueren Reverie</translation>
    </message>
    <message>
        <source>{path} has schema version {found}; this version knows {known}.</source>
        <translation>{path} hat die Schema-Version {found}; diese Version kennt {known}.</translation>
    </message>
    <message>
        <source>Install the newer version again. The file was left exactly as it is.</source>
        <translation>Installiere wieder die neuere Version. Die Datei blieb genau so, wie sie ist.</translation>
    </message>
    <message>
        <source>The store is missing</source>
        <translation>Die Datenbank fehlt</translation>
    </message>
    <message>
        <source>{path} is gone, though other data of this profile is still there.</source>
        <translation>{path} ist weg, obwohl andere Daten dieses Profils noch da sind.</translation>
    </message>
    <message>
        <source>Put the file back or restore a backup. No new store was made in its place.</source>
        <translation>Lege die Datei zurück, oder stelle eine Sicherung wieder her. An ihrer Stelle wurde keine neue angelegt.</translation>
    </message>
    <message>
        <source>The store is open elsewhere</source>
        <translation>Die Datenbank ist anderswo geöffnet</translation>
    </message>
    <message>
        <source>Another Reverie process is using {profile}.</source>
        <translation>Ein anderer Reverie-Prozess benutzt {profile}.</translation>
    </message>
    <message>
        <source>Close that one first, or choose another profile folder.</source>
        <translation>Schließe zuerst diesen, oder wähle einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>There is no room to write beside {path}. What was saved before is safe.</source>
        <translation>Neben {path} ist kein Platz zum Schreiben. Was schon gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffe Platz, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The profile cannot be written</source>
        <translation>In das Profil lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only, or belongs to another user.</source>
        <translation>{path} oder der Ordner ist schreibgeschützt oder gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Give yourself write access to the folder, or choose another profile folder.</source>
        <translation>Gib dir Schreibrechte für den Ordner, oder wähle einen anderen Profilordner.</translation>
    </message>
    <message>
        <source>The disk reported a fault</source>
        <translation>Der Datenträger hat einen Fehler gemeldet</translation>
    </message>
    <message>
        <source>Reading or writing {path} failed: {detail}.</source>
        <translation>{path} zu lesen oder zu schreiben ist gescheitert: {detail}.</translation>
    </message>
    <message>
        <source>Check the disk and its free space, then try again.</source>
        <translation>Prüfe den Datenträger und seinen freien Platz, und versuche es dann noch einmal.</translation>
    </message>
    <message>
        <source>Forgetting is not finished</source>
        <translation>Das Vergessen ist noch nicht fertig</translation>
    </message>
    <message>
        <source>The entries are deleted, but what they left on the disk (old bytes inside the encrypted store, adapters) could not be removed yet. {cause}.</source>
        <translation>Die Einträge sind gelöscht, aber was von ihnen auf dem Datenträger blieb (alte Bytes in der verschlüsselten Datenbank, Adapter), konnte noch nicht entfernt werden. {cause}.</translation>
    </message>
    <message>
        <source>{remedy} The rest is done at the next start.</source>
        <translation>{remedy} Der Rest geschieht beim nächsten Start.</translation>
    </message>
    <message>
        <source>No such adapter</source>
        <translation>Diesen Adapter gibt es nicht</translation>
    </message>
    <message>
        <source>There is no adapter with the id {identity}.</source>
        <translation>Es gibt keinen Adapter mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>No such conversation</source>
        <translation>Diese Unterhaltung gibt es nicht</translation>
    </message>
    <message>
        <source>There is no conversation with the id {identity}.</source>
        <translation>Es gibt keine Unterhaltung mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>No such memory</source>
        <translation>Diese Erinnerung gibt es nicht</translation>
    </message>
    <message>
        <source>There is no memory with the id {identity}.</source>
        <translation>Es gibt keine Erinnerung mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>No such message</source>
        <translation>Diese Nachricht gibt es nicht</translation>
    </message>
    <message>
        <source>There is no message with the id {identity}.</source>
        <translation>Es gibt keine Nachricht mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>There is no night with the id {identity}.</source>
        <translation>Es gibt keine Nacht mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>No such signal</source>
        <translation>Dieses Signal gibt es nicht</translation>
    </message>
    <message>
        <source>There is no signal with the id {identity}.</source>
        <translation>Es gibt kein Signal mit der Kennung {identity}.</translation>
    </message>
    <message>
        <source>List what there is, and use an id from that list.</source>
        <translation>Lass auflisten, was es gibt, und nimm eine Kennung aus dieser Liste.</translation>
    </message>
    <message>
        <source>{missing} of the signals that adapter {adapter} learned from are gone.</source>
        <translation>{missing} der Signale, aus denen der Adapter {adapter} gelernt hat, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>1 of the signals that adapter {adapter} learned from is gone.</source>
        <translation>1 der Signale, aus denen der Adapter {adapter} gelernt hat, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This adapter saw something you had it forget</source>
        <translation>Dieser Adapter hat gesehen, was du vergessen ließest</translation>
    </message>
    <message>
        <source>Let the next night learn without them.</source>
        <translation>Lass die nächste Nacht ohne sie lernen.</translation>
    </message>
    <message>
        <source>This night has ended</source>
        <translation>Diese Nacht ist zu Ende</translation>
    </message>
    <message>
        <source>What was learned was wiped while this night ran.</source>
        <translation>Was gelernt war, wurde gelöscht, während diese Nacht lief.</translation>
    </message>
    <message>
        <source>Sleep again to learn from what is there now.</source>
        <translation>Lass es noch einmal schlafen, damit es aus dem lernt, was jetzt da ist.</translation>
    </message>
    <message>
        <source>A passphrase is needed</source>
        <translation>Eine Passphrase wird gebraucht</translation>
    </message>
    <message>
        <source>Enter it in the window, or name a file that holds it with --passphrase-file.</source>
        <translation>Gib sie im Fenster ein, oder nenne mit --passphrase-file eine Datei, in der sie steht.</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Falsche Passphrase</translation>
    </message>
    <message>
        <source>The passphrase does not unlock this profile&apos;s key.</source>
        <translation>Diese Passphrase öffnet den Schlüssel dieses Profils nicht.</translation>
    </message>
    <message>
        <source>Try again. Nothing was changed.</source>
        <translation>Versuche es noch einmal. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key file is damaged</source>
        <translation>Die Schlüsseldatei ist beschädigt</translation>
    </message>
    <message>
        <source>{path} cannot be read as a key file.</source>
        <translation>{path} ist als Schlüsseldatei nicht zu lesen.</translation>
    </message>
    <message>
        <source>Restore that file from a backup of the profile. Nothing was changed.</source>
        <translation>Stelle diese Datei aus einer Sicherung des Profils wieder her. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key file is missing</source>
        <translation>Die Schlüsseldatei fehlt</translation>
    </message>
    <message>
        <source>{path} is gone, but there is data that was encrypted with its key.</source>
        <translation>{path} ist weg, aber es gibt Daten, die mit diesem Schlüssel verschlüsselt wurden.</translation>
    </message>
    <message>
        <source>Put the file back from a backup of the profile. No new key was made.</source>
        <translation>Lege die Datei aus einer Sicherung des Profils zurück. Es wurde kein neuer Schlüssel gemacht.</translation>
    </message>
    <message>
        <source>The key is not in the keyring</source>
        <translation>Der Schlüssel ist nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>The keyring ({backend}) answers but has no entry for this profile.</source>
        <translation>Der Schlüsselbund ({backend}) antwortet, hat aber keinen Eintrag für dieses Profil.</translation>
    </message>
    <message>
        <source>Log in to the desktop account that made this profile, or restore its keyring. No new key was made.</source>
        <translation>Melde dich bei dem Desktop-Konto an, das dieses Profil angelegt hat, oder stelle dessen Schlüsselbund wieder her. Es wurde kein neuer Schlüssel gemacht.</translation>
    </message>
    <message>
        <source>The key in the keyring is damaged</source>
        <translation>Der Schlüssel im Schlüsselbund ist beschädigt</translation>
    </message>
    <message>
        <source>The entry for this profile in the keyring ({backend}) is not a key.</source>
        <translation>Der Eintrag für dieses Profil im Schlüsselbund ({backend}) ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>Restore the keyring. Nothing was changed.</source>
        <translation>Stelle den Schlüsselbund wieder her. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keyring ({backend}) stayed locked, or its prompt was dismissed.</source>
        <translation>Der Schlüsselbund ({backend}) blieb gesperrt, oder seine Abfrage wurde geschlossen.</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again.</source>
        <translation>Entsperre den Schlüsselbund, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring refused</source>
        <translation>Der Schlüsselbund hat abgelehnt</translation>
    </message>
    <message>
        <source>The keyring ({backend}) did not let Reverie read or store its key.</source>
        <translation>Der Schlüsselbund ({backend}) ließ Reverie den Schlüssel nicht lesen oder speichern.</translation>
    </message>
    <message>
        <source>Allow Reverie in the keyring&apos;s settings and try again.</source>
        <translation>Erlaube Reverie in den Einstellungen des Schlüsselbunds, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>No keyring answers</source>
        <translation>Kein Schlüsselbund antwortet</translation>
    </message>
    <message>
        <source>This profile&apos;s key is in the keyring ({backend}), but now there is only {now}.</source>
        <translation>Der Schlüssel dieses Profils ist im Schlüsselbund ({backend}), aber jetzt gibt es nur dies: {now}.</translation>
    </message>
    <message>
        <source>Log in to the desktop session that has the keyring, start its service, and try again.</source>
        <translation>Melde dich bei der Desktop-Sitzung an, die den Schlüsselbund hat, starte seinen Dienst, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring has changed</source>
        <translation>Der Schlüsselbund ist ein anderer</translation>
    </message>
    <message>
        <source>This profile&apos;s key is in {recorded}; this session offers {now}.</source>
        <translation>Der Schlüssel dieses Profils ist in {recorded}; diese Sitzung bietet {now}.</translation>
    </message>
    <message>
        <source>Start Reverie where {recorded} is the keyring, or select it with the environment variable PYTHON_KEYRING_BACKEND={recorded}. Nothing was changed.</source>
        <translation>Starte Reverie dort, wo {recorded} der Schlüsselbund ist, oder wähle ihn mit der Umgebungsvariablen PYTHON_KEYRING_BACKEND={recorded}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The adapter&apos;s file is missing</source>
        <translation>Die Datei des Adapters fehlt</translation>
    </message>
    <message>
        <source>The file of adapter {identity} is gone.</source>
        <translation>Die Datei des Adapters {identity} ist weg.</translation>
    </message>
    <message>
        <source>Choose another night, or let the next night make a new one.</source>
        <translation>Wähle eine andere Nacht, oder lass die nächste Nacht einen neuen machen.</translation>
    </message>
    <message>
        <source>The adapter&apos;s file was altered</source>
        <translation>Die Datei des Adapters wurde verändert</translation>
    </message>
    <message>
        <source>The file of adapter {identity} is not the one that its night wrote.</source>
        <translation>Die Datei des Adapters {identity} ist nicht die, die seine Nacht geschrieben hat.</translation>
    </message>
    <message>
        <source>a page does not carry its seal</source>
        <translation>eine Seite trägt ihr Siegel nicht</translation>
    </message>
    <message>
        <source>its first {count} bytes</source>
        <translation>die ersten {count} Bytes</translation>
    </message>
    <message>
        <source>{count} of its pages (first: {first})</source>
        <translation>{count} der Seiten (zuerst: {first})</translation>
    </message>
    <message>
        <source>{path} is another program&apos;s database.</source>
        <translation>{path} ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>{count} of its pages</source>
        <translation>{count} der Seiten</translation>
    </message>
    <message>
        <source>a keyring setting that fails ({kind})</source>
        <translation>eine Schlüsselbund-Einstellung, die scheitert ({kind})</translation>
    </message>
    <message>
        <source>no service that answers</source>
        <translation>kein Dienst, der antwortet</translation>
    </message>
    <message>
        <source>This profile is protected by a passphrase.</source>
        <translation>Dieses Profil ist durch eine Passphrase geschützt.</translation>
    </message>
    <message>
        <source>No secure keyring was found here (only {found}), so a passphrase protects the key.</source>
        <translation>Hier wurde kein sicherer Schlüsselbund gefunden (nur {found}); darum schützt eine Passphrase den Schlüssel.</translation>
    </message>
    <message>
        <source>Reverie was stopped before this night was over.</source>
        <translation>Reverie wurde beendet, bevor diese Nacht vorbei war.</translation>
    </message>
    <message>
        <source>Chat template cannot be used</source>
        <translation>Die Chat-Vorlage ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>The model&apos;s own chat template failed ({kind}).</source>
        <translation>Die eigene Chat-Vorlage des Modells ist gescheitert ({kind}).</translation>
    </message>
    <message>
        <source>Choose another model or another conversion of this one.</source>
        <translation>Wähle ein anderes Modell oder eine andere Konvertierung von diesem.</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>Signal {number}</translation>
    </message>
    <message>
        <source>exit code {number}</source>
        <translation>Exit-Code {number}</translation>
    </message>
    <message>
        <source>{how}: {words}</source>
        <translation>{how}: {words}</translation>
    </message>
    <message>
        <source>The proof was asked for in the wrong form</source>
        <translation>Der Beweis wurde in der falschen Form verlangt</translation>
    </message>
    <message>
        <source>A text to score is missing or wrong ({kind}).</source>
        <translation>Ein Text, der zu bewerten war, fehlt oder ist falsch ({kind}).</translation>
    </message>
    <message>
        <source>Please report this; nothing was changed.</source>
        <translation>Bitte melde das; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model gives numbers that are none</source>
        <translation>Das Modell rechnet mit Zahlen, die keine sind</translation>
    </message>
    <message>
        <source>A text&apos;s likelihood under the new adapter is not a finite number.</source>
        <translation>Wie wahrscheinlich ein Text mit dem neuen Adapter ist, ergab keine endliche Zahl.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file of this model if it happens again.</source>
        <translation>Es wurde nichts geändert. Wähle eine andere Datei dieses Modells, wenn das noch einmal geschieht.</translation>
    </message>
    <message>
        <source>Please report this; trying again is safe.</source>
        <translation>Bitte melde das; ein neuer Versuch schadet nicht.</translation>
    </message>
    <message>
        <source>An unexpected {kind} was raised.</source>
        <translation>Es kam unerwartet zu {kind}.</translation>
    </message>
    <message>
        <source>An unexpected {kind} was raised at {place}, line {line}.</source>
        <translation>Bei {place}, Zeile {line}, kam es unerwartet zu {kind}.</translation>
    </message>
    <message>
        <source>A row of the ledger cannot be read</source>
        <translation>Ein Eintrag des Lernstoffs ist nicht zu lesen</translation>
    </message>
    <message>
        <source>A signal was handed to the night in the wrong form ({kind}).</source>
        <translation>Der Nacht wurde ein Signal in der falschen Form gegeben ({kind}).</translation>
    </message>
    <message>
        <source>This model cannot learn yet</source>
        <translation>Dieses Modell kann noch nicht lernen</translation>
    </message>
    <message>
        <source>Models of the family {family} can chat, but not be trained.</source>
        <translation>Modelle der Familie {family} können antworten, aber nicht trainiert werden.</translation>
    </message>
    <message>
        <source>Choose a model of one of these families: {families}.</source>
        <translation>Wähle ein Modell aus einer dieser Familien: {families}.</translation>
    </message>
    <message>
        <source>Model file is damaged</source>
        <translation>Die Modelldatei ist beschädigt</translation>
    </message>
    <message>
        <source>The table of tensors of {file} cannot be read.</source>
        <translation>Das Verzeichnis der Tensoren in {file} ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Download the file again and compare its SHA-256 with the publisher&apos;s.</source>
        <translation>Lade die Datei noch einmal herunter und vergleiche ihre SHA-256 mit der des Herausgebers.</translation>
    </message>
    <message>
        <source>its {key} is missing or differs by layer</source>
        <translation>{key} fehlt oder ist je nach Schicht verschieden</translation>
    </message>
    <message>
        <source>This {architecture} model can chat, but not be trained: {why}.</source>
        <translation>Dieses {architecture}-Modell kann antworten, aber nicht trainiert werden: {why}.</translation>
    </message>
    <message>
        <source>Choose another conversion or another model of this family.</source>
        <translation>Wähle eine andere Konvertierung oder ein anderes Modell dieser Familie.</translation>
    </message>
    <message>
        <source>it uses {key}</source>
        <translation>es verwendet {key}</translation>
    </message>
    <message>
        <source>its {key} is not the width of a head</source>
        <translation>{key} ist nicht die Breite eines Kopfs</translation>
    </message>
    <message>
        <source>it scales positions by {kind}</source>
        <translation>es skaliert Positionen mit {kind}</translation>
    </message>
    <message>
        <source>Not a GGUF model</source>
        <translation>Kein GGUF-Modell</translation>
    </message>
    <message>
        <source>{file} is not a GGUF file.</source>
        <translation>{file} ist keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>Choose a model file that ends in .gguf and comes from a source you trust.</source>
        <translation>Wähle eine Modelldatei, die auf .gguf endet und aus einer Quelle kommt, der du vertraust.</translation>
    </message>
    <message>
        <source>Model file not found</source>
        <translation>Modelldatei nicht gefunden</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>Choose another model, or download the starter model with `reverie models pull`.</source>
        <translation>Wähle ein anderes Modell, oder lade das Startmodell mit `reverie models pull` herunter.</translation>
    </message>
    <message>
        <source>Check the file&apos;s permissions and the disk, or choose another model.</source>
        <translation>Prüfe die Rechte der Datei und den Datenträger, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>{file} is cut short or damaged: it does not hold what its own table says.</source>
        <translation>{file} ist abgeschnitten oder beschädigt: Es fehlt, was das eigene Verzeichnis nennt.</translation>
    </message>
    <message>
        <source>Unknown GGUF version</source>
        <translation>Unbekannte GGUF-Version</translation>
    </message>
    <message>
        <source>{file} has GGUF version {version}; versions 2 and 3 are understood.</source>
        <translation>{file} hat die GGUF-Version {version}; verstanden werden die Versionen 2 und 3.</translation>
    </message>
    <message>
        <source>Choose a newer conversion of this model.</source>
        <translation>Wähle eine neuere Konvertierung dieses Modells.</translation>
    </message>
    <message>
        <source>Not a model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>{file} is a GGUF file of the type {kind}, not a model.</source>
        <translation>{file} ist eine GGUF-Datei vom Typ {kind}, kein Modell.</translation>
    </message>
    <message>
        <source>Choose the model itself.</source>
        <translation>Wähle das Modell selbst.</translation>
    </message>
    <message>
        <source>Model is split</source>
        <translation>Das Modell ist aufgeteilt</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts.</source>
        <translation>{file} ist einer von {count} Teilen.</translation>
    </message>
    <message>
        <source>Join the parts with `llama-gguf-split --merge` and choose the result.</source>
        <translation>Füge die Teile mit `llama-gguf-split --merge` zusammen und wähle das Ergebnis.</translation>
    </message>
    <message>
        <source>Adapter is damaged</source>
        <translation>Der Adapter ist beschädigt</translation>
    </message>
    <message>
        <source>The adapter&apos;s bytes are not what this program writes.</source>
        <translation>Der Inhalt des Adapters ist nicht, was dieses Programm schreibt.</translation>
    </message>
    <message>
        <source>Go back to an earlier night, or let the next one make a new adapter.</source>
        <translation>Geh zu einer früheren Nacht zurück, oder lass die nächste einen neuen Adapter machen.</translation>
    </message>
    <message>
        <source>The night was asked for in the wrong form</source>
        <translation>Die Nacht wurde in der falschen Form verlangt</translation>
    </message>
    <message>
        <source>A field of the job is missing or wrong ({kind}).</source>
        <translation>Ein Feld des Auftrags fehlt oder ist falsch ({kind}).</translation>
    </message>
    <message>
        <source>Too little to learn from</source>
        <translation>Zu wenig, um daraus zu lernen</translation>
    </message>
    <message>
        <source>There are {train} rows to learn from and {held_out} to check with; a night needs {needed} and {checks}.</source>
        <translation>Zum Lernen gibt es {train} Beispiele und zum Prüfen {held_out}; eine Nacht braucht {needed} und {checks}.</translation>
    </message>
    <message>
        <source>Correct a few more replies and sleep again.</source>
        <translation>Korrigiere noch ein paar Antworten und lass Reverie dann wieder lernen.</translation>
    </message>
    <message>
        <source>{sentence} llama.cpp says: {complaint}</source>
        <translation>{sentence} llama.cpp meldet: {complaint}</translation>
    </message>
    <message>
        <source>Model cannot be loaded</source>
        <translation>Das Modell lässt sich nicht laden</translation>
    </message>
    <message>
        <source>llama.cpp refused {file} ({family}).</source>
        <translation>llama.cpp hat {file} ({family}) abgelehnt.</translation>
    </message>
    <message>
        <source>Choose another model, or a newer conversion of this one.</source>
        <translation>Wähle ein anderes Modell oder eine neuere Konvertierung von diesem.</translation>
    </message>
    <message>
        <source>Not enough memory for this model</source>
        <translation>Zu wenig Speicher für dieses Modell</translation>
    </message>
    <message>
        <source>A context of {tokens} tokens could not be set up.</source>
        <translation>Ein Kontext von {tokens} Tokens ließ sich nicht einrichten.</translation>
    </message>
    <message>
        <source>Close other programs, choose a smaller model or a shorter context.</source>
        <translation>Schließe andere Programme, oder wähle ein kleineres Modell oder einen kürzeren Kontext.</translation>
    </message>
    <message>
        <source>Adapter does not fit</source>
        <translation>Der Adapter passt nicht</translation>
    </message>
    <message>
        <source>The adapter was refused: it is damaged or made for another model.</source>
        <translation>Der Adapter wurde abgelehnt: Er ist beschädigt oder für ein anderes Modell gemacht.</translation>
    </message>
    <message>
        <source>Let the next night make a new one, or go back to an earlier night.</source>
        <translation>Lass die nächste Nacht einen neuen machen, oder geh zu einer früheren Nacht zurück.</translation>
    </message>
    <message>
        <source>Adapters need Linux or macOS</source>
        <translation>Adapter brauchen Linux oder macOS</translation>
    </message>
    <message>
        <source>This system cannot open memory as a file, and an adapter never goes to disk.</source>
        <translation>Dieses System kann Speicher nicht als Datei öffnen, und ein Adapter kommt nie auf die Platte.</translation>
    </message>
    <message>
        <source>Use the base model without an adapter on this system.</source>
        <translation>Verwende auf diesem System das Basismodell ohne Adapter.</translation>
    </message>
    <message>
        <source>What was learned could not be loaded into the model, so it was not used.</source>
        <translation>Das Gelernte ließ sich nicht in das Modell laden; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>What was learned made the model compute nonsense, so it was not used.</source>
        <translation>Mit dem Gelernten rechnete das Modell Unsinn; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>The model file cannot be read</source>
        <translation>Die Modelldatei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>{file} is missing or may not be read.</source>
        <translation>{file} fehlt oder darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Fetch the model again, or choose another one.</source>
        <translation>Hole das Modell noch einmal, oder wähle ein anderes.</translation>
    </message>
    <message>
        <source>The model file has changed</source>
        <translation>Die Modelldatei hat sich geändert</translation>
    </message>
    <message>
        <source>{file} is not the file that this night was planned for.</source>
        <translation>{file} ist nicht die Datei, für die diese Nacht geplant war.</translation>
    </message>
    <message>
        <source>Fetch the model again, then sleep again.</source>
        <translation>Hole das Modell noch einmal und lass Reverie dann wieder lernen.</translation>
    </message>
    <message>
        <source>Broken message between processes</source>
        <translation>Gestörte Nachricht zwischen Prozessen</translation>
    </message>
    <message>
        <source>Try again; the process at the other end is started anew when it is needed.</source>
        <translation>Versuche es noch einmal; der Prozess am anderen Ende wird neu gestartet, sobald er gebraucht wird.</translation>
    </message>
    <message>
        <source>The message is not plain JSON ({kind}).</source>
        <translation>Die Nachricht ist kein reines JSON ({kind}).</translation>
    </message>
    <message>
        <source>The stream ended inside a frame&apos;s header.</source>
        <translation>Der Datenstrom endete mitten im Kopf einer Nachricht.</translation>
    </message>
    <message>
        <source>The message has {size} bytes; {most} is the limit.</source>
        <translation>Die Nachricht hat {size} Bytes; höchstens {most} sind erlaubt.</translation>
    </message>
    <message>
        <source>The attachment has {size} bytes; {most} is the limit.</source>
        <translation>Der Anhang der Nachricht hat {size} Bytes; höchstens {most} sind erlaubt.</translation>
    </message>
    <message>
        <source>The message is not JSON.</source>
        <translation>Die Nachricht ist kein JSON.</translation>
    </message>
    <message>
        <source>The message is not a JSON object.</source>
        <translation>Die Nachricht ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The stream ended after {read} of {size} bytes.</source>
        <translation>Der Datenstrom endete nach {read} von {size} Bytes.</translation>
    </message>
    <message>
        <source>It repeated text that it should never have learned, so it was not used.</source>
        <translation>Es gab Text wieder, den es nie hätte lernen dürfen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies contained broken characters, so it was not used.</source>
        <translation>In seinen Antworten standen kaputte Zeichen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Some of its replies were empty, so it was not used.</source>
        <translation>Einige seiner Antworten waren leer; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It refused harmful requests less often than before, so it was not used.</source>
        <translation>Es lehnte Schädliches seltener ab als zuvor; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It leaned less towards refusing harmful requests than before, so it was not used.</source>
        <translation>Es neigte weniger dazu als zuvor, Schädliches abzulehnen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It held back from harmless requests more often than before, so it was not used.</source>
        <translation>Es verweigerte sich Harmlosem öfter als zuvor; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It leaned more towards refusing harmless requests than before, so it was not used.</source>
        <translation>Es neigte mehr dazu als zuvor, Harmloses abzulehnen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies no longer came to an end, so it was not used.</source>
        <translation>Seine Antworten kamen zu keinem Ende mehr; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies repeated themselves, so it was not used.</source>
        <translation>Seine Antworten wiederholten sich; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies were far longer or shorter than yours, so it was not used.</source>
        <translation>Seine Antworten waren viel länger oder kürzer als deine; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It had lost some of its general knowledge, so it was not used.</source>
        <translation>Es hatte etwas von seinem Allgemeinwissen verloren; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It had changed too much on questions that have nothing to do with your edits, so it was not used.</source>
        <translation>Es hatte sich bei Fragen, die nichts mit deinen Korrekturen zu tun haben, zu sehr verändert; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It had become worse at ordinary text, so it was not used.</source>
        <translation>Bei gewöhnlichem Text war es schlechter geworden; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>There were too few of your edits set aside to test on, so nothing changed.</source>
        <translation>Zum Prüfen waren zu wenige deiner Korrekturen zurückgelegt; darum bleibt alles, wie es war.</translation>
    </message>
    <message>
        <source>By itself it came no closer to your wording than the model without it, so it was not used.</source>
        <translation>Für sich allein kam es deinen Worten nicht näher als das Modell ohne das Gelernte; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It did no better on edits it had never seen than the model without it, so it was not used.</source>
        <translation>Bei Korrekturen, die es nie gesehen hatte, war es nicht besser als das Modell ohne das Gelernte; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Your corrections, or what it made of them, have little to do with what was asked, so it was not used.</source>
        <translation>Deine Korrekturen, oder was es daraus gemacht hat, haben wenig mit dem zu tun, was gefragt war; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>On edits that it had never seen, it did not clearly prefer what you made of a reply to the reply itself, so it was not used.</source>
        <translation>Bei Korrekturen, die es nie gesehen hatte, zog es das, was du aus einer Antwort gemacht hast, der Antwort selbst nicht klar vor; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies needed more changes than with your past edits shown as examples, so it was not used.</source>
        <translation>An seinen Antworten war mehr zu ändern als mit deinen früheren Korrekturen als Beispielen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>It was less sure of your wording than with your past edits shown as examples, so it was not used.</source>
        <translation>Es war sich deiner Worte weniger sicher als mit deinen früheren Korrekturen als Beispielen; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>Its replies needed more changes than those of what is in use now, so that stays.</source>
        <translation>An seinen Antworten war mehr zu ändern als an denen des jetzigen Stands; darum bleibt dieser.</translation>
    </message>
    <message>
        <source>It was less sure of your wording than what is in use now, so that stays.</source>
        <translation>Es war sich deiner Worte weniger sicher als der jetzige Stand; darum bleibt dieser.</translation>
    </message>
    <message>
        <source>It did no better on edits it had never seen than what is in use now, so that stays.</source>
        <translation>Bei Korrekturen, die es nie gesehen hatte, war es nicht besser als der jetzige Stand; darum bleibt dieser.</translation>
    </message>
    <message>
        <source>leaks</source>
        <translation>Preisgegebenes</translation>
    </message>
    <message>
        <source>artefacts</source>
        <translation>kaputte Zeichen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leere Antworten</translation>
    </message>
    <message>
        <source>refusals</source>
        <translation>Ablehnen von Schädlichem</translation>
    </message>
    <message>
        <source>refusal lean</source>
        <translation>Neigung, Schädliches abzulehnen</translation>
    </message>
    <message>
        <source>compliance</source>
        <translation>Eingehen auf Harmloses</translation>
    </message>
    <message>
        <source>compliance lean</source>
        <translation>Neigung, auf Harmloses einzugehen</translation>
    </message>
    <message>
        <source>endings</source>
        <translation>Ende der Antworten</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>skills</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>kl</source>
        <translation>Abweichung vom Basismodell</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>held out rows</source>
        <translation>zurückgelegte Korrekturen</translation>
    </message>
    <message>
        <source>adapter alone</source>
        <translation>Adapter allein</translation>
    </message>
    <message>
        <source>gain over base</source>
        <translation>Vorsprung vor dem Basismodell</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>Bezug zur Frage</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>edit cost behind memory</source>
        <translation>Änderungen im Vergleich mit Beispielen</translation>
    </message>
    <message>
        <source>nll behind memory</source>
        <translation>Sicherheit im Vergleich mit Beispielen</translation>
    </message>
    <message>
        <source>edit cost behind present</source>
        <translation>Änderungen im Vergleich mit dem jetzigen Adapter</translation>
    </message>
    <message>
        <source>nll behind present</source>
        <translation>Sicherheit im Vergleich mit dem jetzigen Adapter</translation>
    </message>
    <message>
        <source>gain over present</source>
        <translation>Vorsprung vor dem jetzigen Adapter</translation>
    </message>
    <message>
        <source>What was learned belongs to another model file, so it was not used.</source>
        <translation>Das Gelernte gehört zu einer anderen Modelldatei; darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>One of the tests ({test}) gave no usable result, so everything stays as it was.</source>
        <translation>Einer der Tests ({test}) ergab nichts Brauchbares; darum bleibt alles, wie es war.</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>The test questions in {files} are missing or damaged, so it could not be shown that nothing was forgotten; everything stays as it was (installing Reverie again helps).</source>
        <translation>Die Testfragen in {files} fehlen oder sind beschädigt; so ließ sich nicht zeigen, dass nichts vergessen wurde, und alles bleibt, wie es war (Reverie neu zu installieren hilft).</translation>
    </message>
    <message>
        <source>On {rows} of your edits that it had never seen, {after:.0f} % of the words are left to change instead of {before:.0f} %, and it failed none of the tests for forgetting.</source>
        <translation>Bei {rows} deiner Korrekturen, die es nie gesehen hatte, sind noch {after:.0f} % der Wörter zu ändern statt {before:.0f} %, und es hat jeden Test auf Vergessen bestanden.</translation>
    </message>
    <message>
        <source>On {rows} of your edits that it had never seen, it is {surer:.0f} % surer of each of your words than before, and it failed none of the tests for forgetting.</source>
        <translation>Bei {rows} deiner Korrekturen, die es nie gesehen hatte, ist es sich jedes deiner Wörter um {surer:.0f} % sicherer als zuvor, und es hat jeden Test auf Vergessen bestanden.</translation>
    </message>
    <message>
        <source>On {rows} of your edits that it had never seen, it does as well as with your past edits shown as examples, without having to read them first, and it failed none of the tests for forgetting.</source>
        <translation>Bei {rows} deiner Korrekturen, die es nie gesehen hatte, ist es so gut wie mit deinen früheren Korrekturen als Beispielen, ohne sie erst lesen zu müssen, und es hat jeden Test auf Vergessen bestanden.</translation>
    </message>
    <message>
        <source>On {rows} of your edits that it had never seen, it does as well as before, it knows 1 correction more, and it failed none of the tests for forgetting.</source>
        <translation>Bei {rows} deiner Korrekturen, die es nie gesehen hatte, ist es so gut wie zuvor; es kennt 1 Korrektur mehr und hat jeden Test auf Vergessen bestanden.</translation>
    </message>
    <message>
        <source>On {rows} of your edits that it had never seen, it does as well as before, it knows {news} corrections more, and it failed none of the tests for forgetting.</source>
        <translation>Bei {rows} deiner Korrekturen, die es nie gesehen hatte, ist es so gut wie zuvor; es kennt {news} Korrekturen mehr und hat jeden Test auf Vergessen bestanden.</translation>
    </message>
    <message>
        <source>This recipe cannot be followed</source>
        <translation>Dieses Rezept ist nicht zu befolgen</translation>
    </message>
    <message>
        <source>The night&apos;s recipe is impossible: {why}.</source>
        <translation>Das Rezept der Nacht ist unmöglich: {why}.</translation>
    </message>
    <message>
        <source>Use the default recipe, or correct that number.</source>
        <translation>Nimm das übliche Rezept, oder berichtige diese Zahl.</translation>
    </message>
    <message>
        <source>The list of prompts {file} cannot be read.</source>
        <translation>Die Liste der Fragen {file} ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>The list of prompts {file} holds no prompts.</source>
        <translation>In der Liste {file} stehen keine Fragen.</translation>
    </message>
    <message>
        <source>The night cannot write its cache</source>
        <translation>Die Nacht kann ihre Zwischenergebnisse nicht speichern</translation>
    </message>
    <message>
        <source>Make room on that disk or allow writing there; the night will go on from here.</source>
        <translation>Schaffe dort Platz, oder erlaube das Schreiben; die Nacht macht dann von hier aus weiter.</translation>
    </message>
    <message>
        <source>A file of Reverie is damaged</source>
        <translation>Eine Datei von Reverie ist beschädigt</translation>
    </message>
    <message>
        <source>Install Reverie again; your data is not touched.</source>
        <translation>Installiere Reverie neu; deine Daten bleiben unberührt.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
    <message>
        <source>Nothing to compare on</source>
        <translation>Nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Die Eingabe ist leer.</translation>
    </message>
    <message>
        <source>Type what both shall answer first.</source>
        <translation>Schreibe zuerst, was beide beantworten sollen.</translation>
    </message>
    <message>
        <source>The prompt has {tokens} tokens; this model&apos;s context holds {at_most}.</source>
        <translation>Die Eingabe hat {tokens} Tokens; der Kontext dieses Modells fasst {at_most}.</translation>
    </message>
    <message>
        <source>Shorten the text, or split it into several messages.</source>
        <translation>Kürze den Text, oder teile ihn auf mehrere Nachrichten auf.</translation>
    </message>
    <message>
        <source>{file} needs about {needed:.1f} GB and {free:.1f} GB are free.</source>
        <translation>{file} braucht etwa {needed:.1f} GB, und {free:.1f} GB sind frei.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or a shorter context.</source>
        <translation>Schließe andere Programme, oder wähle ein kleineres Modell oder einen kürzeren Kontext.</translation>
    </message>
    <message>
        <source>Writing to {folder} failed ({kind}).</source>
        <translation>Das Schreiben nach {folder} ist gescheitert ({kind}).</translation>
    </message>
    <message>
        <source>Make room on that disk or allow writing there; nothing else is affected.</source>
        <translation>Schaffe dort Platz, oder erlaube das Schreiben; sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>Not enough memory to learn</source>
        <translation>Zu wenig Speicher zum Lernen</translation>
    </message>
    <message>
        <source>Training this model takes about {needed:.1f} GiB and {free:.1f} GiB are free.</source>
        <translation>Dieses Modell zu trainieren braucht etwa {needed:.1f} GiB, und {free:.1f} GiB sind frei.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Schließe andere Programme, oder wähle ein kleineres Modell.</translation>
    </message>
    <message>
        <source>This quantization cannot be trained</source>
        <translation>Mit dieser Quantisierung ist kein Training möglich</translation>
    </message>
    <message>
        <source>The model stores weights as {kind}, which cannot be read back.</source>
        <translation>Das Modell speichert Gewichte als {kind}; das lässt sich nicht zurücklesen.</translation>
    </message>
    <message>
        <source>Choose another file of this model, such as Q4_K_M or Q8_0.</source>
        <translation>Wähle eine andere Datei dieses Modells, etwa Q4_K_M oder Q8_0.</translation>
    </message>
    <message>
        <source>it has a part named {name}</source>
        <translation>es hat einen Teil namens {name}</translation>
    </message>
    <message>
        <source>{count} of its parts do not fit, first {name}</source>
        <translation>Teile, die nicht passen: {count}, zuerst {name}</translation>
    </message>
    <message>
        <source>Nothing to learn from</source>
        <translation>Nichts, um daraus zu lernen</translation>
    </message>
    <message>
        <source>No row holds a text that may be trained on.</source>
        <translation>Kein Eintrag enthält einen Text, mit dem trainiert werden darf.</translation>
    </message>
    <message>
        <source>Edit a few replies; the next night will learn from them.</source>
        <translation>Korrigiere ein paar Antworten; die nächste Nacht lernt daraus.</translation>
    </message>
    <message>
        <source>Training went out of bounds</source>
        <translation>Das Training ist entgleist</translation>
    </message>
    <message>
        <source>At step {step} a loss or gradient was not a finite number.</source>
        <translation>Im Schritt {step} war ein Verlust oder ein Gradient keine endliche Zahl.</translation>
    </message>
    <message>
        <source>The first message was neither a night nor a step of a proof.</source>
        <translation>Die erste Nachricht war weder eine Nacht noch ein Schritt eines Beweises.</translation>
    </message>
    <message>
        <source>A file was attached; somebody else may have written it.</source>
        <translation>Eine Datei war angehängt; jemand anderes kann sie geschrieben haben.</translation>
    </message>
    <message>
        <source>A mail was quoted; somebody else may have written it.</source>
        <translation>Eine E-Mail war zitiert; jemand anderes kann sie geschrieben haben.</translation>
    </message>
    <message>
        <source>A long text in the conversation gives the assistant orders.</source>
        <translation>Ein langer Text im Gespräch gibt dem Assistenten Befehle.</translation>
    </message>
    <message>
        <source>It repeats a passage of an attached file.</source>
        <translation>Der Text wiederholt eine Stelle aus einer angehängten Datei.</translation>
    </message>
    <message>
        <source>Most of it was pasted.</source>
        <translation>Das meiste wurde eingefügt.</translation>
    </message>
    <message>
        <source>It reads like an instruction to the assistant.</source>
        <translation>Es liest sich wie eine Anweisung an den Assistenten.</translation>
    </message>
    <message>
        <source>It has a link in it.</source>
        <translation>Es enthält einen Link.</translation>
    </message>
    <message>
        <source>It has a command for the computer in it.</source>
        <translation>Es enthält einen Befehl für den Computer.</translation>
    </message>
    <message>
        <source>There was a password or a key in it.</source>
        <translation>Es enthielt ein Passwort oder einen Schlüssel.</translation>
    </message>
    <message>
        <source>It has characters in it that cannot be seen.</source>
        <translation>Es enthält Zeichen, die man nicht sehen kann.</translation>
    </message>
    <message>
        <source>Told to the model, taught by no night: it holds something private.</source>
        <translation>Das Modell liest es, keine Nacht lernt es: Darin steht etwas Privates.</translation>
    </message>
    <message>
        <source>Told to the model, taught by no night: it holds an order, a link or a command.</source>
        <translation>Das Modell liest es, keine Nacht lernt es: Darin steht eine Anweisung, ein Link oder ein Befehl.</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>ein privater Schlüssel</translation>
    </message>
    <message>
        <source>an access key</source>
        <translation>ein Zugangsschlüssel</translation>
    </message>
    <message>
        <source>a password or code</source>
        <translation>ein Passwort oder Code</translation>
    </message>
    <message>
        <source>an email address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>a bank account number</source>
        <translation>eine Kontonummer</translation>
    </message>
    <message>
        <source>a card number</source>
        <translation>eine Kartennummer</translation>
    </message>
    <message>
        <source>a national ID</source>
        <translation>eine Personenkennzahl</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>eine Telefonnummer</translation>
    </message>
    <message>
        <source>an IP address</source>
        <translation>eine IP-Adresse</translation>
    </message>
    <message>
        <source>That memory is gone</source>
        <translation>Diese Erinnerung gibt es nicht mehr</translation>
    </message>
    <message>
        <source>There is no memory {id}.</source>
        <translation>Es gibt keine Erinnerung {id}.</translation>
    </message>
    <message>
        <source>`reverie memories` lists them.</source>
        <translation>`reverie memories` listet sie auf.</translation>
    </message>
    <message>
        <source>An empty memory</source>
        <translation>Eine leere Erinnerung</translation>
    </message>
    <message>
        <source>There is no text to remember.</source>
        <translation>Es gibt keinen Text, der zu merken wäre.</translation>
    </message>
    <message>
        <source>Write one sentence about yourself or about how you like replies.</source>
        <translation>Schreib einen Satz über dich oder darüber, wie du Antworten magst.</translation>
    </message>
    <message>
        <source>Too long for a memory</source>
        <translation>Zu lang für eine Erinnerung</translation>
    </message>
    <message>
        <source>The text has {length} characters; a memory has at most {longest}.</source>
        <translation>Der Text hat {length} Zeichen; eine Erinnerung hat höchstens {longest}.</translation>
    </message>
    <message>
        <source>Keep one thing to each memory; a long text can be attached to a message.</source>
        <translation>Merk dir mit jeder nur eines; ein langer Text lässt sich an eine Nachricht anhängen.</translation>
    </message>
    <message>
        <source>No such receipt</source>
        <translation>Diesen Beleg gibt es nicht</translation>
    </message>
    <message>
        <source>No receipt has the id {id}, nor does one name a row of it.</source>
        <translation>Kein Beleg hat die Kennung {id}, und keiner nennt eine Zeile mit ihr.</translation>
    </message>
    <message>
        <source>`reverie erasure receipts` lists them.</source>
        <translation>`reverie erasure receipts` zeigt alle.</translation>
    </message>
    <message>
        <source>The receipt could not be written</source>
        <translation>Der Beleg konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose a new name in a folder that you may write to.</source>
        <translation>Einen neuen Namen in einem Ordner wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>{path} does not hold a receipt.</source>
        <translation>{path} enthält keinen Beleg.</translation>
    </message>
    <message>
        <source>This is not a receipt</source>
        <translation>Das ist kein Beleg</translation>
    </message>
    <message>
        <source>Choose a file that `reverie erasure receipts export` wrote.</source>
        <translation>Eine Datei wählen, die `reverie erasure receipts export` geschrieben hat.</translation>
    </message>
    <message>
        <source>Its signature is not this profile&apos;s, or it was changed since.</source>
        <translation>Die Unterschrift ist nicht die dieses Profils, oder der Beleg wurde seither geändert.</translation>
    </message>
    <message>
        <source>{count} of the erased rows are there again.</source>
        <translation>{count} der vergessenen Zeilen sind wieder da.</translation>
    </message>
    <message>
        <source>Adapter {adapter} is not gone.</source>
        <translation>Der Adapter {adapter} ist nicht fort.</translation>
    </message>
    <message>
        <source>Traces were found after forgetting: {places}.</source>
        <translation>Nach dem Vergessen wurden Spuren gefunden: {places}.</translation>
    </message>
    <message>
        <source>Adapter {adapter} is not the one that was made.</source>
        <translation>Der Adapter {adapter} ist nicht der, der gemacht wurde.</translation>
    </message>
    <message>
        <source>the key, without which nothing of this can be read</source>
        <translation>der Schlüssel, ohne den nichts davon zu lesen ist</translation>
    </message>
    <message>
        <source>the store: conversations, corrections, memories, nights</source>
        <translation>der Speicher: Unterhaltungen, Korrekturen, Erinnerungen, Nächte</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>what was learned</source>
        <translation>was gelernt wurde</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>the entry that starts Reverie at login</source>
        <translation>der Eintrag, der Reverie beim Anmelden startet</translation>
    </message>
    <message>
        <source>ending what is running</source>
        <translation>Laufendes wird beendet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>nights&apos; examples, which quote you</source>
        <translation>Beispiele aus Nächten, die dich zitieren</translation>
    </message>
    <message>
        <source>memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>corrections and other signals</source>
        <translation>Korrekturen und andere Rückmeldungen</translation>
    </message>
    <message>
        <source>the conversation and what it taught</source>
        <translation>die Unterhaltung und was aus ihr gelernt wurde</translation>
    </message>
    <message>
        <source>The profile is not open</source>
        <translation>Das Profil ist nicht geöffnet</translation>
    </message>
    <message>
        <source>To wipe a part of it, Reverie must be able to read it.</source>
        <translation>Um einen Teil zu löschen, muss Reverie das Profil lesen können.</translation>
    </message>
    <message>
        <source>Open the profile first, or wipe everything.</source>
        <translation>Erst das Profil öffnen, oder alles löschen.</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>nights</source>
        <translation>Nächte</translation>
    </message>
    <message>
        <source>The wipe is finished now</source>
        <translation>Das Löschen ist jetzt abgeschlossen</translation>
    </message>
    <message>
        <source>It had been cut off. Everything that was in this profile is destroyed.</source>
        <translation>Es war unterbrochen worden. Alles, was in diesem Profil war, ist vernichtet.</translation>
    </message>
    <message>
        <source>Start Reverie again to begin a new profile.</source>
        <translation>Reverie neu starten, um ein neues Profil zu beginnen.</translation>
    </message>
    <message>
        <source>Wiped, except for one thing</source>
        <translation>Gelöscht, bis auf eines</translation>
    </message>
    <message>
        <source>Nothing of the profile is left on this disk. But: {cause}</source>
        <translation>Vom Profil ist auf diesem Datenträger nichts mehr übrig. Aber: {cause}</translation>
    </message>
    <message>
        <source>Delete what is left by hand: the entry named reverie in your keyring, or the one that starts Reverie at login. Without the files that key opens nothing.</source>
        <translation>Den Rest von Hand löschen: den Eintrag namens reverie im Schlüsselbund oder den, der Reverie beim Anmelden startet. Ohne die Dateien öffnet dieser Schlüssel nichts.</translation>
    </message>
    <message>
        <source>learned adapters</source>
        <translation>gelernte Adapter</translation>
    </message>
    <message>
        <source>There is no conversation {id}.</source>
        <translation>Es gibt keine Unterhaltung {id}.</translation>
    </message>
    <message>
        <source>`reverie conversations` lists them; nothing was wiped.</source>
        <translation>`reverie conversations` zeigt alle; gelöscht wurde nichts.</translation>
    </message>
    <message>
        <source>What you did with replies, which is all that nights learn from. You judge what may hold others&apos; words.</source>
        <translation>Was du mit Antworten gemacht hast; nur daraus lernen die Nächte. Was fremde Worte enthalten kann, beurteilst du.</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alle zeigen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Jede Herkunft</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Learn from it</source>
        <translation>Daraus lernen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Nothing is taught yet</source>
        <translation>Noch nichts beigebracht</translation>
    </message>
    <message>
        <source>Edit a reply until it says what you would have written, or give it a thumb: it will be listed here, and the next night learns from it.</source>
        <translation>Bearbeite eine Antwort, bis sie so klingt, wie du sie geschrieben hättest, oder gib ihr einen Daumen: Dann steht sie hier, und die nächste Nacht lernt daraus.</translation>
    </message>
    <message>
        <source>{count} to be judged</source>
        <translation>{count} zu beurteilen</translation>
    </message>
    <message>
        <source>Remembered: {text}</source>
        <translation>Gemerkt: {text}</translation>
    </message>
    <message>
        <source>Already remembered: {text}</source>
        <translation>Schon gemerkt: {text}</translation>
    </message>
    <message>
        <source>Remember this? {text}</source>
        <translation>Soll das gemerkt werden? {text}</translation>
    </message>
    <message>
        <source>Forgotten, also by what the nights learned from it</source>
        <translation>Vergessen, auch was die Nächte daraus gelernt haben</translation>
    </message>
    <message>
        <source>Several memories may be meant</source>
        <translation>Es können mehrere Erinnerungen gemeint sein</translation>
    </message>
    <message>
        <source>Nothing like that is remembered</source>
        <translation>So etwas ist nicht gemerkt</translation>
    </message>
    <message>
        <source>Nothing is remembered or forgotten in a temporary chat</source>
        <translation>In einem temporären Chat wird nichts gemerkt oder vergessen</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Report of the night of {day}</source>
        <translation>Bericht der Nacht: {day}</translation>
    </message>
    <message>
        <source>What is listed, as a file of JSON Lines; it is not encrypted</source>
        <translation>Was hier steht, als Datei aus JSON-Zeilen; sie ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>List: {title}</source>
        <translation>Liste: {title}</translation>
    </message>
    <message>
        <source>There are others.</source>
        <translation>Es gibt andere.</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>What Reverie knows about you, in plain words. It is told to the model before each reply, and stays on this computer.</source>
        <translation>Was Reverie über dich weiß, in einfachen Worten. Das Modell liest es vor jeder Antwort, und es bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Something to remember</source>
        <translation>Etwas zum Merken</translation>
    </message>
    <message>
        <source>Add something about you, or about how you like replies</source>
        <translation>Etwas über dich oder darüber, wie du Antworten magst</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>{count} in use</source>
        <translation>{count} in Gebrauch</translation>
    </message>
    <message>
        <source>{count} to approve</source>
        <translation>{count} zu bestätigen</translation>
    </message>
    <message>
        <source>Nothing is remembered yet</source>
        <translation>Noch ist nichts gemerkt</translation>
    </message>
    <message>
        <source>Type something above, or say in a chat: “Remember that …”. What Reverie notices by itself waits here for your approval.</source>
        <translation>Tipp oben etwas ein oder sag in einem Chat: „Merk dir, dass …“. Was Reverie selbst bemerkt, wartet hier auf deine Bestätigung.</translation>
    </message>
    <message>
        <source>Text of the memory</source>
        <translation>Text der Erinnerung</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>Diese nicht</translation>
    </message>
    <message>
        <source>Edit, then keep</source>
        <translation>Ändern, dann behalten</translation>
    </message>
    <message>
        <source>Pinned ones are always told to the model</source>
        <translation>Angeheftete liest das Modell immer</translation>
    </message>
    <message>
        <source>Kept here, and told to no model</source>
        <translation>Bleibt hier, und kein Modell liest sie</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <source>It disagrees with: {text}</source>
        <translation>Sie widerspricht: {text}</translation>
    </message>
    <message>
        <source>Before that</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Nights that used it</source>
        <translation>Nächte, die sie verwendet haben</translation>
    </message>
    <message>
        <source>Forget: {text}</source>
        <translation>Vergessen: {text}</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>Sie war falsch</translation>
    </message>
    <message>
        <source>The old text is forgotten, by what was learned, too (Enter)</source>
        <translation>Der alte Text wird vergessen, auch von dem, was gelernt wurde (Enter)</translation>
    </message>
    <message>
        <source>It has changed since</source>
        <translation>Es hat sich geändert</translation>
    </message>
    <message>
        <source>The old text stays here as history and is no longer used</source>
        <translation>Der alte Text bleibt hier als Vergangenes und wird nicht mehr verwendet</translation>
    </message>
    <message>
        <source>Keep it like this</source>
        <translation>So behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) kept</source>
        <translation>
            <numerusform>%n Erinnerung behalten</numerusform>
            <numerusform>%n Erinnerungen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) used again</source>
        <translation>
            <numerusform>%n Erinnerung wieder verwendet</numerusform>
            <numerusform>%n Erinnerungen wieder verwendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) left out</source>
        <translation>
            <numerusform>%n Erinnerung ausgelassen</numerusform>
            <numerusform>%n Erinnerungen ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) pinned</source>
        <translation>
            <numerusform>%n Erinnerung angeheftet</numerusform>
            <numerusform>%n Erinnerungen angeheftet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) no longer pinned</source>
        <translation>
            <numerusform>%n Erinnerung nicht mehr angeheftet</numerusform>
            <numerusform>%n Erinnerungen nicht mehr angeheftet</numerusform>
        </translation>
    </message>
    <message>
        <source>Replaced; the old one is history</source>
        <translation>Ersetzt; die alte ist Vergangenheit</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) forgotten.</source>
        <translation>
            <numerusform>%n Erinnerung vergessen.</numerusform>
            <numerusform>%n Erinnerungen vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Korrigiert.</translation>
    </message>
    <message numerus="yes">
        <source>The next night learns from %n correction(s)</source>
        <translation>
            <numerusform>Die nächste Nacht lernt aus %n Korrektur</numerusform>
            <numerusform>Die nächste Nacht lernt aus %n Korrekturen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) left out of learning</source>
        <translation>
            <numerusform>%n Korrektur vom Lernen ausgelassen</numerusform>
            <numerusform>%n Korrekturen vom Lernen ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) pinned</source>
        <translation>
            <numerusform>%n Korrektur angeheftet</numerusform>
            <numerusform>%n Korrekturen angeheftet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) no longer pinned</source>
        <translation>
            <numerusform>%n Korrektur nicht mehr angeheftet</numerusform>
            <numerusform>%n Korrekturen nicht mehr angeheftet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) forgotten.</source>
        <translation>
            <numerusform>%n Korrektur vergessen.</numerusform>
            <numerusform>%n Korrekturen vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning is paused.</source>
        <translation>Das Lernen ist pausiert.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Wartet auf Netzstrom.</translation>
    </message>
    <message>
        <source>Waiting until you are away.</source>
        <translation>Wartet, bis du weg bist.</translation>
    </message>
    <message>
        <source>Reverie was not running then.</source>
        <translation>Reverie lief da nicht.</translation>
    </message>
    <message>
        <source>The machine was asleep itself.</source>
        <translation>Der Rechner schlief selbst.</translation>
    </message>
    <message>
        <source>Progress of the wipe</source>
        <translation>Fortschritt des Auslöschens</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Wiping this profile</source>
        <translation>Dieses Profil wird ausgelöscht</translation>
    </message>
    <message>
        <source>Do not switch the machine off; if it happens, the rest goes later.</source>
        <translation>Schalte den Rechner nicht aus; geschieht es doch, geht der Rest später.</translation>
    </message>
    <message>
        <source>It is gone</source>
        <translation>Es ist fort</translation>
    </message>
    <message>
        <source>Not all of it is gone</source>
        <translation>Nicht alles ist fort</translation>
    </message>
    <message>
        <source>Nothing of this profile is left: no conversation, no memory, no key. Thank you for having been here.</source>
        <translation>Von diesem Profil ist nichts übrig: kein Gespräch, keine Erinnerung, kein Schlüssel. Danke, dass du hier warst.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Die Tabelle kopieren</translation>
    </message>
    <message>
        <source>Over the nights</source>
        <translation>Über die Nächte</translation>
    </message>
    <message>
        <source>What this night learned is deleted.</source>
        <translation>Das in dieser Nacht Gelernte ist gelöscht.</translation>
    </message>
    <message>
        <source>Saved as {name}. It is personal, and not encrypted.</source>
        <translation>Gespeichert als {name}. Die Datei ist persönlich und nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Deleted. In use again: {night}.</source>
        <translation>Gelöscht. Wieder in Gebrauch: {night}.</translation>
    </message>
    <message>
        <source>Deleted. The bare model answers.</source>
        <translation>Gelöscht. Das Basismodell antwortet.</translation>
    </message>
    <message>
        <source>Nights as a table</source>
        <translation>Nächte als Tabelle</translation>
    </message>
    <message>
        <source>S sorts by the column, Enter opens the report.</source>
        <translation>S sortiert nach der Spalte, die Eingabetaste öffnet den Bericht.</translation>
    </message>
    <message>
        <source>Figures of a night</source>
        <translation>Zahlen einer Nacht</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Details of the receipt</source>
        <translation>Einzelheiten der Quittung</translation>
    </message>
    <message>
        <source>Details: {day}</source>
        <translation>Einzelheiten: {day}</translation>
    </message>
    <message>
        <source>Export: {day}</source>
        <translation>Exportieren: {day}</translation>
    </message>
    <message>
        <source>The night that learned anew</source>
        <translation>Die Nacht, die neu gelernt hat</translation>
    </message>
    <message>
        <source>This receipt was not signed by this profile, or it was changed since.</source>
        <translation>Diese Quittung wurde nicht von diesem Profil signiert oder seitdem geändert.</translation>
    </message>
    <message>
        <source>Forgotten: {what}.</source>
        <translation>Vergessen: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%n adapter(s) that saw it destroyed.</source>
        <translation>
            <numerusform>%n Adapter, der es sah, vernichtet.</numerusform>
            <numerusform>%n Adapter, die es sahen, vernichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>You took it back {day}.</source>
        <translation>Du hast es {day} zurückgenommen.</translation>
    </message>
    <message>
        <source>The next night learns without it.</source>
        <translation>Die nächste Nacht lernt ohne das.</translation>
    </message>
    <message>
        <source>Learned anew without it {day}.</source>
        <translation>Ohne das neu gelernt {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) or judgement(s)</source>
        <translation>
            <numerusform>%n Korrektur oder Urteil</numerusform>
            <numerusform>%n Korrekturen oder Urteile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroyed: adapter {id}, SHA-256 {hash}</source>
        <translation>Vernichtet: Adapter {id}, SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Destroyed before: adapter {id}, SHA-256 {hash}</source>
        <translation>Schon vorher vernichtet: Adapter {id}, SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Receipt {id}</source>
        <translation>Quittung {id}</translation>
    </message>
    <message>
        <source>Looked for {sought} pieces in {places} places: {found} found</source>
        <translation>{sought} Stücke an {places} Stellen gesucht: {found} gefunden</translation>
    </message>
    <message>
        <source>Could not be read: {places}</source>
        <translation>Nicht lesbar: {places}</translation>
    </message>
    <message>
        <source>Made: adapter {id}, SHA-256 {hash}</source>
        <translation>Entstanden: Adapter {id}, SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Proof {day}: {verdict}, exposure {bits} bits, membership {auc}</source>
        <translation>Beweis {day}: {verdict}, Preisgabe {bits} Bit, Zugehörigkeit {auc}</translation>
    </message>
    <message>
        <source>Backups that still hold it: {names}</source>
        <translation>Sicherungen, die es noch enthalten: {names}</translation>
    </message>
    <message>
        <source>Not genuine</source>
        <translation>Nicht echt</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>Hält nicht</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Genuine</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>All that Reverie knows about you in words, and adapters that it was taught to.</source>
        <translation>Alles, was Reverie in Worten über dich weiß, und Adapter, denen es beigebracht wurde.</translation>
    </message>
    <message>
        <source>What nights learned</source>
        <translation>Was Nächte gelernt haben</translation>
    </message>
    <message>
        <source>All adapters, and what reports quote. Your corrections stay; a night can learn anew.</source>
        <translation>Alle Adapter und was Berichte zitieren. Deine Korrekturen bleiben; eine Nacht kann neu lernen.</translation>
    </message>
    <message>
        <source>One conversation</source>
        <translation>Ein Gespräch</translation>
    </message>
    <message>
        <source>Its messages, and all that was learned from it.</source>
        <translation>Seine Nachrichten und alles, was daraus gelernt wurde.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>This whole profile, the key first. Without the key nothing of it can be read.</source>
        <translation>Dieses ganze Profil, zuerst der Schlüssel. Ohne den Schlüssel ist nichts davon lesbar.</translation>
    </message>
    <message>
        <source>wipe</source>
        <translation>auslöschen</translation>
    </message>
    <message>
        <source>Type the word {word} to confirm</source>
        <translation>Schreibe zur Bestätigung das Wort {word}</translation>
    </message>
    <message>
        <source>There is no way back. Type {word} to confirm.</source>
        <translation>Es gibt kein Zurück. Schreibe zur Bestätigung {word}.</translation>
    </message>
    <message>
        <source>There is nothing of this.</source>
        <translation>Davon gibt es nichts.</translation>
    </message>
</context>
</TS>
