"""The few questions and boxes of the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from studio.ui import stream_words, words
from studio.ui.entry import CHECKED_SUFFIXES
from studio.ui.found_files import MEDIA_SUFFIXES


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose media files; empty when they did not."""
    title = QCoreApplication.translate("Dialogs", "Add files")
    media = QCoreApplication.translate("Dialogs", "Video and audio")
    every = QCoreApplication.translate("Dialogs", "All files")
    patterns = " ".join(f"*{suffix}" for suffix in sorted(MEDIA_SUFFIXES))
    kinds = f"{media} ({patterns});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in chosen]


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose a folder; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Add folder")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def ask_program(parent: QWidget) -> Path | None:
    """Let the user choose the ffmpeg program; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Choose ffmpeg")
    chosen, _ = QFileDialog.getOpenFileName(parent, title)
    return Path(chosen) if chosen else None


def ask_preset(parent: QWidget) -> Path | None:
    """Let the user choose a preset file; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Import preset")
    kind = QCoreApplication.translate("Dialogs", "Presets")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", f"{kind} (*.json)")
    return Path(chosen) if chosen else None


def ask_queue_to_import(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose an exported queue; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Import queue")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _queues())
    return Path(chosen) if chosen else None


def ask_queue_to_export(parent: QWidget, folder: Path) -> Path | None:
    """Let the user say where the queue is to be written; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Export queue")
    name = QCoreApplication.translate("Dialogs", "Queue")
    wanted = str(folder / f"{name}.json")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, wanted, _queues())
    return Path(chosen).with_suffix(".json") if chosen else None


def _queues() -> str:
    return f"{QCoreApplication.translate('Dialogs', 'Queues')} (*.json)"


def ask_bundle(parent: QWidget, folder: Path) -> Path | None:
    """Let the user say where a support bundle is to be written; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Save support bundle")
    kind = QCoreApplication.translate("Dialogs", "Support bundles")
    wanted = str(folder / "mse-studio-support.zip")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, wanted, f"{kind} (*.zip)")
    return Path(chosen).with_suffix(".zip") if chosen else None


def ask_repaired(parent: QWidget, wanted: Path) -> Path | None:
    """Let the user say where a repaired file is to be written; None when they did not.

    An existing file is not asked about: none is ever replaced, which is said afterwards.
    """
    title = QCoreApplication.translate("Dialogs", "Save the repaired file")
    kinds = f"*{wanted.suffix} (*{wanted.suffix})"
    quiet = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(wanted), kinds, options=quiet)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(wanted.suffix)


def ask_recording(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Let the user say where a recording is to be written; None when they did not.

    An existing file is not asked about: none is ever replaced, which is said afterwards.
    """
    title = QCoreApplication.translate("Dialogs", "Record the stream")
    movies = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
    wanted = str(Path(movies or Path.home()) / f"{name}{suffix}")
    quiet = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, wanted, f"*{suffix} (*{suffix})", options=quiet
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else Path(f"{path}{suffix}")


def ask_folder_for_broken(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose where broken variants are written; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Folder for the broken variants")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def ask_files_to_check(parent: QWidget, folder: Path) -> list[Path]:
    """Let the user choose files to be checked; empty when they did not."""
    title = QCoreApplication.translate("Dialogs", "Check files")
    media = QCoreApplication.translate("Dialogs", "WebM, MP4 and Matroska")
    every = QCoreApplication.translate("Dialogs", "All files")
    patterns = " ".join(f"*{suffix}" for suffix in sorted(CHECKED_SUFFIXES))
    kinds = f"{media} ({patterns});;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in chosen]


def ask_folder_to_check(parent: QWidget, folder: Path) -> Path | None:
    """Let the user choose a folder to be checked; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Check a folder")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def ask_report(parent: QWidget, wanted: Path) -> Path | None:
    """Let the user say where a report is to be written; None when they did not.

    Its suffix, or else the chosen kind, decides what it is: .html or .xml.
    """
    title = QCoreApplication.translate("Dialogs", "Save report")
    page = QCoreApplication.translate("Dialogs", "Page for any browser")
    page, junit = f"{page} (*.html)", "JUnit XML (*.xml)"
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(wanted), f"{page};;{junit}")
    if not chosen:
        return None
    suffix = ".xml" if kind == junit else ".html"
    path = Path(chosen)
    return path if path.suffix.lower() in (".html", ".htm", ".xml") else Path(f"{path}{suffix}")


def ask_source(parent: QWidget, lost: Path) -> Path | None:
    """Let the user say where a source is now; None when they did not."""
    title = QCoreApplication.translate("Dialogs", "Where is {name}?").format(name=lost.name)
    every = QCoreApplication.translate("Dialogs", "All files")
    kinds = f"*{lost.suffix} (*{lost.suffix});;{every} (*)" if lost.suffix else f"{every} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(lost.parent), kinds)
    return Path(chosen) if chosen else None


def ask_to_stop(parent: QWidget, running: int, *, streams: int = 0, recordings: int = 0) -> bool:
    """Ask whether to close although files are converted or streams run."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    what, then = [], []
    if running:
        what.append(words.Plural().still_running(running))
        then.append(
            QCoreApplication.translate(
                "Dialogs", "The queue is kept. What runs now begins anew at the next start."
            )
        )
    if streams:
        what.append(stream_words.StreamPlural().still_streaming(streams))
        then.append(QCoreApplication.translate("Dialogs", "Streams end with the window."))
    if recordings:
        then.append(QCoreApplication.translate("Dialogs", "What is recorded is finished first."))
    box.setText("\n".join(what))
    box.setInformativeText("\n".join(then))
    stop = box.addButton(
        QCoreApplication.translate("Dialogs", "Stop and quit"),
        QMessageBox.ButtonRole.DestructiveRole,
    )
    keep = box.addButton(
        QCoreApplication.translate("Dialogs", "Keep running"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is stop


def ask_to_discard(parent: QWidget, name: str) -> bool:
    """Ask whether an incomplete file may be deleted."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    text = QCoreApplication.translate("Dialogs", "Delete the incomplete result of {name}?")
    box.setText(text.format(name=name))
    box.setInformativeText(
        QCoreApplication.translate("Dialogs", "The source stays; it can be converted again.")
    )
    delete = box.addButton(
        QCoreApplication.translate("Dialogs", "Delete"), QMessageBox.ButtonRole.DestructiveRole
    )
    keep = box.addButton(
        QCoreApplication.translate("Dialogs", "Keep"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete
