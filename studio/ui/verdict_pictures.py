"""Pictures of what is predicted: a file with a fault and its cure, and the tools' dialogs."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QDialog

from studio.ui.app import Studio
from studio.ui.break_dialog import BreakDialog
from studio.ui.entries import Entry
from studio.ui.queue_pictures import Camera
from studio.ui.repair_dialog import RepairDialog
from studio.ui.theme import Appearance

MESSAGE = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: Detected unfragmented MP4."
BOTH = (Appearance.LIGHT, Appearance.DARK)


def take_verdicts(camera: Camera, studio: Studio, faulty: Path) -> None:
    """Show copies of a file that MSE does not play, repair one, and break the result."""
    with tempfile.TemporaryDirectory(prefix="mse-studio-verdict-") as work:
        source = Path(shutil.copy(faulty, Path(work) / "Straight from the camera.mp4"))
        mended = Path(work) / "Straight from the camera.repaired.mp4"
        camera.add([source])
        mine = [_examined(camera, studio, source)]
        camera.take("18-verdict-fault", BOTH)
        _explain(camera, studio)
        repair = RepairDialog(studio.theme, source, mended, studio.window)
        repair.show()
        repair.start()
        camera.wait("the file is repaired", lambda: repair.outcome is not None, 60)
        _shown(camera, "20-repair", repair)
        camera.add([mended])
        mine.append(_examined(camera, studio, mended))
        camera.take("21-verdict-sound", BOTH)
        _break(camera, studio, mended)
        studio.desk.remove(mine)
        camera.wait("they are gone", lambda: studio.desk.files.get(mine[0].entry_id) is None)


def take_played(camera: Camera, studio: Studio, entry: Entry) -> None:
    """Show what the engines here did with a result, and one of them in full."""
    window, panel = studio.window, studio.window.inspector.verdict
    window.table.select_entries([entry])
    window.inspector.raise_verdict()
    camera.wait("the file is examined", lambda: entry.is_examined, 60)
    camera.rest()
    camera.take("29-verdict-played", BOTH)
    if panel.cards:
        panel.cards[-1].more.setChecked(True)
        camera.rest()
        panel.show_card(panel.cards[-1])
        camera.take("30-verdict-details", BOTH)


def _examined(camera: Camera, studio: Studio, path: Path) -> Entry:
    entry = next(entry for entry in studio.desk.files if entry.source == path)
    studio.window.table.select_entries([entry])
    studio.window.inspector.raise_verdict()
    camera.wait("the file is examined", lambda: entry.is_examined, 60)
    camera.rest()
    return entry


def _explain(camera: Camera, studio: Studio) -> None:
    dialog = studio.window.tools.open_explain()
    dialog.message.setPlainText(MESSAGE)
    dialog.explain()
    _shown(camera, "19-explain", dialog)


def _break(camera: Camera, studio: Studio, path: Path) -> None:
    dialog = BreakDialog(studio.theme, path, studio.window)
    dialog.show()
    dialog.start()
    camera.wait("what can be broken is known", lambda: bool(dialog.chosen()), 60)
    _shown(camera, "22-break", dialog)


def _shown(camera: Camera, name: str, dialog: QDialog) -> None:
    camera.rest()
    camera.take(name, BOTH, dialog)
    dialog.close()
