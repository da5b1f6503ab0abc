"""The keyframe rhythm as form fields: how far apart, how close at most, scene cuts."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from studio.transcode.model import Gop
from studio.ui import rhythm
from studio.ui.rhythm import Mixed, Rhythm
from studio.ui.widgets import UNIT, restate

MILLI = 1000
NARROWEST = 72
LONGEST_S = 60.0
LONGEST_FRAMES = 9999
LEAST_S = 0.001


class SmallestField(QSpinBox):
    """A number of frames; 0 is automatic, and -1 stands for different values."""

    automatic = ""

    def textFromValue(self, value: int) -> str:
        """Say 0 in words."""
        return self.automatic if value == 0 else super().textFromValue(value)


class GopFields(QWidget):
    """Edits the keyframe values of one or more jobs.

    A value that is not the same for all shows as "mixed"; what is typed there goes to all.
    """

    edited = Signal(object)
    """An ``rhythm.Edit``: a function from a job's Rhythm to the one it is to have."""

    def __init__(self) -> None:
        super().__init__()
        self._rhythm = Rhythm(Fraction(2))
        self._mixed = Mixed()
        self._in_frames = False
        self._last_seconds = Fraction(2)
        self._planned: Gop | None = None
        self._frame_rate: Fraction | None = None
        self.seconds = QDoubleSpinBox()
        self.seconds.setDecimals(3)
        self.seconds.setRange(LEAST_S, LONGEST_S)
        self.seconds.setSingleStep(0.5)
        self.frames = QSpinBox()
        self.frames.setRange(1, LONGEST_FRAMES)
        self.unit = QComboBox()
        self.unit.addItems(["", ""])
        self.smallest = SmallestField()
        self.smallest.setRange(0, LONGEST_FRAMES)
        self.scene_cuts = QCheckBox()
        self._every, self._closest = QLabel(), QLabel()
        self._closest.setBuddy(self.smallest)
        for spin in (self.seconds, self.frames, self.smallest):
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            spin.setMinimumWidth(NARROWEST)
            spin.setKeyboardTracking(False)
        self.unit.setMinimumWidth(NARROWEST)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.addWidget(self._every, 0, 0)
        grid.addWidget(self.seconds, 0, 1)
        grid.addWidget(self.frames, 0, 1)
        grid.addWidget(self.unit, 0, 2)
        grid.addWidget(self._closest, 1, 0)
        grid.addWidget(self.smallest, 1, 1, 1, 2)
        grid.addWidget(self.scene_cuts, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.unit.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.frames.hide()
        self._every.setBuddy(self.seconds)

    def _connect(self) -> None:
        self.seconds.valueChanged.connect(self._on_distance)
        self.frames.valueChanged.connect(self._on_distance)
        self.smallest.valueChanged.connect(self._on_smallest)
        self.scene_cuts.clicked.connect(lambda _: self._leave_partial())
        self.scene_cuts.checkStateChanged.connect(self._on_scene_cuts)
        self.unit.activated.connect(self._on_unit)

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the language changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text."""
        for spin in (self.seconds, self.frames, self.smallest):
            spin.setLocale(QLocale())
        self._every.setText(self.tr("One every"))
        self._closest.setText(self.tr("Never closer than"))
        self.unit.setItemText(0, self.tr("seconds"))
        self.unit.setItemText(1, self.tr("frames"))
        self.smallest.automatic = self.tr("Automatic")
        self.scene_cuts.setText(self.tr("Also where the scene cuts"))
        self.seconds.setAccessibleName(self.tr("Distance between keyframes in seconds"))
        self.frames.setAccessibleName(self.tr("Distance between keyframes in frames"))
        self.unit.setAccessibleName(self.tr("Unit of the distance between keyframes"))
        self.smallest.setAccessibleName(self.tr("Smallest distance between keyframes in frames"))
        self.scene_cuts.setAccessibleName(self.scene_cuts.text())
        self.seconds.setToolTip(self.tr("ffmpeg's option -g, computed from the exact frame rate"))
        self.frames.setToolTip(self.tr("ffmpeg's option -g"))
        self.smallest.setToolTip(self.tr("ffmpeg's option -keyint_min"))
        self.scene_cuts.setToolTip(
            self.tr("Off gives segments of one length, which streaming needs.")
        )
        self._show()

    # -- showing ---------------------------------------------------------------------

    def show_rhythms(self, rhythms: Sequence[Rhythm]) -> None:
        """Show the values in effect, those of the first job where they differ; none is told."""
        self._rhythm, self._mixed = rhythms[0], Mixed.of(rhythms)
        self._show()

    def show_plan(self, gop: Gop | None, frame_rate: Fraction | None) -> None:
        """Remember what the values come to, for changing between seconds and frames."""
        self._planned, self._frame_rate = gop, frame_rate

    def set_invalid(self, is_invalid: bool) -> None:
        """Mark the numbers as not possible."""
        state = "invalid" if is_invalid else "valid"
        for widget in (self.seconds, self.frames, self.smallest):
            restate(widget, "state", state)

    def _show(self) -> None:
        now, mixed = self._rhythm, self._mixed
        self._in_frames = now.frames is not None
        self._last_seconds = now.seconds or self._last_seconds
        blocked = (self.seconds, self.frames, self.smallest, self.scene_cuts, self.unit)
        blockers = [QSignalBlocker(widget) for widget in blocked]
        self._mark(self.seconds, mixed.distance)
        self._mark(self.frames, mixed.distance)
        self.seconds.setMinimum(0.0 if mixed.distance else LEAST_S)
        self.frames.setMinimum(0 if mixed.distance else 1)
        self.smallest.setMinimum(-1 if mixed.smallest else 0)
        self._mark(self.smallest, mixed.smallest)
        if mixed.distance:
            self.seconds.setValue(0.0)
            self.frames.setValue(0)
        elif now.frames is not None:
            self.frames.setValue(now.frames)
        else:
            self.seconds.setValue(float(now.seconds or 2))
        self.smallest.setValue(-1 if mixed.smallest else now.smallest or 0)
        self.smallest.setSuffix("" if not now.smallest or mixed.smallest else self.tr(" frames"))
        self.scene_cuts.setTristate(mixed.scene_cuts)
        checked = Qt.CheckState.Checked if now.scene_cuts else Qt.CheckState.Unchecked
        partly = Qt.CheckState.PartiallyChecked
        self.scene_cuts.setCheckState(partly if mixed.scene_cuts else checked)
        self.unit.setCurrentIndex(1 if self._in_frames else 0)
        self._show_unit()
        del blockers

    def _mark(self, spin: QAbstractSpinBox, is_mixed: bool) -> None:
        """Say "mixed" at the lowest value, which stands for nothing else then."""
        spin.setSpecialValueText(self.tr("mixed") if is_mixed else "")

    def _show_unit(self) -> None:
        self.seconds.setVisible(not self._in_frames)
        self.frames.setVisible(self._in_frames)
        self._every.setBuddy(self.frames if self._in_frames else self.seconds)

    # -- editing ---------------------------------------------------------------------

    def _on_unit(self, index: int) -> None:
        if self._in_frames == (index == 1):
            return
        self._in_frames = index == 1
        if not self._mixed.distance:
            self._convert()
        self._show_unit()
        if not self._mixed.distance:
            self._on_distance()

    def _convert(self) -> None:
        """Keep the rhythm when the unit changes, as far as the file's rate is known."""
        if self._planned is None or not self._frame_rate:
            return
        blockers = QSignalBlocker(self.frames), QSignalBlocker(self.seconds)
        size, rate = self._planned.size, self._frame_rate
        if self._in_frames:
            self.frames.setValue(size)
        elif round(self._last_seconds * rate) == size:
            self.seconds.setValue(float(self._last_seconds))
        else:
            self.seconds.setValue(float(size / rate))
        del blockers

    def _on_distance(self) -> None:
        seconds = Fraction(round(self.seconds.value() * MILLI), MILLI)
        frames = self.frames.value()
        if not (frames if self._in_frames else seconds):
            return  # back at "mixed"
        edit = rhythm.distance(
            None if self._in_frames else seconds, frames if self._in_frames else None
        )
        self._tell(edit)

    def _on_smallest(self, frames: int) -> None:
        if frames >= 0:
            self._tell(rhythm.smallest(frames or None))

    def _leave_partial(self) -> None:
        """One click decides: the third state is for what was found, not to be chosen."""
        if self.scene_cuts.checkState() is not Qt.CheckState.PartiallyChecked:
            self.scene_cuts.setTristate(False)

    def _on_scene_cuts(self, state: Qt.CheckState) -> None:
        if state is not Qt.CheckState.PartiallyChecked:
            self._tell(rhythm.scene_cuts(state is Qt.CheckState.Checked))

    def _tell(self, edit: rhythm.Edit) -> None:
        self._rhythm = edit(self._rhythm)
        self.edited.emit(edit)
