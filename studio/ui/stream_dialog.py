"""The dialog that starts a live stream: from where, how large, how often a keyframe."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.names import is_name
from studio.streams.sources import Device, DeviceKind, LiveSource, SourceKind
from studio.ui.actions import short_text
from studio.ui.stream_choices import (
    DEVICES,
    KBITS,
    RATES,
    SIZES,
    SOUNDS,
    nothing_found,
    sound_name,
    source_title,
)
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Text

WIDTH = 60 * UNIT


class LiveDialog(QDialog):
    """Asks for one live stream; ``go`` tells what was chosen."""

    go = Signal(object, object, str)
    """A LiveSource, a LiveEncoding, and the wanted name, which may be empty."""

    def __init__(
        self, theme: Theme, kind: SourceKind, parent: QWidget, path: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.kind, self._path = kind, path
        self._devices: tuple[Device, ...] | None = None if kind in DEVICES else ()
        self._problem: StudioError | None = None
        self.intro = Text("secondary")
        self.message = MessageBox(theme)
        self.name, self.device, self.microphone = QLineEdit(), QComboBox(), QComboBox()
        self.file_format, self.sound, self.picture_size = QComboBox(), QComboBox(), QComboBox()
        self.frame_rate, self.kbits, self.gop = QComboBox(), QSpinBox(), QDoubleSpinBox()
        self.loop = QCheckBox()
        self.start, self.cancel = QPushButton(), QPushButton()
        self._set_up()
        self._lay_out()
        self._retranslate()

    def _set_up(self) -> None:
        for codec in LiveCodec:
            self.file_format.addItem("", codec)
        for width, height in SIZES:
            self.picture_size.addItem(f"{width} × {height}", (width, height))
        for rate in RATES:
            self.frame_rate.addItem("", rate)
        self.kbits.setRange(32, 100_000)
        self.kbits.setSingleStep(100)
        self.gop.setRange(0.2, 10.0)
        self.gop.setDecimals(1)
        self.gop.setSingleStep(0.5)
        self.gop.setValue(1.0)
        for spin in (self.kbits, self.gop):
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.frame_rate.setCurrentIndex(RATES.index(25))
        self.picture_size.currentIndexChanged.connect(self._suit_rate)
        self.picture_size.setCurrentIndex(1)
        self.file_format.currentIndexChanged.connect(self._fill_sounds)
        self._fill_sounds()
        self.microphone.currentIndexChanged.connect(self._refresh)
        self.name.textChanged.connect(self._refresh)
        self.start.setProperty("role", "primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * UNIT)
        self.form.setVerticalSpacing(UNIT)
        fields = (
            (self.device, self.kind in DEVICES),
            (self.microphone, self.kind in (SourceKind.CAMERA, SourceKind.SCREEN)),
            (self.file_format, self._has_picture),
            (self.picture_size, self._has_picture),
            (self.frame_rate, self._has_picture),
            (self.kbits, self._has_picture),
            (self.gop, True),
            (self.sound, True),
            (self.name, True),
        )
        self.fields: list[QWidget] = [field for field, is_used in fields if is_used]
        self._labels = [QLabel() for _ in self.fields]
        for label, field in zip(self._labels, self.fields, strict=True):
            label.setBuddy(field)
            self.form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.intro)
        column.addWidget(self.message)
        column.addLayout(self.form)
        if self._path is not None:
            column.addWidget(self.loop)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.setMinimumWidth(WIDTH)

    @property
    def needs_devices(self) -> bool:
        """True while the devices of this machine have to be looked for."""
        return self._devices is None

    @property
    def _has_picture(self) -> bool:
        return self.kind is not SourceKind.MICROPHONE

    @property
    def _has_sound(self) -> bool:
        takes_microphone = self.kind in (SourceKind.CAMERA, SourceKind.SCREEN)
        return not takes_microphone or self.microphone.currentData() is not None

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name = self._path.name if self._path is not None else ""
        self.setWindowTitle(source_title(self.kind, name))
        self.intro.setText(
            self.tr("It is encoded on this machine. Only this machine can open its addresses.")
        )
        names = {
            self.device: self.tr("&Device"),
            self.microphone: self.tr("&Microphone"),
            self.file_format: self.tr("&Format"),
            self.picture_size: self.tr("Si&ze"),
            self.frame_rate: self.tr("Frame &rate"),
            self.kbits: self.tr("&Bit rate"),
            self.gop: self.tr("&Keyframe every"),
            self.sound: self.tr("&Sound"),
            self.name: self.tr("&Name"),
        }
        for label, field in zip(self._labels, self.fields, strict=True):
            label.setText(names[field])
            field.setAccessibleName(short_text(names[field]))
        self._name_choices()
        self.name.setPlaceholderText(self.tr("Given by itself"))
        self.loop.setText(self.tr("Begin again at the &end"))
        for button, text in ((self.start, self.tr("St&art")), (self.cancel, self.tr("Cancel"))):
            button.setText(text)
            button.setAccessibleName(short_text(text))
        self._fill_devices()

    def _name_choices(self) -> None:
        self.file_format.setItemText(0, self.tr("WebM with VP8"))
        self.file_format.setItemText(1, self.tr("MP4 with H.264"))
        for number, rate in enumerate(RATES):
            self.frame_rate.setItemText(number, self.tr("{rate} fps").format(rate=rate))
        self.kbits.setSuffix(f" {self.tr('kbit/s')}")
        self.gop.setSuffix(f" {self.tr('s')}")
        for number in range(self.sound.count()):
            self.sound.setItemText(number, sound_name(self.sound.itemData(number)))

    def _fill_sounds(self) -> None:
        chosen = [one for one in SOUNDS[self.codec] if self._has_picture or one.value != "none"]
        self.sound.clear()
        for sound in chosen:
            self.sound.addItem(sound_name(sound), sound)

    def _suit_rate(self) -> None:
        self.kbits.setValue(KBITS[self.picture_size.currentData()[0]])

    @property
    def codec(self) -> LiveCodec:
        """What the picture becomes."""
        return LiveCodec(self.file_format.currentData())

    # -- devices ---------------------------------------------------------------------

    def show_devices(self, found: Sequence[Device]) -> None:
        """Offer these devices; until then the dialog says that they are looked for."""
        self._devices, self._problem = tuple(found), None
        self._fill_devices()

    def show_problem(self, problem: StudioError) -> None:
        """Say why no device is known."""
        self._devices, self._problem = (), problem
        self._fill_devices()

    def _fill_devices(self) -> None:
        known = self._devices or ()
        wanted = DEVICES.get(self.kind)
        self.device.clear()
        for device in (one for one in known if one.kind is wanted):
            self.device.addItem(device.title, device)
        self.microphone.clear()
        self.microphone.addItem(self.tr("None"), None)
        for device in (one for one in known if one.kind is DeviceKind.MICROPHONE):
            self.microphone.addItem(device.title, device)
        self._refresh()

    def _refresh(self) -> None:
        tone, what, hint = self._news()
        self.message.setVisible(bool(what))
        if what:
            self.message.set_tone(tone)
            self.message.say(what, hint)
        lacks = self.kind in DEVICES and not self.device.count()
        self.sound.setEnabled(self._has_sound)
        name = self.name.text().strip()
        self.start.setEnabled(not lacks and (not name or is_name(name)))

    def _news(self) -> tuple[str, str, str]:
        """Return tone, sentence and hint of what is to be said now."""
        name = self.name.text().strip()
        if self._problem is not None:
            return "danger", self._problem.what, self._problem.hint
        if self._devices is None:
            return "info", self.tr("Looking for devices…"), ""
        if self.kind in DEVICES and not self.device.count():
            nothing = nothing_found(self.kind)
            return "warning", nothing, self.tr("Connect one, then open this again.")
        if name and not is_name(name):
            what = self.tr("This cannot be a name.")
            return "warning", what, self.tr("Letters, digits, dots, dashes and underscores can.")
        return "info", "", ""

    # -- what was chosen -------------------------------------------------------------

    def source(self) -> LiveSource:
        """Return what was chosen as the source.

        Raises:
            InputError: something is missing.
        """
        device: Device | None = self.device.currentData()
        sound: Device | None = self.microphone.currentData()
        if self.kind is SourceKind.MICROPHONE:
            return LiveSource(self.kind, microphone=device)
        has_device = self.kind in DEVICES
        loop = self.loop.isChecked()
        return LiveSource(
            self.kind, device if has_device else None, sound, path=self._path, loop=loop
        )

    def encoding(self) -> LiveEncoding:
        """Return how it shall be encoded.

        Raises:
            PresetError: the settings do not fit each other.
        """
        width, height = self.picture_size.currentData()
        sound = LiveSound(self.sound.currentData())
        return LiveEncoding(
            codec=self.codec,
            sound=sound if self._has_sound else LiveSound.NONE,
            width=width,
            height=height,
            frame_rate=Fraction(self.frame_rate.currentData()),
            bit_rate=self.kbits.value() * 1000,
            gop_s=Fraction(round(self.gop.value() * 10), 10),
        )

    def _on_start(self) -> None:
        try:
            chosen = self.source(), self.encoding()
        except StudioError as problem:
            self.message.setVisible(True)
            self.message.set_tone("danger")
            self.message.say(problem.what, problem.hint)
            return
        self.go.emit(*chosen, self.name.text().strip())
        self.accept()
