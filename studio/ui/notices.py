"""What the queue has to tell becomes calm messages above the table, with what can be done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.batch.book import UNSAVED
from studio.batch.model import Collision, HoldReason, QueueNotice
from studio.batch.recovery import CRASH_NOTICE
from studio.ui.banners import Action, Banners, Notice
from studio.ui.core_words import translated
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from studio.ui.sources import Sources
from studio.ui.states import Group
from studio.ui.tally import Need, Tally

VOLUME, STALL, MARKER = "volume-", "stall-", "stop-marker"


class Notices(QObject):
    """Hears the queue and shows, replaces and takes back messages by their key."""

    show_wanted = Signal(object, object)
    """Entries (list[Entry]) to be selected, and the Group in which they are."""

    def __init__(self, banners: Banners, desk: Desk, tally: Tally, sources: Sources) -> None:
        super().__init__(banners)
        self._banners, self._desk, self._tally = banners, desk, tally
        self._sources = sources
        self._needed = dict.fromkeys(Need, 0)
        desk.notice.connect(self._on_notice)
        desk.runner.idle.connect(self._on_idle)
        desk.runner.started.connect(self._on_started)
        tally.changed.connect(self._on_tally)

    # -- what the queue says ---------------------------------------------------------

    def _on_notice(self, told: QueueNotice) -> None:
        if not told.what:
            self._banners.dismiss(told.key)
            return
        what, hint = self._words(told)
        tone = "danger" if told.key in (UNSAVED, "refused") else "warning"
        tone = "info" if told.key == MARKER else tone
        notice = Notice(told.key, what, hint, self._detail(told, what), tone, self._actions(told))
        self._banners.show_notice(notice)

    def _detail(self, told: QueueNotice, what: str) -> str:
        """Keep the queue's own words where others are shown."""
        says_all = what == told.what or told.key in (CRASH_NOTICE, MARKER)
        own = "" if says_all else translated(f"{told.what} {told.hint}".strip())
        return "\n\n".join(part for part in (own, told.detail) if part)

    def _words(self, told: QueueNotice) -> tuple[str, str]:
        """Return sentence and hint in the window's language, where they are known."""
        entries = self._entries(told)
        name = entries[0].source.name if entries else ""
        if told.key == CRASH_NOTICE:
            return self._crash_words(entries), self.tr("Nothing starts by itself.")
        if told.key == UNSAVED:
            what = self.tr("The queue cannot be saved now. Running files go on.")
            return what, self.tr("Changes are kept until MSE Studio ends. Free some disk space.")
        if told.key == MARKER and name:
            text = self.tr("The queue stopped before {name}, as you asked.")
            return text.format(name=name), self.tr("Start goes on with it.")
        if told.key.startswith(STALL) and name:
            text = self.tr("{name} has made no progress for a while.")
            return text.format(name=name), self.tr("Wait, or cancel it.")
        if told.key.startswith(VOLUME):
            return self._volume_words(told)
        return told.what, told.hint

    def _crash_words(self, entries: list[Entry]) -> str:
        def count(*states: EntryState) -> int:
            return sum(entry.state in states for entry in entries)

        broken = count(EntryState.INTERRUPTED)
        held = count(EntryState.ON_HOLD)
        done = count(EntryState.DONE, EntryState.DONE_WITH_WARNINGS)
        here = len(self._desk.files)
        parts = [
            self.tr("MSE Studio closed unexpectedly."),
            self.tr("%n file(s) are all still here.", "", here),
            self.tr("%n was interrupted and begins anew.", "", broken) if broken else "",
            self.tr("%n was complete already.", "", done) if done else "",
            self.tr("%n is on hold: this happened twice while it ran.", "", held) if held else "",
        ]
        return " ".join(part for part in parts if part)

    def _volume_words(self, told: QueueNotice) -> tuple[str, str]:
        root = told.key.removeprefix(VOLUME)
        blocked = {volume.root: volume.reason for volume in self._desk.runner.status.blocked}
        reason = blocked.get(Path(root))
        if reason is HoldReason.DRIVE_GONE:
            what = self.tr("{volume} is gone. Files that go there wait.")
            return what.format(volume=root), self.tr("Connect the drive again, then resume.")
        if reason is None and not told.job_ids:
            what = self.tr("{volume} is nearly full. Files that go there stand still.")
            hint = self.tr("Free some space; they go on by themselves.")
            return what.format(volume=root), hint
        what = self.tr("{volume} is full. Files that go there wait.")
        return what.format(volume=root), self.tr("Free some space, then resume.")

    def _actions(self, told: QueueNotice) -> list[Action]:
        desk, entries = self._desk, self._entries(told)
        if told.key == CRASH_NOTICE:
            return [
                (self.tr("Start queue"), self._closing(told.key, desk.start)),
                (self.tr("Show"), partial(self.show_wanted.emit, entries, Group.ALL)),
            ]
        if told.key == MARKER:
            return [(self.tr("Start"), self._closing(told.key, desk.start))]
        if told.key.startswith(STALL) and entries:
            return [
                (self.tr("Cancel it"), self._closing(told.key, partial(desk.cancel, entries))),
                (self.tr("Show"), partial(self.show_wanted.emit, entries, Group.ALL)),
            ]
        if told.key.startswith(VOLUME):
            return [(self.tr("Resume"), self._closing(told.key, partial(self._resume, told.key)))]
        return []

    def _entries(self, told: QueueNotice) -> list[Entry]:
        found = (self._desk.files.get(job_id) for job_id in told.job_ids)
        return [entry for entry in found if entry is not None]

    def _resume(self, key: str) -> None:
        for volume in self._desk.runner.status.blocked:
            if f"{VOLUME}{volume.root}" == key:
                self._desk.unblock(volume)
                return
        self._desk.resume(self._desk.runner.active)  # nearly full: they merely stand still

    def _closing(self, key: str, act: Callable[[], object]) -> Callable[[], None]:
        def close_and_act() -> None:
            self._banners.dismiss(key)
            act()

        return close_and_act

    # -- what files need -------------------------------------------------------------

    def _on_tally(self) -> None:
        for need in Need:
            entries = self._tally.needing(need)
            known, self._needed[need] = self._needed[need], len(entries)
            if not entries:
                self._banners.dismiss(need.value)
            elif len(entries) > known or (len(entries) != known and self._is_shown(need)):
                self._banners.show_notice(self._need(need, entries))

    def _is_shown(self, need: Need) -> bool:
        return need.value in self._banners.shown

    def _need(self, need: Need, entries: list[Entry]) -> Notice:
        """Make the message for all files that need the same."""
        count, key = len(entries), need.value
        show = (self.tr("Show"), partial(self.show_wanted.emit, entries, Group.ALL))
        if need is Need.TARGET_EXISTS:
            what = self.tr("%n result(s) would have the name of a file that exists.", "", count)
            hint = self.tr("Replacing waits until the new file is complete.")
            choices = (
                (self.tr("Number"), Collision.NUMBER),
                (self.tr("Replace"), Collision.REPLACE),
                (self.tr("Skip"), Collision.SKIP),
            )
            actions = [(text, partial(self._decide, choice)) for text, choice in choices]
            return Notice(key, what, hint, "", "warning", [*actions, show])
        if need is Need.SOURCE_CHANGED:
            what = self.tr("%n source(s) changed since they were added.", "", count)
            use = (self.tr("Use as they are now"), partial(self._release, need))
            return Notice(key, what, "", "", "warning", [use, show])
        if need is Need.SOURCE_MISSING:
            what = self.tr("%n source(s) cannot be found.", "", count)
            hint = self.tr("Connect the drive, or say where they are now.")
            find = (self.tr("Locate…"), partial(self._locate, need))
            return Notice(key, what, hint, "", "danger", [find, show])
        what = self.tr("%n file(s) wait for room on the disk.", "", count)
        again = (self.tr("Try again"), partial(self._release, need))
        anyway = (self.tr("Run all the same"), partial(self._release, need, despite=True))
        return Notice(key, what, "", "", "warning", [again, anyway, show])

    def _decide(self, collision: Collision) -> None:
        self._desk.decide_collision(self._tally.needing(Need.TARGET_EXISTS), collision)

    def _release(self, need: Need, *, despite: bool = False) -> None:
        self._desk.release(self._tally.needing(need), despite=despite)

    def _locate(self, need: Need) -> None:
        self._sources.locate(self._tally.needing(need))

    # -- the end of a batch ----------------------------------------------------------

    def _on_started(self) -> None:
        self._banners.dismiss("failed")

    def _on_idle(self) -> None:
        failures = (EntryState.FAILED, EntryState.INCOMPLETE)
        failed = [e for e in self._desk.runner.batch.values() if e.state in failures]
        if not failed:
            self._banners.dismiss("failed")
            return
        outcome = failed[0].outcome if len(failed) == 1 else None
        what = outcome.what if outcome else ""
        what = what or self.tr("%n file(s) could not be converted.", "", len(failed))
        retry = (self.tr("Retry"), self._closing("failed", partial(self._desk.retry, failed)))
        show = (self.tr("Show"), partial(self.show_wanted.emit, failed, Group.FAILED))
        detail = "\n\n".join(f"{e.source}\n{e.outcome.detail}" for e in failed if e.outcome)
        hint = outcome.hint if outcome else ""
        self._banners.show_notice(Notice("failed", what, hint, detail, "danger", (retry, show)))
