"""What ``serve`` is asked for: options, and which of them go together."""

import argparse
import ipaddress
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.cli.check import positive_seconds
from studio.paths import is_there
from studio.server.app import LOOPBACK

SOURCES = ("test", "camera", "screen", "microphone")
CODECS = ("vp8", "h264")
SOUNDS = {"vp8": ("vorbis", "opus", "none"), "h264": ("aac", "none")}
"""The sounds that go with each codec, the usual one first."""

_SIZE = re.compile(r"(\d{2,5})x(\d{2,5})")
_RATE = re.compile(r"(\d+(?:\.\d+)?)([kKmM]?)")
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
_ORIGIN = re.compile(r"https?://[^/\s@?#]+")


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file, and the name that its stream is to have: empty for one made of the file's."""

    path: Path
    name: str = ""


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A live source: its kind, ``file`` with a path, and the name that its stream is to have."""

    kind: str
    path: Path | None = None
    name: str = ""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``serve`` takes."""
    parser.usage = "%(prog)s [FILE|NAME=FILE ...] [--source KIND] [options]"
    parser.add_argument("files", nargs="*", type=_named_file, metavar="FILE|NAME=FILE")
    _add_ways(parser)
    _add_source(parser)
    _add_server(parser)
    parser.set_defaults(refuse=parser.error)


def _add_ways(parser: argparse.ArgumentParser) -> None:
    ways = parser.add_argument_group("how files are offered")
    ways.add_argument("--name", default="", metavar="NAME", help="of the only stream: vod://NAME")
    ways.add_argument("--hls", action="store_true", help="fail when a stream has no HLS playlist")
    ways.add_argument("--dash", action="store_true", help="fail when a stream has no DASH manifest")
    ways.add_argument(
        "--live",
        action="store_true",
        help="also play each file out on one common clock, as vod-live://NAME",
    )
    ways.add_argument("--loop", action="store_true", help="and begin again at its end")
    ways.add_argument(
        "--segment-seconds",
        type=positive_seconds,
        metavar="S",
        help="how long the segments of a live stream's playlists are, from keyframe to keyframe",
    )
    ways.add_argument(
        "--window-seconds",
        type=positive_seconds,
        metavar="S",
        help="how much of a live stream its playlists keep",
    )
    ways.add_argument(
        "--folder",
        type=Path,
        metavar="DIR",
        help="also write the HLS and DASH of live streams into DIR/NAME/, for a web server",
    )


def _add_source(parser: argparse.ArgumentParser) -> None:
    live = parser.add_argument_group("a live source, encoded while it is watched")
    live.add_argument(
        "--source", type=_source, metavar="KIND", help=f"{', '.join(SOURCES)} or file:PATH"
    )
    live.add_argument("--list-devices", action="store_true", help="list what can be a source")
    live.add_argument("--device", default="", metavar="D", help="see --list-devices")
    live.add_argument("--size", type=_size, metavar="WxH", help="of the picture")
    live.add_argument("--frame-rate", type=_positive_fraction, metavar="F", help="or 30000/1001")
    live.add_argument("--bit-rate", type=_bit_rate, metavar="B", help="in bit/s, or 800k, 2M")
    live.add_argument(
        "--gop-seconds", type=_positive_fraction, metavar="S", help="a keyframe every S s"
    )
    live.add_argument("--codec", choices=CODECS, help="WebM with vp8 (default), or MP4 with h264")
    live.add_argument(
        "--sound",
        choices=("vorbis", "opus", "aac", "none"),
        help="default: vorbis with vp8, aac with h264; none beside a camera, the screen or a "
        "test picture with vp8",
    )
    live.add_argument("--record", type=Path, metavar="FILE", help="also write it to a new file")


def _add_server(parser: argparse.ArgumentParser) -> None:
    server = parser.add_argument_group("the server")
    server.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    server.add_argument(
        "--address",
        type=_address,
        default=LOOPBACK,
        metavar="ADDR",
        help=f"another of this machine's own than {LOOPBACK}: others on the network who know "
        "a URL can then watch",
    )
    server.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        type=_origin,
        metavar="ORIGIN",
        help="a page of this origin may read the streams, for example http://127.0.0.1:8000; "
        "null: pages that were opened as files",
    )
    server.add_argument(
        "--for",
        dest="for_seconds",
        type=positive_seconds,
        metavar="S",
        help="end by itself after so many seconds",
    )


def refuse_wrong_usage(options: argparse.Namespace) -> None:
    """Leave with status 2 and a sentence where options do not go together."""
    sentence = _wrong_usage(options)
    if sentence:
        options.refuse(sentence)


def _wrong_usage(options: argparse.Namespace) -> str:
    """Return why options do not go together; empty when they do."""
    if options.list_devices:
        alone = not (options.files or options.source)
        return "" if alone else "--list-devices stands alone."
    if not options.files and options.source is None:
        return "name a FILE or a --source."
    if options.name and len(options.files) + (options.source is not None) != 1:
        return "--name is for one file or source; several files are named as NAME=FILE."
    if options.name and options.files and options.files[0].name:
        return "the file has two names: --name and the one before “=”."
    if options.live and not options.files:
        return "--live plays FILEs out, and there is none; a --source is live anyway."
    if options.loop and not (options.live or _plays_a_file(options)):
        return "--loop needs --live, or --source file:PATH."
    if not (options.live or options.source):
        for name in ("segment_seconds", "window_seconds", "folder"):
            if getattr(options, name):
                return f"{_spelt(name)} is for live streams: add --live or --source."
    return _wrong_source(options)


def _spelt(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _wrong_source(options: argparse.Namespace) -> str:
    if options.source is None:
        wishes = ("device", "size", "frame_rate", "bit_rate", "gop_seconds", "codec", "sound")
        for name in (*wishes, "record"):
            if getattr(options, name):
                return f"{_spelt(name)} is for a --source, and there is none."
        return ""
    codec = options.codec or CODECS[0]
    if options.sound and options.sound not in SOUNDS[codec]:
        able = " or ".join(SOUNDS[codec])
        return f"--codec {codec} goes with --sound {able}, not with {options.sound}."
    if options.hls and codec == "vp8":
        return "HLS takes no WebM: use --codec h264 for a --source, or leave --hls out."
    if options.device and options.source.kind in {"test", "file"}:
        return "--device is for camera, screen and microphone."
    return ""


def _plays_a_file(options: argparse.Namespace) -> bool:
    return options.source is not None and options.source.path is not None


def _named_file(text: str) -> NamedFile:
    """Read FILE or NAME=FILE; a file that is there under the whole text is that file."""
    name, separator, rest = text.partition("=")
    if not separator or not name or not rest or "/" in name or is_there(Path(text)):
        return NamedFile(Path(text))
    return NamedFile(Path(rest), name)


def _source(text: str) -> NamedSource:
    kind, _, path = text.partition(":")
    if kind == "file" and path:
        return NamedSource("file", Path(path))
    if text in SOURCES:
        return NamedSource(text)
    raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(SOURCES)}, file:PATH")


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text.lower())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if min(size) < 16 or max(size) > 8192 or size[0] % 2 or size[1] % 2:
        raise argparse.ArgumentTypeError(f"{text!r} is no size in even numbers, such as 640x360")
    return size


def _bit_rate(text: str) -> int:
    found = _RATE.fullmatch(text)
    rate = round(float(found[1]) * _SCALES[found[2].lower()]) if found else 0
    if not 10_000 <= rate <= 200_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no bit rate from 10k to 200M")
    return rate


def _positive_fraction(text: str) -> Fraction:
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        value = Fraction(0)
    if not 0 < value <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0, up to 1000")
    return value


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _address(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not an IP address") from None
    if address.is_unspecified or address.is_multicast:
        raise argparse.ArgumentTypeError(f"{text!r} is not one address of this machine")
    return str(address)


def _origin(text: str) -> str:
    if text != "null" and not _ORIGIN.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no origin such as http://127.0.0.1:8000")
    return text.lower()
