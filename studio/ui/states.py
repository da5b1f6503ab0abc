"""What a state looks like: icon, colour and word, and by which chip it is found."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from studio.batch.model import HoldReason
from studio.ui.entries import Entry, EntryState
from studio.verdict.model import Ladder


class Group(StrEnum):
    """What the chips above the table let through."""

    ALL = "all"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    WARNINGS = "warnings"
    FAILED = "failed"
    STOPPED = "stopped"
    """On hold, interrupted or cancelled: not run until the user says so."""
    CHECK_ONLY = "check_only"
    NOT_PLAYING = "not_playing"
    """An engine was asked and failed, in whatever state the job is."""


GROUP_OF = {
    EntryState.READING: Group.WAITING,
    EntryState.WAITING: Group.WAITING,
    EntryState.RUNNING: Group.RUNNING,
    EntryState.PAUSED: Group.RUNNING,
    EntryState.VERIFYING: Group.RUNNING,
    EntryState.DONE: Group.DONE,
    EntryState.DONE_WITH_WARNINGS: Group.WARNINGS,
    EntryState.UNUSABLE: Group.FAILED,
    EntryState.INCOMPLETE: Group.FAILED,
    EntryState.FAILED: Group.FAILED,
    EntryState.CANCELLED: Group.STOPPED,
    EntryState.INTERRUPTED: Group.STOPPED,
    EntryState.ON_HOLD: Group.STOPPED,
    EntryState.CHECK_ONLY: Group.CHECK_ONLY,
}
ICONS = {
    EntryState.READING: "mdi6.dots-horizontal",
    EntryState.UNUSABLE: "mdi6.file-alert-outline",
    EntryState.WAITING: "mdi6.clock-outline",
    EntryState.RUNNING: "mdi6.play-circle-outline",
    EntryState.PAUSED: "mdi6.pause-circle-outline",
    EntryState.VERIFYING: "mdi6.magnify-scan",
    EntryState.DONE: "mdi6.check-circle",
    EntryState.DONE_WITH_WARNINGS: "mdi6.alert",
    EntryState.INCOMPLETE: "mdi6.circle-half-full",
    EntryState.FAILED: "mdi6.alert-circle",
    EntryState.CANCELLED: "mdi6.minus-circle-outline",
    EntryState.INTERRUPTED: "mdi6.flash-alert-outline",
    EntryState.ON_HOLD: "mdi6.hand-back-left-outline",
    EntryState.CHECK_ONLY: "mdi6.file-eye-outline",
}
TONES = {
    EntryState.UNUSABLE: "danger",
    EntryState.FAILED: "danger",
    EntryState.INCOMPLETE: "danger",
    EntryState.DONE: "success",
    EntryState.DONE_WITH_WARNINGS: "warning",
    EntryState.INTERRUPTED: "warning",
    EntryState.ON_HOLD: "warning",
    EntryState.RUNNING: "accent",
    EntryState.VERIFYING: "accent",
}
"""Colour of the state's icon and word; the quiet one where there is none."""
GROUP_ICONS = {
    Group.WAITING: ICONS[EntryState.WAITING],
    Group.RUNNING: ICONS[EntryState.RUNNING],
    Group.DONE: ICONS[EntryState.DONE],
    Group.WARNINGS: ICONS[EntryState.DONE_WITH_WARNINGS],
    Group.FAILED: ICONS[EntryState.FAILED],
    Group.STOPPED: ICONS[EntryState.ON_HOLD],
    Group.CHECK_ONLY: ICONS[EntryState.CHECK_ONLY],
    Group.NOT_PLAYING: "mdi6.close-octagon",
}
GROUP_TONES = {
    Group.RUNNING: "accent",
    Group.DONE: "success",
    Group.WARNINGS: "warning",
    Group.FAILED: "danger",
    Group.STOPPED: "warning",
    Group.NOT_PLAYING: "danger",
}
LADDER_ICONS = {
    Ladder.PASS: "mdi6.check-decagram",
    Ladder.WARN: "mdi6.alert",
    Ladder.FAIL: "mdi6.close-octagon",
    Ladder.NOT_PLAYED: "mdi6.help-circle-outline",
}
LADDER_TONES = {
    Ladder.PASS: "success",
    Ladder.WARN: "warning",
    Ladder.FAIL: "danger",
    Ladder.NOT_PLAYED: "secondary",
}
ORDER = {state: number for number, state in enumerate(EntryState)}
FORESEEN_ICONS = {
    Ladder.FAIL: "mdi6.text-box-remove-outline",
    Ladder.NOT_PLAYED: "mdi6.text-box-search-outline",
}
"""Of what was examined and not played; none of these is an icon of what was played."""

LADDER_ORDER = {ladder: number for number, ladder in enumerate(Ladder)}


def is_in(entry: Entry, group: Group) -> bool:
    """Tell whether the chip of a group lets an entry through."""
    if group is Group.NOT_PLAYING:
        return is_failing(entry)
    return group is Group.ALL or GROUP_OF[entry.state] is group


def is_failing(entry: Entry) -> bool:
    """Tell whether an entry was checked and does not play, or is nothing that could be played."""
    if entry.check_problem is not None:
        return True
    return entry.verdict is not None and entry.is_played and entry.verdict.ladder is Ladder.FAIL


def is_checking(entry: Entry) -> bool:
    """Tell whether a check of what is there now runs; while a job runs it is an old one's."""
    return bool(entry.checking) and not entry.state.is_active


def is_foreseen(entry: Entry) -> bool:
    """Tell whether the list says what is predicted: it was asked for, and nothing was played."""
    return entry.shows_look and not entry.is_played and not is_checking(entry)


def verdict_order(entry: Entry) -> int:
    """Place of an entry's verdict among others: none, played, predicted."""
    if is_foreseen(entry):
        look = entry.foreseen
        return len(LADDER_ORDER) + (LADDER_ORDER[look.ladder] if look else len(LADDER_ORDER))
    return LADDER_ORDER[entry.verdict.ladder] if entry.verdict else -1


def verdict_icon(entry: Entry) -> str:
    """Icon of an entry's verdict; empty where there is none yet."""
    if is_foreseen(entry):
        return _foreseen_icon(entry)
    if is_checking(entry):
        return "mdi6.clock-outline" if entry.waits_for_check else "mdi6.progress-clock"
    if entry.check_problem is not None:
        return "mdi6.alert-circle-outline"
    return LADDER_ICONS[entry.verdict.ladder] if entry.verdict else ""


def _foreseen_icon(entry: Entry) -> str:
    if entry.foreseen is not None:
        return FORESEEN_ICONS.get(entry.foreseen.ladder, FORESEEN_ICONS[Ladder.NOT_PLAYED])
    if entry.examining:
        return "mdi6.progress-clock"
    return "mdi6.alert-circle-outline" if entry.unforeseen else ""


def verdict_tone(entry: Entry) -> str:
    """Colour of an entry's verdict; a prediction has that of plain text."""
    if is_foreseen(entry):
        return "text"
    if is_checking(entry):
        return "secondary" if entry.waits_for_check else "accent"
    if entry.check_problem is not None:
        return "danger"
    return LADDER_TONES[entry.verdict.ladder] if entry.verdict else "secondary"


def state_name(state: EntryState) -> str:
    """Name of a state."""
    return {
        EntryState.READING: QCoreApplication.translate("Words", "Reading…"),
        EntryState.UNUSABLE: QCoreApplication.translate("Words", "Unusable"),
        EntryState.WAITING: QCoreApplication.translate("Words", "Waiting"),
        EntryState.RUNNING: QCoreApplication.translate("Words", "Converting"),
        EntryState.PAUSED: QCoreApplication.translate("Words", "Paused"),
        EntryState.VERIFYING: QCoreApplication.translate("Words", "Verifying"),
        EntryState.DONE: QCoreApplication.translate("Words", "Done"),
        EntryState.DONE_WITH_WARNINGS: QCoreApplication.translate("Words", "Done, with warnings"),
        EntryState.INCOMPLETE: QCoreApplication.translate("Words", "Incomplete"),
        EntryState.FAILED: QCoreApplication.translate("Words", "Failed"),
        EntryState.CANCELLED: QCoreApplication.translate("Words", "Cancelled"),
        EntryState.INTERRUPTED: QCoreApplication.translate("Words", "Interrupted"),
        EntryState.ON_HOLD: QCoreApplication.translate("Words", "On hold"),
        EntryState.CHECK_ONLY: QCoreApplication.translate("Words", "Check only"),
    }[state]


def hold_text(reason: HoldReason) -> str:
    """Say in a few words why a job is on hold."""
    return {
        HoldReason.USER: QCoreApplication.translate("Words", "Held by you"),
        HoldReason.SOURCE_CHANGED: QCoreApplication.translate(
            "Words", "The source changed since it was added"
        ),
        HoldReason.TARGET_EXISTS: QCoreApplication.translate(
            "Words", "A file of this name exists already"
        ),
        HoldReason.DISK_FULL: QCoreApplication.translate("Words", "The disk is full"),
        HoldReason.LOW_SPACE: QCoreApplication.translate("Words", "Not enough room on the disk"),
        HoldReason.DRIVE_GONE: QCoreApplication.translate("Words", "The drive is gone"),
        HoldReason.CRASHED: QCoreApplication.translate(
            "Words", "The program ended twice while it ran"
        ),
        HoldReason.CHECK_ONLY: QCoreApplication.translate("Words", "Is not converted"),
    }[reason]


def group_name(group: Group) -> str:
    """Text of a chip."""
    return {
        Group.ALL: QCoreApplication.translate("Chips", "All"),
        Group.WAITING: QCoreApplication.translate("Chips", "Waiting"),
        Group.RUNNING: QCoreApplication.translate("Chips", "Running"),
        Group.DONE: QCoreApplication.translate("Chips", "Done"),
        Group.WARNINGS: QCoreApplication.translate("Chips", "Warnings"),
        Group.FAILED: QCoreApplication.translate("Chips", "Failed"),
        Group.STOPPED: QCoreApplication.translate("Chips", "Stopped"),
        Group.CHECK_ONLY: QCoreApplication.translate("Chips", "Check only"),
        Group.NOT_PLAYING: QCoreApplication.translate("Chips", "Do not play"),
    }[group]


def group_tip(group: Group) -> str:
    """What a chip lets through, in full."""
    return {
        Group.ALL: QCoreApplication.translate("Chips", "Show every file"),
        Group.WAITING: QCoreApplication.translate("Chips", "Show what waits for its turn"),
        Group.RUNNING: QCoreApplication.translate("Chips", "Show what runs, pauses or is verified"),
        Group.DONE: QCoreApplication.translate("Chips", "Show what is done"),
        Group.WARNINGS: QCoreApplication.translate("Chips", "Show what is done, with warnings"),
        Group.FAILED: QCoreApplication.translate(
            "Chips", "Show what failed, is incomplete or cannot be read"
        ),
        Group.STOPPED: QCoreApplication.translate(
            "Chips", "Show what is on hold, interrupted or cancelled"
        ),
        Group.CHECK_ONLY: QCoreApplication.translate(
            "Chips", "Show what is here to be checked, not to be converted"
        ),
        Group.NOT_PLAYING: QCoreApplication.translate(
            "Chips", "Show what was checked and does not play"
        ),
    }[group]
