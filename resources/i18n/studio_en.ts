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
        <source>%n file(s) being read</source>
        <translation>
            <numerusform>%n file being read</numerusform>
            <numerusform>%n files being read</numerusform>
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
    <name>BreakDialog</name>
    <message numerus="yes">
        <source>%n broken file(s) were written.</source>
        <translation>
            <numerusform>%n broken file was written.</numerusform>
            <numerusform>%n broken files were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bundle is there, but %n part(s) of it do not play.</source>
        <translation>
            <numerusform>The bundle is there, but %n part of it does not play.</numerusform>
            <numerusform>The bundle is there, but %n parts of it do not play.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n file(s) written to {name}.</source>
        <translation>
            <numerusform>%n file written to {name}.</numerusform>
            <numerusform>%n files written to {name}.</numerusform>
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
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>Move %n file</numerusform>
            <numerusform>Move %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n file(s)</source>
        <translation>
            <numerusform>Retry %n file</numerusform>
            <numerusform>Retry %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %n file(s)</source>
        <translation>
            <numerusform>Hold %n file</numerusform>
            <numerusform>Hold %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n file(s)</source>
        <translation>
            <numerusform>Release %n file</numerusform>
            <numerusform>Release %n files</numerusform>
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
    <name>EnginesPanel</name>
    <message numerus="yes">
        <source>%n browser(s) answered.</source>
        <translation>
            <numerusform>%n browser answered.</numerusform>
            <numerusform>%n browsers answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message numerus="yes">
        <source>%n cause(s), the likeliest first:</source>
        <translation>
            <numerusform>%n cause:</numerusform>
            <numerusform>%n causes, the likeliest first:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message numerus="yes">
        <source>%n file(s) cannot be used.</source>
        <translation>
            <numerusform>%n file cannot be used.</numerusform>
            <numerusform>%n files cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n playlist(s) can be examined here, not converted.</source>
        <translation>
            <numerusform>%n playlist can be examined here, not converted.</numerusform>
            <numerusform>%n playlists can be examined here, not converted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderDialog</name>
    <message numerus="yes">
        <source>%n size(s), aligned to the frame.</source>
        <translation>
            <numerusform>%n size, aligned to the frame.</numerusform>
            <numerusform>%n sizes, aligned to the frame.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n file(s) are all still here.</source>
        <translation>
            <numerusform>%n file is still here.</numerusform>
            <numerusform>%n files are all still here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was interrupted and begins anew.</source>
        <translation>
            <numerusform>%n was interrupted and begins anew.</numerusform>
            <numerusform>%n were interrupted and begin anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was complete already.</source>
        <translation>
            <numerusform>%n was complete already.</numerusform>
            <numerusform>%n were complete already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is on hold: this happened twice while it ran.</source>
        <translation>
            <numerusform>%n is on hold: this happened twice while it ran.</numerusform>
            <numerusform>%n are on hold: this happened twice while they ran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) would have the name of a file that exists.</source>
        <translation>
            <numerusform>%n result would have the name of a file that exists.</numerusform>
            <numerusform>%n results would have the names of files that exist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) changed since they were added.</source>
        <translation>
            <numerusform>%n source changed since they were added.</numerusform>
            <numerusform>%n sources changed since they were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be found.</source>
        <translation>
            <numerusform>%n source cannot be found.</numerusform>
            <numerusform>%n sources cannot be found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for room on the disk.</source>
        <translation>
            <numerusform>%n file waits for room on the disk.</numerusform>
            <numerusform>%n files wait for room on the disk.</numerusform>
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
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
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
        <source>in {count} of %n engine(s)</source>
        <translation>
            <numerusform>in {count} of %n engine</numerusform>
            <numerusform>in {count} of %n engines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As predicted in {count} of %n engine(s).</source>
        <translation>
            <numerusform>As predicted in {count} of %n engine.</numerusform>
            <numerusform>As predicted in {count} of %n engines.</numerusform>
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
    <name>RepairDialog</name>
    <message numerus="yes">
        <source>Proof: %n frame(s) found again, byte for byte.</source>
        <translation>
            <numerusform>Proof: %n frame found again, byte for byte.</numerusform>
            <numerusform>Proof: %n frames found again, byte for byte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowDrag</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
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
        <source>%n of them run or are done and stay as they are.</source>
        <translation>
            <numerusform>%n of them runs or is done and stays as it is.</numerusform>
            <numerusform>%n of them run or are done and stay as they are.</numerusform>
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
<context>
    <name>ShareDialog</name>
    <message numerus="yes">
        <source>It ends when you stop it, when this dialog is closed, or after %n minute(s) without use.</source>
        <translation>
            <numerusform>It ends when you stop it, when this dialog is closed, or after %n minute without use.</numerusform>
            <numerusform>It ends when you stop it, when this dialog is closed, or after %n minutes without use.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamPlural</name>
    <message numerus="yes">
        <source>%n viewer(s)</source>
        <translation>
            <numerusform>%n viewer</numerusform>
            <numerusform>%n viewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) are still running.</source>
        <translation>
            <numerusform>%n stream is still running.</numerusform>
            <numerusform>%n streams are still running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of pictures left out</source>
        <translation>
            <numerusform>%n group of pictures left out</numerusform>
            <numerusform>%n groups of pictures left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with warnings</source>
        <translation>
            <numerusform>%n with warnings</numerusform>
            <numerusform>%n with warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n incomplete</numerusform>
            <numerusform>%n incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
</TS>
