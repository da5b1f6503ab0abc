"""README.txt of a bundle, in the user's language: for whoever puts it on a server."""

from collections.abc import Sequence

LANGUAGES = ("en", "zh", "ru")

_ENGLISH = """\
{title}

What is here
  index.html       a page that plays everything here; it needs nothing from elsewhere
  page/            its script and style
  bundle.json      what the page plays: types, files, and where each segment begins
  media/           {items}
  server/          what nginx, Apache and Caddy need to know: MIME types and CORS
  report/          whether it plays, and in which browsers that was tried
  SHA256SUMS       checksums; "sha256sum -c SHA256SUMS" compares them

How to use it
  1. Copy the whole folder to any web server. It works in every folder of a site.
  2. Add the lines of the file in server/ that is for your server, and load its settings anew.
  3. Open index.html there. Opened as a file, without a server, browsers play nothing.
  To try it on this computer: run "python3 -m http.server" in this folder, then open
  http://localhost:8000/ in a browser.

For players of your own
{links}
  Media on another origin than the page need the CORS lines. Servers should answer byte
  ranges (206); the page here also plays without, but jumps about more slowly.
"""

_CHINESE = """\
{title}

内容
  index.html       播放全部内容的网页，不依赖任何外部资源
  page/            网页的脚本和样式
  bundle.json      网页播放的内容：类型、文件以及每个分段的位置
  media/           {items}
  server/          nginx、Apache 和 Caddy 所需的设置：MIME 类型和 CORS
  report/          能否播放，以及在哪些浏览器中试过
  SHA256SUMS       校验和；用 “sha256sum -c SHA256SUMS” 核对

使用方法
  1. 将整个文件夹复制到任意网页服务器，放在站点的任何目录下都可以。
  2. 加入 server/ 中与您的服务器对应的设置，并重新加载服务器设置。
  3. 在服务器上打开 index.html。不经服务器直接打开文件时，浏览器不会播放。
  在本机试用：在此文件夹中运行 “python3 -m http.server”，然后在浏览器中打开
  http://localhost:8000/。

用于您自己的播放器
{links}
  媒体与网页不同源时需要 CORS 设置。服务器应支持字节范围请求（206）；
  不支持时，这里的网页仍可播放，只是跳转较慢。
"""

_RUSSIAN = """\
{title}

Что здесь
  index.html       страница, которая всё воспроизводит; ничего со стороны ей не нужно
  page/            её скрипт и стиль
  bundle.json      что воспроизводит страница: типы, файлы и где начинается каждый сегмент
  media/           {items}
  server/          что нужно знать nginx, Apache и Caddy: типы MIME и CORS
  report/          воспроизводится ли это и в каких браузерах проверено
  SHA256SUMS       контрольные суммы; сравнить: «sha256sum -c SHA256SUMS»

Как пользоваться
  1. Скопируйте всю папку на любой веб-сервер, в любой каталог сайта.
  2. Добавьте строки из файла в server/ для вашего сервера и перечитайте его настройки.
  3. Откройте там index.html. Если открыть её как файл, без сервера, браузер ничего не покажет.
  Чтобы попробовать на этом компьютере, запустите в этой папке «python3 -m http.server»
  и откройте в браузере http://localhost:8000/.

Для своих плееров
{links}
  Если медиафайлы лежат не там, где страница, нужны строки CORS. Сервер должен отвечать на
  запросы диапазонов (206); эта страница работает и без них, но перематывает медленнее.
"""

_TEXTS = {"en": _ENGLISH, "zh": _CHINESE, "ru": _RUSSIAN}


def readme(title: str, items: Sequence[str], links: Sequence[str], language: str) -> str:
    """Return the text; a language that is not known gets English.

    Args:
        title: the bundle's name.
        items: names of the films.
        links: paths of playlists and files, below the bundle.
        language: ``en``, ``zh``, ``ru``, or a tag that begins so.
    """
    text = _TEXTS.get(language[:2].lower(), _ENGLISH)
    rows = "\n".join(f"  {link}" for link in links)
    return text.format(title=title, items=", ".join(items), links=rows)
