<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add video files to the list</source>
        <translation>Добавить видеофайлы в список</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Добавить п&amp;апку…</translation>
    </message>
    <message>
        <source>Add every video below a folder</source>
        <translation>Добавить все видео из папки</translation>
    </message>
    <message>
        <source>&amp;Import preset…</source>
        <translation>&amp;Импорт пресета…</translation>
    </message>
    <message>
        <source>Add a preset from a JSON file</source>
        <translation>Добавить пресет из файла JSON</translation>
    </message>
    <message>
        <source>Choose ff&amp;mpeg…</source>
        <translation>Выбрать ff&amp;mpeg…</translation>
    </message>
    <message>
        <source>Use another ffmpeg program</source>
        <translation>Использовать другую программу ffmpeg</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>&amp;Убрать из списка</translation>
    </message>
    <message>
        <source>Remove the selection; files stay on disk</source>
        <translation>Убрать выбранное; файлы останутся на диске</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Дублировать</translation>
    </message>
    <message>
        <source>Add the selection once more</source>
        <translation>Добавить выбранное ещё раз</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Выделить &amp;всё</translation>
    </message>
    <message>
        <source>Select every file</source>
        <translation>Выделить все файлы</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Искать по имени</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Старт</translation>
    </message>
    <message>
        <source>Convert every file that is ready</source>
        <translation>Преобразовать все готовые к запуску файлы</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Cancel the selection, or everything</source>
        <translation>Отменить выбранное или всё</translation>
    </message>
    <message>
        <source>Cancel a&amp;ll</source>
        <translation>Отменить &amp;все</translation>
    </message>
    <message>
        <source>Cancel everything that waits or runs</source>
        <translation>Отменить всё, что ждёт или выполняется</translation>
    </message>
    <message>
        <source>&amp;Queue again</source>
        <translation>&amp;Поставить снова</translation>
    </message>
    <message>
        <source>Make the selection ready to start again</source>
        <translation>Подготовить выбранное к новому запуску</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>Прове&amp;рить</translation>
    </message>
    <message>
        <source>Play the selection in every browser found</source>
        <translation>Воспроизвести выбранное во всех найденных браузерах</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Просмотр</translation>
    </message>
    <message>
        <source>Play the selection through MSE</source>
        <translation>Воспроизвести выбранное через MSE</translation>
    </message>
    <message>
        <source>Open containing &amp;folder</source>
        <translation>Открыть &amp;папку с файлом</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Показать результат в его папке</translation>
    </message>
    <message>
        <source>&amp;About MSE Studio</source>
        <translation>&amp;О программе MSE Studio</translation>
    </message>
    <message>
        <source>Versions of what works here</source>
        <translation>Версии составных частей</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Progress of all files</source>
        <translation>Ход работы по всем файлам</translation>
    </message>
    <message>
        <source>{finished} of {total} files done</source>
        <translation>Готово файлов: {finished} из {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) done</source>
        <translation>
            <numerusform>Готов %n файл</numerusform>
            <numerusform>Готово %n файла</numerusform>
            <numerusform>Готово %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed</source>
        <translation>
            <numerusform>%n файл с ошибкой</numerusform>
            <numerusform>%n файла с ошибкой</numerusform>
            <numerusform>%n файлов с ошибкой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready to start</source>
        <translation>
            <numerusform>%n файл готов к запуску</numerusform>
            <numerusform>%n файла готовы к запуску</numerusform>
            <numerusform>%n файлов готовы к запуску</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files to begin.</source>
        <translation>Добавьте файлы, чтобы начать.</translation>
    </message>
    <message>
        <source>ffmpeg {version}</source>
        <translation>ffmpeg {version}</translation>
    </message>
    <message>
        <source>Looking for ffmpeg…</source>
        <translation>Поиск ffmpeg…</translation>
    </message>
    <message>
        <source>No ffmpeg</source>
        <translation>Нет ffmpeg</translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
</context>
<context>
    <name>Chrome</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Очередь</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Столбцы</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>Поиск файлов</translation>
    </message>
    <message>
        <source>Search files by name</source>
        <translation>Поиск файлов по имени</translation>
    </message>
</context>
<context>
    <name>CommandPanel</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Копировать команду</translation>
    </message>
    <message>
        <source>ffmpeg command</source>
        <translation>Команда ffmpeg</translation>
    </message>
    <message>
        <source>What each option does</source>
        <translation>Что делает каждый параметр</translation>
    </message>
    <message>
        <source>Select a file to see its ffmpeg command.</source>
        <translation>Выберите файл, чтобы увидеть его команду ffmpeg.</translation>
    </message>
    <message>
        <source>This is the command, option by option:</source>
        <translation>Вот команда целиком:</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong inside MSE Studio.</source>
        <translation>Внутри MSE Studio произошла ошибка.</translation>
    </message>
    <message>
        <source>Your files are safe. Please report it with the log in {folder}.</source>
        <translation>Ваши файлы в сохранности. Сообщите об ошибке, приложив журнал из {folder}.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n running file(s) stayed. Cancel first.</source>
        <translation>
            <numerusform>%n выполняемый файл оставлен. Сначала отмените его.</numerusform>
            <numerusform>%n выполняемых файла оставлены. Сначала отмените их.</numerusform>
            <numerusform>%n выполняемых файлов оставлены. Сначала отмените их.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>Выбор пресета</translation>
    </message>
    <message>
        <source>Change the keyframes</source>
        <translation>Изменение ключевых кадров</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбор папки</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in the list already.</source>
        <translation>
            <numerusform>%n файл уже в списке.</numerusform>
            <numerusform>%n файла уже в списке.</numerusform>
            <numerusform>%n файлов уже в списке.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>Добавлен %n файл.</numerusform>
            <numerusform>Добавлено %n файла.</numerusform>
            <numerusform>Добавлено %n файлов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Property</source>
        <translation>Свойство</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Properties of the file</source>
        <translation>Свойства файла</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Копировать всё</translation>
    </message>
    <message>
        <source>Copy all properties</source>
        <translation>Копировать все свойства</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Файл читается…</translation>
    </message>
    <message>
        <source>Select a file to see what it holds.</source>
        <translation>Выберите файл, чтобы увидеть, что в нём.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Video {number}</source>
        <translation>Видео {number}</translation>
    </message>
    <message>
        <source>Sound {number}</source>
        <translation>Звук {number}</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Ключевые кадры</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Контейнер</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>постоянная</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>переменная</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Кодек</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Размер кадра</translation>
    </message>
    <message>
        <source>Pixel shape</source>
        <translation>Форма пикселя</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Поворот</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Частота кадров</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Частота</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадры</translation>
    </message>
    <message>
        <source>Pixel format</source>
        <translation>Формат пикселей</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Цветность</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Разрядность</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Битрейт</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Частота дискретизации</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Средний интервал</translation>
    </message>
    <message>
        <source>Longest distance</source>
        <translation>Наибольший интервал</translation>
    </message>
    <message>
        <source>{rate} kbit/s</source>
        <translation>{rate} кбит/с</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation>Видео и аудио</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Добавить папку</translation>
    </message>
    <message>
        <source>Choose ffmpeg</source>
        <translation>Выбрать ffmpeg</translation>
    </message>
    <message>
        <source>Import preset</source>
        <translation>Импорт пресета</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Пресеты</translation>
    </message>
    <message>
        <source>Closing cancels them. Finished files are kept, nothing else is.</source>
        <translation>При закрытии они будут отменены. Сохранятся только готовые файлы.</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Отменить и закрыть</translation>
    </message>
    <message>
        <source>Keep converting</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>About MSE Studio</source>
        <translation>О программе MSE Studio</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найден</translation>
    </message>
    <message>
        <source>Makes video for Media Source Extensions and proves that it plays.</source>
        <translation>Готовит видео для Media Source Extensions и доказывает, что оно воспроизводится.</translation>
    </message>
</context>
<context>
    <name>FileArea</name>
    <message>
        <source>Drop video files or folders here</source>
        <translation>Перетащите сюда видеофайлы или папки</translation>
    </message>
    <message>
        <source>They become WebM or fragmented MP4 that is proven to play in browsers.</source>
        <translation>Из них получится WebM или фрагментированный MP4, который проверенно играет в браузерах.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Добавить файлы…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Добавить папку…</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Кадр/с</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Ключ. кадры</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Пресет</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Не проверен</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Сбросить столбцы</translation>
    </message>
</context>
<context>
    <name>GopFields</name>
    <message>
        <source>One every</source>
        <translation>Один каждые</translation>
    </message>
    <message>
        <source>Never closer than</source>
        <translation>Не чаще чем</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>кадры</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> кадр.</translation>
    </message>
    <message>
        <source>Also where the scene cuts</source>
        <translation>Также на смене сцены</translation>
    </message>
    <message>
        <source>Distance between keyframes in seconds</source>
        <translation>Интервал между ключевыми кадрами в секундах</translation>
    </message>
    <message>
        <source>Distance between keyframes in frames</source>
        <translation>Интервал между ключевыми кадрами в кадрах</translation>
    </message>
    <message>
        <source>Unit of the distance between keyframes</source>
        <translation>Единица интервала между ключевыми кадрами</translation>
    </message>
    <message>
        <source>Smallest distance between keyframes in frames</source>
        <translation>Наименьший интервал между ключевыми кадрами в кадрах</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -g, computed from the exact frame rate</source>
        <translation>Параметр ffmpeg -g, вычисленный из точной частоты кадров</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -g</source>
        <translation>Параметр ffmpeg -g</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s option -keyint_min</source>
        <translation>Параметр ffmpeg -keyint_min</translation>
    </message>
    <message>
        <source>Off gives segments of one length, which streaming needs.</source>
        <translation>Без этого сегменты одной длины, как нужно для потоковой передачи.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>О выбранном</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>Копировать журнал</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Nothing has been run for this file yet.</source>
        <translation>Для этого файла ещё ничего не запускалось.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Presets</source>
        <translation>Пресеты</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>О выбранном</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used.</source>
        <translation>
            <numerusform>%n файл нельзя использовать.</numerusform>
            <numerusform>%n файла нельзя использовать.</numerusform>
            <numerusform>%n файлов нельзя использовать.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others stay. Each row says what is wrong.</source>
        <translation>Остальные остаются. В каждой строке сказано, что не так.</translation>
    </message>
    <message>
        <source>Choose ffmpeg…</source>
        <translation>Выбрать ffmpeg…</translation>
    </message>
    <message>
        <source>Use the bundled one</source>
        <translation>Использовать встроенный</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be converted.</source>
        <translation>
            <numerusform>%n файл не удалось преобразовать.</numerusform>
            <numerusform>%n файла не удалось преобразовать.</numerusform>
            <numerusform>%n файлов не удалось преобразовать.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>Поставить снова</translation>
    </message>
</context>
<context>
    <name>PlayerFrame</name>
    <message>
        <source>Player</source>
        <translation>Проигрыватель</translation>
    </message>
</context>
<context>
    <name>Plural</name>
    <message numerus="yes">
        <source>A keyframe every %n frame(s)</source>
        <translation>
            <numerusform>Ключевой кадр каждый %n кадр</numerusform>
            <numerusform>Ключевой кадр каждые %n кадра</numerusform>
            <numerusform>Ключевой кадр каждые %n кадров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A keyframe at least every %n frame(s)</source>
        <translation>
            <numerusform>Ключевой кадр не реже чем каждый %n кадр</numerusform>
            <numerusform>Ключевой кадр не реже чем каждые %n кадра</numerusform>
            <numerusform>Ключевой кадр не реже чем каждые %n кадров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>добавление %n файла</numerusform>
            <numerusform>добавление %n файлов</numerusform>
            <numerusform>добавление %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s)</source>
        <translation>
            <numerusform>удаление %n файла</numerusform>
            <numerusform>удаление %n файлов</numerusform>
            <numerusform>удаление %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being converted.</source>
        <translation>
            <numerusform>%n файл ещё преобразуется.</numerusform>
            <numerusform>%n файла ещё преобразуются.</numerusform>
            <numerusform>%n файлов ещё преобразуются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n engine(s)</source>
        <translation>
            <numerusform>в %n движке</numerusform>
            <numerusform>в %n движках</numerusform>
            <numerusform>в %n движках</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{decoded} of %n frame(s)</source>
        <translation>
            <numerusform>{decoded} из %n кадра</numerusform>
            <numerusform>{decoded} из %n кадров</numerusform>
            <numerusform>{decoded} из %n кадров</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetPanel</name>
    <message>
        <source>Presets</source>
        <translation>Пресеты</translation>
    </message>
    <message>
        <source>Not available: this ffmpeg has no {encoder}.</source>
        <translation>Недоступно: в этом ffmpeg нет {encoder}.</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Open in browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Plays the same page in your default browser</source>
        <translation>Воспроизводит ту же страницу в вашем браузере</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Сегменты</translation>
    </message>
    <message>
        <source>Segments; press Enter to jump to one</source>
        <translation>Сегменты; Enter — перейти к сегменту</translation>
    </message>
    <message>
        <source>Reading the segments…</source>
        <translation>Чтение сегментов…</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM or fragmented MP4.</source>
        <translation>Выберите готовый файл, WebM или фрагментированный MP4.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n сегмент</numerusform>
            <numerusform>%n сегмента</numerusform>
            <numerusform>%n сегментов</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in player cannot decode {codecs}.</source>
        <translation>Встроенный проигрыватель не умеет декодировать {codecs}.</translation>
    </message>
    <message>
        <source>The file itself is fine: it played in {engines}.</source>
        <translation>Сам файл в порядке: он воспроизведён в {engines}.</translation>
    </message>
    <message>
        <source>This says nothing about the file. Open it in a browser to see it play.</source>
        <translation>Это ничего не говорит о файле. Откройте его в браузере.</translation>
    </message>
    <message>
        <source>This MP4 is not fragmented, so MSE cannot play it.</source>
        <translation>Этот MP4 не фрагментирован, поэтому MSE его не воспроизведёт.</translation>
    </message>
    <message>
        <source>Convert it first; a preset without re-encoding will do.</source>
        <translation>Сначала преобразуйте его; хватит пресета без перекодирования.</translation>
    </message>
    <message>
        <source>The preview stopped.</source>
        <translation>Просмотр остановился.</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Воспроизвести снова</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Keyframe</source>
        <translation>Ключ.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Keyframes</source>
        <translation>Ключевые кадры</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Папка для результата</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Полезно знать</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s values</source>
        <translation>Вернуть значения пресета</translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>Поставить снова</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) selected</source>
        <translation>
            <numerusform>Выбран %n файл</numerusform>
            <numerusform>Выбрано %n файла</numerusform>
            <numerusform>Выбрано %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Files you add</source>
        <translation>Файлы, которые вы добавите</translation>
    </message>
    <message>
        <source>This is done. Queue it again to change its settings.</source>
        <translation>Готово. Чтобы изменить настройки, поставьте файл снова.</translation>
    </message>
    <message>
        <source>This is being converted with these settings.</source>
        <translation>Преобразуется с этими настройками.</translation>
    </message>
    <message>
        <source>Beside the source file</source>
        <translation>Рядом с исходным файлом</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Result: {name}</source>
        <translation>Результат: {name}</translation>
    </message>
    <message>
        <source>The picture is copied: its keyframes stay where they are.</source>
        <translation>Изображение копируется: ключевые кадры остаются на местах.</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>Select a file to see what this comes to in frames.</source>
        <translation>Выберите файл, чтобы увидеть это в кадрах.</translation>
    </message>
    <message>
        <source>At {rate}. Every segment begins with one.</source>
        <translation>При {rate}. С него начинается каждый сегмент.</translation>
    </message>
    <message numerus="yes">
        <source>At {rate}, never closer than %n frame(s).</source>
        <translation>
            <numerusform>При {rate}, не ближе %n кадра.</numerusform>
            <numerusform>При {rate}, не ближе %n кадров.</numerusform>
            <numerusform>При {rate}, не ближе %n кадров.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Being checked in real engines…</source>
        <translation>Проверяется в настоящих движках…</translation>
    </message>
    <message>
        <source>Played to its end in {engines}.</source>
        <translation>Воспроизведён до конца: {engines}.</translation>
    </message>
    <message>
        <source>Played to its end in {engines}, with remarks.</source>
        <translation>Воспроизведён до конца, с замечаниями: {engines}.</translation>
    </message>
    <message>
        <source>Does not play in {engines}.</source>
        <translation>Не воспроизводится: {engines}.</translation>
    </message>
    <message>
        <source>Will not play in every browser.</source>
        <translation>Будет воспроизводиться не во всех браузерах.</translation>
    </message>
    <message>
        <source>Not played: no answer from {engines}.</source>
        <translation>Не воспроизведён: нет ответа от {engines}.</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode this format.</source>
        <translation>Не воспроизведён: здесь нет движка, который умеет этот формат.</translation>
    </message>
    <message>
        <source>the built-in player</source>
        <translation>встроенный проигрыватель</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} к/с</translation>
    </message>
    <message>
        <source>{codec}, {rate} kHz</source>
        <translation>{codec}, {rate} кГц</translation>
    </message>
    <message>
        <source>up to {seconds}</source>
        <translation>до {seconds}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>ещё {seconds} с</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>ещё {minutes} мин</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>ещё {hours} ч</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>Не подходит</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов к пуску</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Преобразуется</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Проверяется</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Finished: {name}</source>
        <translation>Готово: {name}</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Играет</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Не играет</translation>
    </message>
    <message>
        <source>Not played</source>
        <translation>Не проверен</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>с замечаниями</translation>
    </message>
    <message>
        <source>in {engine}</source>
        <translation>в {engine}</translation>
    </message>
    <message>
        <source>played to the end</source>
        <translation>воспроизведён до конца</translation>
    </message>
    <message>
        <source>did not play</source>
        <translation>не воспроизвёл</translation>
    </message>
    <message>
        <source>cannot decode this format</source>
        <translation>не умеет этот формат</translation>
    </message>
    <message>
        <source>gave no answer in time</source>
        <translation>не ответил вовремя</translation>
    </message>
    <message>
        <source>was not tested</source>
        <translation>не проверялся</translation>
    </message>
</context>
</TS>
