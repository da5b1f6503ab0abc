"""The dock "Streams": hidden until streams are used, then where the user left it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners
from studio.ui.chrome import Chrome
from studio.ui.desk import Desk
from studio.ui.file_table import FileTable
from studio.ui.player_frame import WebViewFactory
from studio.ui.stream_commands import StreamCommands
from studio.ui.stream_desk import StreamDesk
from studio.ui.stream_room import StreamRoom
from studio.ui.theme import Theme

SHORTCUT = "Ctrl+Shift+S"
FIRST_HEIGHT = 320


class StreamDock(QDockWidget):
    """Holds the streams room and all that works for it; ``stop`` ends every stream."""

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        desk: Desk,
        *,
        actions: Actions,
        chrome: Chrome,
        table: FileTable,
        banners: Banners,
        make_view: WebViewFactory,
    ) -> None:
        super().__init__(window)
        self._main, self._chrome = window, chrome
        self._was_sized = False
        self.setObjectName("streamDock")
        self.setTitleBarWidget(QWidget())
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.streams = StreamDesk(desk.player, desk.toolbox, self)
        self.room = StreamRoom(theme, actions, make_view, chrome.stream_menus)
        self.setWidget(self.room)
        self.commands = StreamCommands(
            window,
            actions,
            desk,
            table,
            streams=self.streams,
            room=self.room,
            banners=banners,
        )
        self.toggleViewAction().setShortcut(QKeySequence(SHORTCUT))
        self._connect()
        self._name()

    def _connect(self) -> None:
        self.commands.shown.connect(self.open_room)
        self.room.close_wanted.connect(self.hide)
        self.visibilityChanged.connect(self.streams.set_watched)
        _, copy = self._chrome.stream_menus
        copy.aboutToShow.connect(lambda: self.commands.fill_copy_menu(copy))
        self.room.list.customContextMenuRequested.connect(self._show_menu)

    def join(self) -> None:
        """Stand below the list of files, hidden; the window calls it once it is laid out."""
        self._main.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self.hide()

    def open_room(self) -> None:
        """Be seen."""
        if not self.isHidden():
            return
        self.show()
        if not self._was_sized:
            self._was_sized = True
            self._main.resizeDocks([self], [FIRST_HEIGHT], Qt.Orientation.Vertical)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self.toggleViewAction().setText(self.tr("Streams"))

    def _show_menu(self, position: object) -> None:
        menu = QMenu(self.room.list)
        self._chrome.fill_stream_menu(menu)
        menu.exec(self.room.list.viewport().mapToGlobal(position))  # type: ignore[call-overload]
        menu.deleteLater()

    def may_close(self, converting: int) -> bool:
        """Ask once, where files are converted or streams run.

        Args:
            converting: files that are converted just now.
        """
        running = self.streams.running
        if not running:
            return not converting or dialogs.ask_to_stop(self._main, converting)
        recordings = self.streams.recording
        return dialogs.ask_to_stop(self._main, converting, streams=running, recordings=recordings)

    def stop(self, *, wait: bool) -> None:
        """End the player, every stream and every thread; what is recorded is finished."""
        self.room.player.dispose()
        self.commands.stop(wait=wait)
        self.streams.stop(wait=wait)
