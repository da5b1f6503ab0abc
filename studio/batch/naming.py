"""Names of results: templates, folders, and names that every file system takes.

A template is text with fields in braces: ``{name}-{height}p-{counter:03}``. What the fields
become is repaired until it is a name: no separators, no control characters, not too long.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from studio.batch.file_names import cut, numbered, safe_stem
from studio.batch.model import OutputRule
from studio.batch.template import FIELDS, Piece, Value, parse_template, render
from studio.errors import OutputError, PlanError
from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.model import EncodePlan
from studio.transcode.publish import NAME_LIMIT_BYTES, target_key

__all__ = ["FIELDS", "check_template", "example", "free_path", "target_for", "wants_plan"]

_PLANNED = frozenset({"width", "height", "fps", "gop", "codec"})
"""Fields that a plan decides."""

_MOST_NUMBERS = 100_000
_SHORTEST_NAME_BYTES = 24
"""A source's name is not cut below this while the rest of the template can be cut instead."""


def check_template(text: str) -> None:
    """See whether a template can be used.

    Raises:
        PlanError: it is empty, names an unknown field, formats one in a way it has not, or
            holds a path separator; the sentence says which.
    """
    parse_template(text)


def wants_plan(text: str) -> bool:
    """Tell whether a plan can make a difference to names of this template; False for a bad one.

    Planning is a quarter of what adding a file costs, and most templates do without.
    """
    try:
        return any(piece.field in _PLANNED for piece in parse_template(text))
    except PlanError:
        return False


def target_for(
    rule: OutputRule,
    source: Path,
    info: MediaInfo,
    preset: Preset,
    plan: EncodePlan | None,
    *,
    counter: int,
    today: date,
    platform: str = sys.platform,
) -> Path:
    """Return the path a result should have: never its source, not yet made free.

    Looks at no disk. The folders of a mirrored tree may have to be made.

    Args:
        rule: folder and template.
        source: of the job; its own name stands for ``{name}``.
        info: what the source is.
        preset: what is made; gives the suffix.
        plan: exactly what is made; None where it cannot be planned, then the source's own
            size and rate stand in the name.
        counter: the job's number, for ``{counter}``.
        today: for ``{date}``; a ``datetime`` also gives ``{time}``.
        platform: as ``sys.platform``; decides which names are repaired.

    Raises:
        PlanError: the template cannot be used.
    """
    pieces = parse_template(rule.name)
    values = _values(source, info, preset, plan, counter=counter, today=today)
    name = _file_name(pieces, values, preset.container.suffix, platform)
    path = folder_for(rule, source) / name
    if target_key(path) == target_key(source.absolute()):
        return numbered(path, 2)
    return path


def folder_for(rule: OutputRule, source: Path) -> Path:
    """Return the folder of a result, absolute.

    A source outside the mirrored tree gets the folder itself.
    """
    parent = _plain(source).parent
    if rule.folder is None:
        return parent
    folder = _plain(rule.folder)
    if rule.mirror_root is None:
        return folder
    root = _plain(rule.mirror_root)
    return folder / parent.relative_to(root) if parent.is_relative_to(root) else folder


def example(
    template: str,
    preset: Preset,
    source: Path | None = None,
    info: MediaInfo | None = None,
    plan: EncodePlan | None = None,
    *,
    counter: int = 1,
    today: date | None = None,
    platform: str = sys.platform,
) -> str:
    """Return the file name a template makes, for a line that follows the user's typing.

    Args:
        template: as typed so far.
        preset: the chosen one.
        source: a file of the user; without one there is an invented holiday film.
        info: what it is, if known.
        plan: what will be made of it, if known.
        counter: the number it would get.
        today: the day it would be added; None for a fixed one.
        platform: as ``sys.platform``.

    Raises:
        PlanError: the template cannot be used.
    """
    pieces = parse_template(template)
    path = source or Path("Holiday") / "Beach.mov"
    day = today or date(2026, 7, 14)
    values = _values(path, info, preset, plan, counter=counter, today=day)
    if source is None and info is None and plan is None:
        values |= {"width": 1920, "height": 1080, "fps": 25, "gop": 50}
    return _file_name(pieces, values, preset.container.suffix, platform)


def free_path(wanted: Path, taken: Callable[[str], bool]) -> Path:
    """Return the path, or the first numbered one, that neither the disk nor a job has.

    ``name (2).webm`` follows ``name.webm``. A number the path has already is counted on from
    where the plain name is taken too; otherwise it belongs to the name.

    Args:
        wanted: the path that is tried first.
        taken: tells for a ``target_key`` whether another job, or a source, has it.

    Raises:
        OutputError: every number is taken.
    """

    def is_taken(path: Path) -> bool:
        return taken(target_key(path)) or os.path.lexists(path)

    if not is_taken(wanted):
        return wanted
    plain, first = _unnumbered(wanted)
    if first == 1 or not is_taken(plain):
        plain, first = wanted, 1
    key_of = _numbered_keys(plain)
    for number in range(first + 1, _MOST_NUMBERS):
        if key_of is not None and taken(key_of(number)):
            continue
        path = numbered(plain, number)
        if not is_taken(path):
            return path
    what = f"Every number for {wanted.name} is taken."
    raise OutputError(what, hint="Choose another name or folder for the results.")


def _numbered_keys(path: Path) -> Callable[[int], str] | None:
    """Return what gives the ``target_key`` of a numbered path without making the path.

    Hundreds of files of one name (``index.mp4`` out of as many folders) are no rarity, and each
    looks at the numbers of all before it. None where numbers would cut the name.
    """
    if len(os.fsencode(path.name)) + len(f" ({_MOST_NUMBERS})") > NAME_LIMIT_BYTES:
        return None
    stem = target_key(path.with_name(path.stem))
    tail = target_key(path).removeprefix(stem)
    return lambda number: f"{stem} ({number}){tail}"


def _unnumbered(path: Path) -> tuple[Path, int]:
    """Split ``name (7).webm`` into ``name.webm`` and 7; 1 where there is no number."""
    stem, separator, tail = path.stem.rpartition(" (")
    digits = tail.removesuffix(")")
    is_number = tail.endswith(")") and digits.isascii() and digits.isdecimal()
    if not (separator and stem and is_number and len(digits) < 6 and digits[0] != "0"):
        return path, 1
    return path.with_name(stem + path.suffix), int(digits)


def _plain(path: Path) -> Path:
    """Return the path absolute and without ``..``, links not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100  (must not follow links)


def _file_name(
    pieces: tuple[Piece, ...], values: dict[str, Value], suffix: str, platform: str
) -> str:
    """Fill the template and make a name of it; what is too long loses the end of ``{name}``."""
    limit = NAME_LIMIT_BYTES - len(os.fsencode(suffix))
    stem = safe_stem(render(pieces, values), platform)
    excess = len(os.fsencode(stem)) - limit
    if excess > 0:
        name = str(values["name"])
        uses = sum(piece.field == "name" for piece in pieces)
        room = len(os.fsencode(name)) - (-(-excess // uses) if uses else 0)
        shorter = values | {"name": cut(name, max(_SHORTEST_NAME_BYTES, room))}
        stem = safe_stem(cut(safe_stem(render(pieces, shorter), platform), limit), platform)
    if not stem:
        stem = safe_stem(cut(safe_stem(str(values["name"]), platform), limit), platform) or "_"
    return stem + suffix


def _values(
    source: Path,
    info: MediaInfo | None,
    preset: Preset,
    plan: EncodePlan | None,
    *,
    counter: int,
    today: date,
) -> dict[str, Value]:
    """Return what each field stands for; "" where there is nothing to tell."""
    video = info.main_video if info is not None else None
    width, height, rate = (plan.width, plan.height, plan.frame_rate) if plan else (0, 0, None)
    if video is not None and not (plan is not None and plan.video is None):
        width, height, rate = width or video.width, height or video.height, rate or video.frame_rate
    return {
        "name": source.stem,
        "ext": source.suffix.removeprefix("."),
        "parent": _plain(source).parent.name,
        "preset": preset.id,
        "preset_name": preset.name_in("en"),
        "container": preset.container.value,
        "codec": _codec(preset, info, plan),
        "width": width or None,
        "height": height or None,
        "fps": rate or None,
        "gop": plan.gop.size if plan is not None and plan.gop is not None else None,
        "counter": counter,
        "date": today,
        "time": today,
    }


def _codec(preset: Preset, info: MediaInfo | None, plan: EncodePlan | None) -> str:
    has_picture = plan.video is not None if plan else info is None or bool(info.video)
    if preset.video is not None and has_picture:
        return preset.video.codec
    return preset.audio.codec if preset.audio is not None else ""
