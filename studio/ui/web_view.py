"""The one place that makes a web view: hardened, and bound to our own server.

A page in it can reach nothing but the origin it was opened on: no other address, no file,
no window, no download, no permission, no storage. Source: faults.md 5.2.
"""

import logging
import re

import shiboken6
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from studio.ui.engine_environment import ensure_engine_may_start

log = logging.getLogger(__name__)

_LOOPBACK = "127.0.0.1"
_SECRET = re.compile(r"/(?:t|once)/[\w-]+")

_Attribute = QWebEngineSettings.WebAttribute
_ON = (_Attribute.FullScreenSupportEnabled,)
_OFF = (
    # Set although it reads as False: unmuted play() is refused until it is (engines.md 1).
    _Attribute.PlaybackRequiresUserGesture,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.LocalStorageEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.WebGLEnabled,
)


_NO_PEERS = """
const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"];
for (const name of names)
  delete globalThis[name];
"""
"""They open connections that no guard of requests is asked about (measured)."""


def without_secret(text: str) -> str:
    """Return the text with the server's secret path cut out, fit for a log."""
    return _SECRET.sub("/t/...", text)


def _origin(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port()


class _OriginGuard(QWebEngineUrlRequestInterceptor):
    """Blocks every request that does not go to the one origin."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.origin: tuple[str, str, int] | None = None

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        kind = info.resourceType()
        main = kind == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeMainFrame
        inner = not main and url.scheme() in {"blob", "data"}
        if not inner and not self._is_ours(url, main=main):
            info.block(True)
            log.info("blocked a request of the page to %s", url.host() or url.scheme())

    def _is_ours(self, url: QUrl, *, main: bool) -> bool:
        """Tell whether a request goes to the origin; a WebSocket there counts, too."""
        scheme, host, port = _origin(url)
        if not main and scheme == "ws":
            scheme = "http"
        return (scheme, host, port) == self.origin


class _Page(QWebEnginePage):
    """A page that stays where it is and asks for nothing."""

    def __init__(self, profile: QWebEngineProfile, guard: _OriginGuard, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._guard = guard
        for attribute in _ON:
            self.settings().setAttribute(attribute, True)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)
        self.scripts().insert(_no_peers())
        self.permissionRequested.connect(_deny)
        self.certificateError.connect(_reject_certificate)
        self.registerProtocolHandlerRequested.connect(_reject_handler)
        self.fileSystemAccessRequested.connect(_reject_file_system)

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main_frame: bool, /
    ) -> bool:
        return is_main_frame and _origin(QUrl(url)) == self._guard.origin

    def createWindow(self, _kind: QWebEnginePage.WebWindowType, /) -> QWebEnginePage:
        return None  # type: ignore[return-value]  # Qt's way to say: no window

    def chooseFiles(self, *_args: object) -> list[str]:
        return []

    def javaScriptAlert(self, _origin: QUrl | str, _text: str, /) -> None:
        log.info("the page wanted to show a message")

    def javaScriptConfirm(self, _origin: QUrl | str, _text: str, /) -> bool:
        return False

    def javaScriptPrompt(
        self, _origin: QUrl | str, _text: str, _default: str, /
    ) -> tuple[bool, str]:
        return False, ""

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
        /,
    ) -> None:
        loud = level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel
        place = without_secret(source).rpartition("/")[2]
        text = without_secret(message)
        log.log(logging.WARNING if loud else logging.DEBUG, "page: %s:%d %s", place, line, text)


def _no_peers() -> QWebEngineScript:
    """Return a script that every frame runs before any of its own."""
    script = QWebEngineScript()
    script.setName("no-peers")
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    script.setSourceCode(_NO_PEERS)
    return script


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject_certificate(error: QWebEngineCertificateError) -> None:
    error.rejectCertificate()


def _reject_handler(request: QWebEngineRegisterProtocolHandlerRequest) -> None:
    request.reject()


def _reject_file_system(request: QWebEngineFileSystemAccessRequest) -> None:
    request.reject()


def _cancel_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


class PlayerView(QWebEngineView):
    """A web view for our own pages.

    ``full_screen_wanted`` tells the window that the page wants to fill the screen (True),
    or no longer (False). Call ``dispose`` before the application ends.

    Raises:
        EngineError: the engine cannot be used in this environment.
    """

    full_screen_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        ensure_engine_may_start()
        super().__init__(parent)
        self._profile: QWebEngineProfile | None = QWebEngineProfile()  # off the record
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
        self._profile.setPersistentCookiesPolicy(
            QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        )
        self._profile.downloadRequested.connect(_cancel_download)
        self._guard = _OriginGuard(self)
        self._profile.setUrlRequestInterceptor(self._guard)
        page = _Page(self._profile, self._guard, self)
        page.fullScreenRequested.connect(self._on_full_screen)
        self.setPage(page)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.loadFinished.connect(self._refuse_drops)

    def open(self, url: str) -> None:
        """Show a page of our server; from then on only its origin can be reached.

        Raises:
            ValueError: the page is not one of this machine.
        """
        target = QUrl(url)
        if target.scheme() != "http" or target.host() != _LOOPBACK:
            raise ValueError("only pages of our own server are shown")
        self._guard.origin = _origin(target)
        self.setUrl(target)

    def set_background(self, colour: QColor) -> None:
        """Colour shown until the page is there."""
        self.page().setBackgroundColor(colour)

    def call_player(self, script: str) -> None:
        """Run ``window.studioPlayer.<script>``, such as ``pause()`` or ``seek(1.5)``."""
        self.page().runJavaScript(f"window.studioPlayer && window.studioPlayer.{script}")

    def dispose(self) -> None:
        """Let the page go, then its profile; Qt complains about the other order."""
        profile, self._profile = self._profile, None
        if profile is None:
            return
        shiboken6.delete(self.page())
        shiboken6.delete(profile)

    def _refuse_drops(self) -> None:
        """Leave drops to the window; the widget that shows the page comes with the page."""
        for child in self.findChildren(QWidget):
            child.setAcceptDrops(False)

    def _on_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.accept()
        self.full_screen_wanted.emit(request.toggleOn())
