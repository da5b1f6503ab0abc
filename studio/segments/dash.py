"""DASH manifests (MPD): what each representation lists.

Source: ISO/IEC 23009-1, sections 5.3 (hierarchy, segment information) and 5.6 (BaseURL).
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.segments.listing import (
    MAX_RENDITIONS,
    MAX_SEGMENTS,
    Entry,
    Folder,
    Listing,
    read_text,
    seconds,
)
from studio.segments.safe_xml import Node, read_xml

_DURATION = re.compile(
    r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,6})D)?"
    r"(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{0,18})?)S)?)?"
)
_UNIT_S = (365 * 86_400, 30 * 86_400, 86_400, 3600, 60)
_FIELD = re.compile(r"\$(?:(RepresentationID|Number|Bandwidth|Time)(?:%0(\d{1,2})d)?)?\$")
_RANGE = re.compile(r"(\d{1,18})-(\d{1,18})")
_SEGMENT_INFO = ("SegmentTemplate", "SegmentList", "SegmentBase")
_SHOWN = ("video", "audio")

ROUNDING = Fraction(1, 10)
"""A last segment with less than this share of a segment's duration may not exist: the
number of segments is computed from a rounded total."""


@dataclass(slots=True)
class _Scope:
    """What a representation inherits, gathered from the outside to the inside."""

    folder: Folder
    manifest: Path
    base: str = ""
    duration_s: Fraction | None = None
    mime: str = ""
    codecs: str = ""
    kind: str = ""
    group: str = ""
    info: dict[str, list[Node]] = field(default_factory=dict)

    def inside(self, node: Node) -> "_Scope":
        """Return the scope of a child element."""
        base = node.first("BaseURL")
        info = {name: [*self.info.get(name, []), *node.all(name)] for name in _SEGMENT_INFO}
        return _Scope(
            self.folder,
            self.manifest,
            self.base if base is None else _joined(self.base, base.text.strip()),
            self.duration_s,
            node.get("mimeType", self.mime),
            node.get("codecs", self.codecs),
            node.get("contentType", self.kind),
            node.get("id", self.group) if node.name == "AdaptationSet" else self.group,
            info,
        )

    def attribute(self, name: str, key: str, default: str = "") -> str:
        """Return an attribute of the innermost element of this name that has it."""
        for node in reversed(self.info[name]):
            if key in node.attributes:
                return node.attributes[key]
        return default

    def child(self, names: tuple[str, ...], wanted: str) -> Node | None:
        """Return a child of the innermost element of these names that has it."""
        for name in names:
            for node in reversed(self.info[name]):
                if (found := node.first(wanted)) is not None:
                    return found
        return None

    def number(self, name: str, key: str, default: int) -> int:
        """Return a whole number of an attribute."""
        text = self.attribute(name, key)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else default

    def entry(
        self,
        uri: str,
        span: str = "",
        *,
        is_init: bool = False,
        declared_s: Fraction | None = None,
        may_be_missing: bool = False,
    ) -> Entry:
        """Return an entry for ``uri`` (relative to the base) and a byte range."""
        name = _joined(self.base, uri)
        path = self.folder.file(self.manifest.parent, name)
        found = _RANGE.fullmatch(span.strip())
        offset = int(found[1]) if found else 0
        size = int(found[2]) - offset + 1 if found else None
        return Entry(name, path, offset, size, is_init, declared_s, False, may_be_missing)


def read_dash(path: Path, folder: Folder) -> tuple[list[Listing], bool]:
    """Return what an MPD lists, and whether it is complete (of type static).

    Representations that are neither picture nor sound are left out.

    Raises:
        SegmentError: it is no MPD, or names what is not a file beside it.
    """
    root = read_xml(read_text(path))
    if root.name != "MPD":
        raise SegmentError(f"“{path.name}” is not a DASH manifest.", hint="It is another XML file.")
    total_s = duration(root.get("mediaPresentationDuration"))
    top = _Scope(folder, path, duration_s=total_s).inside(root)
    found: list[Listing] = []
    periods = root.all("Period")
    for number, period in enumerate(periods):
        if "href" in period.attributes:
            raise SegmentError(
                f"“{path.name}” takes a period from another manifest.",
                hint="Download the whole presentation as one manifest.",
            )
        scope = top.inside(period)
        scope.duration_s = _period_s(periods, number, total_s)
        prefix = f"{number + 1}/" if len(periods) > 1 else ""
        for group in period.all("AdaptationSet"):
            inner = scope.inside(group)
            for one in group.all("Representation"):
                _add_listing(found, inner.inside(one), one, prefix)
    return found, root.get("type", "static") == "static"


def _period_s(periods: list[Node], number: int, total_s: Fraction | None) -> Fraction | None:
    """Return how long a period lasts, as it says or as the next one's start tells."""
    period = periods[number]
    own = duration(period.get("duration"))
    if own is not None:
        return own
    start = duration(period.get("start")) or Fraction(0)
    if number + 1 < len(periods):
        following = duration(periods[number + 1].get("start"))
        return None if following is None else following - start
    return None if total_s is None else total_s - start


def _add_listing(found: list[Listing], scope: _Scope, node: Node, prefix: str) -> None:
    kind = scope.mime.partition("/")[0] or scope.kind
    if kind not in _SHOWN:
        return
    if len(found) >= MAX_RENDITIONS:
        raise SegmentError("The manifest lists more representations than any real one.")
    rate = node.get("bandwidth")
    bandwidth = int(rate) if rate.isascii() and rate.isdigit() else None
    listing = Listing(
        prefix + node.get("id", str(len(found))),
        scope.manifest,
        scope.mime,
        scope.codecs,
        scope.group,
        bandwidth,
    )
    names = {"RepresentationID": node.get("id"), "Bandwidth": rate}
    if scope.info["SegmentTemplate"]:
        listing.entries = _templated(scope, names)
    elif scope.info["SegmentList"]:
        listing.entries = _listed(scope)
    else:
        listing.entries = [scope.entry("")]
    found.append(listing)


def _templated(scope: _Scope, names: dict[str, str]) -> list[Entry]:
    entries = []
    init = scope.attribute("SegmentTemplate", "initialization")
    if init:
        entries.append(scope.entry(_filled(init, names), is_init=True))
    pattern = scope.attribute("SegmentTemplate", "media")
    for number, (time, declared_s, is_rest) in enumerate(
        _times(scope, "SegmentTemplate", None), scope.number("SegmentTemplate", "startNumber", 1)
    ):
        name = _filled(pattern, names | {"Number": str(number), "Time": str(time)})
        entries.append(scope.entry(name, declared_s=declared_s, may_be_missing=is_rest))
    return entries


def _listed(scope: _Scope) -> list[Entry]:
    entries = []
    init = scope.child(("SegmentList",), "Initialization")
    if init is not None:
        entries.append(scope.entry(init.get("sourceURL"), init.get("range"), is_init=True))
    urls = next(
        (n.all("SegmentURL") for n in reversed(scope.info["SegmentList"]) if n.children), []
    )
    times = _times(scope, "SegmentList", len(urls[:MAX_SEGMENTS]))
    for url, (_, declared_s, _) in zip(urls, times, strict=False):
        entries.append(scope.entry(url.get("media"), url.get("mediaRange"), declared_s=declared_s))
    return entries


def _times(scope: _Scope, name: str, count: int | None) -> list[tuple[int, Fraction | None, bool]]:
    """Return time in ticks, duration in seconds and "may be missing" of each segment.

    Args:
        scope: where they are described.
        name: SegmentTemplate or SegmentList.
        count: how many there are, None when only the durations tell.
    """
    scale = max(1, scope.number(name, "timescale", 1))
    timeline = scope.child((name,), "SegmentTimeline")
    if timeline is not None:
        start = scope.number(name, "presentationTimeOffset", 0)
        return [(t, Fraction(d, scale), False) for t, d in _timeline(timeline, scope, scale, start)]
    length = scope.number(name, "duration", 0)
    if count is None and length and scope.duration_s is not None:
        exact = scope.duration_s * scale / length
        count = min(MAX_SEGMENTS, -(-exact.numerator // exact.denominator))
        rest = exact - (count - 1) < ROUNDING and count > 1
        declared_s: Fraction | None = Fraction(length, scale)
        times = [(i * length, declared_s, False) for i in range(count)]
        return [*times[:-1], (times[-1][0], None, True)] if rest else times
    if count is None:
        raise SegmentError(
            f"“{scope.manifest.name}” does not tell how many segments there are.",
            hint="Save it again when the recording has ended.",
        )
    declared_s = Fraction(length, scale) if length else None
    return [(i * length, declared_s, False) for i in range(count)]


def _timeline(timeline: Node, scope: _Scope, scale: int, start: int) -> list[tuple[int, int]]:
    """Return time and duration of each segment, in ticks."""
    found: list[tuple[int, int]] = []
    time = 0
    rows = timeline.all("S")
    for place, row in enumerate(rows):
        time = _whole(row.get("t"), time)
        length = _whole(row.get("d"), 0)
        repeat = _whole(row.get("r").removeprefix("-"), 0)
        if row.get("r").startswith("-"):
            end = _whole(rows[place + 1].get("t"), time) if place + 1 < len(rows) else None
            if end is None:
                end = start + int((scope.duration_s or 0) * scale)
            repeat = max(0, -((time - end) // max(1, length)) - 1)
        if len(found) + repeat >= MAX_SEGMENTS:
            raise SegmentError("The manifest lists more segments than any real one.")
        for _ in range(repeat + 1):
            found.append((time, length))
            time += length
    return found


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else default


def _filled(pattern: str, names: dict[str, str]) -> str:
    """Put a template's values in."""

    def value(found: re.Match[str]) -> str:
        if found[1] is None:
            return "$"
        return names.get(found[1], "").rjust(int(found[2] or 0), "0")

    return _FIELD.sub(value, pattern)


def _joined(base: str, uri: str) -> str:
    """Resolve a relative address against another one."""
    if not uri:
        return base
    if uri.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", uri):
        return uri
    return base[: base.rfind("/") + 1] + uri


def duration(text: str) -> Fraction | None:
    """Return an ISO 8601 duration in seconds; None for anything else."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or text.strip() in ("", "P", "PT"):
        return None
    total = seconds(found[6] or "0") or Fraction(0)
    for part, unit_s in zip(found.groups()[:5], _UNIT_S, strict=True):
        total += int(part or 0) * unit_s
    return total
