"""The system's own web view in our window: Edge's engine on Windows, Safari's on macOS.

It decodes what the embedded engine of the wheels cannot (H.264, AAC) and plays the same page.
Importing this loads Qt's web view, so only those do who want one, before the application
object is made. Source: engines.md 5c; not tried on Windows or macOS.
"""

from PySide6.QtCore import QUrl
from PySide6.QtWebView import QtWebView, QWebView, QWebViewSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

_Attribute = QWebViewSettings.WebAttribute
_OFF = (
    _Attribute.AllowFileAccess,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalStorageEnabled,
)
"""All that this kind of view lets a program forbid; the rest is the page's CSP."""


def prepare() -> None:
    """Get ready, before the application object is made."""
    QtWebView.initialize()


class SystemView(QWidget):
    """Shows one page of our server in the system's engine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = QWebView()
        for attribute in _OFF:
            self._view.settings().setAttribute(attribute, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QWidget.createWindowContainer(self._view, self))

    def open(self, url: str) -> None:
        """Show a page of our server.

        Raises:
            ValueError: the page is not one of this machine.
        """
        target = QUrl(url)
        if (target.scheme(), target.host()) != ("http", "127.0.0.1"):
            raise ValueError("only pages of our own server are shown")
        self._view.setUrl(target)

    def run(self, script: str) -> None:
        """Run JavaScript in the page."""
        self._view.runJavaScript(script, lambda _: None)
