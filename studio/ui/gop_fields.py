"""The keyframe rhythm as form fields: how far apart, how close at most, scene cuts."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from studio.presets.model import GopPolicy
from studio.transcode.model import Gop, Overrides
from studio.ui.widgets import UNIT, restate

MILLI = 1000
NARROWEST = 72
LONGEST_S = 60.0
LONGEST_FRAMES = 9999


class GopFields(QWidget):
    """Edits the four keyframe values of ``Overrides``; equal to the preset means None."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._policy = GopPolicy()
        self._in_frames = False
        self._planned: Gop | None = None
        self._frame_rate: Fraction | None = None
        self.seconds = QDoubleSpinBox()
        self.seconds.setDecimals(3)
        self.seconds.setRange(0.001, LONGEST_S)
        self.seconds.setSingleStep(0.5)
        self.frames = QSpinBox()
        self.frames.setRange(1, LONGEST_FRAMES)
        self.unit = QComboBox()
        self.unit.addItems(["", ""])
        self.smallest = QSpinBox()
        self.smallest.setRange(0, LONGEST_FRAMES)
        self.scene_cuts = QCheckBox()
        self._every, self._closest = QLabel(), QLabel()
        self._every.setBuddy(self.seconds)
        self._closest.setBuddy(self.smallest)
        for spin in (self.seconds, self.frames, self.smallest):
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            spin.setMinimumWidth(NARROWEST)
        self.unit.setMinimumWidth(NARROWEST)
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
        grid.setColumnStretch(2, 1)
        self.frames.hide()

    def _connect(self) -> None:
        for spin in (self.frames, self.smallest):
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._on_edit)
        self.seconds.setKeyboardTracking(False)
        self.seconds.valueChanged.connect(self._on_edit)
        self.scene_cuts.toggled.connect(self._on_edit)
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
        self.smallest.setSpecialValueText(self.tr("Automatic"))
        self.smallest.setSuffix(self.tr(" frames"))
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

    def show_values(self, policy: GopPolicy, overrides: Overrides) -> None:
        """Show the values in effect; nobody is told."""
        self._policy = policy
        frames = overrides.gop_frames
        seconds = overrides.gop_seconds
        if frames is None and seconds is None:
            frames, seconds = policy.frames, policy.seconds
        smallest = overrides.min_frames if overrides.min_frames is not None else policy.min_frames
        cuts = policy.scene_cuts if overrides.scene_cuts is None else overrides.scene_cuts
        self._in_frames = frames is not None
        blocked = (self.seconds, self.frames, self.smallest, self.scene_cuts, self.unit)
        blockers = [QSignalBlocker(widget) for widget in blocked]
        if frames is not None:
            self.frames.setValue(frames)
        if seconds is not None:
            self.seconds.setValue(float(seconds))
        self.smallest.setValue(smallest or 0)
        self.scene_cuts.setChecked(cuts)
        self.unit.setCurrentIndex(1 if self._in_frames else 0)
        self._show_unit()
        del blockers

    def show_plan(self, gop: Gop | None, frame_rate: Fraction | None) -> None:
        """Remember what the values come to, for changing between seconds and frames."""
        self._planned, self._frame_rate = gop, frame_rate

    def set_invalid(self, is_invalid: bool) -> None:
        """Mark the numbers as not possible."""
        state = "invalid" if is_invalid else "valid"
        for widget in (self.seconds, self.frames, self.smallest):
            restate(widget, "state", state)

    def overrides(self) -> Overrides:
        """Return what differs from the preset."""
        policy, frames, seconds = self._policy, None, None
        if self._in_frames and self.frames.value() != policy.frames:
            frames = self.frames.value()
        exact = Fraction(round(self.seconds.value() * MILLI), MILLI)
        if not self._in_frames and exact != policy.seconds:
            seconds = exact
        smallest = self.smallest.value() or None
        cuts = self.scene_cuts.isChecked()
        return Overrides(
            gop_seconds=seconds,
            gop_frames=frames,
            min_frames=None if smallest == policy.min_frames else smallest,
            scene_cuts=None if cuts == policy.scene_cuts else cuts,
        )

    def _show_unit(self) -> None:
        self.seconds.setVisible(not self._in_frames)
        self.frames.setVisible(self._in_frames)
        self._every.setBuddy(self.frames if self._in_frames else self.seconds)

    def _on_unit(self, index: int) -> None:
        if self._in_frames == (index == 1):
            return
        self._in_frames = index == 1
        self._convert()
        self._show_unit()
        self._on_edit()

    def _convert(self) -> None:
        """Keep the rhythm when the unit changes, as far as the file's rate is known."""
        if self._planned is None or not self._frame_rate:
            return
        blockers = QSignalBlocker(self.frames), QSignalBlocker(self.seconds)
        if self._in_frames:
            self.frames.setValue(self._planned.size)
        elif self._policy.seconds is None or self._frames_of(self._policy) != self._planned.size:
            self.seconds.setValue(float(self._planned.size / self._frame_rate))
        else:
            self.seconds.setValue(float(self._policy.seconds))
        del blockers

    def _frames_of(self, policy: GopPolicy) -> int:
        return round((policy.seconds or 0) * (self._frame_rate or 0))

    def _on_edit(self) -> None:
        self.edited.emit(self.overrides())
