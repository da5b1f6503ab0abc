"""Sentences with the engine's own words in them."""

import re

from studio.verdict.page_report import PageError, Pairs

_CODED = re.compile(r"(?:PipelineStatus::)?([A-Z][A-Z_]+)(?::\s*(.*))?", re.DOTALL)


def ranges_in_words(ranges: Pairs) -> str:
    """Return ``1.86-3.78 s, 5.00-6.00 s``."""
    return ", ".join(f"{start:.2f}-{end:.2f} s" for start, end in ranges)


def engine_words(detail: str) -> str:
    """Return what an engine said, without the names of its own parts.

    ``PipelineStatus::CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block`` gives ``Got a block``;
    a code alone stays. Source: mse-rules.md, finding 5.
    """
    match = _CODED.fullmatch(detail.strip())
    text = (match.group(2) or match.group(1)) if match else detail.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def error_in_words(error: PageError, *, whole: bool = False) -> str:
    """Return one sentence with the engine's own words in it.

    Args:
        error: the page's first error.
        whole: the file was appended as it stands, not by segments.
    """
    words = engine_words(error.detail or error.code)
    if error.code == "stalled":
        held = ranges_in_words(error.buffered) or "nothing"
        return (
            f"It stalled at {error.time_s or 0.0:.2f} s during '{error.stage}' "
            f"(readyState {error.ready_state}); buffered: {held}."
        )
    if error.code == "no-metadata":
        return "The engine took the bytes without an error and could make nothing of them."
    if error.code == "append-timeout":
        return "The engine took the bytes and was never done with them."
    if error.code in {"network", "file-changed", "file-gone"}:
        return f"The file could not be read while it was checked ({error.detail})."
    if error.segment == "init":
        return f"The beginning of the file was refused: {words}"
    if error.segment.isdigit():
        return f"Segment {int(error.segment) + 1} was refused: {words}"
    if whole:
        return f"The file was refused: {words}"
    place = "" if error.time_s is None else f" at {error.time_s:.2f} s"
    return f"It failed{place} during '{error.stage}': {words}"
