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
        <source>Nights</source>
        <translation>Nächte</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt schlafen</translation>
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
        <source>In use</source>
        <translation>In Gebrauch</translation>
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
        <source>All nights</source>
        <translation>Alle Nächte</translation>
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
        <source>Before</source>
        <translation>Vorher</translation>
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
        <source>limit {number}</source>
        <translation>Grenze {number}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
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
        <source>Learn every night</source>
        <translation>Jede Nacht lernen</translation>
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
        <translation type="unfinished"></translation>
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
        <source>Text</source>
        <translation>Text</translation>
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
        <source>Last seven days</source>
        <translation>Letzte sieben Tage</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session bus of this desktop has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no portal for keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Reverie&apos;s quick prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop did not give {key} to Reverie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in the desktop&apos;s settings for shortcuts, choose another key, or bind one to the command: reverie --prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
