"""What stands in the boxes of an MP4 file, in words.

Source: ISO/IEC 14496-12 (boxes), 14496-15 (avcC, hvcC).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from studio.preview.element_tree_node import milliseconds, printable_text


@dataclass(frozen=True, slots=True)
class Content:
    """The first bytes of a box, and what its numbers count in.

    What is missing reads as 0. ``movie_ticks`` and ``track_ticks`` are ticks per second, 0
    where they are not known; ``size`` is the size of the whole content.
    """

    data: bytes
    size: int
    movie_ticks: int = 0
    track_ticks: int = 0

    def number(self, position: int, count: int = 4, *, signed: bool = False) -> int:
        """Return a big-endian number."""
        return int.from_bytes(self.data[position : position + count], "big", signed=signed)

    def text(self, position: int, count: int | None = None) -> str:
        """Return text up to a zero."""
        end = len(self.data) if count is None else position + count
        return printable_text(self.data[position:end].split(b"\0")[0].decode("utf-8", "replace"))

    @property
    def version(self) -> int:
        """Of a full box."""
        return self.number(0, 1)

    @property
    def flags(self) -> int:
        """Of a full box."""
        return self.number(1, 3)

    def wide(self, narrow_at: int, wide_at: int) -> int:
        """Return a number of 4 bytes, or of 8 in version 1."""
        return self.number(wide_at, 8) if self.version == 1 else self.number(narrow_at, 4)

    def at(self, narrow_at: int, wide_at: int) -> int:
        """Return a position that depends on the version."""
        return wide_at if self.version == 1 else narrow_at


def _brands(c: Content) -> str:
    brands = [c.text(at, 4) for at in range(8, min(len(c.data), 128), 4)]
    return f"{c.text(0, 4)}, version {c.number(4)}: {' '.join(brands)}"


def _mvhd(c: Content) -> str:
    scale, duration = c.number(c.at(12, 20)), c.wide(16, 24)
    return f"timescale {scale}, duration {_duration(duration, scale)}"


def _mdhd(c: Content) -> str:
    scale, duration = c.number(c.at(12, 20)), c.wide(16, 24)
    packed = c.number(c.at(20, 32), 2)
    language = "".join(chr(0x60 + (packed >> shift & 31)) for shift in (10, 5, 0))
    return f"timescale {scale}, duration {_duration(duration, scale)}, {printable_text(language)}"


def _duration(ticks: int, scale: int) -> str:
    if ticks in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
        return "unknown"
    return f"{ticks} ({milliseconds(ticks, scale)})" if scale else str(ticks)


def _tkhd(c: Content) -> str:
    size = c.at(76, 88)
    shape = f"{c.number(size, 4) / 65536:g}×{c.number(size + 4, 4) / 65536:g}"
    return f"track {c.number(c.at(12, 20))}, {shape}, flags {c.flags:#x}"


def _elst(c: Content) -> str:
    wide = 8 if c.version == 1 else 4
    rows = []
    for row in range(min(c.number(4), 8)):
        at = 8 + row * (2 * wide + 4)
        length, start = c.number(at, wide), c.number(at + wide, wide, signed=True)
        begins = "empty" if start == -1 else f"from {milliseconds(start, c.track_ticks)}"
        rows.append(f"{begins} for {milliseconds(length, c.movie_ticks)}")
    more = ", …" if c.number(4) > 8 else ""
    return f"{c.number(4)} entries: {', '.join(rows)}{more}"


def _trex(c: Content) -> str:
    return (
        f"track {c.number(4)}, description {c.number(8)}, duration {c.number(12)}, "
        f"size {c.number(16)}, flags {c.number(20):#x}"
    )


_TFHD = (
    (0x1, "base_data_offset", 8),
    (0x2, "description", 4),
    (0x8, "duration", 4),
    (0x10, "size", 4),
    (0x20, "flags", 4),
)


def _tfhd(c: Content) -> str:
    said, at = [f"track {c.number(4)}"], 8
    for bit, name, size in _TFHD:
        if c.flags & bit:
            value = c.number(at, size)
            said.append(f"default {name} {value:#x}" if name == "flags" else f"{name} {value}")
            at += size
    said += ["duration is empty"] if c.flags & 0x10000 else []
    said += ["default-base-is-moof"] if c.flags & 0x20000 else []
    return ", ".join(said)


def _tfdt(c: Content) -> str:
    ticks = c.wide(4, 4)
    where = f" ({milliseconds(ticks, c.track_ticks)})" if c.track_ticks else ""
    return f"baseMediaDecodeTime {ticks}{where}"


def _trun(c: Content) -> str:
    said, at = [f"{c.number(4)} samples"], 8
    if c.flags & 0x1:
        said.append(f"data_offset {c.number(at, 4, signed=True)}")
        at += 4
    if c.flags & 0x4:
        said.append(f"first_sample_flags {c.number(at):#x}")
    columns = ((0x100, "duration"), (0x200, "size"), (0x400, "flags"), (0x800, "composition"))
    own = [name for bit, name in columns if c.flags & bit]
    return ", ".join([*said, f"of its own: {', '.join(own)}" if own else "all by default"])


def _sidx(c: Content) -> str:
    scale = c.number(8)
    early = c.wide(12, 12)
    count = c.number(c.at(22, 30), 2)
    return f"track {c.number(4)}, from {milliseconds(early, scale)}, {count} references"


def _emsg(c: Content) -> str:
    if c.version == 1:
        return f"{c.text(24)}, at {milliseconds(c.number(8, 8), c.number(4))}"
    return c.text(4)


def _pasp(c: Content) -> str:
    return f"pixel aspect {c.number(0)}:{c.number(4)}"


def _colr(c: Content) -> str:
    if c.text(0, 4) not in ("nclx", "nclc"):
        return c.text(0, 4)
    return f"{c.text(0, 4)} {c.number(4, 2)}/{c.number(6, 2)}/{c.number(8, 2)}"


def _avcc(c: Content) -> str:
    profile = f"profile {c.number(1, 1)}, constraints {c.number(2, 1):#04x}"
    return f"{profile}, level {c.number(3, 1) / 10:g}, NAL length {(c.number(4, 1) & 3) + 1}"


def _hvcc(c: Content) -> str:
    return f"profile {c.number(1, 1) & 31}, level {c.number(12, 1) / 30:g}"


def _av1c(c: Content) -> str:
    return f"profile {c.number(1, 1) >> 5}, level {c.number(1, 1) & 31}"


def _vpcc(c: Content) -> str:
    return f"profile {c.number(4, 1)}, level {c.number(5, 1)}, {c.number(6, 1) >> 4} bits"


def _dops(c: Content) -> str:
    return f"{c.number(1, 1)} channels, pre-skip {c.number(2, 2)}, {c.number(4)} Hz"


def _btrt(c: Content) -> str:
    return f"at most {c.number(4)} bit/s, on average {c.number(8)} bit/s"


def _count(c: Content) -> str:
    return f"{c.number(4)} entries"


def _group(c: Content) -> str:
    return f"grouping “{c.text(4, 4)}”"


VALUES: Mapping[str, Callable[[Content], str]] = {
    "ftyp": _brands, "styp": _brands,
    "mvhd": _mvhd, "mdhd": _mdhd, "tkhd": _tkhd, "elst": _elst,
    "hdlr": lambda c: f"{c.text(8, 4)} “{c.text(24)}”",
    "mehd": lambda c: f"fragment_duration {_duration(c.wide(4, 4), c.movie_ticks)}",
    "trex": _trex,
    "mfhd": lambda c: f"sequence_number {c.number(4)}",
    "tfhd": _tfhd, "tfdt": _tfdt, "trun": _trun, "sidx": _sidx, "emsg": _emsg,
    "pasp": _pasp, "colr": _colr, "avcC": _avcc, "hvcC": _hvcc, "av1C": _av1c, "vpcC": _vpcc,
    "dOps": _dops, "btrt": _btrt,
    "stts": _count, "stsc": _count, "stco": _count, "co64": _count, "ctts": _count,
    "stss": _count, "stsd": _count, "dref": _count, "sbgp": _group, "sgpd": _group,
    "stsz": lambda c: f"{c.number(8)} samples, size {c.number(4) or 'of each its own'}",
    "sdtp": lambda c: f"{max(0, c.size - 4)} samples",
    "vmhd": lambda c: f"flags {c.flags:#x}",
    "smhd": lambda c: f"balance {c.number(4, 2, signed=True)}",
    "url ": lambda c: "in this very file" if c.flags & 1 else c.text(4),
    "frma": lambda c: c.text(0, 4),
    "schm": lambda c: f"{c.text(4, 4)} {c.number(8):#x}",
    "prft": lambda c: f"track {c.number(4)}",
    "mfro": lambda c: f"mfra of {c.number(4)} bytes",
    "tfra": lambda c: f"track {c.number(4)}, {c.number(12)} entries",
}  # fmt: skip
"""Box type -> its content in words."""
