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
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Отменить: {step}</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>Ве&amp;рнуть</translation>
    </message>
    <message>
        <source>Red&amp;o: {step}</source>
        <translation>Ве&amp;рнуть: {step}</translation>
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
        <source>Import q&amp;ueue…</source>
        <translation>Импорт &amp;очереди…</translation>
    </message>
    <message>
        <source>Add the files of a queue that was exported</source>
        <translation>Добавить файлы сохранённой очереди</translation>
    </message>
    <message>
        <source>&amp;Export queue…</source>
        <translation>&amp;Экспорт очереди…</translation>
    </message>
    <message>
        <source>Write the list with all settings to a file</source>
        <translation>Записать список со всеми настройками в файл</translation>
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
        <source>&amp;Preferences…</source>
        <translation>На&amp;стройки…</translation>
    </message>
    <message>
        <source>Parallel jobs, results, notices, language</source>
        <translation>Параллельная работа, результаты, уведомления, язык</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Convert every file that waits, in order</source>
        <translation>Преобразовать по порядку все ожидающие файлы</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Па&amp;уза</translation>
    </message>
    <message>
        <source>Let everything stand still</source>
        <translation>Приостановить всё</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Продо&amp;лжить</translation>
    </message>
    <message>
        <source>Go on where everything stands still</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>Stop &amp;after the current files</source>
        <translation>Остановить после теку&amp;щих</translation>
    </message>
    <message>
        <source>Finish what runs, start nothing new</source>
        <translation>Закончить начатое, нового не начинать</translation>
    </message>
    <message>
        <source>Stop no&amp;w</source>
        <translation>Остановить сра&amp;зу</translation>
    </message>
    <message>
        <source>Stop what runs; it stays in the queue</source>
        <translation>Остановить выполняемое; оно останется в очереди</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>Повторить о&amp;шибочные</translation>
    </message>
    <message>
        <source>Let everything wait again that failed</source>
        <translation>Вернуть в ожидание всё, что не удалось</translation>
    </message>
    <message>
        <source>Retr&amp;y all</source>
        <translation>Повторить вс&amp;е</translation>
    </message>
    <message>
        <source>Let everything wait again that is over</source>
        <translation>Вернуть в ожидание всё законченное</translation>
    </message>
    <message>
        <source>Stop &amp;before this file</source>
        <translation>Остановить пере&amp;д этим файлом</translation>
    </message>
    <message>
        <source>The queue stops when it comes to this file</source>
        <translation>Очередь остановится, дойдя до этого файла</translation>
    </message>
    <message>
        <source>Pause selecte&amp;d</source>
        <translation>Пауза для в&amp;ыбранных</translation>
    </message>
    <message>
        <source>Let the selected files stand still</source>
        <translation>Приостановить выбранные файлы</translation>
    </message>
    <message>
        <source>R&amp;esume selected</source>
        <translation>Продол&amp;жить выбранные</translation>
    </message>
    <message>
        <source>Let the selected files go on</source>
        <translation>Продолжить выбранные файлы</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Отложить</translation>
    </message>
    <message>
        <source>Do not run the selection until released</source>
        <translation>Не выполнять выбранное, пока не вернёте</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>&amp;Вернуть в очередь</translation>
    </message>
    <message>
        <source>Let what is on hold run</source>
        <translation>Снова выполнять отложенное</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>О&amp;тменить выбранные</translation>
    </message>
    <message>
        <source>Stop the selection; it does not run again</source>
        <translation>Остановить выбранное; снова оно не запустится</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Повтор&amp;ить</translation>
    </message>
    <message>
        <source>Let the selection wait to run again</source>
        <translation>Вернуть выбранное в ожидание</translation>
    </message>
    <message>
        <source>L&amp;ocate source…</source>
        <translation>Указать ис&amp;ходный файл…</translation>
    </message>
    <message>
        <source>Choose where the source file is now</source>
        <translation>Указать, где теперь исходный файл</translation>
    </message>
    <message>
        <source>Keep i&amp;ncomplete file</source>
        <translation>Сохр&amp;анить неполный файл</translation>
    </message>
    <message>
        <source>Give what came out a name of its own</source>
        <translation>Дать тому, что получилось, своё имя</translation>
    </message>
    <message>
        <source>D&amp;iscard incomplete file</source>
        <translation>Удалить неполный &amp;файл</translation>
    </message>
    <message>
        <source>Delete what came out</source>
        <translation>Удалить то, что получилось</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <translation>В н&amp;ачало</translation>
    </message>
    <message>
        <source>Let the selection run first</source>
        <translation>Выполнить выбранное первым</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Выше</translation>
    </message>
    <message>
        <source>Let the selection run earlier</source>
        <translation>Выполнить выбранное раньше</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Ниже</translation>
    </message>
    <message>
        <source>Let the selection run later</source>
        <translation>Выполнить выбранное позже</translation>
    </message>
    <message>
        <source>Move to &amp;end</source>
        <translation>В &amp;конец</translation>
    </message>
    <message>
        <source>Let the selection run last</source>
        <translation>Выполнить выбранное последним</translation>
    </message>
    <message>
        <source>Preview &amp;fills the window</source>
        <translation>&amp;Просмотр во всё окно</translation>
    </message>
    <message>
        <source>Show the preview without list and presets</source>
        <translation>Показать просмотр без списка и пресетов</translation>
    </message>
    <message>
        <source>Open &amp;result</source>
        <translation>Открыть &amp;результат</translation>
    </message>
    <message>
        <source>Open the result in its own program</source>
        <translation>Открыть результат в его программе</translation>
    </message>
    <message>
        <source>Open containing fo&amp;lder</source>
        <translation>Открыть &amp;папку с файлом</translation>
    </message>
    <message>
        <source>Copy lo&amp;g</source>
        <translation>Копировать &amp;журнал</translation>
    </message>
    <message>
        <source>Copy the log of the selected file</source>
        <translation>Копировать журнал выбранного файла</translation>
    </message>
    <message>
        <source>Save &amp;support bundle…</source>
        <translation>Сохранить отчёт для &amp;поддержки…</translation>
    </message>
    <message>
        <source>Pack the log and what is needed for help; private paths are hidden</source>
        <translation>Упаковать журнал и всё нужное для помощи; личные пути скрыты</translation>
    </message>
    <message>
        <source>C&amp;heck files…</source>
        <translation>Проверить фай&amp;лы…</translation>
    </message>
    <message>
        <source>Stop e&amp;very check</source>
        <translation>Оста&amp;новить все проверки</translation>
    </message>
    <message>
        <source>Check files that are not converted</source>
        <translation>Проверить файлы, не преобразуя их</translation>
    </message>
    <message>
        <source>Check a fol&amp;der…</source>
        <translation>Проверить пап&amp;ку…</translation>
    </message>
    <message>
        <source>Check every file below a folder</source>
        <translation>Проверить все файлы из папки</translation>
    </message>
    <message>
        <source>Stop checkin&amp;g</source>
        <translation>Остановить провер&amp;ку</translation>
    </message>
    <message>
        <source>Do not check the selection any further</source>
        <translation>Больше не проверять выбранное</translation>
    </message>
    <message>
        <source>Check nothing any further</source>
        <translation>Больше ничего не проверять</translation>
    </message>
    <message>
        <source>Sa&amp;ve report…</source>
        <translation>Со&amp;хранить отчёт…</translation>
    </message>
    <message>
        <source>Write what the checks of the selection saw</source>
        <translation>Записать, что показали проверки выбранного</translation>
    </message>
    <message>
        <source>Save report of &amp;all…</source>
        <translation>Сохранить отчёт обо вс&amp;ех…</translation>
    </message>
    <message>
        <source>Write what the checks of all files saw</source>
        <translation>Записать, что показали проверки всех файлов</translation>
    </message>
    <message>
        <source>E&amp;xamine without playing</source>
        <translation>Анали&amp;з без воспроизведения</translation>
    </message>
    <message>
        <source>Predict for each browser what it will do</source>
        <translation>Предсказать, что сделает каждый браузер</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>И&amp;справить…</translation>
    </message>
    <message>
        <source>Write a sound copy; nothing is encoded again</source>
        <translation>Записать исправную копию; ничего не перекодируется</translation>
    </message>
    <message>
        <source>Explain a browser &amp;message…</source>
        <translation>&amp;Объяснить сообщение браузера…</translation>
    </message>
    <message>
        <source>Find the cause of what a browser says</source>
        <translation>Найти причину того, что говорит браузер</translation>
    </message>
    <message>
        <source>&amp;Break it…</source>
        <translation>С&amp;ломать…</translation>
    </message>
    <message>
        <source>Make broken variants to test a player with</source>
        <translation>Сделать сломанные варианты для проверки плеера</translation>
    </message>
    <message>
        <source>Open on another &amp;device…</source>
        <translation>Открыть на дру&amp;гом устройстве…</translation>
    </message>
    <message>
        <source>Play the file on a phone or another computer</source>
        <translation>Воспроизвести файл на телефоне или другом компьютере</translation>
    </message>
    <message>
        <source>Browsers and en&amp;gines…</source>
        <translation>&amp;Браузеры и движки…</translation>
    </message>
    <message>
        <source>What is found here, and what it decodes</source>
        <translation>Что здесь найдено и что оно декодирует</translation>
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
        <source>Remove fi&amp;nished</source>
        <translation>Убрать &amp;готовые</translation>
    </message>
    <message>
        <source>Remove what is done; files stay on disk</source>
        <translation>Убрать готовое; файлы останутся на диске</translation>
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
        <source>Queue &amp;order</source>
        <translation>Порядок о&amp;череди</translation>
    </message>
    <message>
        <source>Show files in the order in which they run</source>
        <translation>Показать файлы в порядке выполнения</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Старт</translation>
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
        <source>Show the result in its folder</source>
        <translation>Показать результат в его папке</translation>
    </message>
    <message>
        <source>&amp;About MSE Studio</source>
        <translation>&amp;О программе MSE Studio</translation>
    </message>
    <message>
        <source>Close the window; the queue is kept</source>
        <translation>Закрыть окно; очередь сохранится</translation>
    </message>
    <message>
        <source>Versions of what works here</source>
        <translation>Версии составных частей</translation>
    </message>
    <message>
        <source>&amp;Selected files</source>
        <translation>&amp;Выбранные файлы</translation>
    </message>
    <message>
        <source>Each viewer sees them from the beginning</source>
        <translation>Каждый зритель видит их с начала</translation>
    </message>
    <message>
        <source>Selected files, &amp;live on one clock</source>
        <translation>Выбранные файлы, &amp;эфир по одним часам</translation>
    </message>
    <message>
        <source>All viewers see the same moment</source>
        <translation>Все зрители видят один и тот же момент</translation>
    </message>
    <message>
        <source>Selected files, live in a l&amp;oop</source>
        <translation>Выбранные файлы, эфир по &amp;кругу</translation>
    </message>
    <message>
        <source>All see the same moment, again and again</source>
        <translation>Все видят один и тот же момент, снова и снова</translation>
    </message>
    <message>
        <source>Selected file, &amp;encoded live…</source>
        <translation>Выбранный файл с ко&amp;дированием на лету…</translation>
    </message>
    <message>
        <source>Encode any file in real time</source>
        <translation>Кодировать любой файл в реальном времени</translation>
    </message>
    <message>
        <source>&amp;Test picture…</source>
        <translation>&amp;Тестовое изображение…</translation>
    </message>
    <message>
        <source>Stream a test picture with a clock</source>
        <translation>Поток с тестовым изображением и часами</translation>
    </message>
    <message>
        <source>&amp;Camera…</source>
        <translation>К&amp;амера…</translation>
    </message>
    <message>
        <source>Stream a camera of this machine</source>
        <translation>Поток с камеры этого компьютера</translation>
    </message>
    <message>
        <source>Sc&amp;reen…</source>
        <translation>Экра&amp;н…</translation>
    </message>
    <message>
        <source>Stream what this screen shows</source>
        <translation>Поток с тем, что показывает этот экран</translation>
    </message>
    <message>
        <source>&amp;Microphone…</source>
        <translation>&amp;Микрофон…</translation>
    </message>
    <message>
        <source>Stream sound alone</source>
        <translation>Поток только со звуком</translation>
    </message>
    <message>
        <source>Stream it again</source>
        <translation>Снова запустить поток</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Сто&amp;п</translation>
    </message>
    <message>
        <source>End the stream; it stays in the list</source>
        <translation>Завершить поток; он останется в списке</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>&amp;Записать…</translation>
    </message>
    <message>
        <source>Write the stream to a file as well</source>
        <translation>Записывать поток ещё и в файл</translation>
    </message>
    <message>
        <source>&amp;End recording</source>
        <translation>За&amp;кончить запись</translation>
    </message>
    <message>
        <source>Finish the file and check it</source>
        <translation>Завершить файл и проверить его</translation>
    </message>
    <message>
        <source>&amp;Play here</source>
        <translation>&amp;Воспроизвести здесь</translation>
    </message>
    <message>
        <source>Play the stream beside the list</source>
        <translation>Воспроизвести поток рядом со списком</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>Открыть в &amp;браузере</translation>
    </message>
    <message>
        <source>Play the stream in your own browser</source>
        <translation>Воспроизвести поток в вашем браузере</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>End the stream and forget it; files stay</source>
        <translation>Завершить и забыть поток; файлы останутся</translation>
    </message>
    <message>
        <source>Play an &amp;address</source>
        <translation>Воспроизвести по адр&amp;есу</translation>
    </message>
    <message>
        <source>Type vod://NAME, vod-live://NAME or live://NAME</source>
        <translation>Введите vod://ИМЯ, vod-live://ИМЯ или live://ИМЯ</translation>
    </message>
    <message>
        <source>&amp;Watch while it encodes</source>
        <translation>Смотреть во вре&amp;мя кодирования</translation>
    </message>
    <message>
        <source>Play what the running job has written so far</source>
        <translation>Воспроизвести то, что задание уже записало</translation>
    </message>
    <message>
        <source>Make a &amp;ladder…</source>
        <translation>Сделать &amp;лестницу…</translation>
    </message>
    <message>
        <source>Several sizes that a player changes between</source>
        <translation>Несколько размеров, между которыми переключается плеер</translation>
    </message>
    <message>
        <source>&amp;Hand-off bundle…</source>
        <translation>Комплек&amp;т для сервера…</translation>
    </message>
    <message>
        <source>All that a web server needs to stream it</source>
        <translation>Всё, что нужно веб-серверу для потоковой передачи</translation>
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
        <source>Stop checking</source>
        <translation>Остановить проверку</translation>
    </message>
    <message>
        <source>Stop checking; what was checked stays</source>
        <translation>Остановить проверку; проверенное сохранится</translation>
    </message>
    <message>
        <source>{finished} of {total} files done</source>
        <translation>Готово файлов: {finished} из {total}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Stopping after these</source>
        <translation>Остановка после текущих</translation>
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
        <source>%n file(s) being read</source>
        <translation>
            <numerusform>Читается %n файл</numerusform>
            <numerusform>Читаются %n файла</numerusform>
            <numerusform>Читаются %n файлов</numerusform>
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
        <source>Checked {done} of {total}</source>
        <translation>Проверено {done} из {total}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>свободно {size}</translation>
    </message>
    <message>
        <source>{size} free on {volume}, where results go</source>
        <translation>Свободно {size} на {volume}, где будут результаты</translation>
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
    <name>BreakDialog</name>
    <message>
        <source>Break {name}</source>
        <translation>Сломать {name}</translation>
    </message>
    <message>
        <source>Writes copies of this file, each with one fault, to test a player with. The file itself stays as it is.</source>
        <translation>Записывает копии этого файла, в каждой одна поломка, для проверки плеера. Сам файл не меняется.</translation>
    </message>
    <message>
        <source>Faults, by the rule that they break</source>
        <translation>Поломки по нарушенному правилу</translation>
    </message>
    <message>
        <source>Folder for the broken variants</source>
        <translation>Папка для сломанных вариантов</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выбрать все</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>Сломать</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%n broken file(s) were written.</source>
        <translation>
            <numerusform>Записан %n сломанный файл.</numerusform>
            <numerusform>Записано %n сломанных файла.</numerusform>
            <numerusform>Записано %n сломанных файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>manifest.json in {folder} lists what is wrong with each, and where.</source>
        <translation>В manifest.json в {folder} записано, что и где сломано в каждом.</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Hand-off bundle</source>
        <translation>Комплект для сервера</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All that a server needs to stream {names}, with a report of what plays.</source>
        <translation>Всё, что нужно серверу, чтобы передавать {names}, и отчёт о том, что воспроизводится.</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>Ви&amp;д</translation>
    </message>
    <message>
        <source>One zip</source>
        <translation>Один zip</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>&amp;Play it in the browsers found here, for the report</source>
        <translation>&amp;Воспроизвести в найденных здесь браузерах, для отчёта</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>&amp;Сделать</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Сделать</translation>
    </message>
    <message>
        <source>Checking what is in it…</source>
        <translation>Проверка содержимого…</translation>
    </message>
    <message>
        <source>Writing it…</source>
        <translation>Запись…</translation>
    </message>
    <message numerus="yes">
        <source>The bundle is there, but %n part(s) of it do not play.</source>
        <translation>
            <numerusform>Комплект готов, но %n его часть не воспроизводится.</numerusform>
            <numerusform>Комплект готов, но %n его части не воспроизводятся.</numerusform>
            <numerusform>Комплект готов, но %n его частей не воспроизводятся.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bundle is there.</source>
        <translation>Комплект готов.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>type</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открытие</translation>
    </message>
    <message>
        <source>init segment</source>
        <translation>сегмент инициализации</translation>
    </message>
    <message>
        <source>append</source>
        <translation>подача данных</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>метаданные</translation>
    </message>
    <message>
        <source>play</source>
        <translation>воспроизведение</translation>
    </message>
    <message>
        <source>count frames</source>
        <translation>подсчёт кадров</translation>
    </message>
    <message>
        <source>play slowly</source>
        <translation>медленное воспроизведение</translation>
    </message>
    <message>
        <source>seek</source>
        <translation>переходы</translation>
    </message>
    <message>
        <source>entry points</source>
        <translation>точки входа</translation>
    </message>
    <message>
        <source>init segment again</source>
        <translation>повтор сегмента инициализации</translation>
    </message>
    <message>
        <source>change of type</source>
        <translation>смена типа</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
</context>
<context>
    <name>CheckCommands</name>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Ещё ничего не проверено.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Сохранён: {name}</translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message>
        <source>stopping</source>
        <translation>остановка</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>открытие</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>ждёт проверки</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Play every result in the browsers ticked below</source>
        <translation>Воспроизводить каждый результат в отмеченных ниже браузерах</translation>
    </message>
    <message>
        <source>Browsers at a time</source>
        <translation>Браузеров одновременно</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>What the preset promises (tracks, keyframes, index) is read from every result, always: one that breaks a promise is not kept.</source>
        <translation>То, что обещает пресет (дорожки, ключевые кадры, индекс), читается из каждого результата всегда: нарушивший обещание не сохраняется.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Show by state</source>
        <translation>Показать по состоянию</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готовы</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупр.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Стоят</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Do not play</source>
        <translation>Не играют</translation>
    </message>
    <message>
        <source>Show every file</source>
        <translation>Показать все файлы</translation>
    </message>
    <message>
        <source>Show what waits for its turn</source>
        <translation>Показать то, что ждёт своей очереди</translation>
    </message>
    <message>
        <source>Show what runs, pauses or is verified</source>
        <translation>Показать то, что выполняется, на паузе или проверяется</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>Показать готовое</translation>
    </message>
    <message>
        <source>Show what is done, with warnings</source>
        <translation>Показать готовое с предупреждениями</translation>
    </message>
    <message>
        <source>Show what failed, is incomplete or cannot be read</source>
        <translation>Показать неудачное, неполное и нечитаемое</translation>
    </message>
    <message>
        <source>Show what is on hold, interrupted or cancelled</source>
        <translation>Показать отложенное, прерванное и отменённое</translation>
    </message>
    <message>
        <source>Show what is here to be checked, not to be converted</source>
        <translation>Показать то, что здесь только для проверки, а не для преобразования</translation>
    </message>
    <message>
        <source>Show what was checked and does not play</source>
        <translation>Показать то, что проверено и не воспроизводится</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Choose a preset</source>
        <translation>выбор пресета</translation>
    </message>
    <message>
        <source>Change the keyframes</source>
        <translation>изменение ключевых кадров</translation>
    </message>
    <message>
        <source>Change the output</source>
        <translation>изменение вывода</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>выбор папки</translation>
    </message>
    <message>
        <source>Decide about existing files</source>
        <translation>решение о существующих файлах</translation>
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
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>&amp;Streams</source>
        <translation>По&amp;токи</translation>
    </message>
    <message>
        <source>&amp;New stream</source>
        <translation>&amp;Новый поток</translation>
    </message>
    <message>
        <source>&amp;Copy URL</source>
        <translation>Копировать &amp;адрес</translation>
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
        <source>&amp;Move</source>
        <translation>Пере&amp;местить</translation>
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
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop after the current files, or now</source>
        <translation>Остановить после текущих файлов или сразу</translation>
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
    <name>Controls</name>
    <message>
        <source>Kept as {name}.</source>
        <translation>Сохранён как {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {name}.</source>
        <translation>
            <numerusform>%n файл записан в {name}.</numerusform>
            <numerusform>%n файла записано в {name}.</numerusform>
            <numerusform>%n файлов записано в {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of {name} could be used.</source>
        <translation>Не всё из {name} удалось использовать.</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>&quot;{0}&quot; is not a frame rate.</source>
        <translation>«{0}» — не частота кадров.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not a speed.</source>
        <translation>«{0}» — не скорость.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not possible for {1}.</source>
        <translation>«{0}» не подходит для {1}.</translation>
    </message>
    <message>
        <source>%1 at normal speed</source>
        <translation>%1 на обычной скорости</translation>
    </message>
    <message>
        <source>%1 at raised speed</source>
        <translation>%1 на повышенной скорости</translation>
    </message>
    <message>
        <source>%1 lost, of picture or sound</source>
        <translation>потеряно %1, изображения или звука</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 places, this is the first</source>
        <translation>мест: %1, это первое</translation>
    </message>
    <message>
        <source>%1 steps in %2</source>
        <translation>Этапов: %1, всего %2</translation>
    </message>
    <message>
        <source>(evenly chosen of %1)</source>
        <translation>(выбраны равномерно из %1)</translation>
    </message>
    <message>
        <source>(measured: %1)</source>
        <translation>(измерено: %1)</translation>
    </message>
    <message>
        <source>1 error while reading; pictures may be damaged.</source>
        <translation>При чтении 1 ошибка; изображение может быть повреждено.</translation>
    </message>
    <message>
        <source>1 job was left out, as they were done already.</source>
        <translation>1 задание пропущено: оно уже было готово.</translation>
    </message>
    <message>
        <source>1 job was recovered, {0} of them from the copy of {1}; the old file is kept as {2}.</source>
        <translation>Восстановлено 1 задание, из копии от {1}: {0}; старый файл сохранён как {2}.</translation>
    </message>
    <message>
        <source>1 job was recovered; the old file is kept as {0}.</source>
        <translation>Восстановлено 1 задание; старый файл сохранён как {0}.</translation>
    </message>
    <message>
        <source>4:2:0 pictures need even sides</source>
        <translation>изображению 4:2:0 нужны чётные стороны</translation>
    </message>
    <message>
        <source>8-bit 4:2:0 is what every browser decodes</source>
        <translation>8 бит 4:2:0 декодирует любой браузер</translation>
    </message>
    <message>
        <source>A BlockGroup holds more than one Block.</source>
        <translation>В BlockGroup больше одного Block.</translation>
    </message>
    <message>
        <source>A BlockGroup holds no Block.</source>
        <translation>В BlockGroup нет Block.</translation>
    </message>
    <message>
        <source>A BlockGroup holds no block, or more than one block or addition.</source>
        <translation>В BlockGroup нет блока или больше одного блока либо дополнения.</translation>
    </message>
    <message>
        <source>A BlockGroup holds two Blocks.</source>
        <translation>В BlockGroup два Block.</translation>
    </message>
    <message>
        <source>A SourceBuffer was added after data had been appended to another one.</source>
        <translation>SourceBuffer добавлен после того, как в другой уже подали данные.</translation>
    </message>
    <message>
        <source>A SourceBuffer with sound and picture is in “sequence” mode, where they can drift apart.</source>
        <translation>SourceBuffer со звуком и изображением работает в режиме «sequence»: они могут разойтись.</translation>
    </message>
    <message>
        <source>A VP8 track calls itself VP9.</source>
        <translation>Дорожка VP8 называет себя VP9.</translation>
    </message>
    <message>
        <source>A VP9 track calls itself VP8.</source>
        <translation>Дорожка VP9 называет себя VP8.</translation>
    </message>
    <message>
        <source>A block belongs to a track that the header does not declare, or with a number over 127.</source>
        <translation>Блок относится к дорожке, которой нет в заголовке, или с номером больше 127.</translation>
    </message>
    <message>
        <source>A block belongs to a track that the header does not declare.</source>
        <translation>Блок относится к дорожке, которой нет в заголовке.</translation>
    </message>
    <message>
        <source>A block belongs to track {0}, which the header does not declare.</source>
        <translation>Блок относится к дорожке {0}, которой нет в заголовке.</translation>
    </message>
    <message>
        <source>A block carries more than one addition (BlockAdditional), which Chromium refuses.</source>
        <translation>В блоке больше одного дополнения (BlockAdditional), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>A block has two BlockAdditional elements.</source>
        <translation>В блоке два элемента BlockAdditional.</translation>
    </message>
    <message>
        <source>A block is too short for its own header, or holds no frame.</source>
        <translation>Блок короче собственного заголовка или не содержит кадра.</translation>
    </message>
    <message>
        <source>A block is too short for its own header.</source>
        <translation>Блок короче собственного заголовка.</translation>
    </message>
    <message>
        <source>A block of track {0} holds no frame: Firefox loses what follows, up to the next keyframe.</source>
        <translation>В блоке дорожки {0} нет кадра: Firefox теряет всё дальше, до следующего ключевого кадра.</translation>
    </message>
    <message>
        <source>A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses (first of {2} places).</source>
        <translation>Блок {0} мс стоит после блока {1} мс в том же кластере, Chromium это отвергает (первое из {2} мест).</translation>
    </message>
    <message>
        <source>A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses.</source>
        <translation>Блок {0} мс стоит после блока {1} мс в том же кластере, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>A block packs several frames (lacing).</source>
        <translation>В одном блоке несколько кадров (lacing).</translation>
    </message>
    <message>
        <source>A block stands before its cluster&apos;s time, which Chromium and Firefox refuse.</source>
        <translation>Блок стоит раньше времени своего кластера, Chromium и Firefox это отвергают.</translation>
    </message>
    <message>
        <source>A block stands before its cluster&apos;s time.</source>
        <translation>Блок стоит раньше времени своего кластера.</translation>
    </message>
    <message>
        <source>A block stands before its cluster’s Timestamp.</source>
        <translation>Блок стоит раньше Timestamp своего кластера.</translation>
    </message>
    <message>
        <source>A block that packs several frames does not say how large they are.</source>
        <translation>Блок с несколькими кадрами не говорит, какого они размера.</translation>
    </message>
    <message>
        <source>A block writes its track number in more than one byte, which Chromium refuses.</source>
        <translation>Номер дорожки в блоке записан больше чем одним байтом, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>A block&apos;s additions stand twice or have the number 0, which Firefox refuses.</source>
        <translation>Дополнения блока стоят дважды или имеют номер 0, Firefox это отвергает.</translation>
    </message>
    <message>
        <source>A block&apos;s time is before its cluster&apos;s time, which old engines and packagers refuse.</source>
        <translation>Время блока раньше времени его кластера; старые движки и упаковщики это отвергают.</translation>
    </message>
    <message>
        <source>A block&apos;s time is lower than that of the block before it in the same cluster; ffmpeg 7 and later write sound and picture so.</source>
        <translation>Время блока меньше, чем у предыдущего в том же кластере; так пишет звук и изображение ffmpeg 7 и новее.</translation>
    </message>
    <message>
        <source>A block&apos;s time lies before its cluster&apos;s: browsers take it, some packagers do not.</source>
        <translation>Время блока раньше времени его кластера: браузеры это принимают, некоторые упаковщики — нет.</translation>
    </message>
    <message>
        <source>A block’s track number is written in two bytes.</source>
        <translation>Номер дорожки в блоке записан двумя байтами.</translation>
    </message>
    <message>
        <source>A box has no size, or more than 2 GB.</source>
        <translation>У блока нет размера, или он больше 2 ГБ.</translation>
    </message>
    <message>
        <source>A box stands at the top level that may not be there.</source>
        <translation>На верхнем уровне стоит блок, которому там не место.</translation>
    </message>
    <message>
        <source>A box that the header needs is missing.</source>
        <translation>Нет блока, который нужен заголовку.</translation>
    </message>
    <message>
        <source>A box “wide” stands between two fragments.</source>
        <translation>Между двумя фрагментами стоит блок «wide».</translation>
    </message>
    <message>
        <source>A box&apos;s content does not fit its size or type.</source>
        <translation>Содержимое блока не подходит к его размеру или типу.</translation>
    </message>
    <message>
        <source>A cluster begins {0} ms before the one in front of it, where Firefox stops (first of {1} places).</source>
        <translation>Кластер начинается на {0} мс раньше предыдущего, Firefox там останавливается (первое из {1} мест).</translation>
    </message>
    <message>
        <source>A cluster begins {0} ms before the one in front of it, where Firefox stops.</source>
        <translation>Кластер начинается на {0} мс раньше предыдущего, Firefox там останавливается.</translation>
    </message>
    <message>
        <source>A cluster has neither a time nor blocks, which Chromium refuses.</source>
        <translation>У кластера нет ни времени, ни блоков, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>A cluster has no time, so its frames cannot be put in order.</source>
        <translation>У кластера нет времени, его кадры нельзя упорядочить.</translation>
    </message>
    <message>
        <source>A cluster has the time of its last block, so that the others count backwards.</source>
        <translation>Время кластера взято от последнего блока, и остальные отсчитываются назад.</translation>
    </message>
    <message>
        <source>A cluster is damaged or cut off, and more was appended after it.</source>
        <translation>Кластер повреждён или обрезан, а за ним подали ещё данные.</translation>
    </message>
    <message>
        <source>A cluster is longer than its relative times can count (32.767 s), so that they run over.</source>
        <translation>Кластер длиннее, чем вмещает его относительное время (32,767 с), и оно переполняется.</translation>
    </message>
    <message>
        <source>A cluster stands before the Tracks element that describes it.</source>
        <translation>Кластер стоит раньше элемента Tracks, который его описывает.</translation>
    </message>
    <message>
        <source>A cluster&apos;s last block has no duration, so that its length is guessed.</source>
        <translation>У последнего блока кластера нет длительности, её приходится угадывать.</translation>
    </message>
    <message>
        <source>A codec&apos;s name has capital letters that engines do not expect.</source>
        <translation>В имени кодека заглавные буквы, которых движки не ждут.</translation>
    </message>
    <message>
        <source>A file of this presentation cannot be read.</source>
        <translation>Один из файлов этого набора нельзя прочитать.</translation>
    </message>
    <message>
        <source>A fragment belongs to no track.</source>
        <translation>Фрагмент не относится ни к одной дорожке.</translation>
    </message>
    <message>
        <source>A fragment belongs to track {0}, which the header does not declare.</source>
        <translation>Фрагмент относится к дорожке {0}, которой нет в заголовке.</translation>
    </message>
    <message>
        <source>A fragment counts its data from the beginning of the file (base-data-offset).</source>
        <translation>Фрагмент считает свои данные от начала файла (base-data-offset).</translation>
    </message>
    <message>
        <source>A fragment counts its data from the beginning of the file.</source>
        <translation>Фрагмент считает свои данные от начала файла.</translation>
    </message>
    <message>
        <source>A fragment does not say where its data begin.</source>
        <translation>Фрагмент не говорит, где начинаются его данные.</translation>
    </message>
    <message>
        <source>A fragment does not say where its data begins, or says it wrongly.</source>
        <translation>Фрагмент не говорит, где начинаются его данные, или говорит неверно.</translation>
    </message>
    <message>
        <source>A fragment ends with a frame of 0 bytes.</source>
        <translation>Фрагмент кончается кадром в 0 байт.</translation>
    </message>
    <message>
        <source>A fragment has no decode time (tfdt).</source>
        <translation>У фрагмента нет времени декодирования (tfdt).</translation>
    </message>
    <message>
        <source>A fragment has no header, or a run announces more frames than it lists.</source>
        <translation>У фрагмента нет заголовка, или trun объявляет больше кадров, чем перечисляет.</translation>
    </message>
    <message>
        <source>A fragment has no track, or one that the header does not declare.</source>
        <translation>У фрагмента нет дорожки, или её нет в заголовке.</translation>
    </message>
    <message>
        <source>A fragment holds no track fragment (traf).</source>
        <translation>Во фрагменте нет фрагмента дорожки (traf).</translation>
    </message>
    <message>
        <source>A fragment holds the second half of its pictures before the first one.</source>
        <translation>Во фрагменте вторая половина кадров стоит перед первой.</translation>
    </message>
    <message>
        <source>A fragment holds too few frames for that.</source>
        <translation>Для этого во фрагменте слишком мало кадров.</translation>
    </message>
    <message>
        <source>A fragment is larger than that of any real film.</source>
        <translation>Фрагмент больше, чем у любого настоящего фильма.</translation>
    </message>
    <message>
        <source>A fragment is larger, or later, than that of any real film.</source>
        <translation>Фрагмент больше или позже, чем у любого настоящего фильма.</translation>
    </message>
    <message>
        <source>A fragment lacks a track.</source>
        <translation>Во фрагменте нет одной из дорожек.</translation>
    </message>
    <message>
        <source>A fragment names data beyond its own end, or is cut off.</source>
        <translation>Фрагмент указывает на данные за своим концом или обрезан.</translation>
    </message>
    <message>
        <source>A fragment names more frames than it holds.</source>
        <translation>Фрагмент называет больше кадров, чем содержит.</translation>
    </message>
    <message>
        <source>A fragment names samples of no size; they are left out.</source>
        <translation>Фрагмент называет сэмплы без размера; они пропускаются.</translation>
    </message>
    <message>
        <source>A fragment stands before the moov box that describes it.</source>
        <translation>Фрагмент стоит раньше блока moov, который его описывает.</translation>
    </message>
    <message>
        <source>A fragment&apos;s decode time is not where the one before it ended.</source>
        <translation>Время декодирования фрагмента не там, где кончился предыдущий.</translation>
    </message>
    <message>
        <source>A fragment&apos;s frames lie beyond its data.</source>
        <translation>Кадры фрагмента лежат за пределами его данных.</translation>
    </message>
    <message>
        <source>A fragment’s pictures have start codes instead of lengths.</source>
        <translation>В кадрах фрагмента стартовые коды вместо длин.</translation>
    </message>
    <message>
        <source>A frame is marked as a keyframe and is none: decoding cannot begin here (first of {0} places).</source>
        <translation>Кадр помечен как ключевой, но не ключевой: с него нельзя начать декодирование (первое из {0} мест).</translation>
    </message>
    <message>
        <source>A frame is marked as a keyframe and is none: decoding cannot begin here.</source>
        <translation>Кадр помечен как ключевой, но не ключевой: с него нельзя начать декодирование.</translation>
    </message>
    <message>
        <source>A frame of track {0} has no bytes; browsers skip it.</source>
        <translation>Кадр дорожки {0} пуст; браузеры его пропускают.</translation>
    </message>
    <message>
        <source>A frame of track {0} has the reserved value 3 for what it depends on.</source>
        <translation>У кадра дорожки {0} в поле зависимостей стоит зарезервированное значение 3.</translation>
    </message>
    <message>
        <source>A frame rate of {0} is not possible.</source>
        <translation>Частота кадров {0} невозможна.</translation>
    </message>
    <message>
        <source>A frame&apos;s time does not fit into its cluster.</source>
        <translation>Время кадра не помещается в его кластер.</translation>
    </message>
    <message>
        <source>A keyframe in the middle of the file is not marked as one.</source>
        <translation>Ключевой кадр в середине файла не помечен как ключевой.</translation>
    </message>
    <message>
        <source>A keyframe is not marked as one: Chromium does not let playback begin here (first of {0} places).</source>
        <translation>Ключевой кадр не помечен как ключевой: Chromium не даёт начать отсюда (первое из {0} мест).</translation>
    </message>
    <message>
        <source>A keyframe is not marked as one: Chromium does not let playback begin here.</source>
        <translation>Ключевой кадр не помечен как ключевой: Chromium не даёт начать отсюда.</translation>
    </message>
    <message>
        <source>A moof box has no mdat box.</source>
        <translation>У блока moof нет блока mdat.</translation>
    </message>
    <message>
        <source>A moof has no mdat.</source>
        <translation>У moof нет mdat.</translation>
    </message>
    <message>
        <source>A number here has an impossible length or value.</source>
        <translation>У числа здесь невозможная длина или значение.</translation>
    </message>
    <message>
        <source>A number here is empty or out of range, which Chromium refuses.</source>
        <translation>Число здесь пусто или вне диапазона, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>A packet of Opus in track {0} is damaged: Chromium stops with a decoding error.</source>
        <translation>Пакет Opus в дорожке {0} повреждён: Chromium останавливается с ошибкой декодирования.</translation>
    </message>
    <message>
        <source>A picture in the middle of a GOP is marked as a keyframe.</source>
        <translation>Кадр в середине GOP помечен как ключевой.</translation>
    </message>
    <message>
        <source>A picture is marked as a keyframe and is none, or the data is of another codec.</source>
        <translation>Кадр помечен как ключевой, но не ключевой, или данные другого кодека.</translation>
    </message>
    <message>
        <source>A picture of track {0} is written to last 0 ms: Chromium drops everything from here to the next keyframe.</source>
        <translation>Кадр дорожки {0} записан с длительностью 0 мс: Chromium отбрасывает всё отсюда до следующего ключевого кадра.</translation>
    </message>
    <message>
        <source>A report would take the place of “{0}”.</source>
        <translation>Отчёт занял бы место «{0}».</translation>
    </message>
    <message>
        <source>A rule says otherwise ({0}): {1}</source>
        <translation>Правило говорит иное ({0}): {1}</translation>
    </message>
    <message>
        <source>A run of track {0} announces more frames than it lists.</source>
        <translation>trun дорожки {0} объявляет больше кадров, чем перечисляет.</translation>
    </message>
    <message>
        <source>A run of track {0} does not say where its data begins.</source>
        <translation>trun дорожки {0} не говорит, где начинаются его данные.</translation>
    </message>
    <message>
        <source>A sample&apos;s dependency flags have a reserved value.</source>
        <translation>Во флагах зависимостей сэмпла зарезервированное значение.</translation>
    </message>
    <message>
        <source>A second header with other track numbers stands between two fragments.</source>
        <translation>Между двумя фрагментами стоит второй заголовок с другими номерами дорожек.</translation>
    </message>
    <message>
        <source>A second header with other tracks stands here, as in files that were joined.</source>
        <translation>Здесь стоит второй заголовок с другими дорожками, как в склеенных файлах.</translation>
    </message>
    <message>
        <source>A second header with other tracks stands in the file, as in files that were joined.</source>
        <translation>В файле стоит второй заголовок с другими дорожками, как в склеенных файлах.</translation>
    </message>
    <message>
        <source>A second init segment has other tracks or codecs than the first.</source>
        <translation>Во втором сегменте инициализации другие дорожки или кодеки, чем в первом.</translation>
    </message>
    <message>
        <source>A second moov box changes the tracks in mid-file: a SourceBuffer does not take that.</source>
        <translation>Второй блок moov меняет дорожки посреди файла: SourceBuffer этого не принимает.</translation>
    </message>
    <message>
        <source>A second sound track stands beside the first.</source>
        <translation>Рядом с первой дорожкой звука стоит вторая.</translation>
    </message>
    <message>
        <source>A seek to {0} s did not complete.</source>
        <translation>Переход к {0} с не завершился.</translation>
    </message>
    <message>
        <source>A seek to {0} s shows the picture of {1} s.</source>
        <translation>Переход к {0} с показывает картинку с {1} с.</translation>
    </message>
    <message>
        <source>A segment begins with a picture that needs earlier ones (no keyframe, or an open group of pictures), and playback was begun there.</source>
        <translation>Сегмент начинается с кадра, которому нужны предыдущие (не ключевой или открытый GOP), и воспроизведение начали с него.</translation>
    </message>
    <message>
        <source>A segment holds more than one keyframe, so the rhythm is not the planned one.</source>
        <translation>В сегменте больше одного ключевого кадра: ритм не тот, что задан.</translation>
    </message>
    <message>
        <source>A segment holds no frame of one of the tracks.</source>
        <translation>В сегменте нет ни одного кадра одной из дорожек.</translation>
    </message>
    <message>
        <source>A segment holds no sample of one of the tracks.</source>
        <translation>В сегменте нет ни одного сэмпла одной из дорожек.</translation>
    </message>
    <message>
        <source>A segment of {0} MB fills more than half of a browser’s buffer (first of {1} places).</source>
        <translation>Сегмент в {0} МБ занимает больше половины буфера браузера (первое из {1} мест).</translation>
    </message>
    <message>
        <source>A segment of {0} MB fills more than half of a browser’s buffer.</source>
        <translation>Сегмент в {0} МБ занимает больше половины буфера браузера.</translation>
    </message>
    <message>
        <source>A timescale is 0, so that no time can be told.</source>
        <translation>Шкала времени (timescale) равна 0, время определить нельзя.</translation>
    </message>
    <message>
        <source>A track fragment belongs to a track that the header does not declare.</source>
        <translation>Фрагмент дорожки относится к дорожке, которой нет в заголовке.</translation>
    </message>
    <message>
        <source>A track fragment does not say which track it belongs to (tfhd).</source>
        <translation>Фрагмент дорожки не говорит, к какой дорожке относится (tfhd).</translation>
    </message>
    <message>
        <source>A track has a name that is not ASCII.</source>
        <translation>Имя дорожки не в ASCII.</translation>
    </message>
    <message>
        <source>A track has no codec configuration.</source>
        <translation>У дорожки нет конфигурации кодека.</translation>
    </message>
    <message>
        <source>A track has no fragment defaults (trex), or they name another track.</source>
        <translation>У дорожки нет умолчаний фрагментов (trex), или они указывают на другую дорожку.</translation>
    </message>
    <message>
        <source>A track has no number or no type.</source>
        <translation>У дорожки нет номера или типа.</translation>
    </message>
    <message>
        <source>A track has no sample description.</source>
        <translation>У дорожки нет описания сэмплов.</translation>
    </message>
    <message>
        <source>A track has two CodecID elements.</source>
        <translation>У дорожки два элемента CodecID.</translation>
    </message>
    <message>
        <source>A track holds something that no browser plays in MP4.</source>
        <translation>В дорожке то, чего ни один браузер не воспроизводит в MP4.</translation>
    </message>
    <message>
        <source>A track is declared and holds nothing; the engine waits for it.</source>
        <translation>Дорожка объявлена, но пуста; движок её ждёт.</translation>
    </message>
    <message>
        <source>A track is of type {0}, which is neither picture, sound nor text: Chromium refuses the file.</source>
        <translation>Тип дорожки — {0}: не изображение, не звук и не текст; Chromium отвергает файл.</translation>
    </message>
    <message>
        <source>A track of the file has no complete header.</source>
        <translation>У одной из дорожек файла нет полного заголовка.</translation>
    </message>
    <message>
        <source>A track&apos;s entry is malformed: a field stands there twice, its name is not plain text, or its frame duration is 0.</source>
        <translation>Описание дорожки неверно: поле стоит дважды, имя не простым текстом или длительность кадра равна 0.</translation>
    </message>
    <message>
        <source>AAC of a transport stream needs its headers moved; other AAC passes</source>
        <translation>AAC из транспортного потока требует переноса заголовков; прочий AAC проходит как есть</translation>
    </message>
    <message>
        <source>Add all SourceBuffers before the first append.</source>
        <translation>Добавьте все SourceBuffer до первой подачи данных.</translation>
    </message>
    <message>
        <source>Add ceiling_bits_per_pixel to video.rate, 0.12 for example.</source>
        <translation>Добавьте в video.rate ceiling_bits_per_pixel, например 0.12.</translation>
    </message>
    <message>
        <source>All frames were decoded, but every picture looked at was black.</source>
        <translation>Все кадры декодированы, но каждый просмотренный — чёрный.</translation>
    </message>
    <message>
        <source>All frames were decoded, but the picture never changed.</source>
        <translation>Все кадры декодированы, но картинка не менялась.</translation>
    </message>
    <message>
        <source>All times are so much earlier that the first picture comes before 0.</source>
        <translation>Всё время настолько раньше, что первый кадр оказывается до 0.</translation>
    </message>
    <message>
        <source>All {0} jobs are here.</source>
        <translation>Все задания на месте: {0}.</translation>
    </message>
    <message>
        <source>An audio type names a video codec.</source>
        <translation>В типе для звука назван кодек видео.</translation>
    </message>
    <message>
        <source>An earlier error closed the MediaSource; this message only says that it is gone.</source>
        <translation>MediaSource закрыт более ранней ошибкой; это сообщение говорит лишь, что его больше нет.</translation>
    </message>
    <message>
        <source>An element reaches beyond the one that holds it.</source>
        <translation>Элемент выходит за пределы того, в котором лежит.</translation>
    </message>
    <message>
        <source>An element stands where it does not belong, is unknown, or holds an impossible number.</source>
        <translation>Элемент стоит не на месте, неизвестен или содержит невозможное число.</translation>
    </message>
    <message>
        <source>An element that is no cluster ({0}) has an unknown size: everything behind it is taken for its content.</source>
        <translation>У элемента, который не кластер ({0}), неизвестный размер: всё за ним считается его содержимым.</translation>
    </message>
    <message>
        <source>An element that is no cluster has an unknown size, and swallows what stands behind it.</source>
        <translation>У элемента, который не кластер, неизвестный размер, и он поглощает всё, что за ним.</translation>
    </message>
    <message>
        <source>An element {0} has no place between clusters: Chromium refuses the file here.</source>
        <translation>Элементу {0} не место между кластерами: здесь Chromium отвергает файл.</translation>
    </message>
    <message>
        <source>An engine that cannot decode a format, or gave no answer, counts neither way.</source>
        <translation>Движок, который не умеет формат или не ответил, не считается ни за, ни против.</translation>
    </message>
    <message>
        <source>An entry of the index (Cues) does not point at a cluster: a player that seeks by it reads the wrong bytes.</source>
        <translation>Запись индекса (Cues) указывает не на кластер: плеер, который ищет по ней, читает не те байты.</translation>
    </message>
    <message>
        <source>An index (sidx) tells wrong sizes.</source>
        <translation>В индексе (sidx) неверные размеры.</translation>
    </message>
    <message>
        <source>An mdat box stands before the first fragment; browsers skip it.</source>
        <translation>Перед первым фрагментом стоит блок mdat; браузеры его пропускают.</translation>
    </message>
    <message>
        <source>An mdat without a moof stands between two fragments.</source>
        <translation>Между двумя фрагментами стоит mdat без moof.</translation>
    </message>
    <message>
        <source>Another preset already has the id &quot;{0}&quot;.</source>
        <translation>Идентификатор «{0}» уже у другого пресета.</translation>
    </message>
    <message>
        <source>Another stream is being written into “{0}”.</source>
        <translation>В «{0}» уже записывается другой поток.</translation>
    </message>
    <message>
        <source>Append from a segment that begins with a keyframe; repair or transcode the file if none does.</source>
        <translation>Подавайте с сегмента, который начинается с ключевого кадра; если такого нет, исправьте или перекодируйте файл.</translation>
    </message>
    <message>
        <source>Append the init segment (ftyp and moov) first.</source>
        <translation>Сначала подайте сегмент инициализации (ftyp и moov).</translation>
    </message>
    <message>
        <source>Append the init segment first, and give addSourceBuffer the container&apos;s own type.</source>
        <translation>Сначала подайте сегмент инициализации и укажите в addSourceBuffer тип самого контейнера.</translation>
    </message>
    <message>
        <source>Append the init segment first, and whole; make a damaged file again from its source.</source>
        <translation>Сначала подайте сегмент инициализации, и целиком; повреждённый файл сделайте заново из источника.</translation>
    </message>
    <message>
        <source>Ask whoever protects it; nothing is wrong with the segments.</source>
        <translation>Спросите того, кто его защитил; сами сегменты в порядке.</translation>
    </message>
    <message>
        <source>At normal speed it does not get past {0} s.</source>
        <translation>На обычной скорости воспроизведение не проходит дальше {0} с.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>B-frames push the first picture behind 0, because no edit list takes that back.</source>
        <translation>Из-за B-кадров первый кадр стоит позже 0: нет списка правок, который вернул бы его назад.</translation>
    </message>
    <message>
        <source>Begin the next operation only after “updateend”.</source>
        <translation>Начинайте следующую операцию только после «updateend».</translation>
    </message>
    <message>
        <source>Believe the engine: something is wrong that no rule has found.</source>
        <translation>Верьте движку: что-то не так, но ни одно правило этого не нашло.</translation>
    </message>
    <message>
        <source>Believe the engine: viewers who join or seek there see nothing.</source>
        <translation>Верьте движку: зритель, который войдёт или перейдёт туда, ничего не увидит.</translation>
    </message>
    <message>
        <source>Block missing from BlockGroup.</source>
        <translation>Block missing from BlockGroup.</translation>
    </message>
    <message>
        <source>Blocks are out of time order (first at byte {0}).</source>
        <translation>Блоки идут не по порядку времени (первый на байте {0}).</translation>
    </message>
    <message>
        <source>Browser engines of this machine</source>
        <translation>Движки браузеров на этом компьютере</translation>
    </message>
    <message>
        <source>Browsers cannot decode “{0}”.</source>
        <translation>Браузеры не умеют декодировать «{0}».</translation>
    </message>
    <message>
        <source>Buffered</source>
        <translation>В буфере</translation>
    </message>
    <message>
        <source>Bytes that are no element stand between two clusters.</source>
        <translation>Между двумя кластерами стоят байты, которые не элемент.</translation>
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
        <translation>Перед другим кодеком вызовите changeType(); число и виды дорожек не меняйте.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions, or copy it.</source>
        <translation>Измените права файла или скопируйте его.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Проверьте его права.</translation>
    </message>
    <message>
        <source>Check that it exists and is a file.</source>
        <translation>Проверьте, что он есть и что это файл.</translation>
    </message>
    <message>
        <source>Check that it exists.</source>
        <translation>Проверьте, что он есть.</translation>
    </message>
    <message>
        <source>Check that it was not moved, renamed or deleted, or locate it.</source>
        <translation>Проверьте, не перемещён ли он, не переименован и не удалён ли, или укажите его.</translation>
    </message>
    <message>
        <source>Check that it was not moved, renamed or deleted.</source>
        <translation>Проверьте, не перемещён ли он, не переименован и не удалён ли.</translation>
    </message>
    <message>
        <source>Check that the copy finished.</source>
        <translation>Проверьте, что копирование завершилось.</translation>
    </message>
    <message>
        <source>Check that the folder can be written and the disk is not full.</source>
        <translation>Проверьте, что в папку можно писать и диск не заполнен.</translation>
    </message>
    <message>
        <source>Check that the program&apos;s data folder can be written, and that its disk is not full.</source>
        <translation>Проверьте, что в папку данных программы можно писать и её диск не заполнен.</translation>
    </message>
    <message>
        <source>Check that the program&apos;s data folder can be written.</source>
        <translation>Проверьте, что в папку данных программы можно писать.</translation>
    </message>
    <message>
        <source>Check the disk with the program&apos;s data.</source>
        <translation>Проверьте диск с данными программы.</translation>
    </message>
    <message>
        <source>Check the drive and the permissions.</source>
        <translation>Проверьте диск и права.</translation>
    </message>
    <message>
        <source>Check the drive it is on.</source>
        <translation>Проверьте диск, на котором он лежит.</translation>
    </message>
    <message>
        <source>Check the drive it was on, then retry.</source>
        <translation>Проверьте диск, на котором он был, и повторите.</translation>
    </message>
    <message>
        <source>Check the folder and the space on its drive.</source>
        <translation>Проверьте папку и место на её диске.</translation>
    </message>
    <message>
        <source>Check the queue before you start it.</source>
        <translation>Проверьте очередь перед запуском.</translation>
    </message>
    <message>
        <source>Choose a file that was made by exporting a queue.</source>
        <translation>Выберите файл, полученный экспортом очереди.</translation>
    </message>
    <message>
        <source>Choose a preset file.</source>
        <translation>Выберите файл пресета.</translation>
    </message>
    <message>
        <source>Choose a video or audio file.</source>
        <translation>Выберите видео- или аудиофайл.</translation>
    </message>
    <message>
        <source>Choose an empty folder, or remove the file first.</source>
        <translation>Выберите пустую папку или сначала уберите файл.</translation>
    </message>
    <message>
        <source>Choose an output folder on another disk; FAT32 holds files of up to 4 GB.</source>
        <translation>Выберите папку на другом диске; FAT32 хранит файлы до 4 ГБ.</translation>
    </message>
    <message>
        <source>Choose another address, or look whether this machine is still connected.</source>
        <translation>Выберите другой адрес или проверьте, подключён ли ещё этот компьютер.</translation>
    </message>
    <message>
        <source>Choose another ffmpeg in the settings, or reinstall the program.</source>
        <translation>Выберите в настройках другой ffmpeg или переустановите программу.</translation>
    </message>
    <message>
        <source>Choose another ffmpeg in the settings.</source>
        <translation>Выберите в настройках другой ffmpeg.</translation>
    </message>
    <message>
        <source>Choose another folder, or the files.</source>
        <translation>Выберите другую папку или сами файлы.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
    <message>
        <source>Choose another name for the report.</source>
        <translation>Выберите для отчёта другое имя.</translation>
    </message>
    <message>
        <source>Choose another name or folder for the result.</source>
        <translation>Выберите для результата другое имя или папку.</translation>
    </message>
    <message>
        <source>Choose another name or folder for the results.</source>
        <translation>Выберите для результатов другое имя или папку.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Выберите другое имя или папку.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was replaced.</source>
        <translation>Выберите другое имя; ничего не заменено.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Выберите другой.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Выберите другую папку для результата.</translation>
    </message>
    <message>
        <source>Choose another preset, or another ffmpeg in the settings.</source>
        <translation>Выберите другой пресет или другой ffmpeg в настройках.</translation>
    </message>
    <message>
        <source>Choose another preset, or another ffmpeg.</source>
        <translation>Выберите другой пресет или другой ffmpeg.</translation>
    </message>
    <message>
        <source>Choose another preset.</source>
        <translation>Выберите другой пресет.</translation>
    </message>
    <message>
        <source>Choose another rule for existing files, then retry.</source>
        <translation>Выберите другое правило для существующих файлов и повторите.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Выберите другое.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Выберите одно из: {0}.</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>Выберите файлы внутри неё.</translation>
    </message>
    <message>
        <source>Choose the folder in the output folder&apos;s own field.</source>
        <translation>Папку выберите в поле папки для результата.</translation>
    </message>
    <message>
        <source>Choose the program again in the settings.</source>
        <translation>Выберите программу в настройках снова.</translation>
    </message>
    <message>
        <source>Choose: give the new file a number, replace the old one, or skip.</source>
        <translation>Выберите: дать новому файлу номер, заменить старый или пропустить.</translation>
    </message>
    <message>
        <source>Chromium refuses a WebM whose track names are not ASCII</source>
        <translation>Chromium отвергает WebM с именами дорожек не в ASCII</translation>
    </message>
    <message>
        <source>Chromium&apos;s sandbox refuses root; QTWEBENGINE_DISABLE_SANDBOX=1 turns it off.</source>
        <translation>Песочница Chromium не принимает root; QTWEBENGINE_DISABLE_SANDBOX=1 её отключает.</translation>
    </message>
    <message>
        <source>Close every MSE Studio, then start it again.</source>
        <translation>Закройте все окна MSE Studio и запустите её снова.</translation>
    </message>
    <message>
        <source>Close other programs, run fewer jobs at a time, or choose a preset with fewer threads.</source>
        <translation>Закройте другие программы, уменьшите число одновременных заданий или выберите пресет с меньшим числом потоков.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Закройте другие программы и попробуйте снова.</translation>
    </message>
    <message>
        <source>Close programs that use the folder, then rename it.</source>
        <translation>Закройте программы, занявшие папку, и переименуйте его.</translation>
    </message>
    <message>
        <source>Close the other program.</source>
        <translation>Закройте другую программу.</translation>
    </message>
    <message>
        <source>Close the window or the other command first.</source>
        <translation>Сначала закройте окно или другую команду.</translation>
    </message>
    <message>
        <source>Clusters are of unknown size, as in a live recording: a browser holds the end of one back until the next begins.</source>
        <translation>У кластеров неизвестный размер, как в прямой записи: браузер придерживает конец каждого, пока не начнётся следующий.</translation>
    </message>
    <message>
        <source>Clusters do not follow each other in time.</source>
        <translation>Кластеры идут не по порядку времени.</translation>
    </message>
    <message>
        <source>Clusters of a file with sound and picture begin in the middle of a group of pictures.</source>
        <translation>Кластеры файла со звуком и изображением начинаются посреди GOP.</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Кодек</translation>
    </message>
    <message>
        <source>CodecDelay and the pre-skip of Opus do not fit ({0}): sound can be late.</source>
        <translation>CodecDelay и pre-skip Opus не совпадают ({0}): звук может опаздывать.</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>Кодеки</translation>
    </message>
    <message>
        <source>Connect the drive again, then retry.</source>
        <translation>Подключите диск снова и повторите.</translation>
    </message>
    <message>
        <source>ContentCompression not supported.</source>
        <translation>ContentCompression not supported.</translation>
    </message>
    <message>
        <source>Copy it again, or make it again from its source.</source>
        <translation>Скопируйте его снова или сделайте заново из источника.</translation>
    </message>
    <message>
        <source>Copy the whole folder, or package the video again.</source>
        <translation>Скопируйте папку целиком или упакуйте видео заново.</translation>
    </message>
    <message>
        <source>Copying frames cannot cure this file.</source>
        <translation>Копированием кадров этот файл не исправить.</translation>
    </message>
    <message>
        <source>Correct the preset file, or delete it.</source>
        <translation>Исправьте файл пресета или удалите его.</translation>
    </message>
    <message>
        <source>Could not save the queue.</source>
        <translation>Не удалось сохранить очередь.</translation>
    </message>
    <message>
        <source>Could not save the queue: another program uses its file.</source>
        <translation>Не удалось сохранить очередь: её файл занят другой программой.</translation>
    </message>
    <message>
        <source>Could not save the queue: it does not match what was saved before.</source>
        <translation>Не удалось сохранить очередь: она не совпадает с сохранённой.</translation>
    </message>
    <message>
        <source>Could not save the queue: its file cannot be written.</source>
        <translation>Не удалось сохранить очередь: её файл нельзя записать.</translation>
    </message>
    <message>
        <source>Could not save the queue: its file is damaged.</source>
        <translation>Не удалось сохранить очередь: её файл повреждён.</translation>
    </message>
    <message>
        <source>Could not save the queue: its file is gone.</source>
        <translation>Не удалось сохранить очередь: её файл исчез.</translation>
    </message>
    <message>
        <source>Could not save the queue: the disk is full.</source>
        <translation>Не удалось сохранить очередь: диск заполнен.</translation>
    </message>
    <message>
        <source>Cut the file where the tracks change, and call changeType() between the parts.</source>
        <translation>Разрежьте файл там, где меняются дорожки, и вызывайте changeType() между частями.</translation>
    </message>
    <message>
        <source>DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes (before HAVE_METADATA) is treated as an error.</source>
        <translation>DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes (before HAVE_METADATA) is treated as an error.</translation>
    </message>
    <message>
        <source>Did something write to it?</source>
        <translation>Возможно, в него что-то пишет?</translation>
    </message>
    <message>
        <source>Did you mean {{{0}}}?</source>
        <translation>Может быть, {{{0}}}?</translation>
    </message>
    <message>
        <source>Does not play in {0} and {1}: {2}</source>
        <translation>Не воспроизводится в {0} и {1}: {2}</translation>
    </message>
    <message>
        <source>Does not play in {0}: {1}</source>
        <translation>Не воспроизводится в {0}: {1}</translation>
    </message>
    <message>
        <source>Download the whole presentation as one manifest.</source>
        <translation>Скачайте весь набор одним манифестом.</translation>
    </message>
    <message>
        <source>Download the whole presentation; only files on this computer are read.</source>
        <translation>Скачайте весь набор; читаются только файлы на этом компьютере.</translation>
    </message>
    <message>
        <source>Each cluster is cut in two before a picture that is no keyframe.</source>
        <translation>Каждый кластер разрезан надвое перед неключевым кадром.</translation>
    </message>
    <message>
        <source>Each file</source>
        <translation>Каждый файл</translation>
    </message>
    <message>
        <source>Each fragment is cut in two before a picture that is no keyframe.</source>
        <translation>Каждый фрагмент разрезан надвое перед неключевым кадром.</translation>
    </message>
    <message>
        <source>Encode it with the preset mp4-h264-aac.</source>
        <translation>Закодируйте с пресетом mp4-h264-aac.</translation>
    </message>
    <message>
        <source>Enter one in the settings.</source>
        <translation>Введите её в настройках.</translation>
    </message>
    <message>
        <source>Entries: at {0} of {1} segments, evenly chosen.</source>
        <translation>Входы: в сегментах {0} из {1}, выбраны равномерно.</translation>
    </message>
    <message>
        <source>Entries: at {0} of {1} segments, {2} of them failed, so no more were tried.</source>
        <translation>Входы: в сегментах {0} из {1}, из них неудачных {2}, поэтому дальше не проверялось.</translation>
    </message>
    <message>
        <source>Entry at %1 s: %2</source>
        <translation>Вход на %1 с: %2</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>Точки входа</translation>
    </message>
    <message>
        <source>Every file in every engine</source>
        <translation>Все файлы во всех движках</translation>
    </message>
    <message>
        <source>Every number for {0} is taken.</source>
        <translation>Все номера для {0} заняты.</translation>
    </message>
    <message>
        <source>Everything begins {0} ms late.</source>
        <translation>Всё начинается на {0} мс позже.</translation>
    </message>
    <message>
        <source>Examination report</source>
        <translation>Отчёт об анализе</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>Файл не найден</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Finished early: {0} s of {1} s.</source>
        <translation>Закончилось раньше: {0} с из {1} с.</translation>
    </message>
    <message>
        <source>Finished, but it could not be checked.</source>
        <translation>Готово, но проверить не удалось.</translation>
    </message>
    <message>
        <source>Firefox decodes H.264 and AAC with FFmpeg&apos;s libraries of this system: install them.</source>
        <translation>Firefox декодирует H.264 и AAC библиотеками FFmpeg этой системы: установите их.</translation>
    </message>
    <message>
        <source>Firefox does not decode AV1 without colour.</source>
        <translation>Firefox не декодирует AV1 без цвета.</translation>
    </message>
    <message>
        <source>Firefox does not decode H.265 without colour.</source>
        <translation>Firefox не декодирует H.265 без цвета.</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Первый кадр</translation>
    </message>
    <message>
        <source>For WebM and Matroska there is “recluster”.</source>
        <translation>Для WebM и Matroska есть «recluster».</translation>
    </message>
    <message>
        <source>For {0} s and more no keyframe comes: a seek has to decode everything since the last one.</source>
        <translation>Ключевого кадра нет {0} с и дольше: при переходе приходится декодировать всё с последнего.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy with a single edit.</source>
        <translation>Фрагментируйте заново копированием потока, с одной правкой.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy with the tag “hvc1”.</source>
        <translation>Фрагментируйте заново копированием потока, с меткой «hvc1».</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy, or append with a timestampOffset.</source>
        <translation>Фрагментируйте заново копированием потока или подавайте с timestampOffset.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy, with the flags taken from the pictures.</source>
        <translation>Фрагментируйте заново копированием потока, флаги берутся из самих кадров.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy.</source>
        <translation>Фрагментируйте заново копированием потока.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy; decode times are then continuous.</source>
        <translation>Фрагментируйте заново копированием потока; время декодирования станет непрерывным.</translation>
    </message>
    <message>
        <source>Fragment it again by stream copy; ffmpeg needs +delay_moov for it.</source>
        <translation>Фрагментируйте заново копированием потока; для этого ffmpeg нужен +delay_moov.</translation>
    </message>
    <message>
        <source>Fragment it again from the original stream; transcode it if that does not help.</source>
        <translation>Фрагментируйте заново из исходного потока; если не поможет, перекодируйте.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадры</translation>
    </message>
    <message>
        <source>Frames were left out at {0} changes, as this engine does when busy.</source>
        <translation>При {0} переключениях пропущены кадры: так этот движок делает при нагрузке.</translation>
    </message>
    <message>
        <source>Install Chromium, Google Chrome, Microsoft Edge or Brave.</source>
        <translation>Установите Chromium, Google Chrome, Microsoft Edge или Brave.</translation>
    </message>
    <message>
        <source>Install Firefox.</source>
        <translation>Установите Firefox.</translation>
    </message>
    <message>
        <source>Install Google Chrome or Microsoft Edge.</source>
        <translation>Установите Google Chrome или Microsoft Edge.</translation>
    </message>
    <message>
        <source>Install Google Chrome, Microsoft Edge or Brave.</source>
        <translation>Установите Google Chrome, Microsoft Edge или Brave.</translation>
    </message>
    <message>
        <source>Install Xvfb, a display out of sight: {0}</source>
        <translation>Установите Xvfb, невидимый экран: {0}</translation>
    </message>
    <message>
        <source>Install Xvfb.</source>
        <translation>Установите Xvfb.</translation>
    </message>
    <message>
        <source>Install the small browser of WebKitGTK or GNOME Web, and Xvfb, its screen out of sight.</source>
        <translation>Установите маленький браузер WebKitGTK или GNOME Web, а с ним Xvfb — невидимый экран.</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Его не удалось прочитать.</translation>
    </message>
    <message>
        <source>It does not exist for Windows; check in Safari on a Mac or an iPhone.</source>
        <translation>Для Windows его нет; проверьте в Safari на Mac или iPhone.</translation>
    </message>
    <message>
        <source>It gave no answer.</source>
        <translation>Он не ответил.</translation>
    </message>
    <message>
        <source>It is built without H.264 and AAC; another browser on this machine can play them.</source>
        <translation>Он собран без H.264 и AAC; их может воспроизвести другой браузер на этом компьютере.</translation>
    </message>
    <message>
        <source>It is part of this program and did not answer; the program&apos;s log tells why.</source>
        <translation>Он — часть этой программы и не ответил; почему, сказано в журнале программы.</translation>
    </message>
    <message>
        <source>It may fail in other versions; the findings say what they stumble over.</source>
        <translation>В других версиях возможен сбой; в разделе «Что найдено» сказано, на чём они спотыкаются.</translation>
    </message>
    <message>
        <source>It said that it ended at {0} s, the data end at {1} s.</source>
        <translation>По словам движка, воспроизведение кончилось на {0} с, данные кончаются на {1} с.</translation>
    </message>
    <message>
        <source>It says that it cannot decode it.</source>
        <translation>Говорит, что не умеет этот формат.</translation>
    </message>
    <message>
        <source>It waited {0} times while playing fast, first at {1} s; at normal speed it does not.</source>
        <translation>При быстром воспроизведении ожиданий: {0}, первое на {1} с; на обычной скорости их нет.</translation>
    </message>
    <message>
        <source>It waits at {0} s for data that the file does not have.</source>
        <translation>Воспроизведение ждёт на {0} с данных, которых в файле нет.</translation>
    </message>
    <message>
        <source>It waits at {0} s, at normal speed too.</source>
        <translation>Воспроизведение ждёт на {0} с, и на обычной скорости тоже.</translation>
    </message>
    <message>
        <source>It waits for a moment at {0} changes, also at normal speed.</source>
        <translation>При {0} переключениях он ненадолго останавливается, и на обычной скорости тоже.</translation>
    </message>
    <message>
        <source>Its page named no types.</source>
        <translation>Его страница не назвала ни одного типа.</translation>
    </message>
    <message>
        <source>Its page opens in a window of your own Safari and stays until you close it.</source>
        <translation>Его страница открывается в окне вашего Safari и остаётся, пока вы её не закроете.</translation>
    </message>
    <message>
        <source>Look at the frames where the ranges part.</source>
        <translation>Посмотрите на кадры там, где отрезки расходятся.</translation>
    </message>
    <message>
        <source>Loses frames</source>
        <translation>Теряет кадры</translation>
    </message>
    <message>
        <source>Make the folder, or choose another.</source>
        <translation>Создайте папку или выберите другую.</translation>
    </message>
    <message>
        <source>Name a file for the report.</source>
        <translation>Укажите файл для отчёта.</translation>
    </message>
    <message>
        <source>Name the files themselves.</source>
        <translation>Укажите сами файлы.</translation>
    </message>
    <message>
        <source>No answer from {0} and {1}: {2}</source>
        <translation>Нет ответа от {0} и {1}: {2}</translation>
    </message>
    <message>
        <source>No answer from {0}: {1}</source>
        <translation>Нет ответа от {0}: {1}</translation>
    </message>
    <message>
        <source>No engine was found on this machine.</source>
        <translation>На этом компьютере не найдено ни одного движка.</translation>
    </message>
    <message>
        <source>No final report within {0} s{1}.</source>
        <translation>Нет итогового отчёта за {0} с{1}.</translation>
    </message>
    <message>
        <source>No seek was tried.</source>
        <translation>Переходы не проверялись.</translation>
    </message>
    <message>
        <source>Nobody can be let in at this address.</source>
        <translation>По этому адресу никого нельзя впустить.</translation>
    </message>
    <message>
        <source>Not as predicted</source>
        <translation>Не по прогнозу</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Здесь не найдены</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2}</source>
        <translation>Не воспроизведён: {0} и {1} не проверялись: {2}</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2} {3} and {4} cannot decode it here.</source>
        <translation>Не воспроизведён: {0} и {1} не проверялись: {2} {3} и {4} здесь не умеют этот формат.</translation>
    </message>
    <message>
        <source>Not played: {0} and {1} was not tested: {2} {3} cannot decode it here.</source>
        <translation>Не воспроизведён: {0} и {1} не проверялись: {2} {3} здесь не умеет этот формат.</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1}</source>
        <translation>Не воспроизведён: {0} не проверялся: {1}</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1} {2} and {3} cannot decode it here.</source>
        <translation>Не воспроизведён: {0} не проверялся: {1} {2} и {3} здесь не умеют этот формат.</translation>
    </message>
    <message>
        <source>Not played: {0} was not tested: {1} {2} cannot decode it here.</source>
        <translation>Не воспроизведён: {0} не проверялся: {1} {2} здесь не умеет этот формат.</translation>
    </message>
    <message>
        <source>Not tested: {0} and {1}.</source>
        <translation>Не проверялись: {0} и {1}.</translation>
    </message>
    <message>
        <source>Not tested: {0}.</source>
        <translation>Не проверялся: {0}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Nothing is predicted for this engine.</source>
        <translation>Для этого движка прогноза нет.</translation>
    </message>
    <message>
        <source>Nothing is to be done for this engine; the prediction was too careful.</source>
        <translation>Для этого движка делать ничего не нужно; прогноз был слишком осторожным.</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s{1}.</source>
        <translation>Вестей не было {0} с{1}.</translation>
    </message>
    <message>
        <source>Of no use</source>
        <translation>Не поможет</translation>
    </message>
    <message>
        <source>Only a file that was played proves anything.</source>
        <translation>Доказывает что-то только воспроизведённый файл.</translation>
    </message>
    <message>
        <source>Only {0} of {1} bytes of sound were decoded.</source>
        <translation>Декодировано байт звука: {0} из {1}.</translation>
    </message>
    <message>
        <source>Only {0} of {1} frames were counted; this engine leaves out what it is late with, and this machine was busy.</source>
        <translation>Сосчитано кадров: {0} из {1}; этот движок пропускает то, с чем опаздывает, а машина была занята.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says.</source>
        <translation>«Пройдено» значит: движок получил через Media Source Extensions каждый байт, декодировал каждый кадр, дошёл до конца, а входы и переходы выполнил там, где сказано в этом отчёте.</translation>
    </message>
    <message>
        <source>Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says. An engine that cannot decode a format, or gave no answer, counts neither way.</source>
        <translation>«Пройдено» значит: движок получил через Media Source Extensions каждый байт, декодировал каждый кадр, дошёл до конца, а входы и переходы выполнил там, где сказано в этом отчёте. Движок, который не умеет формат или не ответил, не считается ни за, ни против.</translation>
    </message>
    <message>
        <source>Picture at %1 s</source>
        <translation>Кадр на %1 с</translation>
    </message>
    <message>
        <source>Playback report</source>
        <translation>Отчёт о воспроизведении</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) decodes no sound.</source>
        <translation>При старте с сегмента {0} ({1} с) звук не декодируется.</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) shows its first picture at {2} s.</source>
        <translation>При старте с сегмента {0} ({1} с) первая картинка появляется лишь на {2} с.</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>Прогноз, без воспроизведения</translation>
    </message>
    <message>
        <source>Predicted, not played.</source>
        <translation>Прогноз, без воспроизведения.</translation>
    </message>
    <message>
        <source>Predicted, not played. Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.</source>
        <translation>Прогноз, без воспроизведения. Правила читают байты, а модели движков говорят, что сделали бы движки; ни один движок ничего не воспроизводил, поэтому «пройдено» здесь быть не может.</translation>
    </message>
    <message>
        <source>Predicted, not played: {0}.</source>
        <translation>Прогноз, без воспроизведения: {0}.</translation>
    </message>
    <message>
        <source>Prevents playing</source>
        <translation>Не даёт воспроизвести</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Repair it: it is cut into fragments at its keyframes, nothing is encoded again.</source>
        <translation>Исправьте: файл режется на фрагменты по ключевым кадрам, ничего не перекодируется.</translation>
    </message>
    <message>
        <source>Fragment it by stream copy without that track.</source>
        <translation>Фрагментируйте копированием потока без этой дорожки.</translation>
    </message>
    <message>
        <source>Fragment it by stream copy; nothing is encoded again.</source>
        <translation>Фрагментируйте копированием потока; ничего не перекодируется.</translation>
    </message>
    <message>
        <source>Fragment it by stream copy; the marks are then true.</source>
        <translation>Фрагментируйте копированием потока; метки станут верными.</translation>
    </message>
    <message>
        <source>Fragments default to sample description 0, which does not exist.</source>
        <translation>Умолчания фрагментов указывают на описание сэмплов 0, которого нет.</translation>
    </message>
    <message>
        <source>Frames are missing, and the declared frame duration makes the engine drop everything up to the next keyframe.</source>
        <translation>Кадров не хватает, и из-за объявленной длительности кадра движок отбрасывает всё до следующего ключевого.</translation>
    </message>
    <message>
        <source>Frames do not stand in the order in which they are decoded.</source>
        <translation>Кадры стоят не в порядке декодирования.</translation>
    </message>
    <message>
        <source>Free some space on the disk with the program&apos;s data, and start the program anew.</source>
        <translation>Освободите место на диске с данными программы и запустите её снова.</translation>
    </message>
    <message>
        <source>Free some space on the disk with the program&apos;s data.</source>
        <translation>Освободите место на диске с данными программы.</translation>
    </message>
    <message>
        <source>Free some space there, then try again.</source>
        <translation>Освободите там место и попробуйте снова.</translation>
    </message>
    <message>
        <source>Free some space, or let it run all the same.</source>
        <translation>Освободите место или запустите всё равно.</translation>
    </message>
    <message>
        <source>Free some space; they go on by themselves.</source>
        <translation>Освободите место; они продолжат сами.</translation>
    </message>
    <message>
        <source>From the middle of the file on all times are 100 ms earlier.</source>
        <translation>С середины файла всё время на 100 мс раньше.</translation>
    </message>
    <message>
        <source>From the middle of the file on everything is {0} ms later.</source>
        <translation>С середины файла всё на {0} мс позже.</translation>
    </message>
    <message>
        <source>From the middle of the file on the pictures are {0} ms later, the sound is not.</source>
        <translation>С середины файла изображение на {0} мс позже, звук — нет.</translation>
    </message>
    <message>
        <source>From the middle of the file on the sound is {0} ms later, the pictures are not.</source>
        <translation>С середины файла звук на {0} мс позже, изображение — нет.</translation>
    </message>
    <message>
        <source>GOP {0} has {1} frames instead of {2}.</source>
        <translation>В GOP {0} кадров {1} вместо {2}.</translation>
    </message>
    <message>
        <source>Gave the frames of track {0} back the bytes stripped from them.</source>
        <translation>Кадрам дорожки {0} возвращены снятые с них байты.</translation>
    </message>
    <message>
        <source>Gave track {0} a number that browsers accept.</source>
        <translation>Дорожке {0} дан номер, который принимают браузеры.</translation>
    </message>
    <message>
        <source>Give 1 to 240.</source>
        <translation>Укажите от 1 до 240.</translation>
    </message>
    <message>
        <source>Give 25, 29.97 or 30000/1001, for example.</source>
        <translation>Укажите, например, 25, 29.97 или 30000/1001.</translation>
    </message>
    <message>
        <source>Give a whole number from {0} to {1}.</source>
        <translation>Укажите целое число от {0} до {1}.</translation>
    </message>
    <message>
        <source>Give addSourceBuffer the MIME type that is computed from the init segment.</source>
        <translation>Укажите в addSourceBuffer тип MIME, вычисленный по сегменту инициализации.</translation>
    </message>
    <message>
        <source>Give at least one frame.</source>
        <translation>Укажите хотя бы один кадр.</translation>
    </message>
    <message>
        <source>Give at least {0} s.</source>
        <translation>Укажите не меньше {0} с.</translation>
    </message>
    <message>
        <source>Give at most {0} frames.</source>
        <translation>Укажите не больше {0} кадров.</translation>
    </message>
    <message>
        <source>Give at most {0} s ({1} frames).</source>
        <translation>Укажите не больше {0} с (кадров: {1}).</translation>
    </message>
    <message>
        <source>Give each track its own file with “Split tracks”, and each file its own SourceBuffer.</source>
        <translation>Сделайте каждой дорожке свой файл («Разделить дорожки»), а каждому файлу — свой SourceBuffer.</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Укажите что-то одно.</translation>
    </message>
    <message>
        <source>Give one of: {0}.</source>
        <translation>Укажите одно из: {0}.</translation>
    </message>
    <message>
        <source>Give the preset another id.</source>
        <translation>Дайте пресету другой идентификатор.</translation>
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
        <translation>В MP4 VP9 называют полностью (vp09.PP.LL.DD), а не {0}.</translation>
    </message>
    <message>
        <source>Initialization segment misses expected {0} track.</source>
        <translation>Initialization segment misses expected {0} track.</translation>
    </message>
    <message>
        <source>Is there room on the drive, and may you write there?</source>
        <translation>Есть ли место на диске и можно ли вам туда писать?</translation>
    </message>
    <message>
        <source>It begins anew when you press Start.</source>
        <translation>Начнётся заново, когда вы нажмёте «Старт».</translation>
    </message>
    <message>
        <source>It did play in {0} and {1}.</source>
        <translation>Зато воспроизводится в {0} и {1}.</translation>
    </message>
    <message>
        <source>It did play in {0}.</source>
        <translation>Зато воспроизводится в {0}.</translation>
    </message>
    <message>
        <source>It failed at {0} s during &apos;{1}&apos;: {2}</source>
        <translation>Сбой на {0} с, этап «{1}»: {2}</translation>
    </message>
    <message>
        <source>It failed during &apos;{0}&apos;: {1}</source>
        <translation>Сбой, этап «{0}»: {1}</translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation>Их всего {0}.</translation>
    </message>
    <message>
        <source>It is another XML file.</source>
        <translation>Это другой файл XML.</translation>
    </message>
    <message>
        <source>It is cut off or damaged near its beginning.</source>
        <translation>Он обрезан или повреждён в начале.</translation>
    </message>
    <message>
        <source>It is damaged near its beginning.</source>
        <translation>Он повреждён в начале.</translation>
    </message>
    <message>
        <source>It is damaged, or made to do harm.</source>
        <translation>Он повреждён или сделан во вред.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Он повреждён.</translation>
    </message>
    <message>
        <source>It is kept as {0}.</source>
        <translation>Он сохранён как {0}.</translation>
    </message>
    <message>
        <source>It is kept for the last jobs only.</source>
        <translation>Журнал хранится только для последних заданий.</translation>
    </message>
    <message>
        <source>It is not a WebM file.</source>
        <translation>Это не файл WebM.</translation>
    </message>
    <message>
        <source>It is not an MP4 file.</source>
        <translation>Это не файл MP4.</translation>
    </message>
    <message>
        <source>It is not finished.</source>
        <translation>Он не закончен.</translation>
    </message>
    <message>
        <source>It is saved as a whole at the next try.</source>
        <translation>Она сохранится целиком при следующей попытке.</translation>
    </message>
    <message>
        <source>It is something else.</source>
        <translation>Это что-то другое.</translation>
    </message>
    <message>
        <source>It is tried again: {0}</source>
        <translation>Повторная попытка: {0}</translation>
    </message>
    <message>
        <source>It is written anew at the next try.</source>
        <translation>Он будет записан заново при следующей попытке.</translation>
    </message>
    <message>
        <source>It is written anew at the next try; the damaged one is kept.</source>
        <translation>Он будет записан заново при следующей попытке; повреждённый сохранится.</translation>
    </message>
    <message>
        <source>It needs a WebM file.</source>
        <translation>Нужен файл WebM.</translation>
    </message>
    <message>
        <source>It needs a fragmented MP4 file.</source>
        <translation>Нужен фрагментированный файл MP4.</translation>
    </message>
    <message>
        <source>It needs a track of one of these kinds: {0}.</source>
        <translation>Нужна дорожка одного из видов: {0}.</translation>
    </message>
    <message>
        <source>It needs a video track.</source>
        <translation>Нужна дорожка видео.</translation>
    </message>
    <message>
        <source>It needs an audio track.</source>
        <translation>Нужна дорожка звука.</translation>
    </message>
    <message>
        <source>It needs at least {0} media segments.</source>
        <translation>Нужно медиасегментов не меньше: {0}.</translation>
    </message>
    <message>
        <source>It needs more than 33 s.</source>
        <translation>Нужно больше 33 с.</translation>
    </message>
    <message>
        <source>It played at {0} times real time: this machine was too busy.</source>
        <translation>Воспроизведение шло в {0} от обычной скорости: машина перегружена.</translation>
    </message>
    <message>
        <source>It stalled at {0} s during &apos;{1}&apos; (readyState {2}); buffered: nothing.</source>
        <translation>Остановка на {0} с, этап «{1}» (readyState {2}); в буфере пусто.</translation>
    </message>
    <message>
        <source>It stalled at {0} s during &apos;{1}&apos; (readyState {2}); buffered: {3}.</source>
        <translation>Остановка на {0} с, этап «{1}» (readyState {2}); в буфере: {3}.</translation>
    </message>
    <message>
        <source>It stops at {0} s.</source>
        <translation>Останавливается на {0} с.</translation>
    </message>
    <message>
        <source>Its first line should be #EXTM3U.</source>
        <translation>Первой строкой должно быть #EXTM3U.</translation>
    </message>
    <message>
        <source>Job {0} of the file was left out: it is not valid.</source>
        <translation>Задание {0} из файла пропущено: оно неверно.</translation>
    </message>
    <message>
        <source>Jobs that write to {0} wait.</source>
        <translation>Задания, которые пишут в {0}, ждут.</translation>
    </message>
    <message>
        <source>Kept one of several codec configurations of track {0}.</source>
        <translation>Из нескольких конфигураций кодека дорожки {0} оставлена одна.</translation>
    </message>
    <message>
        <source>Keyframes {0} s apart are too far for streaming.</source>
        <translation>Ключевые кадры через {0} с — слишком редко для потока.</translation>
    </message>
    <message>
        <source>Known not to help: {0}.</source>
        <translation>Заведомо не поможет: {0}.</translation>
    </message>
    <message>
        <source>Known ones: {0}.</source>
        <translation>Известные: {0}.</translation>
    </message>
    <message>
        <source>Lacing 1 is not supported yet.</source>
        <translation>Lacing 1 is not supported yet.</translation>
    </message>
    <message>
        <source>Left out the {0}.</source>
        <translation>Пропущено: {0}.</translation>
    </message>
    <message>
        <source>Left out track {0}.</source>
        <translation>Пропущена дорожка {0}.</translation>
    </message>
    <message>
        <source>Let it run to use the file as it is now.</source>
        <translation>Запустите, чтобы взять файл как он есть сейчас.</translation>
    </message>
    <message>
        <source>Let the player name {0}.</source>
        <translation>Пусть плеер указывает {0}.</translation>
    </message>
    <message>
        <source>Look at the failed request: address, status and CORS headers.</source>
        <translation>Посмотрите на неудавшийся запрос: адрес, код ответа и заголовки CORS.</translation>
    </message>
    <message>
        <source>Look for the first error of the page (video.error), and build a new MediaSource.</source>
        <translation>Найдите первую ошибку страницы (video.error) и создайте новый MediaSource.</translation>
    </message>
    <message>
        <source>MSE Studio closed unexpectedly.</source>
        <translation>MSE Studio неожиданно закрылась.</translation>
    </message>
    <message>
        <source>MSE Studio ended unexpectedly twice while this file was converted.</source>
        <translation>MSE Studio дважды неожиданно прервалась на этом файле.</translation>
    </message>
    <message>
        <source>MSE Studio ended while this file was converted.</source>
        <translation>MSE Studio закрылась, пока преобразовывался этот файл.</translation>
    </message>
    <message>
        <source>MSE plays no data tracks</source>
        <translation>MSE не воспроизводит дорожки данных</translation>
    </message>
    <message>
        <source>MSE plays no subtitles</source>
        <translation>MSE не воспроизводит субтитры</translation>
    </message>
    <message>
        <source>Made it a WebM; it called itself “{0}”.</source>
        <translation>Теперь это WebM; раньше он называл себя «{0}».</translation>
    </message>
    <message>
        <source>Make a smaller copy of the source first.</source>
        <translation>Сначала сделайте уменьшенную копию источника.</translation>
    </message>
    <message>
        <source>Make it again from its source.</source>
        <translation>Сделайте его заново из источника.</translation>
    </message>
    <message>
        <source>Make it again, or choose another one, then retry.</source>
        <translation>Создайте её снова или выберите другую и повторите.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Сделайте короче.</translation>
    </message>
    <message>
        <source>Make the file again from its source.</source>
        <translation>Сделайте файл заново из источника.</translation>
    </message>
    <message>
        <source>Make the segments join; a player can seek to where the next range begins.</source>
        <translation>Сделайте сегменты без разрывов; плеер может перейти к началу следующего отрезка.</translation>
    </message>
    <message>
        <source>Media Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.</source>
        <translation>Media Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.</translation>
    </message>
    <message>
        <source>Media data stands before the fragment that describes it, or without one.</source>
        <translation>Медиаданные стоят раньше фрагмента, который их описывает, или без него.</translation>
    </message>
    <message>
        <source>Media segments were appended before the init segment.</source>
        <translation>Медиасегменты подали раньше сегмента инициализации.</translation>
    </message>
    <message>
        <source>Minimum keyframe interval cannot exceed the maximum ({0}).</source>
        <translation>Наименьший интервал не может превышать наибольший ({0}).</translation>
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
        <translation>Всё время сдвинуто на {0} с.</translation>
    </message>
    <message>
        <source>Mute the element, or call play() from a click.</source>
        <translation>Выключите звук элемента или вызывайте play() по щелчку.</translation>
    </message>
    <message>
        <source>Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs (first of {1} places).</source>
        <translation>Ни в заголовке дорожки {0}, ни в кадре здесь нет наборов параметров, нужных декодеру (первое из {1} мест).</translation>
    </message>
    <message>
        <source>Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs.</source>
        <translation>Ни в заголовке дорожки {0}, ни в кадре здесь нет наборов параметров, нужных декодеру.</translation>
    </message>
    <message>
        <source>No breaker has the code “{0}”.</source>
        <translation>Поломки с кодом «{0}» нет.</translation>
    </message>
    <message>
        <source>No command is set.</source>
        <translation>Команда не задана.</translation>
    </message>
    <message>
        <source>No engine takes {0} in MP4.</source>
        <translation>Ни один движок не принимает {0} в MP4.</translation>
    </message>
    <message>
        <source>No engine takes {0} in WebM.</source>
        <translation>Ни один движок не принимает {0} в WebM.</translation>
    </message>
    <message>
        <source>No entry in the middle was tried.</source>
        <translation>Вход с середины не проверялся.</translation>
    </message>
    <message>
        <source>No frames stand in this file as this breaker needs them.</source>
        <translation>В этом файле нет кадров, которые нужны для такой поломки.</translation>
    </message>
    <message>
        <source>No picture of the file can be decoded by itself.</source>
        <translation>Ни один кадр файла нельзя декодировать сам по себе.</translation>
    </message>
    <message>
        <source>No picture was ever shown.</source>
        <translation>Картинка так и не появилась.</translation>
    </message>
    <message>
        <source>No sound was decoded.</source>
        <translation>Звук не декодирован.</translation>
    </message>
    <message>
        <source>No thumbnail could be made.</source>
        <translation>Не удалось сделать миниатюру.</translation>
    </message>
    <message>
        <source>Nobody wrote how long the last frame of track {0} in this cluster lasts: browsers guess, and guess wrong.</source>
        <translation>Нигде не записано, сколько длится последний кадр дорожки {0} в этом кластере: браузеры угадывают, и неверно.</translation>
    </message>
    <message>
        <source>Not played: no answer from {0} ({1})</source>
        <translation>Не воспроизведён: нет ответа от {0} ({1})</translation>
    </message>
    <message>
        <source>Not played: no answer from {0} and {1} ({2})</source>
        <translation>Не воспроизведён: нет ответа от {0} и {1} ({2})</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode this format.</source>
        <translation>Не воспроизведён: здесь нет движка, который умеет этот формат.</translation>
    </message>
    <message>
        <source>Not played: no engine here can decode {0}.</source>
        <translation>Не воспроизведён: здесь нет движка, который умеет {0}.</translation>
    </message>
    <message>
        <source>Not played: no engine was asked.</source>
        <translation>Не воспроизведён: ни один движок не опрошен.</translation>
    </message>
    <message>
        <source>Not played; it should play in {0} and {1}.</source>
        <translation>Не воспроизведён; должен воспроизводиться в {0} и {1}.</translation>
    </message>
    <message>
        <source>Not played; it should play in {0}.</source>
        <translation>Не воспроизведён; должен воспроизводиться в {0}.</translation>
    </message>
    <message>
        <source>Not played; no engine we know can decode it.</source>
        <translation>Не воспроизведён; его не умеет декодировать ни один известный нам движок.</translation>
    </message>
    <message>
        <source>NotSupportedError: Failed to execute &apos;addSourceBuffer&apos; on &apos;MediaSource&apos;: The type provided is unsupported.</source>
        <translation>NotSupportedError: Failed to execute &apos;addSourceBuffer&apos; on &apos;MediaSource&apos;: The type provided is unsupported.</translation>
    </message>
    <message>
        <source>Nothing is buffered where playing begins.</source>
        <translation>Там, где начинается воспроизведение, в буфере пусто.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; a repaired file has durations.</source>
        <translation>Делать ничего не нужно; в исправленном файле длительности есть.</translation>
    </message>
    <message>
        <source>Nothing starts by itself.</source>
        <translation>Само ничего не начнётся.</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s at stage &apos;{1}&apos;.</source>
        <translation>Нет вестей {0} с, этап «{1}».</translation>
    </message>
    <message>
        <source>Nothing was heard for {0} s.</source>
        <translation>Нет вестей {0} с.</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>Ничего не заменено.</translation>
    </message>
    <message>
        <source>Of one track no frame is whole.</source>
        <translation>У одной из дорожек нет ни одного целого кадра.</translation>
    </message>
    <message>
        <source>One cluster holds everything, and its times beyond 32.767 s wrap around.</source>
        <translation>Всё в одном кластере, и время после 32,767 с переполняется.</translation>
    </message>
    <message>
        <source>One group of pictures is larger than a fragment may be (2 GB).</source>
        <translation>Один GOP больше, чем может быть фрагмент (2 ГБ).</translation>
    </message>
    <message>
        <source>One picture in the middle of a GOP is left out.</source>
        <translation>Пропущен один кадр в середине GOP.</translation>
    </message>
    <message>
        <source>Only the player that has the key can read them.</source>
        <translation>Прочитать их может только плеер, у которого есть ключ.</translation>
    </message>
    <message>
        <source>Only {0} of {1} frames were decoded.</source>
        <translation>Декодировано кадров: {0} из {1}.</translation>
    </message>
    <message>
        <source>Open the .m3u8 or .mpd file.</source>
        <translation>Откройте файл .m3u8 или .mpd.</translation>
    </message>
    <message>
        <source>Open the file in your browser instead.</source>
        <translation>Откройте файл в браузере.</translation>
    </message>
    <message>
        <source>Open the window again when the other one is done.</source>
        <translation>Откройте окно снова, когда другая закончит.</translation>
    </message>
    <message>
        <source>Over a hole in the picture Chromium plays the sound on and the picture stands still.</source>
        <translation>На дыре в изображении Chromium продолжает звук, а картинка стоит.</translation>
    </message>
    <message>
        <source>PIPELINE_ERROR_DECODE: audio decode error!</source>
        <translation>PIPELINE_ERROR_DECODE: audio decode error!</translation>
    </message>
    <message>
        <source>Package it as fragmented MP4 (CMAF) instead.</source>
        <translation>Упакуйте во фрагментированный MP4 (CMAF).</translation>
    </message>
    <message>
        <source>Picture and sound could not be split without moving one against the other.</source>
        <translation>Изображение и звук нельзя разделить, не сдвинув одно относительно другого.</translation>
    </message>
    <message>
        <source>Picture and sound have the same track number, {0}.</source>
        <translation>У изображения и звука один и тот же номер дорожки: {0}.</translation>
    </message>
    <message>
        <source>Pictures and sound stand in clusters of their own.</source>
        <translation>Изображение и звук лежат в отдельных кластерах.</translation>
    </message>
    <message>
        <source>Pictures and sound stand in fragments of their own.</source>
        <translation>Изображение и звук лежат в отдельных фрагментах.</translation>
    </message>
    <message>
        <source>Play it in another engine, or transcode it to a codec that this one has.</source>
        <translation>Воспроизведите в другом движке или перекодируйте в кодек, который этот умеет.</translation>
    </message>
    <message>
        <source>Playback cannot begin at segment {0} ({1} s): {2}</source>
        <translation>Воспроизведение не начинается с сегмента {0} ({1} с): {2}</translation>
    </message>
    <message>
        <source>Playback stopped at {0} s and never reached the end.</source>
        <translation>Воспроизведение остановилось на {0} с и не дошло до конца.</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) decodes no frame.</source>
        <translation>При старте с сегмента {0} ({1} с) не декодируется ни кадра.</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) is buffered from nowhere only.</source>
        <translation>При старте с сегмента {0} ({1} с) буфер пуст.</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) is buffered from {2} s only.</source>
        <translation>При старте с сегмента {0} ({1} с) буфер начинается лишь с {2} с.</translation>
    </message>
    <message>
        <source>Playback that begins at segment {0} ({1} s) shows no picture.</source>
        <translation>При старте с сегмента {0} ({1} с) нет картинки.</translation>
    </message>
    <message>
        <source>Played to its end in {0} and {1}, all {2} frames.</source>
        <translation>Воспроизведён до конца в {0} и {1}, все кадры ({2}).</translation>
    </message>
    <message>
        <source>Played to its end in {0} and {1}.</source>
        <translation>Воспроизведён до конца в {0} и {1}.</translation>
    </message>
    <message>
        <source>Played to its end in {0}, all {1} frames.</source>
        <translation>Воспроизведён до конца в {0}, все кадры ({1}).</translation>
    </message>
    <message>
        <source>Played to its end in {0}.</source>
        <translation>Воспроизведён до конца в {0}.</translation>
    </message>
    <message>
        <source>Playing cannot begin at segment {0}.</source>
        <translation>Воспроизведение не может начаться с сегмента {0}.</translation>
    </message>
    <message>
        <source>Please report it with the log.</source>
        <translation>Сообщите об этом, приложив журнал.</translation>
    </message>
    <message>
        <source>Please send us the details; transcoding the file is the way meanwhile.</source>
        <translation>Пришлите нам сведения; пока выход — перекодировать файл.</translation>
    </message>
    <message>
        <source>Put all files of the presentation into one folder.</source>
        <translation>Положите все файлы набора в одну папку.</translation>
    </message>
    <message>
        <source>Put the clusters into the order of their times.</source>
        <translation>Расставьте кластеры по порядку времени.</translation>
    </message>
    <message>
        <source>Qt WebEngine {0} (Chromium {1})</source>
        <translation>Qt WebEngine {0} (Chromium {1})</translation>
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
        <translation>Подробности читались слишком долго; показано основное из ffmpeg.</translation>
    </message>
    <message>
        <source>Remove what is behind the playhead and append again; use shorter segments or a lower bit rate.</source>
        <translation>Уберите то, что за позицией воспроизведения, и подайте снова; сделайте сегменты короче или битрейт меньше.</translation>
    </message>
    <message>
        <source>Removed the name of track {0}, which is not plain ASCII.</source>
        <translation>Убрано имя дорожки {0}: оно не в простом ASCII.</translation>
    </message>
    <message>
        <source>Renamed the sample entry {0}, which some browsers refuse.</source>
        <translation>Переименовано описание сэмплов {0}, которое некоторые браузеры отвергают.</translation>
    </message>
    <message>
        <source>Repair it first, then break the repaired file.</source>
        <translation>Сначала исправьте его, потом ломайте исправленный файл.</translation>
    </message>
    <message>
        <source>Repair it first.</source>
        <translation>Сначала исправьте его.</translation>
    </message>
    <message>
        <source>Repair it if only the mark is wrong, else transcode it.</source>
        <translation>Исправьте, если неверна только метка, иначе перекодируйте.</translation>
    </message>
    <message>
        <source>Repair it if the codecs are WebM&apos;s, else transcode it.</source>
        <translation>Исправьте, если кодеки подходят WebM, иначе перекодируйте.</translation>
    </message>
    <message>
        <source>Repair it without splitting.</source>
        <translation>Исправьте без разделения.</translation>
    </message>
    <message>
        <source>Repair it, so that times begin at 0, or let the player seek to where the buffer begins.</source>
        <translation>Исправьте, чтобы время начиналось с 0, или пусть плеер переходит к началу буфера.</translation>
    </message>
    <message>
        <source>Repair it: a stripped header is put back; an encrypted file needs its source.</source>
        <translation>Исправьте: снятый заголовок возвращается; зашифрованному файлу нужен источник.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.</source>
        <translation>Правила читают байты, а модели движков говорят, что сделали бы движки; ни один движок ничего не воспроизводил, поэтому «пройдено» здесь быть не может.</translation>
    </message>
    <message>
        <source>Seek to %1 s: %2</source>
        <translation>Переход к %1 с: %2</translation>
    </message>
    <message>
        <source>Seeks</source>
        <translation>Переходы</translation>
    </message>
    <message>
        <source>Seeks: into {0} of {1} groups of pictures, evenly chosen.</source>
        <translation>Переходы: в GOP {0} из {1}, выбраны равномерно.</translation>
    </message>
    <message>
        <source>Shortened {0} durations of sound that reached into the next.</source>
        <translation>Укорочено длительностей звука, которые заходили на следующую: {0}.</translation>
    </message>
    <message>
        <source>Sound against picture</source>
        <translation>Звук относительно изображения</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>Звук расходится</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Stops playing</source>
        <translation>Останавливает</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>The clock ran at {0} times speed, {1} was asked for.</source>
        <translation>Часы шли со скоростью {0}×, а задана была {1}×.</translation>
    </message>
    <message>
        <source>The device did not allow the page to play, as some do to save power; this proves nothing about the file.</source>
        <translation>Устройство не позволило странице воспроизводить, некоторые так экономят заряд; о файле это ничего не доказывает.</translation>
    </message>
    <message>
        <source>The engine ended by itself the first time; this is what it did when launched anew.</source>
        <translation>В первый раз движок завершился сам; здесь то, что он сделал после нового запуска.</translation>
    </message>
    <message>
        <source>The engine ended by itself{0}: {1}</source>
        <translation>Движок завершился сам{0}: {1}</translation>
    </message>
    <message>
        <source>The file calls itself Matroska.</source>
        <translation>Файл называет себя Matroska.</translation>
    </message>
    <message>
        <source>The file calls itself “{0}”, not “webm”; today&apos;s browsers do not look at that.</source>
        <translation>Файл называет себя «{0}», а не «webm»; нынешние браузеры на это не смотрят.</translation>
    </message>
    <message>
        <source>The file is too long for one cluster.</source>
        <translation>Файл слишком длинный для одного кластера.</translation>
    </message>
    <message>
        <source>The file is too short for that.</source>
        <translation>Файл для этого слишком короткий.</translation>
    </message>
    <message>
        <source>The file is {0}, and the player names {1}/{2}: Chromium says nothing until the stream ends.</source>
        <translation>Файл — {0}, а плеер указывает {1}/{2}: Chromium молчит до конца потока.</translation>
    </message>
    <message>
        <source>The file lists more frames than it can hold.</source>
        <translation>В списках файла больше кадров, чем он вмещает.</translation>
    </message>
    <message>
        <source>The file or the playlist did not arrive: that is the network&apos;s or the server&apos;s matter.</source>
        <translation>Файл или плейлист не пришёл: дело в сети или сервере.</translation>
    </message>
    <message>
        <source>The file type box (ftyp) is left out.</source>
        <translation>Блок типа файла (ftyp) пропущен.</translation>
    </message>
    <message>
        <source>The file type box (ftyp) names a brand that nobody knows.</source>
        <translation>В блоке типа файла (ftyp) марка, которой никто не знает.</translation>
    </message>
    <message>
        <source>The segment of “{0}” at {1} s lasts {2} and not {3}, as in “{4}”.</source>
        <translation>Сегмент «{0}» на {1} с длится {2}, а не {3}, как в «{4}».</translation>
    </message>
    <message>
        <source>This engine cannot decode this format here.</source>
        <translation>Этот движок здесь не умеет этот формат.</translation>
    </message>
    <message>
        <source>This engine cannot decode {0} and {1} here.</source>
        <translation>Этот движок здесь не умеет декодировать {0} и {1}.</translation>
    </message>
    <message>
        <source>This engine cannot decode {0} here.</source>
        <translation>Этот движок здесь не умеет декодировать {0}.</translation>
    </message>
    <message>
        <source>This engine was not asked.</source>
        <translation>Этот движок не опрошен.</translation>
    </message>
    <message>
        <source>Took {0} blocks apart that packed several frames (lacing).</source>
        <translation>Разобрано блоков с несколькими кадрами (lacing): {0}.</translation>
    </message>
    <message>
        <source>Track {0} begins with an empty edit of {1} ms, which Firefox honours and Chromium does not: picture and sound drift apart in one of them.</source>
        <translation>Дорожка {0} начинается с пустой правки в {1} мс: Firefox её соблюдает, Chromium — нет, и в одном из них звук расходится с картинкой.</translation>
    </message>
    <message>
        <source>Track {0} does not say its sampling rate, which Chromium refuses.</source>
        <translation>Дорожка {0} не называет частоту дискретизации, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>Track {0} has no picture size that a browser accepts.</source>
        <translation>У дорожки {0} нет размера кадра, который примет браузер.</translation>
    </message>
    <message>
        <source>Track {0} has several edits, of which browsers honour only the first.</source>
        <translation>У дорожки {0} несколько правок, браузеры соблюдают только первую.</translation>
    </message>
    <message>
        <source>Track {0} has two different codec configurations.</source>
        <translation>У дорожки {0} две разные конфигурации кодека.</translation>
    </message>
    <message>
        <source>Track {0} is a further {1} track: browsers play only the first of a kind.</source>
        <translation>Дорожка {0} — ещё одна того же вида ({1}): браузеры воспроизводят только первую.</translation>
    </message>
    <message>
        <source>Track {0} is compressed once more by its container (ContentEncodings), which browsers do not undo.</source>
        <translation>Дорожка {0} ещё раз сжата контейнером (ContentEncodings), браузеры этого не снимают.</translation>
    </message>
    <message>
        <source>Track {0} is encrypted: it plays only with its key and a player that asks for it.</source>
        <translation>Дорожка {0} зашифрована: нужен её ключ и плеер, который его запросит.</translation>
    </message>
    <message>
        <source>Track {0} is encrypted: without a key nothing is played.</source>
        <translation>Дорожка {0} зашифрована: без ключа ничего не воспроизводится.</translation>
    </message>
    <message>
        <source>Track {0} is encrypted; its frames cannot be read.</source>
        <translation>Дорожка {0} зашифрована; её кадры нельзя прочитать.</translation>
    </message>
    <message>
        <source>Track {0} is of the kind “{1}”, which no browser plays in MP4.</source>
        <translation>Дорожка {0} вида «{1}», которого ни один браузер не воспроизводит в MP4.</translation>
    </message>
    <message>
        <source>Track {0} lacks the box “{1}” (which may be empty): Firefox leaves the track out.</source>
        <translation>У дорожки {0} нет блока «{1}» (он может быть и пустым): Firefox эту дорожку пропускает.</translation>
    </message>
    <message>
        <source>Track {0} packs several frames into one block (lacing), which Chromium refuses (first of {1} places).</source>
        <translation>Дорожка {0} складывает несколько кадров в один блок (lacing), Chromium это отвергает (первое из {1} мест).</translation>
    </message>
    <message>
        <source>Track {0} packs several frames into one block (lacing), which Chromium refuses.</source>
        <translation>Дорожка {0} складывает несколько кадров в один блок (lacing), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>Track {0} says that it has no channels.</source>
        <translation>Дорожка {0} говорит, что каналов у неё нет.</translation>
    </message>
    <message>
        <source>Track {0} says two different things about itself.</source>
        <translation>Дорожка {0} говорит о себе две разные вещи.</translation>
    </message>
    <message>
        <source>Track {0}, neither picture nor sound, has no fragment defaults (trex), which Chromium refuses.</source>
        <translation>У дорожки {0} (не изображение и не звук) нет умолчаний фрагментов (trex), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>Transcode at a constant frame rate; a player can seek over the hole.</source>
        <translation>Перекодируйте с постоянной частотой кадров; плеер может перескочить дыру.</translation>
    </message>
    <message>
        <source>Transcode it from its source.</source>
        <translation>Перекодируйте его из источника.</translation>
    </message>
    <message>
        <source>Transcode it to 4:2:0.</source>
        <translation>Перекодируйте в 4:2:0.</translation>
    </message>
    <message>
        <source>Wrote the headers of {0} blocks anew.</source>
        <translation>Заново записано заголовков блоков: {0}.</translation>
    </message>
    <message>
        <source>{0} frames were decoded and not shown, because it played at {1} times speed.</source>
        <translation>Декодировано, но не показано кадров: {0}, потому что воспроизведение шло на скорости {1}×.</translation>
    </message>
    <message>
        <source>{0} has buffered {1}; for {2} (as measured) {3} was expected.</source>
        <translation>{0}: в буфере {1}; для {2} (по измерениям) ожидалось {3}.</translation>
    </message>
    <message>
        <source>{0} has buffered {1}; for {2} (never measured) {3} was expected.</source>
        <translation>{0}: в буфере {1}; для {2} (не измерялось) ожидалось {3}.</translation>
    </message>
    <message>
        <source>{0} is written into a folder already.</source>
        <translation>{0} уже записывается в папку.</translation>
    </message>
    <message>
        <source>{0} more changes failed.</source>
        <translation>Не удалось ещё {0} переключений.</translation>
    </message>
    <message>
        <source>{0} needs a display, and there is none here.</source>
        <translation>Для {0} нужен экран, а здесь его нет.</translation>
    </message>
    <message>
        <source>{0} plays this file to its end, although {1} (as measured) {2}.</source>
        <translation>{0} воспроизводит этот файл до конца, хотя для {1} (по измерениям) прогноз иной: {2}.</translation>
    </message>
    <message>
        <source>{0} plays this file to its end, although {1} (never measured) {2}.</source>
        <translation>{0} воспроизводит этот файл до конца, хотя для {1} (не измерялось) прогноз иной: {2}.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>«{0}» — это папка.</translation>
    </message>
    <message>
        <source>“{0}” is there already and is not replaced.</source>
        <translation>«{0}» там уже есть и не заменяется.</translation>
    </message>
    <message>
        <source>“{0}” is there already.</source>
        <translation>«{0}» уже есть.</translation>
    </message>
    <message>
        <source>“{0}” lists MPEG-TS segments, which browsers do not take through Media Source Extensions.</source>
        <translation>«{0}» перечисляет сегменты MPEG-TS, браузеры не принимают их через Media Source Extensions.</translation>
    </message>
    <message>
        <source>“{0}” lists bytes of “{1}” that lie behind its end.</source>
        <translation>«{0}» перечисляет байты «{1}», которые лежат за концом этого файла.</translation>
    </message>
    <message>
        <source>“{0}” lists neither picture nor sound.</source>
        <translation>«{0}» не перечисляет ни изображения, ни звука.</translation>
    </message>
    <message>
        <source>“{0}” lists no segment of “{1}”.</source>
        <translation>«{0}» не перечисляет ни одного сегмента «{1}».</translation>
    </message>
    <message>
        <source>“{0}” lists no segment.</source>
        <translation>«{0}» не перечисляет ни одного сегмента.</translation>
    </message>
    <message>
        <source>“{0}” lists {1} segments, which browsers do not take through Media Source Extensions.</source>
        <translation>«{0}» перечисляет сегменты {1}, браузеры не принимают их через Media Source Extensions.</translation>
    </message>
    <message>
        <source>“{0}” lists “{1}”, which is empty (0 bytes).</source>
        <translation>«{0}» перечисляет «{1}», а этот файл пуст (0 байт).</translation>
    </message>
    <message>
        <source>“{0}” lists “{1}”, which is not there.</source>
        <translation>«{0}» перечисляет «{1}», а такого файла нет.</translation>
    </message>
    <message>
        <source>“{0}” names no H.264 profile.</source>
        <translation>«{0}» не называет профиля H.264.</translation>
    </message>
    <message>
        <source>“{0}” names “{1}”, which is not a file beside it.</source>
        <translation>«{0}» называет «{1}», а рядом такого файла нет.</translation>
    </message>
    <message>
        <source>“{0}” names “{1}”, which lies outside its folder.</source>
        <translation>«{0}» называет «{1}», а это вне его папки.</translation>
    </message>
    <message>
        <source>“{0}” takes a period from another manifest.</source>
        <translation>«{0}» берёт период из другого манифеста.</translation>
    </message>
    <message>
        <source>“{0}”, which “{1}” lists, cannot be read.</source>
        <translation>«{0}» из списка «{1}» нельзя прочитать.</translation>
    </message>
    <message>
        <source>Remux it; decode times are then continuous.</source>
        <translation>Переупакуйте; время декодирования станет непрерывным.</translation>
    </message>
    <message>
        <source>A conversion needs ffmpeg.</source>
        <translation>Для преобразования нужен ffmpeg.</translation>
    </message>
    <message>
        <source>A file is there already.</source>
        <translation>Такой файл уже есть.</translation>
    </message>
    <message>
        <source>A keyframe must come every 0.2 to 10 seconds.</source>
        <translation>Ключевой кадр должен идти каждые 0,2–10 секунд.</translation>
    </message>
    <message>
        <source>A ladder has 2 to {0} rungs.</source>
        <translation>В лестнице от 2 до {0} ступеней.</translation>
    </message>
    <message>
        <source>A ladder is made of fragmented MP4, in which browsers play no VP8.</source>
        <translation>Лестница состоит из фрагментированных MP4, а в них браузеры не воспроизводят VP8.</translation>
    </message>
    <message>
        <source>A ladder is made of pictures, and this preset has none.</source>
        <translation>Лестнице нужно изображение, а в этом пресете его нет.</translation>
    </message>
    <message>
        <source>A ladder is made of pictures, and this source has none.</source>
        <translation>Лестнице нужно изображение, а в этом источнике его нет.</translation>
    </message>
    <message>
        <source>A live source needs ffmpeg.</source>
        <translation>Для источника прямого эфира нужен ffmpeg.</translation>
    </message>
    <message>
        <source>A measurement is already running.</source>
        <translation>Измерение уже идёт.</translation>
    </message>
    <message>
        <source>A part of the text is missing.</source>
        <translation>Не хватает части текста.</translation>
    </message>
    <message>
        <source>A repaired copy is streamed ({0}); the file itself stays as it is.</source>
        <translation>Передаётся исправленная копия ({0}); сам файл не меняется.</translation>
    </message>
    <message>
        <source>A rung is given twice.</source>
        <translation>Одна ступень указана дважды.</translation>
    </message>
    <message>
        <source>A segment of “{0}” begins without a keyframe, first at {1} s.</source>
        <translation>Сегмент «{0}» начинается не с ключевого кадра, впервые на {1} с.</translation>
    </message>
    <message>
        <source>A source of kind “{0}” cannot be encoded.</source>
        <translation>Источник вида «{0}» нельзя кодировать.</translation>
    </message>
    <message>
        <source>A unit came before any init segment.</source>
        <translation>Порция данных пришла раньше сегмента инициализации.</translation>
    </message>
    <message>
        <source>A unit holds no segment.</source>
        <translation>В порции данных нет сегмента.</translation>
    </message>
    <message>
        <source>All {0} changes between {1} rungs played in {2} and {3}.</source>
        <translation>Все переключения между ступенями (переключений: {0}, ступеней: {1}) воспроизведены в {2} и {3}.</translation>
    </message>
    <message>
        <source>All {0} changes between {1} rungs played in {2}.</source>
        <translation>Все переключения между ступенями (переключений: {0}, ступеней: {1}) воспроизведены в {2}.</translation>
    </message>
    <message>
        <source>Allow this program to use it in the system&apos;s settings.</source>
        <translation>Разрешите это программе в настройках системы.</translation>
    </message>
    <message>
        <source>Another file took its place, or it was written to; publish it anew.</source>
        <translation>На его месте другой файл, или в него писали; опубликуйте его заново.</translation>
    </message>
    <message>
        <source>Another packaging is under way, or was broken off; remove that folder.</source>
        <translation>Идёт другая упаковка, или она была прервана; удалите эту папку.</translation>
    </message>
    <message>
        <source>Ask with {{&quot;current&quot;: 0}}, in JSON.</source>
        <translation>Запрашивайте с {{&quot;current&quot;: 0}}, в JSON.</translation>
    </message>
    <message>
        <source>Both sides must be even and from 16 to {0} pixels.</source>
        <translation>Обе стороны должны быть чётными, от 16 до {0} пикселей.</translation>
    </message>
    <message>
        <source>Check the file&apos;s permissions.</source>
        <translation>Проверьте права файла.</translation>
    </message>
    <message>
        <source>Choose a file with segments.</source>
        <translation>Выберите файл с сегментами.</translation>
    </message>
    <message>
        <source>Choose a preset with H.264, VP9 or AV1.</source>
        <translation>Выберите пресет с H.264, VP9 или AV1.</translation>
    </message>
    <message>
        <source>Choose a sound format.</source>
        <translation>Выберите формат звука.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Выберите пустую или новую папку.</translation>
    </message>
    <message>
        <source>Choose an ffmpeg in the settings.</source>
        <translation>Выберите ffmpeg в настройках.</translation>
    </message>
    <message>
        <source>Choose another name for it.</source>
        <translation>Выберите для него другое имя.</translation>
    </message>
    <message>
        <source>Choose another name for the recording.</source>
        <translation>Выберите для записи другое имя.</translation>
    </message>
    <message>
        <source>Choose another name; nothing is replaced.</source>
        <translation>Выберите другое имя; ничего не заменяется.</translation>
    </message>
    <message>
        <source>Choose another source or other settings.</source>
        <translation>Выберите другой источник или другие настройки.</translation>
    </message>
    <message>
        <source>Choose another source.</source>
        <translation>Выберите другой источник.</translation>
    </message>
    <message>
        <source>Choose it in the File menu.</source>
        <translation>Выберите его в меню «Файл».</translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation>Выберите его в настройках.</translation>
    </message>
    <message>
        <source>Close the other program that uses it.</source>
        <translation>Закройте другую программу, которая его занимает.</translation>
    </message>
    <message>
        <source>Connect it anew, or choose another one.</source>
        <translation>Подключите его заново или выберите другое.</translation>
    </message>
    <message>
        <source>Connect it, then look for devices again.</source>
        <translation>Подключите его и снова выполните поиск устройств.</translation>
    </message>
    <message>
        <source>Connect one, then look for devices again.</source>
        <translation>Подключите такое устройство и снова выполните поиск устройств.</translation>
    </message>
    <message>
        <source>Copy the whole folder to any web server.</source>
        <translation>Скопируйте папку целиком на любой веб-сервер.</translation>
    </message>
    <message>
        <source>Cut at its keyframes; fragments: {0}.</source>
        <translation>Нарезано по ключевым кадрам; фрагментов: {0}.</translation>
    </message>
    <message>
        <source>Cut {0} clusters anew, one at each keyframe.</source>
        <translation>Заново нарезано кластеров, по одному на ключевой кадр: {0}.</translation>
    </message>
    <message>
        <source>Each rendition needs a name of its own, of plain letters and digits.</source>
        <translation>Каждому варианту нужно своё имя из простых букв и цифр.</translation>
    </message>
    <message>
        <source>End that first.</source>
        <translation>Сначала закончите это.</translation>
    </message>
    <message>
        <source>For example 720,480,360.</source>
        <translation>Например, 720,480,360.</translation>
    </message>
    <message>
        <source>Give 0.5 to 10 s.</source>
        <translation>Укажите от 0,5 до 10 с.</translation>
    </message>
    <message>
        <source>Give 700k or 2.5M, for example; 50k to 400M.</source>
        <translation>Укажите, например, 700k или 2.5M; от 50k до 400M.</translation>
    </message>
    <message>
        <source>Give each size once.</source>
        <translation>Укажите каждый размер один раз.</translation>
    </message>
    <message>
        <source>Give lines and bit rate, such as 720:2500k.</source>
        <translation>Укажите число строк и битрейт, например 720:2500k.</translation>
    </message>
    <message>
        <source>Give rungs such as 180:300k,90:100k.</source>
        <translation>Укажите ступени, например 180:300k,90:100k.</translation>
    </message>
    <message>
        <source>Give rungs such as 720:2500k,360:700k.</source>
        <translation>Укажите ступени, например 720:2500k,360:700k.</translation>
    </message>
    <message>
        <source>Give rungs up to {0}.</source>
        <translation>Укажите ступени не больше {0}.</translation>
    </message>
    <message>
        <source>Give sizes that are further apart.</source>
        <translation>Укажите размеры, которые различаются сильнее.</translation>
    </message>
    <message>
        <source>HLS and DASH packages need H.264, H.265, VP9 or AV1 with AAC, Opus or FLAC.</source>
        <translation>Пакетам HLS и DASH нужны H.264, H.265, VP9 или AV1 с AAC, Opus или FLAC.</translation>
    </message>
    <message>
        <source>HLS needs MP4, and this file is WebM.</source>
        <translation>HLS нужен MP4, а этот файл — WebM.</translation>
    </message>
    <message>
        <source>HLS needs MP4, and this stream is WebM.</source>
        <translation>HLS нужен MP4, а этот поток — WebM.</translation>
    </message>
    <message>
        <source>In a ladder the rungs decide “{0}”.</source>
        <translation>В лестнице «{0}» определяют ступени.</translation>
    </message>
    <message>
        <source>Is there room on the drive?</source>
        <translation>Есть ли место на диске?</translation>
    </message>
    <message>
        <source>It could not be repaired: {0}</source>
        <translation>Исправить не удалось: {0}</translation>
    </message>
    <message>
        <source>It has not taken anything for a while.</source>
        <translation>Он уже некоторое время ничего не принимает.</translation>
    </message>
    <message>
        <source>It is damaged, or no video or sound file.</source>
        <translation>Он повреждён, или это не видео- и не аудиофайл.</translation>
    </message>
    <message>
        <source>It looks like vod://NAME, vod-live://NAME or live://NAME.</source>
        <translation>Он выглядит как vod://ИМЯ, vod-live://ИМЯ или live://ИМЯ.</translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation>Возможно, его убрали.</translation>
    </message>
    <message>
        <source>It shows everything {0} ms earlier than the file says: this engine does not heed the edit list.</source>
        <translation>Всё показывается на {0} мс раньше, чем указано в файле: этот движок не учитывает список правок.</translation>
    </message>
    <message>
        <source>It was kept as “{0}”; it can be checked and repaired.</source>
        <translation>Он сохранён как «{0}»; его можно проверить и исправить.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Он перемещён, переименован или удалён.</translation>
    </message>
    <message>
        <source>Left out {0} blocks of tracks that the header does not declare.</source>
        <translation>Пропущено блоков дорожек, которых нет в заголовке: {0}.</translation>
    </message>
    <message>
        <source>Left out {0} frames of sound before the first picture.</source>
        <translation>Пропущено кадров звука до первого кадра изображения: {0}.</translation>
    </message>
    <message>
        <source>Left out {0} frames that come before the first keyframe.</source>
        <translation>Пропущено кадров до первого ключевого: {0}.</translation>
    </message>
    <message>
        <source>Left out {0} frames without a byte.</source>
        <translation>Пропущено кадров без единого байта: {0}.</translation>
    </message>
    <message>
        <source>Left out {0} pictures before the first keyframe.</source>
        <translation>Пропущено кадров изображения до первого ключевого: {0}.</translation>
    </message>
    <message>
        <source>Let {0} pictures last until the next one, over a hole.</source>
        <translation>Кадров, продлённых над дырой до следующего: {0}.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores can, up to {0}, and a letter or digit comes first.</source>
        <translation>Можно буквы, цифры, точки, дефисы и подчёркивания, знаков не больше {0}; первой идёт буква или цифра.</translation>
    </message>
    <message>
        <source>Made the times run on in {0} places.</source>
        <translation>Время сделано непрерывным, мест: {0}.</translation>
    </message>
    <message>
        <source>Make all rungs in one group, with one fixed distance of keyframes.</source>
        <translation>Сделайте все ступени одной группой, с одним постоянным интервалом между ключевыми кадрами.</translation>
    </message>
    <message>
        <source>Make all rungs in one group, with the same encoder and the same keyframes.</source>
        <translation>Сделайте все ступени одной группой, с одним кодировщиком и одними ключевыми кадрами.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>Make the folder first, or choose another.</source>
        <translation>Сначала создайте папку или выберите другую.</translation>
    </message>
    <message>
        <source>Marked {0} frames as what they are: keyframe or not.</source>
        <translation>Кадров с исправленной меткой (ключевой или нет): {0}.</translation>
    </message>
    <message>
        <source>Name a file or a ladder.</source>
        <translation>Укажите файл или лестницу.</translation>
    </message>
    <message>
        <source>Name a folder that &apos;ladder&apos; made, or media files.</source>
        <translation>Укажите папку, созданную командой «ladder», или медиафайлы.</translation>
    </message>
    <message>
        <source>Name a video or sound file.</source>
        <translation>Укажите видео- или аудиофайл.</translation>
    </message>
    <message>
        <source>No change between rungs was played: No engine was asked.</source>
        <translation>Переключения между ступенями не воспроизведены: ни один движок не опрошен.</translation>
    </message>
    <message>
        <source>No change between rungs was played: {0}</source>
        <translation>Переключения между ступенями не воспроизведены: {0}</translation>
    </message>
    <message>
        <source>No engine was asked.</source>
        <translation>Ни один движок не опрошен.</translation>
    </message>
    <message>
        <source>No file was named.</source>
        <translation>Файл не указан.</translation>
    </message>
    <message>
        <source>No frame was measured.</source>
        <translation>Не измерен ни один кадр.</translation>
    </message>
    <message>
        <source>No sound can be converted for the preview.</source>
        <translation>Звук нельзя преобразовать для просмотра.</translation>
    </message>
    <message>
        <source>Nobody waits for this picture any more.</source>
        <translation>Этот кадр больше никто не ждёт.</translation>
    </message>
    <message>
        <source>Not played in {0} and {1}.</source>
        <translation>Не воспроизведено в {0} и {1}.</translation>
    </message>
    <message>
        <source>Not played in {0}.</source>
        <translation>Не воспроизведено в {0}.</translation>
    </message>
    <message>
        <source>Nothing shows that the sound was played: browsers know no codec “{0}”.</source>
        <translation>Ничто не показывает, что звук воспроизводился: браузеры не знают кодека «{0}».</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Nothing would be streamed: there is no picture, and sound is left out.</source>
        <translation>Передавать было бы нечего: изображения нет, а звук исключён.</translation>
    </message>
    <message>
        <source>Only a live stream can be recorded.</source>
        <translation>Записать можно только прямой эфир.</translation>
    </message>
    <message>
        <source>Only a live stream can be written into a folder.</source>
        <translation>В папку можно записывать только прямой эфир.</translation>
    </message>
    <message>
        <source>Only neighbours, and the largest with the smallest, were changed.</source>
        <translation>Переключались только соседние ступени и наибольшая с наименьшей.</translation>
    </message>
    <message>
        <source>Open index.html there.</source>
        <translation>Откройте там index.html.</translation>
    </message>
    <message>
        <source>Packages are made of fragmented MP4 only.</source>
        <translation>Пакеты делаются только из фрагментированного MP4.</translation>
    </message>
    <message>
        <source>Put it back, or publish it from where it is now.</source>
        <translation>Верните его на место или опубликуйте оттуда, где он теперь.</translation>
    </message>
    <message>
        <source>Put {0} blocks into the order of their times.</source>
        <translation>Блоков, расставленных по порядку времени: {0}.</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>Прочитайте его снова.</translation>
    </message>
    <message>
        <source>Record again for what follows.</source>
        <translation>Для дальнейшего начните запись снова.</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>Запишите снова.</translation>
    </message>
    <message>
        <source>Record for longer than a segment lasts.</source>
        <translation>Записывайте дольше, чем длится сегмент.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Записывайте на другой диск.</translation>
    </message>
    <message>
        <source>Removed {0} header elements that WebM does not know.</source>
        <translation>Убрано элементов заголовка, которых WebM не знает: {0}.</translation>
    </message>
    <message>
        <source>Repair it first: that copies its frames into fragments.</source>
        <translation>Сначала исправьте его: кадры будут скопированы во фрагменты.</translation>
    </message>
    <message>
        <source>Repair it: blocks and clusters are put in order, nothing is encoded again.</source>
        <translation>Исправьте: блоки и кластеры упорядочиваются, ничего не перекодируется.</translation>
    </message>
    <message>
        <source>Repair it: blocks are written anew.</source>
        <translation>Исправьте: блоки записываются заново.</translation>
    </message>
    <message>
        <source>Repair it: each frame gets a block of its own.</source>
        <translation>Исправьте: каждый кадр получает свой блок.</translation>
    </message>
    <message>
        <source>Repair it: only the tracks that can be played are kept.</source>
        <translation>Исправьте: остаются только дорожки, которые можно воспроизвести.</translation>
    </message>
    <message>
        <source>Repair it: the block is left out.</source>
        <translation>Исправьте: блок пропускается.</translation>
    </message>
    <message>
        <source>Repair it: the declared frame duration is taken out; or transcode at a constant rate.</source>
        <translation>Исправьте: объявленная длительность кадра убирается; или перекодируйте с постоянной частотой.</translation>
    </message>
    <message>
        <source>Repair it: the file is written anew and in order, nothing is encoded again.</source>
        <translation>Исправьте: файл записывается заново и по порядку, ничего не перекодируется.</translation>
    </message>
    <message>
        <source>Repair it: the file is written anew without it.</source>
        <translation>Исправьте: файл записывается заново без этого.</translation>
    </message>
    <message>
        <source>Repair it: the header is written anew.</source>
        <translation>Исправьте: заголовок записывается заново.</translation>
    </message>
    <message>
        <source>Repair it: the padding is taken out.</source>
        <translation>Исправьте: заполнение убирается.</translation>
    </message>
    <message>
        <source>Repair it: the tag becomes hvc1, nothing is encoded again.</source>
        <translation>Исправьте: меткой станет hvc1, ничего не перекодируется.</translation>
    </message>
    <message>
        <source>Repair it; when that does not help, transcode it.</source>
        <translation>Исправьте; если не поможет, перекодируйте.</translation>
    </message>
    <message>
        <source>Repair the file first, to a place with more room.</source>
        <translation>Сначала исправьте файл, записав его туда, где больше места.</translation>
    </message>
    <message>
        <source>Retry it on its own, or remove it.</source>
        <translation>Повторите его отдельно или уберите.</translation>
    </message>
    <message>
        <source>Retry it, or keep the file and play it before you use it.</source>
        <translation>Повторите или оставьте файл и просмотрите его перед использованием.</translation>
    </message>
    <message>
        <source>Retry the job.</source>
        <translation>Повторите задание.</translation>
    </message>
    <message>
        <source>Running jobs continue; changes since {0} are not saved.</source>
        <translation>Начатые задания продолжаются; изменения с {0} не сохранены.</translation>
    </message>
    <message>
        <source>SVT-AV1 has no scene cut detection; the keyframes keep their even distance.</source>
        <translation>SVT-AV1 не ищет смену сцен; ключевые кадры идут равномерно.</translation>
    </message>
    <message>
        <source>Save it again when the recording has ended.</source>
        <translation>Сохраните его снова, когда запись закончится.</translation>
    </message>
    <message>
        <source>See whether it can be run by itself.</source>
        <translation>Проверьте, запускается ли она сама по себе.</translation>
    </message>
    <message>
        <source>SeekPreRoll of track {0} is not the 80 ms that Opus needs: sound can crackle after a seek.</source>
        <translation>SeekPreRoll дорожки {0} — не 80 мс, которые нужны Opus: после перехода звук может трещать.</translation>
    </message>
    <message>
        <source>Segment {0} was refused: {1}</source>
        <translation>Сегмент {0} отвергнут: {1}</translation>
    </message>
    <message>
        <source>Segments of {0} s are not possible.</source>
        <translation>Сегменты по {0} с невозможны.</translation>
    </message>
    <message>
        <source>Set the Opus delay of track {0} to what its header says.</source>
        <translation>Задержка Opus дорожки {0} взята из её заголовка.</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof, so that one track&apos;s data is read from the wrong place.</source>
        <translation>Несколько дорожек в одном фрагменте без default-base-is-moof: данные одной из них читаются не оттуда.</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof: browsers read the second one&apos;s data from the wrong place.</source>
        <translation>Несколько дорожек в одном фрагменте без default-base-is-moof: браузеры читают данные второй не оттуда.</translation>
    </message>
    <message>
        <source>Several tracks share a fragment without default-base-is-moof; browsers read it all the same, other players may not.</source>
        <translation>Несколько дорожек в одном фрагменте без default-base-is-moof; браузеры всё же читают верно, другие плееры — не всегда.</translation>
    </message>
    <message>
        <source>Should not play in {0} and {1}: {2}</source>
        <translation>Не должен воспроизводиться в {0} и {1}: {2}</translation>
    </message>
    <message>
        <source>Should not play in {0}: {1}</source>
        <translation>Не должен воспроизводиться в {0}: {1}</translation>
    </message>
    <message>
        <source>Skipped: {0} exists already.</source>
        <translation>Пропущен: {0} уже есть.</translation>
    </message>
    <message>
        <source>Skipping &apos;trun&apos; sample with size of 0.</source>
        <translation>Skipping &apos;trun&apos; sample with size of 0.</translation>
    </message>
    <message>
        <source>Some players will not play it ({0}): {1}</source>
        <translation>Некоторые плееры его не воспроизведут ({0}): {1}</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Внутри программы произошла ошибка.</translation>
    </message>
    <message>
        <source>Sound or picture begins too long after 0, so a player that starts at 0 waits for ever.</source>
        <translation>Звук или изображение начинается слишком поздно после 0, и плеер, идущий с 0, ждёт вечно.</translation>
    </message>
    <message>
        <source>Source not found: {0}.</source>
        <translation>Источник не найден: {0}.</translation>
    </message>
    <message>
        <source>Split it into one file for each track, or leave the others out.</source>
        <translation>Разделите на файлы по одной дорожке или оставьте прочие дорожки в стороне.</translation>
    </message>
    <message>
        <source>Split it into one file for each track, or remove the track.</source>
        <translation>Разделите на файлы по одной дорожке или уберите эту дорожку.</translation>
    </message>
    <message>
        <source>Split the file first.</source>
        <translation>Сначала разделите файл.</translation>
    </message>
    <message>
        <source>Split the file where it was joined; make it again from its sources.</source>
        <translation>Разделите файл там, где его склеили; сделайте его заново из источников.</translation>
    </message>
    <message>
        <source>Start MSE Studio as an ordinary user.</source>
        <translation>Запустите MSE Studio от обычного пользователя.</translation>
    </message>
    <message>
        <source>Start goes on with it.</source>
        <translation>Старт продолжит с него.</translation>
    </message>
    <message>
        <source>Start the job again to watch it.</source>
        <translation>Чтобы смотреть, запустите задание снова.</translation>
    </message>
    <message>
        <source>Start the stream again.</source>
        <translation>Запустите поток снова.</translation>
    </message>
    <message>
        <source>Stream copy makes no smaller pictures, so no ladder.</source>
        <translation>Копирование потока не уменьшает изображение, лестницы не выйдет.</translation>
    </message>
    <message>
        <source>Streaming has ended.</source>
        <translation>Потоковая передача завершена.</translation>
    </message>
    <message>
        <source>Take longer segments, or a folder.</source>
        <translation>Возьмите сегменты длиннее или папку.</translation>
    </message>
    <message>
        <source>Take the DASH manifest: dash/manifest.mpd.</source>
        <translation>Возьмите манифест DASH: dash/manifest.mpd.</translation>
    </message>
    <message>
        <source>Take the file before it was encrypted.</source>
        <translation>Возьмите файл до шифрования.</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>Это слишком длинно.</translation>
    </message>
    <message>
        <source>The AAC configuration of track {0} does not say how many channels there are.</source>
        <translation>В конфигурации AAC дорожки {0} не сказано, сколько каналов.</translation>
    </message>
    <message>
        <source>The AV1 configuration of track {0} is missing or is not version 1.</source>
        <translation>Конфигурации AV1 у дорожки {0} нет, или она не версии 1.</translation>
    </message>
    <message>
        <source>The CodecPrivate of track {0} is no whole header of Opus: new versions of Chromium do not decode it.</source>
        <translation>CodecPrivate дорожки {0} — не полный заголовок Opus: новые версии Chromium её не декодируют.</translation>
    </message>
    <message>
        <source>The H.265 track is tagged hev1, which Safari does not play.</source>
        <translation>Дорожка H.265 помечена hev1, Safari такое не воспроизводит.</translation>
    </message>
    <message>
        <source>The H.265 track is tagged “hev1”, which Safari does not play.</source>
        <translation>Дорожка H.265 помечена «hev1», Safari такое не воспроизводит.</translation>
    </message>
    <message>
        <source>The Info element is left out.</source>
        <translation>Элемент Info пропущен.</translation>
    </message>
    <message>
        <source>The MIME type names no codecs.</source>
        <translation>В типе MIME не названы кодеки.</translation>
    </message>
    <message>
        <source>The MP4 file is called .webm.</source>
        <translation>Файл MP4 назван .webm.</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented (its moov holds no mvex).</source>
        <translation>MP4 не фрагментирован (в moov нет mvex).</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented.</source>
        <translation>MP4 не фрагментирован.</translation>
    </message>
    <message>
        <source>The MP4 is not fragmented: Chromium refuses it and Firefox shows nothing.</source>
        <translation>MP4 не фрагментирован: Chromium его отвергает, Firefox ничего не показывает.</translation>
    </message>
    <message>
        <source>The NAL unit lengths of track {0} have not 4 bytes, as some players expect.</source>
        <translation>Длины единиц NAL в дорожке {0} занимают не 4 байта, как ждут некоторые плееры.</translation>
    </message>
    <message>
        <source>The Opus track has no readable header.</source>
        <translation>У дорожки Opus нет читаемого заголовка.</translation>
    </message>
    <message>
        <source>The Segment and all clusters have unknown sizes, as in a live stream.</source>
        <translation>У Segment и всех кластеров неизвестный размер, как в прямом эфире.</translation>
    </message>
    <message>
        <source>The Segment says that it ends before the file does; browsers go on behind its end.</source>
        <translation>По размеру Segment кончается раньше файла; браузеры читают и дальше.</translation>
    </message>
    <message>
        <source>The Segment’s size ends before the last cluster.</source>
        <translation>По размеру Segment кончается раньше последнего кластера.</translation>
    </message>
    <message>
        <source>The SourceBuffer is full: nothing was removed from it, or a segment is too large.</source>
        <translation>SourceBuffer полон: из него ничего не убрали, или сегмент слишком велик.</translation>
    </message>
    <message>
        <source>The SourceBuffer was still busy with its last operation.</source>
        <translation>SourceBuffer ещё занят предыдущей операцией.</translation>
    </message>
    <message>
        <source>The Tracks element is left out.</source>
        <translation>Элемент Tracks пропущен.</translation>
    </message>
    <message>
        <source>The WebM file is called .mp4.</source>
        <translation>Файл WebM назван .mp4.</translation>
    </message>
    <message>
        <source>The audio begins {0} ms late: a player that starts at 0 waits there.</source>
        <translation>Звук начинается на {0} мс позже: плеер, идущий с 0, там ждёт.</translation>
    </message>
    <message>
        <source>The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).</source>
        <translation>Перед этим сегментом пауза звука {0} мс, дольше кадра: воспроизведение может встать (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there.</source>
        <translation>Перед этим сегментом пауза звука {0} мс, дольше кадра: воспроизведение может встать.</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here (first of {1} places).</source>
        <translation>Время декодирования звука прыгает здесь на {0} мс (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here.</source>
        <translation>Время декодирования звука прыгает здесь на {0} мс.</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).</source>
        <translation>Время декодирования звука прыгает здесь на {0} мс: фрагмент заменяет предыдущее (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The audio’s decode time steps by {0} ms here: the fragment replaces what came before it.</source>
        <translation>Время декодирования звука прыгает здесь на {0} мс: фрагмент заменяет предыдущее.</translation>
    </message>
    <message>
        <source>The beginning lies in the moov box instead of a fragment.</source>
        <translation>Начало лежит в блоке moov, а не во фрагменте.</translation>
    </message>
    <message>
        <source>The beginning of the file cannot be read.</source>
        <translation>Начало файла нельзя прочитать.</translation>
    </message>
    <message>
        <source>The beginning of the file was refused: {0}</source>
        <translation>Начало файла отвергнуто: {0}</translation>
    </message>
    <message>
        <source>The beginning of track {0} lies in the moov box instead of a fragment: Chromium loses it, Firefox refuses the file.</source>
        <translation>Начало дорожки {0} лежит в moov, а не во фрагменте: Chromium его теряет, Firefox отвергает файл.</translation>
    </message>
    <message>
        <source>The bit rate must be from 32 kbit/s to 100 Mbit/s.</source>
        <translation>Битрейт должен быть от 32 кбит/с до 100 Мбит/с.</translation>
    </message>
    <message>
        <source>The bit rate of sound must be from 8 to 510 kbit/s.</source>
        <translation>Битрейт звука должен быть от 8 до 510 кбит/с.</translation>
    </message>
    <message>
        <source>The box “{0}” has a timescale of 0, so that no time can be told.</source>
        <translation>Шкала времени (timescale) в блоке «{0}» равна 0, время определить нельзя.</translation>
    </message>
    <message>
        <source>The box “{0}” has no size (it reaches to the end of the file), which Chromium refuses.</source>
        <translation>У блока «{0}» нет размера (он тянется до конца файла), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The box “{0}” is larger than 2 GB, which Chromium refuses.</source>
        <translation>Блок «{0}» больше 2 ГБ, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The box “{0}” is missing here; browsers do not open the file without it.</source>
        <translation>Здесь нет блока «{0}»; без него браузеры файл не откроют.</translation>
    </message>
    <message>
        <source>The box “{0}” may not stand at the top level of a media stream.</source>
        <translation>Блок «{0}» не может стоять на верхнем уровне медиапотока.</translation>
    </message>
    <message>
        <source>The box “{0}” may not stand at the top level: Chromium refuses it, Firefox takes it.</source>
        <translation>Блок «{0}» не может стоять на верхнем уровне: Chromium это отвергает, Firefox принимает.</translation>
    </message>
    <message>
        <source>The browser could not be steered.</source>
        <translation>Браузером не удалось управлять.</translation>
    </message>
    <message>
        <source>The browser did not open the page.</source>
        <translation>Браузер не открыл страницу.</translation>
    </message>
    <message>
        <source>The browser does not begin with sound before the user clicked something.</source>
        <translation>Браузер не включает звук, пока пользователь что-нибудь не нажмёт.</translation>
    </message>
    <message>
        <source>The buffer has a hole where playback stands.</source>
        <translation>Там, где стоит воспроизведение, в буфере дыра.</translation>
    </message>
    <message>
        <source>The built-in player is not part of this installation.</source>
        <translation>В этой установке нет встроенного проигрывателя.</translation>
    </message>
    <message>
        <source>The bytes are not in the container that the MIME type names, or the stream ended before its init segment was complete.</source>
        <translation>Данные не в том контейнере, который назван в типе MIME, или поток кончился раньше, чем сегмент инициализации стал полным.</translation>
    </message>
    <message>
        <source>The bytes of the Opus header’s pre-skip are swapped, and CodecDelay says the same.</source>
        <translation>Байты pre-skip в заголовке Opus переставлены, и CodecDelay говорит то же.</translation>
    </message>
    <message>
        <source>The change from “{0}” to “{1}” at {2} s fails: {3}</source>
        <translation>Переключение с «{0}» на «{1}» на {2} с не удаётся: {3}</translation>
    </message>
    <message>
        <source>The channels of track {0} do not agree ({1}): new versions of Chromium do not decode it.</source>
        <translation>Сведения о каналах дорожки {0} расходятся ({1}): новые версии Chromium её не декодируют.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Проверка отменена.</translation>
    </message>
    <message>
        <source>The cluster is damaged here; the rest of it cannot be read.</source>
        <translation>Кластер здесь повреждён; остальное в нём не прочитать.</translation>
    </message>
    <message>
        <source>The cluster is longer than its 16 bits of relative time can count (32.767 s): times run over here.</source>
        <translation>Кластер длиннее, чем вмещают 16 бит его относительного времени (32,767 с): здесь время переполняется.</translation>
    </message>
    <message>
        <source>The cluster&apos;s size reaches into what stands behind it, which Chromium refuses.</source>
        <translation>По размеру кластер заходит на то, что стоит за ним, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The codec configuration of the picture is empty.</source>
        <translation>Конфигурация кодека изображения пуста.</translation>
    </message>
    <message>
        <source>The codec configuration of track {0} ({1}) is missing, empty or broken.</source>
        <translation>Конфигурации кодека дорожки {0} ({1}) нет, она пуста или сломана.</translation>
    </message>
    <message>
        <source>The codec has no name that a SourceBuffer could be given.</source>
        <translation>У кодека нет имени для SourceBuffer.</translation>
    </message>
    <message>
        <source>The codec of track {0} is missing or not written in ASCII.</source>
        <translation>Кодек дорожки {0} не указан или записан не в ASCII.</translation>
    </message>
    <message>
        <source>The codec&apos;s name does not belong to this container: VP9 in MP4 is “vp09.…”, VP8 is for WebM only.</source>
        <translation>Имя кодека не от этого контейнера: VP9 в MP4 — «vp09.…», VP8 — только для WebM.</translation>
    </message>
    <message>
        <source>The codecs of the MIME type are not those of the tracks in the init segment.</source>
        <translation>Кодеки в типе MIME не те, что у дорожек в сегменте инициализации.</translation>
    </message>
    <message>
        <source>The coding of the picture or sound changes in the middle of the file.</source>
        <translation>Кодирование изображения или звука меняется посреди файла.</translation>
    </message>
    <message>
        <source>The command &quot;{0}&quot; could not be started.</source>
        <translation>Команду «{0}» не удалось запустить.</translation>
    </message>
    <message>
        <source>The command &quot;{0}&quot; was not found.</source>
        <translation>Команда «{0}» не найдена.</translation>
    </message>
    <message>
        <source>The configuration of track {0} ({1}) has version 0, which Firefox refuses.</source>
        <translation>Конфигурация дорожки {0} ({1}) версии 0, Firefox это отвергает.</translation>
    </message>
    <message>
        <source>The container and the picture disagree on whether this is a keyframe; browsers believe the picture (first of {0} places).</source>
        <translation>Контейнер и сам кадр расходятся в том, ключевой ли он; браузеры верят кадру (первое из {0} мест).</translation>
    </message>
    <message>
        <source>The container and the picture disagree on whether this is a keyframe; browsers believe the picture.</source>
        <translation>Контейнер и сам кадр расходятся в том, ключевой ли он; браузеры верят кадру.</translation>
    </message>
    <message>
        <source>The container calls a picture a keyframe that is none, or the other way round.</source>
        <translation>Контейнер называет ключевым кадр, который не ключевой, или наоборот.</translation>
    </message>
    <message>
        <source>The container compresses or encrypts its frames (ContentEncodings).</source>
        <translation>Контейнер сжимает или шифрует свои кадры (ContentEncodings).</translation>
    </message>
    <message>
        <source>The container does not mark this picture as the keyframe that it is, so that playback cannot begin here (first of {0} places).</source>
        <translation>Контейнер не пометил этот кадр как ключевой, хотя он ключевой: отсюда нельзя начать (первое из {0} мест).</translation>
    </message>
    <message>
        <source>The container does not mark this picture as the keyframe that it is, so that playback cannot begin here.</source>
        <translation>Контейнер не пометил этот кадр как ключевой, хотя он ключевой: отсюда нельзя начать.</translation>
    </message>
    <message>
        <source>The container marks this picture as a keyframe, which it is not: decoding cannot begin here (first of {0} places).</source>
        <translation>Контейнер пометил этот кадр как ключевой, хотя он не ключевой: отсюда нельзя начать декодирование (первое из {0} мест).</translation>
    </message>
    <message>
        <source>The container marks this picture as a keyframe, which it is not: decoding cannot begin here.</source>
        <translation>Контейнер пометил этот кадр как ключевой, хотя он не ключевой: отсюда нельзя начать декодирование.</translation>
    </message>
    <message>
        <source>The content of the box “{0}” does not fit its size or type, which Chromium refuses.</source>
        <translation>Содержимое блока «{0}» не подходит к его размеру или типу, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The content of the box “{0}” does not fit its size or type; no browser opens the file.</source>
        <translation>Содержимое блока «{0}» не подходит к его размеру или типу; ни один браузер файл не откроет.</translation>
    </message>
    <message>
        <source>The converted picture cannot be read.</source>
        <translation>Преобразованное изображение нельзя прочитать.</translation>
    </message>
    <message>
        <source>The data of the last fragment is cut off.</source>
        <translation>Данные последнего фрагмента обрезаны.</translation>
    </message>
    <message>
        <source>The data of this fragment does not stand in the mdat behind it.</source>
        <translation>Данные этого фрагмента лежат не в том mdat, что за ним.</translation>
    </message>
    <message>
        <source>The decode time of track {0} does not fit its field here (tfdt).</source>
        <translation>Время декодирования дорожки {0} не помещается в своё поле (tfdt).</translation>
    </message>
    <message>
        <source>The decode times of every fragment begin at 0 again.</source>
        <translation>Время декодирования каждого фрагмента снова начинается с 0.</translation>
    </message>
    <message>
        <source>The decoder picture could not be started.</source>
        <translation>Изображение декодера не удалось запустить.</translation>
    </message>
    <message>
        <source>The decoder went down over this segment.</source>
        <translation>На этом сегменте декодер аварийно завершился.</translation>
    </message>
    <message>
        <source>The decoder&apos;s own header (CodecPrivate) is missing or damaged.</source>
        <translation>Собственного заголовка декодера (CodecPrivate) нет, или он повреждён.</translation>
    </message>
    <message>
        <source>The description of the file&apos;s frames is cut off.</source>
        <translation>Описание кадров файла обрезано.</translation>
    </message>
    <message>
        <source>The disk cannot hold a file of this size.</source>
        <translation>Диск не вмещает файл такого размера.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>The disk is too slow; the recording ends here.</source>
        <translation>Диск слишком медленный; запись здесь кончается.</translation>
    </message>
    <message>
        <source>The disk of {0} is nearly full; jobs that write there stand still.</source>
        <translation>Диск {0} почти заполнен; задания, которые туда пишут, стоят.</translation>
    </message>
    <message>
        <source>The display size of track {0} is in a unit ({1}) that Chromium refuses.</source>
        <translation>Размер показа дорожки {0} — в единицах ({1}), которые Chromium отвергает.</translation>
    </message>
    <message>
        <source>The drive is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>The drive of the output folder is no longer available.</source>
        <translation>Диск папки для результата больше недоступен.</translation>
    </message>
    <message>
        <source>The edit list begins one picture after the first keyframe.</source>
        <translation>Список правок начинается на кадр позже первого ключевого.</translation>
    </message>
    <message>
        <source>The edit list has an empty edit or several edits, which engines treat differently.</source>
        <translation>В списке правок пустая правка или несколько правок, движки понимают это по-разному.</translation>
    </message>
    <message>
        <source>The edit list of track {0} asks for another speed than 1, which browsers ignore.</source>
        <translation>Список правок дорожки {0} просит скорость не 1, браузеры этого не слушают.</translation>
    </message>
    <message>
        <source>The edit list of track {0} ends {1} ms before the track does: Firefox cannot begin behind it.</source>
        <translation>Список правок дорожки {0} кончается на {1} мс раньше дорожки: Firefox не может начать дальше него.</translation>
    </message>
    <message>
        <source>The edit lists are left out.</source>
        <translation>Списки правок пропущены.</translation>
    </message>
    <message>
        <source>The edit lists begin with an empty edit of 500 ms.</source>
        <translation>Списки правок начинаются с пустой правки в 500 мс.</translation>
    </message>
    <message>
        <source>The edit lists have two edits with a jump of 500 ms between them.</source>
        <translation>В списках правок две правки со скачком 500 мс между ними.</translation>
    </message>
    <message>
        <source>The element {0} has no place here: Chromium refuses a file with elements it does not know, Firefox steps over them.</source>
        <translation>Элементу {0} здесь не место: Chromium отвергает файл с незнакомыми элементами, Firefox их пропускает.</translation>
    </message>
    <message>
        <source>The element {0} stands here for the second time, which Chromium refuses.</source>
        <translation>Элемент {0} стоит здесь второй раз, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The embedded engine does not run as root.</source>
        <translation>Встроенный движок не работает под root.</translation>
    </message>
    <message>
        <source>The encoder ended unexpectedly.</source>
        <translation>Кодировщик неожиданно завершился.</translation>
    </message>
    <message>
        <source>The end of a cluster in the middle of the file is missing.</source>
        <translation>Нет конца кластера в середине файла.</translation>
    </message>
    <message>
        <source>The end of an mdat in the middle of the file is missing.</source>
        <translation>Нет конца mdat в середине файла.</translation>
    </message>
    <message>
        <source>The engine accepted the bytes but buffered nothing.</source>
        <translation>Движок принял данные, но в буфере пусто.</translation>
    </message>
    <message>
        <source>The engine dropped {0} without an error.</source>
        <translation>Движок без ошибки отбросил {0}.</translation>
    </message>
    <message>
        <source>The engine says {0} s, the data end at {1} s.</source>
        <translation>По словам движка {0} с, данные кончаются на {1} с.</translation>
    </message>
    <message>
        <source>The engine took the bytes and was never done with them.</source>
        <translation>Движок принял данные и так и не закончил с ними.</translation>
    </message>
    <message>
        <source>The engine took the bytes without an error and could make nothing of them.</source>
        <translation>Движок принял данные без ошибки, но ничего не смог из них сделать.</translation>
    </message>
    <message>
        <source>The engine&apos;s buffer ends at {0} s, the file at {1} s.</source>
        <translation>Буфер движка кончается на {0} с, файл — на {1} с.</translation>
    </message>
    <message>
        <source>The engines were closed already.</source>
        <translation>Движки уже закрыты.</translation>
    </message>
    <message>
        <source>The field {{{0}}} has no format &quot;{1}&quot;.</source>
        <translation>У поля {{{0}}} нет формата «{1}».</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Файл изменился во время чтения.</translation>
    </message>
    <message>
        <source>The file could not be played out.</source>
        <translation>Файл не удалось передать в эфир.</translation>
    </message>
    <message>
        <source>The file could not be read while it was checked ({0}).</source>
        <translation>Файл не удалось прочитать при проверке ({0}).</translation>
    </message>
    <message>
        <source>The file does not begin with its type (an ftyp box).</source>
        <translation>Файл начинается не со своего типа (блок ftyp).</translation>
    </message>
    <message>
        <source>The file does not say how its frames are coded.</source>
        <translation>В файле не сказано, как закодированы его кадры.</translation>
    </message>
    <message>
        <source>The file does not say how long a picture lasts (DefaultDuration).</source>
        <translation>В файле не сказано, сколько длится кадр (DefaultDuration).</translation>
    </message>
    <message>
        <source>The file does not say how long it is: players take it for a live stream until endOfStream() is called.</source>
        <translation>В файле не сказана его длительность: плееры считают его прямым эфиром, пока не вызван endOfStream().</translation>
    </message>
    <message>
        <source>The file does not say how long it lasts.</source>
        <translation>В файле не сказана его длительность.</translation>
    </message>
    <message>
        <source>The file ends before its last frame.</source>
        <translation>Файл кончается раньше последнего кадра.</translation>
    </message>
    <message>
        <source>The file has changed since it was opened.</source>
        <translation>Файл изменился после открытия.</translation>
    </message>
    <message>
        <source>The file has more than one track of a kind; only the first is played.</source>
        <translation>В файле несколько дорожек одного вида; воспроизводится только первая.</translation>
    </message>
    <message>
        <source>The file has neither picture nor sound.</source>
        <translation>В файле нет ни изображения, ни звука.</translation>
    </message>
    <message>
        <source>The file has no Info element.</source>
        <translation>В файле нет элемента Info.</translation>
    </message>
    <message>
        <source>The file has no edit list.</source>
        <translation>В файле нет списка правок.</translation>
    </message>
    <message>
        <source>The file has no fragment defaults (trex).</source>
        <translation>В файле нет умолчаний фрагментов (trex).</translation>
    </message>
    <message>
        <source>The file has no keyframe to begin with.</source>
        <translation>В файле нет ключевого кадра, с которого можно начать.</translation>
    </message>
    <message>
        <source>The file has no moov box.</source>
        <translation>В файле нет блока moov.</translation>
    </message>
    <message>
        <source>The file has no segments, so it cannot be streamed piece by piece.</source>
        <translation>В файле нет сегментов, его нельзя передавать по частям.</translation>
    </message>
    <message>
        <source>The file has no {0} box.</source>
        <translation>В файле нет блока {0}.</translation>
    </message>
    <message>
        <source>The file has no {0} track.</source>
        <translation>В файле нет дорожки ({0}).</translation>
    </message>
    <message>
        <source>The file has not been read yet.</source>
        <translation>Файл ещё не прочитан.</translation>
    </message>
    <message>
        <source>The file has only one cluster.</source>
        <translation>В файле только один кластер.</translation>
    </message>
    <message>
        <source>The file has only one fragment.</source>
        <translation>В файле только один фрагмент.</translation>
    </message>
    <message>
        <source>The file holds an endless list of boxes.</source>
        <translation>В файле бесконечный список блоков.</translation>
    </message>
    <message>
        <source>The file holds an endless list of elements.</source>
        <translation>В файле бесконечный список элементов.</translation>
    </message>
    <message>
        <source>The file holds more frames than any real one.</source>
        <translation>Кадров в файле больше, чем в любом настоящем.</translation>
    </message>
    <message>
        <source>The file holds more than one track of {0}: browsers play the first, and Chromium refuses the file unless the MIME type names the codec of each.</source>
        <translation>В файле несколько дорожек одного вида ({0}): браузеры воспроизводят первую, а Chromium отвергает файл, если в типе MIME не назван кодек каждой.</translation>
    </message>
    <message>
        <source>The file holds neither picture nor sound.</source>
        <translation>Файл не содержит ни изображения, ни звука.</translation>
    </message>
    <message>
        <source>The file holds no clusters of frames.</source>
        <translation>В файле нет кластеров с кадрами.</translation>
    </message>
    <message>
        <source>The file holds no fragments.</source>
        <translation>В файле нет фрагментов.</translation>
    </message>
    <message>
        <source>The file holds no frames that could be put in order.</source>
        <translation>В файле нет кадров, которые можно упорядочить.</translation>
    </message>
    <message>
        <source>The file holds no media segment, so there is nothing to play.</source>
        <translation>В файле нет медиасегментов, воспроизводить нечего.</translation>
    </message>
    <message>
        <source>The file holds no picture or sound that could be copied.</source>
        <translation>В файле нет изображения или звука, которые можно скопировать.</translation>
    </message>
    <message>
        <source>The file holds no tracks.</source>
        <translation>В файле нет дорожек.</translation>
    </message>
    <message>
        <source>The file is cut off inside its header.</source>
        <translation>Файл обрезан внутри заголовка.</translation>
    </message>
    <message>
        <source>The file is cut off or damaged.</source>
        <translation>Файл обрезан или повреждён.</translation>
    </message>
    <message>
        <source>The file is cut off.</source>
        <translation>Файл обрезан.</translation>
    </message>
    <message>
        <source>The file is cut off: its end is missing.</source>
        <translation>Файл обрезан: нет конца.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Файл повреждён.</translation>
    </message>
    <message>
        <source>The file is damaged; make it again from its source.</source>
        <translation>Файл повреждён; сделайте его заново из источника.</translation>
    </message>
    <message>
        <source>The file is encrypted, so its frames cannot be cut anew.</source>
        <translation>Файл зашифрован, его кадры нельзя нарезать заново.</translation>
    </message>
    <message>
        <source>The file is gone or cannot be read.</source>
        <translation>Файла больше нет, или его нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file is no WebM, or holds a codec that WebM does not know.</source>
        <translation>Файл — не WebM или содержит кодек, которого WebM не знает.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Файла больше нет.</translation>
    </message>
    <message>
        <source>The file is not valid JSON.</source>
        <translation>Файл — не верный JSON.</translation>
    </message>
    <message>
        <source>The file is probably cut off; try to get the whole file.</source>
        <translation>Файл, вероятно, обрезан; достаньте его целиком.</translation>
    </message>
    <message>
        <source>The file is probably damaged.</source>
        <translation>Файл, вероятно, повреждён.</translation>
    </message>
    <message>
        <source>The file was not kept.</source>
        <translation>Файл не сохранён.</translation>
    </message>
    <message>
        <source>The file was refused: {0}</source>
        <translation>Файл отвергнут: {0}</translation>
    </message>
    <message>
        <source>The file {0} cannot be read.</source>
        <translation>Файл {0} нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file {0} is not a text file.</source>
        <translation>Файл {0} не текстовый.</translation>
    </message>
    <message>
        <source>The file&apos;s edit list changes the speed of playback.</source>
        <translation>Список правок файла меняет скорость воспроизведения.</translation>
    </message>
    <message>
        <source>The file&apos;s edit list leaves out or repeats parts in the middle.</source>
        <translation>Список правок файла пропускает или повторяет части в середине.</translation>
    </message>
    <message>
        <source>The file&apos;s edit list pauses in the middle.</source>
        <translation>Список правок файла делает паузу в середине.</translation>
    </message>
    <message>
        <source>The file&apos;s header asks for a newer reader ({0}), which Firefox refuses.</source>
        <translation>Заголовок файла требует более новой программы чтения ({0}), Firefox это отвергает.</translation>
    </message>
    <message>
        <source>The file&apos;s header cannot be read.</source>
        <translation>Заголовок файла нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file&apos;s header is larger than that of any real film.</source>
        <translation>Заголовок больше, чем у любого настоящего фильма.</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks a track.</source>
        <translation>В заголовке файла нет одной из дорожек.</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks what is to be changed.</source>
        <translation>В заголовке файла нет того, что нужно изменить.</translation>
    </message>
    <message>
        <source>The file&apos;s index (its moov box) is missing, so it cannot be read.</source>
        <translation>У файла нет индекса (moov), его нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file&apos;s index (its moov box) is missing.</source>
        <translation>У файла нет индекса (блока moov).</translation>
    </message>
    <message>
        <source>The file&apos;s index is larger than that of any real film.</source>
        <translation>Индекс файла больше, чем у любого настоящего фильма.</translation>
    </message>
    <message>
        <source>The file&apos;s index is missing, so it cannot be read.</source>
        <translation>У файла нет индекса, его нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file&apos;s times are not those of a real film.</source>
        <translation>Время в файле не такое, как у настоящего фильма.</translation>
    </message>
    <message>
        <source>The file&apos;s times begin too early for that.</source>
        <translation>Время в файле начинается для этого слишком рано.</translation>
    </message>
    <message>
        <source>The file&apos;s times or frame counts are not those of a real film.</source>
        <translation>Время или число кадров не такие, как у настоящего фильма.</translation>
    </message>
    <message>
        <source>The file&apos;s track numbers are too high for that.</source>
        <translation>Номера дорожек файла для этого слишком велики.</translation>
    </message>
    <message>
        <source>The file’s type is “{0}”, which is none of the MP4 family.</source>
        <translation>Тип файла — «{0}», он не из семейства MP4.</translation>
    </message>
    <message>
        <source>The first cluster holds too few pictures for that.</source>
        <translation>Для этого в первом кластере слишком мало кадров.</translation>
    </message>
    <message>
        <source>The first cluster stands before Info and Tracks.</source>
        <translation>Первый кластер стоит перед Info и Tracks.</translation>
    </message>
    <message>
        <source>The first fragment holds a track without frames.</source>
        <translation>В первом фрагменте есть дорожка без кадров.</translation>
    </message>
    <message>
        <source>The first fragment holds no pictures.</source>
        <translation>В первом фрагменте нет кадров изображения.</translation>
    </message>
    <message>
        <source>The first fragment’s frames are described in moov instead of a moof.</source>
        <translation>Кадры первого фрагмента описаны в moov, а не в moof.</translation>
    </message>
    <message>
        <source>The first frames are lost.</source>
        <translation>Первые кадры теряются.</translation>
    </message>
    <message>
        <source>The first keyframe&apos;s time is before 0, and everything that depends on it is dropped.</source>
        <translation>Первый ключевой кадр раньше 0, и всё, что от него зависит, отбрасывается.</translation>
    </message>
    <message>
        <source>The first picture does not lie where the file says.</source>
        <translation>Первый кадр лежит не там, где говорит файл.</translation>
    </message>
    <message>
        <source>The first picture has a time before 0 ({0} ms): everything up to the next keyframe is lost.</source>
        <translation>Первый кадр раньше 0 ({0} мс): всё до следующего ключевого кадра теряется.</translation>
    </message>
    <message>
        <source>The first picture is not a keyframe: nothing is shown before the first keyframe.</source>
        <translation>Первый кадр не ключевой: до первого ключевого ничего не видно.</translation>
    </message>
    <message>
        <source>The first picture, a keyframe, is left out.</source>
        <translation>Первый кадр, ключевой, пропущен.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made.</source>
        <translation>Папку {0} нельзя создать.</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be made.</source>
        <translation>Папку «{0}» нельзя создать.</translation>
    </message>
    <message>
        <source>The fragment defaults (trex) of the last track belong to another number.</source>
        <translation>Умолчания фрагментов (trex) последней дорожки относятся к другому номеру.</translation>
    </message>
    <message>
        <source>The fragment defaults of track {0} name a sample description that is not there, which Firefox refuses.</source>
        <translation>Умолчания фрагментов дорожки {0} указывают на описание сэмплов, которого нет, Firefox это отвергает.</translation>
    </message>
    <message>
        <source>The fragment defaults of track {0} name no sample description (index 0).</source>
        <translation>Умолчания фрагментов дорожки {0} не указывают описания сэмплов (индекс 0).</translation>
    </message>
    <message>
        <source>The fragment is too large for that.</source>
        <translation>Для этого фрагмент слишком велик.</translation>
    </message>
    <message>
        <source>The fragment names data beyond its own end.</source>
        <translation>Фрагмент указывает на данные за своим концом.</translation>
    </message>
    <message>
        <source>The fragment of track {0} counts its data from the beginning of the file (base-data-offset), which Chromium refuses.</source>
        <translation>Фрагмент дорожки {0} считает данные от начала файла (base-data-offset), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The fragment of track {0} has no decode time (tfdt).</source>
        <translation>У фрагмента дорожки {0} нет времени декодирования (tfdt).</translation>
    </message>
    <message>
        <source>The fragments hold one track only.</source>
        <translation>Во фрагментах только одна дорожка.</translation>
    </message>
    <message>
        <source>The frame duration of track {0} is written as 0, which Chromium refuses.</source>
        <translation>Длительность кадра дорожки {0} записана как 0, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The frame rate must be from 1 to 120 frames per second.</source>
        <translation>Частота кадров должна быть от 1 до 120 кадров в секунду.</translation>
    </message>
    <message>
        <source>The frames come before the header that declares them.</source>
        <translation>Кадры идут раньше заголовка, который их объявляет.</translation>
    </message>
    <message>
        <source>The frames of a fragment have the reserved value 3 for what they depend on.</source>
        <translation>У кадров фрагмента в поле зависимостей стоит зарезервированное значение 3.</translation>
    </message>
    <message>
        <source>The frames of one track are not stored in the order of their times.</source>
        <translation>Кадры одной из дорожек лежат не по порядку времени.</translation>
    </message>
    <message>
        <source>The frames of that fragment do not suit this.</source>
        <translation>Кадры этого фрагмента для этого не подходят.</translation>
    </message>
    <message>
        <source>The frames of track {0} are compressed once more, which no browser undoes.</source>
        <translation>Кадры дорожки {0} сжаты ещё раз, ни один браузер этого не снимает.</translation>
    </message>
    <message>
        <source>The free space cannot be found out.</source>
        <translation>Не удалось узнать свободное место.</translation>
    </message>
    <message>
        <source>The header (moov) stands behind all fragments.</source>
        <translation>Заголовок (moov) стоит за всеми фрагментами.</translation>
    </message>
    <message>
        <source>The header announces no fragments: mvex is renamed.</source>
        <translation>Заголовок не объявляет фрагментов: mvex переименован.</translation>
    </message>
    <message>
        <source>The header does not say how long a picture lasts.</source>
        <translation>В заголовке не сказано, сколько длится кадр.</translation>
    </message>
    <message>
        <source>The header of Opus (OpusHead) is missing from track {0}, which Firefox refuses.</source>
        <translation>У дорожки {0} нет заголовка Opus (OpusHead), Firefox это отвергает.</translation>
    </message>
    <message>
        <source>The header says that NAL units begin with a length of 2 bytes, but it is 4.</source>
        <translation>По заголовку единицы NAL начинаются с длины в 2 байта, а на деле их 4.</translation>
    </message>
    <message>
        <source>The header says that a picture lasts 0 ns.</source>
        <translation>По заголовку кадр длится 0 нс.</translation>
    </message>
    <message>
        <source>The header stands a second time here, as in files that were joined.</source>
        <translation>Заголовок стоит здесь второй раз, как в склеенных файлах.</translation>
    </message>
    <message>
        <source>The id &quot;{0}&quot; belongs to a preset of the program.</source>
        <translation>Идентификатор «{0}» принадлежит встроенному пресету.</translation>
    </message>
    <message>
        <source>The init segment was not tried in mid-stream.</source>
        <translation>Сегмент инициализации посреди потока не проверялся.</translation>
    </message>
    <message>
        <source>The inspector stopped while reading this file.</source>
        <translation>Инспектор остановился при чтении этого файла.</translation>
    </message>
    <message>
        <source>The inspector stopped while reading this file; basic details are shown.</source>
        <translation>Инспектор остановился при чтении этого файла; показано основное.</translation>
    </message>
    <message>
        <source>The inspector took too long while reading this file.</source>
        <translation>Инспектор слишком долго читал этот файл.</translation>
    </message>
    <message>
        <source>The inspector&apos;s answer makes no sense.</source>
        <translation>Ответ инспектора не имеет смысла.</translation>
    </message>
    <message>
        <source>The job ended before its result was complete.</source>
        <translation>Задание завершилось раньше, чем результат был готов.</translation>
    </message>
    <message>
        <source>The job is still here.</source>
        <translation>Задание на месте.</translation>
    </message>
    <message>
        <source>The keyframe distance is given both in seconds and in frames.</source>
        <translation>Интервал ключевых кадров задан и в секундах, и в кадрах.</translation>
    </message>
    <message>
        <source>The keyframe distance must be at least one frame.</source>
        <translation>Интервал ключевых кадров — не меньше одного кадра.</translation>
    </message>
    <message>
        <source>The keyframes of “{0}” and “{1}” differ, first at {2} s.</source>
        <translation>Ключевые кадры «{0}» и «{1}» расходятся, впервые на {2} с.</translation>
    </message>
    <message>
        <source>The ladder has no sound.</source>
        <translation>В лестнице нет звука.</translation>
    </message>
    <message>
        <source>The last element ({0}) has an unknown size; nothing that is played stands behind it.</source>
        <translation>У последнего элемента ({0}) неизвестный размер; за ним нет ничего, что воспроизводится.</translation>
    </message>
    <message>
        <source>The last fragment holds a track without frames.</source>
        <translation>В последнем фрагменте есть дорожка без кадров.</translation>
    </message>
    <message>
        <source>The last frame reaches beyond its mdat.</source>
        <translation>Последний кадр выходит за пределы своего mdat.</translation>
    </message>
    <message>
        <source>The last mdat has size 0, which means up to the end of the file.</source>
        <translation>У последнего mdat размер 0, то есть до конца файла.</translation>
    </message>
    <message>
        <source>The last track has no fragment defaults (trex).</source>
        <translation>У последней дорожки нет умолчаний фрагментов (trex).</translation>
    </message>
    <message>
        <source>The last track has the number 200.</source>
        <translation>У последней дорожки номер 200.</translation>
    </message>
    <message>
        <source>The lengths of a picture’s NAL units do not fit its size (first of {0} places).</source>
        <translation>Длины единиц NAL кадра не подходят к его размеру (первое из {0} мест).</translation>
    </message>
    <message>
        <source>The lengths of a picture’s NAL units do not fit its size.</source>
        <translation>Длины единиц NAL кадра не подходят к его размеру.</translation>
    </message>
    <message>
        <source>The link {0} leads nowhere.</source>
        <translation>Ссылка {0} никуда не ведёт.</translation>
    </message>
    <message>
        <source>The live stream stopped.</source>
        <translation>Прямой эфир остановился.</translation>
    </message>
    <message>
        <source>The log of this job cannot be read.</source>
        <translation>Журнал этого задания нельзя прочитать.</translation>
    </message>
    <message>
        <source>The log under Details says more.</source>
        <translation>Подробнее — в журнале под «Сведения».</translation>
    </message>
    <message>
        <source>The longest GOP has {0} frames instead of at most {1}.</source>
        <translation>В самом длинном GOP кадров {0}, а не до {1}.</translation>
    </message>
    <message>
        <source>The machine could not be shut down.</source>
        <translation>Компьютер не удалось выключить.</translation>
    </message>
    <message>
        <source>The machine could not go to sleep.</source>
        <translation>Компьютер не удалось усыпить.</translation>
    </message>
    <message>
        <source>The manifest declares a document type, which no MPD needs.</source>
        <translation>В манифесте объявлен тип документа, MPD он не нужен.</translation>
    </message>
    <message>
        <source>The manifest has an endless tree.</source>
        <translation>В манифесте бесконечное дерево.</translation>
    </message>
    <message>
        <source>The manifest is empty.</source>
        <translation>Манифест пуст.</translation>
    </message>
    <message>
        <source>The manifest is not well-formed XML.</source>
        <translation>Манифест — не верный XML.</translation>
    </message>
    <message>
        <source>The manifest lists more representations than any real one.</source>
        <translation>Представлений в манифесте больше, чем в любом настоящем.</translation>
    </message>
    <message>
        <source>The manifest lists more segments than any real one.</source>
        <translation>Сегментов в манифесте больше, чем в любом настоящем.</translation>
    </message>
    <message>
        <source>The mdat of a fragment stands before its moof.</source>
        <translation>mdat фрагмента стоит перед его moof.</translation>
    </message>
    <message>
        <source>The measurement failed.</source>
        <translation>Измерение не удалось.</translation>
    </message>
    <message>
        <source>The memory did not suffice.</source>
        <translation>Не хватило памяти.</translation>
    </message>
    <message>
        <source>The minimum keyframe interval must be at least one frame.</source>
        <translation>Наименьший интервал ключевых кадров — не меньше одного кадра.</translation>
    </message>
    <message>
        <source>The moov box stands here again, with the same tracks.</source>
        <translation>Здесь снова стоит блок moov, с теми же дорожками.</translation>
    </message>
    <message>
        <source>The name for results has a brace without its partner.</source>
        <translation>В имени результатов скобка без пары.</translation>
    </message>
    <message>
        <source>The name for results holds a path separator.</source>
        <translation>В имени результатов есть разделитель пути.</translation>
    </message>
    <message>
        <source>The name for results is empty.</source>
        <translation>Имя результатов пусто.</translation>
    </message>
    <message>
        <source>The name for results is too long.</source>
        <translation>Имя результатов слишком длинное.</translation>
    </message>
    <message>
        <source>The name of the result is too long.</source>
        <translation>Имя результата слишком длинное.</translation>
    </message>
    <message>
        <source>The name of track {0} has letters that are not ASCII, which Chromium refuses.</source>
        <translation>В имени дорожки {0} есть знаки не из ASCII, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The next frame of track {0} comes after {1} ms, more than twice the declared frame duration: Chromium drops everything from here to the next keyframe.</source>
        <translation>Следующий кадр дорожки {0} — через {1} мс, больше двух объявленных длительностей: Chromium отбрасывает всё отсюда до следующего ключевого кадра.</translation>
    </message>
    <message>
        <source>The option --list names all codes and ids.</source>
        <translation>Все коды и идентификаторы покажет параметр --list.</translation>
    </message>
    <message>
        <source>The output folder cannot be written.</source>
        <translation>В папку для результата нельзя писать.</translation>
    </message>
    <message>
        <source>The output folder disappeared.</source>
        <translation>Папка для результата исчезла.</translation>
    </message>
    <message>
        <source>The output folder {0} does not exist.</source>
        <translation>Папки для результата {0} нет.</translation>
    </message>
    <message>
        <source>The package was not written as planned; it was removed again.</source>
        <translation>Пакет записан не так, как задумано; он удалён.</translation>
    </message>
    <message>
        <source>The package would not play everywhere: {0}</source>
        <translation>Пакет воспроизводился бы не везде: {0}</translation>
    </message>
    <message>
        <source>The packaging was cancelled; nothing was written.</source>
        <translation>Упаковка отменена; ничего не записано.</translation>
    </message>
    <message>
        <source>The padding that the decoder shall discard is not possible.</source>
        <translation>Заполнение, которое декодер должен отбросить, невозможно.</translation>
    </message>
    <message>
        <source>The padding to discard (DiscardPadding) is negative, repeated in its cluster, or longer than its block as Firefox reads it: Firefox refuses such files.</source>
        <translation>Отбрасываемое заполнение (DiscardPadding) отрицательно, повторяется в кластере или, по счёту Firefox, длиннее своего блока: Firefox такие файлы отвергает.</translation>
    </message>
    <message>
        <source>The page sent no complete report.</source>
        <translation>Страница не прислала полного отчёта.</translation>
    </message>
    <message>
        <source>The page was closed before it was finished.</source>
        <translation>Страницу закрыли раньше, чем она закончила.</translation>
    </message>
    <message>
        <source>The page was in the background while it played, where browsers stop decoding; this proves nothing about the file.</source>
        <translation>Во время воспроизведения страница была в фоне, где браузеры перестают декодировать; о файле это ничего не доказывает.</translation>
    </message>
    <message>
        <source>The page&apos;s console tells an error: {0}</source>
        <translation>В консоли страницы ошибка: {0}</translation>
    </message>
    <message>
        <source>The parameter sets of track {0} in its {1} are damaged: Chromium decodes no picture with them, though the pictures may bring their own.</source>
        <translation>Наборы параметров дорожки {0} в её {1} повреждены: Chromium не декодирует с ними ни одного кадра, даже если кадры несут собственные наборы.</translation>
    </message>
    <message>
        <source>The part that is there can be kept.</source>
        <translation>То, что есть, можно сохранить.</translation>
    </message>
    <message>
        <source>The picture begins {0} ms late: no edit list takes back the delay of its B-frames.</source>
        <translation>Изображение начинается на {0} мс позже: нет списка правок, который снял бы задержку B-кадров.</translation>
    </message>
    <message>
        <source>The picture ends at {0} s of {1} s.</source>
        <translation>Изображение кончается на {0} с из {1} с.</translation>
    </message>
    <message>
        <source>The picture has a colour format that no browser decodes.</source>
        <translation>У изображения формат цвета, которого не декодирует ни один браузер.</translation>
    </message>
    <message>
        <source>The picture has no keyframe, so it cannot be shown from anywhere.</source>
        <translation>В изображении нет ключевого кадра, его нельзя показать ни с какого места.</translation>
    </message>
    <message>
        <source>The picture is VP9 with 4:4:0 colour, which no browser decodes.</source>
        <translation>Изображение — VP9 с цветом 4:4:4, его не декодирует ни один браузер.</translation>
    </message>
    <message>
        <source>The picture is not the VP8 that its track says it is: no browser can decode it.</source>
        <translation>Изображение — не VP8, хотя так говорит дорожка: ни один браузер его не декодирует.</translation>
    </message>
    <message>
        <source>The pictures are larger than the limit (64 megapixels).</source>
        <translation>Кадры больше предела (64 мегапикселя).</translation>
    </message>
    <message>
        <source>The pictures are packed with start codes (Annex B), which MP4 does not allow (first of {0} places).</source>
        <translation>Кадры упакованы со стартовыми кодами (Annex B), MP4 этого не допускает (первое из {0} мест).</translation>
    </message>
    <message>
        <source>The pictures are packed with start codes (Annex B), which MP4 does not allow.</source>
        <translation>Кадры упакованы со стартовыми кодами (Annex B), MP4 этого не допускает.</translation>
    </message>
    <message>
        <source>The pictures are {0}-bit {1}, which few browsers play.</source>
        <translation>Изображение {0} бит {1}, его играют немногие браузеры.</translation>
    </message>
    <message>
        <source>The pictures begin {0} ms late, the sound does not.</source>
        <translation>Изображение начинается на {0} мс позже, звук — нет.</translation>
    </message>
    <message>
        <source>The pictures do not fit their codec configuration (avcC, hvcC): another format of NAL units, no parameter sets, or damaged data.</source>
        <translation>Кадры не подходят к своей конфигурации кодека (avcC, hvcC): другой вид единиц NAL, нет наборов параметров или данные повреждены.</translation>
    </message>
    <message>
        <source>The pictures stand in the file as in a transport stream (Annex B).</source>
        <translation>Кадры лежат в файле как в транспортном потоке (Annex B).</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type has no codecs parameter, which Chromium refuses.</source>
        <translation>В типе MIME плеера нет параметра codecs, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type is for sound alone (audio/…) and lists a picture codec.</source>
        <translation>Тип MIME плеера — только для звука (audio/…), а в списке есть кодек видео.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names too few codecs where the file holds fewer: Chromium refuses the file, Firefox does not look.</source>
        <translation>В типе MIME плеера кодеков слишком мало, а в файле их ещё меньше: Chromium отвергает файл, Firefox на это не смотрит.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names too few codecs where the file holds {0}: Chromium refuses the file, Firefox does not look.</source>
        <translation>В типе MIME плеера кодеков слишком мало, а в файле есть {0}: Chromium отвергает файл, Firefox на это не смотрит.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0} where the file holds fewer: Chromium refuses the file, Firefox does not look.</source>
        <translation>Тип MIME плеера называет {0}, а в файле кодеков меньше: Chromium отвергает файл, Firefox на это не смотрит.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0} where the file holds {1}: Chromium refuses the file, Firefox does not look.</source>
        <translation>Тип MIME плеера называет {0}, а в файле {1}: Chromium отвергает файл, Firefox на это не смотрит.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type names {0}, and the file holds {1}: browsers do not verify it, they only choose their decoder by it.</source>
        <translation>Тип MIME плеера называет {0}, а в файле {1}: браузеры этого не проверяют, они лишь выбирают по нему декодер.</translation>
    </message>
    <message>
        <source>The player&apos;s MIME type writes “{0}” with capital letters, which not every browser takes.</source>
        <translation>Тип MIME плеера пишет «{0}» с заглавными буквами, их принимает не каждый браузер.</translation>
    </message>
    <message>
        <source>The playlist lists more segments than any real one.</source>
        <translation>Сегментов в плейлисте больше, чем в любом настоящем.</translation>
    </message>
    <message>
        <source>The playlist lists more variants than any real one.</source>
        <translation>Вариантов в плейлисте больше, чем в любом настоящем.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in gop.seconds.</source>
        <translation>В пресете «{0}» недопустимое значение gop.seconds.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in the whole.</source>
        <translation>В пресете «{0}» недопустимое значение в целом.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has a value that is not allowed in {1}.</source>
        <translation>В пресете «{0}» недопустимое значение {1}.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1} in the whole.</source>
        <translation>В пресете «{0}» неизвестный параметр {1} в целом.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1} in {2}.</source>
        <translation>В пресете «{0}» неизвестный параметр {1} в {2}.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; has an unknown option: {1}.</source>
        <translation>В пресете «{0}» неизвестный параметр {1}.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; lacks the field {1}.</source>
        <translation>В пресете «{0}» нет поля {1}.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; makes neither video nor audio.</source>
        <translation>Пресет «{0}» не даёт ни видео, ни звука.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot; must give the keyframe distance in seconds or in frames, not both.</source>
        <translation>Пресет «{0}» должен задавать интервал ключевых кадров в секундах или в кадрах, но не сразу.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot;: {1} does not go into {2} for MSE.</source>
        <translation>Пресет «{0}»: {1} не помещается в {2} для MSE.</translation>
    </message>
    <message>
        <source>The preset &quot;{0}&quot;: {1} does not make {2}.</source>
        <translation>Пресет «{0}»: {1} не делает {2}.</translation>
    </message>
    <message>
        <source>The preset could not be saved.</source>
        <translation>Пресет не удалось сохранить.</translation>
    </message>
    <message>
        <source>The preset file {0} cannot be read.</source>
        <translation>Файл пресета {0} нельзя прочитать.</translation>
    </message>
    <message>
        <source>The preset has a value that is not allowed in the whole.</source>
        <translation>В пресете недопустимое значение в целом.</translation>
    </message>
    <message>
        <source>The preset has a value that is not allowed in {0}.</source>
        <translation>В пресете недопустимое значение {0}.</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0} in the whole.</source>
        <translation>В пресете неизвестный параметр {0} в целом.</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0} in {1}.</source>
        <translation>В пресете неизвестный параметр {0} в {1}.</translation>
    </message>
    <message>
        <source>The preset has an unknown option: {0}.</source>
        <translation>В пресете неизвестный параметр {0}.</translation>
    </message>
    <message>
        <source>The preset has the key &quot;{0}&quot; twice.</source>
        <translation>В пресете ключ «{0}» стоит дважды.</translation>
    </message>
    <message>
        <source>The preset holds {0}, which is not a number.</source>
        <translation>В пресете есть {0}, это не число.</translation>
    </message>
    <message>
        <source>The preset is larger than 1 MB.</source>
        <translation>Пресет больше 1 МБ.</translation>
    </message>
    <message>
        <source>The preset is nested too deeply.</source>
        <translation>Пресет вложен слишком глубоко.</translation>
    </message>
    <message>
        <source>The preset is not valid JSON.</source>
        <translation>Пресет — не верный JSON.</translation>
    </message>
    <message>
        <source>The preset lacks the field {0}.</source>
        <translation>В пресете нет поля {0}.</translation>
    </message>
    <message>
        <source>The preset was made by a newer version of this program.</source>
        <translation>Пресет сделан более новой версией программы.</translation>
    </message>
    <message>
        <source>The preview server has ended.</source>
        <translation>Сервер просмотра остановлен.</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>Программа закрывается.</translation>
    </message>
    <message>
        <source>The queue could not be exported.</source>
        <translation>Очередь не удалось экспортировать.</translation>
    </message>
    <message>
        <source>The queue could not be opened.</source>
        <translation>Очередь не удалось открыть.</translation>
    </message>
    <message>
        <source>The queue file was damaged.</source>
        <translation>Файл очереди был повреждён.</translation>
    </message>
    <message>
        <source>The queue is in use by another MSE Studio.</source>
        <translation>Очередь занята другой MSE Studio.</translation>
    </message>
    <message>
        <source>The queue stopped before {0}, as you asked.</source>
        <translation>Очередь остановилась перед {0}, как вы просили.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: another MSE Studio works on the saved one.</source>
        <translation>Очередь не сохранится после закрытия: с сохранённой работает другая MSE Studio.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: another program uses its file.</source>
        <translation>Очередь не сохранится после закрытия: её файл занят другой программой.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: it was made by a newer version of this program, and stays as it is.</source>
        <translation>Очередь не сохранится после закрытия: её файл от более новой версии программы и не меняется.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file cannot be used.</source>
        <translation>Очередь не сохранится после закрытия: её файл нельзя использовать.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file cannot be written.</source>
        <translation>Очередь не сохранится после закрытия: её файл нельзя записать.</translation>
    </message>
    <message>
        <source>The queue will not survive closing: its file is damaged and cannot be written anew.</source>
        <translation>Очередь не сохранится после закрытия: её файл повреждён, и записать его заново нельзя.</translation>
    </message>
    <message>
        <source>The recording or the copy was cut off.</source>
        <translation>Запись или копирование прервались.</translation>
    </message>
    <message>
        <source>The recording or the copy was cut off; try to get the whole file.</source>
        <translation>Запись или копирование прервались; достаньте файл целиком.</translation>
    </message>
    <message>
        <source>The recording was removed while it was written.</source>
        <translation>Запись удалили, пока она велась.</translation>
    </message>
    <message>
        <source>The repair was cancelled; nothing was written.</source>
        <translation>Исправление отменено; ничего не записано.</translation>
    </message>
    <message>
        <source>The repaired file did not become as long as planned.</source>
        <translation>Исправленный файл вышел не той длины.</translation>
    </message>
    <message>
        <source>The repaired file does not hold the very same frames, so it was thrown away.</source>
        <translation>В исправленном файле не те же самые кадры, поэтому он удалён.</translation>
    </message>
    <message>
        <source>The repaired file would overwrite its own source.</source>
        <translation>Исправленный файл перезаписал бы свой источник.</translation>
    </message>
    <message>
        <source>The result has a sound track that was not planned.</source>
        <translation>В результате незапланированная дорожка звука.</translation>
    </message>
    <message>
        <source>The result has a video track that was not planned.</source>
        <translation>В результате незапланированная дорожка видео.</translation>
    </message>
    <message>
        <source>The result has no index (Cues), so players cannot seek in it.</source>
        <translation>В результате нет индекса (Cues), плееры не смогут переходить.</translation>
    </message>
    <message>
        <source>The result has no media segments, so it cannot be played through MSE.</source>
        <translation>В результате нет медиасегментов, через MSE его не воспроизвести.</translation>
    </message>
    <message>
        <source>The result holds {0}, which was not asked for.</source>
        <translation>В результате {0}, чего не просили.</translation>
    </message>
    <message>
        <source>The result is complete, but it could not be named {0}.</source>
        <translation>Результат готов, но назвать его {0} не удалось.</translation>
    </message>
    <message>
        <source>The result is cut off at its end.</source>
        <translation>Результат обрезан в конце.</translation>
    </message>
    <message>
        <source>The result would not play: {0}</source>
        <translation>Результат не воспроизведётся: {0}</translation>
    </message>
    <message>
        <source>The result would overwrite its own source.</source>
        <translation>Результат перезаписал бы свой источник.</translation>
    </message>
    <message>
        <source>The result would overwrite the source of another job.</source>
        <translation>Результат перезаписал бы источник другого задания.</translation>
    </message>
    <message>
        <source>The room has no address.</source>
        <translation>У просмотра нет адреса.</translation>
    </message>
    <message>
        <source>The room is closed.</source>
        <translation>Просмотр закрыт.</translation>
    </message>
    <message>
        <source>The rungs do not fit together: {0}</source>
        <translation>Ступени не подходят друг к другу: {0}</translation>
    </message>
    <message>
        <source>The runs of a track stand in another order than their data.</source>
        <translation>trun дорожки стоят не в том порядке, что их данные.</translation>
    </message>
    <message>
        <source>The runs of track {0} in one fragment are not in the order of their decode times.</source>
        <translation>trun дорожки {0} в одном фрагменте идут не по порядку времени декодирования.</translation>
    </message>
    <message>
        <source>The runs of track {0} stand in another order than their data, which Chromium refuses.</source>
        <translation>trun дорожки {0} стоят не в том порядке, что их данные, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The same header stands once more between two fragments, which is allowed.</source>
        <translation>Между двумя фрагментами ещё раз стоит тот же заголовок, это допустимо.</translation>
    </message>
    <message>
        <source>The sampling rate of track {0} is not possible.</source>
        <translation>Частота дискретизации дорожки {0} невозможна.</translation>
    </message>
    <message>
        <source>The second cluster stands behind the third.</source>
        <translation>Второй кластер стоит за третьим.</translation>
    </message>
    <message>
        <source>The second run of a track fragment does not say where its data begin.</source>
        <translation>Второй trun фрагмента дорожки не говорит, где начинаются его данные.</translation>
    </message>
    <message>
        <source>The second track’s data of a fragment are counted from the end of the first one’s.</source>
        <translation>Данные второй дорожки фрагмента отсчитываются от конца данных первой.</translation>
    </message>
    <message>
        <source>The segment at {0} s does not begin with a keyframe.</source>
        <translation>Сегмент на {0} с начинается не с ключевого кадра.</translation>
    </message>
    <message>
        <source>The segment index (sidx) does not fit the fragments: players that seek by it read wrong bytes.</source>
        <translation>Индекс сегментов (sidx) не подходит к фрагментам: плееры, которые ищут по нему, читают не те байты.</translation>
    </message>
    <message>
        <source>The segment of “{0}” at {1} s has {2} frames and not {3}, as in “{4}”.</source>
        <translation>В сегменте «{0}» на {1} с кадров {2}, а не {3}, как в «{4}».</translation>
    </message>
    <message>
        <source>The segments of “{0}” and “{1}” begin at different times, first at {2} s.</source>
        <translation>Сегменты «{0}» и «{1}» начинаются в разное время, впервые на {2} с.</translation>
    </message>
    <message>
        <source>The segments of “{0}” are encrypted.</source>
        <translation>Сегменты «{0}» зашифрованы.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Настройки не удалось сохранить.</translation>
    </message>
    <message>
        <source>The size of the source&apos;s pictures is not known.</source>
        <translation>Размер кадра источника неизвестен.</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to mono.</source>
        <translation>Звук (каналов: {0}) сводится в моно.</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to stereo.</source>
        <translation>Звук (каналов: {0}) сводится в стерео.</translation>
    </message>
    <message>
        <source>The sound ({0} channels) is mixed down to {1} channels.</source>
        <translation>Звук (каналов: {0}) сводится, каналов: {1}.</translation>
    </message>
    <message>
        <source>The sound begins at {0} s, the picture at {1} s.</source>
        <translation>Звук начинается на {0} с, изображение — на {1} с.</translation>
    </message>
    <message>
        <source>The sound begins {0} ms late, the pictures do not.</source>
        <translation>Звук начинается на {0} мс позже, изображение — нет.</translation>
    </message>
    <message>
        <source>The sound cannot be read.</source>
        <translation>Звук нельзя прочитать.</translation>
    </message>
    <message>
        <source>The sound configuration of track {0} ({1}) is missing, or one that Chromium does not read.</source>
        <translation>Конфигурации звука дорожки {0} ({1}) нет, или Chromium такую не читает.</translation>
    </message>
    <message>
        <source>The sound ends at {0} s of {1} s.</source>
        <translation>Звук кончается на {0} с из {1} с.</translation>
    </message>
    <message>
        <source>The sound ends at {0} s, the picture at {1} s.</source>
        <translation>Звук кончается на {0} с, изображение — на {1} с.</translation>
    </message>
    <message>
        <source>The sound is described in two ways that differ.</source>
        <translation>Звук описан двумя способами, и они расходятся.</translation>
    </message>
    <message>
        <source>The sound may be heard {0} ms late: no edit list takes away what its encoder puts before it.</source>
        <translation>Звук может звучать на {0} мс позже: нет списка правок, который убрал бы то, что кодировщик ставит перед ним.</translation>
    </message>
    <message>
        <source>The sound of track {0} claims {1} bits a sample; Chromium takes 8, 16, 24 or 32.</source>
        <translation>Звук дорожки {0} заявляет бит на сэмпл: {1}; Chromium принимает 8, 16, 24 или 32.</translation>
    </message>
    <message>
        <source>The sound of track {0} has frames of no length, several at one time: Chromium does not decode them (first of {1} places).</source>
        <translation>В звуке дорожки {0} есть кадры нулевой длины, несколько на одно время: Chromium их не декодирует (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The sound of track {0} has frames of no length, several at one time: Chromium does not decode them.</source>
        <translation>В звуке дорожки {0} есть кадры нулевой длины, несколько на одно время: Chromium их не декодирует.</translation>
    </message>
    <message>
        <source>The sound of track {0} is described in two ways that differ (sample entry and {1}), which Chromium refuses.</source>
        <translation>Звук дорожки {0} описан двумя способами, и они расходятся (описание сэмплов и {1}), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>The sound of track {0} is not packed as its track says ({1}).</source>
        <translation>Звук дорожки {0} упакован не так, как она говорит ({1}).</translation>
    </message>
    <message>
        <source>The sound track calls itself AAC.</source>
        <translation>Дорожка звука называет себя AAC.</translation>
    </message>
    <message>
        <source>The sound track calls itself by another codec’s name.</source>
        <translation>Дорожка звука называет себя именем другого кодека.</translation>
    </message>
    <message>
        <source>The sound track is missing from the result.</source>
        <translation>В результате нет дорожки звука.</translation>
    </message>
    <message>
        <source>The sound&apos;s configuration is missing, or one that the engine does not read.</source>
        <translation>Конфигурации звука нет, или движок такую не читает.</translation>
    </message>
    <message>
        <source>The sound&apos;s written duration reaches {0} ms into the next block: Chromium cuts that off, and sound runs ahead of the picture more and more.</source>
        <translation>Записанная длительность звука заходит на {0} мс в следующий блок: Chromium это обрезает, и звук всё больше опережает картинку.</translation>
    </message>
    <message>
        <source>The source cannot be read.</source>
        <translation>Источник нельзя прочитать.</translation>
    </message>
    <message>
        <source>The source has no picture.</source>
        <translation>В источнике нет изображения.</translation>
    </message>
    <message>
        <source>The source has no picture; the result holds sound only.</source>
        <translation>В источнике нет изображения; в результате будет только звук.</translation>
    </message>
    <message>
        <source>The source has no sound track {0}.</source>
        <translation>В источнике нет дорожки звука {0}.</translation>
    </message>
    <message>
        <source>The source has no sound; neither has the result.</source>
        <translation>В источнике нет звука; в результате тоже.</translation>
    </message>
    <message>
        <source>The source has only sound, and this preset makes only pictures.</source>
        <translation>В источнике только звук, а пресет даёт только изображение.</translation>
    </message>
    <message>
        <source>The source has {0} bits per colour; the result has 8.</source>
        <translation>В источнике {0} бит на цвет; в результате 8.</translation>
    </message>
    <message>
        <source>The source has {0} lines; a rung of {1} would be larger.</source>
        <translation>В источнике строк: {0}; ступень {1} была бы больше.</translation>
    </message>
    <message>
        <source>The source has {0} sound tracks; the default one (number {1}) is taken.</source>
        <translation>Дорожек звука в источнике: {0}; взята основная (номер {1}).</translation>
    </message>
    <message>
        <source>The source has {0} video tracks; the default one is taken.</source>
        <translation>Дорожек видео в источнике: {0}; взята основная.</translation>
    </message>
    <message>
        <source>The source holds no picture or sound data that can be read.</source>
        <translation>В источнике нет изображения или звука, которые можно прочитать.</translation>
    </message>
    <message>
        <source>The source holds nothing that this preset can use.</source>
        <translation>В источнике нет ничего для этого пресета.</translation>
    </message>
    <message>
        <source>The source is HDR ({0}); colours will look pale, tone mapping is missing.</source>
        <translation>Источник в HDR ({0}); цвета поблёкнут: нет тональной компрессии.</translation>
    </message>
    <message>
        <source>The source is HDR ({0}); its colours are mapped to the normal range.</source>
        <translation>Источник в HDR ({0}); цвета приводятся к обычному диапазону.</translation>
    </message>
    <message>
        <source>The source is cut off; its last, incomplete frames are left out.</source>
        <translation>Источник обрезан; его последние, неполные кадры пропускаются.</translation>
    </message>
    <message>
        <source>The source is interlaced; it is deinterlaced.</source>
        <translation>Источник чересстрочный; чересстрочность убирается.</translation>
    </message>
    <message>
        <source>The source is too small for a ladder of different sizes.</source>
        <translation>Источник слишком мал для лестницы разных размеров.</translation>
    </message>
    <message>
        <source>The source is turned by {0}°; the result is upright.</source>
        <translation>Источник повёрнут на {0}°; результат прямой.</translation>
    </message>
    <message>
        <source>The source may be damaged.</source>
        <translation>Источник, возможно, повреждён.</translation>
    </message>
    <message>
        <source>The source seems damaged at the end.</source>
        <translation>Похоже, источник повреждён в конце.</translation>
    </message>
    <message>
        <source>The source was not found.</source>
        <translation>Источник не найден.</translation>
    </message>
    <message>
        <source>The source&apos;s colours are {0}; the result&apos;s are 4:2:0.</source>
        <translation>Цветность источника {0}; результата — 4:2:0.</translation>
    </message>
    <message>
        <source>The source&apos;s frame rate is not known; the result has {0}.</source>
        <translation>Частота кадров источника неизвестна; у результата {0}.</translation>
    </message>
    <message>
        <source>The source&apos;s frame rate varies; the result has a constant {0}.</source>
        <translation>Частота кадров источника переменная; у результата постоянная {0}.</translation>
    </message>
    <message>
        <source>The source&apos;s pixels are not square; the picture is scaled to its shape.</source>
        <translation>Пиксели источника не квадратные; картинка масштабируется по форме.</translation>
    </message>
    <message>
        <source>The stereo mode of track {0} is one that Chromium refuses.</source>
        <translation>Chromium отвергает режим стерео дорожки {0}.</translation>
    </message>
    <message>
        <source>The stream began anew with other settings; the recording ends there.</source>
        <translation>Поток начался заново с другими настройками; запись там кончается.</translation>
    </message>
    <message>
        <source>The stream has not begun yet.</source>
        <translation>Поток ещё не начался.</translation>
    </message>
    <message>
        <source>The stream is protected, and there is no key or no key system for it here.</source>
        <translation>Поток защищён, а ключа или системы ключей для него здесь нет.</translation>
    </message>
    <message>
        <source>The stream&apos;s segments cannot be read.</source>
        <translation>Сегменты потока нельзя прочитать.</translation>
    </message>
    <message>
        <source>The system refused; your account may not be allowed to, or has no such program.</source>
        <translation>Система отказала; возможно, вашей учётной записи это запрещено или такой программы нет.</translation>
    </message>
    <message>
        <source>The text is too long to be saved.</source>
        <translation>Текст слишком длинный, его нельзя сохранить.</translation>
    </message>
    <message>
        <source>The three headers of Vorbis are not in the CodecPrivate of track {0}.</source>
        <translation>В CodecPrivate дорожки {0} нет трёх заголовков Vorbis.</translation>
    </message>
    <message>
        <source>The times of the file&apos;s frames make no sense.</source>
        <translation>Время кадров файла не имеет смысла.</translation>
    </message>
    <message>
        <source>The track does not say its sampling rate or channels, or says impossible ones.</source>
        <translation>Дорожка не называет частоту дискретизации или каналы либо называет невозможные.</translation>
    </message>
    <message>
        <source>The track&apos;s picture size, display unit or stereo mode is missing or not accepted.</source>
        <translation>Размер кадра, единица показа или режим стерео дорожки не указаны или не принимаются.</translation>
    </message>
    <message>
        <source>The video begins {0} ms late: a player that starts at 0 waits there.</source>
        <translation>Видео начинается на {0} мс позже: плеер, идущий с 0, там ждёт.</translation>
    </message>
    <message>
        <source>The video pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).</source>
        <translation>Перед этим сегментом пауза видео {0} мс, дольше кадра: воспроизведение может встать (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The video pauses for {0} ms before this segment, longer than one frame: playback can stop there.</source>
        <translation>Перед этим сегментом пауза видео {0} мс, дольше кадра: воспроизведение может встать.</translation>
    </message>
    <message>
        <source>The video track is missing from the result.</source>
        <translation>В результате нет дорожки видео.</translation>
    </message>
    <message>
        <source>The video track says that its frames are compressed by header stripping.</source>
        <translation>Дорожка видео говорит, что её кадры сжаты снятием заголовков.</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here (first of {1} places).</source>
        <translation>Время декодирования видео прыгает здесь на {0} мс (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here.</source>
        <translation>Время декодирования видео прыгает здесь на {0} мс.</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).</source>
        <translation>Время декодирования видео прыгает здесь на {0} мс: фрагмент заменяет предыдущее (первое из {1} мест).</translation>
    </message>
    <message>
        <source>The video’s decode time steps by {0} ms here: the fragment replaces what came before it.</source>
        <translation>Время декодирования видео прыгает здесь на {0} мс: фрагмент заменяет предыдущее.</translation>
    </message>
    <message>
        <source>The {0} is {1}; without re-encoding it must be {2}.</source>
        <translation>{0}: {1}; без перекодирования нужен {2}.</translation>
    </message>
    <message>
        <source>The {0} parameter sets are missing from the file&apos;s header.</source>
        <translation>В заголовке файла нет наборов параметров {0}.</translation>
    </message>
    <message>
        <source>The {0} “{1}” gives nothing any more.</source>
        <translation>Устройство «{1}» ({0}) больше ничего не передаёт.</translation>
    </message>
    <message>
        <source>The {0} “{1}” is not there, or cannot be opened.</source>
        <translation>Устройства «{1}» ({0}) нет, или его нельзя открыть.</translation>
    </message>
    <message>
        <source>The {0} “{1}” is used by another program.</source>
        <translation>Устройство «{1}» ({0}) занято другой программой.</translation>
    </message>
    <message>
        <source>The {0} “{1}” stopped.</source>
        <translation>Устройство «{1}» ({0}) остановилось.</translation>
    </message>
    <message>
        <source>There are no segments to append.</source>
        <translation>Нет сегментов, которые можно подать.</translation>
    </message>
    <message>
        <source>There are too many folders called “{0}”.</source>
        <translation>Слишком много папок с именем «{0}».</translation>
    </message>
    <message>
        <source>There are too many segments for one file.</source>
        <translation>Для одного файла слишком много сегментов.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Есть: {0}.</translation>
    </message>
    <message>
        <source>There is a hole at {0} s.</source>
        <translation>На {0} с дыра.</translation>
    </message>
    <message>
        <source>There is a pause between two segments that is longer than a frame.</source>
        <translation>Между двумя сегментами пауза дольше кадра.</translation>
    </message>
    <message>
        <source>There is a stream “{0}” already.</source>
        <translation>Поток «{0}» уже есть.</translation>
    </message>
    <message>
        <source>There is a “{0}” already.</source>
        <translation>«{0}» уже есть.</translation>
    </message>
    <message>
        <source>There is no WebM, MP4 or Matroska file in {0}.</source>
        <translation>В {0} нет файлов WebM, MP4 или Matroska.</translation>
    </message>
    <message>
        <source>There is no browser to open this in.</source>
        <translation>Нет браузера, в котором это можно открыть.</translation>
    </message>
    <message>
        <source>There is no chunk {0}: the chunks of this file are 0 to {1}.</source>
        <translation>Чанка {0} нет: чанки этого файла — от 0 до {1}.</translation>
    </message>
    <message>
        <source>There is no field {{{0}}} for names.</source>
        <translation>Для имён нет поля {{{0}}}.</translation>
    </message>
    <message>
        <source>There is no file in this folder that could be played.</source>
        <translation>В этой папке нет файлов, которые можно воспроизвести.</translation>
    </message>
    <message>
        <source>There is no file to keep.</source>
        <translation>Сохранять нечего.</translation>
    </message>
    <message>
        <source>There is no folder for “{0}”.</source>
        <translation>Для «{0}» нет папки.</translation>
    </message>
    <message>
        <source>There is no frame in this range.</source>
        <translation>В этом диапазоне нет кадров.</translation>
    </message>
    <message>
        <source>There is no microphone to take the sound from.</source>
        <translation>Нет микрофона, с которого брать звук.</translation>
    </message>
    <message>
        <source>There is no permission to read {0}.</source>
        <translation>Нет прав на чтение {0}.</translation>
    </message>
    <message>
        <source>There is no permission to read “{0}”.</source>
        <translation>Нет прав на чтение «{0}».</translation>
    </message>
    <message>
        <source>There is no permission to use {0}.</source>
        <translation>Нет прав на использование: {0}.</translation>
    </message>
    <message>
        <source>There is no permission to write to {0}.</source>
        <translation>Нет прав на запись в {0}.</translation>
    </message>
    <message>
        <source>There is no picture at this time.</source>
        <translation>В этот момент изображения нет.</translation>
    </message>
    <message>
        <source>There is no playlist in “{0}”.</source>
        <translation>В «{0}» нет плейлиста.</translation>
    </message>
    <message>
        <source>There is no preset &quot;{0}&quot;.</source>
        <translation>Нет пресета «{0}».</translation>
    </message>
    <message>
        <source>There is no repair called “{0}”.</source>
        <translation>Исправления «{0}» нет.</translation>
    </message>
    <message>
        <source>There is no room for a repaired copy.</source>
        <translation>Нет места для исправленной копии.</translation>
    </message>
    <message>
        <source>There is no setting &quot;{0}&quot;.</source>
        <translation>Нет настройки «{0}».</translation>
    </message>
    <message>
        <source>There is no sound in this ladder.</source>
        <translation>В этой лестнице нет звука.</translation>
    </message>
    <message>
        <source>There is no stream {0}.</source>
        <translation>Нет потока {0}.</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Такой команды нет.</translation>
    </message>
    <message>
        <source>There is no such segment to show.</source>
        <translation>Такого сегмента нет, показать нечего.</translation>
    </message>
    <message>
        <source>There is no such stream, or it has ended.</source>
        <translation>Такого потока нет, или он завершён.</translation>
    </message>
    <message>
        <source>There is no target.</source>
        <translation>Нет цели.</translation>
    </message>
    <message>
        <source>There is no video or audio file in {0}.</source>
        <translation>В {0} нет видео- и аудиофайлов.</translation>
    </message>
    <message>
        <source>There is no {0} to take the picture from.</source>
        <translation>Нет устройства ({0}), с которого брать изображение.</translation>
    </message>
    <message>
        <source>There is not enough room on {0}: about {1} are needed, {2} are free.</source>
        <translation>Мало места на {0}: нужно около {1}, свободно {2}.</translation>
    </message>
    <message>
        <source>There is nothing to measure against.</source>
        <translation>Сравнивать при измерении не с чем.</translation>
    </message>
    <message>
        <source>There is nothing to package.</source>
        <translation>Упаковывать нечего.</translation>
    </message>
    <message>
        <source>There is nothing to put into a bundle.</source>
        <translation>Для комплекта ничего нет.</translation>
    </message>
    <message>
        <source>There is nothing to show at its start.</source>
        <translation>На его начале показать нечего.</translation>
    </message>
    <message>
        <source>There is nothing to show there.</source>
        <translation>Там нечего показать.</translation>
    </message>
    <message>
        <source>There is nothing to split: the file does not have both picture and sound.</source>
        <translation>Разделять нечего: в файле нет сразу изображения и звука.</translation>
    </message>
    <message>
        <source>These delivery conditions cannot be used.</source>
        <translation>Эти условия доставки использовать нельзя.</translation>
    </message>
    <message>
        <source>This MP4 is in one piece, without segments.</source>
        <translation>Этот MP4 цельный, без сегментов.</translation>
    </message>
    <message>
        <source>This MP4 is in one piece: players get the whole file, and no segments.</source>
        <translation>Этот MP4 цельный: плееры получают весь файл, без сегментов.</translation>
    </message>
    <message>
        <source>This build of the engine has no {0}.</source>
        <translation>В этой сборке движка нет {0}.</translation>
    </message>
    <message>
        <source>This can come from this machine being too busy; check it once more.</source>
        <translation>Причиной может быть то, что машина слишком занята; проверьте ещё раз.</translation>
    </message>
    <message>
        <source>This cannot be measured.</source>
        <translation>Это нельзя измерить.</translation>
    </message>
    <message>
        <source>This cluster holds no block of track {0}: playback that begins here lacks it.</source>
        <translation>В этом кластере нет ни одного блока дорожки {0}: при старте отсюда её не будет.</translation>
    </message>
    <message>
        <source>This does not look like a video or audio file.</source>
        <translation>Это не похоже на видео- или аудиофайл.</translation>
    </message>
    <message>
        <source>This engine cannot decode what the rungs hold.</source>
        <translation>Этот движок не умеет декодировать содержимое ступеней.</translation>
    </message>
    <message>
        <source>This engine has no decoder for one of the codecs, or not for this profile or size.</source>
        <translation>У движка нет декодера для одного из кодеков либо для этого профиля или размера.</translation>
    </message>
    <message>
        <source>This engine takes no WebM with a track of subtitles (WebVTT).</source>
        <translation>Этот движок не принимает WebM с дорожкой субтитров (WebVTT).</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {0} and no {1}.</source>
        <translation>В этом ffmpeg нет кодировщиков {0} и {1}.</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {0}.</source>
        <translation>В этом ffmpeg нет кодировщика {0}.</translation>
    </message>
    <message>
        <source>This ffmpeg lacks what the live stream needs.</source>
        <translation>В этом ffmpeg нет того, что нужно для прямого эфира.</translation>
    </message>
    <message>
        <source>This ffmpeg lacks what the preset needs.</source>
        <translation>В этом ffmpeg нет того, что нужно пресету.</translation>
    </message>
    <message>
        <source>This file cannot be converted for the preview.</source>
        <translation>Этот файл нельзя преобразовать для просмотра.</translation>
    </message>
    <message>
        <source>This file has no chunks.</source>
        <translation>В этом файле нет чанков.</translation>
    </message>
    <message>
        <source>This file has nothing that can be converted for the preview.</source>
        <translation>В этом файле нет ничего, что можно преобразовать для просмотра.</translation>
    </message>
    <message>
        <source>This folder cannot be searched.</source>
        <translation>В этой папке нельзя искать.</translation>
    </message>
    <message>
        <source>This fragment has no header (mfhd), which Chromium refuses.</source>
        <translation>У этого фрагмента нет заголовка (mfhd), Chromium это отвергает.</translation>
    </message>
    <message>
        <source>This fragment holds no track at all.</source>
        <translation>В этом фрагменте нет ни одной дорожки.</translation>
    </message>
    <message>
        <source>This fragment holds no {0}.</source>
        <translation>В этом фрагменте нет данных: {0}.</translation>
    </message>
    <message>
        <source>This is a playlist or a format that is not accepted.</source>
        <translation>Это плейлист или неподходящий формат.</translation>
    </message>
    <message>
        <source>This is a playlist, not a media file.</source>
        <translation>Это плейлист, а не медиафайл.</translation>
    </message>
    <message>
        <source>This is no text that could be saved.</source>
        <translation>Это не текст, сохранить его нельзя.</translation>
    </message>
    <message>
        <source>This is not a job.</source>
        <translation>Это не задание.</translation>
    </message>
    <message>
        <source>This is not the address of a stream.</source>
        <translation>Это не адрес потока.</translation>
    </message>
    <message>
        <source>This is not understood.</source>
        <translation>Это непонятно.</translation>
    </message>
    <message>
        <source>This repair is for MP4 files.</source>
        <translation>Это исправление — для файлов MP4.</translation>
    </message>
    <message>
        <source>This result cannot be watched before it is done: it gets its index at the end.</source>
        <translation>Этот результат нельзя смотреть, пока он не готов: индекс он получает в конце.</translation>
    </message>
    <message>
        <source>This segment is not there, or not any more.</source>
        <translation>Этого сегмента нет или уже нет.</translation>
    </message>
    <message>
        <source>This segment is too long to be shown.</source>
        <translation>Этот сегмент слишком длинный, его нельзя показать.</translation>
    </message>
    <message>
        <source>This was made by a newer version of this program.</source>
        <translation>Это сделано более новой версией программы.</translation>
    </message>
    <message>
        <source>This “{0}” box belongs to no fragment; browsers skip it.</source>
        <translation>Блок «{0}» не относится ни к одному фрагменту; браузеры его пропускают.</translation>
    </message>
    <message>
        <source>This “{0}” box stands without its partner: a fragment is a moof followed by an mdat.</source>
        <translation>Блок «{0}» стоит без пары: фрагмент — это moof и за ним mdat.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>До конца</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>Took the declared frame duration out of track {0}.</source>
        <translation>Из дорожки {0} убрана объявленная длительность кадра.</translation>
    </message>
    <message>
        <source>Track number {0} is above 127, which Chromium refuses.</source>
        <translation>Номер дорожки {0} больше 127, Chromium это отвергает.</translation>
    </message>
    <message>
        <source>Track number {0} is given twice.</source>
        <translation>Номер дорожки {0} дан дважды.</translation>
    </message>
    <message>
        <source>Track {0} (audio) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.</source>
        <translation>Дорожка {0} (звук) объявлена, но пуста: Chromium ждёт её, и буфер у него пуст.</translation>
    </message>
    <message>
        <source>Track {0} (no codec) has no codec name that a SourceBuffer could be given.</source>
        <translation>У дорожки {0} (нет кодека) нет имени кодека для SourceBuffer.</translation>
    </message>
    <message>
        <source>Track {0} (video) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.</source>
        <translation>Дорожка {0} (видео) объявлена, но пуста: Chromium ждёт её, и буфер у него пуст.</translation>
    </message>
    <message>
        <source>Track {0} ({1}) has no codec name that a SourceBuffer could be given.</source>
        <translation>У дорожки {0} ({1}) нет имени кодека для SourceBuffer.</translation>
    </message>
    <message>
        <source>Track {0} has no fragment defaults (trex).</source>
        <translation>У дорожки {0} нет умолчаний фрагментов (trex).</translation>
    </message>
    <message>
        <source>Track {0} is {1}, which WebM does not hold.</source>
        <translation>Дорожка {0} — {1}, WebM такого не содержит.</translation>
    </message>
    <message>
        <source>Transcode it at a constant frame rate.</source>
        <translation>Перекодируйте с постоянной частотой кадров.</translation>
    </message>
    <message>
        <source>Transcode it first.</source>
        <translation>Сначала перекодируйте.</translation>
    </message>
    <message>
        <source>Transcode it first; any video or sound file can be the source.</source>
        <translation>Сначала перекодируйте; источником может быть любой видео- или аудиофайл.</translation>
    </message>
    <message>
        <source>Transcode it to a codec that browsers know.</source>
        <translation>Перекодируйте в кодек, который знают браузеры.</translation>
    </message>
    <message>
        <source>Transcode it with a keyframe every two seconds.</source>
        <translation>Перекодируйте с ключевым кадром каждые две секунды.</translation>
    </message>
    <message>
        <source>Transcode it with a preset first, for example mp4-h264-aac.</source>
        <translation>Сначала перекодируйте с пресетом, например mp4-h264-aac.</translation>
    </message>
    <message>
        <source>Transcode it with closed GOPs; copying cannot cure this.</source>
        <translation>Перекодируйте с закрытыми GOP; копирование этого не исправит.</translation>
    </message>
    <message>
        <source>Transcode it with closed groups and a keyframe at each segment&apos;s beginning.</source>
        <translation>Перекодируйте с закрытыми GOP и ключевым кадром в начале каждого сегмента.</translation>
    </message>
    <message>
        <source>Transcode it with keyframes at the segment boundaries.</source>
        <translation>Перекодируйте с ключевыми кадрами на границах сегментов.</translation>
    </message>
    <message>
        <source>Transcode it with the preset webm-vp9-opus.</source>
        <translation>Перекодируйте с пресетом webm-vp9-opus.</translation>
    </message>
    <message>
        <source>Transcode it with the preset webm-vp9-opus; or with mp4-copy, which only repackages what MP4 can hold.</source>
        <translation>Перекодируйте с пресетом webm-vp9-opus или возьмите mp4-copy: он только переупаковывает то, что MP4 вмещает.</translation>
    </message>
    <message>
        <source>Transcode it, or remux it to fragmented MP4.</source>
        <translation>Перекодируйте или переупакуйте во фрагментированный MP4.</translation>
    </message>
    <message>
        <source>Transcode it.</source>
        <translation>Перекодируйте.</translation>
    </message>
    <message>
        <source>Transcode it; times then begin at 0.</source>
        <translation>Перекодируйте; время начнётся с 0.</translation>
    </message>
    <message>
        <source>Transcode the file instead; its codec or its times do not suit WebM.</source>
        <translation>Перекодируйте файл; его кодек или время не подходят WebM.</translation>
    </message>
    <message>
        <source>Try a longer file, with pictures and sound.</source>
        <translation>Попробуйте файл подлиннее, с изображением и звуком.</translation>
    </message>
    <message>
        <source>Try a longer file.</source>
        <translation>Попробуйте файл подлиннее.</translation>
    </message>
    <message>
        <source>Try again once nothing writes to it.</source>
        <translation>Попробуйте снова, когда в него ничего не будет писать.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте снова.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, choose another ffmpeg in the settings.</source>
        <translation>Попробуйте снова; если не поможет, выберите в настройках другой ffmpeg.</translation>
    </message>
    <message>
        <source>Try another preset, or send us the details.</source>
        <translation>Попробуйте другой пресет или пришлите нам сведения.</translation>
    </message>
    <message>
        <source>Try another preset; this should not happen, so please report it.</source>
        <translation>Попробуйте другой пресет; так быть не должно, поэтому сообщите об этом.</translation>
    </message>
    <message>
        <source>Try to get the whole file.</source>
        <translation>Достаньте файл целиком.</translation>
    </message>
    <message>
        <source>Two blocks of a cluster are swapped, so that a time steps back.</source>
        <translation>Два блока кластера переставлены, и время шагает назад.</translation>
    </message>
    <message>
        <source>Two frames of sound are packed into one block.</source>
        <translation>Два кадра звука сложены в один блок.</translation>
    </message>
    <message>
        <source>Two pictures in the middle of a GOP are left out.</source>
        <translation>Пропущены два кадра в середине GOP.</translation>
    </message>
    <message>
        <source>Two rungs would come out with the same size: sides are even numbers.</source>
        <translation>У двух ступеней вышел бы один размер: стороны — чётные числа.</translation>
    </message>
    <message>
        <source>Two tracks bear the same number, so their frames cannot be told apart.</source>
        <translation>У двух дорожек один номер, их кадры не различить.</translation>
    </message>
    <message>
        <source>Two tracks have the number {0}: browsers take the blocks for the first one&apos;s.</source>
        <translation>У двух дорожек номер {0}: браузеры относят блоки к первой.</translation>
    </message>
    <message>
        <source>Two tracks have the same number.</source>
        <translation>У двух дорожек один номер.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Обновите программу.</translation>
    </message>
    <message>
        <source>Use a copy without protection.</source>
        <translation>Возьмите копию без защиты.</translation>
    </message>
    <message>
        <source>Use a shorter keyframe interval or a lower bit rate.</source>
        <translation>Уменьшите интервал ключевых кадров или битрейт.</translation>
    </message>
    <message>
        <source>Use another folder.</source>
        <translation>Возьмите другую папку.</translation>
    </message>
    <message>
        <source>Use the file it was made from.</source>
        <translation>Возьмите файл, из которого он сделан.</translation>
    </message>
    <message>
        <source>Use the preset .</source>
        <translation>Возьмите пресет .</translation>
    </message>
    <message>
        <source>Use the preset mp4-copy.</source>
        <translation>Возьмите пресет mp4-copy.</translation>
    </message>
    <message>
        <source>Use the preset mp4-h264-aac, which re-encodes.</source>
        <translation>Возьмите пресет mp4-h264-aac: он перекодирует.</translation>
    </message>
    <message>
        <source>Use the preset mp4-h264-aac.</source>
        <translation>Возьмите пресет mp4-h264-aac.</translation>
    </message>
    <message>
        <source>Use the preset {0}, which re-encodes.</source>
        <translation>Возьмите пресет {0}, он перекодирует.</translation>
    </message>
    <message>
        <source>Use the preset {0}.</source>
        <translation>Возьмите пресет {0}.</translation>
    </message>
    <message>
        <source>Use {{name}} for the source&apos;s name.</source>
        <translation>Имя источника — {{name}}.</translation>
    </message>
    <message>
        <source>Use “segments” mode, or one SourceBuffer for each track.</source>
        <translation>Возьмите режим «segments» или по одному SourceBuffer на дорожку.</translation>
    </message>
    <message>
        <source>Use “video/…” as soon as there is a picture.</source>
        <translation>Если есть изображение, пишите «video/…».</translation>
    </message>
    <message>
        <source>VP9 in one pass adds no keyframes at scene cuts.</source>
        <translation>VP9 в один проход не ставит ключевых кадров на смене сцен.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Video stream codec … doesn&apos;t match SourceBuffer codecs.</source>
        <translation>Video stream codec … doesn&apos;t match SourceBuffer codecs.</translation>
    </message>
    <message>
        <source>Void and Tags elements stand between two clusters.</source>
        <translation>Между двумя кластерами стоят элементы Void и Tags.</translation>
    </message>
    <message>
        <source>Wait for play() before pausing or changing the source.</source>
        <translation>Дождитесь play(), прежде чем ставить паузу или менять источник.</translation>
    </message>
    <message>
        <source>Wait until the copy or the recording has finished, then add the file again.</source>
        <translation>Дождитесь конца копирования или записи и добавьте файл снова.</translation>
    </message>
    <message>
        <source>Wait, or cancel it.</source>
        <translation>Подождите или отмените.</translation>
    </message>
    <message>
        <source>Waiting: {0}.</source>
        <translation>Ждут: {0}.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ожидания</translation>
    </message>
    <message>
        <source>Watch it when the job is done, or choose a preset that makes WebM or fragments.</source>
        <translation>Смотрите, когда задание будет готово, или выберите пресет, который делает WebM или фрагменты.</translation>
    </message>
    <message>
        <source>WebKitGTK decodes H.264 and AAC with GStreamer&apos;s plug-ins: install them.</source>
        <translation>WebKitGTK декодирует H.264 и AAC плагинами GStreamer: установите их.</translation>
    </message>
    <message>
        <source>WebKitGTK is here but has no display: install Xvfb, a display out of sight.</source>
        <translation>WebKitGTK здесь есть, но без экрана: установите Xvfb, невидимый экран.</translation>
    </message>
    <message>
        <source>WebKitGTK takes no MP3 in MP4.</source>
        <translation>WebKitGTK не принимает MP3 в MP4.</translation>
    </message>
    <message>
        <source>What did not work</source>
        <translation>Что не удалось</translation>
    </message>
    <message>
        <source>What each engine says of itself when a page asks it.</source>
        <translation>Что каждый движок говорит о себе, когда его спрашивает страница.</translation>
    </message>
    <message>
        <source>What each engine says of itself when a page asks it. Only a file that was played proves anything.</source>
        <translation>Что каждый движок говорит о себе, когда его спрашивает страница. Доказывает что-то только воспроизведённый файл.</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Что поможет</translation>
    </message>
    <message>
        <source>What stands here is no MP4 box; nothing after it can be played.</source>
        <translation>Здесь стоит не блок MP4; дальше ничего не воспроизвести.</translation>
    </message>
    <message>
        <source>What stands here is no WebM element; nothing after it can be played.</source>
        <translation>Здесь стоит не элемент WebM; дальше ничего не воспроизвести.</translation>
    </message>
    <message>
        <source>What the job writes cannot be converted.</source>
        <translation>То, что пишет задание, нельзя преобразовать.</translation>
    </message>
    <message>
        <source>What the job writes cannot be read.</source>
        <translation>То, что пишет задание, нельзя прочитать.</translation>
    </message>
    <message>
        <source>What was appended does not begin with a WebM header (EBML, Segment, Info, Tracks), or something foreign stands between its clusters.</source>
        <translation>Поданное начинается не с заголовка WebM (EBML, Segment, Info, Tracks), или между кластерами стоит что-то чужое.</translation>
    </message>
    <message>
        <source>What was appended first does not begin with a keyframe.</source>
        <translation>Поданное первым начинается не с ключевого кадра.</translation>
    </message>
    <message>
        <source>What was appended is no MP4, or it is damaged.</source>
        <translation>Подан не MP4, или он повреждён.</translation>
    </message>
    <message>
        <source>What was encoded cannot be streamed.</source>
        <translation>Закодированное нельзя передавать потоком.</translation>
    </message>
    <message>
        <source>What was recorded will not play everywhere.</source>
        <translation>Записанное воспроизведётся не везде.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Что было сказано</translation>
    </message>
    <message>
        <source>What “{0}” lists as “{1}” is no stream for a browser.</source>
        <translation>«{1}» из списка «{0}» — не поток для браузера.</translation>
    </message>
    <message>
        <source>When the init segment comes once more The init segment was not tried in mid-stream.</source>
        <translation>Повтор сегмента инициализации: Сегмент инициализации посреди потока не проверялся.</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), it is refused: {2}</source>
        <translation>Повторный сегмент инициализации перед сегментом {0} ({1} с) отвергнут: {2}</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), no frame is decoded.</source>
        <translation>После повтора сегмента инициализации перед сегментом {0} ({1} с) не декодируется ни кадра.</translation>
    </message>
    <message>
        <source>When the init segment comes once more before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>После повтора сегмента инициализации перед сегментом {0} ({1} с) воспроизведение останавливается на {2} с.</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), it is refused: {2}</source>
        <translation>Повторная установка типа перед сегментом {0} ({1} с) отвергнута: {2}</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), no frame is decoded.</source>
        <translation>После повторной установки типа перед сегментом {0} ({1} с) не декодируется ни кадра.</translation>
    </message>
    <message>
        <source>When the type is set once more before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>После повторной установки типа перед сегментом {0} ({1} с) воспроизведение останавливается на {2} с.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Where the container has a keyframe, the data hold no picture that decoding can begin with (first of {0} places).</source>
        <translation>Там, где контейнер указывает ключевой кадр, в данных нет кадра, с которого можно начать декодирование (первое из {0} мест).</translation>
    </message>
    <message>
        <source>Where the container has a keyframe, the data hold no picture that decoding can begin with.</source>
        <translation>Там, где контейнер указывает ключевой кадр, в данных нет кадра, с которого можно начать декодирование.</translation>
    </message>
    <message>
        <source>Whether this engine decodes {0} was never measured.</source>
        <translation>Декодирует ли этот движок {0}, не измерялось.</translation>
    </message>
    <message>
        <source>Write {0}, for example.</source>
        <translation>Напишите, например, {0}.</translation>
    </message>
    <message>
        <source>Write {{{{ for a brace itself.</source>
        <translation>Саму скобку пишите как {{{{.</translation>
    </message>
    <message>
        <source>Wrote an index for seeking.</source>
        <translation>Записан индекс для переходов.</translation>
    </message>
    <message>
        <source>Wrote picture and sound into files of their own.</source>
        <translation>Изображение и звук записаны в отдельные файлы.</translation>
    </message>
    <message>
        <source>Wrote the duration into the header.</source>
        <translation>Длительность записана в заголовок.</translation>
    </message>
    <message>
        <source>Xvfb could not be started.</source>
        <translation>Xvfb не удалось запустить.</translation>
    </message>
    <message>
        <source>Xvfb did not start.</source>
        <translation>Xvfb не запустился.</translation>
    </message>
    <message>
        <source>Your quota on this disk is used up.</source>
        <translation>Ваша квота на этом диске исчерпана.</translation>
    </message>
    <message>
        <source>a fragment per keyframe; one exact edit list; offsets relative to each fragment, as MSE demands</source>
        <translation>фрагмент на каждый ключевой кадр; один точный список правок; смещения внутри фрагмента, как требует MSE</translation>
    </message>
    <message>
        <source>a keyframe at each scene cut</source>
        <translation>ключевой кадр на каждой смене сцены</translation>
    </message>
    <message>
        <source>a sample rate that the encoder and every browser take</source>
        <translation>частота дискретизации, которую примут кодировщик и любой браузер</translation>
    </message>
    <message>
        <source>all segments appended</source>
        <translation>все сегменты поданы</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>как задано</translation>
    </message>
    <message>
        <source>asked in another way: no</source>
        <translation>если спросить иначе: нет</translation>
    </message>
    <message>
        <source>asked in another way: yes</source>
        <translation>если спросить иначе: да</translation>
    </message>
    <message>
        <source>at least this many frames between keyframes</source>
        <translation>не меньше стольких кадров между ключевыми</translation>
    </message>
    <message>
        <source>at most this many frames from keyframe to keyframe</source>
        <translation>не больше стольких кадров от ключевого до ключевого</translation>
    </message>
    <message>
        <source>before segment {0} ({1} s), no frame is decoded.</source>
        <translation>перед сегментом {0} ({1} с) не декодируется ни кадра.</translation>
    </message>
    <message>
        <source>before segment {0} ({1} s), playing stops at {2} s.</source>
        <translation>перед сегментом {0} ({1} с) воспроизведение останавливается на {2} с.</translation>
    </message>
    <message>
        <source>below g: keyframes also at cuts</source>
        <translation>меньше g: ключевые кадры и на смене сцен</translation>
    </message>
    <message>
        <source>browsers mix more channels badly or not at all</source>
        <translation>больше каналов браузеры сводят плохо или никак</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>байт %1</translation>
    </message>
    <message>
        <source>cannot begin there</source>
        <translation>не может начать оттуда</translation>
    </message>
    <message>
        <source>cannot decode it</source>
        <translation>не умеет этот формат</translation>
    </message>
    <message>
        <source>cannot decode it here</source>
        <translation>здесь не декодируется</translation>
    </message>
    <message>
        <source>ceiling of the bit rate; without one VP8&apos;s crf means 256 kbit/s</source>
        <translation>предел битрейта; без него crf в VP8 значит 256 кбит/с</translation>
    </message>
    <message>
        <source>change of type</source>
        <translation>смена типа</translation>
    </message>
    <message>
        <source>chapters would add a text track</source>
        <translation>главы добавили бы текстовую дорожку</translation>
    </message>
    <message>
        <source>checked in %1</source>
        <translation>проверено за %1</translation>
    </message>
    <message>
        <source>closed GOPs: an open one breaks Chromium when playback enters there</source>
        <translation>закрытые GOP: вход в открытый ломает Chromium</translation>
    </message>
    <message>
        <source>constant quality</source>
        <translation>постоянное качество</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>не удалось прочитать</translation>
    </message>
    <message>
        <source>does not mind</source>
        <translation>не мешает</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
    <message>
        <source>entry points</source>
        <translation>точки входа</translation>
    </message>
    <message>
        <source>equal to g: a fixed rhythm, no extra keyframes</source>
        <translation>равно g: твёрдый ритм, без лишних ключевых кадров</translation>
    </message>
    <message>
        <source>every frame</source>
        <translation>все кадры</translation>
    </message>
    <message>
        <source>every frame time is a whole tick</source>
        <translation>время каждого кадра — целое число тактов</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройдено</translation>
    </message>
    <message>
        <source>ffmpeg could not be started.</source>
        <translation>ffmpeg не удалось запустить.</translation>
    </message>
    <message>
        <source>ffmpeg could not be started: the system allows no more processes or open files.</source>
        <translation>ffmpeg не удалось запустить: система не даёт больше процессов или открытых файлов.</translation>
    </message>
    <message>
        <source>ffmpeg could not measure these files.</source>
        <translation>ffmpeg не смог измерить эти файлы.</translation>
    </message>
    <message>
        <source>ffmpeg crashed (signal {0}).</source>
        <translation>ffmpeg аварийно завершился (сигнал {0}).</translation>
    </message>
    <message>
        <source>ffmpeg ended before it was done.</source>
        <translation>ffmpeg завершился, не закончив.</translation>
    </message>
    <message>
        <source>ffmpeg failed (status {0}).</source>
        <translation>Сбой ffmpeg (код {0}).</translation>
    </message>
    <message>
        <source>ffmpeg has not been found yet.</source>
        <translation>ffmpeg ещё не найден.</translation>
    </message>
    <message>
        <source>ffmpeg made no progress any more and was stopped.</source>
        <translation>ffmpeg перестал продвигаться и был остановлен.</translation>
    </message>
    <message>
        <source>ffmpeg reported success but the result cannot be read.</source>
        <translation>ffmpeg сообщил об успехе, но результат нельзя прочитать.</translation>
    </message>
    <message>
        <source>ffmpeg reported success but wrote nothing.</source>
        <translation>ffmpeg сообщил об успехе, но ничего не записал.</translation>
    </message>
    <message>
        <source>ffmpeg was not found at {0}.</source>
        <translation>ffmpeg не найден: {0}.</translation>
    </message>
    <message>
        <source>ffmpeg was not found.</source>
        <translation>ffmpeg не найден.</translation>
    </message>
    <message>
        <source>ffmpeg was stopped by the system, probably out of memory.</source>
        <translation>ffmpeg остановлен системой, вероятно, из-за нехватки памяти.</translation>
    </message>
    <message>
        <source>ffmpeg&apos;s figures cannot be read.</source>
        <translation>Числа от ffmpeg нельзя прочитать.</translation>
    </message>
    <message>
        <source>fills gaps and begins at 0, where the picture begins</source>
        <translation>заполняет пропуски и начинает с 0, как и картинка</translation>
    </message>
    <message>
        <source>fragments of this length, in µs</source>
        <translation>фрагменты такой длины, в мкс</translation>
    </message>
    <message>
        <source>frames at an even pace: Chromium drops a GOP after a gap</source>
        <translation>кадры идут ровно: после пропуска Chromium отбрасывает GOP</translation>
    </message>
    <message>
        <source>from the preset</source>
        <translation>из пресета</translation>
    </message>
    <message>
        <source>init segment</source>
        <translation>сегмент инициализации</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>libvpx has no minimum keyframe interval; the rhythm stays fixed.</source>
        <translation>В libvpx нет наименьшего интервала; ритм остаётся твёрдым.</translation>
    </message>
    <message>
        <source>libvpx keeps no minimum keyframe interval when scene cuts are on.</source>
        <translation>При ключевых кадрах на смене сцен libvpx не держит наименьший интервал.</translation>
    </message>
    <message>
        <source>loses frames</source>
        <translation>теряет кадры</translation>
    </message>
    <message>
        <source>makes {0}</source>
        <translation>делает {0}</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>метаданные</translation>
    </message>
    <message>
        <source>never starts</source>
        <translation>не начинает воспроизведение</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>no ceiling: quality alone decides</source>
        <translation>без предела: решает только качество</translation>
    </message>
    <message>
        <source>no extra keyframes at scene cuts</source>
        <translation>без лишних ключевых кадров на смене сцен</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>без изображения</translation>
    </message>
    <message>
        <source>no report</source>
        <translation>нет отчёта</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>без звука</translation>
    </message>
    <message>
        <source>no, stops at %1 s</source>
        <translation>нет, останавливается на %1 с</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none at normal speed</source>
        <translation>на обычной скорости нет</translation>
    </message>
    <message>
        <source>none lost</source>
        <translation>без потерь</translation>
    </message>
    <message>
        <source>none of %1 tried</source>
        <translation>ничего из %1 не проверено</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>не опрошен</translation>
    </message>
    <message>
        <source>not played</source>
        <translation>не воспроизведено</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>на деле</translation>
    </message>
    <message>
        <source>one exact edit list; offsets relative to each fragment, as MSE demands</source>
        <translation>один точный список правок; смещения внутри фрагмента, как требует MSE</translation>
    </message>
    <message>
        <source>one thread: several VP8 threads wait busily for each other and are slower</source>
        <translation>один поток: несколько потоков VP8 ждут друг друга впустую и медленнее</translation>
    </message>
    <message>
        <source>only {0} of {1} frames are decoded.</source>
        <translation>декодировано кадров: лишь {0} из {1}.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>pictures {0} and {1} pixels wide are seen, not {2} and {3}.</source>
        <translation>видна ширина {0} и {1} пикс., а не {2} и {3}.</translation>
    </message>
    <message>
        <source>pixels are square from here on</source>
        <translation>отсюда пиксели квадратные</translation>
    </message>
    <message>
        <source>play() was called and the element was paused or loaded anew before it could begin.</source>
        <translation>Вызвали play(), но элемент поставили на паузу или перезагрузили раньше, чем он начал.</translation>
    </message>
    <message>
        <source>played</source>
        <translation>воспроизведено</translation>
    </message>
    <message>
        <source>played once more, slowly</source>
        <translation>воспроизведено ещё раз, медленно</translation>
    </message>
    <message>
        <source>played through</source>
        <translation>воспроизведено целиком</translation>
    </message>
    <message>
        <source>played, with remarks</source>
        <translation>воспроизведено, с замечаниями</translation>
    </message>
    <message>
        <source>playing stops at {0} s.</source>
        <translation>воспроизведение останавливается на {0} с.</translation>
    </message>
    <message>
        <source>plays from the start, not from every entry point</source>
        <translation>воспроизводит с начала, но не с любой точки входа</translation>
    </message>
    <message>
        <source>plays picture and sound apart</source>
        <translation>картинка и звук расходятся</translation>
    </message>
    <message>
        <source>plays, from every entry point</source>
        <translation>воспроизводит, с любой точки входа</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>predicted from a model</source>
        <translation>прогноз по модели</translation>
    </message>
    <message>
        <source>predicted from its source, never measured</source>
        <translation>прогноз по исходному коду, без измерений</translation>
    </message>
    <message>
        <source>refuses it</source>
        <translation>отвергает</translation>
    </message>
    <message>
        <source>refuses the file</source>
        <translation>отвергает файл</translation>
    </message>
    <message>
        <source>repeated init segment</source>
        <translation>повтор сегмента инициализации</translation>
    </message>
    <message>
        <source>says no</source>
        <translation>говорит «нет»</translation>
    </message>
    <message>
        <source>says yes</source>
        <translation>говорит «да»</translation>
    </message>
    <message>
        <source>seeks</source>
        <translation>переходы</translation>
    </message>
    <message>
        <source>should play</source>
        <translation>должен воспроизвести</translation>
    </message>
    <message>
        <source>source open</source>
        <translation>источник открыт</translation>
    </message>
    <message>
        <source>stops before the end</source>
        <translation>останавливается, не дойдя до конца</translation>
    </message>
    <message>
        <source>stops there</source>
        <translation>там останавливается</translation>
    </message>
    <message>
        <source>takes it, and plays nothing</source>
        <translation>принимает, но ничего не воспроизводит</translation>
    </message>
    <message>
        <source>the buffer has a gap there.</source>
        <translation>в буфере там дыра.</translation>
    </message>
    <message>
        <source>the exact frame rate, as a fraction</source>
        <translation>точная частота кадров, дробью</translation>
    </message>
    <message>
        <source>the part file&apos;s name does not tell the format</source>
        <translation>имя временного файла не говорит о формате</translation>
    </message>
    <message>
        <source>the pictures stay as they are</source>
        <translation>изображение остаётся как есть</translation>
    </message>
    <message>
        <source>the preset limits the size</source>
        <translation>пресет ограничивает размер</translation>
    </message>
    <message>
        <source>the rhythm is fixed</source>
        <translation>ритм твёрдый</translation>
    </message>
    <message>
        <source>the sound stays as it is</source>
        <translation>звук остаётся как есть</translation>
    </message>
    <message>
        <source>the source has full-range colours, which VP8 cannot say</source>
        <translation>у источника полный диапазон цвета, VP8 этого не умеет сказать</translation>
    </message>
    <message>
        <source>the source is HDR ({0}); 8-bit players expect BT.709</source>
        <translation>источник в HDR ({0}); 8-битные плееры ждут BT.709</translation>
    </message>
    <message>
        <source>the source is RGB</source>
        <translation>источник в RGB</translation>
    </message>
    <message>
        <source>the source is interlaced; browsers show both fields at once</source>
        <translation>источник чересстрочный; браузеры показывают оба поля сразу</translation>
    </message>
    <message>
        <source>the source&apos;s pixels are {0} as wide as high; browsers want squares</source>
        <translation>пиксели источника имеют отношение {0}; браузерам нужны квадратные</translation>
    </message>
    <message>
        <source>the wanted mean bit rate</source>
        <translation>желаемый средний битрейт</translation>
    </message>
    <message>
        <source>tone mapping works on linear light</source>
        <translation>тональная компрессия работает в линейном свете</translation>
    </message>
    <message>
        <source>true keyframes at an even distance</source>
        <translation>настоящие ключевые кадры через равные промежутки</translation>
    </message>
    <message>
        <source>type accepted</source>
        <translation>тип принят</translation>
    </message>
    <message>
        <source>waits at normal speed</source>
        <translation>ожидания на обычной скорости</translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation>с замечаниями</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>{0} (first of {1} places)</source>
        <translation>{0} (первое из {1} мест)</translation>
    </message>
    <message>
        <source>{0} and {1} cannot decode it here.</source>
        <translation>{0} и {1} здесь не умеют этот формат.</translation>
    </message>
    <message>
        <source>{0} are on hold: it happened twice while they ran.</source>
        <translation>Отложено: {0}; при них это случилось дважды.</translation>
    </message>
    <message>
        <source>{0} bit/s per channel</source>
        <translation>{0} бит/с на канал</translation>
    </message>
    <message>
        <source>{0} breaks the pair of Info and Tracks, which Chromium wants without anything between them.</source>
        <translation>{0} разрывает пару Info и Tracks, между которыми Chromium не терпит ничего.</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s)</source>
        <translation>{0} может начать воспроизведение с сегмента {1} ({2} с)</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.</source>
        <translation>{0} может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (по измерениям) ожидалось иное.</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.</source>
        <translation>{0} может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (по измерениям) ожидалось иное{4}.</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.</source>
        <translation>{0} может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (не измерялось) ожидалось иное.</translation>
    </message>
    <message>
        <source>{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.</source>
        <translation>{0} может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (не измерялось) ожидалось иное{4}.</translation>
    </message>
    <message>
        <source>{0} cannot be cut into segments without encoding it again.</source>
        <translation>{0} нельзя разрезать на сегменты без перекодирования.</translation>
    </message>
    <message>
        <source>{0} cannot be reached.</source>
        <translation>{0} недоступен.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} нельзя прочитать.</translation>
    </message>
    <message>
        <source>{0} cannot be run on this machine.</source>
        <translation>{0} нельзя запустить на этой машине.</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>В {0} нельзя писать.</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s)</source>
        <translation>{0} не может начать воспроизведение с сегмента {1} ({2} с)</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.</source>
        <translation>{0} не может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (по измерениям) ожидалось иное.</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.</source>
        <translation>{0} не может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (по измерениям) ожидалось иное{4}.</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.</source>
        <translation>{0} не может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (не измерялось) ожидалось иное.</translation>
    </message>
    <message>
        <source>{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.</source>
        <translation>{0} не может начать воспроизведение с сегмента {1} ({2} с), хотя для {3} (не измерялось) ожидалось иное{4}.</translation>
    </message>
    <message>
        <source>{0} cannot decode it here.</source>
        <translation>{0} здесь не умеет этот формат.</translation>
    </message>
    <message>
        <source>{0} changed since it was added.</source>
        <translation>{0} изменился после добавления.</translation>
    </message>
    <message>
        <source>{0} changed while it was read; it may still be being written.</source>
        <translation>{0} изменился во время чтения; возможно, он ещё пишется.</translation>
    </message>
    <message>
        <source>{0} could not be started.</source>
        <translation>{0} не удалось запустить.</translation>
    </message>
    <message>
        <source>{0} could not be started: there is no room for its profile.</source>
        <translation>{0} не удалось запустить: нет места для его профиля.</translation>
    </message>
    <message>
        <source>{0} could not be written.</source>
        <translation>{0} не удалось записать.</translation>
    </message>
    <message>
        <source>{0} disappeared while it was read.</source>
        <translation>{0} исчез во время чтения.</translation>
    </message>
    <message>
        <source>{0} does not decode {1}.</source>
        <translation>{0} не декодирует {1}.</translation>
    </message>
    <message>
        <source>{0} does not go with {1}.</source>
        <translation>{0} не сочетается с {1}.</translation>
    </message>
    <message>
        <source>{0} does not play this file, although {1} (as measured) {2}.</source>
        <translation>{0} не воспроизводит этот файл, хотя для {1} (по измерениям) прогноз иной: {2}.</translation>
    </message>
    <message>
        <source>{0} does not play this file, although {1} (never measured) {2}.</source>
        <translation>{0} не воспроизводит этот файл, хотя для {1} (не измерялось) прогноз иной: {2}.</translation>
    </message>
    <message>
        <source>{0} does not work.</source>
        <translation>{0} не работает.</translation>
    </message>
    <message>
        <source>{0} errors while reading; pictures may be damaged.</source>
        <translation>Ошибок при чтении: {0}; изображение может быть повреждено.</translation>
    </message>
    <message>
        <source>{0} exists already.</source>
        <translation>{0} уже есть.</translation>
    </message>
    <message>
        <source>{0} frames are lost.</source>
        <translation>Кадров потеряно: {0}.</translation>
    </message>
    <message>
        <source>{0} has a value that is not allowed in description.{1}.</source>
        <translation>{0}: недопустимое значение description.{1}.</translation>
    </message>
    <message>
        <source>{0} has a value that is not allowed in name.{1}.</source>
        <translation>{0}: недопустимое значение name.{1}.</translation>
    </message>
    <message>
        <source>{0} has changed since it was read.</source>
        <translation>{0} изменился после чтения.</translation>
    </message>
    <message>
        <source>{0} has made no progress for {1} s.</source>
        <translation>{0} не продвигается уже {1} с.</translation>
    </message>
    <message>
        <source>{0} has no decoder of its own for H.265.</source>
        <translation>У {0} нет своего декодера H.265.</translation>
    </message>
    <message>
        <source>{0} has no name that a SourceBuffer could be given.</source>
        <translation>У {0} нет имени для SourceBuffer.</translation>
    </message>
    <message>
        <source>{0} has no picture that can be measured.</source>
        <translation>В {0} нет изображения, которое можно измерить.</translation>
    </message>
    <message>
        <source>{0} holds more than {1} jobs.</source>
        <translation>В {0} больше {1} заданий.</translation>
    </message>
    <message>
        <source>{0} holds no picture or sound data that can be read.</source>
        <translation>В {0} нет изображения или звука, которые можно прочитать.</translation>
    </message>
    <message>
        <source>{0} is a folder, not a file.</source>
        <translation>{0} — папка, а не файл.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} — папка.</translation>
    </message>
    <message>
        <source>{0} is being recorded already.</source>
        <translation>Запись уже идёт: {0}.</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes).</source>
        <translation>{0} пуст (0 байт).</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} — не папка.</translation>
    </message>
    <message>
        <source>{0} is not a program that can be run.</source>
        <translation>{0} — не программа, которую можно запустить.</translation>
    </message>
    <message>
        <source>{0} is not a regular file.</source>
        <translation>{0} — не обычный файл.</translation>
    </message>
    <message>
        <source>{0} is not a text file.</source>
        <translation>{0} — не текстовый файл.</translation>
    </message>
    <message>
        <source>{0} is not an exported queue.</source>
        <translation>{0} — не экспорт очереди.</translation>
    </message>
    <message>
        <source>{0} is not being recorded.</source>
        <translation>Запись не идёт: {0}.</translation>
    </message>
    <message>
        <source>{0} is not ffmpeg.</source>
        <translation>{0} — не ffmpeg.</translation>
    </message>
    <message>
        <source>{0} is on a read-only disk.</source>
        <translation>{0} на диске только для чтения.</translation>
    </message>
    <message>
        <source>{0} is on hold: it happened twice while they ran.</source>
        <translation>Отложено: {0}; при нём это случилось дважды.</translation>
    </message>
    <message>
        <source>{0} is still being written.</source>
        <translation>{0} ещё пишется.</translation>
    </message>
    <message>
        <source>{0} is too large for a queue.</source>
        <translation>{0} слишком велик для очереди.</translation>
    </message>
    <message>
        <source>{0} jobs were left out, as they were done already.</source>
        <translation>Пропущено готовых заданий: {0}.</translation>
    </message>
    <message>
        <source>{0} jobs were recovered, {1} of them from the copy of {2}; the old file is kept as {3}.</source>
        <translation>Восстановлено заданий: {0}, из копии от {2}: {1}; старый файл сохранён как {3}.</translation>
    </message>
    <message>
        <source>{0} jobs were recovered; the old file is kept as {1}.</source>
        <translation>Восстановлено заданий: {0}; старый файл сохранён как {1}.</translation>
    </message>
    <message>
        <source>{0} lacks the field bit_rate.</source>
        <translation>{0}: нет поля bit_rate.</translation>
    </message>
    <message>
        <source>{0} lacks the field crf.</source>
        <translation>{0}: нет поля crf.</translation>
    </message>
    <message>
        <source>{0} needs a bit rate ceiling: VP8 without one falls to 256 kbit/s.</source>
        <translation>{0}: нужен предел битрейта, без него VP8 падает до 256 кбит/с.</translation>
    </message>
    <message>
        <source>{0} ns (? ms, {1}/s)</source>
        <translation>{0} нс (? мс, {1}/с)</translation>
    </message>
    <message>
        <source>{0} ns ({1} ms)</source>
        <translation>{0} нс ({1} мс)</translation>
    </message>
    <message>
        <source>{0} ns ({1} ms, {2}/s)</source>
        <translation>{0} нс ({1} мс, {2}/с)</translation>
    </message>
    <message>
        <source>{0} of {1} changes between rungs were played.</source>
        <translation>Воспроизведено переключений между ступенями: {0} из {1}.</translation>
    </message>
    <message>
        <source>{0} of {1} clusters do not begin with a keyframe: Firefox drops their pictures up to the next one.</source>
        <translation>Кластеров не с ключевого кадра: {0} из {1}; Firefox отбрасывает их кадры до следующего.</translation>
    </message>
    <message>
        <source>{0} of {1} clusters do not begin with a keyframe: playback cannot begin there.</source>
        <translation>Кластеров не с ключевого кадра: {0} из {1}; с них нельзя начать.</translation>
    </message>
    <message>
        <source>{0} of {1} fragments begin with an open GOP: pictures that follow may need what came before, and Chromium fails when playback begins there.</source>
        <translation>Фрагментов с открытым GOP в начале: {0} из {1}; следующим кадрам может быть нужно предыдущее, и Chromium при старте оттуда даёт сбой.</translation>
    </message>
    <message>
        <source>{0} of {1} fragments do not begin with a keyframe: playback cannot begin there.</source>
        <translation>Фрагментов не с ключевого кадра: {0} из {1}; с них нельзя начать.</translation>
    </message>
    <message>
        <source>{0} of {1} fragments do not begin with a keyframe: the first pictures are lost.</source>
        <translation>Фрагментов не с ключевого кадра: {0} из {1}; первые кадры теряются.</translation>
    </message>
    <message>
        <source>{0} of {1} job was recovered, {2} of them from the copy of {3}; the old file is kept as {4}.</source>
        <translation>Восстановлено заданий: {0} из {1}, из копии от {3}: {2}; старый файл сохранён как {4}.</translation>
    </message>
    <message>
        <source>{0} of {1} job was recovered; the old file is kept as {2}.</source>
        <translation>Восстановлено заданий: {0} из {1}; старый файл сохранён как {2}.</translation>
    </message>
    <message>
        <source>{0} of {1} jobs were recovered, {2} of them from the copy of {3}; the old file is kept as {4}.</source>
        <translation>Восстановлено заданий: {0} из {1}, из копии от {3}: {2}; старый файл сохранён как {4}.</translation>
    </message>
    <message>
        <source>{0} of {1} jobs were recovered; the old file is kept as {2}.</source>
        <translation>Восстановлено заданий: {0} из {1}; старый файл сохранён как {2}.</translation>
    </message>
    <message>
        <source>{0} s is shorter than one frame.</source>
        <translation>{0} с короче одного кадра.</translation>
    </message>
    <message>
        <source>{0} s that the edit list hid are shown now.</source>
        <translation>Список правок скрывал {0} с, теперь они показываются.</translation>
    </message>
    <message>
        <source>{0} takes no H.264 of profile {1}.</source>
        <translation>{0} не принимает H.264 с профилем {1}.</translation>
    </message>
    <message>
        <source>{0} takes no MP3 in MP4.</source>
        <translation>{0} не принимает MP3 в MP4.</translation>
    </message>
    <message>
        <source>{0} takes no SourceBuffer of {1}.</source>
        <translation>{0} не принимает SourceBuffer для {1}.</translation>
    </message>
    <message>
        <source>{0} was complete already.</source>
        <translation>Уже готово: {0}.</translation>
    </message>
    <message>
        <source>{0} was interrupted and will begin anew.</source>
        <translation>Прервано и начнётся заново: {0}.</translation>
    </message>
    <message>
        <source>{0} was not found.</source>
        <translation>{0} не найден.</translation>
    </message>
    <message>
        <source>{0} were complete already.</source>
        <translation>Уже готово: {0}.</translation>
    </message>
    <message>
        <source>{0} were interrupted and will begin anew.</source>
        <translation>Прервано и начнётся заново: {0}.</translation>
    </message>
    <message>
        <source>{0} will lose frames from here on.</source>
        <translation>{0} отсюда будет терять кадры.</translation>
    </message>
    <message>
        <source>{0} will not play this to its end.</source>
        <translation>{0} не воспроизведёт этот файл до конца.</translation>
    </message>
    <message>
        <source>{0} will not show the beginning when playing starts in the middle.</source>
        <translation>{0} при старте с середины не покажет начала.</translation>
    </message>
    <message>
        <source>{0} x {1} becomes {2} x {3}: sides must be even.</source>
        <translation>{0} x {1} станет {2} x {3}: стороны должны быть чётными.</translation>
    </message>
    <message>
        <source>{0} x {1} is larger than the limit (64 megapixels).</source>
        <translation>{0} x {1} больше предела (64 мегапикселя).</translation>
    </message>
    <message>
        <source>{0} x {1} is no size for a live picture.</source>
        <translation>{0} × {1} — не размер для изображения в эфире.</translation>
    </message>
    <message>
        <source>{{{0}:.20}} for its first 20 characters</source>
        <translation>{{{0}:.20}} — первые 20 знаков</translation>
    </message>
    <message>
        <source>{{{0}:.2}} for two digits after the point</source>
        <translation>{{{0}:.2}} — два знака после запятой</translation>
    </message>
    <message>
        <source>{{{0}:03}} for three digits</source>
        <translation>{{{0}:03}} — три цифры</translation>
    </message>
    <message>
        <source>“{0}” came there in the meantime and is not replaced.</source>
        <translation>«{0}» тем временем там появился и не заменяется.</translation>
    </message>
    <message>
        <source>“{0}” cannot be broken in any such way.</source>
        <translation>«{0}» нельзя сломать ни одним таким способом.</translation>
    </message>
    <message>
        <source>“{0}” cannot be broken in this way.</source>
        <translation>«{0}» нельзя сломать таким способом.</translation>
    </message>
    <message>
        <source>“{0}” cannot be packaged without ffmpeg.</source>
        <translation>«{0}» нельзя упаковать без ffmpeg.</translation>
    </message>
    <message>
        <source>“{0}” cannot be played out.</source>
        <translation>«{0}» нельзя передать в эфир.</translation>
    </message>
    <message>
        <source>“{0}” cannot be put into MP4 without encoding it again.</source>
        <translation>«{0}» нельзя уложить в MP4 без перекодирования.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read.</source>
        <translation>«{0}» нельзя прочитать.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a stream.</source>
        <translation>«{0}» не может быть именем потока.</translation>
    </message>
    <message>
        <source>“{0}” changed while it was repaired.</source>
        <translation>«{0}» изменился во время исправления.</translation>
    </message>
    <message>
        <source>“{0}” could not be written.</source>
        <translation>«{0}» не удалось записать.</translation>
    </message>
    <message>
        <source>“{0}” counts {1} ticks a second, “{2}” {3}.</source>
        <translation>Тактов в секунду: в «{0}» — {1}, в «{2}» — {3}.</translation>
    </message>
    <message>
        <source>“{0}” does not tell how many segments there are.</source>
        <translation>«{0}» не говорит, сколько в нём сегментов.</translation>
    </message>
    <message>
        <source>“{0}” holds nothing that could be streamed.</source>
        <translation>В «{0}» нет ничего, что можно передавать потоком.</translation>
    </message>
    <message>
        <source>“{0}” holds {1} and not {2}, as “{3}” does; a player would have to stop.</source>
        <translation>«{0}» содержит {1}, а не {2}, как «{3}»; плееру пришлось бы остановиться.</translation>
    </message>
    <message>
        <source>“{0}” is cut off inside its header.</source>
        <translation>«{0}» обрезан внутри заголовка.</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation>«{0}» пуст (0 байт).</translation>
    </message>
    <message>
        <source>“{0}” is in it as a repaired copy ({1}); the file itself stays as it is.</source>
        <translation>«{0}» вошёл в виде исправленной копии ({1}); сам файл остаётся как есть.</translation>
    </message>
    <message>
        <source>“{0}” is larger than any playlist is.</source>
        <translation>«{0}» больше любого плейлиста.</translation>
    </message>
    <message>
        <source>“{0}” is neither WebM nor MP4.</source>
        <translation>«{0}» — не WebM и не MP4.</translation>
    </message>
    <message>
        <source>“{0}” is neither an HLS playlist nor a DASH manifest.</source>
        <translation>«{0}» — не плейлист HLS и не манифест DASH.</translation>
    </message>
    <message>
        <source>“{0}” is no microphone.</source>
        <translation>«{0}» — не микрофон.</translation>
    </message>
    <message>
        <source>“{0}” is not a DASH manifest.</source>
        <translation>«{0}» — не манифест DASH.</translation>
    </message>
    <message>
        <source>“{0}” is not a bit rate.</source>
        <translation>«{0}» — не битрейт.</translation>
    </message>
    <message>
        <source>“{0}” is not a device of this machine.</source>
        <translation>«{0}» — не устройство этого компьютера.</translation>
    </message>
    <message>
        <source>“{0}” is not a playlist in UTF-8.</source>
        <translation>«{0}» — не плейлист в UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” is not a rung.</source>
        <translation>«{0}» — не ступень.</translation>
    </message>
    <message>
        <source>“{0}” is not an HLS playlist.</source>
        <translation>«{0}» — не плейлист HLS.</translation>
    </message>
    <message>
        <source>“{0}” is not empty.</source>
        <translation>В «{0}» уже что-то есть.</translation>
    </message>
    <message>
        <source>“{0}” is not sound itself ({1}), so a broken variant of it would prove nothing.</source>
        <translation>«{0}» сам не в порядке ({1}), его сломанный вариант ничего бы не доказал.</translation>
    </message>
    <message>
        <source>“{0}” is not there, or is not a file.</source>
        <translation>«{0}» нет или это не файл.</translation>
    </message>
</context>
<context>
    <name>CountdownBox</name>
    <message>
        <source>The queue is done</source>
        <translation>Очередь выполнена</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Sleep in {seconds} s</source>
        <translation>Сон через {seconds} с</translation>
    </message>
    <message>
        <source>Shut down in {seconds} s</source>
        <translation>Выключение через {seconds} с</translation>
    </message>
    <message>
        <source>Run the command in {seconds} s</source>
        <translation>Запуск команды через {seconds} с</translation>
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
    <name>DecoderWindow</name>
    <message>
        <source>Decoder picture, not an MSE test</source>
        <translation>Изображение декодера, не проверка MSE</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>На кадр назад</translation>
    </message>
    <message>
        <source>Frame on</source>
        <translation>На кадр вперёд</translation>
    </message>
    <message>
        <source>Decoder picture</source>
        <translation>Изображение декодера</translation>
    </message>
    <message>
        <source>no frame came out of it.</source>
        <translation>из него не вышло ни одного кадра.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Segment {number} of {count} – {name}</source>
        <translation>Сегмент {number} из {count} – {name}</translation>
    </message>
    <message>
        <source>The decoder cannot show this segment: {problem}</source>
        <translation>Декодер не может показать этот сегмент: {problem}</translation>
    </message>
    <message>
        <source>This segment holds no picture.</source>
        <translation>В этом сегменте нет изображения.</translation>
    </message>
    <message>
        <source>{seen} of {frames} frames seen</source>
        <translation>Показано кадров: {seen} из {frames}</translation>
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
    <message numerus="yes">
        <source>%n file(s) are in the list already.</source>
        <translation>
            <numerusform>%n файл уже в списке.</numerusform>
            <numerusform>%n файла уже в списке.</numerusform>
            <numerusform>%n файлов уже в списке.</numerusform>
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
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>перемещение %n файла</numerusform>
            <numerusform>перемещение %n файлов</numerusform>
            <numerusform>перемещение %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n file(s)</source>
        <translation>
            <numerusform>повтор %n файла</numerusform>
            <numerusform>повтор %n файлов</numerusform>
            <numerusform>повтор %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %n file(s)</source>
        <translation>
            <numerusform>откладывание %n файла</numerusform>
            <numerusform>откладывание %n файлов</numerusform>
            <numerusform>откладывание %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n file(s)</source>
        <translation>
            <numerusform>возврат %n файла</numerusform>
            <numerusform>возврат %n файлов</numerusform>
            <numerusform>возврат %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation>указание файла {name}</translation>
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
    <name>Details</name>
    <message>
        <source>Copy details</source>
        <translation>Копировать сведения</translation>
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
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
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
        <source>Import queue</source>
        <translation>Импорт очереди</translation>
    </message>
    <message>
        <source>Export queue</source>
        <translation>Экспорт очереди</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Save support bundle</source>
        <translation>Сохранить отчёт для поддержки</translation>
    </message>
    <message>
        <source>Support bundles</source>
        <translation>Отчёты для поддержки</translation>
    </message>
    <message>
        <source>Save the repaired file</source>
        <translation>Сохранить исправленный файл</translation>
    </message>
    <message>
        <source>Record the stream</source>
        <translation>Записать поток</translation>
    </message>
    <message>
        <source>Folder for the broken variants</source>
        <translation>Папка для сломанных вариантов</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>Проверить файлы</translation>
    </message>
    <message>
        <source>WebM, MP4 and Matroska</source>
        <translation>WebM, MP4 и Matroska</translation>
    </message>
    <message>
        <source>Check a folder</source>
        <translation>Проверить папку</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Page for any browser</source>
        <translation>Страница для любого браузера</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Где {name}?</translation>
    </message>
    <message>
        <source>The queue is kept. What runs now begins anew at the next start.</source>
        <translation>Очередь сохранится. То, что выполняется, при следующем запуске начнётся заново.</translation>
    </message>
    <message>
        <source>Streams end with the window.</source>
        <translation>Потоки завершатся вместе с окном.</translation>
    </message>
    <message>
        <source>What is recorded is finished first.</source>
        <translation>Начатые записи сначала будут закончены.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Остановить и выйти</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Delete the incomplete result of {name}?</source>
        <translation>Удалить неполный результат {name}?</translation>
    </message>
    <message>
        <source>The source stays; it can be converted again.</source>
        <translation>Исходный файл останется; его можно преобразовать снова.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
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
    <name>EngineCard</name>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Details of {engine}</source>
        <translation>Сведения: {engine}</translation>
    </message>
    <message>
        <source>Played a second time, slowly.</source>
        <translation>Воспроизведён второй раз, медленно.</translation>
    </message>
</context>
<context>
    <name>EngineDetails</name>
    <message>
        <source>Predicted</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>На деле</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Что он сказал</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копировать сведения</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Ask {engine} when a file is checked</source>
        <translation>Опрашивать {engine} при проверке файла</translation>
    </message>
    <message>
        <source>Part of MSE Studio: {path}</source>
        <translation>Часть MSE Studio: {path}</translation>
    </message>
    <message>
        <source>Copy the path of {engine}</source>
        <translation>Копировать путь: {engine}</translation>
    </message>
    <message>
        <source>answered after {seconds} s</source>
        <translation>ответил через {seconds} с</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>is being asked</source>
        <translation>опрашивается</translation>
    </message>
    <message>
        <source>gave no answer</source>
        <translation>не ответил</translation>
    </message>
    <message>
        <source>was not asked</source>
        <translation>не опрошен</translation>
    </message>
</context>
<context>
    <name>Engines</name>
    <message>
        <source>All of them play what is checked, also browsers that you install later.</source>
        <translation>Проверяемое воспроизводят все, в том числе браузеры, которые вы установите позже.</translation>
    </message>
    <message>
        <source>Only those ticked play what is checked; a browser that you install later does not, until you tick it.</source>
        <translation>Проверяемое воспроизводят только отмеченные; установленный позже браузер — лишь после того, как вы его отметите.</translation>
    </message>
    <message>
        <source>No browser is ticked.</source>
        <translation>Не отмечен ни один браузер.</translation>
    </message>
    <message>
        <source>Files are only examined then; nothing is played, and none can pass.</source>
        <translation>Тогда файлы только анализируются; ничего не воспроизводится, и ни один не может пройти проверку.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
</context>
<context>
    <name>EnginesDialog</name>
    <message>
        <source>Browsers and engines</source>
        <translation>Браузеры и движки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Asked when a file is checked</source>
        <translation>Опрашиваются при проверке файла</translation>
    </message>
    <message>
        <source>What they decode</source>
        <translation>Что они декодируют</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Здесь не найдены</translation>
    </message>
    <message>
        <source>As each of them says of itself; only a file that was played proves it.</source>
        <translation>Так каждый говорит о себе; доказывает только воспроизведённый файл.</translation>
    </message>
    <message>
        <source>Progress of the asking</source>
        <translation>Ход опроса</translation>
    </message>
    <message>
        <source>Browsers of this machine</source>
        <translation>Браузеры этого компьютера</translation>
    </message>
    <message>
        <source>What each browser decodes</source>
        <translation>Что декодирует каждый браузер</translation>
    </message>
    <message>
        <source>Asking {engine} ({number} of {count})</source>
        <translation>Опрос: {engine} ({number} из {count})</translation>
    </message>
    <message>
        <source>Looking for browsers on this machine…</source>
        <translation>Поиск браузеров на этом компьютере…</translation>
    </message>
    <message>
        <source>Nobody was asked yet.</source>
        <translation>Ещё никто не опрошен.</translation>
    </message>
    <message numerus="yes">
        <source>%n browser(s) answered.</source>
        <translation>
            <numerusform>Ответил %n браузер.</numerusform>
            <numerusform>Ответили %n браузера.</numerusform>
            <numerusform>Ответили %n браузеров.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Остановить опрос</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Опросить снова</translation>
    </message>
    <message>
        <source>No browser was found, not even the one that is part of MSE Studio.</source>
        <translation>Не найдено ни одного браузера, даже того, который входит в MSE Studio.</translation>
    </message>
    <message>
        <source>Nothing can be played here, so no file can pass.</source>
        <translation>Здесь ничего нельзя воспроизвести, поэтому ни один файл не может пройти проверку.</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Explain a browser message</source>
        <translation>Объяснить сообщение браузера</translation>
    </message>
    <message>
        <source>Paste what the console, the video element or the player says.</source>
        <translation>Вставьте то, что говорит консоль, элемент video или плеер.</translation>
    </message>
    <message>
        <source>Message to explain</source>
        <translation>Сообщение для объяснения</translation>
    </message>
    <message>
        <source>What the message can mean</source>
        <translation>Что может значить сообщение</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>About the selected file: {name}</source>
        <translation>О выбранном файле: {name}</translation>
    </message>
    <message>
        <source>About the selected file (none is examined)</source>
        <translation>О выбранном файле (ни один не проанализирован)</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s), the likeliest first:</source>
        <translation>
            <numerusform>%n причина, сначала вероятнейшие:</numerusform>
            <numerusform>%n причины, сначала вероятнейшие:</numerusform>
            <numerusform>%n причин, сначала вероятнейшие:</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not known; no rule is named for it.</source>
        <translation>Такое сообщение неизвестно; правила для него нет.</translation>
    </message>
    <message>
        <source>found in the file</source>
        <translation>найдено в файле</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>возможно</translation>
    </message>
    <message>
        <source>What helps: {remedy}</source>
        <translation>Что поможет: {remedy}</translation>
    </message>
    <message>
        <source>Said by: {engines}</source>
        <translation>Так говорит: {engines}</translation>
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
    <name>FileCommands</name>
    <message>
        <source>Choose ffmpeg…</source>
        <translation>Выбрать ffmpeg…</translation>
    </message>
    <message>
        <source>Use the bundled one</source>
        <translation>Использовать встроенный</translation>
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
    <message numerus="yes">
        <source>%n playlist(s) can be examined here, not converted.</source>
        <translation>
            <numerusform>%n плейлист здесь можно проанализировать, но не преобразовать.</numerusform>
            <numerusform>%n плейлиста здесь можно проанализировать, но не преобразовать.</numerusform>
            <numerusform>%n плейлистов здесь можно проанализировать, но не преобразовать.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tab “Verdict” tells what is predicted of each rendition.</source>
        <translation>Прогноз для каждого варианта — на вкладке «Вердикт».</translation>
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
        <source>Source keyframes</source>
        <translation>Ключ. кадры источника</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Ключ. кадры</translation>
    </message>
    <message>
        <source>GOP measured</source>
        <translation>GOP измерен</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Result size</source>
        <translation>Размер результата</translation>
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
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока ничего</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Тест…</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Не проверен</translation>
    </message>
    <message>
        <source>Not examined</source>
        <translation>Без анализа</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>Анализ…</translation>
    </message>
    <message>
        <source>The queue stops before this</source>
        <translation>Очередь остановится перед этим</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>Стоит на месте</translation>
    </message>
    <message>
        <source>The result is checked</source>
        <translation>Результат проверяется</translation>
    </message>
    <message>
        <source>Begins anew at the next start</source>
        <translation>Начнётся заново при следующем старте</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Как в источнике</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>около {size}</translation>
    </message>
    <message>
        <source>measured {frames}</source>
        <translation>измерено {frames}</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>No file matches. Choose All, or clear the search.</source>
        <translation>Нет подходящих файлов. Выберите «Все» или очистите поиск.</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Сбросить столбцы</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>Show the list and the presets again</source>
        <translation>Снова показать список и пресеты</translation>
    </message>
    <message>
        <source>Give the preview the whole window</source>
        <translation>Отдать просмотру всё окно</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Details of {code}</source>
        <translation>Сведения: {code}</translation>
    </message>
</context>
<context>
    <name>Foreseen</name>
    <message>
        <source>Should play in {engines}.</source>
        <translation>{engines}: должен воспроизводиться.</translation>
    </message>
    <message>
        <source>No engine that we know can decode it.</source>
        <translation>Его не умеет декодировать ни один известный нам движок.</translation>
    </message>
    <message>
        <source>Will not play in {engines}.</source>
        <translation>{engines}: не воспроизведётся.</translation>
    </message>
    <message>
        <source>Will not start in {engines}.</source>
        <translation>{engines}: воспроизведение не начнётся.</translation>
    </message>
    <message>
        <source>Will stop before its end in {engines}.</source>
        <translation>{engines}: остановится, не дойдя до конца.</translation>
    </message>
    <message>
        <source>Will lose frames in {engines}.</source>
        <translation>{engines}: будут потеряны кадры.</translation>
    </message>
    <message>
        <source>Will not play from every segment in {engines}.</source>
        <translation>{engines}: воспроизведётся не с каждого сегмента.</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>Has faults</source>
        <translation>С дефектами</translation>
    </message>
    <message>
        <source>Should play</source>
        <translation>Должен играть</translation>
    </message>
    <message>
        <source>Not decodable</source>
        <translation>Не декодируется</translation>
    </message>
    <message>
        <source>should play, from every segment</source>
        <translation>должен воспроизвести, с любого сегмента</translation>
    </message>
    <message>
        <source>should play from the start, not from every segment</source>
        <translation>должен воспроизвести с начала, но не с любого сегмента</translation>
    </message>
    <message>
        <source>will lose frames</source>
        <translation>потеряет кадры</translation>
    </message>
    <message>
        <source>will stop before the end</source>
        <translation>остановится до конца</translation>
    </message>
    <message>
        <source>will not start</source>
        <translation>не начнёт</translation>
    </message>
    <message>
        <source>will refuse it</source>
        <translation>отвергнет</translation>
    </message>
    <message>
        <source>cannot decode it</source>
        <translation>не умеет этот формат</translation>
    </message>
    <message>
        <source>buffered {ranges} s</source>
        <translation>в буфере {ranges} с</translation>
    </message>
    <message>
        <source>sound {offset} ms late</source>
        <translation>звук позже на {offset} мс</translation>
    </message>
    <message>
        <source>sound {offset} ms early</source>
        <translation>звук раньше на {offset} мс</translation>
    </message>
    <message>
        <source>Predicted: {predicted}.</source>
        <translation>Прогноз: {predicted}.</translation>
    </message>
    <message>
        <source>This differs from what was seen.</source>
        <translation>Это расходится с увиденным.</translation>
    </message>
    <message>
        <source>Prevents playing</source>
        <translation>Не даёт воспроизвести</translation>
    </message>
    <message>
        <source>Loses frames</source>
        <translation>Теряет кадры</translation>
    </message>
    <message>
        <source>Stops playing</source>
        <translation>Останавливает</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>Звук расходится</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>refuses the file</source>
        <translation>отвергает файл</translation>
    </message>
    <message>
        <source>takes it, and plays nothing</source>
        <translation>принимает, но ничего не воспроизводит</translation>
    </message>
    <message>
        <source>loses frames</source>
        <translation>теряет кадры</translation>
    </message>
    <message>
        <source>stops there</source>
        <translation>там останавливается</translation>
    </message>
    <message>
        <source>plays picture and sound apart</source>
        <translation>картинка и звук расходятся</translation>
    </message>
    <message>
        <source>cannot begin there</source>
        <translation>не может начать оттуда</translation>
    </message>
    <message>
        <source>does not mind</source>
        <translation>не мешает</translation>
    </message>
    <message>
        <source>Byte {offset}</source>
        <translation>Байт {offset}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>{effect} (measured: {version})</source>
        <translation>{effect} (измерено: {version})</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Что поможет</translation>
    </message>
    <message>
        <source>Of no use</source>
        <translation>Не поможет</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} и {last}</translation>
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
    <message>
        <source>mixed</source>
        <translation>разные</translation>
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
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>About the selection</source>
        <translation>О выбранном</translation>
    </message>
    <message>
        <source>Faults were found</source>
        <translation>Найдены дефекты</translation>
    </message>
</context>
<context>
    <name>LadderDialog</name>
    <message>
        <source>Make a ladder of {name}</source>
        <translation>Сделать лестницу: {name}</translation>
    </message>
    <message>
        <source>Several sizes of one film: a player changes between them as its line allows.</source>
        <translation>Несколько размеров одного фильма: плеер переключается между ними, насколько позволяет его канал.</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Пресет</translation>
    </message>
    <message>
        <source>&amp;Sizes</source>
        <translation>&amp;Размеры</translation>
    </message>
    <message>
        <source>&amp;Keyframe every</source>
        <translation>&amp;Ключевой кадр каждые</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Файлы</translation>
    </message>
    <message>
        <source>Chosen to suit, or 720:2500k, 360:700k</source>
        <translation>Подбираются сами, или 720:2500k, 360:700k</translation>
    </message>
    <message>
        <source>One for each size</source>
        <translation>По одному на размер</translation>
    </message>
    <message>
        <source>One for each segment</source>
        <translation>По одному на сегмент</translation>
    </message>
    <message>
        <source>Play every &amp;change between sizes</source>
        <translation>Воспроизвести каждое &amp;переключение между размерами</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>&amp;Сделать</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Сделать</translation>
    </message>
    <message>
        <source>{engine}: change {number} of {count}…</source>
        <translation>{engine}: переключение {number} из {count}…</translation>
    </message>
    <message>
        <source>Checking that every size fits the others…</source>
        <translation>Проверка, подходят ли размеры друг к другу…</translation>
    </message>
    <message>
        <source>Writing playlists…</source>
        <translation>Запись плейлистов…</translation>
    </message>
    <message>
        <source>Encoding {track}…</source>
        <translation>Кодирование: {track}…</translation>
    </message>
    <message numerus="yes">
        <source>%n size(s), aligned to the frame.</source>
        <translation>
            <numerusform>%n размер, выровнен до кадра.</numerusform>
            <numerusform>%n размера, выровнены до кадра.</numerusform>
            <numerusform>%n размеров, выровнены до кадра.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrariesField</name>
    <message>
        <source>Player libraries for the preview</source>
        <translation>Библиотеки плееров для просмотра</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose the folder of player libraries</source>
        <translation>Выбрать папку библиотек плееров</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Use no player libraries</source>
        <translation>Не использовать библиотеки плееров</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Папка не выбрана</translation>
    </message>
    <message>
        <source>With hls.js, Shaka Player or dash.js in a folder of yours, the preview can play files in them, too. Nothing is downloaded.</source>
        <translation>Если в вашей папке есть hls.js, Shaka Player или dash.js, просмотр сможет воспроизводить файлы и в них. Ничего не скачивается.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Found: {libraries}</source>
        <translation>Найдено: {libraries}</translation>
    </message>
    <message>
        <source>Neither hls.js nor Shaka Player nor dash.js was found there.</source>
        <translation>Там нет ни hls.js, ни Shaka Player, ни dash.js.</translation>
    </message>
    <message>
        <source>Folder of player libraries</source>
        <translation>Папка библиотек плееров</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Scan this with the device&apos;s camera, or open the link there:</source>
        <translation>Отсканируйте камерой устройства или откройте на нём ссылку:</translation>
    </message>
    <message>
        <source>Does it not open? The device has to be in the same network, and the firewall of this machine has to let it in.</source>
        <translation>Не открывается? Устройство должно быть в той же сети, а брандмауэр этого компьютера должен его пропускать.</translation>
    </message>
    <message>
        <source>Link for the device</source>
        <translation>Ссылка для устройства</translation>
    </message>
    <message>
        <source>Closes in {time} if nobody uses it.</source>
        <translation>Закроется через {time}, если никто ею не воспользуется.</translation>
    </message>
    <message>
        <source>QR code: {link}</source>
        <translation>QR-код: {link}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Копировать ссылку</translation>
    </message>
</context>
<context>
    <name>LiveDialog</name>
    <message>
        <source>It is encoded on this machine. Only this machine can open its addresses.</source>
        <translation>Кодируется на этом компьютере. Открыть адреса может только этот компьютер.</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Устройство</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Микрофон</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Размер</translation>
    </message>
    <message>
        <source>Frame &amp;rate</source>
        <translation>&amp;Частота кадров</translation>
    </message>
    <message>
        <source>&amp;Bit rate</source>
        <translation>&amp;Битрейт</translation>
    </message>
    <message>
        <source>&amp;Keyframe every</source>
        <translation>&amp;Ключевой кадр каждые</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>&amp;Звук</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>Given by itself</source>
        <translation>Даётся автоматически</translation>
    </message>
    <message>
        <source>Begin again at the &amp;end</source>
        <translation>В конце &amp;начинать сначала</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>&amp;Старт</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>WebM with VP8</source>
        <translation>WebM с VP8</translation>
    </message>
    <message>
        <source>MP4 with H.264</source>
        <translation>MP4 с H.264</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} к/с</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Поиск устройств…</translation>
    </message>
    <message>
        <source>Connect one, then open this again.</source>
        <translation>Подключите устройство и откройте это окно снова.</translation>
    </message>
    <message>
        <source>This cannot be a name.</source>
        <translation>Это не может быть именем.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, dashes and underscores can.</source>
        <translation>Можно буквы, цифры, точки, дефисы и подчёркивания.</translation>
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
</context>
<context>
    <name>MissingRow</name>
    <message>
        <source>Command that installs {engine}</source>
        <translation>Команда для установки {engine}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the command that installs {engine}</source>
        <translation>Копировать команду для установки {engine}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Nothing starts by itself.</source>
        <translation>Само ничего не начнётся.</translation>
    </message>
    <message>
        <source>The queue cannot be saved now. Running files go on.</source>
        <translation>Сейчас очередь нельзя сохранить. Начатые файлы продолжаются.</translation>
    </message>
    <message>
        <source>Changes are kept until MSE Studio ends. Free some disk space.</source>
        <translation>Изменения живут до закрытия MSE Studio. Освободите место на диске.</translation>
    </message>
    <message>
        <source>The queue stopped before {name}, as you asked.</source>
        <translation>Очередь остановилась перед {name}, как вы просили.</translation>
    </message>
    <message>
        <source>Start goes on with it.</source>
        <translation>Старт продолжит с него.</translation>
    </message>
    <message>
        <source>{name} has made no progress for a while.</source>
        <translation>{name} некоторое время не продвигается.</translation>
    </message>
    <message>
        <source>Wait, or cancel it.</source>
        <translation>Подождите или отмените.</translation>
    </message>
    <message>
        <source>MSE Studio closed unexpectedly.</source>
        <translation>MSE Studio неожиданно закрылась.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are all still here.</source>
        <translation>
            <numerusform>%n файл на месте.</numerusform>
            <numerusform>Все %n файла на месте.</numerusform>
            <numerusform>Все %n файлов на месте.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was interrupted and begins anew.</source>
        <translation>
            <numerusform>Прерван %n, начнётся заново.</numerusform>
            <numerusform>Прервано %n, начнутся заново.</numerusform>
            <numerusform>Прервано %n, начнутся заново.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was complete already.</source>
        <translation>
            <numerusform>%n уже был готов.</numerusform>
            <numerusform>%n уже были готовы.</numerusform>
            <numerusform>%n уже были готовы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is on hold: this happened twice while it ran.</source>
        <translation>
            <numerusform>%n отложен: при нём это случилось дважды.</numerusform>
            <numerusform>%n отложены: при них это случилось дважды.</numerusform>
            <numerusform>%n отложены: при них это случилось дважды.</numerusform>
        </translation>
    </message>
    <message>
        <source>{volume} is gone. Files that go there wait.</source>
        <translation>{volume} недоступен. Файлы, которым он нужен, ждут.</translation>
    </message>
    <message>
        <source>Connect the drive again, then resume.</source>
        <translation>Подключите диск снова, затем продолжите.</translation>
    </message>
    <message>
        <source>{volume} is nearly full. Files that go there stand still.</source>
        <translation>{volume} почти заполнен. Файлы, которым он нужен, стоят.</translation>
    </message>
    <message>
        <source>Free some space; they go on by themselves.</source>
        <translation>Освободите место; они продолжат сами.</translation>
    </message>
    <message>
        <source>{volume} is full. Files that go there wait.</source>
        <translation>{volume} заполнен. Файлы, которым он нужен, ждут.</translation>
    </message>
    <message>
        <source>Free some space, then resume.</source>
        <translation>Освободите место, затем продолжите.</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>Запустить очередь</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Старт</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить его</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) would have the name of a file that exists.</source>
        <translation>
            <numerusform>%n результат получил бы имя существующего файла.</numerusform>
            <numerusform>%n результата получили бы имена существующих файлов.</numerusform>
            <numerusform>%n результатов получили бы имена существующих файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replacing waits until the new file is complete.</source>
        <translation>Замена ждёт, пока новый файл не готов целиком.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) changed since they were added.</source>
        <translation>
            <numerusform>%n источник изменился после добавления.</numerusform>
            <numerusform>%n источника изменились после добавления.</numerusform>
            <numerusform>%n источников изменились после добавления.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use as they are now</source>
        <translation>Взять как есть</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be found.</source>
        <translation>
            <numerusform>%n источник не найден.</numerusform>
            <numerusform>%n источника не найдены.</numerusform>
            <numerusform>%n источников не найдены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect the drive, or say where they are now.</source>
        <translation>Подключите диск или укажите, где они теперь.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Указать…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for room on the disk.</source>
        <translation>
            <numerusform>%n файл ждёт места на диске.</numerusform>
            <numerusform>%n файла ждут места на диске.</numerusform>
            <numerusform>%n файлов ждут места на диске.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Run all the same</source>
        <translation>Всё равно запустить</translation>
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
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>The queue needs a look</source>
        <translation>Очередь требует внимания</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>Очередь выполнена</translation>
    </message>
    <message>
        <source>The queue stopped</source>
        <translation>Очередь остановлена</translation>
    </message>
</context>
<context>
    <name>OutputFields</name>
    <message>
        <source>Results go</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Tree of</source>
        <translation>Дерево от</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>Если есть</translation>
    </message>
    <message>
        <source>Beside the source file</source>
        <translation>Рядом с исходным файлом</translation>
    </message>
    <message>
        <source>Into one folder</source>
        <translation>В одну папку</translation>
    </message>
    <message>
        <source>Into a folder, as a mirrored tree</source>
        <translation>В папку с тем же деревом</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Добавить номер</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>Пропустить файл</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Спросить меня</translation>
    </message>
    <message>
        <source>Replace it once the new one is complete</source>
        <translation>Заменить, когда новый готов</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>разные</translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation>Вставить поле…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation>Куда попадут результаты</translation>
    </message>
    <message>
        <source>What happens when the name is taken</source>
        <translation>Что делать, если имя занято</translation>
    </message>
    <message>
        <source>Insert a field into the name</source>
        <translation>Вставить поле в имя</translation>
    </message>
    <message>
        <source>Name of results</source>
        <translation>Имя результатов</translation>
    </message>
    <message>
        <source>Choose the folder of results</source>
        <translation>Выбрать папку результатов</translation>
    </message>
    <message>
        <source>Choose the folder whose tree is mirrored</source>
        <translation>Выбрать папку, дерево которой повторяется</translation>
    </message>
    <message>
        <source>Folders below this one are made again for the results</source>
        <translation>Папки внутри этой создаются снова для результатов</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>Папка результатов</translation>
    </message>
    <message>
        <source>Folder whose tree is mirrored</source>
        <translation>Папка, дерево которой повторяется</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Picture at {time} in {engine}</source>
        <translation>Кадр на {time} в {engine}</translation>
    </message>
    <message>
        <source>Press to see it larger</source>
        <translation>Нажмите, чтобы увеличить</translation>
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
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n кадр</numerusform>
            <numerusform>%n кадра</numerusform>
            <numerusform>%n кадров</numerusform>
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
        <source>in {count} of %n engine(s)</source>
        <translation>
            <numerusform>в {count} из %n движка</numerusform>
            <numerusform>в {count} из %n движков</numerusform>
            <numerusform>в {count} из %n движков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As predicted in {count} of %n engine(s).</source>
        <translation>
            <numerusform>Прогноз сбылся в {count} из %n движка.</numerusform>
            <numerusform>Прогноз сбылся в {count} из %n движков.</numerusform>
            <numerusform>Прогноз сбылся в {count} из %n движков.</numerusform>
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
        <source>Reading the segments…</source>
        <translation>Чтение сегментов…</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM or MP4.</source>
        <translation>Выберите готовый файл или файл WebM либо MP4.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>The preview stopped.</source>
        <translation>Просмотр остановился.</translation>
    </message>
</context>
<context>
    <name>QueueInUse</name>
    <message>
        <source>Another MSE Studio works on the queue just now.</source>
        <translation>С очередью сейчас работает другая MSE Studio.</translation>
    </message>
    <message>
        <source>Without it, the window has a queue of its own, which ends with the window.</source>
        <translation>Без неё у окна будет своя очередь, до закрытия окна.</translation>
    </message>
    <message>
        <source>Open without the queue</source>
        <translation>Открыть без очереди</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Progress of the repair</source>
        <translation>Ход исправления</translation>
    </message>
    <message>
        <source>Repair {name}</source>
        <translation>Исправить {name}</translation>
    </message>
    <message>
        <source>What the repair came to</source>
        <translation>Итог исправления</translation>
    </message>
    <message>
        <source>Frames are copied into a new file, which is then compared with the source.</source>
        <translation>Кадры копируются в новый файл, затем он сравнивается с источником.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>Добавить в список</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Записан: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Proof: %n frame(s) found again, byte for byte.</source>
        <translation>
            <numerusform>Доказательство: снова найден %n кадр, байт в байт.</numerusform>
            <numerusform>Доказательство: снова найдены %n кадра, байт в байт.</numerusform>
            <numerusform>Доказательство: снова найдено %n кадров, байт в байт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be repaired; no file was written.</source>
        <translation>Исправлять нечего; файл не записан.</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Что осталось</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>Before (predicted)</source>
        <translation>До (прогноз)</translation>
    </message>
    <message>
        <source>After (predicted, not played yet)</source>
        <translation>После (прогноз, ещё не воспроизведён)</translation>
    </message>
</context>
<context>
    <name>RoomRequests</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>RowDrag</name>
    <message>
        <source>The list is sorted by a column. View &gt; Queue order lets you move files.</source>
        <translation>Список упорядочен по столбцу. «Вид &gt; Порядок очереди» позволит перемещать файлы.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Keyframes</source>
        <translation>Ключевые кадры</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Полезно знать</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s values</source>
        <translation>Вернуть значения пресета</translation>
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
        <source>This is being converted with these settings.</source>
        <translation>Преобразуется с этими настройками.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Different presets</source>
        <translation>Разные пресеты</translation>
    </message>
    <message>
        <source>This is done. Retry it to change its settings.</source>
        <translation>Готово. Чтобы изменить настройки, повторите.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them run or are done and stay as they are.</source>
        <translation>
            <numerusform>%n из них выполняется или готов и не изменится.</numerusform>
            <numerusform>%n из них выполняются или готовы и не изменятся.</numerusform>
            <numerusform>%n из них выполняются или готовы и не изменятся.</numerusform>
        </translation>
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
    <name>Share</name>
    <message>
        <source>{address} (this machine only, for trying)</source>
        <translation>{address} (только этот компьютер, для пробы)</translation>
    </message>
    <message>
        <source>A browser</source>
        <translation>Браузер</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>другом устройстве</translation>
    </message>
    <message>
        <source>{browser} on {system}</source>
        <translation>{browser} на {system}</translation>
    </message>
    <message>
        <source>Waits for a tap on Start on the device.</source>
        <translation>Ждёт касания «Начать» на устройстве.</translation>
    </message>
    <message>
        <source>Has opened the page.</source>
        <translation>Страница открыта.</translation>
    </message>
    <message>
        <source>At work: {step}, {time} of {whole}</source>
        <translation>В работе: {step}, {time} из {whole}</translation>
    </message>
    <message>
        <source>At work: {step}</source>
        <translation>В работе: {step}</translation>
    </message>
    <message>
        <source>It plays ({frames}).</source>
        <translation>Воспроизводится ({frames}).</translation>
    </message>
    <message>
        <source>It plays.</source>
        <translation>Воспроизводится.</translation>
    </message>
    <message>
        <source>It does not play: {reason}</source>
        <translation>Не воспроизводится: {reason}</translation>
    </message>
    <message>
        <source>It cannot decode this format; that says nothing against the file.</source>
        <translation>Не умеет декодировать этот формат; о файле это ничего плохого не говорит.</translation>
    </message>
    <message>
        <source>No verdict: {reason}</source>
        <translation>Вердикта нет: {reason}</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Open on another device</source>
        <translation>Открыть на другом устройстве</translation>
    </message>
    <message>
        <source>A phone or another computer plays {name} and tells how it went.</source>
        <translation>Телефон или другой компьютер воспроизводит {name} и сообщает, что вышло.</translation>
    </message>
    <message>
        <source>Shared is this one file, and nothing else.</source>
        <translation>Доступен только этот файл и ничего больше.</translation>
    </message>
    <message>
        <source>Everyone in this network who has the link can open it.</source>
        <translation>Открыть его может любой в этой сети, у кого есть ссылка.</translation>
    </message>
    <message>
        <source>It is sent unencrypted: others in this network may be able to read it.</source>
        <translation>Файл передаётся без шифрования: другие в этой сети могут его прочитать.</translation>
    </message>
    <message numerus="yes">
        <source>It ends when you stop it, when this dialog is closed, or after %n minute(s) without use.</source>
        <translation>
            <numerusform>Доступ закончится, когда вы его остановите, закроете это окно или через %n минуту без обращений.</numerusform>
            <numerusform>Доступ закончится, когда вы его остановите, закроете это окно или через %n минуты без обращений.</numerusform>
            <numerusform>Доступ закончится, когда вы его остановите, закроете это окно или через %n минут без обращений.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>Address at which the file is shared</source>
        <translation>Адрес, по которому доступен файл</translation>
    </message>
    <message>
        <source>Devices that opened the link</source>
        <translation>Устройства, открывшие ссылку</translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation>&amp;Поделиться</translation>
    </message>
    <message>
        <source>S&amp;top sharing</source>
        <translation>&amp;Остановить доступ</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Файл читается…</translation>
    </message>
    <message>
        <source>Nobody used the link any more, so it was closed.</source>
        <translation>Ссылкой больше никто не пользовался, она закрыта.</translation>
    </message>
    <message>
        <source>The link is closed.</source>
        <translation>Ссылка закрыта.</translation>
    </message>
    <message>
        <source>This address may be reachable from outside your own network.</source>
        <translation>Этот адрес может быть доступен и вне вашей сети.</translation>
    </message>
</context>
<context>
    <name>SlotsField</name>
    <message>
        <source>Files converted at a time</source>
        <translation>Файлов одновременно</translation>
    </message>
    <message>
        <source>How many files are converted at a time; may be changed while they run</source>
        <translation>Сколько файлов преобразуется одновременно; можно менять на ходу</translation>
    </message>
    <message>
        <source>Auto ({count})</source>
        <translation>Авто ({count})</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
</context>
<context>
    <name>StreamCommands</name>
    <message>
        <source>&amp;Page in our player</source>
        <translation>&amp;Страница с нашим проигрывателем</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;HLS playlist</source>
        <translation>Плейлист &amp;HLS</translation>
    </message>
    <message>
        <source>&amp;DASH manifest</source>
        <translation>Манифест &amp;DASH</translation>
    </message>
    <message>
        <source>&amp;Live socket</source>
        <translation>Со&amp;кет эфира</translation>
    </message>
    <message>
        <source>Simple page with &amp;chunks</source>
        <translation>Простая страница с &amp;чанками</translation>
    </message>
    <message>
        <source>&amp;Segments as JSON</source>
        <translation>С&amp;егменты в JSON</translation>
    </message>
    <message>
        <source>S&amp;tatus as JSON</source>
        <translation>С&amp;остояние в JSON</translation>
    </message>
    <message>
        <source>Copied. It works on this machine only.</source>
        <translation>Скопировано. Работает только на этом компьютере.</translation>
    </message>
</context>
<context>
    <name>StreamDetails</name>
    <message>
        <source>Viewers of the stream</source>
        <translation>Зрители потока</translation>
    </message>
    <message>
        <source>on air for {time}</source>
        <translation>в эфире {time}</translation>
    </message>
    <message>
        <source>Select a stream to see who watches it.</source>
        <translation>Выберите поток, чтобы увидеть, кто его смотрит.</translation>
    </message>
    <message>
        <source>Nobody can watch it now.</source>
        <translation>Сейчас его нельзя смотреть.</translation>
    </message>
    <message>
        <source>Nobody watches. Play it here, or copy an address for another player.</source>
        <translation>Никто не смотрит. Воспроизведите его здесь или скопируйте адрес для другого плеера.</translation>
    </message>
    <message>
        <source>The stream failed.</source>
        <translation>Поток не удался.</translation>
    </message>
    <message>
        <source>Start tries it once more.</source>
        <translation>«Старт» попробует ещё раз.</translation>
    </message>
</context>
<context>
    <name>StreamDock</name>
    <message>
        <source>Streams</source>
        <translation>Потоки</translation>
    </message>
</context>
<context>
    <name>StreamGraph</name>
    <message>
        <source>Rate and delay of the last minute</source>
        <translation>Скорость и отставание за последнюю минуту</translation>
    </message>
    <message>
        <source>Sent: {rate}</source>
        <translation>Отправка: {rate}</translation>
    </message>
    <message>
        <source>Behind: {time}</source>
        <translation>Отставание: {time}</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Последняя минута</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>Stream</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>Зрители</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
</context>
<context>
    <name>StreamPlayer</name>
    <message>
        <source>Close the player</source>
        <translation>Закрыть проигрыватель</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>Воспроизводится: {name}</translation>
    </message>
    <message>
        <source>The player stopped.</source>
        <translation>Проигрыватель остановился.</translation>
    </message>
</context>
<context>
    <name>StreamPlural</name>
    <message numerus="yes">
        <source>%n viewer(s)</source>
        <translation>
            <numerusform>%n зритель</numerusform>
            <numerusform>%n зрителя</numerusform>
            <numerusform>%n зрителей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) are still running.</source>
        <translation>
            <numerusform>Ещё идёт %n поток.</numerusform>
            <numerusform>Ещё идут %n потока.</numerusform>
            <numerusform>Ещё идут %n потоков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of pictures left out</source>
        <translation>
            <numerusform>пропущен %n GOP</numerusform>
            <numerusform>пропущены %n GOP</numerusform>
            <numerusform>пропущено %n GOP</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamRoom</name>
    <message>
        <source>Streams</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>New stream</source>
        <translation>Новый поток</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Play an address: vod://NAME</source>
        <translation>Воспроизвести по адресу: vod://ИМЯ</translation>
    </message>
    <message>
        <source>Address of a stream to be played</source>
        <translation>Адрес потока для воспроизведения</translation>
    </message>
    <message>
        <source>Hide the streams; they go on</source>
        <translation>Скрыть потоки; они продолжатся</translation>
    </message>
    <message>
        <source>Nothing is streamed yet</source>
        <translation>Потоков пока нет</translation>
    </message>
    <message>
        <source>Drop files here, or press New. Only this machine can open the addresses.</source>
        <translation>Перетащите сюда файлы или нажмите «Новый». Открыть адреса может только этот компьютер.</translation>
    </message>
</context>
<context>
    <name>Streams</name>
    <message>
        <source>Stream a test picture</source>
        <translation>Поток с тестовым изображением</translation>
    </message>
    <message>
        <source>Stream a camera</source>
        <translation>Поток с камеры</translation>
    </message>
    <message>
        <source>Stream the screen</source>
        <translation>Поток с экрана</translation>
    </message>
    <message>
        <source>Stream a microphone</source>
        <translation>Поток с микрофона</translation>
    </message>
    <message>
        <source>Stream {name} live</source>
        <translation>Прямой эфир: {name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Камера не найдена.</translation>
    </message>
    <message>
        <source>No screen can be taken here.</source>
        <translation>Снять экран здесь нельзя.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Микрофон не найден.</translation>
    </message>
    <message>
        <source>The recording is finished: {name}.</source>
        <translation>Запись закончена: {name}.</translation>
    </message>
    <message>
        <source>No fault was found. It is in the list, and streamed as a file.</source>
        <translation>Ошибок не найдено. Она в списке и передаётся как файл.</translation>
    </message>
    <message>
        <source>File, each viewer for themselves</source>
        <translation>Файл, каждый зритель сам по себе</translation>
    </message>
    <message>
        <source>File, all at the same moment</source>
        <translation>Файл, у всех один момент</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Прямой эфир</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Воспроизведение</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Line too slow</source>
        <translation>Медленный канал</translation>
    </message>
    <message>
        <source>{rate} Gbit/s</source>
        <translation>{rate} Гбит/с</translation>
    </message>
    <message>
        <source>{rate} Mbit/s</source>
        <translation>{rate} Мбит/с</translation>
    </message>
    <message>
        <source>{rate} kbit/s</source>
        <translation>{rate} кбит/с</translation>
    </message>
    <message>
        <source>Live socket</source>
        <translation>Сокет эфира</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Сегменты</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Чанки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Эта программа</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>Сохранён как {name}.</translation>
    </message>
</context>
<context>
    <name>SupportTable</name>
    <message>
        <source>Results of these presets</source>
        <translation>Результаты этих пресетов</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>MediaSource takes it, but mediaCapabilities says it is not decoded.</source>
        <translation>MediaSource принимает, но mediaCapabilities говорит, что это не декодируется.</translation>
    </message>
    <message>
        <source>MediaSource does not take it, though mediaCapabilities says it is decoded.</source>
        <translation>MediaSource не принимает, хотя mediaCapabilities говорит, что это декодируется.</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Why, and what helps</source>
        <translation>Почему и что поможет</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>Прогноз, без воспроизведения</translation>
    </message>
    <message>
        <source>Being checked in real engines…</source>
        <translation>Проверяется в настоящих движках…</translation>
    </message>
    <message>
        <source>Waits to be checked.</source>
        <translation>Ждёт проверки.</translation>
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
        <source>Not played: {engines} was not tested.</source>
        <translation>Не воспроизведён, проверки не было: {engines}.</translation>
    </message>
    <message>
        <source>Not played: there is no browser to ask. See Browsers and engines in the Tools menu.</source>
        <translation>Не воспроизведён: некого опрашивать, браузеров нет. См. «Браузеры и движки» в меню «Инструменты».</translation>
    </message>
    <message>
        <source>As predicted.</source>
        <translation>Прогноз сбылся.</translation>
    </message>
    <message>
        <source>Played on {date}</source>
        <translation>Воспроизведён {date}</translation>
    </message>
    <message>
        <source>Checked on {date}</source>
        <translation>Проверен {date}</translation>
    </message>
    <message>
        <source>the built-in player</source>
        <translation>встроенный проигрыватель</translation>
    </message>
</context>
<context>
    <name>VerdictFoot</name>
    <message>
        <source>What helps</source>
        <translation>Что поможет</translation>
    </message>
    <message>
        <source>A sound copy can be made without encoding; this file stays as it is.</source>
        <translation>Исправную копию можно сделать без перекодирования; этот файл не меняется.</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Copying cannot cure this; encoding again does.</source>
        <translation>Копирование этого не исправит; поможет перекодирование.</translation>
    </message>
    <message>
        <source>For what is left, it must be encoded again.</source>
        <translation>Для остального нужно перекодировать.</translation>
    </message>
    <message>
        <source>Use preset “{name}”</source>
        <translation>Взять пресет «{name}»</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Check in browsers</source>
        <translation>Проверить в браузерах</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Сохранить отчёт…</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict on the file</source>
        <translation>Вердикт о файле</translation>
    </message>
    <message>
        <source>Select a finished file, or a WebM, MP4 or Matroska file.</source>
        <translation>Выберите готовый файл или файл WebM, MP4 или Matroska.</translation>
    </message>
    <message>
        <source>Being checked in real engines…</source>
        <translation>Проверяется в настоящих движках…</translation>
    </message>
    <message>
        <source>Cannot be examined</source>
        <translation>Анализ невозможен</translation>
    </message>
    <message>
        <source>The file is being examined…</source>
        <translation>Файл анализируется…</translation>
    </message>
    <message>
        <source>Not examined yet.</source>
        <translation>Ещё не проанализирован.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>It is checked as soon as it is its turn.</source>
        <translation>Проверка начнётся, когда дойдёт очередь.</translation>
    </message>
    <message>
        <source>Rendition “{name}”</source>
        <translation>Вариант «{name}»</translation>
    </message>
    <message>
        <source>Predicted, not played</source>
        <translation>Прогноз, без воспроизведения</translation>
    </message>
    <message>
        <source>Asked of real engines</source>
        <translation>Опрошены настоящие движки</translation>
    </message>
    <message>
        <source>Played in real engines</source>
        <translation>Воспроизведён в настоящих движках</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Не проверялись</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>{engine} (predicted)</source>
        <translation>{engine} (прогноз)</translation>
    </message>
</context>
<context>
    <name>ViewerModel</name>
    <message>
        <source>Groups of pictures that were left out because the line is too slow</source>
        <translation>GOP, пропущенные из-за медленного канала</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Зритель</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Буфер</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Отставание</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>The line carries less than the stream needs.</source>
        <translation>Пропускной способности канала не хватает для потока.</translation>
    </message>
</context>
<context>
    <name>WhenDoneButton</name>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Сон</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation>Выполнить команду…</translation>
    </message>
    <message>
        <source>When done: {action}</source>
        <translation>Затем: {action}</translation>
    </message>
    <message>
        <source>What happens when the queue has nothing left to do</source>
        <translation>Что сделать, когда очередь закончится</translation>
    </message>
    <message>
        <source>Run a command when done</source>
        <translation>Команда после завершения</translation>
    </message>
    <message>
        <source>Program and arguments, with quotation marks around what holds spaces.
{done} and {failed} become the numbers of files.</source>
        <translation>Программа и аргументы; то, что с пробелами, в кавычках.
{done} и {failed} станут числами файлов.</translation>
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
        <source>Waiting</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Преобразуется</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
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
        <source>Done, with warnings</source>
        <translation>Готово, с предупреждениями</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неполный</translation>
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
        <source>Interrupted</source>
        <translation>Прерван</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>Только проверка</translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation>Отложен вами</translation>
    </message>
    <message>
        <source>The source changed since it was added</source>
        <translation>Источник изменился после добавления</translation>
    </message>
    <message>
        <source>A file of this name exists already</source>
        <translation>Файл с таким именем уже есть</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>Мало места на диске</translation>
    </message>
    <message>
        <source>The drive is gone</source>
        <translation>Диск недоступен</translation>
    </message>
    <message>
        <source>The program ended twice while it ran</source>
        <translation>Программа дважды прервалась на нём</translation>
    </message>
    <message>
        <source>Is not converted</source>
        <translation>Не преобразуется</translation>
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
        <source>has faults</source>
        <translation>с дефектами</translation>
    </message>
    <message>
        <source>in {engine}</source>
        <translation>в {engine}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>cannot decode it here</source>
        <translation>здесь не декодируется</translation>
    </message>
    <message>
        <source>no engine asked</source>
        <translation>движки не опрошены</translation>
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
        <source>gave no answer in time</source>
        <translation>не ответил вовремя</translation>
    </message>
    <message>
        <source>was not tested</source>
        <translation>не проверялся</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>К&amp;уда записать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n готов</numerusform>
            <numerusform>%n готовы</numerusform>
            <numerusform>%n готовы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with warnings</source>
        <translation>
            <numerusform>%n с предупреждениями</numerusform>
            <numerusform>%n с предупреждениями</numerusform>
            <numerusform>%n с предупреждениями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n неполный</numerusform>
            <numerusform>%n неполных</numerusform>
            <numerusform>%n неполных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n с ошибкой</numerusform>
            <numerusform>%n с ошибкой</numerusform>
            <numerusform>%n с ошибкой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n отменён</numerusform>
            <numerusform>%n отменены</numerusform>
            <numerusform>%n отменены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страницы настроек</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>Файлов одновременно</translation>
    </message>
    <message>
        <source>Give up without progress after</source>
        <translation>Прекратить без хода через</translation>
    </message>
    <message>
        <source>Keep free on the disk of results</source>
        <translation>Оставлять свободным на диске</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> МБ</translation>
    </message>
    <message>
        <source>The last two count from the next start of MSE Studio on.</source>
        <translation>Последние два действуют со следующего запуска MSE Studio.</translation>
    </message>
    <message>
        <source>For files you add from now on:</source>
        <translation>Для файлов, которые вы добавите:</translation>
    </message>
    <message>
        <source>Tell me when all is done or something goes wrong</source>
        <translation>Сообщить, когда всё готово или что-то не так</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Со звуком</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>As the system</source>
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
</context>
</TS>
