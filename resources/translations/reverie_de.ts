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
        <translation>gescheitert</translation>
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
        <source>The entries are deleted, but their old bytes inside the encrypted store could not be overwritten yet. {cause}.</source>
        <translation>Die Einträge sind gelöscht, aber ihre alten Bytes in der verschlüsselten Datenbank ließen sich noch nicht überschreiben. {cause}.</translation>
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
        <source>Something went wrong in Reverie</source>
        <translation>In Reverie ist etwas schiefgegangen</translation>
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
        <source>The prompt is empty.</source>
        <translation>Die Eingabe ist leer.</translation>
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
</context>
</TS>
