"""The dialog "Make a ladder": several renditions of one file, which fit together to the frame."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from studio.errors import StudioError
from studio.presets.model import Container
from studio.transcode.control import Control
from studio.ui.actions import short_text
from studio.ui.stream_changes import changes_told, play_changes, stage_of, wanted_engines
from studio.ui.stream_work import Made, Tell, WorkDialog
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.verdict.model import Verdict
from studio.workflow.ladder import Ladder, LadderProgress, LadderWishes, make_ladder
from studio.workflow.ladder_rungs import parse_rungs

FIRST_PRESET = "mp4-h264-aac"


@dataclass(frozen=True, slots=True)
class PlayedLadder:
    """A finished ladder, and what its changes came to; None when they were not played."""

    ladder: Ladder
    changes: Verdict | StudioError | None = None


class LadderDialog(WorkDialog):
    """Makes a folder with renditions, an HLS master playlist and a DASH manifest.

    While its changes are played, a cancel ends only that.
    """

    def __init__(self, theme: Theme, source: Path, toolbox: Toolbox, parent: QWidget) -> None:
        super().__init__(theme, parent, free_target(source.with_name(f"{source.stem}.ladder")))
        self._source, self._toolbox = source, toolbox
        self.preset, self.rungs = QComboBox(), QLineEdit()
        self.segment, self.form = QDoubleSpinBox(), QComboBox()
        self.play = QCheckBox()
        self.play.setChecked(True)
        self._is_made = threading.Event()
        self._fill()
        for field in (self.preset, self.rungs, self.segment, self.form, self.target):
            self.add_field(field)
        self.add_line(self.play)
        self.retranslate()

    def _fill(self) -> None:
        language = QLocale().name()
        for preset in self._toolbox.presets.all():
            if preset.container is Container.MP4 and preset.video is not None:
                self.preset.addItem(preset.name_in(language), preset.id)
        self.preset.setCurrentIndex(max(0, self.preset.findData(FIRST_PRESET)))
        self.segment.setRange(0.5, 10.0)
        self.segment.setDecimals(1)
        self.segment.setSingleStep(0.5)
        self.segment.setValue(2.0)
        self.segment.lineEdit().setTextMargins(6, 0, 0, 0)
        for in_folders in (False, True):
            self.form.addItem("", in_folders)

    def name_all(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("Make a ladder of {name}").format(name=self._source.name))
        self.intro.setText(
            self.tr("Several sizes of one film: a player changes between them as its line allows.")
        )
        self.name_field(self.preset, self.tr("&Preset"))
        self.name_field(self.rungs, self.tr("&Sizes"))
        self.name_field(self.segment, self.tr("&Keyframe every"))
        self.name_field(self.form, self.tr("&Files"))
        self.segment.setSuffix(f" {self.tr('s')}")
        self.rungs.setPlaceholderText(self.tr("Chosen to suit, or 720:2500k, 360:700k"))
        self.form.setItemText(0, self.tr("One for each size"))
        self.form.setItemText(1, self.tr("One for each segment"))
        self.play.setText(self.tr("Play every &change between sizes"))
        self.play.setAccessibleName(short_text(self.play.text()))
        self.go.setText(self.tr("&Make"))
        self.go.setAccessibleName(self.tr("Make"))

    def stage_text(self, doing: str) -> str:
        """Return what is done now, in words."""
        stage = stage_of(doing)
        if stage is not None:
            text = self.tr("{engine}: change {number} of {count}…")
            shown = min(stage.number + 1, stage.count)
            return text.format(engine=stage.engine, number=shown, count=stage.count)
        known = {
            "check": self.tr("Checking that every size fits the others…"),
            "package": self.tr("Writing playlists…"),
            "done": "",
        }
        return known.get(doing, self.tr("Encoding {track}…").format(track=doing) if doing else "")

    def work(self, target: Path) -> Callable[[Tell, Control], PlayedLadder]:
        """Return what makes the ladder, and plays its changes."""
        text = self.rungs.text().strip()
        wishes = LadderWishes(
            self._toolbox.presets.get(str(self.preset.currentData())),
            parse_rungs(text) if text else None,
            Fraction(round(self.segment.value() * 10), 10),
            bool(self.form.currentData()),
        )
        source, ffmpeg = self._source, self._toolbox.require_ffmpeg()
        plays, wanted, is_made = (
            self.play.isChecked(),
            self._toolbox.settings.engines,
            self._is_made,
        )

        def act(tell: Tell, control: Control) -> PlayedLadder:
            def on_progress(progress: LadderProgress) -> None:
                tell(progress.fraction, progress.doing)

            made = make_ladder(
                source, wishes, target, ffmpeg=ffmpeg, on_progress=on_progress, control=control
            )
            if not plays:
                return PlayedLadder(made)
            is_made.set()
            return PlayedLadder(
                made, play_changes(made.playlist, wanted_engines(wanted), tell, control)
            )

        return act

    def reject(self) -> None:
        """Cancel and close; what is made and only played stays to be seen, unless asked twice."""
        if self.is_working and self._is_made.is_set() and not self.control.cancelled:
            self.control.cancel()
        else:
            super().reject()

    def told(self, result: PlayedLadder) -> Made:
        """Say what was made and how it plays; each size with its rate behind Details."""
        made = result.ladder
        what = self.tr("%n size(s), aligned to the frame.", "", len(made.rungs))
        lines = [
            f"{one.name}: {one.width} × {one.height}, {one.bit_rate // 1000} kbit/s, {one.codec}"
            for one in made.rungs
        ]
        lines += [made.sound.name] if made.sound is not None else []
        doubts = [finding.message for finding in made.findings]
        tone = "warning" if doubts else "success"
        if result.changes is not None:
            played = changes_told(result.changes)
            what = f"{what} {played.what}"
            lines += played.more
            tone = played.tone if played.tone != "success" else tone
        return Made(made.folder, what, (*lines, *made.notes, *doubts), tone)


def free_target(wanted: Path) -> Path:
    """Return the path, with a number where that exists."""
    number, found = 2, wanted
    while found.exists():
        found = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return found
