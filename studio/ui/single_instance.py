"""One window per user: a later start hands its files to the first one and ends.

The lock decides who is first; the system frees it at death, however that came. The socket only
carries the message, so one that a killed window left behind is in nobody's way.
"""

import ctypes
import hashlib
import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from studio import paths
from studio.batch.lock import QueueLock

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
LONGEST_MESSAGE = 16 * 1024 * 1024
"""Bytes. Linux hands a program 2 MiB of arguments, which JSON makes six times as long."""
LONGEST_TOKEN = 512
PATIENCE_S = 8.0
"""How long a start waits for a window that has the lock and does not answer: it may be loading,
or stopping its jobs before it ends. One that is open answers at once."""
RETRY_S = 0.03
SILENCE_MS = 5000
"""A client that says nothing for so long is let go."""
LONGEST_SOCKET_PATH = 90
"""Bytes; the system's limit is 104 or 108, and Qt listens below a temporary folder first."""
TAKEN, REFUSED = b"taken\n", b"refused\n"
_ACTIVATION = "XDG_ACTIVATION_TOKEN"
_ANY_PROCESS = -1


@dataclass(frozen=True, slots=True)
class Message:
    """What a later start tells the first window.

    ``token`` is the desktop's permission to come to the front (Wayland); may be empty.
    """

    files: tuple[Path, ...]
    token: str = ""


def encode(message: Message) -> bytes:
    """Return a message as one line; names that are not text survive as escapes."""
    data = {
        "schema": SCHEMA_VERSION,
        "files": [os.fspath(path) for path in message.files],
        "token": message.token,
    }
    return json.dumps(data).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message of a line.

    Raises:
        ValueError: it is not one of ours.
    """
    data = json.loads(line.decode("ascii"))
    if not isinstance(data, dict) or data.get("schema") != SCHEMA_VERSION:
        raise ValueError("another schema")
    files, token = data.get("files"), data.get("token", "")
    if not isinstance(files, list) or not all(isinstance(name, str) for name in files):
        raise ValueError("files are not a list of names")
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN or "\0" in token:
        raise ValueError("not a token")
    found = tuple(Path(name) for name in files)
    if any("\0" in name for name in files) or not all(path.is_absolute() for path in found):
        raise ValueError("not an absolute path")
    return Message(found, token)


def server_name(folder: Path) -> str:
    """Return the socket's name for the user data in ``folder``: a path where that fits."""
    socket = folder.absolute() / "window.sock"
    if sys.platform != "win32" and len(os.fsencode(socket)) <= LONGEST_SOCKET_PATH:
        return os.fspath(socket)
    digest = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:24]
    return f"mse-studio-{digest}"


def hand_over(files: Sequence[Path], *, folder: Path, patience_s: float = PATIENCE_S) -> bool:
    """Give files to the window that is open already; it comes to the front.

    Works without an application object.

    Args:
        files: made absolute here, for the first window has another working folder.
        folder: the user data that both work on.
        patience_s: seconds the window may take to answer.

    Returns:
        False when nobody took them.
    """
    _let_others_come_to_the_front()
    absolute = tuple(Path(file).absolute() for file in files)
    line = encode(Message(absolute, os.environ.get(_ACTIVATION, "")[:LONGEST_TOKEN]))
    return _say(server_name(folder), line, patience_s) == TAKEN


def _say(name: str, line: bytes, patience_s: float) -> bytes | None:
    """Return the answer, None when nobody listens or answers."""
    end = time.monotonic() + patience_s

    def left_ms() -> int:
        return max(1, round((end - time.monotonic()) * 1000))

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(left_ms()):
        return None
    socket.write(QByteArray(line))
    while socket.bytesToWrite():
        if not socket.waitForBytesWritten(left_ms()):
            return None
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(left_ms()):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer or None


class InstanceServer(QObject):
    """Listens for later starts, of this user only."""

    files_received = Signal(object)
    """Somebody started the program again with these files (list[Path]), perhaps none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, folder: Path) -> bool:
        """Listen for starts with the user data in ``folder``; call it only with the lock held.

        A socket that a killed window left is taken over.
        """
        name = server_name(folder)
        QLocalServer.removeServer(name)
        if self._server.listen(name):
            return True
        log.warning("later starts cannot reach this window: %s", self._server.errorString())
        return False

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            client = _Client(socket, self)
            client.told.connect(self._on_told)
            client.listen()

    def _on_told(self, message: Message) -> None:
        if message.token:
            os.environ[_ACTIVATION] = message.token  # Qt spends it when a window is raised
        self.files_received.emit(list(message.files))


class _Client(QObject):
    """One later start: reads its line, answers, goes."""

    told = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket, self._heard = socket, bytearray()
        socket.setParent(self)
        socket.setReadBufferSize(1024 * 1024)
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(self.deleteLater)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._leave)

    def listen(self) -> None:
        """Hear what has come already, and what follows."""
        self._silence.start(SILENCE_MS)
        self._on_ready()

    def _leave(self) -> None:
        self._socket.abort()

    def _on_ready(self) -> None:
        self._heard += self._socket.readAll().data()
        if len(self._heard) > LONGEST_MESSAGE:
            log.warning("a message of another program was too long")
            self._socket.abort()
        elif self._heard.endswith(b"\n"):
            self._answer(bytes(self._heard))

    def _answer(self, line: bytes) -> None:
        try:
            message = decode(line)
        except (ValueError, RecursionError) as error:
            log.warning("a message of another program was refused: %s", error)
            self._socket.write(QByteArray(REFUSED))
        else:
            self._socket.write(QByteArray(TAKEN))
            self.told.emit(message)
        self._socket.disconnectFromServer()


class Place:
    """The right to be the window of this user's data, held until death or ``leave``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_taken = False
        self._lock = QueueLock(folder / "window")

    def take(self) -> bool:
        """Take it; False when another window has it.

        A folder that cannot be written has no lock: then every start is a window of its own.
        """
        try:
            self.is_taken = self._lock.acquire()
        except OSError as error:
            log.warning("the window's lock cannot be made: %s", error)
            self.is_taken = True
        return self.is_taken

    def leave(self) -> None:
        """Let another start be the window."""
        self._lock.release()
        self.is_taken = False


def take_place(files: Sequence[Path], *, patience_s: float = PATIENCE_S) -> Place | None:
    """Become the window of this user's data, or hand ``files`` to the one there is.

    Returns:
        None when they were handed over: there is nothing left to do. A place that is not taken
        when another window has it and does not answer.
    """
    place = Place(paths.user_data_dir())
    end = time.monotonic() + patience_s
    while not place.take() and (left_s := end - time.monotonic()) > 0:
        if hand_over(files, folder=place.folder, patience_s=left_s):
            return None
        time.sleep(RETRY_S)  # the other one is about to listen, or about to end
    return place


def _let_others_come_to_the_front() -> None:
    """Windows lets a program raise its window only with leave of the one in front: us."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
