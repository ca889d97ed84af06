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
        <translation>Stoppen</translation>
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
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
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
        <source>Show the sidebar</source>
        <translation>Seitenleiste einblenden</translation>
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
        <source>Setup of this conversation</source>
        <translation>Einstellungen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt schlafen</translation>
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
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Temporary chat</source>
        <translation>Temporärer Chat</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
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
        <source>Stop the reply</source>
        <translation>Antwort stoppen</translation>
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
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
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
        <source>Copy</source>
        <translation>Kopieren</translation>
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
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
</context>
</TS>
