"""Languages of the window: translations are loaded and changed while it runs."""

import logging
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

SYSTEM = "system"
CHOICES: tuple[tuple[str, str], ...] = (
    ("en", "English"),
    ("zh_CN", "简体中文"),
    ("ru", "Русский"),
)
"""Code and own name of each language; the own name is never translated."""


class Languages(QObject):
    """Installs the translators of one language into the application."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        super().__init__(application)
        self._application, self._folder = application, folder
        self._installed: list[QTranslator] = []
        self._system = QLocale.system()
        self.code = "en"
        """Code of the language that is shown (``en``, ``zh_CN``, ``ru``)."""

    def apply(self, choice: str) -> None:
        """Show this language at once; ``system`` takes the system's, or English."""
        self.code = self._resolve(choice)
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(self._locale())
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"qtbase_{self.code}", qt_folder, must=False)
        self._install(f"studio_{self.code}", self._folder, must=True)

    def _resolve(self, choice: str) -> str:
        known = [code for code, _ in CHOICES]
        if choice in known:
            return choice
        names = [self._system.name(), *self._system.uiLanguages()]
        for name in names:
            language = name.replace("-", "_").split("_", maxsplit=1)[0]
            for code in known:
                if code.split("_", maxsplit=1)[0] == language:
                    return code
        return "en"

    def _locale(self) -> QLocale:
        """Numbers as in the language; the system's own form where it is that language."""
        wanted = QLocale(self.code)
        return self._system if self._system.language() == wanted.language() else wanted

    def _install(self, name: str, folder: Path, *, must: bool) -> None:
        translator = QTranslator(self)
        if translator.load(name, str(folder)):
            self._application.installTranslator(translator)
            self._installed.append(translator)
        elif must:
            log.warning("translation %s is missing; run build/dev.py setup", name)
