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
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Temporary chat</source>
        <translation>Temporärer Chat</translation>
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
        <source>On Wayland only the desktop itself may take keys.</source>
        <translation>Unter Wayland darf nur der Desktop selbst Tasten belegen.</translation>
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
        <source>Stop</source>
        <translation>Beenden</translation>
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
        <source>Copied</source>
        <translation>Kopiert</translation>
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
</context>
</TS>
