"""Numbers and states in plain words, in the language and the number format of the moment."""

import re
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from studio.media.streams import AudioStream, KeyframeIndex, MediaInfo, VideoStream
from studio.transcode.model import Gop, Progress
from studio.verdict.model import Ladder, Outcome, Verdict

CODEC_NAMES = {
    "h264": "H.264",
    "hevc": "H.265",
    "vp8": "VP8",
    "vp9": "VP9",
    "av1": "AV1",
    "mpeg4": "MPEG-4",
    "mpeg2video": "MPEG-2",
    "prores": "ProRes",
    "aac": "AAC",
    "opus": "Opus",
    "vorbis": "Vorbis",
    "mp3": "MP3",
    "flac": "FLAC",
    "ac3": "AC-3",
    "eac3": "E-AC-3",
}
NOTHING = "–"


def codec_name(codec: str) -> str:
    """Name that people use for ffmpeg's ``codec``."""
    return CODEC_NAMES.get(codec, codec.upper())


def decimal(value: float | Fraction, places: int) -> str:
    """Return ``value`` with up to ``places`` decimals, trailing zeros dropped."""
    locale = QLocale()
    text = locale.toString(float(value), "f", places)
    point = locale.decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def size_text(size_bytes: int) -> str:
    """Return a file size such as ``12.3 MB``."""
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    return QLocale().formattedDataSize(size_bytes, 1, traditional)


def clock(duration_us: int | None) -> str:
    """Return a duration such as ``0:20`` or ``1:02:03``; a dash when it is unknown."""
    if duration_us is None:
        return NOTHING
    seconds = round(duration_us / 1_000_000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def seconds_text(seconds: float | Fraction, places: int = 3) -> str:
    """Return a time in seconds such as ``2.002 s``."""
    text = QCoreApplication.translate("Words", "{seconds} s")
    return text.format(seconds=decimal(seconds, places))


def rate_text(frame_rate: Fraction | None) -> str:
    """Return a frame rate such as ``23.976 fps``."""
    if frame_rate is None:
        return NOTHING
    text = QCoreApplication.translate("Words", "{rate} fps")
    return text.format(rate=decimal(frame_rate, 3))


def size_of_picture(stream: VideoStream) -> str:
    """Return ``1920 × 1080``."""
    return f"{stream.width} × {stream.height}" if stream.width else NOTHING


def audio_text(stream: AudioStream | None) -> str:
    """Return ``AAC, 48 kHz`` or a dash."""
    if stream is None:
        return NOTHING
    if not stream.sample_rate:
        return codec_name(stream.codec)
    kilohertz = decimal(Fraction(stream.sample_rate, 1000), 1)
    text = QCoreApplication.translate("Words", "{codec}, {rate} kHz")
    return text.format(codec=codec_name(stream.codec), rate=kilohertz)


def keyframe_texts(index: KeyframeIndex | None) -> tuple[str, str]:
    """Return the mean spacing, and the longest one when it differs."""
    if index is None or index.mean_us is None or index.longest_us is None:
        return NOTHING, ""
    mean = seconds_text(Fraction(index.mean_us, 1_000_000), 2)
    if index.longest_us - index.mean_us <= index.mean_us // 20:
        return mean, ""
    longest = seconds_text(Fraction(index.longest_us, 1_000_000), 2)
    text = QCoreApplication.translate("Words", "up to {seconds}")
    return mean, text.format(seconds=longest)


def gop_sentence(gop: Gop, frame_rate: Fraction | None) -> str:
    """Return ``A keyframe every 48 frames (2.002 s)`` and the like."""
    plural = Plural()
    text = plural.every_frames(gop.size) if gop.fixed else plural.at_least_every(gop.size)
    if frame_rate:
        return f"{text} ({seconds_text(Fraction(gop.size) / frame_rate)})"
    return text


class Plural(QObject):
    """Texts with a count; a class, because the extractor knows plurals in ``self.tr`` only."""

    def every_frames(self, count: int) -> str:
        """A fixed distance between keyframes."""
        return self.tr("A keyframe every %n frame(s)", "", count)

    def at_least_every(self, count: int) -> str:
        """A longest distance between keyframes."""
        return self.tr("A keyframe at least every %n frame(s)", "", count)

    def frames(self, count: int) -> str:
        """A distance between keyframes, in a cell."""
        return self.tr("%n frame(s)", "", count)

    def add_files(self, count: int) -> str:
        """Name of an undo step."""
        return self.tr("Add %n file(s)", "", count)

    def remove_files(self, count: int) -> str:
        """Name of an undo step."""
        return self.tr("Remove %n file(s)", "", count)

    def still_running(self, count: int) -> str:
        """The question at closing."""
        return self.tr("%n file(s) are still being converted.", "", count)

    def in_engines(self, count: int) -> str:
        """Where a file plays, or fails."""
        return self.tr("in %n engine(s)", "", count)

    def in_some_engines(self, count: int, asked: int) -> str:
        """Where a file plays, or fails, of the engines that were asked."""
        return self.tr("in {count} of %n engine(s)", "", asked).format(count=count)

    def as_predicted(self, count: int, asked: int) -> str:
        """In how many engines a prediction came true."""
        return self.tr("As predicted in {count} of %n engine(s).", "", asked).format(count=count)

    def decoded_of(self, decoded: int, count: int) -> str:
        """Frames decoded, of the frames in the file."""
        return self.tr("{decoded} of %n frame(s)", "", count).format(decoded=decoded)


def time_left(eta_s: float | None) -> str:
    """Return ``12 s left`` or ``4 min left``; empty when it is not known."""
    if eta_s is None:
        return ""
    if eta_s < 90:
        seconds = QCoreApplication.translate("Words", "{seconds} s left")
        return seconds.format(seconds=max(1, round(eta_s)))
    if eta_s < 5400:
        minutes = QCoreApplication.translate("Words", "{minutes} min left")
        return minutes.format(minutes=round(eta_s / 60))
    hours = QCoreApplication.translate("Words", "{hours} h left")
    return hours.format(hours=decimal(eta_s / 3600, 1))


def range_left(low_s: float, high_s: float) -> str:
    """Return ``42–55 min left``: both ends in the unit that suits the longer one."""
    if high_s < 90:
        text = QCoreApplication.translate("Words", "{seconds} s left")
        return text.format(seconds=_span(max(1, round(low_s)), max(1, round(high_s))))
    if high_s < 5400:
        text = QCoreApplication.translate("Words", "{minutes} min left")
        return text.format(minutes=_span(max(1, round(low_s / 60)), round(high_s / 60)))
    text = QCoreApplication.translate("Words", "{hours} h left")
    return text.format(hours=_span(decimal(low_s / 3600, 1), decimal(high_s / 3600, 1)))


def _span(low: object, high: object) -> str:
    return str(high) if low == high else f"{low}–{high}"


def speed_text(speed: float | None) -> str:
    """Return ``1.9×``; empty when it is not known."""
    return "" if not speed else f"{decimal(speed, 1)}×"


def percent(fraction: float) -> str:
    """Return ``43 %``, never 100 before the end."""
    whole = int(min(1.0, max(0.0, fraction)) * 100)
    text = QCoreApplication.translate("Words", "{percent} %")
    return text.format(percent=whole)


def percent_of(share: Fraction) -> str:
    """Return a share of another file's size, rounded: ``38 %``, ``140 %``."""
    text = QCoreApplication.translate("Words", "{percent} %")
    return text.format(percent=round(share * 100) or 1)


def progress_line(progress: Progress | None) -> str:
    """Return ``1.9× · 4 min left``."""
    if progress is None:
        return ""
    return " · ".join(
        part for part in (speed_text(progress.speed), time_left(progress.eta_s)) if part
    )


def finished_as(name: str) -> str:
    """Say that a run ended well."""
    return QCoreApplication.translate("Words", "Finished: {name}").format(name=name)


def ladder_text(ladder: Ladder) -> str:
    """Name of a verdict, short enough for a cell."""
    return {
        Ladder.PASS: QCoreApplication.translate("Words", "Plays"),
        Ladder.WARN: QCoreApplication.translate("Words", "Plays"),
        Ladder.FAIL: QCoreApplication.translate("Words", "Fails"),
        Ladder.NOT_PLAYED: QCoreApplication.translate("Words", "Not played"),
    }[ladder]


def verdict_place(verdict: Verdict) -> str:
    """Say in a few words where that is so: ``in 3 of 4 engines``, ``in Firefox``."""
    if verdict.ladder is Ladder.WARN:
        return QCoreApplication.translate("Words", "with remarks")
    if verdict.ladder is Ladder.NOT_PLAYED:
        return _why_not_played(verdict)
    wanted = Outcome.PLAYED if verdict.ladder is Ladder.PASS else Outcome.FAILED
    asked = [report for report in verdict.reports if report.outcome is not Outcome.NOT_TESTED]
    titles = [report.engine.title for report in asked if report.outcome is wanted]
    if not titles:
        return QCoreApplication.translate("Words", "has faults") if verdict.findings else ""
    if len(titles) == 1:
        return QCoreApplication.translate("Words", "in {engine}").format(engine=titles[0])
    if len(titles) == len(asked):
        return Plural().in_engines(len(titles))
    return Plural().in_some_engines(len(titles), len(asked))


def _why_not_played(verdict: Verdict) -> str:
    outcomes = {report.outcome for report in verdict.reports}
    if Outcome.NO_REPORT in outcomes:
        return QCoreApplication.translate("Words", "no answer")
    if Outcome.UNSUPPORTED in outcomes:
        return QCoreApplication.translate("Words", "cannot decode it here")
    return QCoreApplication.translate("Words", "no engine asked")


def outcome_text(outcome: Outcome) -> str:
    """What one engine did, in words."""
    return {
        Outcome.PLAYED: QCoreApplication.translate("Words", "played to the end"),
        Outcome.FAILED: QCoreApplication.translate("Words", "did not play"),
        Outcome.UNSUPPORTED: QCoreApplication.translate("Words", "cannot decode it here"),
        Outcome.NO_REPORT: QCoreApplication.translate("Words", "gave no answer in time"),
        Outcome.NOT_TESTED: QCoreApplication.translate("Words", "was not tested"),
    }[outcome]


def short_version(version: str) -> str:
    """Return ``9.0.2`` of ``n9.0.2-17-g2a571b6068``; the whole when it holds no number."""
    found = re.search(r"\d+(?:\.\d+)+", version)
    return found[0] if found else version


def media_line(info: MediaInfo) -> str:
    """Return ``MP4 · 12.3 MB``."""
    return f"{info.container.upper()} · {size_text(info.size_bytes)}"
