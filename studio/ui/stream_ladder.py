"""The dialog "Make a ladder": several renditions of one file, which fit together to the frame."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from studio.presets.model import Container
from studio.transcode.control import Control
from studio.ui.stream_work import Made, Tell, WorkDialog
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.workflow.ladder import Ladder, LadderProgress, LadderWishes, make_ladder
from studio.workflow.ladder_rungs import parse_rungs

FIRST_PRESET = "mp4-h264-aac"


class LadderDialog(WorkDialog):
    """Makes a folder with renditions, an HLS master playlist and a DASH manifest."""

    def __init__(self, theme: Theme, source: Path, toolbox: Toolbox, parent: QWidget) -> None:
        super().__init__(theme, parent, free_target(source.with_name(f"{source.stem}.ladder")))
        self._source, self._toolbox = source, toolbox
        self.preset, self.rungs = QComboBox(), QLineEdit()
        self.segment, self.form = QDoubleSpinBox(), QComboBox()
        self._fill()
        for field in (self.preset, self.rungs, self.segment, self.form, self.target):
            self.add_field(field)
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
        self.go.setText(self.tr("&Make"))
        self.go.setAccessibleName(self.tr("Make"))

    def stage_text(self, doing: str) -> str:
        """Return what is done now, in words."""
        known = {
            "check": self.tr("Checking that every size fits the others…"),
            "package": self.tr("Writing playlists…"),
            "done": "",
        }
        return known.get(doing, self.tr("Encoding {track}…").format(track=doing) if doing else "")

    def work(self, target: Path) -> Callable[[Tell, Control], Ladder]:
        """Return what makes the ladder."""
        text = self.rungs.text().strip()
        wishes = LadderWishes(
            self._toolbox.presets.get(str(self.preset.currentData())),
            parse_rungs(text) if text else None,
            Fraction(round(self.segment.value() * 10), 10),
            bool(self.form.currentData()),
        )
        source, ffmpeg = self._source, self._toolbox.require_ffmpeg()

        def act(tell: Tell, control: Control) -> Ladder:
            def on_progress(progress: LadderProgress) -> None:
                tell(progress.fraction, progress.doing)

            return make_ladder(
                source, wishes, target, ffmpeg=ffmpeg, on_progress=on_progress, control=control
            )

        return act

    def told(self, made: Ladder) -> Made:
        """Say what was made; each size with its rate behind Details."""
        what = self.tr("%n size(s), aligned to the frame.", "", len(made.rungs))
        lines = [
            f"{one.name}: {one.width} × {one.height}, {one.bit_rate // 1000} kbit/s, {one.codec}"
            for one in made.rungs
        ]
        lines += [made.sound.name] if made.sound is not None else []
        doubts = [finding.message for finding in made.findings]
        tone = "warning" if doubts else "success"
        return Made(made.folder, what, (*lines, *made.notes, *doubts), tone)


def free_target(wanted: Path) -> Path:
    """Return the path, with a number where that exists."""
    number, found = 2, wanted
    while found.exists():
        found = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return found
