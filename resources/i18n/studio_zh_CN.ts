<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>撤销(&amp;U)：{step}</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>重做(&amp;O)</translation>
    </message>
    <message>
        <source>Red&amp;o: {step}</source>
        <translation>重做(&amp;O)：{step}</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add video files to the list</source>
        <translation>把视频文件加入列表</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Add every video below a folder</source>
        <translation>添加文件夹中的所有视频</translation>
    </message>
    <message>
        <source>Import q&amp;ueue…</source>
        <translation>导入队列(&amp;U)…</translation>
    </message>
    <message>
        <source>Add the files of a queue that was exported</source>
        <translation>加入已导出队列中的文件</translation>
    </message>
    <message>
        <source>&amp;Export queue…</source>
        <translation>导出队列(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the list with all settings to a file</source>
        <translation>把列表和全部设置写入文件</translation>
    </message>
    <message>
        <source>&amp;Import preset…</source>
        <translation>导入预设(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a preset from a JSON file</source>
        <translation>从 JSON 文件添加预设</translation>
    </message>
    <message>
        <source>Choose ff&amp;mpeg…</source>
        <translation>选择 ffmpeg(&amp;M)…</translation>
    </message>
    <message>
        <source>Use another ffmpeg program</source>
        <translation>使用另一个 ffmpeg 程序</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Parallel jobs, results, notices, language</source>
        <translation>并行任务、结果、通知、语言</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Convert every file that waits, in order</source>
        <translation>按顺序转换所有等待的文件</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Let everything stand still</source>
        <translation>全部原地停住</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Go on where everything stands still</source>
        <translation>从停住的地方继续</translation>
    </message>
    <message>
        <source>Stop &amp;after the current files</source>
        <translation>当前文件完成后停止(&amp;A)</translation>
    </message>
    <message>
        <source>Finish what runs, start nothing new</source>
        <translation>完成正在转换的，不再开始新的</translation>
    </message>
    <message>
        <source>Stop no&amp;w</source>
        <translation>立即停止(&amp;W)</translation>
    </message>
    <message>
        <source>Stop what runs; it stays in the queue</source>
        <translation>停止正在转换的文件；它们留在队列中</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>重试失败的文件(&amp;F)</translation>
    </message>
    <message>
        <source>Let everything wait again that failed</source>
        <translation>让失败的文件重新等待</translation>
    </message>
    <message>
        <source>Retr&amp;y all</source>
        <translation>全部重试(&amp;Y)</translation>
    </message>
    <message>
        <source>Let everything wait again that is over</source>
        <translation>让所有已结束的文件重新等待</translation>
    </message>
    <message>
        <source>Stop &amp;before this file</source>
        <translation>在此文件前停止(&amp;B)</translation>
    </message>
    <message>
        <source>The queue stops when it comes to this file</source>
        <translation>队列轮到此文件时停止</translation>
    </message>
    <message>
        <source>Pause selecte&amp;d</source>
        <translation>暂停所选项(&amp;D)</translation>
    </message>
    <message>
        <source>Let the selected files stand still</source>
        <translation>让所选文件停住</translation>
    </message>
    <message>
        <source>R&amp;esume selected</source>
        <translation>继续所选项(&amp;E)</translation>
    </message>
    <message>
        <source>Let the selected files go on</source>
        <translation>让所选文件继续</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>搁置(&amp;H)</translation>
    </message>
    <message>
        <source>Do not run the selection until released</source>
        <translation>在取消搁置前不转换所选项</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>取消搁置(&amp;L)</translation>
    </message>
    <message>
        <source>Let what is on hold run</source>
        <translation>让搁置的文件可以转换</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>取消所选项(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the selection; it does not run again</source>
        <translation>停止所选项；不再转换</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Let the selection wait to run again</source>
        <translation>让所选项重新等待转换</translation>
    </message>
    <message>
        <source>L&amp;ocate source…</source>
        <translation>指定源文件位置(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose where the source file is now</source>
        <translation>选择源文件现在的位置</translation>
    </message>
    <message>
        <source>Keep i&amp;ncomplete file</source>
        <translation>保留不完整的文件(&amp;N)</translation>
    </message>
    <message>
        <source>Give what came out a name of its own</source>
        <translation>为已生成的部分另取名称</translation>
    </message>
    <message>
        <source>D&amp;iscard incomplete file</source>
        <translation>丢弃不完整的文件(&amp;I)</translation>
    </message>
    <message>
        <source>Delete what came out</source>
        <translation>删除已生成的部分</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <translation>移到最前(&amp;T)</translation>
    </message>
    <message>
        <source>Let the selection run first</source>
        <translation>让所选项最先转换</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Let the selection run earlier</source>
        <translation>让所选项更早转换</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Let the selection run later</source>
        <translation>让所选项更晚转换</translation>
    </message>
    <message>
        <source>Move to &amp;end</source>
        <translation>移到最后(&amp;E)</translation>
    </message>
    <message>
        <source>Let the selection run last</source>
        <translation>让所选项最后转换</translation>
    </message>
    <message>
        <source>Preview &amp;fills the window</source>
        <translation>预览占满窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the preview without list and presets</source>
        <translation>只显示预览，不显示列表和预设</translation>
    </message>
    <message>
        <source>Open &amp;result</source>
        <translation>打开结果(&amp;R)</translation>
    </message>
    <message>
        <source>Open the result in its own program</source>
        <translation>用默认程序打开结果</translation>
    </message>
    <message>
        <source>Open containing fo&amp;lder</source>
        <translation>打开所在文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Copy lo&amp;g</source>
        <translation>复制日志(&amp;G)</translation>
    </message>
    <message>
        <source>Copy the log of the selected file</source>
        <translation>复制所选文件的日志</translation>
    </message>
    <message>
        <source>Save &amp;support bundle…</source>
        <translation>保存支持包(&amp;S)…</translation>
    </message>
    <message>
        <source>Pack the log and what is needed for help; private paths are hidden</source>
        <translation>打包日志和求助所需的信息；私人路径会被隐藏</translation>
    </message>
    <message>
        <source>C&amp;heck files…</source>
        <translation>检查文件(&amp;H)…</translation>
    </message>
    <message>
        <source>Stop e&amp;very check</source>
        <translation>停止所有检查(&amp;V)</translation>
    </message>
    <message>
        <source>Check files that are not converted</source>
        <translation>只检查文件，不转换</translation>
    </message>
    <message>
        <source>Check a fol&amp;der…</source>
        <translation>检查文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Check every file below a folder</source>
        <translation>检查文件夹中的所有文件</translation>
    </message>
    <message>
        <source>Stop checkin&amp;g</source>
        <translation>停止检查(&amp;G)</translation>
    </message>
    <message>
        <source>Do not check the selection any further</source>
        <translation>不再检查所选项</translation>
    </message>
    <message>
        <source>Check nothing any further</source>
        <translation>不再检查任何文件</translation>
    </message>
    <message>
        <source>Sa&amp;ve report…</source>
        <translation>保存报告(&amp;V)…</translation>
    </message>
    <message>
        <source>Write what the checks of the selection saw</source>
        <translation>写出所选项的检查结果</translation>
    </message>
    <message>
        <source>Save report of &amp;all…</source>
        <translation>保存全部文件的报告(&amp;A)…</translation>
    </message>
    <message>
        <source>Write what the checks of all files saw</source>
        <translation>写出所有文件的检查结果</translation>
    </message>
    <message>
        <source>E&amp;xamine without playing</source>
        <translation>不播放，直接分析(&amp;X)</translation>
    </message>
    <message>
        <source>Predict for each browser what it will do</source>
        <translation>预测文件在每个浏览器中的表现</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>修复(&amp;R)…</translation>
    </message>
    <message>
        <source>Write a sound copy; nothing is encoded again</source>
        <translation>写出完好的副本；不会重新编码</translation>
    </message>
    <message>
        <source>Explain a browser &amp;message…</source>
        <translation>解释浏览器消息(&amp;M)…</translation>
    </message>
    <message>
        <source>Find the cause of what a browser says</source>
        <translation>查找浏览器报错的原因</translation>
    </message>
    <message>
        <source>&amp;Break it…</source>
        <translation>破坏(&amp;B)…</translation>
    </message>
    <message>
        <source>Make broken variants to test a player with</source>
        <translation>制作用于测试播放器的破坏版本</translation>
    </message>
    <message>
        <source>Open on another &amp;device…</source>
        <translation>在其他设备上打开(&amp;D)…</translation>
    </message>
    <message>
        <source>Play the file on a phone or another computer</source>
        <translation>在手机或另一台计算机上播放文件</translation>
    </message>
    <message>
        <source>Browsers and en&amp;gines…</source>
        <translation>浏览器与引擎(&amp;G)…</translation>
    </message>
    <message>
        <source>What is found here, and what it decodes</source>
        <translation>这里有哪些浏览器与引擎，能解码什么</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>从列表移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the selection; files stay on disk</source>
        <translation>移除所选项；磁盘上的文件保留</translation>
    </message>
    <message>
        <source>Remove fi&amp;nished</source>
        <translation>移除已完成的(&amp;N)</translation>
    </message>
    <message>
        <source>Remove what is done; files stay on disk</source>
        <translation>移除已完成的文件；磁盘上的文件保留</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>Add the selection once more</source>
        <translation>再添加一次所选项</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select every file</source>
        <translation>选择所有文件</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Queue &amp;order</source>
        <translation>队列顺序(&amp;O)</translation>
    </message>
    <message>
        <source>Show files in the order in which they run</source>
        <translation>按转换顺序显示文件</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>Play the selection in every browser found</source>
        <translation>在找到的每个浏览器中播放所选项</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Play the selection through MSE</source>
        <translation>通过 MSE 播放所选项</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>在文件夹中显示结果</translation>
    </message>
    <message>
        <source>&amp;About MSE Studio</source>
        <translation>关于 MSE Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Close the window; the queue is kept</source>
        <translation>关闭窗口；队列会保留</translation>
    </message>
    <message>
        <source>Versions of what works here</source>
        <translation>各组件的版本</translation>
    </message>
    <message>
        <source>&amp;Selected files</source>
        <translation>所选文件(&amp;S)</translation>
    </message>
    <message>
        <source>Each viewer sees them from the beginning</source>
        <translation>每位观众都从头观看</translation>
    </message>
    <message>
        <source>Selected files, &amp;live on one clock</source>
        <translation>所选文件，按同一时钟直播(&amp;L)</translation>
    </message>
    <message>
        <source>All viewers see the same moment</source>
        <translation>所有观众看到同一时刻</translation>
    </message>
    <message>
        <source>Selected files, live in a l&amp;oop</source>
        <translation>所选文件，循环直播(&amp;O)</translation>
    </message>
    <message>
        <source>All see the same moment, again and again</source>
        <translation>所有人看到同一时刻，一遍又一遍</translation>
    </message>
    <message>
        <source>Selected file, &amp;encoded live…</source>
        <translation>所选文件，实时编码(&amp;E)…</translation>
    </message>
    <message>
        <source>Encode any file in real time</source>
        <translation>实时编码任意文件</translation>
    </message>
    <message>
        <source>&amp;Test picture…</source>
        <translation>测试画面(&amp;T)…</translation>
    </message>
    <message>
        <source>Stream a test picture with a clock</source>
        <translation>播送带时钟的测试画面</translation>
    </message>
    <message>
        <source>&amp;Camera…</source>
        <translation>摄像头(&amp;C)…</translation>
    </message>
    <message>
        <source>Stream a camera of this machine</source>
        <translation>播送此机器的摄像头</translation>
    </message>
    <message>
        <source>Sc&amp;reen…</source>
        <translation>屏幕(&amp;R)…</translation>
    </message>
    <message>
        <source>Stream what this screen shows</source>
        <translation>播送此屏幕显示的内容</translation>
    </message>
    <message>
        <source>&amp;Microphone…</source>
        <translation>麦克风(&amp;M)…</translation>
    </message>
    <message>
        <source>Stream sound alone</source>
        <translation>只播送声音</translation>
    </message>
    <message>
        <source>Stream it again</source>
        <translation>重新开始此流</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>End the stream; it stays in the list</source>
        <translation>结束此流；它仍留在列表中</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>录制(&amp;R)…</translation>
    </message>
    <message>
        <source>Write the stream to a file as well</source>
        <translation>把流同时写入文件</translation>
    </message>
    <message>
        <source>&amp;End recording</source>
        <translation>结束录制(&amp;E)</translation>
    </message>
    <message>
        <source>Finish the file and check it</source>
        <translation>写完文件并检查</translation>
    </message>
    <message>
        <source>&amp;Play here</source>
        <translation>在此播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play the stream beside the list</source>
        <translation>在列表旁边播放此流</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>在浏览器中打开(&amp;B)</translation>
    </message>
    <message>
        <source>Play the stream in your own browser</source>
        <translation>在您自己的浏览器中播放此流</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>End the stream and forget it; files stay</source>
        <translation>结束此流并移出列表；文件保留</translation>
    </message>
    <message>
        <source>Play an &amp;address</source>
        <translation>播放地址(&amp;A)</translation>
    </message>
    <message>
        <source>Type vod://NAME, vod-live://NAME or live://NAME</source>
        <translation>输入 vod://NAME、vod-live://NAME 或 live://NAME</translation>
    </message>
    <message>
        <source>&amp;Watch while it encodes</source>
        <translation>边编码边观看(&amp;W)</translation>
    </message>
    <message>
        <source>Play what the running job has written so far</source>
        <translation>播放正在进行的任务目前已写出的内容</translation>
    </message>
    <message>
        <source>Make a &amp;ladder…</source>
        <translation>制作码率阶梯(&amp;L)…</translation>
    </message>
    <message>
        <source>Several sizes that a player changes between</source>
        <translation>播放器可在其间切换的多个尺寸</translation>
    </message>
    <message>
        <source>&amp;Hand-off bundle…</source>
        <translation>交付包(&amp;H)…</translation>
    </message>
    <message>
        <source>All that a web server needs to stream it</source>
        <translation>Web 服务器流式播放它所需的全部内容</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>所有文件的进度</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>停止检查</translation>
    </message>
    <message>
        <source>Stop checking; what was checked stays</source>
        <translation>停止检查；已检查的保留</translation>
    </message>
    <message>
        <source>{finished} of {total} files done</source>
        <translation>已完成 {finished} / {total} 个文件</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping after these</source>
        <translation>完成当前文件后停止</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) done</source>
        <translation>
            <numerusform>已完成 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n 个文件失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) being read</source>
        <translation>
            <numerusform>正在读取 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready to start</source>
        <translation>
            <numerusform>%n 个文件可以开始</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files to begin.</source>
        <translation>请先添加文件。</translation>
    </message>
    <message>
        <source>Checked {done} of {total}</source>
        <translation>已检查 {done} / {total}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>剩余 {size}</translation>
    </message>
    <message>
        <source>{size} free on {volume}, where results go</source>
        <translation>{volume}（结果所在）剩余 {size}</translation>
    </message>
    <message>
        <source>ffmpeg {version}</source>
        <translation>ffmpeg {version}</translation>
    </message>
    <message>
        <source>Looking for ffmpeg…</source>
        <translation>正在查找 ffmpeg…</translation>
    </message>
    <message>
        <source>No ffmpeg</source>
        <translation>没有 ffmpeg</translation>
    </message>
</context>
<context>
    <name>BreakDialog</name>
    <message>
        <source>Break {name}</source>
        <translation>破坏 {name}</translation>
    </message>
    <message>
        <source>Writes copies of this file, each with one fault, to test a player with. The file itself stays as it is.</source>
        <translation>写出此文件的多个副本，每个各有一处错误，用于测试播放器。文件本身保持不变。</translation>
    </message>
    <message>
        <source>Faults, by the rule that they break</source>
        <translation>错误，按所违反的规则排列</translation>
    </message>
    <message>
        <source>Folder for the broken variants</source>
        <translation>存放破坏版本的文件夹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>破坏</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n broken file(s) were written.</source>
        <translation>
            <numerusform>已写出 %n 个破坏版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>manifest.json in {folder} lists what is wrong with each, and where.</source>
        <translation>{folder} 中的 manifest.json 列出了每个文件错在哪里、位于何处。</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Hand-off bundle</source>
        <translation>交付包</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All that a server needs to stream {names}, with a report of what plays.</source>
        <translation>服务器流式播放 {names} 所需的全部内容，并附播放情况的报告。</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>One zip</source>
        <translation>一个 zip</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>一个文件夹</translation>
    </message>
    <message>
        <source>&amp;Play it in the browsers found here, for the report</source>
        <translation>在这里找到的浏览器中播放，写入报告(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>制作(&amp;M)</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Checking what is in it…</source>
        <translation>正在检查其内容…</translation>
    </message>
    <message>
        <source>Writing it…</source>
        <translation>正在写入…</translation>
    </message>
    <message numerus="yes">
        <source>The bundle is there, but %n part(s) of it do not play.</source>
        <translation>
            <numerusform>交付包已生成，但其中有 %n 个部分无法播放。</numerusform>
        </translation>
    </message>
    <message>
        <source>The bundle is there.</source>
        <translation>交付包已生成。</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>init segment</source>
        <translation>初始化分段</translation>
    </message>
    <message>
        <source>append</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>count frames</source>
        <translation>计帧</translation>
    </message>
    <message>
        <source>play slowly</source>
        <translation>慢速播放</translation>
    </message>
    <message>
        <source>seek</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>entry points</source>
        <translation>进入点</translation>
    </message>
    <message>
        <source>init segment again</source>
        <translation>再次初始化分段</translation>
    </message>
    <message>
        <source>change of type</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结尾</translation>
    </message>
</context>
<context>
    <name>CheckCommands</name>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>尚未检查任何文件。</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>等待检查</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Play every result in the browsers ticked below</source>
        <translation>在下面勾选的浏览器中播放每个结果</translation>
    </message>
    <message>
        <source>Browsers at a time</source>
        <translation>同时使用的浏览器数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>What the preset promises (tracks, keyframes, index) is read from every result, always: one that breaks a promise is not kept.</source>
        <translation>始终会在每个结果中核对预设所保证的内容（轨道、关键帧、索引）：不符合的结果不会保留。</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Show by state</source>
        <translation>按状态显示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>仅检查</translation>
    </message>
    <message>
        <source>Do not play</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>Show every file</source>
        <translation>显示所有文件</translation>
    </message>
    <message>
        <source>Show what waits for its turn</source>
        <translation>显示排队等待的文件</translation>
    </message>
    <message>
        <source>Show what runs, pauses or is verified</source>
        <translation>显示正在转换、暂停或验证的文件</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>显示已完成的文件</translation>
    </message>
    <message>
        <source>Show what is done, with warnings</source>
        <translation>显示已完成但有警告的文件</translation>
    </message>
    <message>
        <source>Show what failed, is incomplete or cannot be read</source>
        <translation>显示失败、不完整或无法读取的文件</translation>
    </message>
    <message>
        <source>Show what is on hold, interrupted or cancelled</source>
        <translation>显示搁置、中断或取消的文件</translation>
    </message>
    <message>
        <source>Show what is here to be checked, not to be converted</source>
        <translation>显示只检查、不转换的文件</translation>
    </message>
    <message>
        <source>Show what was checked and does not play</source>
        <translation>显示已检查但无法播放的文件</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Change the keyframes</source>
        <translation>更改关键帧</translation>
    </message>
    <message>
        <source>Change the output</source>
        <translation>更改输出</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Decide about existing files</source>
        <translation>决定已有文件的处理</translation>
    </message>
</context>
<context>
    <name>Chrome</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Streams</source>
        <translation>流(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New stream</source>
        <translation>新建流(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy URL</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>搜索文件</translation>
    </message>
    <message>
        <source>Search files by name</source>
        <translation>按名称搜索文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop after the current files, or now</source>
        <translation>当前文件完成后停止，或立即停止</translation>
    </message>
</context>
<context>
    <name>CommandPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>ffmpeg command</source>
        <translation>ffmpeg 命令</translation>
    </message>
    <message>
        <source>What each option does</source>
        <translation>每个选项的作用</translation>
    </message>
    <message>
        <source>Select a file to see its ffmpeg command.</source>
        <translation>选择一个文件以查看其 ffmpeg 命令。</translation>
    </message>
    <message>
        <source>This is the command, option by option:</source>
        <translation>这是完整的命令：</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Kept as {name}.</source>
        <translation>已保留为 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {name}.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 {name}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of {name} could be used.</source>
        <translation>{name} 中有部分内容无法使用。</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>&quot;{0}&quot; is not a frame rate.</source>
        <translation>“{0}”不是帧率。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not a speed.</source>
        <translation>“{0}”不是速度档。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not possible for {1}.</source>
        <translation>{1} 不能设为“{0}”。</translation>
    </message>
    <message>
        <source>%1 at normal speed</source>
        <translation>正常速度时 %1 次</translation>
    </message>
    <message>
        <source>%1 at raised speed</source>
        <translation>加速播放时 %1 次</translation>
    </message>
    <message>
        <source>%1 lost, of picture or sound</source>
        <translation>丢失 %1 帧，画面或音频</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 places, this is the first</source>
        <translation>共 %1 处，此为第一处</translation>
    </message>
    <message>
        <source>%1 steps in %2</source>
        <translation>%1 个步骤，用时 %2</translation>
    </message>
    <message>
        <source>(evenly chosen of %1)</source>
        <translation>（从 %1 个中均匀选取）</translation>
    </message>
    <message>
        <source>(measured: %1)</source>
        <translation>（实测：%1）</translation>
    </message>
    <message>
        <source>1 error while reading; pictures may be damaged.</source>
        <translation>读取时有 1 处错误；画面可能损坏。</translation>
    </message>
    <message>
        <source>1 job was left out, as they were done already.</source>
        <translation>1 个任务因已完成而略去。</translation>
    </message>
    <message>
        <source>1 job was recovered, {0} of them from the copy of {1}; the old file is kept as {2}.</source>
        <translation>已恢复 1 个任务，其中 {0} 个来自 {1} 的副本；旧文件保留为 {2}。</translation>
    </message>
    <message>
        <source>1 job was recovered; the old file is kept as {0}.</source>
        <translation>已恢复 1 个任务；旧文件保留为 {0}。</translation>
    </message>
    <message>
        <source>4:2:0 pictures need even sides</source>
        <translation>4:2:0 画面的边长必须是偶数</translation>
    </message>
    <message>
        <source>8-bit 4:2:0 is what every browser decodes</source>
        <translation>每个浏览器都能解码 8 位 4:2:0</translation>
    </message>
    <message>
        <source>A BlockGroup holds more than one Block.</source>
        <translation>有一个 BlockGroup 含多个 Block。</translation>
    </message>
    <message>
        <source>A BlockGroup holds no Block.</source>
        <translation>有一个 BlockGroup 不含 Block。</translation>
    </message>
    <message>
        <source>A BlockGroup holds no block, or more than one block or addition.</source>
        <translation>有一个 BlockGroup 不含块，或含多个块或多个附加数据。</translation>
    </message>
    <message>
        <source>A BlockGroup holds two Blocks.</source>
        <translation>有一个 BlockGroup 含两个 Block。</translation>
    </message>
    <message>
        <source>A SourceBuffer was added after data had been appended to another one.</source>
        <translation>向另一个 SourceBuffer 追加数据之后又添加了 SourceBuffer。</translation>
    </message>
    <message>
        <source>A SourceBuffer with sound and picture is in “sequence” mode, where they can drift apart.</source>
        <translation>同时含音频和画面的 SourceBuffer 处于“sequence”模式，两者可能逐渐不同步。</translation>
    </message>
    <message>
        <source>A VP8 track calls itself VP9.</source>
        <translation>VP8 轨道自称 VP9。</translation>
    </message>
    <message>
        <source>A VP9 track calls itself VP8.</source>
        <translation>VP9 轨道自称 VP8。</translation>
    </message>
    <message>
        <source>A block belongs to a track that the header does not declare, or with a number over 127.</source>
        <translation>有一个块属于文件头未声明的轨道，或其轨道编号大于 127。</translation>
    </message>
    <message>
        <source>A block belongs to a track that the header does not declare.</source>
        <translation>有一个块属于文件头未声明的轨道。</translation>
    </message>
    <message>
        <source>A block belongs to track {0}, which the header does not declare.</source>
        <translation>有一个块属于轨道 {0}，而文件头没有声明它。</translation>
    </message>
    <message>
        <source>A block carries more than one addition (BlockAdditional), which Chromium refuses.</source>
        <translation>有一个块带有多个附加数据（BlockAdditional），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>A block has two BlockAdditional elements.</source>
        <translation>有一个块含两个 BlockAdditional 元素。</translation>
    </message>
    <message>
        <source>A block is too short for its own header, or holds no frame.</source>
        <translation>有一个块太短，容不下自己的头部，或不含帧。</translation>
    </message>
    <message>
        <source>A block is too short for its own header.</source>
        <translation>有一个块太短，容不下自己的头部。</translation>
    </message>
    <message>
        <source>A block of track {0} holds no frame: Firefox loses what follows, up to the next keyframe.</source>
        <translation>轨道 {0} 的一个块不含帧：Firefox 会丢掉其后到下一关键帧为止的内容。</translation>
    </message>
    <message>
        <source>A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses (first of {2} places).</source>
        <translation>同一簇中，{0} ms 的块排在 {1} ms 的块之后，Chromium 会拒绝（共 {2} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses.</source>
        <translation>同一簇中，{0} ms 的块排在 {1} ms 的块之后，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>A block packs several frames (lacing).</source>
        <translation>有一个块打包了多个帧（lacing）。</translation>
    </message>
    <message>
        <source>A block stands before its cluster&apos;s time, which Chromium and Firefox refuse.</source>
        <translation>有一个块早于其簇的时间，Chromium 和 Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>A block stands before its cluster&apos;s time.</source>
        <translation>有一个块早于其簇的时间。</translation>
    </message>
    <message>
        <source>A block stands before its cluster’s Timestamp.</source>
        <translation>有一个块早于其簇的 Timestamp。</translation>
    </message>
    <message>
        <source>A block that packs several frames does not say how large they are.</source>
        <translation>打包了多个帧的块没有写明各帧的大小。</translation>
    </message>
    <message>
        <source>A block writes its track number in more than one byte, which Chromium refuses.</source>
        <translation>有一个块用多个字节写轨道编号，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>A block&apos;s additions stand twice or have the number 0, which Firefox refuses.</source>
        <translation>有一个块的附加数据重复出现或编号为 0，Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>A block&apos;s time is before its cluster&apos;s time, which old engines and packagers refuse.</source>
        <translation>有一个块的时间早于其簇的时间，旧引擎和打包工具会拒绝。</translation>
    </message>
    <message>
        <source>A block&apos;s time is lower than that of the block before it in the same cluster; ffmpeg 7 and later write sound and picture so.</source>
        <translation>有一个块的时间小于同一簇中前一个块的时间；ffmpeg 7 及更新版本写入音频和画面时会这样。</translation>
    </message>
    <message>
        <source>A block&apos;s time lies before its cluster&apos;s: browsers take it, some packagers do not.</source>
        <translation>有一个块的时间早于其簇的时间：浏览器接受，有些打包工具不接受。</translation>
    </message>
    <message>
        <source>A block’s track number is written in two bytes.</source>
        <translation>有一个块的轨道编号写成了两个字节。</translation>
    </message>
    <message>
        <source>A box has no size, or more than 2 GB.</source>
        <translation>有一个盒没有大小，或超过 2 GB。</translation>
    </message>
    <message>
        <source>A box stands at the top level that may not be there.</source>
        <translation>顶层有一个不该出现在那里的盒。</translation>
    </message>
    <message>
        <source>A box that the header needs is missing.</source>
        <translation>缺少文件头所需的一个盒。</translation>
    </message>
    <message>
        <source>A box “wide” stands between two fragments.</source>
        <translation>两个分段之间有一个“wide”盒。</translation>
    </message>
    <message>
        <source>A box&apos;s content does not fit its size or type.</source>
        <translation>有一个盒的内容与其大小或类型不符。</translation>
    </message>
    <message>
        <source>A cluster begins {0} ms before the one in front of it, where Firefox stops (first of {1} places).</source>
        <translation>有一个簇的开始比它前面的簇早 {0} ms，Firefox 会在那里停住（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>A cluster begins {0} ms before the one in front of it, where Firefox stops.</source>
        <translation>有一个簇的开始比它前面的簇早 {0} ms，Firefox 会在那里停住。</translation>
    </message>
    <message>
        <source>A cluster has neither a time nor blocks, which Chromium refuses.</source>
        <translation>有一个簇既没有时间也没有块，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>A cluster has no time, so its frames cannot be put in order.</source>
        <translation>有一个簇没有时间，无法给它的帧排序。</translation>
    </message>
    <message>
        <source>A cluster has the time of its last block, so that the others count backwards.</source>
        <translation>有一个簇采用其最后一个块的时间，因此其他块要往回计数。</translation>
    </message>
    <message>
        <source>A cluster is damaged or cut off, and more was appended after it.</source>
        <translation>有一个簇损坏或被截断，而其后又追加了数据。</translation>
    </message>
    <message>
        <source>A cluster is longer than its relative times can count (32.767 s), so that they run over.</source>
        <translation>有一个簇的长度超出其相对时间的计数范围（32.767 秒），时间因此溢出。</translation>
    </message>
    <message>
        <source>A cluster stands before the Tracks element that describes it.</source>
        <translation>有一个簇出现在描述它的 Tracks 元素之前。</translation>
    </message>
    <message>
        <source>A cluster&apos;s last block has no duration, so that its length is guessed.</source>
        <translation>有一个簇的最后一个块没有时长，只能猜测。</translation>
    </message>
    <message>
        <source>A codec&apos;s name has capital letters that engines do not expect.</source>
        <translation>编码名中有引擎不接受的大写字母。</translation>
    </message>
    <message>
        <source>A file of this presentation cannot be read.</source>
        <translation>此节目的一个文件无法读取。</translation>
    </message>
    <message>
        <source>A fragment belongs to no track.</source>
        <translation>有一个分段不属于任何轨道。</translation>
    </message>
    <message>
        <source>A fragment belongs to track {0}, which the header does not declare.</source>
        <translation>有一个分段属于轨道 {0}，而文件头没有声明它。</translation>
    </message>
    <message>
        <source>A fragment counts its data from the beginning of the file (base-data-offset).</source>
        <translation>有一个分段从文件开头计算数据位置（base-data-offset）。</translation>
    </message>
    <message>
        <source>A fragment counts its data from the beginning of the file.</source>
        <translation>有一个分段从文件开头计算数据位置。</translation>
    </message>
    <message>
        <source>A fragment does not say where its data begin.</source>
        <translation>有一个分段没有写明其数据从哪里开始。</translation>
    </message>
    <message>
        <source>A fragment does not say where its data begins, or says it wrongly.</source>
        <translation>有一个分段没有写明其数据从哪里开始，或写错了。</translation>
    </message>
    <message>
        <source>A fragment ends with a frame of 0 bytes.</source>
        <translation>有一个分段以 0 字节的帧结尾。</translation>
    </message>
    <message>
        <source>A fragment has no decode time (tfdt).</source>
        <translation>有一个分段没有解码时间（tfdt）。</translation>
    </message>
    <message>
        <source>A fragment has no header, or a run announces more frames than it lists.</source>
        <translation>有一个分段没有头部，或某个 trun 声明的帧数多于列出的帧数。</translation>
    </message>
    <message>
        <source>A fragment has no track, or one that the header does not declare.</source>
        <translation>有一个分段没有轨道，或其轨道未在文件头中声明。</translation>
    </message>
    <message>
        <source>A fragment holds no track fragment (traf).</source>
        <translation>有一个分段不含轨道分段（traf）。</translation>
    </message>
    <message>
        <source>A fragment holds the second half of its pictures before the first one.</source>
        <translation>有一个分段把后半部分画面放在了前半部分之前。</translation>
    </message>
    <message>
        <source>A fragment holds too few frames for that.</source>
        <translation>有一个分段的帧太少，无法这样做。</translation>
    </message>
    <message>
        <source>A fragment is larger than that of any real film.</source>
        <translation>有一个分段超出任何真实影片的大小。</translation>
    </message>
    <message>
        <source>A fragment is larger, or later, than that of any real film.</source>
        <translation>有一个分段的大小或时间超出任何真实影片。</translation>
    </message>
    <message>
        <source>A fragment lacks a track.</source>
        <translation>有一个分段缺少一条轨道。</translation>
    </message>
    <message>
        <source>A fragment names data beyond its own end, or is cut off.</source>
        <translation>有一个分段指向了自身末尾之外的数据，或被截断。</translation>
    </message>
    <message>
        <source>A fragment names more frames than it holds.</source>
        <translation>有一个分段声明的帧数多于它含有的帧数。</translation>
    </message>
    <message>
        <source>A fragment names samples of no size; they are left out.</source>
        <translation>有一个分段列出了没有大小的样本；它们已略去。</translation>
    </message>
    <message>
        <source>A fragment stands before the moov box that describes it.</source>
        <translation>有一个分段出现在描述它的 moov 盒之前。</translation>
    </message>
    <message>
        <source>A fragment&apos;s decode time is not where the one before it ended.</source>
        <translation>有一个分段的解码时间没有接上前一分段的结尾。</translation>
    </message>
    <message>
        <source>A fragment&apos;s frames lie beyond its data.</source>
        <translation>有一个分段的帧位于其数据之外。</translation>
    </message>
    <message>
        <source>A fragment’s pictures have start codes instead of lengths.</source>
        <translation>有一个分段的画面用起始码而不是长度分隔。</translation>
    </message>
    <message>
        <source>A frame is marked as a keyframe and is none: decoding cannot begin here (first of {0} places).</source>
        <translation>有一帧被标为关键帧，其实不是：无法从这里开始解码（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>A frame is marked as a keyframe and is none: decoding cannot begin here.</source>
        <translation>有一帧被标为关键帧，其实不是：无法从这里开始解码。</translation>
    </message>
    <message>
        <source>A frame of track {0} has no bytes; browsers skip it.</source>
        <translation>轨道 {0} 有一帧没有数据；浏览器会跳过它。</translation>
    </message>
    <message>
        <source>A frame of track {0} has the reserved value 3 for what it depends on.</source>
        <translation>轨道 {0} 有一帧的依赖关系标志为保留值 3。</translation>
    </message>
    <message>
        <source>A frame rate of {0} is not possible.</source>
        <translation>帧率 {0} 不可用。</translation>
    </message>
    <message>
        <source>A frame&apos;s time does not fit into its cluster.</source>
        <translation>有一帧的时间放不进它的簇。</translation>
    </message>
    <message>
        <source>A keyframe in the middle of the file is not marked as one.</source>
        <translation>文件中间有一个关键帧没有标为关键帧。</translation>
    </message>
    <message>
        <source>A keyframe is not marked as one: Chromium does not let playback begin here (first of {0} places).</source>
        <translation>有一个关键帧没有标为关键帧：Chromium 不允许从这里开始播放（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>A keyframe is not marked as one: Chromium does not let playback begin here.</source>
        <translation>有一个关键帧没有标为关键帧：Chromium 不允许从这里开始播放。</translation>
    </message>
    <message>
        <source>A moof box has no mdat box.</source>
        <translation>有一个 moof 盒没有对应的 mdat 盒。</translation>
    </message>
    <message>
        <source>A moof has no mdat.</source>
        <translation>有一个 moof 没有对应的 mdat。</translation>
    </message>
    <message>
        <source>A number here has an impossible length or value.</source>
        <translation>这里有一个数值的长度或值不可能成立。</translation>
    </message>
    <message>
        <source>A number here is empty or out of range, which Chromium refuses.</source>
        <translation>这里有一个数值为空或超出范围，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>A packet of Opus in track {0} is damaged: Chromium stops with a decoding error.</source>
        <translation>轨道 {0} 有一个 Opus 数据包损坏：Chromium 会因解码错误而停止。</translation>
    </message>
    <message>
        <source>A picture in the middle of a GOP is marked as a keyframe.</source>
        <translation>GOP 中间有一个画面被标为关键帧。</translation>
    </message>
    <message>
        <source>A picture is marked as a keyframe and is none, or the data is of another codec.</source>
        <translation>有一个画面被标为关键帧，其实不是；或数据属于另一种编码。</translation>
    </message>
    <message>
        <source>A picture of track {0} is written to last 0 ms: Chromium drops everything from here to the next keyframe.</source>
        <translation>轨道 {0} 有一个画面写明的时长为 0 ms：Chromium 会丢掉从这里到下一关键帧的全部内容。</translation>
    </message>
    <message>
        <source>A report would take the place of “{0}”.</source>
        <translation>报告会覆盖“{0}”。</translation>
    </message>
    <message>
        <source>A rule says otherwise ({0}): {1}</source>
        <translation>有规则给出不同的判断（{0}）：{1}</translation>
    </message>
    <message>
        <source>A run of track {0} announces more frames than it lists.</source>
        <translation>轨道 {0} 的一个 trun 声明的帧数多于列出的帧数。</translation>
    </message>
    <message>
        <source>A run of track {0} does not say where its data begins.</source>
        <translation>轨道 {0} 的一个 trun 没有写明其数据从哪里开始。</translation>
    </message>
    <message>
        <source>A sample&apos;s dependency flags have a reserved value.</source>
        <translation>有一个样本的依赖标志为保留值。</translation>
    </message>
    <message>
        <source>A second header with other track numbers stands between two fragments.</source>
        <translation>两个分段之间还有一个文件头，其轨道编号不同。</translation>
    </message>
    <message>
        <source>A second header with other tracks stands here, as in files that were joined.</source>
        <translation>这里还有一个轨道不同的文件头，像是拼接而成的文件。</translation>
    </message>
    <message>
        <source>A second header with other tracks stands in the file, as in files that were joined.</source>
        <translation>文件中还有一个轨道不同的文件头，像是拼接而成的文件。</translation>
    </message>
    <message>
        <source>A second init segment has other tracks or codecs than the first.</source>
        <translation>第二个初始化分段的轨道或编码与第一个不同。</translation>
    </message>
    <message>
        <source>A second moov box changes the tracks in mid-file: a SourceBuffer does not take that.</source>
        <translation>第二个 moov 盒在文件中途更改轨道：SourceBuffer 不接受。</translation>
    </message>
    <message>
        <source>A second sound track stands beside the first.</source>
        <translation>除第一条音轨外还有第二条。</translation>
    </message>
    <message>
        <source>A seek to {0} s did not complete.</source>
        <translation>跳转到 {0} 秒未完成。</translation>
    </message>
    <message>
        <source>A seek to {0} s shows the picture of {1} s.</source>
        <translation>跳转到 {0} 秒，显示的却是 {1} 秒的画面。</translation>
    </message>
    <message>
        <source>A segment begins with a picture that needs earlier ones (no keyframe, or an open group of pictures), and playback was begun there.</source>
        <translation>有一个分段以依赖前面画面的画面开始（不是关键帧，或为开放 GOP），而播放从那里开始。</translation>
    </message>
    <message>
        <source>A segment holds more than one keyframe, so the rhythm is not the planned one.</source>
        <translation>有一个分段含多个关键帧，节奏与计划不符。</translation>
    </message>
    <message>
        <source>A segment holds no frame of one of the tracks.</source>
        <translation>有一个分段不含某条轨道的帧。</translation>
    </message>
    <message>
        <source>A segment holds no sample of one of the tracks.</source>
        <translation>有一个分段不含某条轨道的样本。</translation>
    </message>
    <message>
        <source>A segment of {0} MB fills more than half of a browser’s buffer (first of {1} places).</source>
        <translation>一个 {0} MB 的分段占了浏览器缓冲区的一半以上（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>A segment of {0} MB fills more than half of a browser’s buffer.</source>
        <translation>一个 {0} MB 的分段占了浏览器缓冲区的一半以上。</translation>
    </message>
    <message>
        <source>A timescale is 0, so that no time can be told.</source>
        <translation>有一个时间刻度为 0，无法确定任何时间。</translation>
    </message>
    <message>
        <source>A track fragment belongs to a track that the header does not declare.</source>
        <translation>有一个轨道分段属于文件头未声明的轨道。</translation>
    </message>
    <message>
        <source>A track fragment does not say which track it belongs to (tfhd).</source>
        <translation>有一个轨道分段没有写明它属于哪条轨道（tfhd）。</translation>
    </message>
    <message>
        <source>A track has a name that is not ASCII.</source>
        <translation>有一条轨道的名称含非 ASCII 字符。</translation>
    </message>
    <message>
        <source>A track has no codec configuration.</source>
        <translation>有一条轨道没有编码配置。</translation>
    </message>
    <message>
        <source>A track has no fragment defaults (trex), or they name another track.</source>
        <translation>有一条轨道没有分段默认值（trex），或其默认值指向另一条轨道。</translation>
    </message>
    <message>
        <source>A track has no number or no type.</source>
        <translation>有一条轨道没有编号或没有类型。</translation>
    </message>
    <message>
        <source>A track has no sample description.</source>
        <translation>有一条轨道没有样本描述。</translation>
    </message>
    <message>
        <source>A track has two CodecID elements.</source>
        <translation>有一条轨道含两个 CodecID 元素。</translation>
    </message>
    <message>
        <source>A track holds something that no browser plays in MP4.</source>
        <translation>有一条轨道的内容在 MP4 中没有任何浏览器能播放。</translation>
    </message>
    <message>
        <source>A track is declared and holds nothing; the engine waits for it.</source>
        <translation>有一条轨道已声明却没有内容；引擎会一直等待它。</translation>
    </message>
    <message>
        <source>A track is of type {0}, which is neither picture, sound nor text: Chromium refuses the file.</source>
        <translation>有一条轨道的类型为 {0}，既不是画面、音频，也不是文本：Chromium 会拒绝该文件。</translation>
    </message>
    <message>
        <source>A track of the file has no complete header.</source>
        <translation>文件中有一条轨道没有完整的头部。</translation>
    </message>
    <message>
        <source>A track&apos;s entry is malformed: a field stands there twice, its name is not plain text, or its frame duration is 0.</source>
        <translation>有一条轨道的条目格式有误：某个字段出现两次、名称不是纯文本，或帧时长为 0。</translation>
    </message>
    <message>
        <source>AAC of a transport stream needs its headers moved; other AAC passes</source>
        <translation>传输流中的 AAC 需要改写头部；其他 AAC 原样通过</translation>
    </message>
    <message>
        <source>Add all SourceBuffers before the first append.</source>
        <translation>请在首次追加之前添加所有 SourceBuffer。</translation>
    </message>
    <message>
        <source>Add ceiling_bits_per_pixel to video.rate, 0.12 for example.</source>
        <translation>请在 video.rate 中加入 ceiling_bits_per_pixel，例如 0.12。</translation>
    </message>
    <message>
        <source>All frames were decoded, but every picture looked at was black.</source>
        <translation>所有帧都已解码，但查看的每个画面都是黑的。</translation>
    </message>
    <message>
        <source>All frames were decoded, but the picture never changed.</source>
        <translation>所有帧都已解码，但画面从未变化。</translation>
    </message>
    <message>
        <source>All times are so much earlier that the first picture comes before 0.</source>
        <translation>所有时间都提前，使第一个画面早于 0。</translation>
    </message>
    <message>
        <source>All {0} jobs are here.</source>
        <translation>全部 {0} 个任务都在。</translation>
    </message>
    <message>
        <source>An audio type names a video codec.</source>
        <translation>音频类型中写了视频编码。</translation>
    </message>
    <message>
        <source>An earlier error closed the MediaSource; this message only says that it is gone.</source>
        <translation>之前的错误关闭了 MediaSource；此消息只说明它已经不在了。</translation>
    </message>
    <message>
        <source>An element reaches beyond the one that holds it.</source>
        <translation>有一个元素超出了包含它的元素。</translation>
    </message>
    <message>
        <source>An element stands where it does not belong, is unknown, or holds an impossible number.</source>
        <translation>有一个元素位置不对、类型未知，或含有不可能的数值。</translation>
    </message>
    <message>
        <source>An element that is no cluster ({0}) has an unknown size: everything behind it is taken for its content.</source>
        <translation>有一个不是簇的元素（{0}）大小未知：它后面的一切都被当作其内容。</translation>
    </message>
    <message>
        <source>An element that is no cluster has an unknown size, and swallows what stands behind it.</source>
        <translation>有一个不是簇的元素大小未知，吞掉了它后面的内容。</translation>
    </message>
    <message>
        <source>An element {0} has no place between clusters: Chromium refuses the file here.</source>
        <translation>元素 {0} 不能出现在簇之间：Chromium 会在这里拒绝该文件。</translation>
    </message>
    <message>
        <source>An engine that cannot decode a format, or gave no answer, counts neither way.</source>
        <translation>无法解码某种格式或没有回应的引擎，既不算通过，也不算失败。</translation>
    </message>
    <message>
        <source>An entry of the index (Cues) does not point at a cluster: a player that seeks by it reads the wrong bytes.</source>
        <translation>索引（Cues）中有一个条目没有指向簇：按它跳转的播放器会读错数据。</translation>
    </message>
    <message>
        <source>An index (sidx) tells wrong sizes.</source>
        <translation>索引（sidx）写的大小不对。</translation>
    </message>
    <message>
        <source>An mdat box stands before the first fragment; browsers skip it.</source>
        <translation>第一个分段之前有一个 mdat 盒；浏览器会跳过它。</translation>
    </message>
    <message>
        <source>An mdat without a moof stands between two fragments.</source>
        <translation>两个分段之间有一个没有 moof 的 mdat。</translation>
    </message>
    <message>
        <source>Another preset already has the id &quot;{0}&quot;.</source>
        <translation>另一个预设已使用标识“{0}”。</translation>
    </message>
    <message>
        <source>Another stream is being written into “{0}”.</source>
        <translation>另一个流正在写入“{0}”。</translation>
    </message>
    <message>
        <source>Append from a segment that begins with a keyframe; repair or transcode the file if none does.</source>
        <translation>请从以关键帧开始的分段追加；若没有这样的分段，请修复或转码文件。</translation>
    </message>
    <message>
        <source>Append the init segment (ftyp and moov) first.</source>
        <translation>请先追加初始化分段（ftyp 和 moov）。</translation>
    </message>
    <message>
        <source>Append the init segment first, and give addSourceBuffer the container&apos;s own type.</source>
        <translation>请先追加初始化分段，并把容器本身的类型交给 addSourceBuffer。</translation>
    </message>
    <message>
        <source>Append the init segment first, and whole; make a damaged file again from its source.</source>
        <translation>请先追加完整的初始化分段；损坏的文件请从源文件重新制作。</translation>
    </message>
    <message>
        <source>Ask whoever protects it; nothing is wrong with the segments.</source>
        <translation>请询问加密它的一方；分段本身没有问题。</translation>
    </message>
    <message>
        <source>At normal speed it does not get past {0} s.</source>
        <translation>正常速度下无法播过 {0} 秒。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>B-frames push the first picture behind 0, because no edit list takes that back.</source>
        <translation>B 帧把第一个画面推到了 0 之后，因为没有编辑列表来抵消。</translation>
    </message>
    <message>
        <source>Begin the next operation only after “updateend”.</source>
        <translation>请在“updateend”之后再开始下一个操作。</translation>
    </message>
    <message>
        <source>Believe the engine: something is wrong that no rule has found.</source>
        <translation>请以引擎为准：存在规则未发现的问题。</translation>
    </message>
    <message>
        <source>Believe the engine: viewers who join or seek there see nothing.</source>
        <translation>请以引擎为准：从那里进入或跳转到那里的观众什么也看不到。</translation>
    </message>
    <message>
        <source>Block missing from BlockGroup.</source>
        <translation>Block missing from BlockGroup.</translation>
    </message>
    <message>
        <source>Blocks are out of time order (first at byte {0}).</source>
        <translation>块的时间顺序不对（首处在字节 {0}）。</translation>
    </message>
    <message>
        <source>Browser engines of this machine</source>
        <translation>此机器上的浏览器引擎</translation>
    </message>
    <message>
        <source>Browsers cannot decode “{0}”.</source>
        <translation>浏览器无法解码“{0}”。</translation>
    </message>
    <message>
        <source>Buffered</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Bytes that are no element stand between two clusters.</source>
        <translation>两个簇之间有不属于任何元素的字节。</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Audio stream codec opus doesn&apos;t match SourceBuffer codecs.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Audio stream codec opus doesn&apos;t match SourceBuffer codecs.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: Detected unfragmented MP4.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: Detected unfragmented MP4.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: TFHD base-data-offset not allowed by MSE.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: TFHD base-data-offset not allowed by MSE.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Initialization segment misses expected {0} track.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Initialization segment misses expected {0} track.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Reserved value used in sample dependency info.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Reserved value used in sample dependency info.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Video stream codec vp9 doesn&apos;t match SourceBuffer codecs.</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: Video stream codec vp9 doesn&apos;t match SourceBuffer codecs.</translation>
    </message>
    <message>
        <source>CHUNK_DEMUXER_ERROR_APPEND_FAILED: {0}</source>
        <translation>CHUNK_DEMUXER_ERROR_APPEND_FAILED: {0}</translation>
    </message>
    <message>
        <source>Call changeType() before another codec; keep the number and kinds of tracks.</source>
        <translation>换用其他编码前请调用 changeType()；轨道的数量和种类须保持不变。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions, or copy it.</source>
        <translation>请更改文件权限，或复制一份。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <source>Check that it exists and is a file.</source>
        <translation>请检查它是否存在且为文件。</translation>
    </message>
    <message>
        <source>Check that it exists.</source>
        <translation>请检查它是否存在。</translation>
    </message>
    <message>
        <source>Check that it was not moved, renamed or deleted, or locate it.</source>
        <translation>请检查它是否被移动、改名或删除，或指定其位置。</translation>
    </message>
    <message>
        <source>Check that it was not moved, renamed or deleted.</source>
        <translation>请检查它是否被移动、改名或删除。</translation>
    </message>
    <message>
        <source>Check that the copy finished.</source>
        <translation>请检查复制是否完成。</translation>
    </message>
    <message>
        <source>Check that the folder can be written and the disk is not full.</source>
        <translation>请检查文件夹是否可写、磁盘是否已满。</translation>
    </message>
    <message>
        <source>Check that the program&apos;s data folder can be written, and that its disk is not full.</source>
        <translation>请检查程序数据文件夹是否可写、其磁盘是否已满。</translation>
    </message>
    <message>
        <source>Check that the program&apos;s data folder can be written.</source>
        <translation>请检查程序数据文件夹是否可写。</translation>
    </message>
    <message>
        <source>Check the disk with the program&apos;s data.</source>
        <translation>请检查存放程序数据的磁盘。</translation>
    </message>
    <message>
        <source>Check the drive and the permissions.</source>
        <translation>请检查驱动器和权限。</translation>
    </message>
    <message>
        <source>Check the drive it is on.</source>
        <translation>请检查它所在的驱动器。</translation>
    </message>
    <message>
        <source>Check the drive it was on, then retry.</source>
        <translation>请检查它所在的驱动器，然后重试。</translation>
    </message>
    <message>
        <source>Check the folder and the space on its drive.</source>
        <translation>请检查该文件夹及其驱动器的剩余空间。</translation>
    </message>
    <message>
        <source>Check the queue before you start it.</source>
        <translation>开始前请检查队列。</translation>
    </message>
    <message>
        <source>Choose a file that was made by exporting a queue.</source>
        <translation>请选择由导出队列生成的文件。</translation>
    </message>
    <message>
        <source>Choose a preset file.</source>
        <translation>请选择预设文件。</translation>
    </message>
    <message>
        <source>Choose a video or audio file.</source>
        <translation>请选择视频或音频文件。</translation>
    </message>
    <message>
        <source>Choose an empty folder, or remove the file first.</source>
        <translation>请选择空文件夹，或先移除该文件。</translation>
    </message>
    <message>
        <source>Choose an output folder on another disk; FAT32 holds files of up to 4 GB.</source>
        <translation>请选择另一磁盘上的输出文件夹；FAT32 的文件上限为 4 GB。</translation>
    </message>
    <message>
        <source>Choose another address, or look whether this machine is still connected.</source>
        <translation>请选择另一个地址，或看看此机器是否仍已联网。</translation>
    </message>
    <message>
        <source>Choose another ffmpeg in the settings, or reinstall the program.</source>
        <translation>请在设置中选择另一个 ffmpeg，或重新安装程序。</translation>
    </message>
    <message>
        <source>Choose another ffmpeg in the settings.</source>
        <translation>请在设置中选择另一个 ffmpeg。</translation>
    </message>
    <message>
        <source>Choose another folder, or the files.</source>
        <translation>请选择另一个文件夹，或直接选择文件。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name for the report.</source>
        <translation>请为报告选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another name or folder for the result.</source>
        <translation>请为结果选择另一个名称或文件夹。</translation>
    </message>
    <message>
        <source>Choose another name or folder for the results.</source>
        <translation>请为结果选择另一个名称或文件夹。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>请选择另一个名称或文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another name; nothing was replaced.</source>
        <translation>请选择另一个名称；没有替换任何文件。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>请选择另一个输出文件夹。</translation>
    </message>
    <message>
        <source>Choose another preset, or another ffmpeg in the settings.</source>
        <translation>请选择另一个预设，或在设置中选择另一个 ffmpeg。</translation>
    </message>
    <message>
        <source>Choose another preset, or another ffmpeg.</source>
        <translation>请选择另一个预设或另一个 ffmpeg。</translation>
    </message>
    <message>
        <source>Choose another preset.</source>
        <translation>请选择另一个预设。</translation>
    </message>
    <message>
        <source>Choose another rule for existing files, then retry.</source>
        <translation>请为已有文件选择另一种处理方式，然后重试。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>请从中选择：{0}。</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>Choose the folder in the output folder&apos;s own field.</source>
        <translation>请在输出文件夹一栏选择文件夹。</translation>
    </message>
    <message>
        <source>Choose the program again in the settings.</source>
        <translation>请在设置中重新选择程序。</translation>
    </message>
    <message>
        <source>Choose: give the new file a number, replace the old one, or skip.</source>
        <translation>请选择：给新文件编号、替换旧文件，或跳过。</translation>
    </message>
    <message>
        <source>Chromium refuses a WebM whose track names are not ASCII</source>
        <translation>Chromium 拒绝轨道名含非 ASCII 字符的 WebM</translation>
    </message>
    <message>
        <source>Chromium&apos;s sandbox refuses root; QTWEBENGINE_DISABLE_SANDBOX=1 turns it off.</source>
        <translation>Chromium 的沙箱不接受 root；QTWEBENGINE_DISABLE_SANDBOX=1 可将其关闭。</translation>
    </message>
    <message>
        <source>Close every MSE Studio, then start it again.</source>
        <translation>请关闭所有 MSE Studio，再重新启动。</translation>
    </message>
    <message>
        <source>Close other programs, run fewer jobs at a time, or choose a preset with fewer threads.</source>
        <translation>请关闭其他程序、减少同时任务数，或选择线程更少的预设。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，再试一次。</translation>
    </message>
    <message>
        <source>Close programs that use the folder, then rename it.</source>
        <translation>请关闭使用该文件夹的程序，然后改名。</translation>
    </message>
    <message>
        <source>Close the other program.</source>
        <translation>请关闭另一个程序。</translation>
    </message>
    <message>
        <source>Close the window or the other command first.</source>
        <translation>请先关闭该窗口或另一个命令。</translation>
    </message>
    <message>
        <source>Clusters are of unknown size, as in a live recording: a browser holds the end of one back until the next begins.</source>
        <translation>各簇的大小未知，像直播录制那样：浏览器要等下一个簇开始才会放出前一个簇的结尾。</translation>
    </message>
    <message>
        <source>Clusters do not follow each other in time.</source>
        <translation>各簇的时间前后不相接。</translation>
    </message>
    <message>
        <source>Clusters of a file with sound and picture begin in the middle of a group of pictures.</source>
        <translation>含音频和画面的文件中，有的簇从 GOP 中间开始。</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编解码器</translation>
    </message>
    <message>
        <source>CodecDelay and the pre-skip of Opus do not fit ({0}): sound can be late.</source>
        <translation>CodecDelay 与 Opus 的 pre-skip 不符（{0}）：声音可能偏晚。</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>编解码器</translation>
    </message>
    <message>
        <source>Connect the drive again, then retry.</source>
        <translation>请重新连接驱动器，然后重试。</translation>
    </message>
    <message>
        <source>ContentCompression not supported.</source>
        <translation>ContentCompression not supported.</translation>
    </message>
    <message>
        <source>Copy it again, or make it again from its source.</source>
        <translation>请重新复制，或从源文件重新制作。</translation>
    </message>
    <message>
        <source>Copy the whole folder, or package the video again.</source>
        <translation>请复制整个文件夹，或重新打包视频。</translation>
    </message>
    <message>
        <source>Copying frames cannot cure this file.</source>
        <translation>复制帧无法修好此文件。</translation>
    </message>
    <message>
        <source>Correct the preset file, or delete it.</source>
        <translation>请改正预设文件，或将其删除。</translation>
    </message>
    <message>
        <source>Could not save the queue.</source>
        <translation>无法保存队列。</translation>
    </message>
    <message>
        <source>Could not save the queue: another program uses its file.</source>
        <translation>无法保存队列：另一个程序正在使用其文件。</translation>
    </message>
    <message>
        <source>Could not save the queue: it does not match what was saved before.</source>
        <translation>无法保存队列：与之前保存的不一致。</translation>
    </message>
    <message>
        <source>Could not save the queue: its file cannot be written.</source>
        <translation>无法保存队列：无法写入其文件。</translation>
    </message>
    <message>
        <source>Could not save the queue: its file is damaged.</source>
        <translation>无法保存队列：其文件已损坏。</translation>
    </message>
    <message>
        <source>Could not save the queue: its file is gone.</source>
        <translation>无法保存队列：其文件不见了。</translation>
    </message>
    <message>
        <source>Could not save the queue: the disk is full.</source>
        <translation>无法保存队列：磁盘已满。</translation>
    </message>
    <message>
        <source>Cut the file where the tracks change, and call changeType() between the parts.</source>
        <translation>请在轨道改变处切开文件，并在各部分之间调用 changeType()。</translation>
    </message>
    <message>
        <source>DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes (before HAVE_METADATA) is treated as an error.</source>
        <translation>DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes (before HAVE_METADATA) is treated as an error.</translation>
    </message>
    <message>
        <source>Did something write to it?</source>
        <translation>是否有程序写过它？</translation>
    </message>
    <message>
        <source>Did you mean {{{0}}}?</source>
        <translation>您是指 {{{0}}} 吗？</translation>
    </message>
    <message>
        <source>Does not play in {0} and {1}: {2}</source>
        <translation>在 {0} 和 {1} 中无法播放：{2}</translation>
    </message>
    <message>
        <source>Does not play in {0}: {1}</source>
        <translation>在 {0} 中无法播放：{1}</translation>
    </message>
    <message>
        <source>Download the whole presentation as one manifest.</source>
        <translation>请把整个节目下载为一个清单。</translation>
    </message>
    <message>
        <source>Download the whole presentation; only files on this computer are read.</source>
        <translation>请下载整个节目；只读取此计算机上的文件。</translation>
    </message>
    <message>
        <source>Each cluster is cut in two before a picture that is no keyframe.</source>
        <translation>每个簇都在一个非关键帧的画面之前切成两个。</translation>
    </message>
    <message>
        <source>Each file</source>
        <translation>各文件</translation>
    </message>
    <message>
        <source>Each fragment is cut in two before a picture that is no keyframe.</source>
        <translation>每个分段都在一个非关键帧的画面之前切成两个。</translation>
    </message>
    <message>
        <source>Encode it with the preset mp4-h264-aac.</source>
        <translation>请用预设 mp4-h264-aac 编码。</translation>
    </message>
    <message>
        <source>Enter one in the settings.</source>
        <translation>请在设置中输入。</translation>
    </message>
    <message>
        <source>Entries: at {0} of {1} segments, evenly chosen.</source>
        <translation>进入：从 {1} 个分段中均匀选取了 {0} 个。</translation>
    </message>
    <message>
        <source>Entries: at {0} of {1} segments, {2} of them failed, so no more were tried.</source>
        <translation>进入：{1} 个分段中试了 {0} 个，其中 {2} 个失败，因此不再继续尝试。</translation>
    </message>
    <message>
        <source>Entry at %1 s: %2</source>
        <translation>从 %1 秒进入：%2</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>进入点</translation>
    </message>
    <message>
        <source>Every file in every engine</source>
        <translation>每个文件在每个引擎中的情况</translation>
    </message>
    <message>
        <source>Every number for {0} is taken.</source>
        <translation>{0} 的编号都已用完。</translation>
    </message>
    <message>
        <source>Everything begins {0} ms late.</source>
        <translation>全部内容晚 {0} ms 开始。</translation>
    </message>
    <message>
        <source>Examination report</source>
        <translation>分析报告</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>未找到文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Finished early: {0} s of {1} s.</source>
        <translation>提前结束：{1} 秒中的 {0} 秒。</translation>
    </message>
    <message>
        <source>Finished, but it could not be checked.</source>
        <translation>已完成，但无法检查。</translation>
    </message>
    <message>
        <source>Firefox decodes H.264 and AAC with FFmpeg&apos;s libraries of this system: install them.</source>
        <translation>Firefox 用本系统的 FFmpeg 库解码 H.264 和 AAC：请安装这些库。</translation>
    </message>
    <message>
        <source>Firefox does not decode AV1 without colour.</source>
        <translation>Firefox 不解码无色度的 AV1。</translation>
    </message>
    <message>
        <source>Firefox does not decode H.265 without colour.</source>
        <translation>Firefox 不解码无色度的 H.265。</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>首个画面</translation>
    </message>
    <message>
        <source>For WebM and Matroska there is “recluster”.</source>
        <translation>对 WebM 和 Matroska 可用“recluster”。</translation>
    </message>
    <message>
        <source>For {0} s and more no keyframe comes: a seek has to decode everything since the last one.</source>
        <translation>有 {0} 秒以上没有关键帧：跳转时必须从上一个关键帧开始全部解码。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy with a single edit.</source>
        <translation>请复制流重新分段，并只保留一个编辑项。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy with the tag “hvc1”.</source>
        <translation>请复制流重新分段，并使用标记“hvc1”。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy, or append with a timestampOffset.</source>
        <translation>请复制流重新分段，或在追加时使用 timestampOffset。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy, with the flags taken from the pictures.</source>
        <translation>请复制流重新分段，标志按画面内容设定。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy.</source>
        <translation>请复制流重新分段。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy; decode times are then continuous.</source>
        <translation>请复制流重新分段；解码时间就会连续。</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy; ffmpeg needs +delay_moov for it.</source>
        <translation>请复制流重新分段；ffmpeg 为此需要 +delay_moov。</translation>
    </message>
    <message>
        <source>Fragment it again from the original stream; transcode it if that does not help.</source>
        <translation>请从原始流重新分段；若无效，请转码。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Frames were left out at {0} changes, as this engine does when busy.</source>
        <translation>在 {0} 次切换时丢了帧，此引擎繁忙时会这样。</translation>
    </message>
    <message>
        <source>Install Chromium, Google Chrome, Microsoft Edge or Brave.</source>
        <translation>请安装 Chromium、Google Chrome、Microsoft Edge 或 Brave。</translation>
    </message>
    <message>
        <source>Install Firefox.</source>
        <translation>请安装 Firefox。</translation>
    </message>
    <message>
        <source>Install Google Chrome or Microsoft Edge.</source>
        <translation>请安装 Google Chrome 或 Microsoft Edge。</translation>
    </message>
    <message>
        <source>Install Google Chrome, Microsoft Edge or Brave.</source>
        <translation>请安装 Google Chrome、Microsoft Edge 或 Brave。</translation>
    </message>
    <message>
        <source>Install Xvfb, a display out of sight: {0}</source>
        <translation>请安装虚拟显示器 Xvfb：{0}</translation>
    </message>
    <message>
        <source>Install Xvfb.</source>
        <translation>请安装 Xvfb。</translation>
    </message>
    <message>
        <source>Install the small browser of WebKitGTK or GNOME Web, and Xvfb, its screen out of sight.</source>
        <translation>请安装 WebKitGTK 的小型浏览器或 GNOME Web，以及供它使用的虚拟屏幕 Xvfb。</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It does not exist for Windows; check in Safari on a Mac or an iPhone.</source>
        <translation>它没有 Windows 版；请在 Mac 或 iPhone 的 Safari 中检查。</translation>
    </message>
    <message>
        <source>It gave no answer.</source>
        <translation>它没有回应。</translation>
    </message>
    <message>
        <source>It is built without H.264 and AAC; another browser on this machine can play them.</source>
        <translation>它在构建时未包含 H.264 和 AAC；此机器上的其他浏览器可以播放。</translation>
    </message>
    <message>
        <source>It is part of this program and did not answer; the program&apos;s log tells why.</source>
        <translation>它是本程序的一部分，却没有回应；原因见程序日志。</translation>
    </message>
    <message>
        <source>It may fail in other versions; the findings say what they stumble over.</source>
        <translation>它在其他版本中可能失败；“发现的问题”说明了会卡在哪里。</translation>
    </message>
    <message>
        <source>It said that it ended at {0} s, the data end at {1} s.</source>
        <translation>它报告在 {0} 秒结束，而数据在 {1} 秒结束。</translation>
    </message>
    <message>
        <source>It says that it cannot decode it.</source>
        <translation>它称无法解码。</translation>
    </message>
    <message>
        <source>It waited {0} times while playing fast, first at {1} s; at normal speed it does not.</source>
        <translation>加速播放时等待了 {0} 次，首次在 {1} 秒；正常速度下不等待。</translation>
    </message>
    <message>
        <source>It waits at {0} s for data that the file does not have.</source>
        <translation>它在 {0} 秒处等待文件中没有的数据。</translation>
    </message>
    <message>
        <source>It waits at {0} s, at normal speed too.</source>
        <translation>它在 {0} 秒处等待，正常速度下也是如此。</translation>
    </message>
    <message>
        <source>It waits for a moment at {0} changes, also at normal speed.</source>
        <translation>在 {0} 次切换时会停顿片刻，正常速度下也是如此。</translation>
    </message>
    <message>
        <source>Its page named no types.</source>
        <translation>其页面没有列出任何类型。</translation>
    </message>
    <message>
        <source>Its page opens in a window of your own Safari and stays until you close it.</source>
        <translation>其页面会在您自己的 Safari 中打开一个窗口，直到您关闭为止。</translation>
    </message>
    <message>
        <source>Look at the frames where the ranges part.</source>
        <translation>请查看缓冲范围开始不同之处的帧。</translation>
    </message>
    <message>
        <source>Loses frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Make the folder, or choose another.</source>
        <translation>请建立该文件夹，或另选一个。</translation>
    </message>
    <message>
        <source>Name a file for the report.</source>
        <translation>请为报告指定一个文件。</translation>
    </message>
    <message>
        <source>Name the files themselves.</source>
        <translation>请直接指定文件。</translation>
    </message>
    <message>
        <source>No answer from {0} and {1}: {2}</source>
        <translation>{0} 和 {1} 没有回应：{2}</translation>
    </message>
    <message>
        <source>No answer from {0}: {1}</source>
        <translation>{0} 没有回应：{1}</translation>
    </message>
    <message>
        <source>No engine was found on this machine.</source>
        <translation>此机器上找不到引擎。</translation>
    </message>
    <message>
        <source>No final report within {0} s{1}.</source>
        <translation>{0} 秒内没有最终报告{1}。</translation>
    </message>
    <message>
        <source>No seek was tried.</source>
        <translation>未尝试跳转。</translation>
    </message>
    <message>
        <source>Nobody can be let in at this address.</source>
        <translation>无法让设备通过此地址访问。</translation>
    </message>
    <message>
        <source>Not as predicted</source>
        <translation>与预测不符</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>这里没有的</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2}</source>
        <translation>未播放：{0} 和 {1} 未测试：{2}</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2} {3} and {4} cannot decode it here.</source>
        <translation>未播放：{0} 和 {1} 未测试：{2}{3} 和 {4} 在这里无法解码。</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2} {3} cannot decode it here.</source>
        <translation>未播放：{0} 和 {1} 未测试：{2}{3} 在这里无法解码。</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1}</source>
        <translation>未播放：{0} 未测试：{1}</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1} {2} and {3} cannot decode it here.</source>
        <translation>未播放：{0} 未测试：{1}{2} 和 {3} 在这里无法解码。</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1} {2} cannot decode it here.</source>
        <translation>未播放：{0} 未测试：{1}{2} 在这里无法解码。</translation>
    </message>
    <message>
        <source>Not tested: {0} and {1}.</source>
        <translation>未测试：{0} 和 {1}。</translation>
    </message>
    <message>
        <source>Not tested: {0}.</source>
        <translation>未测试：{0}。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Nothing is predicted for this engine.</source>
        <translation>没有对此引擎的预测。</translation>
    </message>
    <message>
        <source>Nothing is to be done for this engine; the prediction was too careful.</source>
        <translation>对此引擎无需处理；预测过于谨慎。</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s{1}.</source>
        <translation>{0} 秒没有任何消息{1}。</translation>
    </message>
    <message>
        <source>Of no use</source>
        <translation>无效的方法</translation>
    </message>
    <message>
        <source>Only a file that was played proves anything.</source>
        <translation>只有播放过的文件才能证明。</translation>
    </message>
    <message>
        <source>Only {0} of {1} bytes of sound were decoded.</source>
        <translation>{1} 字节音频中只解码了 {0} 字节。</translation>
    </message>
    <message>
        <source>Only {0} of {1} frames were counted; this engine leaves out what it is late with, and this machine was busy.</source>
        <translation>{1} 帧中只计到 {0} 帧；此引擎会略去来不及处理的帧，而这台机器当时太忙。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says.</source>
        <translation>“通过”表示：引擎通过 Media Source Extensions 得到了全部数据，解码了每一帧，播放到结尾，并能在本报告所列的位置开始播放和跳转。</translation>
    </message>
    <message>
        <source>Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says. An engine that cannot decode a format, or gave no answer, counts neither way.</source>
        <translation>“通过”表示：引擎通过 Media Source Extensions 得到了全部数据，解码了每一帧，播放到结尾，并能在本报告所列的位置开始播放和跳转。无法解码某种格式或没有回应的引擎，既不算通过，也不算失败。</translation>
    </message>
    <message>
        <source>Picture at %1 s</source>
        <translation>%1 秒处的画面</translation>
    </message>
    <message>
        <source>Playback report</source>
        <translation>播放报告</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) decodes no sound.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时没有解码出声音。</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) shows its first picture at {2} s.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时，第一个画面出现在 {2} 秒。</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>预测，未播放</translation>
    </message>
    <message>
        <source>Predicted, not played.</source>
        <translation>预测，未播放。</translation>
    </message>
    <message>
        <source>Predicted, not played. Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.</source>
        <translation>预测，未播放。规则读取数据，引擎的模型推断各引擎会怎样做；没有引擎播放过任何内容，因此这里没有任何一项算通过。</translation>
    </message>
    <message>
        <source>Predicted, not played: {0}.</source>
        <translation>预测，未播放：{0}。</translation>
    </message>
    <message>
        <source>Prevents playing</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Repair it: it is cut into fragments at its keyframes, nothing is encoded again.</source>
        <translation>请修复：在关键帧处切成分段，不会重新编码。</translation>
    </message>
    <message>
        <source>Fragment it by stream copy without that track.</source>
        <translation>请复制流分段，并去掉那条轨道。</translation>
    </message>
    <message>
        <source>Fragment it by stream copy; nothing is encoded again.</source>
        <translation>请复制流分段；不会重新编码。</translation>
    </message>
    <message>
        <source>Fragment it by stream copy; the marks are then true.</source>
        <translation>请复制流分段；标记就会正确。</translation>
    </message>
    <message>
        <source>Fragments default to sample description 0, which does not exist.</source>
        <translation>分段默认使用样本描述 0，而它不存在。</translation>
    </message>
    <message>
        <source>Frames are missing, and the declared frame duration makes the engine drop everything up to the next keyframe.</source>
        <translation>缺少一些帧，而声明的帧时长使引擎丢掉到下一关键帧为止的全部内容。</translation>
    </message>
    <message>
        <source>Frames do not stand in the order in which they are decoded.</source>
        <translation>帧未按解码顺序存放。</translation>
    </message>
    <message>
        <source>Free some space on the disk with the program&apos;s data, and start the program anew.</source>
        <translation>请清理程序数据所在磁盘的空间，然后重新启动程序。</translation>
    </message>
    <message>
        <source>Free some space on the disk with the program&apos;s data.</source>
        <translation>请清理程序数据所在磁盘的空间。</translation>
    </message>
    <message>
        <source>Free some space there, then try again.</source>
        <translation>请在那里清理一些空间，再试一次。</translation>
    </message>
    <message>
        <source>Free some space, or let it run all the same.</source>
        <translation>请清理一些空间，或仍然转换。</translation>
    </message>
    <message>
        <source>Free some space; they go on by themselves.</source>
        <translation>请清理一些空间；它们会自动继续。</translation>
    </message>
    <message>
        <source>From the middle of the file on all times are 100 ms earlier.</source>
        <translation>从文件中间起，所有时间提前 100 ms。</translation>
    </message>
    <message>
        <source>From the middle of the file on everything is {0} ms later.</source>
        <translation>从文件中间起，全部内容推迟 {0} ms。</translation>
    </message>
    <message>
        <source>From the middle of the file on the pictures are {0} ms later, the sound is not.</source>
        <translation>从文件中间起，画面推迟 {0} ms，音频不变。</translation>
    </message>
    <message>
        <source>From the middle of the file on the sound is {0} ms later, the pictures are not.</source>
        <translation>从文件中间起，音频推迟 {0} ms，画面不变。</translation>
    </message>
    <message>
        <source>GOP {0} has {1} frames instead of {2}.</source>
        <translation>GOP {0} 有 {1} 帧，而不是 {2} 帧。</translation>
    </message>
    <message>
        <source>Gave the frames of track {0} back the bytes stripped from them.</source>
        <translation>已为轨道 {0} 的帧补回被剥离的字节。</translation>
    </message>
    <message>
        <source>Gave track {0} a number that browsers accept.</source>
        <translation>已为轨道 {0} 换上浏览器接受的编号。</translation>
    </message>
    <message>
        <source>Give 1 to 240.</source>
        <translation>请填 1 到 240。</translation>
    </message>
    <message>
        <source>Give 25, 29.97 or 30000/1001, for example.</source>
        <translation>例如填 25、29.97 或 30000/1001。</translation>
    </message>
    <message>
        <source>Give a whole number from {0} to {1}.</source>
        <translation>请填 {0} 到 {1} 的整数。</translation>
    </message>
    <message>
        <source>Give addSourceBuffer the MIME type that is computed from the init segment.</source>
        <translation>请把根据初始化分段算出的 MIME 类型交给 addSourceBuffer。</translation>
    </message>
    <message>
        <source>Give at least one frame.</source>
        <translation>请至少填一帧。</translation>
    </message>
    <message>
        <source>Give at least {0} s.</source>
        <translation>请至少填 {0} 秒。</translation>
    </message>
    <message>
        <source>Give at most {0} frames.</source>
        <translation>请最多填 {0} 帧。</translation>
    </message>
    <message>
        <source>Give at most {0} s ({1} frames).</source>
        <translation>请最多填 {0} 秒（{1} 帧）。</translation>
    </message>
    <message>
        <source>Give each track its own file with “Split tracks”, and each file its own SourceBuffer.</source>
        <translation>请用“拆分轨道”让每条轨道成为单独的文件，并为每个文件使用单独的 SourceBuffer。</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>请只给出其中之一。</translation>
    </message>
    <message>
        <source>Give one of: {0}.</source>
        <translation>请填其中之一：{0}。</translation>
    </message>
    <message>
        <source>Give the preset another id.</source>
        <translation>请给预设另一个标识。</translation>
    </message>
    <message>
        <source>Got a block before cluster timecode.</source>
        <translation>Got a block before cluster timecode.</translation>
    </message>
    <message>
        <source>Got a block with a timecode before the previous block.</source>
        <translation>Got a block with a timecode before the previous block.</translation>
    </message>
    <message>
        <source>ISO-BMFF container metadata for video frame indicates that the frame is not a keyframe, but the video frame contents indicate the opposite.</source>
        <translation>ISO-BMFF container metadata for video frame indicates that the frame is not a keyframe, but the video frame contents indicate the opposite.</translation>
    </message>
    <message>
        <source>In MP4 VP9 must be named in full (vp09.PP.LL.DD), not {0}.</source>
        <translation>在 MP4 中，VP9 必须写出全名（vp09.PP.LL.DD），而不是 {0}。</translation>
    </message>
    <message>
        <source>Initialization segment misses expected {0} track.</source>
        <translation>Initialization segment misses expected {0} track.</translation>
    </message>
    <message>
        <source>Is there room on the drive, and may you write there?</source>
        <translation>驱动器上有空间吗？您可以在那里写入吗？</translation>
    </message>
    <message>
        <source>It begins anew when you press Start.</source>
        <translation>按“开始”后从头转换。</translation>
    </message>
    <message>
        <source>It did play in {0} and {1}.</source>
        <translation>在 {0} 和 {1} 中可以播放。</translation>
    </message>
    <message>
        <source>It did play in {0}.</source>
        <translation>在 {0} 中可以播放。</translation>
    </message>
    <message>
        <source>It failed at {0} s during &apos;{1}&apos;: {2}</source>
        <translation>在 {0} 秒处的“{1}”阶段失败：{2}</translation>
    </message>
    <message>
        <source>It failed during &apos;{0}&apos;: {1}</source>
        <translation>在“{0}”阶段失败：{1}</translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation>它有 {0} 条。</translation>
    </message>
    <message>
        <source>It is another XML file.</source>
        <translation>它是另一种 XML 文件。</translation>
    </message>
    <message>
        <source>It is cut off or damaged near its beginning.</source>
        <translation>它在开头附近被截断或损坏。</translation>
    </message>
    <message>
        <source>It is damaged near its beginning.</source>
        <translation>它在开头附近损坏。</translation>
    </message>
    <message>
        <source>It is damaged, or made to do harm.</source>
        <translation>它已损坏，或是恶意制作的。</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>它已损坏。</translation>
    </message>
    <message>
        <source>It is kept as {0}.</source>
        <translation>它保留为 {0}。</translation>
    </message>
    <message>
        <source>It is kept for the last jobs only.</source>
        <translation>日志只为最近的任务保留。</translation>
    </message>
    <message>
        <source>It is not a WebM file.</source>
        <translation>它不是 WebM 文件。</translation>
    </message>
    <message>
        <source>It is not an MP4 file.</source>
        <translation>它不是 MP4 文件。</translation>
    </message>
    <message>
        <source>It is not finished.</source>
        <translation>它尚未完成。</translation>
    </message>
    <message>
        <source>It is saved as a whole at the next try.</source>
        <translation>下次尝试时会整体保存。</translation>
    </message>
    <message>
        <source>It is something else.</source>
        <translation>它是别的内容。</translation>
    </message>
    <message>
        <source>It is tried again: {0}</source>
        <translation>正在重试：{0}</translation>
    </message>
    <message>
        <source>It is written anew at the next try.</source>
        <translation>下次尝试时会重新写入。</translation>
    </message>
    <message>
        <source>It is written anew at the next try; the damaged one is kept.</source>
        <translation>下次尝试时会重新写入；损坏的文件会保留。</translation>
    </message>
    <message>
        <source>It needs a WebM file.</source>
        <translation>需要 WebM 文件。</translation>
    </message>
    <message>
        <source>It needs a fragmented MP4 file.</source>
        <translation>需要分段 MP4 文件。</translation>
    </message>
    <message>
        <source>It needs a track of one of these kinds: {0}.</source>
        <translation>需要以下任一种轨道：{0}。</translation>
    </message>
    <message>
        <source>It needs a video track.</source>
        <translation>需要视频轨道。</translation>
    </message>
    <message>
        <source>It needs an audio track.</source>
        <translation>需要音频轨道。</translation>
    </message>
    <message>
        <source>It needs at least {0} media segments.</source>
        <translation>需要至少 {0} 个媒体分段。</translation>
    </message>
    <message>
        <source>It needs more than 33 s.</source>
        <translation>需要 33 秒以上。</translation>
    </message>
    <message>
        <source>It played at {0} times real time: this machine was too busy.</source>
        <translation>播放速度为实时的 {0} 倍：这台机器太忙。</translation>
    </message>
    <message>
        <source>It stalled at {0} s during &apos;{1}&apos; (readyState {2}); buffered: nothing.</source>
        <translation>在 {0} 秒处的“{1}”阶段停住（readyState {2}）；缓冲：无。</translation>
    </message>
    <message>
        <source>It stalled at {0} s during &apos;{1}&apos; (readyState {2}); buffered: {3}.</source>
        <translation>在 {0} 秒处的“{1}”阶段停住（readyState {2}）；缓冲：{3}。</translation>
    </message>
    <message>
        <source>It stops at {0} s.</source>
        <translation>停在 {0} 秒。</translation>
    </message>
    <message>
        <source>Its first line should be #EXTM3U.</source>
        <translation>其第一行应为 #EXTM3U。</translation>
    </message>
    <message>
        <source>Job {0} of the file was left out: it is not valid.</source>
        <translation>文件中的任务 {0} 已略去：它无效。</translation>
    </message>
    <message>
        <source>Jobs that write to {0} wait.</source>
        <translation>写入 {0} 的任务正在等待。</translation>
    </message>
    <message>
        <source>Kept one of several codec configurations of track {0}.</source>
        <translation>轨道 {0} 有多个编码配置，已只保留一个。</translation>
    </message>
    <message>
        <source>Keyframes {0} s apart are too far for streaming.</source>
        <translation>关键帧相隔 {0} 秒，对流式播放来说太远。</translation>
    </message>
    <message>
        <source>Known not to help: {0}.</source>
        <translation>已知无效的方法：{0}。</translation>
    </message>
    <message>
        <source>Known ones: {0}.</source>
        <translation>已知的有：{0}。</translation>
    </message>
    <message>
        <source>Lacing 1 is not supported yet.</source>
        <translation>Lacing 1 is not supported yet.</translation>
    </message>
    <message>
        <source>Left out the {0}.</source>
        <translation>已略去 {0}。</translation>
    </message>
    <message>
        <source>Left out track {0}.</source>
        <translation>已略去轨道 {0}。</translation>
    </message>
    <message>
        <source>Let it run to use the file as it is now.</source>
        <translation>继续即按文件现在的样子使用。</translation>
    </message>
    <message>
        <source>Let the player name {0}.</source>
        <translation>请让播放器写 {0}。</translation>
    </message>
    <message>
        <source>Look at the failed request: address, status and CORS headers.</source>
        <translation>请查看失败的请求：地址、状态和 CORS 头。</translation>
    </message>
    <message>
        <source>Look for the first error of the page (video.error), and build a new MediaSource.</source>
        <translation>请查看页面的第一个错误（video.error），并新建 MediaSource。</translation>
    </message>
    <message>
        <source>MSE Studio closed unexpectedly.</source>
        <translation>MSE Studio 意外关闭了。</translation>
    </message>
    <message>
        <source>MSE Studio ended unexpectedly twice while this file was converted.</source>
        <translation>转换此文件时 MSE Studio 两次意外结束。</translation>
    </message>
    <message>
        <source>MSE Studio ended while this file was converted.</source>
        <translation>转换此文件时 MSE Studio 结束了。</translation>
    </message>
    <message>
        <source>MSE plays no data tracks</source>
        <translation>MSE 不播放数据轨道</translation>
    </message>
    <message>
        <source>MSE plays no subtitles</source>
        <translation>MSE 不播放字幕</translation>
    </message>
    <message>
        <source>Made it a WebM; it called itself “{0}”.</source>
        <translation>已改为 WebM；它原来自称“{0}”。</translation>
    </message>
    <message>
        <source>Make a smaller copy of the source first.</source>
        <translation>请先制作较小的源文件。</translation>
    </message>
    <message>
        <source>Make it again from its source.</source>
        <translation>请从源文件重新制作。</translation>
    </message>
    <message>
        <source>Make it again, or choose another one, then retry.</source>
        <translation>请重新建立它，或另选一个，然后重试。</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Make the file again from its source.</source>
        <translation>请从源文件重新制作该文件。</translation>
    </message>
    <message>
        <source>Make the segments join; a player can seek to where the next range begins.</source>
        <translation>请让各分段相接；播放器也可以跳转到下一段缓冲的开头。</translation>
    </message>
    <message>
        <source>Media Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.</source>
        <translation>Media Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.</translation>
    </message>
    <message>
        <source>Media data stands before the fragment that describes it, or without one.</source>
        <translation>媒体数据出现在描述它的分段之前，或没有这样的分段。</translation>
    </message>
    <message>
        <source>Media segments were appended before the init segment.</source>
        <translation>在初始化分段之前追加了媒体分段。</translation>
    </message>
    <message>
        <source>Minimum keyframe interval cannot exceed the maximum ({0}).</source>
        <translation>最小关键帧间隔不能超过最大值（{0}）。</translation>
    </message>
    <message>
        <source>More than 1 Block in a BlockGroup is not supported.</source>
        <translation>More than 1 Block in a BlockGroup is not supported.</translation>
    </message>
    <message>
        <source>More than 1 BlockAdditional in a BlockGroup is not supported.</source>
        <translation>More than 1 BlockAdditional in a BlockGroup is not supported.</translation>
    </message>
    <message>
        <source>Moved all times by {0} s.</source>
        <translation>已将所有时间移动 {0} 秒。</translation>
    </message>
    <message>
        <source>Mute the element, or call play() from a click.</source>
        <translation>请将元素静音，或在点击时调用 play()。</translation>
    </message>
    <message>
        <source>Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs (first of {1} places).</source>
        <translation>轨道 {0} 的头部和这里的画面都没有解码器所需的参数集（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs.</source>
        <translation>轨道 {0} 的头部和这里的画面都没有解码器所需的参数集。</translation>
    </message>
    <message>
        <source>No breaker has the code “{0}”.</source>
        <translation>没有代号为“{0}”的破坏方式。</translation>
    </message>
    <message>
        <source>No command is set.</source>
        <translation>未设置命令。</translation>
    </message>
    <message>
        <source>No engine takes {0} in MP4.</source>
        <translation>没有引擎接受 MP4 中的 {0}。</translation>
    </message>
    <message>
        <source>No engine takes {0} in WebM.</source>
        <translation>没有引擎接受 WebM 中的 {0}。</translation>
    </message>
    <message>
        <source>No entry in the middle was tried.</source>
        <translation>未尝试从中间进入。</translation>
    </message>
    <message>
        <source>No frames stand in this file as this breaker needs them.</source>
        <translation>此文件中没有此破坏方式所需的帧。</translation>
    </message>
    <message>
        <source>No picture of the file can be decoded by itself.</source>
        <translation>文件中没有可以独立解码的画面。</translation>
    </message>
    <message>
        <source>No picture was ever shown.</source>
        <translation>从未显示画面。</translation>
    </message>
    <message>
        <source>No sound was decoded.</source>
        <translation>没有解码出声音。</translation>
    </message>
    <message>
        <source>No thumbnail could be made.</source>
        <translation>无法生成缩略图。</translation>
    </message>
    <message>
        <source>Nobody wrote how long the last frame of track {0} in this cluster lasts: browsers guess, and guess wrong.</source>
        <translation>轨道 {0} 在此簇中的最后一帧没有写明时长：浏览器只能猜测，而且猜错。</translation>
    </message>
    <message>
        <source>Not played: no answer from {0} ({1})</source>
        <translation>未播放：{0} 没有回应（{1}）</translation>
    </message>
    <message>
        <source>Not played: no answer from {0} and {1} ({2})</source>
        <translation>未播放：{0} 和 {1} 没有回应（{2}）</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode this format.</source>
        <translation>未播放：这里没有引擎能解码此格式。</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode {0}.</source>
        <translation>未播放：这里没有引擎能解码 {0}。</translation>
    </message>
    <message>
        <source>Not played: no engine was asked.</source>
        <translation>未播放：没有询问任何引擎。</translation>
    </message>
    <message>
        <source>Not played; it should play in {0} and {1}.</source>
        <translation>未播放；在 {0} 和 {1} 中应能播放。</translation>
    </message>
    <message>
        <source>Not played; it should play in {0}.</source>
        <translation>未播放；在 {0} 中应能播放。</translation>
    </message>
    <message>
        <source>Not played; no engine we know can decode it.</source>
        <translation>未播放；已知的引擎都无法解码。</translation>
    </message>
    <message>
        <source>NotSupportedError: Failed to execute &apos;addSourceBuffer&apos; on &apos;MediaSource&apos;: The type provided is unsupported.</source>
        <translation>NotSupportedError: Failed to execute &apos;addSourceBuffer&apos; on &apos;MediaSource&apos;: The type provided is unsupported.</translation>
    </message>
    <message>
        <source>Nothing is buffered where playing begins.</source>
        <translation>播放开始处没有任何缓冲。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; a repaired file has durations.</source>
        <translation>无需处理；修复后的文件会写明时长。</translation>
    </message>
    <message>
        <source>Nothing starts by itself.</source>
        <translation>不会自动开始。</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s at stage &apos;{1}&apos;.</source>
        <translation>{0} 秒没有任何消息，停在“{1}”阶段。</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s.</source>
        <translation>{0} 秒没有任何消息。</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>没有替换任何文件。</translation>
    </message>
    <message>
        <source>Of one track no frame is whole.</source>
        <translation>有一条轨道没有任何完整的帧。</translation>
    </message>
    <message>
        <source>One cluster holds everything, and its times beyond 32.767 s wrap around.</source>
        <translation>全部内容在一个簇中，超过 32.767 秒的时间会回绕。</translation>
    </message>
    <message>
        <source>One group of pictures is larger than a fragment may be (2 GB).</source>
        <translation>有一个 GOP 超过了分段的上限（2 GB）。</translation>
    </message>
    <message>
        <source>One picture in the middle of a GOP is left out.</source>
        <translation>GOP 中间有一个画面被略去。</translation>
    </message>
    <message>
        <source>Only the player that has the key can read them.</source>
        <translation>只有持有密钥的播放器才能读取。</translation>
    </message>
    <message>
        <source>Only {0} of {1} frames were decoded.</source>
        <translation>{1} 帧中只解码了 {0} 帧。</translation>
    </message>
    <message>
        <source>Open the .m3u8 or .mpd file.</source>
        <translation>请打开 .m3u8 或 .mpd 文件。</translation>
    </message>
    <message>
        <source>Open the file in your browser instead.</source>
        <translation>请改在浏览器中打开文件。</translation>
    </message>
    <message>
        <source>Open the window again when the other one is done.</source>
        <translation>请等另一个完成后再打开窗口。</translation>
    </message>
    <message>
        <source>Over a hole in the picture Chromium plays the sound on and the picture stands still.</source>
        <translation>画面有空隙时，Chromium 继续播放声音，而画面静止。</translation>
    </message>
    <message>
        <source>PIPELINE_ERROR_DECODE: audio decode error!</source>
        <translation>PIPELINE_ERROR_DECODE: audio decode error!</translation>
    </message>
    <message>
        <source>Package it as fragmented MP4 (CMAF) instead.</source>
        <translation>请改为打包成分段 MP4（CMAF）。</translation>
    </message>
    <message>
        <source>Picture and sound could not be split without moving one against the other.</source>
        <translation>拆分画面和音频必然使两者错开。</translation>
    </message>
    <message>
        <source>Picture and sound have the same track number, {0}.</source>
        <translation>画面和音频的轨道编号相同：{0}。</translation>
    </message>
    <message>
        <source>Pictures and sound stand in clusters of their own.</source>
        <translation>画面和音频各在单独的簇中。</translation>
    </message>
    <message>
        <source>Pictures and sound stand in fragments of their own.</source>
        <translation>画面和音频各在单独的分段中。</translation>
    </message>
    <message>
        <source>Play it in another engine, or transcode it to a codec that this one has.</source>
        <translation>请在另一个引擎中播放，或转码为此引擎支持的编码。</translation>
    </message>
    <message>
        <source>Playback cannot begin at segment {0} ({1} s): {2}</source>
        <translation>无法从分段 {0}（{1} 秒）开始播放：{2}</translation>
    </message>
    <message>
        <source>Playback stopped at {0} s and never reached the end.</source>
        <translation>播放停在 {0} 秒，没有到达结尾。</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) decodes no frame.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时没有解码任何帧。</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) is buffered from nowhere only.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时没有任何缓冲。</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) is buffered from {2} s only.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时，缓冲从 {2} 秒才开始。</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) shows no picture.</source>
        <translation>从分段 {0}（{1} 秒）开始播放时不显示画面。</translation>
    </message>
    <message>
        <source>Played to its end in {0} and {1}, all {2} frames.</source>
        <translation>在 {0} 和 {1} 中已完整播放，共 {2} 帧。</translation>
    </message>
    <message>
        <source>Played to its end in {0} and {1}.</source>
        <translation>在 {0} 和 {1} 中已完整播放。</translation>
    </message>
    <message>
        <source>Played to its end in {0}, all {1} frames.</source>
        <translation>在 {0} 中已完整播放，共 {1} 帧。</translation>
    </message>
    <message>
        <source>Played to its end in {0}.</source>
        <translation>在 {0} 中已完整播放。</translation>
    </message>
    <message>
        <source>Playing cannot begin at segment {0}.</source>
        <translation>无法从分段 {0} 开始播放。</translation>
    </message>
    <message>
        <source>Please report it with the log.</source>
        <translation>请附上日志报告此问题。</translation>
    </message>
    <message>
        <source>Please send us the details; transcoding the file is the way meanwhile.</source>
        <translation>请把详情发给我们；目前可先转码文件。</translation>
    </message>
    <message>
        <source>Put all files of the presentation into one folder.</source>
        <translation>请把节目的所有文件放在同一个文件夹中。</translation>
    </message>
    <message>
        <source>Put the clusters into the order of their times.</source>
        <translation>已按时间顺序排列各簇。</translation>
    </message>
    <message>
        <source>Qt WebEngine {0} (Chromium {1})</source>
        <translation>Qt WebEngine {0}（Chromium {1}）</translation>
    </message>
    <message>
        <source>QuotaExceededError: MediaSource buffer not sufficient.</source>
        <translation>QuotaExceededError: MediaSource buffer not sufficient.</translation>
    </message>
    <message>
        <source>QuotaExceededError: The SourceBuffer is full, and cannot free space to append additional buffers.</source>
        <translation>QuotaExceededError: The SourceBuffer is full, and cannot free space to append additional buffers.</translation>
    </message>
    <message>
        <source>Reading details took too long; basic details from ffmpeg are shown.</source>
        <translation>读取详情太久；仅显示 ffmpeg 的基本信息。</translation>
    </message>
    <message>
        <source>Remove what is behind the playhead and append again; use shorter segments or a lower bit rate.</source>
        <translation>请移除播放位置之前的内容并重新追加；请用更短的分段或更低的码率。</translation>
    </message>
    <message>
        <source>Removed the name of track {0}, which is not plain ASCII.</source>
        <translation>已移除轨道 {0} 的名称，因为它含非 ASCII 字符。</translation>
    </message>
    <message>
        <source>Renamed the sample entry {0}, which some browsers refuse.</source>
        <translation>已将样本条目 {0} 改名，因为有些浏览器拒绝它。</translation>
    </message>
    <message>
        <source>Repair it first, then break the repaired file.</source>
        <translation>请先修复，再破坏修复后的文件。</translation>
    </message>
    <message>
        <source>Repair it first.</source>
        <translation>请先修复。</translation>
    </message>
    <message>
        <source>Repair it if only the mark is wrong, else transcode it.</source>
        <translation>若只是标记有误，请修复；否则请转码。</translation>
    </message>
    <message>
        <source>Repair it if the codecs are WebM&apos;s, else transcode it.</source>
        <translation>若编码属于 WebM，请修复；否则请转码。</translation>
    </message>
    <message>
        <source>Repair it without splitting.</source>
        <translation>请修复，但不要拆分。</translation>
    </message>
    <message>
        <source>Repair it, so that times begin at 0, or let the player seek to where the buffer begins.</source>
        <translation>请修复，使时间从 0 开始；或让播放器跳转到缓冲的开头。</translation>
    </message>
    <message>
        <source>Repair it: a stripped header is put back; an encrypted file needs its source.</source>
        <translation>请修复：会补回被剥离的头部；加密的文件需要其源文件。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.</source>
        <translation>规则读取数据，引擎的模型推断各引擎会怎样做；没有引擎播放过任何内容，因此这里没有任何一项算通过。</translation>
    </message>
    <message>
        <source>Seek to %1 s: %2</source>
        <translation>跳转到 %1 秒：%2</translation>
    </message>
    <message>
        <source>Seeks</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>Seeks: into {0} of {1} groups of pictures, evenly chosen.</source>
        <translation>跳转：从 {1} 个 GOP 中均匀选取了 {0} 个。</translation>
    </message>
    <message>
        <source>Shortened {0} durations of sound that reached into the next.</source>
        <translation>已缩短 {0} 个伸入下一块的音频时长。</translation>
    </message>
    <message>
        <source>Sound against picture</source>
        <translation>声音相对画面</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>声音不同步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Stops playing</source>
        <translation>播放停住</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>The clock ran at {0} times speed, {1} was asked for.</source>
        <translation>时钟以 {0} 倍速运行，而要求的是 {1} 倍。</translation>
    </message>
    <message>
        <source>The device did not allow the page to play, as some do to save power; this proves nothing about the file.</source>
        <translation>设备不允许页面播放，有些设备为省电会这样；这不能证明文件的好坏。</translation>
    </message>
    <message>
        <source>The engine ended by itself the first time; this is what it did when launched anew.</source>
        <translation>引擎第一次自行结束；这是重新启动后的结果。</translation>
    </message>
    <message>
        <source>The engine ended by itself{0}: {1}</source>
        <translation>引擎自行结束{0}：{1}</translation>
    </message>
    <message>
        <source>The file calls itself Matroska.</source>
        <translation>文件自称 Matroska。</translation>
    </message>
    <message>
        <source>The file calls itself “{0}”, not “webm”; today&apos;s browsers do not look at that.</source>
        <translation>文件自称“{0}”而不是“webm”；如今的浏览器不看这一项。</translation>
    </message>
    <message>
        <source>The file is too long for one cluster.</source>
        <translation>文件太长，一个簇放不下。</translation>
    </message>
    <message>
        <source>The file is too short for that.</source>
        <translation>文件太短，无法这样做。</translation>
    </message>
    <message>
        <source>The file is {0}, and the player names {1}/{2}: Chromium says nothing until the stream ends.</source>
        <translation>文件是 {0}，而播放器写的是 {1}/{2}：Chromium 直到流结束才会报错。</translation>
    </message>
    <message>
        <source>The file lists more frames than it can hold.</source>
        <translation>文件列出的帧数多于它能容纳的帧数。</translation>
    </message>
    <message>
        <source>The file or the playlist did not arrive: that is the network&apos;s or the server&apos;s matter.</source>
        <translation>文件或播放列表没有送达：问题在网络或服务器。</translation>
    </message>
    <message>
        <source>The file type box (ftyp) is left out.</source>
        <translation>文件类型盒（ftyp）被略去。</translation>
    </message>
    <message>
        <source>The file type box (ftyp) names a brand that nobody knows.</source>
        <translation>文件类型盒（ftyp）写了无人认识的品牌。</translation>
    </message>
    <message>
        <source>The segment of “{0}” at {1} s lasts {2} and not {3}, as in “{4}”.</source>
        <translation>“{0}”在 {1} 秒处的片段时长为 {2}，而不是“{4}”中的 {3}。</translation>
    </message>
    <message>
        <source>This engine cannot decode this format here.</source>
        <translation>此引擎在这里无法解码此格式。</translation>
    </message>
    <message>
        <source>This engine cannot decode {0} and {1} here.</source>
        <translation>此引擎在这里无法解码 {0} 和 {1}。</translation>
    </message>
    <message>
        <source>This engine cannot decode {0} here.</source>
        <translation>此引擎在这里无法解码 {0}。</translation>
    </message>
    <message>
        <source>This engine was not asked.</source>
        <translation>没有询问此引擎。</translation>
    </message>
    <message>
        <source>Took {0} blocks apart that packed several frames (lacing).</source>
        <translation>已拆开 {0} 个打包了多个帧（lacing）的块。</translation>
    </message>
    <message>
        <source>Track {0} begins with an empty edit of {1} ms, which Firefox honours and Chromium does not: picture and sound drift apart in one of them.</source>
        <translation>轨道 {0} 以 {1} ms 的空编辑项开始，Firefox 遵守而 Chromium 不遵守：在其中一个里画面与声音会错开。</translation>
    </message>
    <message>
        <source>Track {0} does not say its sampling rate, which Chromium refuses.</source>
        <translation>轨道 {0} 没有写明采样率，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>Track {0} has no picture size that a browser accepts.</source>
        <translation>轨道 {0} 没有浏览器接受的画面大小。</translation>
    </message>
    <message>
        <source>Track {0} has several edits, of which browsers honour only the first.</source>
        <translation>轨道 {0} 有多个编辑项，浏览器只遵守第一个。</translation>
    </message>
    <message>
        <source>Track {0} has two different codec configurations.</source>
        <translation>轨道 {0} 有两个不同的编码配置。</translation>
    </message>
    <message>
        <source>Track {0} is a further {1} track: browsers play only the first of a kind.</source>
        <translation>轨道 {0} 是又一条 {1} 轨道：同一种轨道浏览器只播放第一条。</translation>
    </message>
    <message>
        <source>Track {0} is compressed once more by its container (ContentEncodings), which browsers do not undo.</source>
        <translation>轨道 {0} 又被容器压缩了一次（ContentEncodings），浏览器不会还原。</translation>
    </message>
    <message>
        <source>Track {0} is encrypted: it plays only with its key and a player that asks for it.</source>
        <translation>轨道 {0} 已加密：只有取得密钥、且播放器会请求密钥时才能播放。</translation>
    </message>
    <message>
        <source>Track {0} is encrypted: without a key nothing is played.</source>
        <translation>轨道 {0} 已加密：没有密钥就什么也播放不了。</translation>
    </message>
    <message>
        <source>Track {0} is encrypted; its frames cannot be read.</source>
        <translation>轨道 {0} 已加密；无法读取它的帧。</translation>
    </message>
    <message>
        <source>Track {0} is of the kind “{1}”, which no browser plays in MP4.</source>
        <translation>轨道 {0} 的种类为“{1}”，在 MP4 中没有浏览器播放它。</translation>
    </message>
    <message>
        <source>Track {0} lacks the box “{1}” (which may be empty): Firefox leaves the track out.</source>
        <translation>轨道 {0} 缺少盒“{1}”（可以为空）：Firefox 会略去该轨道。</translation>
    </message>
    <message>
        <source>Track {0} packs several frames into one block (lacing), which Chromium refuses (first of {1} places).</source>
        <translation>轨道 {0} 把多个帧打包进一个块（lacing），Chromium 会拒绝（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>Track {0} packs several frames into one block (lacing), which Chromium refuses.</source>
        <translation>轨道 {0} 把多个帧打包进一个块（lacing），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>Track {0} says that it has no channels.</source>
        <translation>轨道 {0} 写明没有声道。</translation>
    </message>
    <message>
        <source>Track {0} says two different things about itself.</source>
        <translation>轨道 {0} 对自身的描述前后矛盾。</translation>
    </message>
    <message>
        <source>Track {0}, neither picture nor sound, has no fragment defaults (trex), which Chromium refuses.</source>
        <translation>轨道 {0} 既非画面也非音频，没有分段默认值（trex），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>Transcode at a constant frame rate; a player can seek over the hole.</source>
        <translation>请以恒定帧率转码；播放器也可以跳过空隙。</translation>
    </message>
    <message>
        <source>Transcode it from its source.</source>
        <translation>请从源文件转码。</translation>
    </message>
    <message>
        <source>Transcode it to 4:2:0.</source>
        <translation>请转码为 4:2:0。</translation>
    </message>
    <message>
        <source>Wrote the headers of {0} blocks anew.</source>
        <translation>已重写 {0} 个块的头部。</translation>
    </message>
    <message>
        <source>{0} frames were decoded and not shown, because it played at {1} times speed.</source>
        <translation>有 {0} 帧已解码但未显示，因为播放速度为 {1} 倍。</translation>
    </message>
    <message>
        <source>{0} has buffered {1}; for {2} (as measured) {3} was expected.</source>
        <translation>{0} 缓冲了 {1}；按 {2}（实测）应为 {3}。</translation>
    </message>
    <message>
        <source>{0} has buffered {1}; for {2} (never measured) {3} was expected.</source>
        <translation>{0} 缓冲了 {1}；按 {2}（从未测过）应为 {3}。</translation>
    </message>
    <message>
        <source>{0} is written into a folder already.</source>
        <translation>{0} 已在写入一个文件夹。</translation>
    </message>
    <message>
        <source>{0} more changes failed.</source>
        <translation>另有 {0} 次切换失败。</translation>
    </message>
    <message>
        <source>{0} needs a display, and there is none here.</source>
        <translation>{0} 需要显示器，而这里没有。</translation>
    </message>
    <message>
        <source>{0} plays this file to its end, although {1} (as measured) {2}.</source>
        <translation>{0} 完整播放了此文件，而 {1}（实测）{2}。</translation>
    </message>
    <message>
        <source>{0} plays this file to its end, although {1} (never measured) {2}.</source>
        <translation>{0} 完整播放了此文件，而 {1}（从未测过）{2}。</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>“{0}”是文件夹。</translation>
    </message>
    <message>
        <source>“{0}” is there already and is not replaced.</source>
        <translation>“{0}”已存在，没有被替换。</translation>
    </message>
    <message>
        <source>“{0}” is there already.</source>
        <translation>“{0}”已存在。</translation>
    </message>
    <message>
        <source>“{0}” lists MPEG-TS segments, which browsers do not take through Media Source Extensions.</source>
        <translation>“{0}”列出的是 MPEG-TS 分段，浏览器不能通过 Media Source Extensions 播放。</translation>
    </message>
    <message>
        <source>“{0}” lists bytes of “{1}” that lie behind its end.</source>
        <translation>“{0}”列出的数据超出了“{1}”的末尾。</translation>
    </message>
    <message>
        <source>“{0}” lists neither picture nor sound.</source>
        <translation>“{0}”既没有列出画面，也没有列出音频。</translation>
    </message>
    <message>
        <source>“{0}” lists no segment of “{1}”.</source>
        <translation>“{0}”没有列出“{1}”的任何分段。</translation>
    </message>
    <message>
        <source>“{0}” lists no segment.</source>
        <translation>“{0}”没有列出任何分段。</translation>
    </message>
    <message>
        <source>“{0}” lists {1} segments, which browsers do not take through Media Source Extensions.</source>
        <translation>“{0}”列出的是 {1} 分段，浏览器不能通过 Media Source Extensions 播放。</translation>
    </message>
    <message>
        <source>“{0}” lists “{1}”, which is empty (0 bytes).</source>
        <translation>“{0}”列出的“{1}”是空的（0 字节）。</translation>
    </message>
    <message>
        <source>“{0}” lists “{1}”, which is not there.</source>
        <translation>“{0}”列出的“{1}”不存在。</translation>
    </message>
    <message>
        <source>“{0}” names no H.264 profile.</source>
        <translation>“{0}”没有写出 H.264 的 profile。</translation>
    </message>
    <message>
        <source>“{0}” names “{1}”, which is not a file beside it.</source>
        <translation>“{0}”写的“{1}”不是它旁边的文件。</translation>
    </message>
    <message>
        <source>“{0}” names “{1}”, which lies outside its folder.</source>
        <translation>“{0}”写的“{1}”在其文件夹之外。</translation>
    </message>
    <message>
        <source>“{0}” takes a period from another manifest.</source>
        <translation>“{0}”引用了另一个清单中的 Period。</translation>
    </message>
    <message>
        <source>“{0}”, which “{1}” lists, cannot be read.</source>
        <translation>无法读取“{1}”列出的“{0}”。</translation>
    </message>
    <message>
        <source>Remux it; decode times are then continuous.</source>
        <translation>请重新封装；解码时间就会连续。</translation>
    </message>
    <message>
        <source>A conversion needs ffmpeg.</source>
        <translation>转换需要 ffmpeg。</translation>
    </message>
    <message>
        <source>A file is there already.</source>
        <translation>那里已有文件。</translation>
    </message>
    <message>
        <source>A keyframe must come every 0.2 to 10 seconds.</source>
        <translation>关键帧间隔必须为 0.2 到 10 秒。</translation>
    </message>
    <message>
        <source>A ladder has 2 to {0} rungs.</source>
        <translation>阶梯须有 2 到 {0} 个档位。</translation>
    </message>
    <message>
        <source>A ladder is made of fragmented MP4, in which browsers play no VP8.</source>
        <translation>阶梯由分段 MP4 组成，而浏览器不播放其中的 VP8。</translation>
    </message>
    <message>
        <source>A ladder is made of pictures, and this preset has none.</source>
        <translation>阶梯由画面制成，而此预设没有画面。</translation>
    </message>
    <message>
        <source>A ladder is made of pictures, and this source has none.</source>
        <translation>阶梯由画面制成，而此源没有画面。</translation>
    </message>
    <message>
        <source>A live source needs ffmpeg.</source>
        <translation>直播源需要 ffmpeg。</translation>
    </message>
    <message>
        <source>A measurement is already running.</source>
        <translation>已有测量正在进行。</translation>
    </message>
    <message>
        <source>A part of the text is missing.</source>
        <translation>文本缺少一部分。</translation>
    </message>
    <message>
        <source>A repaired copy is streamed ({0}); the file itself stays as it is.</source>
        <translation>播送的是修复后的副本（{0}）；文件本身保持不变。</translation>
    </message>
    <message>
        <source>A rung is given twice.</source>
        <translation>有一个档位给出了两次。</translation>
    </message>
    <message>
        <source>A segment of “{0}” begins without a keyframe, first at {1} s.</source>
        <translation>“{0}”有分段不以关键帧开始，最先在 {1} 秒处。</translation>
    </message>
    <message>
        <source>A source of kind “{0}” cannot be encoded.</source>
        <translation>“{0}”这类源无法编码。</translation>
    </message>
    <message>
        <source>A unit came before any init segment.</source>
        <translation>有一个单元出现在任何初始化分段之前。</translation>
    </message>
    <message>
        <source>A unit holds no segment.</source>
        <translation>有一个单元不含分段。</translation>
    </message>
    <message>
        <source>All {0} changes between {1} rungs played in {2} and {3}.</source>
        <translation>{1} 个档位之间的全部 {0} 次切换已在 {2} 和 {3} 中播放。</translation>
    </message>
    <message>
        <source>All {0} changes between {1} rungs played in {2}.</source>
        <translation>{1} 个档位之间的全部 {0} 次切换已在 {2} 中播放。</translation>
    </message>
    <message>
        <source>Allow this program to use it in the system&apos;s settings.</source>
        <translation>请在系统设置中允许本程序使用它。</translation>
    </message>
    <message>
        <source>Another file took its place, or it was written to; publish it anew.</source>
        <translation>它已被另一个文件取代，或被写过；请重新发布。</translation>
    </message>
    <message>
        <source>Another packaging is under way, or was broken off; remove that folder.</source>
        <translation>另一次打包正在进行，或曾中断；请删除那个文件夹。</translation>
    </message>
    <message>
        <source>Ask with {{&quot;current&quot;: 0}}, in JSON.</source>
        <translation>请用 JSON 格式的 {{&quot;current&quot;: 0}} 提问。</translation>
    </message>
    <message>
        <source>Both sides must be even and from 16 to {0} pixels.</source>
        <translation>两边都必须是 16 到 {0} 像素之间的偶数。</translation>
    </message>
    <message>
        <source>Check the file&apos;s permissions.</source>
        <translation>请检查文件的权限。</translation>
    </message>
    <message>
        <source>Choose a file with segments.</source>
        <translation>请选择带分段的文件。</translation>
    </message>
    <message>
        <source>Choose a preset with H.264, VP9 or AV1.</source>
        <translation>请选择 H.264、VP9 或 AV1 的预设。</translation>
    </message>
    <message>
        <source>Choose a sound format.</source>
        <translation>请选择音频格式。</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>请选择空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>Choose an ffmpeg in the settings.</source>
        <translation>请在设置中选择一个 ffmpeg。</translation>
    </message>
    <message>
        <source>Choose another name for it.</source>
        <translation>请为它选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another name for the recording.</source>
        <translation>请为录制选择另一个名称。</translation>
    </message>
    <message>
        <source>Choose another name; nothing is replaced.</source>
        <translation>请选择另一个名称；不会替换任何文件。</translation>
    </message>
    <message>
        <source>Choose another source or other settings.</source>
        <translation>请选择另一个源或其他设置。</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>请选择另一个源。</translation>
    </message>
    <message>
        <source>Choose it in the File menu.</source>
        <translation>请在“文件”菜单中选择。</translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation>请在设置中选择一个。</translation>
    </message>
    <message>
        <source>Close the other program that uses it.</source>
        <translation>请关闭使用它的另一个程序。</translation>
    </message>
    <message>
        <source>Connect it anew, or choose another one.</source>
        <translation>请重新连接它，或另选一个。</translation>
    </message>
    <message>
        <source>Connect it, then look for devices again.</source>
        <translation>请连接它，再重新查找设备。</translation>
    </message>
    <message>
        <source>Connect one, then look for devices again.</source>
        <translation>请连接一个，再重新查找设备。</translation>
    </message>
    <message>
        <source>Copy the whole folder to any web server.</source>
        <translation>请把整个文件夹复制到任意 Web 服务器。</translation>
    </message>
    <message>
        <source>Cut at its keyframes; fragments: {0}.</source>
        <translation>已在关键帧处切分；分段数：{0}。</translation>
    </message>
    <message>
        <source>Cut {0} clusters anew, one at each keyframe.</source>
        <translation>已重新切分 {0} 个簇，每个关键帧处一个。</translation>
    </message>
    <message>
        <source>Each rendition needs a name of its own, of plain letters and digits.</source>
        <translation>每个版本都要有自己的名称，由普通字母和数字组成。</translation>
    </message>
    <message>
        <source>End that first.</source>
        <translation>请先结束那一个。</translation>
    </message>
    <message>
        <source>For example 720,480,360.</source>
        <translation>例如 720,480,360。</translation>
    </message>
    <message>
        <source>Give 0.5 to 10 s.</source>
        <translation>请给出 0.5 到 10 秒。</translation>
    </message>
    <message>
        <source>Give 700k or 2.5M, for example; 50k to 400M.</source>
        <translation>请给出例如 700k 或 2.5M；范围为 50k 到 400M。</translation>
    </message>
    <message>
        <source>Give each size once.</source>
        <translation>每个尺寸请只给出一次。</translation>
    </message>
    <message>
        <source>Give lines and bit rate, such as 720:2500k.</source>
        <translation>请给出行数和码率，例如 720:2500k。</translation>
    </message>
    <message>
        <source>Give rungs such as 180:300k,90:100k.</source>
        <translation>请给出档位，例如 180:300k,90:100k。</translation>
    </message>
    <message>
        <source>Give rungs such as 720:2500k,360:700k.</source>
        <translation>请给出档位，例如 720:2500k,360:700k。</translation>
    </message>
    <message>
        <source>Give rungs up to {0}.</source>
        <translation>请给出不超过 {0} 的档位。</translation>
    </message>
    <message>
        <source>Give sizes that are further apart.</source>
        <translation>请给出相差更大的尺寸。</translation>
    </message>
    <message>
        <source>HLS and DASH packages need H.264, H.265, VP9 or AV1 with AAC, Opus or FLAC.</source>
        <translation>HLS 和 DASH 打包需要 H.264、H.265、VP9 或 AV1，配 AAC、Opus 或 FLAC。</translation>
    </message>
    <message>
        <source>HLS needs MP4, and this file is WebM.</source>
        <translation>HLS 需要 MP4，而此文件是 WebM。</translation>
    </message>
    <message>
        <source>HLS needs MP4, and this stream is WebM.</source>
        <translation>HLS 需要 MP4，而此流是 WebM。</translation>
    </message>
    <message>
        <source>In a ladder the rungs decide “{0}”.</source>
        <translation>在阶梯中，“{0}”由档位决定。</translation>
    </message>
    <message>
        <source>Is there room on the drive?</source>
        <translation>驱动器上还有空间吗？</translation>
    </message>
    <message>
        <source>It could not be repaired: {0}</source>
        <translation>无法修复：{0}</translation>
    </message>
    <message>
        <source>It has not taken anything for a while.</source>
        <translation>它有一段时间没有接收任何内容。</translation>
    </message>
    <message>
        <source>It is damaged, or no video or sound file.</source>
        <translation>它已损坏，或不是视频或音频文件。</translation>
    </message>
    <message>
        <source>It looks like vod://NAME, vod-live://NAME or live://NAME.</source>
        <translation>形式如 vod://NAME、vod-live://NAME 或 live://NAME。</translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation>它可能已被移除。</translation>
    </message>
    <message>
        <source>It shows everything {0} ms earlier than the file says: this engine does not heed the edit list.</source>
        <translation>全部内容比文件所说的提前 {0} 毫秒显示：此引擎不理会编辑列表。</translation>
    </message>
    <message>
        <source>It was kept as “{0}”; it can be checked and repaired.</source>
        <translation>已保留为“{0}”；可以检查和修复。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>它已被移动、改名或删除。</translation>
    </message>
    <message>
        <source>Left out {0} blocks of tracks that the header does not declare.</source>
        <translation>已略去 {0} 个块，它们属于文件头未声明的轨道。</translation>
    </message>
    <message>
        <source>Left out {0} frames of sound before the first picture.</source>
        <translation>已略去第一个画面之前的 {0} 个音频帧。</translation>
    </message>
    <message>
        <source>Left out {0} frames that come before the first keyframe.</source>
        <translation>已略去第一个关键帧之前的 {0} 帧。</translation>
    </message>
    <message>
        <source>Left out {0} frames without a byte.</source>
        <translation>已略去 {0} 个没有数据的帧。</translation>
    </message>
    <message>
        <source>Left out {0} pictures before the first keyframe.</source>
        <translation>已略去第一个关键帧之前的 {0} 个画面。</translation>
    </message>
    <message>
        <source>Let {0} pictures last until the next one, over a hole.</source>
        <translation>已让 {0} 个画面延续到下一个画面，跨过空隙。</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores can, up to {0}, and a letter or digit comes first.</source>
        <translation>可用字母、数字、点、连字符和下划线，最多 {0} 个，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>Made the times run on in {0} places.</source>
        <translation>已在 {0} 处让时间连续。</translation>
    </message>
    <message>
        <source>Make all rungs in one group, with one fixed distance of keyframes.</source>
        <translation>请把所有档位放在一组中制作，并用同一个固定的关键帧间隔。</translation>
    </message>
    <message>
        <source>Make all rungs in one group, with the same encoder and the same keyframes.</source>
        <translation>请把所有档位放在一组中制作，并用同样的编码器和同样的关键帧。</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>请腾出空间，再试一次。</translation>
    </message>
    <message>
        <source>Make the folder first, or choose another.</source>
        <translation>请先建立该文件夹，或选择另一个。</translation>
    </message>
    <message>
        <source>Marked {0} frames as what they are: keyframe or not.</source>
        <translation>已如实标记 {0} 帧：是关键帧或不是。</translation>
    </message>
    <message>
        <source>Name a file or a ladder.</source>
        <translation>请指定文件或阶梯。</translation>
    </message>
    <message>
        <source>Name a folder that &apos;ladder&apos; made, or media files.</source>
        <translation>请指定由“ladder”制作的文件夹，或媒体文件。</translation>
    </message>
    <message>
        <source>Name a video or sound file.</source>
        <translation>请指定视频或音频文件。</translation>
    </message>
    <message>
        <source>No change between rungs was played: No engine was asked.</source>
        <translation>没有播放任何档位切换：没有询问任何引擎。</translation>
    </message>
    <message>
        <source>No change between rungs was played: {0}</source>
        <translation>没有播放任何档位切换：{0}</translation>
    </message>
    <message>
        <source>No engine was asked.</source>
        <translation>没有询问任何引擎。</translation>
    </message>
    <message>
        <source>No file was named.</source>
        <translation>没有指定文件。</translation>
    </message>
    <message>
        <source>No frame was measured.</source>
        <translation>没有测量到任何帧。</translation>
    </message>
    <message>
        <source>No sound can be converted for the preview.</source>
        <translation>没有声音可以为预览转换。</translation>
    </message>
    <message>
        <source>Nobody waits for this picture any more.</source>
        <translation>此画面已不再需要。</translation>
    </message>
    <message>
        <source>Not played in {0} and {1}.</source>
        <translation>在 {0} 和 {1} 中未播放。</translation>
    </message>
    <message>
        <source>Not played in {0}.</source>
        <translation>在 {0} 中未播放。</translation>
    </message>
    <message>
        <source>Nothing shows that the sound was played: browsers know no codec “{0}”.</source>
        <translation>没有证据表明声音已播放：浏览器不认识编解码器“{0}”。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有录制任何内容。</translation>
    </message>
    <message>
        <source>Nothing would be streamed: there is no picture, and sound is left out.</source>
        <translation>没有可播送的内容：没有画面，声音又被略去。</translation>
    </message>
    <message>
        <source>Only a live stream can be recorded.</source>
        <translation>只有直播流可以录制。</translation>
    </message>
    <message>
        <source>Only a live stream can be written into a folder.</source>
        <translation>只有直播流可以写入文件夹。</translation>
    </message>
    <message>
        <source>Only neighbours, and the largest with the smallest, were changed.</source>
        <translation>只切换了相邻档位，以及最大与最小的档位。</translation>
    </message>
    <message>
        <source>Open index.html there.</source>
        <translation>请在那里打开 index.html。</translation>
    </message>
    <message>
        <source>Packages are made of fragmented MP4 only.</source>
        <translation>打包只能用分段 MP4。</translation>
    </message>
    <message>
        <source>Put it back, or publish it from where it is now.</source>
        <translation>请把它放回原处，或从它现在的位置发布。</translation>
    </message>
    <message>
        <source>Put {0} blocks into the order of their times.</source>
        <translation>已按时间顺序排列 {0} 个块。</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>请重新读取。</translation>
    </message>
    <message>
        <source>Record again for what follows.</source>
        <translation>后续内容请重新录制。</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>请重新录制。</translation>
    </message>
    <message>
        <source>Record for longer than a segment lasts.</source>
        <translation>请录制得比一个分段的时长更久。</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>请录制到另一个磁盘。</translation>
    </message>
    <message>
        <source>Removed {0} header elements that WebM does not know.</source>
        <translation>已移除 {0} 个 WebM 不支持的头部元素。</translation>
    </message>
    <message>
        <source>Repair it first: that copies its frames into fragments.</source>
        <translation>请先修复：会把它的帧复制到分段中。</translation>
    </message>
    <message>
        <source>Repair it: blocks and clusters are put in order, nothing is encoded again.</source>
        <translation>请修复：块和簇会重新排序，不会重新编码。</translation>
    </message>
    <message>
        <source>Repair it: blocks are written anew.</source>
        <translation>请修复：块会重新写入。</translation>
    </message>
    <message>
        <source>Repair it: each frame gets a block of its own.</source>
        <translation>请修复：每一帧会有自己的块。</translation>
    </message>
    <message>
        <source>Repair it: only the tracks that can be played are kept.</source>
        <translation>请修复：只保留能播放的轨道。</translation>
    </message>
    <message>
        <source>Repair it: the block is left out.</source>
        <translation>请修复：会略去该块。</translation>
    </message>
    <message>
        <source>Repair it: the declared frame duration is taken out; or transcode at a constant rate.</source>
        <translation>请修复：去掉声明的帧时长；或以恒定帧率转码。</translation>
    </message>
    <message>
        <source>Repair it: the file is written anew and in order, nothing is encoded again.</source>
        <translation>请修复：文件会按顺序重新写入，不会重新编码。</translation>
    </message>
    <message>
        <source>Repair it: the file is written anew without it.</source>
        <translation>请修复：重新写入的文件不含它。</translation>
    </message>
    <message>
        <source>Repair it: the header is written anew.</source>
        <translation>请修复：头部会重新写入。</translation>
    </message>
    <message>
        <source>Repair it: the padding is taken out.</source>
        <translation>请修复：会去掉填充。</translation>
    </message>
    <message>
        <source>Repair it: the tag becomes hvc1, nothing is encoded again.</source>
        <translation>请修复：标记会改为 hvc1，不会重新编码。</translation>
    </message>
    <message>
        <source>Repair it; when that does not help, transcode it.</source>
        <translation>请修复；若无效，请转码。</translation>
    </message>
    <message>
        <source>Repair the file first, to a place with more room.</source>
        <translation>请先修复文件，并写到空间更大的位置。</translation>
    </message>
    <message>
        <source>Retry it on its own, or remove it.</source>
        <translation>请单独重试它，或将其移除。</translation>
    </message>
    <message>
        <source>Retry it, or keep the file and play it before you use it.</source>
        <translation>请重试，或保留文件并在使用前播放一遍。</translation>
    </message>
    <message>
        <source>Retry the job.</source>
        <translation>请重试该任务。</translation>
    </message>
    <message>
        <source>Running jobs continue; changes since {0} are not saved.</source>
        <translation>正在进行的任务会继续；{0} 之后的更改未保存。</translation>
    </message>
    <message>
        <source>SVT-AV1 has no scene cut detection; the keyframes keep their even distance.</source>
        <translation>SVT-AV1 没有场景切换检测；关键帧保持等距。</translation>
    </message>
    <message>
        <source>Save it again when the recording has ended.</source>
        <translation>请在录制结束后重新保存。</translation>
    </message>
    <message>
        <source>See whether it can be run by itself.</source>
        <translation>请看看它能否单独运行。</translation>
    </message>
    <message>
        <source>SeekPreRoll of track {0} is not the 80 ms that Opus needs: sound can crackle after a seek.</source>
        <translation>轨道 {0} 的 SeekPreRoll 不是 Opus 所需的 80 ms：跳转后声音可能有爆音。</translation>
    </message>
    <message>
        <source>Segment {0} was refused: {1}</source>
        <translation>分段 {0} 被拒绝：{1}</translation>
    </message>
    <message>
        <source>Segments of {0} s are not possible.</source>
        <translation>无法使用 {0} 秒的分段。</translation>
    </message>
    <message>
        <source>Set the Opus delay of track {0} to what its header says.</source>
        <translation>已按轨道 {0} 的头部设定其 Opus 延迟。</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof, so that one track&apos;s data is read from the wrong place.</source>
        <translation>多条轨道共用一个分段而没有 default-base-is-moof，因此其中一条的数据会从错误的位置读取。</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof: browsers read the second one&apos;s data from the wrong place.</source>
        <translation>多条轨道共用一个分段而没有 default-base-is-moof：浏览器会从错误的位置读取第二条的数据。</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof; browsers read it all the same, other players may not.</source>
        <translation>多条轨道共用一个分段而没有 default-base-is-moof；浏览器仍能读取，其他播放器未必。</translation>
    </message>
    <message>
        <source>Should not play in {0} and {1}: {2}</source>
        <translation>在 {0} 和 {1} 中应无法播放：{2}</translation>
    </message>
    <message>
        <source>Should not play in {0}: {1}</source>
        <translation>在 {0} 中应无法播放：{1}</translation>
    </message>
    <message>
        <source>Skipped: {0} exists already.</source>
        <translation>已跳过：{0} 已存在。</translation>
    </message>
    <message>
        <source>Skipping &apos;trun&apos; sample with size of 0.</source>
        <translation>Skipping &apos;trun&apos; sample with size of 0.</translation>
    </message>
    <message>
        <source>Some players will not play it ({0}): {1}</source>
        <translation>有些播放器无法播放它（{0}）：{1}</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>程序内部出错了。</translation>
    </message>
    <message>
        <source>Sound or picture begins too long after 0, so a player that starts at 0 waits for ever.</source>
        <translation>音频或画面开始得比 0 晚太多，从 0 开始的播放器会一直等待。</translation>
    </message>
    <message>
        <source>Source not found: {0}.</source>
        <translation>找不到源文件：{0}。</translation>
    </message>
    <message>
        <source>Split it into one file for each track, or leave the others out.</source>
        <translation>请按轨道拆成单独的文件，或略去其他轨道。</translation>
    </message>
    <message>
        <source>Split it into one file for each track, or remove the track.</source>
        <translation>请按轨道拆成单独的文件，或移除该轨道。</translation>
    </message>
    <message>
        <source>Split the file first.</source>
        <translation>请先拆分文件。</translation>
    </message>
    <message>
        <source>Split the file where it was joined; make it again from its sources.</source>
        <translation>请在拼接处拆开文件；或从各源文件重新制作。</translation>
    </message>
    <message>
        <source>Start MSE Studio as an ordinary user.</source>
        <translation>请以普通用户身份启动 MSE Studio。</translation>
    </message>
    <message>
        <source>Start goes on with it.</source>
        <translation>按“开始”从它继续。</translation>
    </message>
    <message>
        <source>Start the job again to watch it.</source>
        <translation>要观看它，请重新开始任务。</translation>
    </message>
    <message>
        <source>Start the stream again.</source>
        <translation>请重新开始此流。</translation>
    </message>
    <message>
        <source>Stream copy makes no smaller pictures, so no ladder.</source>
        <translation>复制流不会生成更小的画面，因此无法制作阶梯。</translation>
    </message>
    <message>
        <source>Streaming has ended.</source>
        <translation>流式播放已结束。</translation>
    </message>
    <message>
        <source>Take longer segments, or a folder.</source>
        <translation>请用更长的分段，或改用文件夹。</translation>
    </message>
    <message>
        <source>Take the DASH manifest: dash/manifest.mpd.</source>
        <translation>请使用 DASH 清单：dash/manifest.mpd。</translation>
    </message>
    <message>
        <source>Take the file before it was encrypted.</source>
        <translation>请使用加密之前的文件。</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>The AAC configuration of track {0} does not say how many channels there are.</source>
        <translation>轨道 {0} 的 AAC 配置没有写明声道数。</translation>
    </message>
    <message>
        <source>The AV1 configuration of track {0} is missing or is not version 1.</source>
        <translation>轨道 {0} 缺少 AV1 配置，或其版本不是 1。</translation>
    </message>
    <message>
        <source>The CodecPrivate of track {0} is no whole header of Opus: new versions of Chromium do not decode it.</source>
        <translation>轨道 {0} 的 CodecPrivate 不是完整的 Opus 头部：新版 Chromium 不解码。</translation>
    </message>
    <message>
        <source>The H.265 track is tagged hev1, which Safari does not play.</source>
        <translation>H.265 轨道的标记为 hev1，Safari 不播放。</translation>
    </message>
    <message>
        <source>The H.265 track is tagged “hev1”, which Safari does not play.</source>
        <translation>H.265 轨道的标记为“hev1”，Safari 不播放。</translation>
    </message>
    <message>
        <source>The Info element is left out.</source>
        <translation>Info 元素被略去。</translation>
    </message>
    <message>
        <source>The MIME type names no codecs.</source>
        <translation>MIME 类型没有写出编码。</translation>
    </message>
    <message>
        <source>The MP4 file is called .webm.</source>
        <translation>MP4 文件的扩展名为 .webm。</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented (its moov holds no mvex).</source>
        <translation>此 MP4 未分段（其 moov 不含 mvex）。</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented.</source>
        <translation>此 MP4 未分段。</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented: Chromium refuses it and Firefox shows nothing.</source>
        <translation>此 MP4 未分段：Chromium 会拒绝，Firefox 什么也不显示。</translation>
    </message>
    <message>
        <source>The NAL unit lengths of track {0} have not 4 bytes, as some players expect.</source>
        <translation>轨道 {0} 的 NAL 单元长度不是有些播放器所要求的 4 字节。</translation>
    </message>
    <message>
        <source>The Opus track has no readable header.</source>
        <translation>Opus 轨道没有可读取的头部。</translation>
    </message>
    <message>
        <source>The Segment and all clusters have unknown sizes, as in a live stream.</source>
        <translation>Segment 和所有簇的大小未知，像直播流那样。</translation>
    </message>
    <message>
        <source>The Segment says that it ends before the file does; browsers go on behind its end.</source>
        <translation>Segment 写明的结尾早于文件结尾；浏览器会继续读其后的内容。</translation>
    </message>
    <message>
        <source>The Segment’s size ends before the last cluster.</source>
        <translation>Segment 的大小在最后一个簇之前就结束了。</translation>
    </message>
    <message>
        <source>The SourceBuffer is full: nothing was removed from it, or a segment is too large.</source>
        <translation>SourceBuffer 已满：没有从中移除内容，或某个分段太大。</translation>
    </message>
    <message>
        <source>The SourceBuffer was still busy with its last operation.</source>
        <translation>SourceBuffer 仍在忙于上一个操作。</translation>
    </message>
    <message>
        <source>The Tracks element is left out.</source>
        <translation>Tracks 元素被略去。</translation>
    </message>
    <message>
        <source>The WebM file is called .mp4.</source>
        <translation>WebM 文件的扩展名为 .mp4。</translation>
    </message>
    <message>
        <source>The audio begins {0} ms late: a player that starts at 0 waits there.</source>
        <translation>音频晚 {0} ms 开始：从 0 开始的播放器会在那里等待。</translation>
    </message>
    <message>
        <source>The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).</source>
        <translation>此分段前音频停顿 {0} ms，超过一帧：播放可能在此停住（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there.</source>
        <translation>此分段前音频停顿 {0} ms，超过一帧：播放可能在此停住。</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here (first of {1} places).</source>
        <translation>音频的解码时间在此跳变 {0} ms（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here.</source>
        <translation>音频的解码时间在此跳变 {0} ms。</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).</source>
        <translation>音频的解码时间在此跳变 {0} ms：该分段会替换之前的内容（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here: the fragment replaces what came before it.</source>
        <translation>音频的解码时间在此跳变 {0} ms：该分段会替换之前的内容。</translation>
    </message>
    <message>
        <source>The beginning lies in the moov box instead of a fragment.</source>
        <translation>开头位于 moov 盒而不在分段中。</translation>
    </message>
    <message>
        <source>The beginning of the file cannot be read.</source>
        <translation>无法读取文件的开头。</translation>
    </message>
    <message>
        <source>The beginning of the file was refused: {0}</source>
        <translation>文件开头被拒绝：{0}</translation>
    </message>
    <message>
        <source>The beginning of track {0} lies in the moov box instead of a fragment: Chromium loses it, Firefox refuses the file.</source>
        <translation>轨道 {0} 的开头在 moov 盒而不在分段中：Chromium 会丢掉它，Firefox 拒绝该文件。</translation>
    </message>
    <message>
        <source>The bit rate must be from 32 kbit/s to 100 Mbit/s.</source>
        <translation>码率必须为 32 kbit/s 到 100 Mbit/s。</translation>
    </message>
    <message>
        <source>The bit rate of sound must be from 8 to 510 kbit/s.</source>
        <translation>音频的码率必须为 8 到 510 kbit/s。</translation>
    </message>
    <message>
        <source>The box “{0}” has a timescale of 0, so that no time can be told.</source>
        <translation>盒“{0}”的时间刻度为 0，无法确定任何时间。</translation>
    </message>
    <message>
        <source>The box “{0}” has no size (it reaches to the end of the file), which Chromium refuses.</source>
        <translation>盒“{0}”没有大小（延伸到文件末尾），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The box “{0}” is larger than 2 GB, which Chromium refuses.</source>
        <translation>盒“{0}”超过 2 GB，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The box “{0}” is missing here; browsers do not open the file without it.</source>
        <translation>这里缺少盒“{0}”；没有它浏览器打不开文件。</translation>
    </message>
    <message>
        <source>The box “{0}” may not stand at the top level of a media stream.</source>
        <translation>盒“{0}”不能出现在媒体流的顶层。</translation>
    </message>
    <message>
        <source>The box “{0}” may not stand at the top level: Chromium refuses it, Firefox takes it.</source>
        <translation>盒“{0}”不能出现在顶层：Chromium 会拒绝，Firefox 接受。</translation>
    </message>
    <message>
        <source>The browser could not be steered.</source>
        <translation>无法操控浏览器。</translation>
    </message>
    <message>
        <source>The browser did not open the page.</source>
        <translation>浏览器没有打开页面。</translation>
    </message>
    <message>
        <source>The browser does not begin with sound before the user clicked something.</source>
        <translation>在用户点击之前，浏览器不会开始播放声音。</translation>
    </message>
    <message>
        <source>The buffer has a hole where playback stands.</source>
        <translation>播放位置处的缓冲有空隙。</translation>
    </message>
    <message>
        <source>The built-in player is not part of this installation.</source>
        <translation>此安装不含内置播放器。</translation>
    </message>
    <message>
        <source>The bytes are not in the container that the MIME type names, or the stream ended before its init segment was complete.</source>
        <translation>数据的容器与 MIME 类型所写的不符，或流在初始化分段完整之前就结束了。</translation>
    </message>
    <message>
        <source>The bytes of the Opus header’s pre-skip are swapped, and CodecDelay says the same.</source>
        <translation>Opus 头部的 pre-skip 字节顺序颠倒，CodecDelay 也是同样的值。</translation>
    </message>
    <message>
        <source>The change from “{0}” to “{1}” at {2} s fails: {3}</source>
        <translation>在 {2} 秒处从“{0}”切换到“{1}”失败：{3}</translation>
    </message>
    <message>
        <source>The channels of track {0} do not agree ({1}): new versions of Chromium do not decode it.</source>
        <translation>轨道 {0} 的声道不一致（{1}）：新版 Chromium 不解码。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>检查已取消。</translation>
    </message>
    <message>
        <source>The cluster is damaged here; the rest of it cannot be read.</source>
        <translation>此簇在这里损坏；其余部分无法读取。</translation>
    </message>
    <message>
        <source>The cluster is longer than its 16 bits of relative time can count (32.767 s): times run over here.</source>
        <translation>此簇的长度超出其 16 位相对时间的计数范围（32.767 秒）：时间在这里溢出。</translation>
    </message>
    <message>
        <source>The cluster&apos;s size reaches into what stands behind it, which Chromium refuses.</source>
        <translation>此簇的大小伸入了它后面的内容，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The codec configuration of the picture is empty.</source>
        <translation>画面的编码配置为空。</translation>
    </message>
    <message>
        <source>The codec configuration of track {0} ({1}) is missing, empty or broken.</source>
        <translation>轨道 {0}（{1}）的编码配置缺失、为空或损坏。</translation>
    </message>
    <message>
        <source>The codec has no name that a SourceBuffer could be given.</source>
        <translation>此编码没有可交给 SourceBuffer 的名称。</translation>
    </message>
    <message>
        <source>The codec of track {0} is missing or not written in ASCII.</source>
        <translation>轨道 {0} 的编码缺失，或不是用 ASCII 写的。</translation>
    </message>
    <message>
        <source>The codec&apos;s name does not belong to this container: VP9 in MP4 is “vp09.…”, VP8 is for WebM only.</source>
        <translation>编码名不适用于此容器：MP4 中的 VP9 写作“vp09.…”，VP8 只用于 WebM。</translation>
    </message>
    <message>
        <source>The codecs of the MIME type are not those of the tracks in the init segment.</source>
        <translation>MIME 类型中的编码与初始化分段中各轨道的编码不符。</translation>
    </message>
    <message>
        <source>The coding of the picture or sound changes in the middle of the file.</source>
        <translation>画面或音频的编码方式在文件中途改变。</translation>
    </message>
    <message>
        <source>The command &quot;{0}&quot; could not be started.</source>
        <translation>无法启动命令“{0}”。</translation>
    </message>
    <message>
        <source>The command &quot;{0}&quot; was not found.</source>
        <translation>找不到命令“{0}”。</translation>
    </message>
    <message>
        <source>The configuration of track {0} ({1}) has version 0, which Firefox refuses.</source>
        <translation>轨道 {0}（{1}）的配置版本为 0，Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>The container and the picture disagree on whether this is a keyframe; browsers believe the picture (first of {0} places).</source>
        <translation>对这里是否为关键帧，容器与画面说法不一；浏览器相信画面（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The container and the picture disagree on whether this is a keyframe; browsers believe the picture.</source>
        <translation>对这里是否为关键帧，容器与画面说法不一；浏览器相信画面。</translation>
    </message>
    <message>
        <source>The container calls a picture a keyframe that is none, or the other way round.</source>
        <translation>容器把不是关键帧的画面标为关键帧，或者相反。</translation>
    </message>
    <message>
        <source>The container compresses or encrypts its frames (ContentEncodings).</source>
        <translation>容器压缩或加密了其中的帧（ContentEncodings）。</translation>
    </message>
    <message>
        <source>The container does not mark this picture as the keyframe that it is, so that playback cannot begin here (first of {0} places).</source>
        <translation>此画面是关键帧，但容器没有这样标记，因此无法从这里开始播放（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The container does not mark this picture as the keyframe that it is, so that playback cannot begin here.</source>
        <translation>此画面是关键帧，但容器没有这样标记，因此无法从这里开始播放。</translation>
    </message>
    <message>
        <source>The container marks this picture as a keyframe, which it is not: decoding cannot begin here (first of {0} places).</source>
        <translation>容器把此画面标为关键帧，其实不是：无法从这里开始解码（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The container marks this picture as a keyframe, which it is not: decoding cannot begin here.</source>
        <translation>容器把此画面标为关键帧，其实不是：无法从这里开始解码。</translation>
    </message>
    <message>
        <source>The content of the box “{0}” does not fit its size or type, which Chromium refuses.</source>
        <translation>盒“{0}”的内容与其大小或类型不符，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The content of the box “{0}” does not fit its size or type; no browser opens the file.</source>
        <translation>盒“{0}”的内容与其大小或类型不符；没有浏览器能打开该文件。</translation>
    </message>
    <message>
        <source>The converted picture cannot be read.</source>
        <translation>无法读取转换后的画面。</translation>
    </message>
    <message>
        <source>The data of the last fragment is cut off.</source>
        <translation>最后一个分段的数据被截断。</translation>
    </message>
    <message>
        <source>The data of this fragment does not stand in the mdat behind it.</source>
        <translation>此分段的数据不在它后面的 mdat 中。</translation>
    </message>
    <message>
        <source>The decode time of track {0} does not fit its field here (tfdt).</source>
        <translation>轨道 {0} 在这里的解码时间放不进其字段（tfdt）。</translation>
    </message>
    <message>
        <source>The decode times of every fragment begin at 0 again.</source>
        <translation>每个分段的解码时间都重新从 0 开始。</translation>
    </message>
    <message>
        <source>The decoder picture could not be started.</source>
        <translation>无法启动解码器画面。</translation>
    </message>
    <message>
        <source>The decoder went down over this segment.</source>
        <translation>解码器在处理此分段时意外退出。</translation>
    </message>
    <message>
        <source>The decoder&apos;s own header (CodecPrivate) is missing or damaged.</source>
        <translation>解码器自身的头部（CodecPrivate）缺失或损坏。</translation>
    </message>
    <message>
        <source>The description of the file&apos;s frames is cut off.</source>
        <translation>文件中对帧的描述被截断。</translation>
    </message>
    <message>
        <source>The disk cannot hold a file of this size.</source>
        <translation>磁盘放不下这么大的文件。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The disk is too slow; the recording ends here.</source>
        <translation>磁盘太慢；录制到此结束。</translation>
    </message>
    <message>
        <source>The disk of {0} is nearly full; jobs that write there stand still.</source>
        <translation>{0} 的磁盘快满了；要写到那里的任务已停住。</translation>
    </message>
    <message>
        <source>The display size of track {0} is in a unit ({1}) that Chromium refuses.</source>
        <translation>轨道 {0} 的显示大小使用的单位（{1}）会被 Chromium 拒绝。</translation>
    </message>
    <message>
        <source>The drive is full.</source>
        <translation>驱动器已满。</translation>
    </message>
    <message>
        <source>The drive of the output folder is no longer available.</source>
        <translation>输出文件夹所在的驱动器已不可用。</translation>
    </message>
    <message>
        <source>The edit list begins one picture after the first keyframe.</source>
        <translation>编辑列表从第一个关键帧之后一个画面处开始。</translation>
    </message>
    <message>
        <source>The edit list has an empty edit or several edits, which engines treat differently.</source>
        <translation>编辑列表有一个空编辑项或多个编辑项，各引擎的处理不同。</translation>
    </message>
    <message>
        <source>The edit list of track {0} asks for another speed than 1, which browsers ignore.</source>
        <translation>轨道 {0} 的编辑列表要求 1 以外的速度，浏览器会忽略。</translation>
    </message>
    <message>
        <source>The edit list of track {0} ends {1} ms before the track does: Firefox cannot begin behind it.</source>
        <translation>轨道 {0} 的编辑列表比轨道早 {1} ms 结束：Firefox 无法从其后开始。</translation>
    </message>
    <message>
        <source>The edit lists are left out.</source>
        <translation>编辑列表被略去。</translation>
    </message>
    <message>
        <source>The edit lists begin with an empty edit of 500 ms.</source>
        <translation>编辑列表以 500 ms 的空编辑项开始。</translation>
    </message>
    <message>
        <source>The edit lists have two edits with a jump of 500 ms between them.</source>
        <translation>编辑列表有两个编辑项，其间跳过 500 ms。</translation>
    </message>
    <message>
        <source>The element {0} has no place here: Chromium refuses a file with elements it does not know, Firefox steps over them.</source>
        <translation>元素 {0} 不该出现在这里：Chromium 拒绝含未知元素的文件，Firefox 会跳过它们。</translation>
    </message>
    <message>
        <source>The element {0} stands here for the second time, which Chromium refuses.</source>
        <translation>元素 {0} 在这里第二次出现，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The embedded engine does not run as root.</source>
        <translation>内置引擎不能以 root 身份运行。</translation>
    </message>
    <message>
        <source>The encoder ended unexpectedly.</source>
        <translation>编码器意外结束。</translation>
    </message>
    <message>
        <source>The end of a cluster in the middle of the file is missing.</source>
        <translation>文件中间有一个簇缺少结尾。</translation>
    </message>
    <message>
        <source>The end of an mdat in the middle of the file is missing.</source>
        <translation>文件中间有一个 mdat 缺少结尾。</translation>
    </message>
    <message>
        <source>The engine accepted the bytes but buffered nothing.</source>
        <translation>引擎接受了数据，但没有缓冲任何内容。</translation>
    </message>
    <message>
        <source>The engine dropped {0} without an error.</source>
        <translation>引擎丢掉了 {0}，没有报错。</translation>
    </message>
    <message>
        <source>The engine says {0} s, the data end at {1} s.</source>
        <translation>引擎认为是 {0} 秒，数据在 {1} 秒结束。</translation>
    </message>
    <message>
        <source>The engine took the bytes and was never done with them.</source>
        <translation>引擎接受了数据，却一直没有处理完。</translation>
    </message>
    <message>
        <source>The engine took the bytes without an error and could make nothing of them.</source>
        <translation>引擎接受数据而未报错，却无法使用。</translation>
    </message>
    <message>
        <source>The engine&apos;s buffer ends at {0} s, the file at {1} s.</source>
        <translation>引擎的缓冲到 {0} 秒为止，文件到 {1} 秒。</translation>
    </message>
    <message>
        <source>The engines were closed already.</source>
        <translation>引擎已经关闭。</translation>
    </message>
    <message>
        <source>The field {{{0}}} has no format &quot;{1}&quot;.</source>
        <translation>字段 {{{0}}} 没有格式“{1}”。</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>文件在读取时有改动。</translation>
    </message>
    <message>
        <source>The file could not be played out.</source>
        <translation>无法播送此文件。</translation>
    </message>
    <message>
        <source>The file could not be read while it was checked ({0}).</source>
        <translation>检查时无法读取文件（{0}）。</translation>
    </message>
    <message>
        <source>The file does not begin with its type (an ftyp box).</source>
        <translation>文件没有以其类型（ftyp 盒）开头。</translation>
    </message>
    <message>
        <source>The file does not say how its frames are coded.</source>
        <translation>文件没有写明其帧是如何编码的。</translation>
    </message>
    <message>
        <source>The file does not say how long a picture lasts (DefaultDuration).</source>
        <translation>文件没有写明一个画面持续多久（DefaultDuration）。</translation>
    </message>
    <message>
        <source>The file does not say how long it is: players take it for a live stream until endOfStream() is called.</source>
        <translation>文件没有写明自己的长度：在调用 endOfStream() 之前，播放器会把它当作直播流。</translation>
    </message>
    <message>
        <source>The file does not say how long it lasts.</source>
        <translation>文件没有写明自己的长度。</translation>
    </message>
    <message>
        <source>The file ends before its last frame.</source>
        <translation>文件在最后一帧之前就结束了。</translation>
    </message>
    <message>
        <source>The file has changed since it was opened.</source>
        <translation>文件在打开后有改动。</translation>
    </message>
    <message>
        <source>The file has more than one track of a kind; only the first is played.</source>
        <translation>文件中同一种轨道不止一条；只播放第一条。</translation>
    </message>
    <message>
        <source>The file has neither picture nor sound.</source>
        <translation>文件既没有画面也没有声音。</translation>
    </message>
    <message>
        <source>The file has no Info element.</source>
        <translation>文件没有 Info 元素。</translation>
    </message>
    <message>
        <source>The file has no edit list.</source>
        <translation>文件没有编辑列表。</translation>
    </message>
    <message>
        <source>The file has no fragment defaults (trex).</source>
        <translation>文件没有分段默认值（trex）。</translation>
    </message>
    <message>
        <source>The file has no keyframe to begin with.</source>
        <translation>文件没有可作为开头的关键帧。</translation>
    </message>
    <message>
        <source>The file has no moov box.</source>
        <translation>文件没有 moov 盒。</translation>
    </message>
    <message>
        <source>The file has no segments, so it cannot be streamed piece by piece.</source>
        <translation>文件没有分段，无法逐段流式播放。</translation>
    </message>
    <message>
        <source>The file has no {0} box.</source>
        <translation>文件没有 {0} 盒。</translation>
    </message>
    <message>
        <source>The file has no {0} track.</source>
        <translation>文件没有 {0} 轨道。</translation>
    </message>
    <message>
        <source>The file has not been read yet.</source>
        <translation>文件尚未读取。</translation>
    </message>
    <message>
        <source>The file has only one cluster.</source>
        <translation>文件只有一个簇。</translation>
    </message>
    <message>
        <source>The file has only one fragment.</source>
        <translation>文件只有一个分段。</translation>
    </message>
    <message>
        <source>The file holds an endless list of boxes.</source>
        <translation>文件含有无穷的盒列表。</translation>
    </message>
    <message>
        <source>The file holds an endless list of elements.</source>
        <translation>文件含有无穷的元素列表。</translation>
    </message>
    <message>
        <source>The file holds more frames than any real one.</source>
        <translation>文件的帧数超出任何真实文件。</translation>
    </message>
    <message>
        <source>The file holds more than one track of {0}: browsers play the first, and Chromium refuses the file unless the MIME type names the codec of each.</source>
        <translation>文件有多条 {0} 轨道：浏览器播放第一条；除非 MIME 类型写出每条轨道的编码，否则 Chromium 会拒绝该文件。</translation>
    </message>
    <message>
        <source>The file holds neither picture nor sound.</source>
        <translation>文件既不含画面也不含声音。</translation>
    </message>
    <message>
        <source>The file holds no clusters of frames.</source>
        <translation>文件不含任何有帧的簇。</translation>
    </message>
    <message>
        <source>The file holds no fragments.</source>
        <translation>文件不含分段。</translation>
    </message>
    <message>
        <source>The file holds no frames that could be put in order.</source>
        <translation>文件没有可以排序的帧。</translation>
    </message>
    <message>
        <source>The file holds no media segment, so there is nothing to play.</source>
        <translation>文件没有媒体分段，没有可播放的内容。</translation>
    </message>
    <message>
        <source>The file holds no picture or sound that could be copied.</source>
        <translation>文件没有可以复制的画面或音频。</translation>
    </message>
    <message>
        <source>The file holds no tracks.</source>
        <translation>文件没有轨道。</translation>
    </message>
    <message>
        <source>The file is cut off inside its header.</source>
        <translation>文件在头部中被截断。</translation>
    </message>
    <message>
        <source>The file is cut off or damaged.</source>
        <translation>文件被截断或已损坏。</translation>
    </message>
    <message>
        <source>The file is cut off.</source>
        <translation>文件被截断。</translation>
    </message>
    <message>
        <source>The file is cut off: its end is missing.</source>
        <translation>文件被截断：缺少结尾。</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>The file is damaged; make it again from its source.</source>
        <translation>文件已损坏；请从源文件重新制作。</translation>
    </message>
    <message>
        <source>The file is encrypted, so its frames cannot be cut anew.</source>
        <translation>文件已加密，无法重新切分它的帧。</translation>
    </message>
    <message>
        <source>The file is gone or cannot be read.</source>
        <translation>文件不见了或无法读取。</translation>
    </message>
    <message>
        <source>The file is no WebM, or holds a codec that WebM does not know.</source>
        <translation>文件不是 WebM，或含有 WebM 不支持的编码。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在了。</translation>
    </message>
    <message>
        <source>The file is not valid JSON.</source>
        <translation>文件不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The file is probably cut off; try to get the whole file.</source>
        <translation>文件可能被截断；请设法获取完整文件。</translation>
    </message>
    <message>
        <source>The file is probably damaged.</source>
        <translation>文件可能已损坏。</translation>
    </message>
    <message>
        <source>The file was not kept.</source>
        <translation>文件未保留。</translation>
    </message>
    <message>
        <source>The file was refused: {0}</source>
        <translation>文件被拒绝：{0}</translation>
    </message>
    <message>
        <source>The file {0} cannot be read.</source>
        <translation>无法读取文件 {0}。</translation>
    </message>
    <message>
        <source>The file {0} is not a text file.</source>
        <translation>文件 {0} 不是文本文件。</translation>
    </message>
    <message>
        <source>The file&apos;s edit list changes the speed of playback.</source>
        <translation>文件的编辑列表改变了播放速度。</translation>
    </message>
    <message>
        <source>The file&apos;s edit list leaves out or repeats parts in the middle.</source>
        <translation>文件的编辑列表在中间略去或重复了一些部分。</translation>
    </message>
    <message>
        <source>The file&apos;s edit list pauses in the middle.</source>
        <translation>文件的编辑列表在中间有停顿。</translation>
    </message>
    <message>
        <source>The file&apos;s header asks for a newer reader ({0}), which Firefox refuses.</source>
        <translation>文件头要求更新的读取程序（{0}），Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>The file&apos;s header cannot be read.</source>
        <translation>无法读取文件头。</translation>
    </message>
    <message>
        <source>The file&apos;s header is larger than that of any real film.</source>
        <translation>文件头超出任何真实影片。</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks a track.</source>
        <translation>文件头缺少一条轨道。</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks what is to be changed.</source>
        <translation>文件头缺少要修改的内容。</translation>
    </message>
    <message>
        <source>The file&apos;s index (its moov box) is missing, so it cannot be read.</source>
        <translation>文件缺少索引（moov 盒），无法读取。</translation>
    </message>
    <message>
        <source>The file&apos;s index (its moov box) is missing.</source>
        <translation>文件缺少索引（moov 盒）。</translation>
    </message>
    <message>
        <source>The file&apos;s index is larger than that of any real film.</source>
        <translation>文件的索引超出任何真实影片。</translation>
    </message>
    <message>
        <source>The file&apos;s index is missing, so it cannot be read.</source>
        <translation>文件缺少索引，无法读取。</translation>
    </message>
    <message>
        <source>The file&apos;s times are not those of a real film.</source>
        <translation>文件的时间不像真实影片。</translation>
    </message>
    <message>
        <source>The file&apos;s times begin too early for that.</source>
        <translation>文件的时间开始得太早，无法这样做。</translation>
    </message>
    <message>
        <source>The file&apos;s times or frame counts are not those of a real film.</source>
        <translation>文件的时间或帧数不像真实影片。</translation>
    </message>
    <message>
        <source>The file&apos;s track numbers are too high for that.</source>
        <translation>文件的轨道编号太大，无法这样做。</translation>
    </message>
    <message>
        <source>The file’s type is “{0}”, which is none of the MP4 family.</source>
        <translation>文件的类型为“{0}”，不属于 MP4 家族。</translation>
    </message>
    <message>
        <source>The first cluster holds too few pictures for that.</source>
        <translation>第一个簇的画面太少，无法这样做。</translation>
    </message>
    <message>
        <source>The first cluster stands before Info and Tracks.</source>
        <translation>第一个簇出现在 Info 和 Tracks 之前。</translation>
    </message>
    <message>
        <source>The first fragment holds a track without frames.</source>
        <translation>第一个分段中有一条没有帧的轨道。</translation>
    </message>
    <message>
        <source>The first fragment holds no pictures.</source>
        <translation>第一个分段不含画面。</translation>
    </message>
    <message>
        <source>The first fragment’s frames are described in moov instead of a moof.</source>
        <translation>第一个分段的帧写在 moov 中，而不是 moof 中。</translation>
    </message>
    <message>
        <source>The first frames are lost.</source>
        <translation>最初的帧会丢失。</translation>
    </message>
    <message>
        <source>The first keyframe&apos;s time is before 0, and everything that depends on it is dropped.</source>
        <translation>第一个关键帧的时间早于 0，依赖它的一切都会丢掉。</translation>
    </message>
    <message>
        <source>The first picture does not lie where the file says.</source>
        <translation>第一个画面不在文件所写的位置。</translation>
    </message>
    <message>
        <source>The first picture has a time before 0 ({0} ms): everything up to the next keyframe is lost.</source>
        <translation>第一个画面的时间早于 0（{0} ms）：到下一关键帧为止的内容都会丢失。</translation>
    </message>
    <message>
        <source>The first picture is not a keyframe: nothing is shown before the first keyframe.</source>
        <translation>第一个画面不是关键帧：首个关键帧之前什么也不显示。</translation>
    </message>
    <message>
        <source>The first picture, a keyframe, is left out.</source>
        <translation>第一个画面（关键帧）被略去。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made.</source>
        <translation>无法建立文件夹 {0}。</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be made.</source>
        <translation>无法建立文件夹“{0}”。</translation>
    </message>
    <message>
        <source>The fragment defaults (trex) of the last track belong to another number.</source>
        <translation>最后一条轨道的分段默认值（trex）属于另一个编号。</translation>
    </message>
    <message>
        <source>The fragment defaults of track {0} name a sample description that is not there, which Firefox refuses.</source>
        <translation>轨道 {0} 的分段默认值指向不存在的样本描述，Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>The fragment defaults of track {0} name no sample description (index 0).</source>
        <translation>轨道 {0} 的分段默认值没有指向样本描述（索引 0）。</translation>
    </message>
    <message>
        <source>The fragment is too large for that.</source>
        <translation>分段太大，无法这样做。</translation>
    </message>
    <message>
        <source>The fragment names data beyond its own end.</source>
        <translation>分段指向了自身末尾之外的数据。</translation>
    </message>
    <message>
        <source>The fragment of track {0} counts its data from the beginning of the file (base-data-offset), which Chromium refuses.</source>
        <translation>轨道 {0} 的分段从文件开头计算数据位置（base-data-offset），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The fragment of track {0} has no decode time (tfdt).</source>
        <translation>轨道 {0} 的分段没有解码时间（tfdt）。</translation>
    </message>
    <message>
        <source>The fragments hold one track only.</source>
        <translation>各分段只含一条轨道。</translation>
    </message>
    <message>
        <source>The frame duration of track {0} is written as 0, which Chromium refuses.</source>
        <translation>轨道 {0} 的帧时长写为 0，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The frame rate must be from 1 to 120 frames per second.</source>
        <translation>帧率必须为每秒 1 到 120 帧。</translation>
    </message>
    <message>
        <source>The frames come before the header that declares them.</source>
        <translation>帧出现在声明它们的文件头之前。</translation>
    </message>
    <message>
        <source>The frames of a fragment have the reserved value 3 for what they depend on.</source>
        <translation>有一个分段的帧，其依赖关系标志为保留值 3。</translation>
    </message>
    <message>
        <source>The frames of one track are not stored in the order of their times.</source>
        <translation>有一条轨道的帧未按时间顺序存放。</translation>
    </message>
    <message>
        <source>The frames of that fragment do not suit this.</source>
        <translation>该分段的帧不适合这样做。</translation>
    </message>
    <message>
        <source>The frames of track {0} are compressed once more, which no browser undoes.</source>
        <translation>轨道 {0} 的帧又被压缩了一次，没有浏览器会还原。</translation>
    </message>
    <message>
        <source>The free space cannot be found out.</source>
        <translation>无法得知剩余空间。</translation>
    </message>
    <message>
        <source>The header (moov) stands behind all fragments.</source>
        <translation>文件头（moov）在所有分段之后。</translation>
    </message>
    <message>
        <source>The header announces no fragments: mvex is renamed.</source>
        <translation>文件头没有声明分段：mvex 被改名。</translation>
    </message>
    <message>
        <source>The header does not say how long a picture lasts.</source>
        <translation>文件头没有写明一个画面持续多久。</translation>
    </message>
    <message>
        <source>The header of Opus (OpusHead) is missing from track {0}, which Firefox refuses.</source>
        <translation>轨道 {0} 缺少 Opus 头部（OpusHead），Firefox 会拒绝。</translation>
    </message>
    <message>
        <source>The header says that NAL units begin with a length of 2 bytes, but it is 4.</source>
        <translation>头部写明 NAL 单元开头的长度为 2 字节，实际为 4 字节。</translation>
    </message>
    <message>
        <source>The header says that a picture lasts 0 ns.</source>
        <translation>头部写明一个画面持续 0 ns。</translation>
    </message>
    <message>
        <source>The header stands a second time here, as in files that were joined.</source>
        <translation>文件头在这里第二次出现，像是拼接而成的文件。</translation>
    </message>
    <message>
        <source>The id &quot;{0}&quot; belongs to a preset of the program.</source>
        <translation>标识“{0}”属于程序自带的预设。</translation>
    </message>
    <message>
        <source>The init segment was not tried in mid-stream.</source>
        <translation>未在流中途再次尝试初始化分段。</translation>
    </message>
    <message>
        <source>The inspector stopped while reading this file.</source>
        <translation>检查器在读取此文件时停止了。</translation>
    </message>
    <message>
        <source>The inspector stopped while reading this file; basic details are shown.</source>
        <translation>检查器在读取此文件时停止了；仅显示基本信息。</translation>
    </message>
    <message>
        <source>The inspector took too long while reading this file.</source>
        <translation>检查器读取此文件太久。</translation>
    </message>
    <message>
        <source>The inspector&apos;s answer makes no sense.</source>
        <translation>检查器的回答没有意义。</translation>
    </message>
    <message>
        <source>The job ended before its result was complete.</source>
        <translation>任务在结果完整之前就结束了。</translation>
    </message>
    <message>
        <source>The job is still here.</source>
        <translation>任务还在。</translation>
    </message>
    <message>
        <source>The keyframe distance is given both in seconds and in frames.</source>
        <translation>关键帧间隔同时以秒和帧给出。</translation>
    </message>
    <message>
        <source>The keyframe distance must be at least one frame.</source>
        <translation>关键帧间隔必须至少一帧。</translation>
    </message>
    <message>
        <source>The keyframes of “{0}” and “{1}” differ, first at {2} s.</source>
        <translation>“{0}”与“{1}”的关键帧不同，最先在 {2} 秒处。</translation>
    </message>
    <message>
        <source>The ladder has no sound.</source>
        <translation>阶梯没有声音。</translation>
    </message>
    <message>
        <source>The last element ({0}) has an unknown size; nothing that is played stands behind it.</source>
        <translation>最后一个元素（{0}）大小未知；其后没有要播放的内容。</translation>
    </message>
    <message>
        <source>The last fragment holds a track without frames.</source>
        <translation>最后一个分段中有一条没有帧的轨道。</translation>
    </message>
    <message>
        <source>The last frame reaches beyond its mdat.</source>
        <translation>最后一帧超出了它的 mdat。</translation>
    </message>
    <message>
        <source>The last mdat has size 0, which means up to the end of the file.</source>
        <translation>最后一个 mdat 的大小为 0，表示延伸到文件末尾。</translation>
    </message>
    <message>
        <source>The last track has no fragment defaults (trex).</source>
        <translation>最后一条轨道没有分段默认值（trex）。</translation>
    </message>
    <message>
        <source>The last track has the number 200.</source>
        <translation>最后一条轨道的编号为 200。</translation>
    </message>
    <message>
        <source>The lengths of a picture’s NAL units do not fit its size (first of {0} places).</source>
        <translation>有一个画面的 NAL 单元长度与其大小不符（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The lengths of a picture’s NAL units do not fit its size.</source>
        <translation>有一个画面的 NAL 单元长度与其大小不符。</translation>
    </message>
    <message>
        <source>The link {0} leads nowhere.</source>
        <translation>链接 {0} 没有指向任何文件。</translation>
    </message>
    <message>
        <source>The live stream stopped.</source>
        <translation>直播流停止了。</translation>
    </message>
    <message>
        <source>The log of this job cannot be read.</source>
        <translation>无法读取此任务的日志。</translation>
    </message>
    <message>
        <source>The log under Details says more.</source>
        <translation>“详情”中的日志有更多说明。</translation>
    </message>
    <message>
        <source>The longest GOP has {0} frames instead of at most {1}.</source>
        <translation>最长的 GOP 有 {0} 帧，而不是最多 {1} 帧。</translation>
    </message>
    <message>
        <source>The machine could not be shut down.</source>
        <translation>无法关闭计算机。</translation>
    </message>
    <message>
        <source>The machine could not go to sleep.</source>
        <translation>无法让计算机睡眠。</translation>
    </message>
    <message>
        <source>The manifest declares a document type, which no MPD needs.</source>
        <translation>清单声明了文档类型，而 MPD 不需要它。</translation>
    </message>
    <message>
        <source>The manifest has an endless tree.</source>
        <translation>清单的层级没有尽头。</translation>
    </message>
    <message>
        <source>The manifest is empty.</source>
        <translation>清单是空的。</translation>
    </message>
    <message>
        <source>The manifest is not well-formed XML.</source>
        <translation>清单不是格式正确的 XML。</translation>
    </message>
    <message>
        <source>The manifest lists more representations than any real one.</source>
        <translation>清单列出的 Representation 数量超出任何真实清单。</translation>
    </message>
    <message>
        <source>The manifest lists more segments than any real one.</source>
        <translation>清单列出的分段数量超出任何真实清单。</translation>
    </message>
    <message>
        <source>The mdat of a fragment stands before its moof.</source>
        <translation>有一个分段的 mdat 出现在其 moof 之前。</translation>
    </message>
    <message>
        <source>The measurement failed.</source>
        <translation>测量失败。</translation>
    </message>
    <message>
        <source>The memory did not suffice.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>The minimum keyframe interval must be at least one frame.</source>
        <translation>最小关键帧间隔必须至少一帧。</translation>
    </message>
    <message>
        <source>The moov box stands here again, with the same tracks.</source>
        <translation>moov 盒在这里再次出现，轨道相同。</translation>
    </message>
    <message>
        <source>The name for results has a brace without its partner.</source>
        <translation>结果名称中有不成对的花括号。</translation>
    </message>
    <message>
        <source>The name for results holds a path separator.</source>
        <translation>结果名称中有路径分隔符。</translation>
    </message>
    <message>
        <source>The name for results is empty.</source>
        <translation>结果名称为空。</translation>
    </message>
    <message>
        <source>The name for results is too long.</source>
        <translation>结果名称过长。</translation>
    </message>
    <message>
        <source>The name of the result is too long.</source>
        <translation>结果的名称过长。</translation>
    </message>
    <message>
        <source>The name of track {0} has letters that are not ASCII, which Chromium refuses.</source>
        <translation>轨道 {0} 的名称含非 ASCII 字符，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The next frame of track {0} comes after {1} ms, more than twice the declared frame duration: Chromium drops everything from here to the next keyframe.</source>
        <translation>轨道 {0} 的下一帧隔了 {1} ms，超过声明的帧时长的两倍：Chromium 会丢掉从这里到下一关键帧的全部内容。</translation>
    </message>
    <message>
        <source>The option --list names all codes and ids.</source>
        <translation>选项 --list 会列出所有代号和标识。</translation>
    </message>
    <message>
        <source>The output folder cannot be written.</source>
        <translation>无法写入输出文件夹。</translation>
    </message>
    <message>
        <source>The output folder disappeared.</source>
        <translation>输出文件夹不见了。</translation>
    </message>
    <message>
        <source>The output folder {0} does not exist.</source>
        <translation>输出文件夹 {0} 不存在。</translation>
    </message>
    <message>
        <source>The package was not written as planned; it was removed again.</source>
        <translation>打包结果与计划不符；已重新删除。</translation>
    </message>
    <message>
        <source>The package would not play everywhere: {0}</source>
        <translation>打包结果并非处处都能播放：{0}</translation>
    </message>
    <message>
        <source>The packaging was cancelled; nothing was written.</source>
        <translation>打包已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The padding that the decoder shall discard is not possible.</source>
        <translation>要求解码器丢弃的填充不可能成立。</translation>
    </message>
    <message>
        <source>The padding to discard (DiscardPadding) is negative, repeated in its cluster, or longer than its block as Firefox reads it: Firefox refuses such files.</source>
        <translation>要丢弃的填充（DiscardPadding）为负值、在簇中重复，或按 Firefox 的读法长于其块：Firefox 拒绝这样的文件。</translation>
    </message>
    <message>
        <source>The page sent no complete report.</source>
        <translation>页面没有发来完整报告。</translation>
    </message>
    <message>
        <source>The page was closed before it was finished.</source>
        <translation>页面在完成之前被关闭。</translation>
    </message>
    <message>
        <source>The page was in the background while it played, where browsers stop decoding; this proves nothing about the file.</source>
        <translation>播放时页面处于后台，浏览器在后台会停止解码；这不能证明文件的好坏。</translation>
    </message>
    <message>
        <source>The page&apos;s console tells an error: {0}</source>
        <translation>页面的控制台报告错误：{0}</translation>
    </message>
    <message>
        <source>The parameter sets of track {0} in its {1} are damaged: Chromium decodes no picture with them, though the pictures may bring their own.</source>
        <translation>轨道 {0} 的 {1} 中的参数集已损坏：即使画面自带参数集，Chromium 也无法用它们解码任何画面。</translation>
    </message>
    <message>
        <source>The part that is there can be kept.</source>
        <translation>已有的部分可以保留。</translation>
    </message>
    <message>
        <source>The picture begins {0} ms late: no edit list takes back the delay of its B-frames.</source>
        <translation>画面晚 {0} ms 开始：没有编辑列表来抵消 B 帧造成的延迟。</translation>
    </message>
    <message>
        <source>The picture ends at {0} s of {1} s.</source>
        <translation>画面在 {1} 秒中的 {0} 秒处结束。</translation>
    </message>
    <message>
        <source>The picture has a colour format that no browser decodes.</source>
        <translation>画面的颜色格式没有浏览器能解码。</translation>
    </message>
    <message>
        <source>The picture has no keyframe, so it cannot be shown from anywhere.</source>
        <translation>画面没有关键帧，因此无法从任何位置显示。</translation>
    </message>
    <message>
        <source>The picture is VP9 with 4:4:0 colour, which no browser decodes.</source>
        <translation>画面是 4:4:0 颜色的 VP9，没有浏览器能解码。</translation>
    </message>
    <message>
        <source>The picture is not the VP8 that its track says it is: no browser can decode it.</source>
        <translation>画面并非轨道所写的 VP8：没有浏览器能解码。</translation>
    </message>
    <message>
        <source>The pictures are larger than the limit (64 megapixels).</source>
        <translation>画面超出上限（6400 万像素）。</translation>
    </message>
    <message>
        <source>The pictures are packed with start codes (Annex B), which MP4 does not allow (first of {0} places).</source>
        <translation>画面以起始码分隔（Annex B），MP4 不允许（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The pictures are packed with start codes (Annex B), which MP4 does not allow.</source>
        <translation>画面以起始码分隔（Annex B），MP4 不允许。</translation>
    </message>
    <message>
        <source>The pictures are {0}-bit {1}, which few browsers play.</source>
        <translation>画面为 {0} 位 {1}，很少有浏览器能播放。</translation>
    </message>
    <message>
        <source>The pictures begin {0} ms late, the sound does not.</source>
        <translation>画面晚 {0} ms 开始，音频不晚。</translation>
    </message>
    <message>
        <source>The pictures do not fit their codec configuration (avcC, hvcC): another format of NAL units, no parameter sets, or damaged data.</source>
        <translation>画面与其编码配置（avcC、hvcC）不符：NAL 单元格式不同、没有参数集，或数据损坏。</translation>
    </message>
    <message>
        <source>The pictures stand in the file as in a transport stream (Annex B).</source>
        <translation>画面在文件中的存放方式与传输流相同（Annex B）。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type has no codecs parameter, which Chromium refuses.</source>
        <translation>播放器的 MIME 类型没有 codecs 参数，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type is for sound alone (audio/…) and lists a picture codec.</source>
        <translation>播放器的 MIME 类型只用于音频（audio/…），却列出了画面编码。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names too few codecs where the file holds fewer: Chromium refuses the file, Firefox does not look.</source>
        <translation>播放器的 MIME 类型写出的编码太少，而文件中的编码更少：Chromium 会拒绝该文件，Firefox 不检查。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names too few codecs where the file holds {0}: Chromium refuses the file, Firefox does not look.</source>
        <translation>播放器的 MIME 类型写出的编码太少，而文件含有 {0}：Chromium 会拒绝该文件，Firefox 不检查。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0} where the file holds fewer: Chromium refuses the file, Firefox does not look.</source>
        <translation>播放器的 MIME 类型写的是 {0}，而文件中的编码更少：Chromium 会拒绝该文件，Firefox 不检查。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0} where the file holds {1}: Chromium refuses the file, Firefox does not look.</source>
        <translation>播放器的 MIME 类型写的是 {0}，而文件含有 {1}：Chromium 会拒绝该文件，Firefox 不检查。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0}, and the file holds {1}: browsers do not verify it, they only choose their decoder by it.</source>
        <translation>播放器的 MIME 类型写的是 {0}，而文件含有 {1}：浏览器不核对，只据此选择解码器。</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type writes “{0}” with capital letters, which not every browser takes.</source>
        <translation>播放器的 MIME 类型用大写字母写“{0}”，并非每个浏览器都接受。</translation>
    </message>
    <message>
        <source>The playlist lists more segments than any real one.</source>
        <translation>播放列表列出的分段数量超出任何真实播放列表。</translation>
    </message>
    <message>
        <source>The playlist lists more variants than any real one.</source>
        <translation>播放列表列出的变体数量超出任何真实播放列表。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in gop.seconds.</source>
        <translation>预设“{0}”的 gop.seconds 值不允许。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in the whole.</source>
        <translation>预设“{0}”整体上有不允许的值。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in {1}.</source>
        <translation>预设“{0}”的 {1} 值不允许。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1} in the whole.</source>
        <translation>预设“{0}”整体上有未知选项：{1}。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1} in {2}.</source>
        <translation>预设“{0}”的 {2} 中有未知选项：{1}。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1}.</source>
        <translation>预设“{0}”有未知选项：{1}。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; lacks the field {1}.</source>
        <translation>预设“{0}”缺少字段 {1}。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; makes neither video nor audio.</source>
        <translation>预设“{0}”既不生成视频也不生成音频。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; must give the keyframe distance in seconds or in frames, not both.</source>
        <translation>预设“{0}”的关键帧间隔只能用秒或帧之一给出。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot;: {1} does not go into {2} for MSE.</source>
        <translation>预设“{0}”：{1} 不能放入用于 MSE 的 {2}。</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot;: {1} does not make {2}.</source>
        <translation>预设“{0}”：{1} 不能生成 {2}。</translation>
    </message>
    <message>
        <source>The preset could not be saved.</source>
        <translation>无法保存预设。</translation>
    </message>
    <message>
        <source>The preset file {0} cannot be read.</source>
        <translation>无法读取预设文件 {0}。</translation>
    </message>
    <message>
        <source>The preset has a value that is not allowed in the whole.</source>
        <translation>预设整体上有不允许的值。</translation>
    </message>
    <message>
        <source>The preset has a value that is not allowed in {0}.</source>
        <translation>预设的 {0} 值不允许。</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0} in the whole.</source>
        <translation>预设整体上有未知选项：{0}。</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0} in {1}.</source>
        <translation>预设的 {1} 中有未知选项：{0}。</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0}.</source>
        <translation>预设有未知选项：{0}。</translation>
    </message>
    <message>
        <source>The preset has the key &quot;{0}&quot; twice.</source>
        <translation>预设中键“{0}”出现了两次。</translation>
    </message>
    <message>
        <source>The preset holds {0}, which is not a number.</source>
        <translation>预设含有 {0}，它不是数字。</translation>
    </message>
    <message>
        <source>The preset is larger than 1 MB.</source>
        <translation>预设超过 1 MB。</translation>
    </message>
    <message>
        <source>The preset is nested too deeply.</source>
        <translation>预设嵌套过深。</translation>
    </message>
    <message>
        <source>The preset is not valid JSON.</source>
        <translation>预设不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The preset lacks the field {0}.</source>
        <translation>预设缺少字段 {0}。</translation>
    </message>
    <message>
        <source>The preset was made by a newer version of this program.</source>
        <translation>预设由本程序的更新版本生成。</translation>
    </message>
    <message>
        <source>The preview server has ended.</source>
        <translation>预览服务器已结束。</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>程序正在关闭。</translation>
    </message>
    <message>
        <source>The queue could not be exported.</source>
        <translation>无法导出队列。</translation>
    </message>
    <message>
        <source>The queue could not be opened.</source>
        <translation>无法打开队列。</translation>
    </message>
    <message>
        <source>The queue file was damaged.</source>
        <translation>队列文件损坏了。</translation>
    </message>
    <message>
        <source>The queue is in use by another MSE Studio.</source>
        <translation>另一个 MSE Studio 正在使用队列。</translation>
    </message>
    <message>
        <source>The queue stopped before {0}, as you asked.</source>
        <translation>队列按您的要求在 {0} 之前停止。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: another MSE Studio works on the saved one.</source>
        <translation>关闭后队列不会保留：另一个 MSE Studio 正在使用已保存的队列。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: another program uses its file.</source>
        <translation>关闭后队列不会保留：另一个程序正在使用其文件。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: it was made by a newer version of this program, and stays as it is.</source>
        <translation>关闭后队列不会保留：其文件由本程序的更新版本生成，保持原样。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file cannot be used.</source>
        <translation>关闭后队列不会保留：无法使用其文件。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file cannot be written.</source>
        <translation>关闭后队列不会保留：无法写入其文件。</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file is damaged and cannot be written anew.</source>
        <translation>关闭后队列不会保留：其文件已损坏，且无法重新写入。</translation>
    </message>
    <message>
        <source>The recording or the copy was cut off.</source>
        <translation>录制或复制被中断了。</translation>
    </message>
    <message>
        <source>The recording or the copy was cut off; try to get the whole file.</source>
        <translation>录制或复制被中断了；请设法获取完整文件。</translation>
    </message>
    <message>
        <source>The recording was removed while it was written.</source>
        <translation>录制文件在写入时被删除。</translation>
    </message>
    <message>
        <source>The repair was cancelled; nothing was written.</source>
        <translation>修复已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The repaired file did not become as long as planned.</source>
        <translation>修复后的文件长度与计划不符。</translation>
    </message>
    <message>
        <source>The repaired file does not hold the very same frames, so it was thrown away.</source>
        <translation>修复后的文件所含的帧并非完全相同，因此已丢弃。</translation>
    </message>
    <message>
        <source>The repaired file would overwrite its own source.</source>
        <translation>修复后的文件会覆盖自己的源文件。</translation>
    </message>
    <message>
        <source>The result has a sound track that was not planned.</source>
        <translation>结果含有计划外的音频轨道。</translation>
    </message>
    <message>
        <source>The result has a video track that was not planned.</source>
        <translation>结果含有计划外的视频轨道。</translation>
    </message>
    <message>
        <source>The result has no index (Cues), so players cannot seek in it.</source>
        <translation>结果没有索引（Cues），播放器无法跳转。</translation>
    </message>
    <message>
        <source>The result has no media segments, so it cannot be played through MSE.</source>
        <translation>结果没有媒体分段，无法通过 MSE 播放。</translation>
    </message>
    <message>
        <source>The result holds {0}, which was not asked for.</source>
        <translation>结果含有未要求的 {0}。</translation>
    </message>
    <message>
        <source>The result is complete, but it could not be named {0}.</source>
        <translation>结果已完整，但无法命名为 {0}。</translation>
    </message>
    <message>
        <source>The result is cut off at its end.</source>
        <translation>结果的结尾被截断。</translation>
    </message>
    <message>
        <source>The result would not play: {0}</source>
        <translation>结果将无法播放：{0}</translation>
    </message>
    <message>
        <source>The result would overwrite its own source.</source>
        <translation>结果会覆盖自己的源文件。</translation>
    </message>
    <message>
        <source>The result would overwrite the source of another job.</source>
        <translation>结果会覆盖另一个任务的源文件。</translation>
    </message>
    <message>
        <source>The room has no address.</source>
        <translation>预览没有地址。</translation>
    </message>
    <message>
        <source>The room is closed.</source>
        <translation>预览已关闭。</translation>
    </message>
    <message>
        <source>The rungs do not fit together: {0}</source>
        <translation>各档位彼此不配：{0}</translation>
    </message>
    <message>
        <source>The runs of a track stand in another order than their data.</source>
        <translation>一条轨道的各个 trun 的顺序与其数据不同。</translation>
    </message>
    <message>
        <source>The runs of track {0} in one fragment are not in the order of their decode times.</source>
        <translation>轨道 {0} 在一个分段中的各个 trun 未按解码时间排列。</translation>
    </message>
    <message>
        <source>The runs of track {0} stand in another order than their data, which Chromium refuses.</source>
        <translation>轨道 {0} 的各个 trun 的顺序与其数据不同，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The same header stands once more between two fragments, which is allowed.</source>
        <translation>两个分段之间再次出现相同的文件头，这是允许的。</translation>
    </message>
    <message>
        <source>The sampling rate of track {0} is not possible.</source>
        <translation>轨道 {0} 的采样率不可能成立。</translation>
    </message>
    <message>
        <source>The second cluster stands behind the third.</source>
        <translation>第二个簇在第三个之后。</translation>
    </message>
    <message>
        <source>The second run of a track fragment does not say where its data begin.</source>
        <translation>有一个轨道分段的第二个 trun 没有写明其数据从哪里开始。</translation>
    </message>
    <message>
        <source>The second track’s data of a fragment are counted from the end of the first one’s.</source>
        <translation>有一个分段的第二条轨道的数据从第一条的末尾开始计算位置。</translation>
    </message>
    <message>
        <source>The segment at {0} s does not begin with a keyframe.</source>
        <translation>{0} 秒处的分段不以关键帧开始。</translation>
    </message>
    <message>
        <source>The segment index (sidx) does not fit the fragments: players that seek by it read wrong bytes.</source>
        <translation>分段索引（sidx）与各分段不符：按它跳转的播放器会读错数据。</translation>
    </message>
    <message>
        <source>The segment of “{0}” at {1} s has {2} frames and not {3}, as in “{4}”.</source>
        <translation>“{0}”在 {1} 秒处的分段有 {2} 帧，而不是“{4}”的 {3} 帧。</translation>
    </message>
    <message>
        <source>The segments of “{0}” and “{1}” begin at different times, first at {2} s.</source>
        <translation>“{0}”与“{1}”的分段在不同的时间开始，最先在 {2} 秒处。</translation>
    </message>
    <message>
        <source>The segments of “{0}” are encrypted.</source>
        <translation>“{0}”的分段已加密。</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
    <message>
        <source>The size of the source&apos;s pictures is not known.</source>
        <translation>源画面的大小未知。</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to mono.</source>
        <translation>音频（{0} 声道）混合为单声道。</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to stereo.</source>
        <translation>音频（{0} 声道）混合为立体声。</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to {1} channels.</source>
        <translation>音频（{0} 声道）混合为 {1} 声道。</translation>
    </message>
    <message>
        <source>The sound begins at {0} s, the picture at {1} s.</source>
        <translation>声音从 {0} 秒开始，画面从 {1} 秒开始。</translation>
    </message>
    <message>
        <source>The sound begins {0} ms late, the pictures do not.</source>
        <translation>音频晚 {0} ms 开始，画面不晚。</translation>
    </message>
    <message>
        <source>The sound cannot be read.</source>
        <translation>无法读取声音。</translation>
    </message>
    <message>
        <source>The sound configuration of track {0} ({1}) is missing, or one that Chromium does not read.</source>
        <translation>轨道 {0}（{1}）的音频配置缺失，或是 Chromium 不读取的一种。</translation>
    </message>
    <message>
        <source>The sound ends at {0} s of {1} s.</source>
        <translation>音频在 {1} 秒中的 {0} 秒处结束。</translation>
    </message>
    <message>
        <source>The sound ends at {0} s, the picture at {1} s.</source>
        <translation>声音到 {0} 秒结束，画面到 {1} 秒结束。</translation>
    </message>
    <message>
        <source>The sound is described in two ways that differ.</source>
        <translation>音频的两处描述不一致。</translation>
    </message>
    <message>
        <source>The sound may be heard {0} ms late: no edit list takes away what its encoder puts before it.</source>
        <translation>声音可能晚 {0} ms：没有编辑列表来去掉编码器在前面加入的部分。</translation>
    </message>
    <message>
        <source>The sound of track {0} claims {1} bits a sample; Chromium takes 8, 16, 24 or 32.</source>
        <translation>轨道 {0} 的音频写明每个样本 {1} 位；Chromium 接受 8、16、24 或 32。</translation>
    </message>
    <message>
        <source>The sound of track {0} has frames of no length, several at one time: Chromium does not decode them (first of {1} places).</source>
        <translation>轨道 {0} 的声音含有长度为零的帧，且多帧处于同一时间：Chromium 不解码它们（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The sound of track {0} has frames of no length, several at one time: Chromium does not decode them.</source>
        <translation>轨道 {0} 的声音含有长度为零的帧，且多帧处于同一时间：Chromium 不解码它们。</translation>
    </message>
    <message>
        <source>The sound of track {0} is described in two ways that differ (sample entry and {1}), which Chromium refuses.</source>
        <translation>轨道 {0} 的音频有两处描述不一致（样本条目与 {1}），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>The sound of track {0} is not packed as its track says ({1}).</source>
        <translation>轨道 {0} 的音频打包方式与轨道所写不符（{1}）。</translation>
    </message>
    <message>
        <source>The sound track calls itself AAC.</source>
        <translation>音频轨道自称 AAC。</translation>
    </message>
    <message>
        <source>The sound track calls itself by another codec’s name.</source>
        <translation>音频轨道自称另一种编码。</translation>
    </message>
    <message>
        <source>The sound track is missing from the result.</source>
        <translation>结果缺少音频轨道。</translation>
    </message>
    <message>
        <source>The sound&apos;s configuration is missing, or one that the engine does not read.</source>
        <translation>音频配置缺失，或是引擎不读取的一种。</translation>
    </message>
    <message>
        <source>The sound&apos;s written duration reaches {0} ms into the next block: Chromium cuts that off, and sound runs ahead of the picture more and more.</source>
        <translation>音频写明的时长伸入下一块 {0} ms：Chromium 会截掉它，声音越来越超前于画面。</translation>
    </message>
    <message>
        <source>The source cannot be read.</source>
        <translation>无法读取源文件。</translation>
    </message>
    <message>
        <source>The source has no picture.</source>
        <translation>源文件没有画面。</translation>
    </message>
    <message>
        <source>The source has no picture; the result holds sound only.</source>
        <translation>源文件没有画面；结果只含音频。</translation>
    </message>
    <message>
        <source>The source has no sound track {0}.</source>
        <translation>源文件没有音轨 {0}。</translation>
    </message>
    <message>
        <source>The source has no sound; neither has the result.</source>
        <translation>源文件没有音频；结果也没有。</translation>
    </message>
    <message>
        <source>The source has only sound, and this preset makes only pictures.</source>
        <translation>源文件只有音频，而此预设只生成画面。</translation>
    </message>
    <message>
        <source>The source has {0} bits per colour; the result has 8.</source>
        <translation>源文件每种颜色 {0} 位；结果为 8 位。</translation>
    </message>
    <message>
        <source>The source has {0} lines; a rung of {1} would be larger.</source>
        <translation>源有 {0} 行；{1} 行的档位会更大。</translation>
    </message>
    <message>
        <source>The source has {0} sound tracks; the default one (number {1}) is taken.</source>
        <translation>源文件有 {0} 条音轨；采用默认的（第 {1} 条）。</translation>
    </message>
    <message>
        <source>The source has {0} video tracks; the default one is taken.</source>
        <translation>源文件有 {0} 条视频轨；采用默认的。</translation>
    </message>
    <message>
        <source>The source holds no picture or sound data that can be read.</source>
        <translation>源文件没有可读取的画面或音频数据。</translation>
    </message>
    <message>
        <source>The source holds nothing that this preset can use.</source>
        <translation>源文件没有此预设可用的内容。</translation>
    </message>
    <message>
        <source>The source is HDR ({0}); colours will look pale, tone mapping is missing.</source>
        <translation>源文件为 HDR（{0}）；缺少色调映射，颜色会偏淡。</translation>
    </message>
    <message>
        <source>The source is HDR ({0}); its colours are mapped to the normal range.</source>
        <translation>源文件为 HDR（{0}）；颜色会映射到普通范围。</translation>
    </message>
    <message>
        <source>The source is cut off; its last, incomplete frames are left out.</source>
        <translation>源文件被截断；已略去最后不完整的帧。</translation>
    </message>
    <message>
        <source>The source is interlaced; it is deinterlaced.</source>
        <translation>源文件为隔行扫描；将去隔行。</translation>
    </message>
    <message>
        <source>The source is too small for a ladder of different sizes.</source>
        <translation>源太小，无法制作尺寸不同的阶梯。</translation>
    </message>
    <message>
        <source>The source is turned by {0}°; the result is upright.</source>
        <translation>源文件旋转了 {0}°；结果为正向。</translation>
    </message>
    <message>
        <source>The source may be damaged.</source>
        <translation>源文件可能已损坏。</translation>
    </message>
    <message>
        <source>The source seems damaged at the end.</source>
        <translation>源文件的结尾似乎已损坏。</translation>
    </message>
    <message>
        <source>The source was not found.</source>
        <translation>找不到源文件。</translation>
    </message>
    <message>
        <source>The source&apos;s colours are {0}; the result&apos;s are 4:2:0.</source>
        <translation>源文件的颜色为 {0}；结果为 4:2:0。</translation>
    </message>
    <message>
        <source>The source&apos;s frame rate is not known; the result has {0}.</source>
        <translation>源文件的帧率未知；结果为 {0}。</translation>
    </message>
    <message>
        <source>The source&apos;s frame rate varies; the result has a constant {0}.</source>
        <translation>源文件的帧率可变；结果为恒定的 {0}。</translation>
    </message>
    <message>
        <source>The source&apos;s pixels are not square; the picture is scaled to its shape.</source>
        <translation>源文件的像素不是正方形；画面会缩放到其形状。</translation>
    </message>
    <message>
        <source>The stereo mode of track {0} is one that Chromium refuses.</source>
        <translation>轨道 {0} 的立体模式会被 Chromium 拒绝。</translation>
    </message>
    <message>
        <source>The stream began anew with other settings; the recording ends there.</source>
        <translation>流以其他设置重新开始；录制到此结束。</translation>
    </message>
    <message>
        <source>The stream has not begun yet.</source>
        <translation>流尚未开始。</translation>
    </message>
    <message>
        <source>The stream is protected, and there is no key or no key system for it here.</source>
        <translation>流受保护，而这里没有密钥，或没有适用的密钥系统。</translation>
    </message>
    <message>
        <source>The stream&apos;s segments cannot be read.</source>
        <translation>无法读取流的分段。</translation>
    </message>
    <message>
        <source>The system refused; your account may not be allowed to, or has no such program.</source>
        <translation>系统拒绝了；您的账户可能没有权限，或系统没有此程序。</translation>
    </message>
    <message>
        <source>The text is too long to be saved.</source>
        <translation>文本太长，无法保存。</translation>
    </message>
    <message>
        <source>The three headers of Vorbis are not in the CodecPrivate of track {0}.</source>
        <translation>轨道 {0} 的 CodecPrivate 中没有 Vorbis 的三个头部。</translation>
    </message>
    <message>
        <source>The times of the file&apos;s frames make no sense.</source>
        <translation>文件中各帧的时间没有意义。</translation>
    </message>
    <message>
        <source>The track does not say its sampling rate or channels, or says impossible ones.</source>
        <translation>轨道没有写明采样率或声道，或写的值不可能成立。</translation>
    </message>
    <message>
        <source>The track&apos;s picture size, display unit or stereo mode is missing or not accepted.</source>
        <translation>轨道的画面大小、显示单位或立体模式缺失或不被接受。</translation>
    </message>
    <message>
        <source>The video begins {0} ms late: a player that starts at 0 waits there.</source>
        <translation>视频晚 {0} ms 开始：从 0 开始的播放器会在那里等待。</translation>
    </message>
    <message>
        <source>The video pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).</source>
        <translation>此分段前视频停顿 {0} ms，超过一帧：播放可能在此停住（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The video pauses for {0} ms before this segment, longer than one frame: playback can stop there.</source>
        <translation>此分段前视频停顿 {0} ms，超过一帧：播放可能在此停住。</translation>
    </message>
    <message>
        <source>The video track is missing from the result.</source>
        <translation>结果缺少视频轨道。</translation>
    </message>
    <message>
        <source>The video track says that its frames are compressed by header stripping.</source>
        <translation>视频轨道声明其帧经过头部剥离压缩。</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here (first of {1} places).</source>
        <translation>视频的解码时间在此跳变 {0} ms（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here.</source>
        <translation>视频的解码时间在此跳变 {0} ms。</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).</source>
        <translation>视频的解码时间在此跳变 {0} ms：该分段会替换之前的内容（共 {1} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here: the fragment replaces what came before it.</source>
        <translation>视频的解码时间在此跳变 {0} ms：该分段会替换之前的内容。</translation>
    </message>
    <message>
        <source>The {0} is {1}; without re-encoding it must be {2}.</source>
        <translation>{0} 是 {1}；不重新编码时必须是 {2}。</translation>
    </message>
    <message>
        <source>The {0} parameter sets are missing from the file&apos;s header.</source>
        <translation>文件头缺少 {0} 参数集。</translation>
    </message>
    <message>
        <source>The {0} “{1}” gives nothing any more.</source>
        <translation>{0}“{1}”不再送出任何内容。</translation>
    </message>
    <message>
        <source>The {0} “{1}” is not there, or cannot be opened.</source>
        <translation>{0}“{1}”不存在，或无法打开。</translation>
    </message>
    <message>
        <source>The {0} “{1}” is used by another program.</source>
        <translation>{0}“{1}”正被另一个程序使用。</translation>
    </message>
    <message>
        <source>The {0} “{1}” stopped.</source>
        <translation>{0}“{1}”停止了。</translation>
    </message>
    <message>
        <source>There are no segments to append.</source>
        <translation>没有可以追加的分段。</translation>
    </message>
    <message>
        <source>There are too many folders called “{0}”.</source>
        <translation>名为“{0}”的文件夹太多。</translation>
    </message>
    <message>
        <source>There are too many segments for one file.</source>
        <translation>分段太多，一个文件放不下。</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>可用的有：{0}。</translation>
    </message>
    <message>
        <source>There is a hole at {0} s.</source>
        <translation>在 {0} 秒处有空隙。</translation>
    </message>
    <message>
        <source>There is a pause between two segments that is longer than a frame.</source>
        <translation>两个分段之间的停顿超过一帧。</translation>
    </message>
    <message>
        <source>There is a stream “{0}” already.</source>
        <translation>已有流“{0}”。</translation>
    </message>
    <message>
        <source>There is a “{0}” already.</source>
        <translation>已有“{0}”。</translation>
    </message>
    <message>
        <source>There is no WebM, MP4 or Matroska file in {0}.</source>
        <translation>{0} 中没有 WebM、MP4 或 Matroska 文件。</translation>
    </message>
    <message>
        <source>There is no browser to open this in.</source>
        <translation>没有可用来打开它的浏览器。</translation>
    </message>
    <message>
        <source>There is no chunk {0}: the chunks of this file are 0 to {1}.</source>
        <translation>没有数据块 {0}：此文件的数据块为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no field {{{0}}} for names.</source>
        <translation>名称没有字段 {{{0}}}。</translation>
    </message>
    <message>
        <source>There is no file in this folder that could be played.</source>
        <translation>此文件夹中没有可以播放的文件。</translation>
    </message>
    <message>
        <source>There is no file to keep.</source>
        <translation>没有可保留的文件。</translation>
    </message>
    <message>
        <source>There is no folder for “{0}”.</source>
        <translation>“{0}”所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>There is no frame in this range.</source>
        <translation>此范围内没有帧。</translation>
    </message>
    <message>
        <source>There is no microphone to take the sound from.</source>
        <translation>没有可获取声音的麦克风。</translation>
    </message>
    <message>
        <source>There is no permission to read {0}.</source>
        <translation>没有读取 {0} 的权限。</translation>
    </message>
    <message>
        <source>There is no permission to read “{0}”.</source>
        <translation>没有读取“{0}”的权限。</translation>
    </message>
    <message>
        <source>There is no permission to use {0}.</source>
        <translation>没有使用 {0} 的权限。</translation>
    </message>
    <message>
        <source>There is no permission to write to {0}.</source>
        <translation>没有写入 {0} 的权限。</translation>
    </message>
    <message>
        <source>There is no picture at this time.</source>
        <translation>此时间处没有画面。</translation>
    </message>
    <message>
        <source>There is no playlist in “{0}”.</source>
        <translation>“{0}”中没有播放列表。</translation>
    </message>
    <message>
        <source>There is no preset &quot;{0}&quot;.</source>
        <translation>没有预设“{0}”。</translation>
    </message>
    <message>
        <source>There is no repair called “{0}”.</source>
        <translation>没有名为“{0}”的修复方式。</translation>
    </message>
    <message>
        <source>There is no room for a repaired copy.</source>
        <translation>没有存放修复副本的空间。</translation>
    </message>
    <message>
        <source>There is no setting &quot;{0}&quot;.</source>
        <translation>没有设置项“{0}”。</translation>
    </message>
    <message>
        <source>There is no sound in this ladder.</source>
        <translation>此阶梯没有声音。</translation>
    </message>
    <message>
        <source>There is no stream {0}.</source>
        <translation>没有流 {0}。</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>没有这个命令。</translation>
    </message>
    <message>
        <source>There is no such segment to show.</source>
        <translation>没有这个分段可显示。</translation>
    </message>
    <message>
        <source>There is no such stream, or it has ended.</source>
        <translation>没有这个流，或它已结束。</translation>
    </message>
    <message>
        <source>There is no target.</source>
        <translation>没有目标。</translation>
    </message>
    <message>
        <source>There is no video or audio file in {0}.</source>
        <translation>{0} 中没有视频或音频文件。</translation>
    </message>
    <message>
        <source>There is no {0} to take the picture from.</source>
        <translation>没有可获取画面的 {0}。</translation>
    </message>
    <message>
        <source>There is not enough room on {0}: about {1} are needed, {2} are free.</source>
        <translation>{0} 上空间不足：约需 {1}，剩余 {2}。</translation>
    </message>
    <message>
        <source>There is nothing to measure against.</source>
        <translation>没有可作对照的源，无法测量。</translation>
    </message>
    <message>
        <source>There is nothing to package.</source>
        <translation>没有可以打包的内容。</translation>
    </message>
    <message>
        <source>There is nothing to put into a bundle.</source>
        <translation>没有可以放入交付包的内容。</translation>
    </message>
    <message>
        <source>There is nothing to show at its start.</source>
        <translation>开头没有可以显示的内容。</translation>
    </message>
    <message>
        <source>There is nothing to show there.</source>
        <translation>那里没有可显示的内容。</translation>
    </message>
    <message>
        <source>There is nothing to split: the file does not have both picture and sound.</source>
        <translation>没有可以拆分的内容：文件并非同时含有画面和音频。</translation>
    </message>
    <message>
        <source>These delivery conditions cannot be used.</source>
        <translation>无法使用这些传输条件。</translation>
    </message>
    <message>
        <source>This MP4 is in one piece, without segments.</source>
        <translation>此 MP4 是一整块，没有分段。</translation>
    </message>
    <message>
        <source>This MP4 is in one piece: players get the whole file, and no segments.</source>
        <translation>此 MP4 是一整块：播放器得到整个文件，而没有分段。</translation>
    </message>
    <message>
        <source>This build of the engine has no {0}.</source>
        <translation>此版本的引擎没有 {0}。</translation>
    </message>
    <message>
        <source>This can come from this machine being too busy; check it once more.</source>
        <translation>这可能是因为这台机器太忙；请再检查一次。</translation>
    </message>
    <message>
        <source>This cannot be measured.</source>
        <translation>无法进行此测量。</translation>
    </message>
    <message>
        <source>This cluster holds no block of track {0}: playback that begins here lacks it.</source>
        <translation>此簇不含轨道 {0} 的块：从这里开始播放时会缺少它。</translation>
    </message>
    <message>
        <source>This does not look like a video or audio file.</source>
        <translation>这看起来不是视频或音频文件。</translation>
    </message>
    <message>
        <source>This engine cannot decode what the rungs hold.</source>
        <translation>此引擎无法解码各档位的内容。</translation>
    </message>
    <message>
        <source>This engine has no decoder for one of the codecs, or not for this profile or size.</source>
        <translation>此引擎没有其中一种编码的解码器，或不支持其 profile 或大小。</translation>
    </message>
    <message>
        <source>This engine takes no WebM with a track of subtitles (WebVTT).</source>
        <translation>此引擎不接受带字幕轨道（WebVTT）的 WebM。</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {0} and no {1}.</source>
        <translation>此 ffmpeg 没有编码器 {0}，也没有 {1}。</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {0}.</source>
        <translation>此 ffmpeg 没有编码器 {0}。</translation>
    </message>
    <message>
        <source>This ffmpeg lacks what the live stream needs.</source>
        <translation>此 ffmpeg 缺少直播流所需的功能。</translation>
    </message>
    <message>
        <source>This ffmpeg lacks what the preset needs.</source>
        <translation>此 ffmpeg 缺少预设所需的功能。</translation>
    </message>
    <message>
        <source>This file cannot be converted for the preview.</source>
        <translation>无法为预览转换此文件。</translation>
    </message>
    <message>
        <source>This file has no chunks.</source>
        <translation>此文件没有数据块。</translation>
    </message>
    <message>
        <source>This file has nothing that can be converted for the preview.</source>
        <translation>此文件没有可为预览转换的内容。</translation>
    </message>
    <message>
        <source>This folder cannot be searched.</source>
        <translation>无法搜索此文件夹。</translation>
    </message>
    <message>
        <source>This fragment has no header (mfhd), which Chromium refuses.</source>
        <translation>此分段没有头部（mfhd），Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>This fragment holds no track at all.</source>
        <translation>此分段不含任何轨道。</translation>
    </message>
    <message>
        <source>This fragment holds no {0}.</source>
        <translation>此分段不含 {0}。</translation>
    </message>
    <message>
        <source>This is a playlist or a format that is not accepted.</source>
        <translation>这是播放列表，或不接受的格式。</translation>
    </message>
    <message>
        <source>This is a playlist, not a media file.</source>
        <translation>这是播放列表，不是媒体文件。</translation>
    </message>
    <message>
        <source>This is no text that could be saved.</source>
        <translation>这不是可以保存的文本。</translation>
    </message>
    <message>
        <source>This is not a job.</source>
        <translation>这不是任务。</translation>
    </message>
    <message>
        <source>This is not the address of a stream.</source>
        <translation>这不是流的地址。</translation>
    </message>
    <message>
        <source>This is not understood.</source>
        <translation>无法理解此内容。</translation>
    </message>
    <message>
        <source>This repair is for MP4 files.</source>
        <translation>此修复方式用于 MP4 文件。</translation>
    </message>
    <message>
        <source>This result cannot be watched before it is done: it gets its index at the end.</source>
        <translation>此结果完成之前无法观看：它的索引在最后才写入。</translation>
    </message>
    <message>
        <source>This segment is not there, or not any more.</source>
        <translation>此分段不存在，或已不再存在。</translation>
    </message>
    <message>
        <source>This segment is too long to be shown.</source>
        <translation>此分段太长，无法显示。</translation>
    </message>
    <message>
        <source>This was made by a newer version of this program.</source>
        <translation>这由本程序的更新版本生成。</translation>
    </message>
    <message>
        <source>This “{0}” box belongs to no fragment; browsers skip it.</source>
        <translation>此“{0}”盒不属于任何分段；浏览器会跳过它。</translation>
    </message>
    <message>
        <source>This “{0}” box stands without its partner: a fragment is a moof followed by an mdat.</source>
        <translation>此“{0}”盒没有搭档：分段由 moof 和随后的 mdat 组成。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>播放到结尾</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Took the declared frame duration out of track {0}.</source>
        <translation>已去掉轨道 {0} 声明的帧时长。</translation>
    </message>
    <message>
        <source>Track number {0} is above 127, which Chromium refuses.</source>
        <translation>轨道编号 {0} 大于 127，Chromium 会拒绝。</translation>
    </message>
    <message>
        <source>Track number {0} is given twice.</source>
        <translation>轨道编号 {0} 出现了两次。</translation>
    </message>
    <message>
        <source>Track {0} (audio) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.</source>
        <translation>轨道 {0}（音频）已声明却没有内容：Chromium 会一直等待它，并报告没有任何缓冲。</translation>
    </message>
    <message>
        <source>Track {0} (no codec) has no codec name that a SourceBuffer could be given.</source>
        <translation>轨道 {0}（无编码）没有可交给 SourceBuffer 的编码名。</translation>
    </message>
    <message>
        <source>Track {0} (video) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.</source>
        <translation>轨道 {0}（视频）已声明却没有内容：Chromium 会一直等待它，并报告没有任何缓冲。</translation>
    </message>
    <message>
        <source>Track {0} ({1}) has no codec name that a SourceBuffer could be given.</source>
        <translation>轨道 {0}（{1}）没有可交给 SourceBuffer 的编码名。</translation>
    </message>
    <message>
        <source>Track {0} has no fragment defaults (trex).</source>
        <translation>轨道 {0} 没有分段默认值（trex）。</translation>
    </message>
    <message>
        <source>Track {0} is {1}, which WebM does not hold.</source>
        <translation>轨道 {0} 是 {1}，WebM 不能容纳。</translation>
    </message>
    <message>
        <source>Transcode it at a constant frame rate.</source>
        <translation>请以恒定帧率转码。</translation>
    </message>
    <message>
        <source>Transcode it first.</source>
        <translation>请先转码。</translation>
    </message>
    <message>
        <source>Transcode it first; any video or sound file can be the source.</source>
        <translation>请先转码；任何视频或音频文件都可作为源。</translation>
    </message>
    <message>
        <source>Transcode it to a codec that browsers know.</source>
        <translation>请转码为浏览器支持的编码。</translation>
    </message>
    <message>
        <source>Transcode it with a keyframe every two seconds.</source>
        <translation>请转码，并每两秒设一个关键帧。</translation>
    </message>
    <message>
        <source>Transcode it with a preset first, for example mp4-h264-aac.</source>
        <translation>请先用预设转码，例如 mp4-h264-aac。</translation>
    </message>
    <message>
        <source>Transcode it with closed GOPs; copying cannot cure this.</source>
        <translation>请以封闭 GOP 转码；复制无法解决。</translation>
    </message>
    <message>
        <source>Transcode it with closed groups and a keyframe at each segment&apos;s beginning.</source>
        <translation>请以封闭 GOP 转码，并让每个分段以关键帧开始。</translation>
    </message>
    <message>
        <source>Transcode it with keyframes at the segment boundaries.</source>
        <translation>请转码，并让关键帧位于分段边界。</translation>
    </message>
    <message>
        <source>Transcode it with the preset webm-vp9-opus.</source>
        <translation>请用预设 webm-vp9-opus 转码。</translation>
    </message>
    <message>
        <source>Transcode it with the preset webm-vp9-opus; or with mp4-copy, which only repackages what MP4 can hold.</source>
        <translation>请用预设 webm-vp9-opus 转码；或用 mp4-copy，它只重新打包 MP4 能容纳的内容。</translation>
    </message>
    <message>
        <source>Transcode it, or remux it to fragmented MP4.</source>
        <translation>请转码，或重新封装为分段 MP4。</translation>
    </message>
    <message>
        <source>Transcode it.</source>
        <translation>请转码。</translation>
    </message>
    <message>
        <source>Transcode it; times then begin at 0.</source>
        <translation>请转码；时间就会从 0 开始。</translation>
    </message>
    <message>
        <source>Transcode the file instead; its codec or its times do not suit WebM.</source>
        <translation>请改为转码；它的编码或时间不适合 WebM。</translation>
    </message>
    <message>
        <source>Try a longer file, with pictures and sound.</source>
        <translation>请试更长、且含画面和音频的文件。</translation>
    </message>
    <message>
        <source>Try a longer file.</source>
        <translation>请试更长的文件。</translation>
    </message>
    <message>
        <source>Try again once nothing writes to it.</source>
        <translation>请等没有程序写入它时再试一次。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, choose another ffmpeg in the settings.</source>
        <translation>请再试一次；若仍如此，请在设置中选择另一个 ffmpeg。</translation>
    </message>
    <message>
        <source>Try another preset, or send us the details.</source>
        <translation>请试另一个预设，或把详情发给我们。</translation>
    </message>
    <message>
        <source>Try another preset; this should not happen, so please report it.</source>
        <translation>请尝试另一个预设；这种情况不应发生，因此请报告。</translation>
    </message>
    <message>
        <source>Try to get the whole file.</source>
        <translation>请设法获取完整文件。</translation>
    </message>
    <message>
        <source>Two blocks of a cluster are swapped, so that a time steps back.</source>
        <translation>一个簇中的两个块对调，使时间倒退。</translation>
    </message>
    <message>
        <source>Two frames of sound are packed into one block.</source>
        <translation>两个音频帧打包进一个块。</translation>
    </message>
    <message>
        <source>Two pictures in the middle of a GOP are left out.</source>
        <translation>GOP 中间有两个画面被略去。</translation>
    </message>
    <message>
        <source>Two rungs would come out with the same size: sides are even numbers.</source>
        <translation>会有两个档位得到相同的尺寸：边长都是偶数。</translation>
    </message>
    <message>
        <source>Two tracks bear the same number, so their frames cannot be told apart.</source>
        <translation>两条轨道的编号相同，无法区分各自的帧。</translation>
    </message>
    <message>
        <source>Two tracks have the number {0}: browsers take the blocks for the first one&apos;s.</source>
        <translation>两条轨道的编号都是 {0}：浏览器会把这些块当作第一条的。</translation>
    </message>
    <message>
        <source>Two tracks have the same number.</source>
        <translation>两条轨道的编号相同。</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>请更新程序。</translation>
    </message>
    <message>
        <source>Use a copy without protection.</source>
        <translation>请使用未受保护的副本。</translation>
    </message>
    <message>
        <source>Use a shorter keyframe interval or a lower bit rate.</source>
        <translation>请用更短的关键帧间隔或更低的码率。</translation>
    </message>
    <message>
        <source>Use another folder.</source>
        <translation>请使用另一个文件夹。</translation>
    </message>
    <message>
        <source>Use the file it was made from.</source>
        <translation>请使用制作它的源文件。</translation>
    </message>
    <message>
        <source>Use the preset .</source>
        <translation>请使用预设。</translation>
    </message>
    <message>
        <source>Use the preset mp4-copy.</source>
        <translation>请用预设 mp4-copy。</translation>
    </message>
    <message>
        <source>Use the preset mp4-h264-aac, which re-encodes.</source>
        <translation>请使用会重新编码的预设 mp4-h264-aac。</translation>
    </message>
    <message>
        <source>Use the preset mp4-h264-aac.</source>
        <translation>请用预设 mp4-h264-aac。</translation>
    </message>
    <message>
        <source>Use the preset {0}, which re-encodes.</source>
        <translation>请用会重新编码的预设 {0}。</translation>
    </message>
    <message>
        <source>Use the preset {0}.</source>
        <translation>请用预设 {0}。</translation>
    </message>
    <message>
        <source>Use {{name}} for the source&apos;s name.</source>
        <translation>用 {{name}} 表示源文件名。</translation>
    </message>
    <message>
        <source>Use “segments” mode, or one SourceBuffer for each track.</source>
        <translation>请用“segments”模式，或为每条轨道使用单独的 SourceBuffer。</translation>
    </message>
    <message>
        <source>Use “video/…” as soon as there is a picture.</source>
        <translation>只要有画面，就请用“video/…”。</translation>
    </message>
    <message>
        <source>VP9 in one pass adds no keyframes at scene cuts.</source>
        <translation>VP9 单遍编码不会在场景切换处加关键帧。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Video stream codec … doesn&apos;t match SourceBuffer codecs.</source>
        <translation>Video stream codec … doesn&apos;t match SourceBuffer codecs.</translation>
    </message>
    <message>
        <source>Void and Tags elements stand between two clusters.</source>
        <translation>两个簇之间有 Void 和 Tags 元素。</translation>
    </message>
    <message>
        <source>Wait for play() before pausing or changing the source.</source>
        <translation>请等 play() 完成后再暂停或更换来源。</translation>
    </message>
    <message>
        <source>Wait until the copy or the recording has finished, then add the file again.</source>
        <translation>请等复制或录制完成后再添加该文件。</translation>
    </message>
    <message>
        <source>Wait, or cancel it.</source>
        <translation>请等待，或取消它。</translation>
    </message>
    <message>
        <source>Waiting: {0}.</source>
        <translation>等待中：{0}。</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Watch it when the job is done, or choose a preset that makes WebM or fragments.</source>
        <translation>请在任务完成后观看，或选择生成 WebM 或分段的预设。</translation>
    </message>
    <message>
        <source>WebKitGTK decodes H.264 and AAC with GStreamer&apos;s plug-ins: install them.</source>
        <translation>WebKitGTK 用 GStreamer 的插件解码 H.264 和 AAC：请安装这些插件。</translation>
    </message>
    <message>
        <source>WebKitGTK is here but has no display: install Xvfb, a display out of sight.</source>
        <translation>这里有 WebKitGTK，但没有显示器：请安装虚拟显示器 Xvfb。</translation>
    </message>
    <message>
        <source>WebKitGTK takes no MP3 in MP4.</source>
        <translation>WebKitGTK 不接受 MP4 中的 MP3。</translation>
    </message>
    <message>
        <source>What did not work</source>
        <translation>未成功的项目</translation>
    </message>
    <message>
        <source>What each engine says of itself when a page asks it.</source>
        <translation>页面询问时，各引擎自己的回答。</translation>
    </message>
    <message>
        <source>What each engine says of itself when a page asks it. Only a file that was played proves anything.</source>
        <translation>页面询问时，各引擎自己的回答。只有播放过的文件才能证明。</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>What stands here is no MP4 box; nothing after it can be played.</source>
        <translation>这里的内容不是 MP4 盒；其后的内容无法播放。</translation>
    </message>
    <message>
        <source>What stands here is no WebM element; nothing after it can be played.</source>
        <translation>这里的内容不是 WebM 元素；其后的内容无法播放。</translation>
    </message>
    <message>
        <source>What the job writes cannot be converted.</source>
        <translation>无法转换任务所写的内容。</translation>
    </message>
    <message>
        <source>What the job writes cannot be read.</source>
        <translation>无法读取任务所写的内容。</translation>
    </message>
    <message>
        <source>What was appended does not begin with a WebM header (EBML, Segment, Info, Tracks), or something foreign stands between its clusters.</source>
        <translation>追加的内容没有以 WebM 头部（EBML、Segment、Info、Tracks）开头，或其各簇之间有外来的内容。</translation>
    </message>
    <message>
        <source>What was appended first does not begin with a keyframe.</source>
        <translation>最先追加的内容没有以关键帧开始。</translation>
    </message>
    <message>
        <source>What was appended is no MP4, or it is damaged.</source>
        <translation>追加的内容不是 MP4，或已损坏。</translation>
    </message>
    <message>
        <source>What was encoded cannot be streamed.</source>
        <translation>无法播送编码所得的内容。</translation>
    </message>
    <message>
        <source>What was recorded will not play everywhere.</source>
        <translation>录制的内容并非处处都能播放。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>给出的消息</translation>
    </message>
    <message>
        <source>What “{0}” lists as “{1}” is no stream for a browser.</source>
        <translation>“{0}”列为“{1}”的内容不是浏览器能播放的流。</translation>
    </message>
    <message>
        <source>When the init segment comes once more The init segment was not tried in mid-stream.</source>
        <translation>初始化分段再次出现时：未在流中途再次尝试初始化分段。</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), it is refused: {2}</source>
        <translation>初始化分段在分段 {0}（{1} 秒）之前再次出现时被拒绝：{2}</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), no frame is decoded.</source>
        <translation>初始化分段在分段 {0}（{1} 秒）之前再次出现时，没有解码任何帧。</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>初始化分段在分段 {0}（{1} 秒）之前再次出现时，播放停在 {2} 秒。</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), it is refused: {2}</source>
        <translation>在分段 {0}（{1} 秒）之前再次设定类型时被拒绝：{2}</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), no frame is decoded.</source>
        <translation>在分段 {0}（{1} 秒）之前再次设定类型时，没有解码任何帧。</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>在分段 {0}（{1} 秒）之前再次设定类型时，播放停在 {2} 秒。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where the container has a keyframe, the data hold no picture that decoding can begin with (first of {0} places).</source>
        <translation>容器标明是关键帧的地方，数据中没有可以开始解码的画面（共 {0} 处，此为第一处）。</translation>
    </message>
    <message>
        <source>Where the container has a keyframe, the data hold no picture that decoding can begin with.</source>
        <translation>容器标明是关键帧的地方，数据中没有可以开始解码的画面。</translation>
    </message>
    <message>
        <source>Whether this engine decodes {0} was never measured.</source>
        <translation>此引擎能否解码 {0} 从未测过。</translation>
    </message>
    <message>
        <source>Write {0}, for example.</source>
        <translation>例如写 {0}。</translation>
    </message>
    <message>
        <source>Write {{{{ for a brace itself.</source>
        <translation>要写花括号本身，请写 {{{{。</translation>
    </message>
    <message>
        <source>Wrote an index for seeking.</source>
        <translation>已写入用于跳转的索引。</translation>
    </message>
    <message>
        <source>Wrote picture and sound into files of their own.</source>
        <translation>已将画面和音频写成单独的文件。</translation>
    </message>
    <message>
        <source>Wrote the duration into the header.</source>
        <translation>已将时长写入头部。</translation>
    </message>
    <message>
        <source>Xvfb could not be started.</source>
        <translation>无法启动 Xvfb。</translation>
    </message>
    <message>
        <source>Xvfb did not start.</source>
        <translation>Xvfb 没有启动。</translation>
    </message>
    <message>
        <source>Your quota on this disk is used up.</source>
        <translation>您在此磁盘上的配额已用完。</translation>
    </message>
    <message>
        <source>a fragment per keyframe; one exact edit list; offsets relative to each fragment, as MSE demands</source>
        <translation>每个关键帧一个分段；一个准确的编辑列表；偏移相对于各分段，符合 MSE 要求</translation>
    </message>
    <message>
        <source>a keyframe at each scene cut</source>
        <translation>每次场景切换处一个关键帧</translation>
    </message>
    <message>
        <source>a sample rate that the encoder and every browser take</source>
        <translation>编码器和每个浏览器都接受的采样率</translation>
    </message>
    <message>
        <source>all segments appended</source>
        <translation>追加全部分段</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 段</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>按设置</translation>
    </message>
    <message>
        <source>asked in another way: no</source>
        <translation>换一种方式询问：否</translation>
    </message>
    <message>
        <source>asked in another way: yes</source>
        <translation>换一种方式询问：是</translation>
    </message>
    <message>
        <source>at least this many frames between keyframes</source>
        <translation>关键帧之间至少这么多帧</translation>
    </message>
    <message>
        <source>at most this many frames from keyframe to keyframe</source>
        <translation>关键帧之间最多这么多帧</translation>
    </message>
    <message>
        <source>before segment {0} ({1} s), no frame is decoded.</source>
        <translation>在分段 {0}（{1} 秒）之前，没有解码任何帧。</translation>
    </message>
    <message>
        <source>before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>在分段 {0}（{1} 秒）之前，播放停在 {2} 秒。</translation>
    </message>
    <message>
        <source>below g: keyframes also at cuts</source>
        <translation>小于 g：切换处也有关键帧</translation>
    </message>
    <message>
        <source>browsers mix more channels badly or not at all</source>
        <translation>浏览器对更多声道混合不好或不混合</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>cannot begin there</source>
        <translation>无法从那里开始</translation>
    </message>
    <message>
        <source>cannot decode it</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>cannot decode it here</source>
        <translation>在这里无法解码</translation>
    </message>
    <message>
        <source>ceiling of the bit rate; without one VP8&apos;s crf means 256 kbit/s</source>
        <translation>码率上限；没有它，VP8 的 crf 就是 256 kbit/s</translation>
    </message>
    <message>
        <source>change of type</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>chapters would add a text track</source>
        <translation>章节会增加一条文本轨道</translation>
    </message>
    <message>
        <source>checked in %1</source>
        <translation>检查用时 %1</translation>
    </message>
    <message>
        <source>closed GOPs: an open one breaks Chromium when playback enters there</source>
        <translation>封闭 GOP：从开放 GOP 处进入播放会让 Chromium 出错</translation>
    </message>
    <message>
        <source>constant quality</source>
        <translation>恒定质量</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>does not mind</source>
        <translation>不受影响</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>entry points</source>
        <translation>进入点</translation>
    </message>
    <message>
        <source>equal to g: a fixed rhythm, no extra keyframes</source>
        <translation>等于 g：固定节奏，没有多余的关键帧</translation>
    </message>
    <message>
        <source>every frame</source>
        <translation>每一帧</translation>
    </message>
    <message>
        <source>every frame time is a whole tick</source>
        <translation>每个帧时间都是整数刻度</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ffmpeg could not be started.</source>
        <translation>无法启动 ffmpeg。</translation>
    </message>
    <message>
        <source>ffmpeg could not be started: the system allows no more processes or open files.</source>
        <translation>无法启动 ffmpeg：系统不允许更多进程或打开的文件。</translation>
    </message>
    <message>
        <source>ffmpeg could not measure these files.</source>
        <translation>ffmpeg 无法测量这些文件。</translation>
    </message>
    <message>
        <source>ffmpeg crashed (signal {0}).</source>
        <translation>ffmpeg 崩溃了（信号 {0}）。</translation>
    </message>
    <message>
        <source>ffmpeg ended before it was done.</source>
        <translation>ffmpeg 在完成前结束了。</translation>
    </message>
    <message>
        <source>ffmpeg failed (status {0}).</source>
        <translation>ffmpeg 失败（状态 {0}）。</translation>
    </message>
    <message>
        <source>ffmpeg has not been found yet.</source>
        <translation>尚未找到 ffmpeg。</translation>
    </message>
    <message>
        <source>ffmpeg made no progress any more and was stopped.</source>
        <translation>ffmpeg 不再有进展，已被停止。</translation>
    </message>
    <message>
        <source>ffmpeg reported success but the result cannot be read.</source>
        <translation>ffmpeg 报告成功，但结果无法读取。</translation>
    </message>
    <message>
        <source>ffmpeg reported success but wrote nothing.</source>
        <translation>ffmpeg 报告成功，但什么也没写。</translation>
    </message>
    <message>
        <source>ffmpeg was not found at {0}.</source>
        <translation>在 {0} 找不到 ffmpeg。</translation>
    </message>
    <message>
        <source>ffmpeg was not found.</source>
        <translation>找不到 ffmpeg。</translation>
    </message>
    <message>
        <source>ffmpeg was stopped by the system, probably out of memory.</source>
        <translation>ffmpeg 被系统停止，可能是内存不足。</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s figures cannot be read.</source>
        <translation>无法读取 ffmpeg 的测量数值。</translation>
    </message>
    <message>
        <source>fills gaps and begins at 0, where the picture begins</source>
        <translation>填补空隙并从 0 开始，与画面一致</translation>
    </message>
    <message>
        <source>fragments of this length, in µs</source>
        <translation>此长度的分段，以 µs 计</translation>
    </message>
    <message>
        <source>frames at an even pace: Chromium drops a GOP after a gap</source>
        <translation>帧的间隔均匀：有空隙时 Chromium 会丢掉一个 GOP</translation>
    </message>
    <message>
        <source>from the preset</source>
        <translation>来自预设</translation>
    </message>
    <message>
        <source>init segment</source>
        <translation>初始化分段</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>libvpx has no minimum keyframe interval; the rhythm stays fixed.</source>
        <translation>libvpx 没有最小关键帧间隔；节奏保持固定。</translation>
    </message>
    <message>
        <source>libvpx keeps no minimum keyframe interval when scene cuts are on.</source>
        <translation>开启场景切换时，libvpx 不遵守最小关键帧间隔。</translation>
    </message>
    <message>
        <source>loses frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>makes {0}</source>
        <translation>生成 {0}</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>never starts</source>
        <translation>无法开始播放</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>no ceiling: quality alone decides</source>
        <translation>无上限：只由质量决定</translation>
    </message>
    <message>
        <source>no extra keyframes at scene cuts</source>
        <translation>场景切换处不加关键帧</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>no report</source>
        <translation>没有报告</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有音频</translation>
    </message>
    <message>
        <source>no, stops at %1 s</source>
        <translation>否，停在 %1 秒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none at normal speed</source>
        <translation>正常速度时无</translation>
    </message>
    <message>
        <source>none lost</source>
        <translation>没有丢失</translation>
    </message>
    <message>
        <source>none of %1 tried</source>
        <translation>共 %1 个，均未尝试</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>not played</source>
        <translation>未播放</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>one exact edit list; offsets relative to each fragment, as MSE demands</source>
        <translation>一个准确的编辑列表；偏移相对于各分段，符合 MSE 要求</translation>
    </message>
    <message>
        <source>one thread: several VP8 threads wait busily for each other and are slower</source>
        <translation>单线程：多个 VP8 线程互相空等，反而更慢</translation>
    </message>
    <message>
        <source>only {0} of {1} frames are decoded.</source>
        <translation>{1} 帧中只解码了 {0} 帧。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>pictures {0} and {1} pixels wide are seen, not {2} and {3}.</source>
        <translation>切换前后画面宽 {0} 和 {1} 像素，而应为 {2} 和 {3} 像素宽。</translation>
    </message>
    <message>
        <source>pixels are square from here on</source>
        <translation>从这里起像素为正方形</translation>
    </message>
    <message>
        <source>play() was called and the element was paused or loaded anew before it could begin.</source>
        <translation>调用了 play()，但在开始之前元素就被暂停或重新加载了。</translation>
    </message>
    <message>
        <source>played</source>
        <translation>已播放</translation>
    </message>
    <message>
        <source>played once more, slowly</source>
        <translation>已慢速再播放一次</translation>
    </message>
    <message>
        <source>played through</source>
        <translation>完整播放</translation>
    </message>
    <message>
        <source>played, with remarks</source>
        <translation>已播放，有需注意之处</translation>
    </message>
    <message>
        <source>playing stops at {0} s.</source>
        <translation>播放停在 {0} 秒。</translation>
    </message>
    <message>
        <source>plays from the start, not from every entry point</source>
        <translation>从头可播放，但并非从每个进入点</translation>
    </message>
    <message>
        <source>plays picture and sound apart</source>
        <translation>画面与声音不同步</translation>
    </message>
    <message>
        <source>plays, from every entry point</source>
        <translation>从每个进入点都可播放</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted from a model</source>
        <translation>由模型预测</translation>
    </message>
    <message>
        <source>predicted from its source, never measured</source>
        <translation>由源代码预测，从未测过</translation>
    </message>
    <message>
        <source>refuses it</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>refuses the file</source>
        <translation>拒绝该文件</translation>
    </message>
    <message>
        <source>repeated init segment</source>
        <translation>重复的初始化分段</translation>
    </message>
    <message>
        <source>says no</source>
        <translation>回答“否”</translation>
    </message>
    <message>
        <source>says yes</source>
        <translation>回答“是”</translation>
    </message>
    <message>
        <source>seeks</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>should play</source>
        <translation>应能播放</translation>
    </message>
    <message>
        <source>source open</source>
        <translation>MediaSource 打开</translation>
    </message>
    <message>
        <source>stops before the end</source>
        <translation>在结尾之前停住</translation>
    </message>
    <message>
        <source>stops there</source>
        <translation>在那里停住</translation>
    </message>
    <message>
        <source>takes it, and plays nothing</source>
        <translation>接受，但什么也不播放</translation>
    </message>
    <message>
        <source>the buffer has a gap there.</source>
        <translation>缓冲在那里有空隙。</translation>
    </message>
    <message>
        <source>the exact frame rate, as a fraction</source>
        <translation>准确的帧率，以分数表示</translation>
    </message>
    <message>
        <source>the part file&apos;s name does not tell the format</source>
        <translation>部分文件的名称不表明格式</translation>
    </message>
    <message>
        <source>the pictures stay as they are</source>
        <translation>画面保持不变</translation>
    </message>
    <message>
        <source>the preset limits the size</source>
        <translation>预设限制了大小</translation>
    </message>
    <message>
        <source>the rhythm is fixed</source>
        <translation>节奏固定</translation>
    </message>
    <message>
        <source>the sound stays as it is</source>
        <translation>音频保持不变</translation>
    </message>
    <message>
        <source>the source has full-range colours, which VP8 cannot say</source>
        <translation>源为全范围颜色，VP8 无法表明</translation>
    </message>
    <message>
        <source>the source is HDR ({0}); 8-bit players expect BT.709</source>
        <translation>源为 HDR（{0}）；8 位播放器要求 BT.709</translation>
    </message>
    <message>
        <source>the source is RGB</source>
        <translation>源为 RGB</translation>
    </message>
    <message>
        <source>the source is interlaced; browsers show both fields at once</source>
        <translation>源为隔行扫描；浏览器会同时显示两场</translation>
    </message>
    <message>
        <source>the source&apos;s pixels are {0} as wide as high; browsers want squares</source>
        <translation>源像素的宽高比为 {0}；浏览器要求正方形</translation>
    </message>
    <message>
        <source>the wanted mean bit rate</source>
        <translation>想要的平均码率</translation>
    </message>
    <message>
        <source>tone mapping works on linear light</source>
        <translation>色调映射在线性光下进行</translation>
    </message>
    <message>
        <source>true keyframes at an even distance</source>
        <translation>等距的真正关键帧</translation>
    </message>
    <message>
        <source>type accepted</source>
        <translation>接受类型</translation>
    </message>
    <message>
        <source>waits at normal speed</source>
        <translation>正常速度下的等待</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>有需注意之处</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{0} (first of {1} places)</source>
        <translation>{0}（共 {1} 处，此为第一处）</translation>
    </message>
    <message>
        <source>{0} and {1} cannot decode it here.</source>
        <translation>{0} 和 {1} 在这里无法解码。</translation>
    </message>
    <message>
        <source>{0} are on hold: it happened twice while they ran.</source>
        <translation>{0} 个被搁置：转换时两次发生了这种情况。</translation>
    </message>
    <message>
        <source>{0} bit/s per channel</source>
        <translation>每声道 {0} bit/s</translation>
    </message>
    <message>
        <source>{0} breaks the pair of Info and Tracks, which Chromium wants without anything between them.</source>
        <translation>{0} 隔开了 Info 与 Tracks，而 Chromium 要求两者之间没有任何内容。</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s)</source>
        <translation>{0} 能从分段 {1}（{2} 秒）开始播放</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.</source>
        <translation>{0} 能从分段 {1}（{2} 秒）开始播放，与对 {3}（实测）的预测不符。</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.</source>
        <translation>{0} 能从分段 {1}（{2} 秒）开始播放，与对 {3}（实测）的预测不符{4}。</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.</source>
        <translation>{0} 能从分段 {1}（{2} 秒）开始播放，与对 {3}（从未测过）的预测不符。</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.</source>
        <translation>{0} 能从分段 {1}（{2} 秒）开始播放，与对 {3}（从未测过）的预测不符{4}。</translation>
    </message>
    <message>
        <source>{0} cannot be cut into segments without encoding it again.</source>
        <translation>不重新编码就无法把 {0} 切成分段。</translation>
    </message>
    <message>
        <source>{0} cannot be reached.</source>
        <translation>无法到达 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>无法读取 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot be run on this machine.</source>
        <translation>{0} 无法在此机器上运行。</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s)</source>
        <translation>{0} 无法从分段 {1}（{2} 秒）开始播放</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.</source>
        <translation>{0} 无法从分段 {1}（{2} 秒）开始播放，与对 {3}（实测）的预测不符。</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.</source>
        <translation>{0} 无法从分段 {1}（{2} 秒）开始播放，与对 {3}（实测）的预测不符{4}。</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.</source>
        <translation>{0} 无法从分段 {1}（{2} 秒）开始播放，与对 {3}（从未测过）的预测不符。</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.</source>
        <translation>{0} 无法从分段 {1}（{2} 秒）开始播放，与对 {3}（从未测过）的预测不符{4}。</translation>
    </message>
    <message>
        <source>{0} cannot decode it here.</source>
        <translation>{0} 在这里无法解码。</translation>
    </message>
    <message>
        <source>{0} changed since it was added.</source>
        <translation>{0} 在添加后有改动。</translation>
    </message>
    <message>
        <source>{0} changed while it was read; it may still be being written.</source>
        <translation>{0} 在读取时有改动；可能仍在写入。</translation>
    </message>
    <message>
        <source>{0} could not be started.</source>
        <translation>无法启动 {0}。</translation>
    </message>
    <message>
        <source>{0} could not be started: there is no room for its profile.</source>
        <translation>无法启动 {0}：没有空间存放其浏览器配置文件。</translation>
    </message>
    <message>
        <source>{0} could not be written.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>{0} disappeared while it was read.</source>
        <translation>{0} 在读取时不见了。</translation>
    </message>
    <message>
        <source>{0} does not decode {1}.</source>
        <translation>{0} 不解码 {1}。</translation>
    </message>
    <message>
        <source>{0} does not go with {1}.</source>
        <translation>{0} 不能与 {1} 搭配。</translation>
    </message>
    <message>
        <source>{0} does not play this file, although {1} (as measured) {2}.</source>
        <translation>{0} 无法播放此文件，而 {1}（实测）{2}。</translation>
    </message>
    <message>
        <source>{0} does not play this file, although {1} (never measured) {2}.</source>
        <translation>{0} 无法播放此文件，而 {1}（从未测过）{2}。</translation>
    </message>
    <message>
        <source>{0} does not work.</source>
        <translation>{0} 不能工作。</translation>
    </message>
    <message>
        <source>{0} errors while reading; pictures may be damaged.</source>
        <translation>读取时有 {0} 处错误；画面可能损坏。</translation>
    </message>
    <message>
        <source>{0} exists already.</source>
        <translation>{0} 已存在。</translation>
    </message>
    <message>
        <source>{0} frames are lost.</source>
        <translation>丢失 {0} 帧。</translation>
    </message>
    <message>
        <source>{0} has a value that is not allowed in description.{1}.</source>
        <translation>{0} 的 description.{1} 值不允许。</translation>
    </message>
    <message>
        <source>{0} has a value that is not allowed in name.{1}.</source>
        <translation>{0} 的 name.{1} 值不允许。</translation>
    </message>
    <message>
        <source>{0} has changed since it was read.</source>
        <translation>{0} 在读取后有改动。</translation>
    </message>
    <message>
        <source>{0} has made no progress for {1} s.</source>
        <translation>{0} 已有 {1} 秒没有进展。</translation>
    </message>
    <message>
        <source>{0} has no decoder of its own for H.265.</source>
        <translation>{0} 没有自带的 H.265 解码器。</translation>
    </message>
    <message>
        <source>{0} has no name that a SourceBuffer could be given.</source>
        <translation>{0} 没有可交给 SourceBuffer 的名称。</translation>
    </message>
    <message>
        <source>{0} has no picture that can be measured.</source>
        <translation>{0} 没有可以测量的画面。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} jobs.</source>
        <translation>{0} 含有超过 {1} 个任务。</translation>
    </message>
    <message>
        <source>{0} holds no picture or sound data that can be read.</source>
        <translation>{0} 没有可读取的画面或音频数据。</translation>
    </message>
    <message>
        <source>{0} is a folder, not a file.</source>
        <translation>{0} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} 是文件夹。</translation>
    </message>
    <message>
        <source>{0} is being recorded already.</source>
        <translation>{0} 已在录制。</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes).</source>
        <translation>{0} 是空的（0 字节）。</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} 不是文件夹。</translation>
    </message>
    <message>
        <source>{0} is not a program that can be run.</source>
        <translation>{0} 不是可以运行的程序。</translation>
    </message>
    <message>
        <source>{0} is not a regular file.</source>
        <translation>{0} 不是普通文件。</translation>
    </message>
    <message>
        <source>{0} is not a text file.</source>
        <translation>{0} 不是文本文件。</translation>
    </message>
    <message>
        <source>{0} is not an exported queue.</source>
        <translation>{0} 不是导出的队列。</translation>
    </message>
    <message>
        <source>{0} is not being recorded.</source>
        <translation>{0} 没有在录制。</translation>
    </message>
    <message>
        <source>{0} is not ffmpeg.</source>
        <translation>{0} 不是 ffmpeg。</translation>
    </message>
    <message>
        <source>{0} is on a read-only disk.</source>
        <translation>{0} 在只读磁盘上。</translation>
    </message>
    <message>
        <source>{0} is on hold: it happened twice while they ran.</source>
        <translation>{0} 个被搁置：转换时两次发生了这种情况。</translation>
    </message>
    <message>
        <source>{0} is still being written.</source>
        <translation>{0} 仍在写入。</translation>
    </message>
    <message>
        <source>{0} is too large for a queue.</source>
        <translation>{0} 对队列来说太大。</translation>
    </message>
    <message>
        <source>{0} jobs were left out, as they were done already.</source>
        <translation>{0} 个任务因已完成而略去。</translation>
    </message>
    <message>
        <source>{0} jobs were recovered, {1} of them from the copy of {2}; the old file is kept as {3}.</source>
        <translation>已恢复 {0} 个任务，其中 {1} 个来自 {2} 的副本；旧文件保留为 {3}。</translation>
    </message>
    <message>
        <source>{0} jobs were recovered; the old file is kept as {1}.</source>
        <translation>已恢复 {0} 个任务；旧文件保留为 {1}。</translation>
    </message>
    <message>
        <source>{0} lacks the field bit_rate.</source>
        <translation>{0} 缺少字段 bit_rate。</translation>
    </message>
    <message>
        <source>{0} lacks the field crf.</source>
        <translation>{0} 缺少字段 crf。</translation>
    </message>
    <message>
        <source>{0} needs a bit rate ceiling: VP8 without one falls to 256 kbit/s.</source>
        <translation>{0} 需要码率上限：没有它，VP8 会降到 256 kbit/s。</translation>
    </message>
    <message>
        <source>{0} ns (? ms, {1}/s)</source>
        <translation>{0} ns（? ms，{1}/s）</translation>
    </message>
    <message>
        <source>{0} ns ({1} ms)</source>
        <translation>{0} ns（{1} ms）</translation>
    </message>
    <message>
        <source>{0} ns ({1} ms, {2}/s)</source>
        <translation>{0} ns（{1} ms，{2}/s）</translation>
    </message>
    <message>
        <source>{0} of {1} changes between rungs were played.</source>
        <translation>{1} 次档位切换中播放了 {0} 次。</translation>
    </message>
    <message>
        <source>{0} of {1} clusters do not begin with a keyframe: Firefox drops their pictures up to the next one.</source>
        <translation>{1} 个簇中有 {0} 个不以关键帧开始：Firefox 会丢掉其画面直到下一个关键帧。</translation>
    </message>
    <message>
        <source>{0} of {1} clusters do not begin with a keyframe: playback cannot begin there.</source>
        <translation>{1} 个簇中有 {0} 个不以关键帧开始：无法从那里开始播放。</translation>
    </message>
    <message>
        <source>{0} of {1} fragments begin with an open GOP: pictures that follow may need what came before, and Chromium fails when playback begins there.</source>
        <translation>{1} 个分段中有 {0} 个以开放 GOP 开始：其后的画面可能需要之前的内容，从那里开始播放时 Chromium 会出错。</translation>
    </message>
    <message>
        <source>{0} of {1} fragments do not begin with a keyframe: playback cannot begin there.</source>
        <translation>{1} 个分段中有 {0} 个不以关键帧开始：无法从那里开始播放。</translation>
    </message>
    <message>
        <source>{0} of {1} fragments do not begin with a keyframe: the first pictures are lost.</source>
        <translation>{1} 个分段中有 {0} 个不以关键帧开始：最初的画面会丢失。</translation>
    </message>
    <message>
        <source>{0} of {1} job was recovered, {2} of them from the copy of {3}; the old file is kept as {4}.</source>
        <translation>已恢复 {1} 个任务中的 {0} 个，其中 {2} 个来自 {3} 的副本；旧文件保留为 {4}。</translation>
    </message>
    <message>
        <source>{0} of {1} job was recovered; the old file is kept as {2}.</source>
        <translation>已恢复 {1} 个任务中的 {0} 个；旧文件保留为 {2}。</translation>
    </message>
    <message>
        <source>{0} of {1} jobs were recovered, {2} of them from the copy of {3}; the old file is kept as {4}.</source>
        <translation>已恢复 {1} 个任务中的 {0} 个，其中 {2} 个来自 {3} 的副本；旧文件保留为 {4}。</translation>
    </message>
    <message>
        <source>{0} of {1} jobs were recovered; the old file is kept as {2}.</source>
        <translation>已恢复 {1} 个任务中的 {0} 个；旧文件保留为 {2}。</translation>
    </message>
    <message>
        <source>{0} s is shorter than one frame.</source>
        <translation>{0} 秒比一帧还短。</translation>
    </message>
    <message>
        <source>{0} s that the edit list hid are shown now.</source>
        <translation>编辑列表隐藏的 {0} 秒现在会显示。</translation>
    </message>
    <message>
        <source>{0} takes no H.264 of profile {1}.</source>
        <translation>{0} 不接受 profile 为 {1} 的 H.264。</translation>
    </message>
    <message>
        <source>{0} takes no MP3 in MP4.</source>
        <translation>{0} 不接受 MP4 中的 MP3。</translation>
    </message>
    <message>
        <source>{0} takes no SourceBuffer of {1}.</source>
        <translation>{0} 不接受 {1} 的 SourceBuffer。</translation>
    </message>
    <message>
        <source>{0} was complete already.</source>
        <translation>{0} 个当时已完成。</translation>
    </message>
    <message>
        <source>{0} was interrupted and will begin anew.</source>
        <translation>{0} 个被中断，将从头开始。</translation>
    </message>
    <message>
        <source>{0} was not found.</source>
        <translation>找不到 {0}。</translation>
    </message>
    <message>
        <source>{0} were complete already.</source>
        <translation>{0} 个当时已完成。</translation>
    </message>
    <message>
        <source>{0} were interrupted and will begin anew.</source>
        <translation>{0} 个被中断，将从头开始。</translation>
    </message>
    <message>
        <source>{0} will lose frames from here on.</source>
        <translation>{0} 从这里起会丢帧。</translation>
    </message>
    <message>
        <source>{0} will not play this to its end.</source>
        <translation>{0} 无法把它播放到结尾。</translation>
    </message>
    <message>
        <source>{0} will not show the beginning when playing starts in the middle.</source>
        <translation>从中间开始播放时，{0} 不会显示开头部分。</translation>
    </message>
    <message>
        <source>{0} x {1} becomes {2} x {3}: sides must be even.</source>
        <translation>{0} x {1} 变为 {2} x {3}：边长必须是偶数。</translation>
    </message>
    <message>
        <source>{0} x {1} is larger than the limit (64 megapixels).</source>
        <translation>{0} x {1} 超出上限（6400 万像素）。</translation>
    </message>
    <message>
        <source>{0} x {1} is no size for a live picture.</source>
        <translation>{0} x {1} 不能作为直播画面的尺寸。</translation>
    </message>
    <message>
        <source>{{{0}:.20}} for its first 20 characters</source>
        <translation>{{{0}:.20}} 取前 20 个字符</translation>
    </message>
    <message>
        <source>{{{0}:.2}} for two digits after the point</source>
        <translation>{{{0}:.2}} 取两位小数</translation>
    </message>
    <message>
        <source>{{{0}:03}} for three digits</source>
        <translation>{{{0}:03}} 取三位数字</translation>
    </message>
    <message>
        <source>“{0}” came there in the meantime and is not replaced.</source>
        <translation>“{0}”在此期间出现，没有被替换。</translation>
    </message>
    <message>
        <source>“{0}” cannot be broken in any such way.</source>
        <translation>“{0}”无法用任何这类方式破坏。</translation>
    </message>
    <message>
        <source>“{0}” cannot be broken in this way.</source>
        <translation>“{0}”无法用这种方式破坏。</translation>
    </message>
    <message>
        <source>“{0}” cannot be packaged without ffmpeg.</source>
        <translation>没有 ffmpeg 就无法打包“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” cannot be played out.</source>
        <translation>无法播送“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” cannot be put into MP4 without encoding it again.</source>
        <translation>不重新编码就无法把“{0}”放入 MP4。</translation>
    </message>
    <message>
        <source>“{0}” cannot be read.</source>
        <translation>无法读取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a stream.</source>
        <translation>“{0}”不能作为流的名称。</translation>
    </message>
    <message>
        <source>“{0}” changed while it was repaired.</source>
        <translation>“{0}”在修复时有改动。</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>无法写入“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” counts {1} ticks a second, “{2}” {3}.</source>
        <translation>“{0}”每秒计 {1} 个刻度，“{2}”为 {3} 个。</translation>
    </message>
    <message>
        <source>“{0}” does not tell how many segments there are.</source>
        <translation>“{0}”没有说明有多少分段。</translation>
    </message>
    <message>
        <source>“{0}” holds nothing that could be streamed.</source>
        <translation>“{0}”没有可以播送的内容。</translation>
    </message>
    <message>
        <source>“{0}” holds {1} and not {2}, as “{3}” does; a player would have to stop.</source>
        <translation>“{0}”含 {1}，而不是像“{3}”那样含 {2}；播放器只能停下。</translation>
    </message>
    <message>
        <source>“{0}” is cut off inside its header.</source>
        <translation>“{0}”在头部中被截断。</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation>“{0}”是空的（0 字节）。</translation>
    </message>
    <message>
        <source>“{0}” is in it as a repaired copy ({1}); the file itself stays as it is.</source>
        <translation>其中的“{0}”是修复后的副本（{1}）；文件本身保持不变。</translation>
    </message>
    <message>
        <source>“{0}” is larger than any playlist is.</source>
        <translation>“{0}”超出任何播放列表的大小。</translation>
    </message>
    <message>
        <source>“{0}” is neither WebM nor MP4.</source>
        <translation>“{0}”既不是 WebM 也不是 MP4。</translation>
    </message>
    <message>
        <source>“{0}” is neither an HLS playlist nor a DASH manifest.</source>
        <translation>“{0}”既不是 HLS 播放列表，也不是 DASH 清单。</translation>
    </message>
    <message>
        <source>“{0}” is no microphone.</source>
        <translation>“{0}”不是麦克风。</translation>
    </message>
    <message>
        <source>“{0}” is not a DASH manifest.</source>
        <translation>“{0}”不是 DASH 清单。</translation>
    </message>
    <message>
        <source>“{0}” is not a bit rate.</source>
        <translation>“{0}”不是码率。</translation>
    </message>
    <message>
        <source>“{0}” is not a device of this machine.</source>
        <translation>“{0}”不是此机器的设备。</translation>
    </message>
    <message>
        <source>“{0}” is not a playlist in UTF-8.</source>
        <translation>“{0}”不是 UTF-8 的播放列表。</translation>
    </message>
    <message>
        <source>“{0}” is not a rung.</source>
        <translation>“{0}”不是档位。</translation>
    </message>
    <message>
        <source>“{0}” is not an HLS playlist.</source>
        <translation>“{0}”不是 HLS 播放列表。</translation>
    </message>
    <message>
        <source>“{0}” is not empty.</source>
        <translation>“{0}”不是空的。</translation>
    </message>
    <message>
        <source>“{0}” is not sound itself ({1}), so a broken variant of it would prove nothing.</source>
        <translation>“{0}”本身就不完好（{1}），因此用它做的破坏版本证明不了什么。</translation>
    </message>
    <message>
        <source>“{0}” is not there, or is not a file.</source>
        <translation>“{0}”不存在或不是文件。</translation>
    </message>
</context>
<context>
    <name>CountdownBox</name>
    <message>
        <source>The queue is done</source>
        <translation>队列已完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <source>Sleep in {seconds} s</source>
        <translation>{seconds} 秒后睡眠</translation>
    </message>
    <message>
        <source>Shut down in {seconds} s</source>
        <translation>{seconds} 秒后关机</translation>
    </message>
    <message>
        <source>Run the command in {seconds} s</source>
        <translation>{seconds} 秒后运行命令</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong inside MSE Studio.</source>
        <translation>MSE Studio 内部出错了。</translation>
    </message>
    <message>
        <source>Your files are safe. Please report it with the log in {folder}.</source>
        <translation>您的文件是安全的。请附上 {folder} 中的日志报告此问题。</translation>
    </message>
</context>
<context>
    <name>DecoderWindow</name>
    <message>
        <source>Decoder picture, not an MSE test</source>
        <translation>解码器画面，不是 MSE 测试</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>Frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Decoder picture</source>
        <translation>解码器画面</translation>
    </message>
    <message>
        <source>no frame came out of it.</source>
        <translation>没有解码出任何帧。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Segment {number} of {count} – {name}</source>
        <translation>分段 {number} / {count} – {name}</translation>
    </message>
    <message>
        <source>The decoder cannot show this segment: {problem}</source>
        <translation>解码器无法显示此分段：{problem}</translation>
    </message>
    <message>
        <source>This segment holds no picture.</source>
        <translation>此分段不含画面。</translation>
    </message>
    <message>
        <source>{seen} of {frames} frames seen</source>
        <translation>已显示 {seen} / {frames} 帧</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n running file(s) stayed. Cancel first.</source>
        <translation>
            <numerusform>%n 个正在转换的文件未移除，请先取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the list already.</source>
        <translation>
            <numerusform>%n 个文件已在列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>添加 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s)</source>
        <translation>
            <numerusform>移除 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>移动 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n file(s)</source>
        <translation>
            <numerusform>重试 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %n file(s)</source>
        <translation>
            <numerusform>搁置 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n file(s)</source>
        <translation>
            <numerusform>取消搁置 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation>指定 {name} 的位置</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Properties of the file</source>
        <translation>文件属性</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy all properties</source>
        <translation>复制全部属性</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Select a file to see what it holds.</source>
        <translation>选择一个文件以查看其内容。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Video {number}</source>
        <translation>视频 {number}</translation>
    </message>
    <message>
        <source>Sound {number}</source>
        <translation>音频 {number}</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>可变</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编解码器</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>画面尺寸</translation>
    </message>
    <message>
        <source>Pixel shape</source>
        <translation>像素宽高比</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>帧率模式</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>像素格式</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>色度抽样</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>声道</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>平均间隔</translation>
    </message>
    <message>
        <source>Longest distance</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>{rate} kbit/s</source>
        <translation>{rate} kbit/s</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation>视频和音频</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Choose ffmpeg</source>
        <translation>选择 ffmpeg</translation>
    </message>
    <message>
        <source>Import preset</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Import queue</source>
        <translation>导入队列</translation>
    </message>
    <message>
        <source>Export queue</source>
        <translation>导出队列</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Save support bundle</source>
        <translation>保存支持包</translation>
    </message>
    <message>
        <source>Support bundles</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>Save the repaired file</source>
        <translation>保存修复后的文件</translation>
    </message>
    <message>
        <source>Record the stream</source>
        <translation>录制流</translation>
    </message>
    <message>
        <source>Folder for the broken variants</source>
        <translation>存放破坏版本的文件夹</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>WebM, MP4 and Matroska</source>
        <translation>WebM、MP4 和 Matroska</translation>
    </message>
    <message>
        <source>Check a folder</source>
        <translation>检查文件夹</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Page for any browser</source>
        <translation>适用于任何浏览器的网页</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>{name} 在哪里？</translation>
    </message>
    <message>
        <source>The queue is kept. What runs now begins anew at the next start.</source>
        <translation>队列会保留。正在转换的文件下次启动后从头开始。</translation>
    </message>
    <message>
        <source>Streams end with the window.</source>
        <translation>关闭窗口时流会结束。</translation>
    </message>
    <message>
        <source>What is recorded is finished first.</source>
        <translation>会先把录制的内容写完。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Delete the incomplete result of {name}?</source>
        <translation>删除 {name} 的不完整结果？</translation>
    </message>
    <message>
        <source>The source stays; it can be converted again.</source>
        <translation>源文件保留；可以再次转换。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>About MSE Studio</source>
        <translation>关于 MSE Studio</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Makes video for Media Source Extensions and proves that it plays.</source>
        <translation>制作适用于 Media Source Extensions 的视频，并证明它能播放。</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details of {engine}</source>
        <translation>{engine} 的详情</translation>
    </message>
    <message>
        <source>Played a second time, slowly.</source>
        <translation>已慢速再播放一次。</translation>
    </message>
</context>
<context>
    <name>EngineDetails</name>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>给出的消息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Ask {engine} when a file is checked</source>
        <translation>检查文件时询问 {engine}</translation>
    </message>
    <message>
        <source>Part of MSE Studio: {path}</source>
        <translation>MSE Studio 的一部分：{path}</translation>
    </message>
    <message>
        <source>Copy the path of {engine}</source>
        <translation>复制 {engine} 的路径</translation>
    </message>
    <message>
        <source>answered after {seconds} s</source>
        <translation>{seconds} 秒后回应</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>is being asked</source>
        <translation>正在询问</translation>
    </message>
    <message>
        <source>gave no answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>was not asked</source>
        <translation>未询问</translation>
    </message>
</context>
<context>
    <name>Engines</name>
    <message>
        <source>All of them play what is checked, also browsers that you install later.</source>
        <translation>它们都会播放要检查的文件，您以后安装的浏览器也会。</translation>
    </message>
    <message>
        <source>Only those ticked play what is checked; a browser that you install later does not, until you tick it.</source>
        <translation>只有勾选的会播放要检查的文件；您以后安装的浏览器要勾选后才会。</translation>
    </message>
    <message>
        <source>No browser is ticked.</source>
        <translation>没有勾选任何浏览器。</translation>
    </message>
    <message>
        <source>Files are only examined then; nothing is played, and none can pass.</source>
        <translation>这样只会分析文件；不会播放，也就没有文件能通过。</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
</context>
<context>
    <name>EnginesDialog</name>
    <message>
        <source>Browsers and engines</source>
        <translation>浏览器与引擎</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Asked when a file is checked</source>
        <translation>检查文件时询问</translation>
    </message>
    <message>
        <source>What they decode</source>
        <translation>能解码什么</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>这里没有的</translation>
    </message>
    <message>
        <source>As each of them says of itself; only a file that was played proves it.</source>
        <translation>这是各自的回答；只有播放过的文件才能证明。</translation>
    </message>
    <message>
        <source>Progress of the asking</source>
        <translation>询问进度</translation>
    </message>
    <message>
        <source>Browsers of this machine</source>
        <translation>此机器上的浏览器</translation>
    </message>
    <message>
        <source>What each browser decodes</source>
        <translation>各浏览器能解码什么</translation>
    </message>
    <message>
        <source>Asking {engine} ({number} of {count})</source>
        <translation>正在询问 {engine}（{number} / {count}）</translation>
    </message>
    <message>
        <source>Looking for browsers on this machine…</source>
        <translation>正在查找此机器上的浏览器…</translation>
    </message>
    <message>
        <source>Nobody was asked yet.</source>
        <translation>尚未询问任何浏览器。</translation>
    </message>
    <message numerus="yes">
        <source>%n browser(s) answered.</source>
        <translation>
            <numerusform>%n 个浏览器已回应。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>停止询问</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>No browser was found, not even the one that is part of MSE Studio.</source>
        <translation>没有找到浏览器，连 MSE Studio 自带的也没有。</translation>
    </message>
    <message>
        <source>Nothing can be played here, so no file can pass.</source>
        <translation>这里无法播放任何内容，因此没有文件能通过。</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Explain a browser message</source>
        <translation>解释浏览器消息</translation>
    </message>
    <message>
        <source>Paste what the console, the video element or the player says.</source>
        <translation>请粘贴控制台、video 元素或播放器给出的消息。</translation>
    </message>
    <message>
        <source>Message to explain</source>
        <translation>要解释的消息</translation>
    </message>
    <message>
        <source>What the message can mean</source>
        <translation>此消息可能的含义</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>About the selected file: {name}</source>
        <translation>关于所选文件：{name}</translation>
    </message>
    <message>
        <source>About the selected file (none is examined)</source>
        <translation>关于所选文件（尚未分析任何文件）</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s), the likeliest first:</source>
        <translation>
            <numerusform>%n 种原因，最可能的在前：</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not known; no rule is named for it.</source>
        <translation>不认识此消息；没有对应的规则。</translation>
    </message>
    <message>
        <source>found in the file</source>
        <translation>已在文件中发现</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>What helps: {remedy}</source>
        <translation>解决办法：{remedy}</translation>
    </message>
    <message>
        <source>Said by: {engines}</source>
        <translation>来自：{engines}</translation>
    </message>
</context>
<context>
    <name>FileArea</name>
    <message>
        <source>Drop video files or folders here</source>
        <translation>把视频文件或文件夹拖到这里</translation>
    </message>
    <message>
        <source>They become WebM or fragmented MP4 that is proven to play in browsers.</source>
        <translation>它们会变成经过验证、可在浏览器中播放的 WebM 或分段 MP4。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Choose ffmpeg…</source>
        <translation>选择 ffmpeg…</translation>
    </message>
    <message>
        <source>Use the bundled one</source>
        <translation>使用自带的</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表移除</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used.</source>
        <translation>
            <numerusform>有 %n 个文件无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The others stay. Each row says what is wrong.</source>
        <translation>其余文件保留。每一行都说明了问题所在。</translation>
    </message>
    <message numerus="yes">
        <source>%n playlist(s) can be examined here, not converted.</source>
        <translation>
            <numerusform>%n 个播放列表可在此分析，但不能转换。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tab “Verdict” tells what is predicted of each rendition.</source>
        <translation>“结论”标签页会显示对每个版本的预测。</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Source keyframes</source>
        <translation>源关键帧</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>GOP measured</source>
        <translation>实测 GOP</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result size</source>
        <translation>结果大小</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Not examined</source>
        <translation>未分析</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>分析中…</translation>
    </message>
    <message>
        <source>The queue stops before this</source>
        <translation>队列在此之前停止</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>已停住</translation>
    </message>
    <message>
        <source>The result is checked</source>
        <translation>正在检查结果</translation>
    </message>
    <message>
        <source>Begins anew at the next start</source>
        <translation>下次开始时从头转换</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>与源相同</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>measured {frames}</source>
        <translation>实测 {frames}</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No file matches. Choose All, or clear the search.</source>
        <translation>没有符合的文件。选择“全部”或清除搜索。</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>Show the list and the presets again</source>
        <translation>重新显示列表和预设</translation>
    </message>
    <message>
        <source>Give the preview the whole window</source>
        <translation>让预览占满窗口</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details of {code}</source>
        <translation>{code} 的详情</translation>
    </message>
</context>
<context>
    <name>Foreseen</name>
    <message>
        <source>Should play in {engines}.</source>
        <translation>在 {engines} 中应能播放。</translation>
    </message>
    <message>
        <source>No engine that we know can decode it.</source>
        <translation>已知的引擎都无法解码。</translation>
    </message>
    <message>
        <source>Will not play in {engines}.</source>
        <translation>在 {engines} 中无法播放。</translation>
    </message>
    <message>
        <source>Will not start in {engines}.</source>
        <translation>在 {engines} 中无法开始播放。</translation>
    </message>
    <message>
        <source>Will stop before its end in {engines}.</source>
        <translation>在 {engines} 中会在结尾之前停住。</translation>
    </message>
    <message>
        <source>Will lose frames in {engines}.</source>
        <translation>在 {engines} 中会丢帧。</translation>
    </message>
    <message>
        <source>Will not play from every segment in {engines}.</source>
        <translation>在 {engines} 中并非从每个分段都能开始播放。</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Has faults</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Should play</source>
        <translation>应能播放</translation>
    </message>
    <message>
        <source>Not decodable</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>should play, from every segment</source>
        <translation>从每个分段都应能播放</translation>
    </message>
    <message>
        <source>should play from the start, not from every segment</source>
        <translation>从头应能播放，但并非从每个分段</translation>
    </message>
    <message>
        <source>will lose frames</source>
        <translation>会丢帧</translation>
    </message>
    <message>
        <source>will stop before the end</source>
        <translation>会在结尾之前停住</translation>
    </message>
    <message>
        <source>will not start</source>
        <translation>无法开始播放</translation>
    </message>
    <message>
        <source>will refuse it</source>
        <translation>会拒绝</translation>
    </message>
    <message>
        <source>cannot decode it</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>buffered {ranges} s</source>
        <translation>缓冲 {ranges} 秒</translation>
    </message>
    <message>
        <source>sound {offset} ms late</source>
        <translation>声音晚 {offset} ms</translation>
    </message>
    <message>
        <source>sound {offset} ms early</source>
        <translation>声音早 {offset} ms</translation>
    </message>
    <message>
        <source>Predicted: {predicted}.</source>
        <translation>预测：{predicted}。</translation>
    </message>
    <message>
        <source>This differs from what was seen.</source>
        <translation>这与实际所见不同。</translation>
    </message>
    <message>
        <source>Prevents playing</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>Loses frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Stops playing</source>
        <translation>播放停住</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>声音不同步</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>refuses the file</source>
        <translation>拒绝该文件</translation>
    </message>
    <message>
        <source>takes it, and plays nothing</source>
        <translation>接受，但什么也不播放</translation>
    </message>
    <message>
        <source>loses frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>stops there</source>
        <translation>在那里停住</translation>
    </message>
    <message>
        <source>plays picture and sound apart</source>
        <translation>画面与声音不同步</translation>
    </message>
    <message>
        <source>cannot begin there</source>
        <translation>无法从那里开始</translation>
    </message>
    <message>
        <source>does not mind</source>
        <translation>不受影响</translation>
    </message>
    <message>
        <source>Byte {offset}</source>
        <translation>字节 {offset}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>{effect} (measured: {version})</source>
        <translation>{effect}（实测：{version}）</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>Of no use</source>
        <translation>无效的方法</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} 和 {last}</translation>
    </message>
</context>
<context>
    <name>GopFields</name>
    <message>
        <source>One every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Never closer than</source>
        <translation>最小间隔</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> 帧</translation>
    </message>
    <message>
        <source>Also where the scene cuts</source>
        <translation>场景切换处也插入</translation>
    </message>
    <message>
        <source>Distance between keyframes in seconds</source>
        <translation>关键帧间隔（秒）</translation>
    </message>
    <message>
        <source>Distance between keyframes in frames</source>
        <translation>关键帧间隔（帧）</translation>
    </message>
    <message>
        <source>Unit of the distance between keyframes</source>
        <translation>关键帧间隔的单位</translation>
    </message>
    <message>
        <source>Smallest distance between keyframes in frames</source>
        <translation>关键帧最小间隔（帧）</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -g, computed from the exact frame rate</source>
        <translation>ffmpeg 的 -g 选项，由精确帧率计算</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -g</source>
        <translation>ffmpeg 的 -g 选项</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -keyint_min</source>
        <translation>ffmpeg 的 -keyint_min 选项</translation>
    </message>
    <message>
        <source>Off gives segments of one length, which streaming needs.</source>
        <translation>关闭时各段等长，这正是流式播放所需要的。</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>所选项信息</translation>
    </message>
    <message>
        <source>Faults were found</source>
        <translation>发现错误</translation>
    </message>
</context>
<context>
    <name>LadderDialog</name>
    <message>
        <source>Make a ladder of {name}</source>
        <translation>制作 {name} 的码率阶梯</translation>
    </message>
    <message>
        <source>Several sizes of one film: a player changes between them as its line allows.</source>
        <translation>同一影片的多个尺寸：播放器按线路情况在其间切换。</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sizes</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keyframe every</source>
        <translation>关键帧间隔(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Chosen to suit, or 720:2500k, 360:700k</source>
        <translation>自动选择，或 720:2500k, 360:700k</translation>
    </message>
    <message>
        <source>One for each size</source>
        <translation>每个尺寸一个文件</translation>
    </message>
    <message>
        <source>One for each segment</source>
        <translation>每个分段一个文件</translation>
    </message>
    <message>
        <source>Play every &amp;change between sizes</source>
        <translation>播放各尺寸之间的每次切换(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>制作(&amp;M)</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>{engine}: change {number} of {count}…</source>
        <translation>{engine}：第 {number} 次切换，共 {count} 次…</translation>
    </message>
    <message>
        <source>Checking that every size fits the others…</source>
        <translation>正在检查各个尺寸是否彼此相配…</translation>
    </message>
    <message>
        <source>Writing playlists…</source>
        <translation>正在写入播放列表…</translation>
    </message>
    <message>
        <source>Encoding {track}…</source>
        <translation>正在编码 {track}…</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s), aligned to the frame.</source>
        <translation>
            <numerusform>%n 个尺寸，已逐帧对齐。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrariesField</name>
    <message>
        <source>Player libraries for the preview</source>
        <translation>预览用的播放器库</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder of player libraries</source>
        <translation>选择播放器库文件夹</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Use no player libraries</source>
        <translation>不使用播放器库</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>未选择文件夹</translation>
    </message>
    <message>
        <source>With hls.js, Shaka Player or dash.js in a folder of yours, the preview can play files in them, too. Nothing is downloaded.</source>
        <translation>把 hls.js、Shaka Player 或 dash.js 放入您的一个文件夹，预览就也能用它们播放文件。不会下载任何东西。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Found: {libraries}</source>
        <translation>已找到：{libraries}</translation>
    </message>
    <message>
        <source>Neither hls.js nor Shaka Player nor dash.js was found there.</source>
        <translation>那里没有找到 hls.js、Shaka Player 或 dash.js。</translation>
    </message>
    <message>
        <source>Folder of player libraries</source>
        <translation>播放器库文件夹</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Scan this with the device&apos;s camera, or open the link there:</source>
        <translation>请用设备的相机扫描，或在设备上打开此链接：</translation>
    </message>
    <message>
        <source>Does it not open? The device has to be in the same network, and the firewall of this machine has to let it in.</source>
        <translation>打不开？设备必须在同一网络中，此机器的防火墙也必须允许它访问。</translation>
    </message>
    <message>
        <source>Link for the device</source>
        <translation>供设备使用的链接</translation>
    </message>
    <message>
        <source>Closes in {time} if nobody uses it.</source>
        <translation>若无人使用，将在 {time} 后关闭。</translation>
    </message>
    <message>
        <source>QR code: {link}</source>
        <translation>二维码：{link}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
</context>
<context>
    <name>LiveDialog</name>
    <message>
        <source>It is encoded on this machine. Only this machine can open its addresses.</source>
        <translation>编码在此机器上进行。只有此机器能打开它的地址。</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>麦克风(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>Frame &amp;rate</source>
        <translation>帧率(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Bit rate</source>
        <translation>码率(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Keyframe every</source>
        <translation>关键帧间隔(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>声音(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Given by itself</source>
        <translation>自动命名</translation>
    </message>
    <message>
        <source>Begin again at the &amp;end</source>
        <translation>播完后从头再来(&amp;E)</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>开始(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>WebM with VP8</source>
        <translation>WebM（VP8）</translation>
    </message>
    <message>
        <source>MP4 with H.264</source>
        <translation>MP4（H.264）</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>Connect one, then open this again.</source>
        <translation>请连接一个，再重新打开此窗口。</translation>
    </message>
    <message>
        <source>This cannot be a name.</source>
        <translation>这不能作为名称。</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores can.</source>
        <translation>可用字母、数字、点、连字符和下划线。</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing has been run for this file yet.</source>
        <translation>此文件尚未运行过任何任务。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>所选项信息</translation>
    </message>
</context>
<context>
    <name>MissingRow</name>
    <message>
        <source>Command that installs {engine}</source>
        <translation>安装 {engine} 的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command that installs {engine}</source>
        <translation>复制安装 {engine} 的命令</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Nothing starts by itself.</source>
        <translation>不会自动开始。</translation>
    </message>
    <message>
        <source>The queue cannot be saved now. Running files go on.</source>
        <translation>现在无法保存队列。正在转换的文件会继续。</translation>
    </message>
    <message>
        <source>Changes are kept until MSE Studio ends. Free some disk space.</source>
        <translation>更改会保留到 MSE Studio 结束为止。请清理磁盘空间。</translation>
    </message>
    <message>
        <source>The queue stopped before {name}, as you asked.</source>
        <translation>队列按您的要求在 {name} 之前停止。</translation>
    </message>
    <message>
        <source>Start goes on with it.</source>
        <translation>按“开始”从它继续。</translation>
    </message>
    <message>
        <source>{name} has made no progress for a while.</source>
        <translation>{name} 有一段时间没有进展。</translation>
    </message>
    <message>
        <source>Wait, or cancel it.</source>
        <translation>请等待，或取消它。</translation>
    </message>
    <message>
        <source>MSE Studio closed unexpectedly.</source>
        <translation>MSE Studio 意外关闭了。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are all still here.</source>
        <translation>
            <numerusform>%n 个文件都还在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was interrupted and begins anew.</source>
        <translation>
            <numerusform>%n 个被中断，将从头开始。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was complete already.</source>
        <translation>
            <numerusform>%n 个当时已完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is on hold: this happened twice while it ran.</source>
        <translation>
            <numerusform>%n 个被搁置：转换它时两次发生了这种情况。</numerusform>
        </translation>
    </message>
    <message>
        <source>{volume} is gone. Files that go there wait.</source>
        <translation>{volume} 不见了。要写到那里的文件正在等待。</translation>
    </message>
    <message>
        <source>Connect the drive again, then resume.</source>
        <translation>重新连接驱动器，然后继续。</translation>
    </message>
    <message>
        <source>{volume} is nearly full. Files that go there stand still.</source>
        <translation>{volume} 快满了。要写到那里的文件已停住。</translation>
    </message>
    <message>
        <source>Free some space; they go on by themselves.</source>
        <translation>请清理一些空间；它们会自动继续。</translation>
    </message>
    <message>
        <source>{volume} is full. Files that go there wait.</source>
        <translation>{volume} 已满。要写到那里的文件正在等待。</translation>
    </message>
    <message>
        <source>Free some space, then resume.</source>
        <translation>请清理一些空间，然后继续。</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>开始队列</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消它</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) would have the name of a file that exists.</source>
        <translation>
            <numerusform>%n 个结果的名称与已有文件相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replacing waits until the new file is complete.</source>
        <translation>新文件完整后才会替换。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) changed since they were added.</source>
        <translation>
            <numerusform>%n 个源文件在添加后有改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use as they are now</source>
        <translation>按现在的样子使用</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be found.</source>
        <translation>
            <numerusform>找不到 %n 个源文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect the drive, or say where they are now.</source>
        <translation>连接驱动器，或指明它们现在的位置。</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>指定位置…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for room on the disk.</source>
        <translation>
            <numerusform>%n 个文件在等待磁盘空间。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Run all the same</source>
        <translation>仍然转换</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be converted.</source>
        <translation>
            <numerusform>%n 个文件未能转换。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>The queue needs a look</source>
        <translation>请查看队列</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>队列已完成</translation>
    </message>
    <message>
        <source>The queue stopped</source>
        <translation>队列已停止</translation>
    </message>
</context>
<context>
    <name>OutputFields</name>
    <message>
        <source>Results go</source>
        <translation>结果位置</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tree of</source>
        <translation>目录树根</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>若已存在</translation>
    </message>
    <message>
        <source>Beside the source file</source>
        <translation>与源文件相同的位置</translation>
    </message>
    <message>
        <source>Into one folder</source>
        <translation>放入一个文件夹</translation>
    </message>
    <message>
        <source>Into a folder, as a mirrored tree</source>
        <translation>放入文件夹并保持目录树</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>加编号</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>跳过该文件</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>询问我</translation>
    </message>
    <message>
        <source>Replace it once the new one is complete</source>
        <translation>新文件完整后替换</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation>插入字段…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation>结果保存到哪里</translation>
    </message>
    <message>
        <source>What happens when the name is taken</source>
        <translation>名称已被占用时怎么办</translation>
    </message>
    <message>
        <source>Insert a field into the name</source>
        <translation>在名称中插入字段</translation>
    </message>
    <message>
        <source>Name of results</source>
        <translation>结果的名称</translation>
    </message>
    <message>
        <source>Choose the folder of results</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Choose the folder whose tree is mirrored</source>
        <translation>选择要保持其目录树的文件夹</translation>
    </message>
    <message>
        <source>Folders below this one are made again for the results</source>
        <translation>此文件夹下的子文件夹会为结果重新建立</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <source>Folder whose tree is mirrored</source>
        <translation>要保持其目录树的文件夹</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Picture at {time} in {engine}</source>
        <translation>{engine} 中 {time} 处的画面</translation>
    </message>
    <message>
        <source>Press to see it larger</source>
        <translation>按下可放大查看</translation>
    </message>
</context>
<context>
    <name>PlayerFrame</name>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
</context>
<context>
    <name>Plural</name>
    <message numerus="yes">
        <source>A keyframe every %n frame(s)</source>
        <translation>
            <numerusform>每 %n 帧一个关键帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A keyframe at least every %n frame(s)</source>
        <translation>
            <numerusform>至少每 %n 帧一个关键帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>添加 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s)</source>
        <translation>
            <numerusform>移除 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being converted.</source>
        <translation>
            <numerusform>仍有 %n 个文件正在转换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n engine(s)</source>
        <translation>
            <numerusform>%n 个引擎</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {count} of %n engine(s)</source>
        <translation>
            <numerusform>%n 个引擎中的 {count} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As predicted in {count} of %n engine(s).</source>
        <translation>
            <numerusform>%n 个引擎中有 {count} 个与预测一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{decoded} of %n frame(s)</source>
        <translation>
            <numerusform>{decoded} / %n 帧</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetPanel</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Not available: this ffmpeg has no {encoder}.</source>
        <translation>不可用：此 ffmpeg 没有 {encoder}。</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Reading the segments…</source>
        <translation>正在读取分段…</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM or MP4.</source>
        <translation>选择已完成的文件，或 WebM、MP4 文件。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>The preview stopped.</source>
        <translation>预览已停止。</translation>
    </message>
</context>
<context>
    <name>QueueInUse</name>
    <message>
        <source>Another MSE Studio works on the queue just now.</source>
        <translation>另一个 MSE Studio 正在使用队列。</translation>
    </message>
    <message>
        <source>Without it, the window has a queue of its own, which ends with the window.</source>
        <translation>没有它，此窗口使用自己的队列，窗口关闭即结束。</translation>
    </message>
    <message>
        <source>Open without the queue</source>
        <translation>不用该队列打开</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Progress of the repair</source>
        <translation>修复进度</translation>
    </message>
    <message>
        <source>Repair {name}</source>
        <translation>修复 {name}</translation>
    </message>
    <message>
        <source>What the repair came to</source>
        <translation>修复结果</translation>
    </message>
    <message>
        <source>Frames are copied into a new file, which is then compared with the source.</source>
        <translation>帧会复制到新文件中，然后与源文件比对。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>加入列表</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写出：{name}</translation>
    </message>
    <message numerus="yes">
        <source>Proof: %n frame(s) found again, byte for byte.</source>
        <translation>
            <numerusform>证明：%n 帧逐字节一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be repaired; no file was written.</source>
        <translation>无需修复；没有写出文件。</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>剩余的问题</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>所做的修改</translation>
    </message>
    <message>
        <source>Before (predicted)</source>
        <translation>修复前（预测）</translation>
    </message>
    <message>
        <source>After (predicted, not played yet)</source>
        <translation>修复后（预测，尚未播放）</translation>
    </message>
</context>
<context>
    <name>RoomRequests</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RowDrag</name>
    <message>
        <source>The list is sorted by a column. View &gt; Queue order lets you move files.</source>
        <translation>列表正按某一列排序。选“视图 &gt; 队列顺序”后才能移动文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s values</source>
        <translation>恢复预设值</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) selected</source>
        <translation>
            <numerusform>已选择 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Files you add</source>
        <translation>将要添加的文件</translation>
    </message>
    <message>
        <source>This is being converted with these settings.</source>
        <translation>正在用这些设置转换。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Different presets</source>
        <translation>预设不同</translation>
    </message>
    <message>
        <source>This is done. Retry it to change its settings.</source>
        <translation>已完成。要更改设置请重试。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them run or are done and stay as they are.</source>
        <translation>
            <numerusform>其中 %n 个正在转换或已完成，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Result: {name}</source>
        <translation>结果：{name}</translation>
    </message>
    <message>
        <source>The picture is copied: its keyframes stay where they are.</source>
        <translation>画面直接复制：关键帧位置不变。</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>Select a file to see what this comes to in frames.</source>
        <translation>选择一个文件以查看换算成帧的结果。</translation>
    </message>
    <message>
        <source>At {rate}. Every segment begins with one.</source>
        <translation>{rate}。每个分段都以关键帧开头。</translation>
    </message>
    <message numerus="yes">
        <source>At {rate}, never closer than %n frame(s).</source>
        <translation>
            <numerusform>{rate}，间隔不小于 %n 帧。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>{address} (this machine only, for trying)</source>
        <translation>{address}（仅限此机器，供试用）</translation>
    </message>
    <message>
        <source>A browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>{browser} on {system}</source>
        <translation>{system} 上的 {browser}</translation>
    </message>
    <message>
        <source>Waits for a tap on Start on the device.</source>
        <translation>等待在设备上点按“开始”。</translation>
    </message>
    <message>
        <source>Has opened the page.</source>
        <translation>已打开页面。</translation>
    </message>
    <message>
        <source>At work: {step}, {time} of {whole}</source>
        <translation>进行中：{step}，{time} / {whole}</translation>
    </message>
    <message>
        <source>At work: {step}</source>
        <translation>进行中：{step}</translation>
    </message>
    <message>
        <source>It plays ({frames}).</source>
        <translation>可以播放（{frames}）。</translation>
    </message>
    <message>
        <source>It plays.</source>
        <translation>可以播放。</translation>
    </message>
    <message>
        <source>It does not play: {reason}</source>
        <translation>无法播放：{reason}</translation>
    </message>
    <message>
        <source>It cannot decode this format; that says nothing against the file.</source>
        <translation>它无法解码此格式；这并不说明文件有问题。</translation>
    </message>
    <message>
        <source>No verdict: {reason}</source>
        <translation>没有结论：{reason}</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Open on another device</source>
        <translation>在其他设备上打开</translation>
    </message>
    <message>
        <source>A phone or another computer plays {name} and tells how it went.</source>
        <translation>手机或另一台计算机会播放 {name} 并报告结果。</translation>
    </message>
    <message>
        <source>Shared is this one file, and nothing else.</source>
        <translation>只共享这一个文件，不共享其他任何内容。</translation>
    </message>
    <message>
        <source>Everyone in this network who has the link can open it.</source>
        <translation>此网络中持有链接的任何人都能打开它。</translation>
    </message>
    <message>
        <source>It is sent unencrypted: others in this network may be able to read it.</source>
        <translation>传输不加密：此网络中的其他人也许能读取。</translation>
    </message>
    <message numerus="yes">
        <source>It ends when you stop it, when this dialog is closed, or after %n minute(s) without use.</source>
        <translation>
            <numerusform>停止共享、关闭此对话框，或 %n 分钟无人使用后，共享即结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Address at which the file is shared</source>
        <translation>共享文件所用的地址</translation>
    </message>
    <message>
        <source>Devices that opened the link</source>
        <translation>打开过链接的设备</translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation>共享(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top sharing</source>
        <translation>停止共享(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Nobody used the link any more, so it was closed.</source>
        <translation>链接不再有人使用，因此已关闭。</translation>
    </message>
    <message>
        <source>The link is closed.</source>
        <translation>链接已关闭。</translation>
    </message>
    <message>
        <source>This address may be reachable from outside your own network.</source>
        <translation>从您自己的网络之外也许能访问此地址。</translation>
    </message>
</context>
<context>
    <name>SlotsField</name>
    <message>
        <source>Files converted at a time</source>
        <translation>同时转换的文件数</translation>
    </message>
    <message>
        <source>How many files are converted at a time; may be changed while they run</source>
        <translation>同时转换多少个文件；转换时也可更改</translation>
    </message>
    <message>
        <source>Auto ({count})</source>
        <translation>自动（{count}）</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>StreamCommands</name>
    <message>
        <source>&amp;Page in our player</source>
        <translation>本程序播放器的页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;HLS playlist</source>
        <translation>HLS 播放列表(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;DASH manifest</source>
        <translation>DASH 清单(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Live socket</source>
        <translation>直播套接字(&amp;L)</translation>
    </message>
    <message>
        <source>Simple page with &amp;chunks</source>
        <translation>带数据块的简单页面(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Segments as JSON</source>
        <translation>JSON 格式的分段(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;tatus as JSON</source>
        <translation>JSON 格式的状态(&amp;T)</translation>
    </message>
    <message>
        <source>Copied. It works on this machine only.</source>
        <translation>已复制。只能在此机器上使用。</translation>
    </message>
</context>
<context>
    <name>StreamDetails</name>
    <message>
        <source>Viewers of the stream</source>
        <translation>此流的观众</translation>
    </message>
    <message>
        <source>on air for {time}</source>
        <translation>已播送 {time}</translation>
    </message>
    <message>
        <source>Select a stream to see who watches it.</source>
        <translation>选择一个流以查看谁在观看。</translation>
    </message>
    <message>
        <source>Nobody can watch it now.</source>
        <translation>现在没有人能观看它。</translation>
    </message>
    <message>
        <source>Nobody watches. Play it here, or copy an address for another player.</source>
        <translation>没有人在观看。请在此播放，或复制地址供其他播放器使用。</translation>
    </message>
    <message>
        <source>The stream failed.</source>
        <translation>流失败了。</translation>
    </message>
    <message>
        <source>Start tries it once more.</source>
        <translation>“开始”会再试一次。</translation>
    </message>
</context>
<context>
    <name>StreamDock</name>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
</context>
<context>
    <name>StreamGraph</name>
    <message>
        <source>Rate and delay of the last minute</source>
        <translation>最近一分钟的速率和延迟</translation>
    </message>
    <message>
        <source>Sent: {rate}</source>
        <translation>已发送：{rate}</translation>
    </message>
    <message>
        <source>Behind: {time}</source>
        <translation>落后：{time}</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近一分钟</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>StreamPlayer</name>
    <message>
        <source>Close the player</source>
        <translation>关闭播放器</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>正在播放：{name}</translation>
    </message>
    <message>
        <source>The player stopped.</source>
        <translation>播放器停止了。</translation>
    </message>
</context>
<context>
    <name>StreamPlural</name>
    <message numerus="yes">
        <source>%n viewer(s)</source>
        <translation>
            <numerusform>%n 位观众</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) are still running.</source>
        <translation>
            <numerusform>仍有 %n 个流在运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of pictures left out</source>
        <translation>
            <numerusform>略去了 %n 个 GOP</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamRoom</name>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New stream</source>
        <translation>新建流</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Play an address: vod://NAME</source>
        <translation>播放地址：vod://NAME</translation>
    </message>
    <message>
        <source>Address of a stream to be played</source>
        <translation>要播放的流的地址</translation>
    </message>
    <message>
        <source>Hide the streams; they go on</source>
        <translation>隐藏流；它们会继续</translation>
    </message>
    <message>
        <source>Nothing is streamed yet</source>
        <translation>尚未播送任何内容</translation>
    </message>
    <message>
        <source>Drop files here, or press New. Only this machine can open the addresses.</source>
        <translation>把文件拖到这里，或按“新建”。只有此机器能打开这些地址。</translation>
    </message>
</context>
<context>
    <name>Streams</name>
    <message>
        <source>Stream a test picture</source>
        <translation>播送测试画面</translation>
    </message>
    <message>
        <source>Stream a camera</source>
        <translation>播送摄像头</translation>
    </message>
    <message>
        <source>Stream the screen</source>
        <translation>播送屏幕</translation>
    </message>
    <message>
        <source>Stream a microphone</source>
        <translation>播送麦克风</translation>
    </message>
    <message>
        <source>Stream {name} live</source>
        <translation>直播 {name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>没有找到摄像头。</translation>
    </message>
    <message>
        <source>No screen can be taken here.</source>
        <translation>这里无法获取屏幕。</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>没有找到麦克风。</translation>
    </message>
    <message>
        <source>The recording is finished: {name}.</source>
        <translation>录制已完成：{name}。</translation>
    </message>
    <message>
        <source>No fault was found. It is in the list, and streamed as a file.</source>
        <translation>没有发现问题。它已在列表中，并作为文件播送。</translation>
    </message>
    <message>
        <source>File, each viewer for themselves</source>
        <translation>文件，每位观众各自观看</translation>
    </message>
    <message>
        <source>File, all at the same moment</source>
        <translation>文件，所有人在同一时刻</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>正在播放</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Line too slow</source>
        <translation>线路太慢</translation>
    </message>
    <message>
        <source>{rate} Gbit/s</source>
        <translation>{rate} Gbit/s</translation>
    </message>
    <message>
        <source>{rate} Mbit/s</source>
        <translation>{rate} Mbit/s</translation>
    </message>
    <message>
        <source>{rate} kbit/s</source>
        <translation>{rate} kbit/s</translation>
    </message>
    <message>
        <source>Live socket</source>
        <translation>直播套接字</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>数据块</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>SupportTable</name>
    <message>
        <source>Results of these presets</source>
        <translation>这些预设的结果</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>MediaSource takes it, but mediaCapabilities says it is not decoded.</source>
        <translation>MediaSource 接受，但 mediaCapabilities 称无法解码。</translation>
    </message>
    <message>
        <source>MediaSource does not take it, though mediaCapabilities says it is decoded.</source>
        <translation>MediaSource 不接受，但 mediaCapabilities 称可以解码。</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Why, and what helps</source>
        <translation>原因与解决办法</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>预测，未播放</translation>
    </message>
    <message>
        <source>Being checked in real engines…</source>
        <translation>正在真实引擎中检查…</translation>
    </message>
    <message>
        <source>Waits to be checked.</source>
        <translation>等待检查。</translation>
    </message>
    <message>
        <source>Played to its end in {engines}.</source>
        <translation>已在 {engines} 中完整播放。</translation>
    </message>
    <message>
        <source>Played to its end in {engines}, with remarks.</source>
        <translation>已在 {engines} 中完整播放，但有需要注意之处。</translation>
    </message>
    <message>
        <source>Does not play in {engines}.</source>
        <translation>无法在 {engines} 中播放。</translation>
    </message>
    <message>
        <source>Will not play in every browser.</source>
        <translation>并非在所有浏览器中都能播放。</translation>
    </message>
    <message>
        <source>Not played: no answer from {engines}.</source>
        <translation>未播放：{engines} 没有回应。</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode this format.</source>
        <translation>未播放：这里没有引擎能解码此格式。</translation>
    </message>
    <message>
        <source>Not played: {engines} was not tested.</source>
        <translation>未播放：{engines} 未测试。</translation>
    </message>
    <message>
        <source>Not played: there is no browser to ask. See Browsers and engines in the Tools menu.</source>
        <translation>未播放：没有可询问的浏览器。请查看“工具”菜单中的“浏览器与引擎”。</translation>
    </message>
    <message>
        <source>As predicted.</source>
        <translation>与预测一致。</translation>
    </message>
    <message>
        <source>Played on {date}</source>
        <translation>播放于 {date}</translation>
    </message>
    <message>
        <source>Checked on {date}</source>
        <translation>检查于 {date}</translation>
    </message>
    <message>
        <source>the built-in player</source>
        <translation>内置播放器</translation>
    </message>
</context>
<context>
    <name>VerdictFoot</name>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>A sound copy can be made without encoding; this file stays as it is.</source>
        <translation>无需重新编码即可制作完好的副本；此文件保持不变。</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>Copying cannot cure this; encoding again does.</source>
        <translation>复制无法解决；重新编码可以。</translation>
    </message>
    <message>
        <source>For what is left, it must be encoded again.</source>
        <translation>剩余的问题只能靠重新编码解决。</translation>
    </message>
    <message>
        <source>Use preset “{name}”</source>
        <translation>使用预设“{name}”</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Check in browsers</source>
        <translation>在浏览器中检查</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict on the file</source>
        <translation>文件结论</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM, MP4 or Matroska file.</source>
        <translation>选择已完成的文件，或 WebM、MP4、Matroska 文件。</translation>
    </message>
    <message>
        <source>Being checked in real engines…</source>
        <translation>正在真实引擎中检查…</translation>
    </message>
    <message>
        <source>Cannot be examined</source>
        <translation>无法分析</translation>
    </message>
    <message>
        <source>The file is being examined…</source>
        <translation>正在分析文件…</translation>
    </message>
    <message>
        <source>Not examined yet.</source>
        <translation>尚未分析。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>It is checked as soon as it is its turn.</source>
        <translation>轮到它时就会检查。</translation>
    </message>
    <message>
        <source>Rendition “{name}”</source>
        <translation>版本“{name}”</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>预测，未播放</translation>
    </message>
    <message>
        <source>Asked of real engines</source>
        <translation>已询问真实引擎</translation>
    </message>
    <message>
        <source>Played in real engines</source>
        <translation>已在真实引擎中播放</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>{engine} (predicted)</source>
        <translation>{engine}（预测）</translation>
    </message>
</context>
<context>
    <name>ViewerModel</name>
    <message>
        <source>Groups of pictures that were left out because the line is too slow</source>
        <translation>因线路太慢而略去的 GOP</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>The line carries less than the stream needs.</source>
        <translation>线路的速率低于此流所需。</translation>
    </message>
</context>
<context>
    <name>WhenDoneButton</name>
    <message>
        <source>Nothing</source>
        <translation>什么都不做</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>关机</translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation>运行命令…</translation>
    </message>
    <message>
        <source>When done: {action}</source>
        <translation>完成后：{action}</translation>
    </message>
    <message>
        <source>What happens when the queue has nothing left to do</source>
        <translation>队列全部完成后做什么</translation>
    </message>
    <message>
        <source>Run a command when done</source>
        <translation>完成后运行命令</translation>
    </message>
    <message>
        <source>Program and arguments, with quotation marks around what holds spaces.
{done} and {failed} become the numbers of files.</source>
        <translation>程序和参数，含空格的部分加引号。
{done} 和 {failed} 会换成文件数。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message>
        <source>{codec}, {rate} kHz</source>
        <translation>{codec}，{rate} kHz</translation>
    </message>
    <message>
        <source>up to {seconds}</source>
        <translation>最长 {seconds}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>剩余 {hours} 小时</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>转换中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>验证中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done, with warnings</source>
        <translation>完成，有警告</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>仅检查</translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation>由您搁置</translation>
    </message>
    <message>
        <source>The source changed since it was added</source>
        <translation>源文件在添加后有改动</translation>
    </message>
    <message>
        <source>A file of this name exists already</source>
        <translation>同名文件已存在</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>The drive is gone</source>
        <translation>驱动器不见了</translation>
    </message>
    <message>
        <source>The program ended twice while it ran</source>
        <translation>转换它时程序两次中断</translation>
    </message>
    <message>
        <source>Is not converted</source>
        <translation>不转换</translation>
    </message>
    <message>
        <source>Finished: {name}</source>
        <translation>已完成：{name}</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>可播放</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>播放失败</translation>
    </message>
    <message>
        <source>Not played</source>
        <translation>未播放</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>有需注意之处</translation>
    </message>
    <message>
        <source>has faults</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>in {engine}</source>
        <translation>{engine}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>cannot decode it here</source>
        <translation>在这里无法解码</translation>
    </message>
    <message>
        <source>no engine asked</source>
        <translation>没有询问引擎</translation>
    </message>
    <message>
        <source>played to the end</source>
        <translation>已完整播放</translation>
    </message>
    <message>
        <source>did not play</source>
        <translation>未能播放</translation>
    </message>
    <message>
        <source>gave no answer in time</source>
        <translation>未在限时内回应</translation>
    </message>
    <message>
        <source>was not tested</source>
        <translation>未测试</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>写入位置(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 个完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with warnings</source>
        <translation>
            <numerusform>%n 个有警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n 个不完整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 个取消</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>同时转换的文件数</translation>
    </message>
    <message>
        <source>Give up without progress after</source>
        <translation>无进展多久后放弃</translation>
    </message>
    <message>
        <source>Keep free on the disk of results</source>
        <translation>结果所在磁盘保留空间</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>The last two count from the next start of MSE Studio on.</source>
        <translation>最后两项在下次启动 MSE Studio 后生效。</translation>
    </message>
    <message>
        <source>For files you add from now on:</source>
        <translation>用于之后添加的文件：</translation>
    </message>
    <message>
        <source>Tell me when all is done or something goes wrong</source>
        <translation>全部完成或出现问题时通知我</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>同时发出声音</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
</TS>
