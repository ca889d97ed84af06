<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>{name}, folder, %n conversation(s), closed</source>
        <translation>
            <numerusform>{name}, folder, %n conversation, closed</numerusform>
            <numerusform>{name}, folder, %n conversations, closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, folder, %n conversation(s), open</source>
        <translation>
            <numerusform>{name}, folder, %n conversation, open</numerusform>
            <numerusform>{name}, folder, %n conversations, open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversation(s)</source>
        <translation>
            <numerusform>Delete %n conversation</numerusform>
            <numerusform>Delete %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) deleted</source>
        <translation>
            <numerusform>%n conversation deleted</numerusform>
            <numerusform>%n conversations deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n judgement(s)</source>
        <comment>thumbs, copying, asking again</comment>
        <translation>
            <numerusform>%n judgement</numerusform>
            <numerusform>%n judgements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s)</source>
        <translation>
            <numerusform>%n memory</numerusform>
            <numerusform>%n memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to {folder}</source>
        <translation>
            <numerusform>%n conversation moved to {folder}</numerusform>
            <numerusform>%n conversations moved to {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved out of the folder</source>
        <translation>
            <numerusform>%n conversation moved out of the folder</numerusform>
            <numerusform>%n conversations moved out of the folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Summarising %n older message(s) … Stop goes on without.</source>
        <translation>
            <numerusform>Summarising %n older message … Stop goes on without.</numerusform>
            <numerusform>Summarising %n older messages … Stop goes on without.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A message can hold %n file(s); the rest of them were left out.</source>
        <translation>
            <numerusform>A message can hold %n file; the rest of them were left out.</numerusform>
            <numerusform>A message can hold %n files; the rest of them were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) suggested.</source>
        <translation>
            <numerusform>%n change suggested.</numerusform>
            <numerusform>%n changes suggested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{origin}, first %n character(s)</source>
        <translation>
            <numerusform>{origin}, first %n character</numerusform>
            <numerusform>{origin}, first %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{origin}, %n character(s)</source>
        <translation>
            <numerusform>{origin}, %n character</numerusform>
            <numerusform>{origin}, %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) a second</source>
        <translation>
            <numerusform>%n token a second</numerusform>
            <numerusform>%n tokens a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out %n older turn(s)</source>
        <translation>
            <numerusform>left out %n older turn</numerusform>
            <numerusform>left out %n older turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) will be summarised</source>
        <translation>
            <numerusform>%n older message will be summarised</numerusform>
            <numerusform>%n older messages will be summarised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that it knows about you</source>
        <translation>
            <numerusform>%n thing that it knows about you</numerusform>
            <numerusform>%n things that it knows about you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your past corrections as example(s)</source>
        <translation>
            <numerusform>%n of your past corrections as an example</numerusform>
            <numerusform>%n of your past corrections as examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n token(s)</source>
        <translation>
            <numerusform>Read %n token</numerusform>
            <numerusform>Read %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n token(s), {known} of them from before</source>
        <translation>
            <numerusform>Read %n token, {known} of them from before</numerusform>
            <numerusform>Read %n tokens, {known} of them from before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n word(s) alike …</source>
        <translation>
            <numerusform>… %n word alike …</numerusform>
            <numerusform>… %n words alike …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n token(s)</source>
        <translation>
            <numerusform>about %n token</numerusform>
            <numerusform>about %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n token(s) of files; the model reads {context} at once, with its reply.</source>
        <translation>
            <numerusform>About %n token of files; the model reads {context} at once, with its reply.</numerusform>
            <numerusform>About %n tokens of files; the model reads {context} at once, with its reply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older turn(s) did not fit into the model&apos;s view.</source>
        <translation>
            <numerusform>%n older turn did not fit into the model&apos;s view.</numerusform>
            <numerusform>%n older turns did not fit into the model&apos;s view.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) kept</source>
        <translation>
            <numerusform>%n memory kept</numerusform>
            <numerusform>%n memories kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) used again</source>
        <translation>
            <numerusform>%n memory used again</numerusform>
            <numerusform>%n memories used again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) left out</source>
        <translation>
            <numerusform>%n memory left out</numerusform>
            <numerusform>%n memories left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) pinned</source>
        <translation>
            <numerusform>%n memory pinned</numerusform>
            <numerusform>%n memories pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) no longer pinned</source>
        <translation>
            <numerusform>%n memory no longer pinned</numerusform>
            <numerusform>%n memories no longer pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memory(s) forgotten.</source>
        <translation>
            <numerusform>%n memory forgotten.</numerusform>
            <numerusform>%n memories forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n earlier version</numerusform>
            <numerusform>%n earlier versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n character more</numerusform>
            <numerusform>%n characters more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next night learns from %n correction(s)</source>
        <translation>
            <numerusform>The next night learns from %n correction</numerusform>
            <numerusform>The next night learns from %n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) left out of learning</source>
        <translation>
            <numerusform>%n correction left out of learning</numerusform>
            <numerusform>%n corrections left out of learning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) pinned</source>
        <translation>
            <numerusform>%n correction pinned</numerusform>
            <numerusform>%n corrections pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) no longer pinned</source>
        <translation>
            <numerusform>%n correction no longer pinned</numerusform>
            <numerusform>%n corrections no longer pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) forgotten.</source>
        <translation>
            <numerusform>%n correction forgotten.</numerusform>
            <numerusform>%n corrections forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) wait for your judgement.</source>
        <translation>
            <numerusform>%n correction waits for your judgement.</numerusform>
            <numerusform>%n corrections wait for your judgement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n night(s) did not come.</source>
        <translation>
            <numerusform>%n night did not come.</numerusform>
            <numerusform>%n nights did not come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more on the page Memories</source>
        <translation>
            <numerusform>%n more on the page Memories</numerusform>
            <numerusform>%n more on the page Memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n night</numerusform>
            <numerusform>%n nights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n older night(s)</source>
        <translation>
            <numerusform>Show %n older night</numerusform>
            <numerusform>Show %n older nights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n night(s) before it</source>
        <translation>
            <numerusform>and %n night before it</numerusform>
            <numerusform>and %n nights before it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds %n row(s) that you forgot</source>
        <translation>
            <numerusform>holds %n row that you forgot</numerusform>
            <numerusform>holds %n rows that you forgot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adapter(s) that saw it destroyed.</source>
        <translation>
            <numerusform>%n adapter that saw it destroyed.</numerusform>
            <numerusform>%n adapters that saw it destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) or judgement(s)</source>
        <translation>
            <numerusform>%n correction or judgement</numerusform>
            <numerusform>%n corrections or judgements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
</TS>
