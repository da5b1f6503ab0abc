"""The tab "Details": everything that was found out about the source."""

from fractions import Fraction

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from studio.media.streams import AudioStream, KeyframeIndex, MediaInfo, RateMode, VideoStream
from studio.ui import words
from studio.ui.entries import Entry
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Panel, Text

Rows = list[tuple[str, str]]


class DetailsPanel(Panel):
    """A tree of properties, to read and to copy."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._known: object = self
        self._intro = Text("secondary")
        self.problem = MessageBox(theme, "danger")
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(2 * UNIT)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.header().resizeSection(0, 160)
        self.copy = QPushButton()
        self.copy.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._intro)
        column.addWidget(self.problem)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        column.addStretch(0)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text."""
        self.tree.setHeaderLabels([self.tr("Property"), self.tr("Value")])
        self.tree.setAccessibleName(self.tr("Properties of the file"))
        self.copy.setText(self.tr("Copy all"))
        self.copy.setAccessibleName(self.tr("Copy all properties"))
        self._known = self
        self.show_entry(self._entry)

    def restyle(self) -> None:
        """Set the icons."""
        self.copy.setIcon(self.theme.icon("mdi6.content-copy"))

    def show_entry(self, entry: Entry | None) -> None:
        """Show a file, or nothing."""
        self._entry = entry
        known = (entry.entry_id, entry.info, entry.keyframes, entry.problem) if entry else None
        if known == self._known:
            return  # called ten times a second while the file is being converted
        self._known = known
        info = entry.info if entry else None
        problem = entry.problem if entry else None
        self.problem.setVisible(problem is not None)
        self._intro.setVisible(info is None and problem is None)
        self.tree.setVisible(info is not None)
        self.copy.setVisible(info is not None)
        if problem is not None:
            self.problem.say(problem.what, problem.hint)
        if info is None:
            reading = self.tr("The file is being read…")
            nothing = self.tr("Select a file to see what it holds.")
            self._intro.setText(reading if entry else nothing)
            return
        self.tree.clear()
        self._add(self.tr("File"), self._file_rows(info))
        for video in info.video:
            self._add(self.tr("Video {number}").format(number=video.index + 1), self._video(video))
        for audio in info.audio:
            self._add(self.tr("Sound {number}").format(number=audio.index + 1), self._audio(audio))
        if entry is not None and entry.keyframes is not None:
            self._add(self.tr("Keyframes"), self._keyframe_rows(entry.keyframes))
        self.tree.expandAll()

    def _add(self, title: str, rows: Rows) -> None:
        top = QTreeWidgetItem(self.tree, [title])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for name, value in rows:
            if value:
                item = QTreeWidgetItem(top, [name, value])
                item.setToolTip(1, value)

    def _file_rows(self, info: MediaInfo) -> Rows:
        return [
            (self.tr("Name"), info.path.name),
            (self.tr("Folder"), str(info.path.parent)),
            (self.tr("Container"), info.container),
            (self.tr("Size"), words.size_text(info.size_bytes)),
            (self.tr("Length"), words.clock(info.duration_us)),
        ]

    def _video(self, video: VideoStream) -> Rows:
        rate = video.frame_rate
        exact = f" ({rate.numerator}/{rate.denominator})" if rate and rate.denominator > 1 else ""
        modes = {
            RateMode.CONSTANT: self.tr("constant"),
            RateMode.VARIABLE: self.tr("variable"),
            RateMode.UNKNOWN: "",
        }
        aspect = video.pixel_aspect
        return [
            (self.tr("Codec"), words.codec_name(video.codec)),
            (self.tr("Profile"), video.profile),
            (self.tr("Level"), video.level),
            (self.tr("Picture size"), words.size_of_picture(video)),
            (self.tr("Pixel shape"), "" if aspect == 1 else str(aspect)),
            (self.tr("Rotation"), f"{video.rotation}°" if video.rotation else ""),
            (self.tr("Frame rate"), words.rate_text(rate) + exact),
            (self.tr("Pace"), modes[video.rate_mode]),
            (self.tr("Frames"), str(video.frame_count or "")),
            (self.tr("Pixel format"), video.pixel_format),
            (self.tr("Chroma"), video.chroma),
            (self.tr("Bit depth"), str(video.bit_depth)),
            (self.tr("Colour"), " / ".join(filter(None, _colour(video)))),
            (self.tr("Bit rate"), self._bit_rate(video.bit_rate)),
            (self.tr("Language"), video.language),
        ]

    def _audio(self, audio: AudioStream) -> Rows:
        rate = f"{words.decimal(Fraction(audio.sample_rate, 1000), 1)} kHz"
        return [
            (self.tr("Codec"), words.codec_name(audio.codec)),
            (self.tr("Profile"), audio.profile),
            (self.tr("Sample rate"), rate if audio.sample_rate else ""),
            (self.tr("Channels"), str(audio.channels or "")),
            (self.tr("Bit rate"), self._bit_rate(audio.bit_rate)),
            (self.tr("Language"), audio.language),
            (self.tr("Title"), audio.title),
        ]

    def _keyframe_rows(self, index: KeyframeIndex) -> Rows:
        mean, longest = index.mean_us, index.longest_us
        million = 1_000_000
        return [
            (self.tr("Count"), str(index.count)),
            (self.tr("Mean distance"), words.seconds_text(mean / million) if mean else ""),
            (self.tr("Longest distance"), words.seconds_text(longest / million) if longest else ""),
        ]

    def _bit_rate(self, bit_rate: int | None) -> str:
        if not bit_rate:
            return ""
        return self.tr("{rate} kbit/s").format(rate=words.decimal(bit_rate / 1000, 0))

    def _on_copy(self) -> None:
        lines: list[str] = []
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is None:
                continue
            lines.append(top.text(0))
            children = (top.child(row) for row in range(top.childCount()))
            lines += [f"  {child.text(0)}: {child.text(1)}" for child in children if child]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _colour(video: VideoStream) -> tuple[str, ...]:
    return video.color_primaries, video.color_transfer, video.color_matrix
