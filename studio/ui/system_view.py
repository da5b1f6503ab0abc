"""The system's own web view in our window: Edge's engine on Windows, Safari's on macOS.

It decodes what the embedded engine of the wheels cannot (H.264, AAC) and plays the same page.
Importing this loads Qt's web view, so only those do who want one, before the application
object is made. Source: engines.md 5c; not tried on Windows or macOS.
"""

from PySide6.QtCore import QUrl
from PySide6.QtWebView import QtWebView, QWebView
from PySide6.QtWidgets import QVBoxLayout, QWidget


def prepare() -> None:
    """Get ready, before the application object is made."""
    QtWebView.initialize()


class SystemView(QWidget):
    """Shows one page of our server in the system's engine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = QWebView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QWidget.createWindowContainer(self._view, self))

    def open(self, url: str) -> None:
        """Show a page."""
        self._view.setUrl(QUrl(url))

    def run(self, script: str) -> None:
        """Run JavaScript in the page."""
        self._view.runJavaScript(script, lambda _: None)
