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
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
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
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Convert every file that is ready</source>
        <translation>转换所有就绪的文件</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel the selection, or everything</source>
        <translation>取消所选项或全部</translation>
    </message>
    <message>
        <source>Cancel a&amp;ll</source>
        <translation>全部取消(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel everything that waits or runs</source>
        <translation>取消所有等待和进行中的任务</translation>
    </message>
    <message>
        <source>&amp;Queue again</source>
        <translation>重新排队(&amp;Q)</translation>
    </message>
    <message>
        <source>Make the selection ready to start again</source>
        <translation>让所选项可以再次开始</translation>
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
        <source>Open containing &amp;folder</source>
        <translation>打开所在文件夹(&amp;F)</translation>
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
        <source>Versions of what works here</source>
        <translation>各组件的版本</translation>
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
        <source>{finished} of {total} files done</source>
        <translation>已完成 {finished} / {total} 个文件</translation>
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
    <name>Checker</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
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
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
    <name>Desk</name>
    <message numerus="yes">
        <source>%n running file(s) stayed. Cancel first.</source>
        <translation>
            <numerusform>%n 个正在转换的文件未移除，请先取消。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Change the keyframes</source>
        <translation>更改关键帧</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the list already.</source>
        <translation>
            <numerusform>%n 个文件已在列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个文件。</numerusform>
        </translation>
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
        <source>Closing cancels them. Finished files are kept, nothing else is.</source>
        <translation>关闭会取消转换。已完成的文件会保留，其余不会。</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <source>Keep converting</source>
        <translation>继续转换</translation>
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
        <source>Keyframes</source>
        <translation>关键帧</translation>
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
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
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
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>所选项信息</translation>
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
    <message>
        <source>Remove from list</source>
        <translation>从列表移除</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used.</source>
        <translation>
            <numerusform>%n 个文件无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The others stay. Each row says what is wrong.</source>
        <translation>其余文件保留。每一行都说明了问题所在。</translation>
    </message>
    <message>
        <source>Choose ffmpeg…</source>
        <translation>选择 ffmpeg…</translation>
    </message>
    <message>
        <source>Use the bundled one</source>
        <translation>使用自带的</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be converted.</source>
        <translation>
            <numerusform>%n 个文件无法转换。</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>重新排队</translation>
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
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Plays the same page in your default browser</source>
        <translation>在默认浏览器中播放同一页面</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Segments; press Enter to jump to one</source>
        <translation>分段；按回车跳转</translation>
    </message>
    <message>
        <source>Reading the segments…</source>
        <translation>正在读取分段…</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM or fragmented MP4.</source>
        <translation>选择已完成的文件，或 WebM、分段 MP4 文件。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个分段</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in player cannot decode {codecs}.</source>
        <translation>内置播放器无法解码 {codecs}。</translation>
    </message>
    <message>
        <source>The file itself is fine: it played in {engines}.</source>
        <translation>文件本身没有问题：它已在 {engines} 中播放。</translation>
    </message>
    <message>
        <source>This says nothing about the file. Open it in a browser to see it play.</source>
        <translation>这并不说明文件有问题。请在浏览器中打开观看。</translation>
    </message>
    <message>
        <source>This MP4 is not fragmented, so MSE cannot play it.</source>
        <translation>此 MP4 未分段，MSE 无法播放。</translation>
    </message>
    <message>
        <source>Convert it first; a preset without re-encoding will do.</source>
        <translation>请先转换；用不重新编码的预设即可。</translation>
    </message>
    <message>
        <source>The preview stopped.</source>
        <translation>预览已停止。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>再次播放</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Keyframe</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s values</source>
        <translation>恢复预设值</translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>重新排队</translation>
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
        <source>This is done. Queue it again to change its settings.</source>
        <translation>已完成。要更改设置，请重新排队。</translation>
    </message>
    <message>
        <source>This is being converted with these settings.</source>
        <translation>正在用这些设置转换。</translation>
    </message>
    <message>
        <source>Beside the source file</source>
        <translation>与源文件相同的位置</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
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
    <name>VerdictBox</name>
    <message>
        <source>Being checked in real engines…</source>
        <translation>正在真实引擎中检查…</translation>
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
        <source>the built-in player</source>
        <translation>内置播放器</translation>
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
        <source>Ready</source>
        <translation>就绪</translation>
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
        <source>Verifying</source>
        <translation>验证中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
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
        <source>in {engine}</source>
        <translation>{engine}</translation>
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
        <source>cannot decode this format</source>
        <translation>无法解码此格式</translation>
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
</TS>
