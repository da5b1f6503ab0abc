<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchBar</name>
    <message numerus="yes">
        <source>%n file(s) done</source>
        <translation>
            <numerusform>%n file done</numerusform>
            <numerusform>%n files done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n file failed</numerusform>
            <numerusform>%n files failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready to start</source>
        <translation>
            <numerusform>%n file ready to start</numerusform>
            <numerusform>%n files ready to start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n running file(s) stayed. Cancel first.</source>
        <translation>
            <numerusform>%n running file stayed. Cancel first.</numerusform>
            <numerusform>%n running files stayed. Cancel first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the list already.</source>
        <translation>
            <numerusform>%n file is in the list already.</numerusform>
            <numerusform>%n files are in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) cannot be used.</source>
        <translation>
            <numerusform>%n file cannot be used.</numerusform>
            <numerusform>%n files cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be converted.</source>
        <translation>
            <numerusform>%n file could not be converted.</numerusform>
            <numerusform>%n files could not be converted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plural</name>
    <message numerus="yes">
        <source>A keyframe every %n frame(s)</source>
        <translation>
            <numerusform>A keyframe every %n frame</numerusform>
            <numerusform>A keyframe every %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A keyframe at least every %n frame(s)</source>
        <translation>
            <numerusform>A keyframe at least every %n frame</numerusform>
            <numerusform>A keyframe at least every %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>Add %n file</numerusform>
            <numerusform>Add %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s)</source>
        <translation>
            <numerusform>Remove %n file</numerusform>
            <numerusform>Remove %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being converted.</source>
        <translation>
            <numerusform>%n file is still being converted.</numerusform>
            <numerusform>%n files are still being converted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n engine(s)</source>
        <translation>
            <numerusform>in %n engine</numerusform>
            <numerusform>in %n engines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{decoded} of %n frame(s)</source>
        <translation>
            <numerusform>{decoded} of %n frame</numerusform>
            <numerusform>{decoded} of %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message numerus="yes">
        <source>%n file(s) selected</source>
        <translation>
            <numerusform>%n file selected</numerusform>
            <numerusform>%n files selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {rate}, never closer than %n frame(s).</source>
        <translation>
            <numerusform>At {rate}, never closer than %n frame.</numerusform>
            <numerusform>At {rate}, never closer than %n frames.</numerusform>
        </translation>
    </message>
</context>
</TS>
