"""Takes what is private out of a text: home, user, folders, and if wished names of files."""

import getpass
import itertools
import json
import os
import re
import shlex
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

from studio.transcode.joblog import escaped

_KNOWN_TO_ALL = frozenset(
    {
        "", "/", "\\", "home", "Users", "tmp", "var", "private", "media", "run", "mnt", "Volumes",
        "usr", "opt", "bin", "lib", "srv", "Applications", "Program Files", "AppData",
        "Program Files (x86)", "ProgramData", "Library", "root", ".local", "share", ".config",
        ".cache",
    }
)  # fmt: skip
"""Folders that every machine has: they tell nothing."""

_SHORTEST_WORD = 3
"""A user or host of fewer letters is hidden in paths only: it is a part of too many words."""

_LOG_PATHS = re.compile(
    r"^(?:(?:source|target|result|kept): |to be named )(.+?)(?: \(\d+ bytes\))?$"
)
_HINT_PATH = re.compile(r"It is kept as (.+?)\. Close programs")
_HOMES = r"(?:/home/|/Users/|[A-Za-z]:(?:\\\\?|/)Users(?:\\\\?|/))[^/\\\s'\"<>:]+"
_NAME_END = r"(?=\.\w| \()"
_UNKNOWN = re.compile(r"(<home>(?:/|\\\\?))(?!<)[^\s'\"<>]+")


def paths_in_log(line: str) -> Iterator[Path]:
    """Yield the paths that a line of a job's log certainly is about."""
    for pattern in (_LOG_PATHS, _HINT_PATH):
        found = pattern.search(line)
        if found is not None:
            yield Path(found[1])


class Hider:
    """Replaces private parts by placeholders, the same part by the same one everywhere.

    Args:
        private: files and folders whose places must not be told.
        hide_names: also hide what the files are called.
    """

    def __init__(self, private: Iterable[Path], *, hide_names: bool = False) -> None:
        self._folders: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._folder_numbers, self._name_numbers = itertools.count(1), itertools.count(1)
        self._home = Path.home()
        forms: dict[str, str] = {}
        for path in (self._home, *private):
            for written, shown in self._places(path):
                forms.update((form, shown) for form in _forms(written))
        names: dict[str, str] = {}
        for path in private if hide_names else ():
            shown = self._name_placeholder(path)
            names.update((form, shown) for form in _forms(path.stem))
        self._shown_for = {**names, **forms}
        words = [re.escape(word) for word in _identities(self._home)]
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None
        known = [(form, "(?!\\w)") for form in forms]
        known += [(form, _NAME_END) for form in names]  # "done.webm", and not each "done"
        known.sort(key=lambda pair: len(pair[0]), reverse=True)
        parts = (re.escape(form) + end for form, end in known)
        self._pattern = re.compile("|".join((*parts, _HOMES)))

    def hide(self, text: str) -> str:
        """Return the text without what is private."""
        text = self._pattern.sub(lambda found: self._shown_for.get(found[0], "<home>"), text)
        text = _UNKNOWN.sub(r"\1<hidden>", text)
        if self._words is not None:
            text = self._words.sub("<user>", text)
        return text

    def _places(self, path: Path) -> Iterator[tuple[str, str]]:
        """Yield each folder above a path, up to the home, with what is shown in its place."""
        path = path.absolute()
        for folder in (path, *path.parents) if path == self._home else path.parents:
            shown = self._shown(folder)
            if shown != os.fspath(folder):
                yield os.fspath(folder), shown
            if folder == self._home:
                return

    def _shown(self, folder: Path) -> str:
        """Return a folder's path in placeholders."""
        if folder == self._home:
            return "<home>"
        if folder == folder.parent:
            return os.fspath(folder)
        above = self._shown(folder.parent)
        name = folder.name
        if name not in _KNOWN_TO_ALL:
            if name not in self._folders:
                self._folders[name] = f"<folder-{next(self._folder_numbers)}>"
            name = self._folders[name]
        return f"{above}{'' if above.endswith(os.sep) else os.sep}{name}"

    def _name_placeholder(self, path: Path) -> str:
        if path.stem not in self._names:
            self._names[path.stem] = f"<file-{next(self._name_numbers)}>"
        return self._names[path.stem]


def _forms(text: str) -> set[str]:
    """Return how a text may be written in a log, in a command line, in JSON or by ffmpeg."""
    plain = {text, escaped(text)}
    quoted = {shlex.quote(form)[1:-1] for form in plain if shlex.quote(form) != form}
    raw = os.fsencode(text).decode("utf-8", "replace")
    in_json = {json.dumps(form, ensure_ascii=False)[1:-1] for form in plain}
    as_bytes = {form.encode("utf-8", "backslashreplace").decode() for form in plain}
    slashes = {form.replace("\\", "/") for form in plain}
    return plain | quoted | in_json | as_bytes | slashes | {raw, escaped(raw)}


def _identities(home: Path) -> set[str]:
    """Return the names this user and this machine go by."""
    names = {home.name, socket.gethostname()}
    try:
        names.add(getpass.getuser())
    except (OSError, KeyError, ImportError):
        names.discard("")
    return {n for n in names if len(n) >= _SHORTEST_WORD and n not in _KNOWN_TO_ALL}
