"""What stands in each cell of the table: the main line, the quiet one, the tool tip, the order."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from studio.ui import foreseen_words, states, verdict_words, words
from studio.ui.columns import Column
from studio.ui.core_words import translated
from studio.ui.entries import Entry, EntryState
from studio.ui.job_words import (
    activity,
    facts_line,
    facts_of,
    gop_second,
    gop_target,
    has_bar,
    measured_text,
    message,
    percent_text,
    projected_bytes,
    size_texts,
    state_text,
)
from studio.verdict.model import Verdict

MOST_TOLD = 5
"""Findings in a tool tip."""


def main_text(entry: Entry, column: Column) -> str:
    """First line of a cell; a dash where nothing is known."""
    info = entry.info
    video = info.main_video if info else None
    match column:
        case Column.FILE:
            return entry.source.name
        case Column.VIDEO:
            return words.codec_name(video.codec) if video else words.NOTHING
        case Column.RATE:
            return words.rate_text(video.frame_rate if video else None)
        case Column.DURATION:
            return words.clock(info.duration_us if info else None)
        case Column.KEYFRAMES:
            return words.keyframe_texts(entry.keyframes)[0]
        case Column.AUDIO:
            return words.audio_text(info.main_audio if info else None)
        case Column.SIZE:
            return words.size_text(info.size_bytes) if info else words.NOTHING
        case Column.PRESET | Column.GOP if entry.state is EntryState.CHECK_ONLY:
            return words.NOTHING
        case Column.PRESET:
            return entry.settings.preset.name_in(QLocale().name())
        case _:
            return _job_text(entry, column) or words.NOTHING


def _job_text(entry: Entry, column: Column) -> str:
    progress = entry.progress if entry.state is EntryState.RUNNING else None
    match column:
        case Column.GOP:
            return gop_target(entry)
        case Column.MEASURED:
            return measured_text(facts_of(entry))
        case Column.PROGRESS:
            return state_text(entry)
        case Column.SPEED:
            return words.speed_text(progress.speed if progress else None)
        case Column.TIME_LEFT:
            return words.time_left(progress.eta_s if progress else None)
        case Column.MESSAGE:
            return message(entry)
        case Column.OUTPUT:
            path = result_of(entry)
            return path.name if path else words.NOTHING
        case Column.RESULT_SIZE:
            return size_texts(entry)[0]
        case _:
            return _verdict_main(entry)


def result_of(entry: Entry) -> Path | None:
    """The result, or what it will be; None once it is clear that there is none."""
    if entry.state.is_over and entry.output is None:
        return None
    return entry.output or entry.target


def second_text(entry: Entry, column: Column) -> str:
    """Second line of a cell; empty for most."""
    video = entry.info.main_video if entry.info else None
    match column:
        case Column.FILE:
            if entry.state is EntryState.UNUSABLE:
                return message(entry)
            return facts_line(entry.info) if entry.info else states.state_name(entry.state)
        case Column.VIDEO:
            return words.size_of_picture(video) if video else ""
        case Column.KEYFRAMES:
            return words.keyframe_texts(entry.keyframes)[1]
        case Column.GOP:
            return "" if entry.state is EntryState.CHECK_ONLY else gop_second(entry)
        case Column.PROGRESS:
            return activity(entry) if has_bar(entry) else message(entry)
        case Column.OUTPUT if result_of(entry) is not None:
            return " · ".join(part for part in size_texts(entry) if part)
        case Column.RESULT_SIZE:
            return size_texts(entry)[1]
        case Column.VERDICT:
            return _verdict_second(entry)
        case _:
            return ""


def accessible_text(entry: Entry, column: Column) -> str:
    """What a screen reader says of a cell."""
    parts = [main_text(entry, column), second_text(entry, column)]
    if column is Column.PROGRESS and has_bar(entry):
        parts.insert(1, percent_text(entry))
    if column is Column.FILE:
        parts.insert(0, _marker(entry))
    said = ", ".join(part for part in parts if part and part != words.NOTHING)
    return said or QCoreApplication.translate("FileModel", "nothing yet")


def tool_tip(entry: Entry, column: Column) -> str:
    """Everything about a cell that has no room in it."""
    outcome = entry.outcome
    match column:
        case Column.FILE:
            facts = facts_line(entry.info) if entry.info else ""
            return _lines(_marker(entry), str(entry.source), facts, _sentence(entry))
        case Column.PROGRESS | Column.MESSAGE:
            return _lines(states.state_name(entry.state), _sentence(entry))
        case Column.OUTPUT:
            return str(result_of(entry) or "")
        case Column.GOP | Column.MEASURED:
            return _lines(gop_target(entry), gop_second(entry))
        case Column.VERDICT if states.is_foreseen(entry):
            return _foreseen_tip(entry)
        case Column.VERDICT if entry.check_problem is not None:
            return translated(_lines(entry.check_problem.what, entry.check_problem.hint))
        case Column.VERDICT if entry.verdict is not None:
            return _played_tip(entry, entry.verdict)
        case Column.PRESET:
            return main_text(entry, column)
        case _:
            return "" if outcome is None else message(entry)


def tone(entry: Entry, column: Column) -> str:
    """Name of the main line's colour."""
    if column is Column.PROGRESS:
        return states.TONES.get(entry.state, "secondary")
    if column is Column.VERDICT:
        return states.verdict_tone(entry)
    if column is Column.OUTPUT and entry.output is None:
        return "secondary"
    return "disabled" if entry.state is EntryState.UNUSABLE else "text"


def sort_key(entry: Entry, column: Column) -> object:
    """What a column is sorted by: a number or a folded text, one kind per column."""
    info, facts, progress = entry.info, facts_of(entry), entry.progress
    video = info.main_video if info else None
    match column:
        case Column.RATE:
            return float(video.frame_rate or 0) if video else -1.0
        case Column.DURATION:
            return float(info.duration_us or 0) if info else -1.0
        case Column.KEYFRAMES:
            return float(entry.keyframes.mean_us or 0) if entry.keyframes else -1.0
        case Column.SIZE:
            return float(info.size_bytes) if info else -1.0
        case Column.MEASURED:
            return float(facts.longest_gop or 0) if facts else -1.0
        case Column.PROGRESS:
            fraction = progress.fraction if progress else None
            return states.ORDER[entry.state] + (fraction or 0.0) / 2
        case Column.SPEED:
            return float(progress.speed or 0) if progress else -1.0
        case Column.TIME_LEFT:
            return float(progress.eta_s or 0) if progress else -1.0
        case Column.RESULT_SIZE:
            return float(facts.size_bytes) if facts else float(projected_bytes(entry) or -1)
        case Column.VERDICT:
            return states.verdict_order(entry)
        case _:
            return main_text(entry, column).casefold()


def _verdict_main(entry: Entry) -> str:
    if states.is_checking(entry) and entry.waits_for_check:
        return QCoreApplication.translate("FileModel", "Waiting")
    if states.is_checking(entry):
        return QCoreApplication.translate("FileModel", "Checking…")
    if states.is_foreseen(entry):
        return _foreseen_texts(entry)[0]
    if entry.check_problem is not None:
        return QCoreApplication.translate("FileModel", "Not checked")
    return words.ladder_text(entry.verdict.ladder) if entry.verdict else ""


def _verdict_second(entry: Entry) -> str:
    if states.is_checking(entry):
        return entry.checking
    if states.is_foreseen(entry):
        return _foreseen_texts(entry)[1]
    if entry.check_problem is not None:
        return translated(entry.check_problem.what)
    return words.verdict_place(entry.verdict) if entry.verdict else ""


def _foreseen_texts(entry: Entry) -> tuple[str, str]:
    if entry.foreseen is not None:
        return foreseen_words.look_texts(entry.foreseen)
    if entry.unforeseen is not None:
        reason = translated(entry.unforeseen.what)
        return QCoreApplication.translate("FileModel", "Not examined"), reason
    return (QCoreApplication.translate("FileModel", "Examining…") if entry.examining else ""), ""


def _played_tip(entry: Entry, verdict: Verdict) -> str:
    """Say the verdict, what each engine did, and what was found."""
    engines = [verdict_words.marked_line(report) for report in verdict.reports]
    findings = [f"{one.code}: {translated(one.message)}" for one in verdict.findings]
    return _lines(
        verdict_words.verdict_sentence(verdict),
        *engines,
        *findings[:MOST_TOLD],
        verdict_words.when_played(verdict, entry.played_at) if entry.is_played else "",
    )


def _foreseen_tip(entry: Entry) -> str:
    if entry.foreseen is not None:
        second = foreseen_words.look_texts(entry.foreseen)[1]
        findings = [f"{one.code}: {translated(one.message)}" for one in entry.foreseen.findings]
        return _lines(foreseen_words.look_sentence(entry.foreseen), second, *findings[:MOST_TOLD])
    problem = entry.unforeseen
    return translated(_lines(problem.what, problem.hint)) if problem else ""


def _marker(entry: Entry) -> str:
    if not entry.job.stop_before:
        return ""
    return QCoreApplication.translate("FileModel", "The queue stops before this")


def _sentence(entry: Entry) -> str:
    outcome = entry.outcome
    if outcome is None:
        return message(entry)
    said = translated(f"{outcome.what} {outcome.hint}".strip()) or message(entry)
    return _lines(said, *map(translated, outcome.warnings))


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
