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
</context>
</TS>
