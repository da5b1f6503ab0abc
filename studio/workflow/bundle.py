"""Hand-off bundles: media, playlists, a page that plays them, server snippets and the verdict."""

import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from studio import paths
from studio.errors import InputError, RepairError
from studio.transcode.control import Control
from studio.transcode.publish import refuse_source
from studio.verdict.browsers import Engine
from studio.verdict.report import CheckedFile, CheckReport
from studio.workflow.bench import Bench
from studio.workflow.bundle_items import (
    BundleItem,
    add_other,
    add_packaged,
    add_webm,
    free_name,
    playlist_of,
)
from studio.workflow.bundle_mend import mended_copy
from studio.workflow.bundle_readme import readme
from studio.workflow.bundle_report import Scrubber, report_files, within
from studio.workflow.bundle_servers import server_files
from studio.workflow.bundle_zip import files_of, sums_of, zip_folder
from studio.workflow.folders import (
    cannot_write,
    copy,
    name_folder,
    part_folder,
    refuse_taken,
    stopping,
)
from studio.workflow.ladder_check import check_ladder, examine_fit
from studio.workflow.static import examine_any

ZIP_SUFFIX = ".zip"
SCHEMA = 1
_SUMS = "SHA256SUMS"
_MEDIA_SHARE, _CHECK_SHARE = 0.4, 0.3
_WATCH_S = 0.2


@dataclass(frozen=True, slots=True)
class BundleProgress:
    """How far a bundle is: 0 to 1 of all, and what is done: a file, ``check``, ``write``."""

    fraction: float
    doing: str


@dataclass(frozen=True, slots=True)
class BundleWishes:
    """How a bundle shall be.

    ``engines`` play what is in it, for the report; with none it is examined only.
    ``language`` is that of README.txt and the report, into which ``translate`` puts the core's
    sentences.
    """

    engines: Sequence[Engine] = ()
    language: str = "en"
    translate: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A finished bundle, and what its report says; paths of ``files`` count from its folder.

    ``notes`` are sentences on what is in it as a repaired copy.
    """

    path: Path
    files: tuple[CheckedFile, ...]
    notes: tuple[str, ...] = ()


def _ignore(_progress: BundleProgress) -> None:
    return


def make_bundle(
    subjects: Sequence[Path],
    target: Path,
    wishes: BundleWishes = BundleWishes(),
    *,
    ffmpeg: Path | None = None,
    on_progress: Callable[[BundleProgress], None] = _ignore,
    control: Control | None = None,
) -> Bundle:
    """Put films and ladders together for whoever runs the server.

    Runs on the caller's thread until it is done. Nothing bears the target's name before all
    of it is there; nothing is ever replaced.

    Args:
        subjects: WebM, MP4 and Matroska files, playlists, and folders of ladders.
        target: the folder to make, or a zip where its name ends so.
        wishes: engines and language.
        ffmpeg: puts Matroska files into MP4; None where there are none, or no ffmpeg.
        on_progress: hears from this thread, and from the engines' one.
        control: cancels; None for never.

    Raises:
        CancelledError: that was asked for.
        InputError: a subject cannot be streamed, or there is none.
        OutputError: the target is there already, or cannot be written.
        StudioError: a subject cannot be read or packaged.
    """
    if not subjects:
        raise InputError("There is nothing to put into a bundle.", hint="Name a file or a ladder.")
    target = target.absolute()
    refuse_taken(target)
    for subject in subjects:
        refuse_source(target, subject)
    with part_folder(target) as part:
        work = _Work(part, target, wishes, ffmpeg, on_progress, control or Control())
        try:
            return work.bundle(subjects)
        except OSError as error:
            raise cannot_write(target, error) from error


@dataclass(slots=True)
class _Work:
    """One bundle on its way, in its part folder."""

    part: Path
    target: Path
    wishes: BundleWishes
    ffmpeg: Path | None
    on_progress: Callable[[BundleProgress], None]
    control: Control
    items: list[BundleItem] = field(default_factory=list)
    done_bytes: int = 0
    total_bytes: int = 1

    @property
    def is_zip(self) -> bool:
        return self.target.suffix.lower() == ZIP_SUFFIX

    @property
    def title(self) -> str:
        return self.target.stem if self.is_zip else self.target.name

    def bundle(self, subjects: Sequence[Path]) -> Bundle:
        """Make it and give it its name."""
        self.total_bytes = max(1, sum(map(_size_of, subjects)))
        for subject in subjects:
            self._add(subject)
        report = within(self._report(tuple(self._checked())), self.part)
        self._write_rest(report, subjects)
        self.control.check()
        path = self._named()
        self._tell(1.0, "done")
        return Bundle(path, report.files, tuple(item.note for item in self.items if item.note))

    def _add(self, subject: Path) -> None:
        self.control.check()
        name = free_name(subject, [item.name for item in self.items])
        playlist = playlist_of(subject)
        self._tell(_MEDIA_SHARE * self.done_bytes / self.total_bytes, name)
        if playlist is not None:
            item = add_packaged(playlist, self.part, name, self._copy)
        else:
            webm = add_webm(subject, self.part, name, self._copy_mended)
            item = webm or self._packaged(subject, name)
        self.items.append(item)

    def _packaged(self, subject: Path, name: str) -> BundleItem:
        with stopping(self.control) as cancel:
            try:
                return add_other(subject, self.part, name, self.ffmpeg, cancel)
            except RepairError:
                self.control.check()
                raise

    def _copy_mended(self, source: Path, target: Path) -> str:
        size = source.stat().st_size

        def tell(fraction: float) -> None:
            share = min(1.0, (self.done_bytes + fraction * size) / self.total_bytes)
            self._tell(_MEDIA_SHARE * share, target.name)

        with stopping(self.control) as cancel:
            try:
                note = mended_copy(source, target, on_progress=tell, cancel=cancel)
            except RepairError:
                self.control.check()
                raise
        if note is None:
            self._copy(source, target)
        else:
            self.done_bytes += size
        return note or ""

    def _copy(self, source: Path, target: Path) -> None:
        """Copy a file; where it is only to be packed into a zip, a second name for it will do."""
        if self.is_zip and _linked(source, target):
            return

        def count(size: int) -> None:
            self.control.check()
            self.done_bytes += size
            share = min(1.0, self.done_bytes / self.total_bytes)
            self._tell(_MEDIA_SHARE * share, target.name)

        copy(source, target, count)

    def _checked(self) -> Iterator[CheckedFile]:
        """Yield the verdict on everything that is played from the bundle."""
        with Bench(self.wishes.engines) as bench, stopping(self.control) as cancel:
            for number, item in enumerate(self.items):
                at = _MEDIA_SHARE + _CHECK_SHARE * number / len(self.items)

                def stage(text: str, at: float = at) -> None:
                    self._tell(at, text)

                stage("check")
                yield from self._verdicts(item, bench, stage, cancel)
                self.control.check()

    def _verdicts(
        self, item: BundleItem, bench: Bench, stage: Callable[[str], None], cancel: threading.Event
    ) -> Iterator[CheckedFile]:
        path = item.checked
        if not bench.engines:
            for one in examine_any(path):
                name = Path(one.rendition).stem
                yield CheckedFile(path, one.map.mime, one.verdict, rendition=name)
            changes = examine_fit(path) if playlist_of(path) is not None else None
            yield from [changes] if changes else []
        elif playlist_of(path) is not None:
            yield from check_ladder(path, bench, on_stage=stage, cancel=cancel).files
        else:
            verdict = bench.check(path, on_stage=stage, cancel=cancel)
            yield CheckedFile(path, examine_any(path)[0].map.mime, verdict)

    def _write_rest(self, report: CheckReport, subjects: Sequence[Path]) -> None:
        """Write the page, the report, and everything in words."""
        scrub = Scrubber((self.part, *(subject.absolute().parent for subject in subjects)))
        told = report_files(
            report,
            scrub,
            translate=self.wishes.translate,
            language=self.wishes.language,
        )
        self._write_all("report", told)
        self._write_all("server", server_files(self.title))
        page = paths.resources_dir() / "bundle"
        scripts = {
            path.name: path.read_text("utf-8")
            for path in sorted(page.iterdir())
            if path.suffix in (".js", ".css")
        }
        self._write_all("page", scripts)
        links = [str(link) for item in self.items for link in _links(item)]
        names = [item.name for item in self.items]
        listed = {
            "schema": SCHEMA,
            "report": "report/report.html",
            "items": [item.told for item in self.items],
        }
        self._write_all(
            "",
            {
                "index.html": (page / "index.html").read_text("utf-8"),
                "bundle.json": json.dumps(listed, ensure_ascii=False) + "\n",
                "README.txt": readme(self.title, names, links, self.wishes.language),
            },
        )
        self._write_all("", {_SUMS: sums_of(self.part, self._counted(0.0))})

    def _report(self, files: tuple[CheckedFile, ...]) -> CheckReport:
        identities = tuple(engine.identity for engine in self.wishes.engines)
        is_played = bool(self.wishes.engines)
        return CheckReport(files, identities, datetime.now().astimezone(), is_played)

    def _write_all(self, folder: str, texts: Mapping[str, str]) -> None:
        (self.part / folder).mkdir(exist_ok=True)
        for name, text in texts.items():
            (self.part / folder / name).write_bytes(text.encode())

    def _counted(self, first: float) -> Callable[[int], None]:
        """Return what counts bytes that are read for the sums, and then for the zip."""
        total = sum((self.part / name).stat().st_size for name in files_of(self.part)) or 1
        left = 1.0 - _MEDIA_SHARE - _CHECK_SHARE
        share = left / 2 if self.is_zip else left
        read = 0

        def count(size: int) -> None:
            nonlocal read
            self.control.check()
            read += size
            at = _MEDIA_SHARE + _CHECK_SHARE + left * first + share * min(1.0, read / total)
            self._tell(min(at, 0.999), "write")

        return count

    def _named(self) -> Path:
        if self.is_zip:
            return zip_folder(self.part, self.target, self._counted(0.5))
        return name_folder(self.part, self.target)

    def _tell(self, fraction: float, doing: str) -> None:
        self.on_progress(BundleProgress(fraction, doing))


def _links(item: BundleItem) -> Sequence[str]:
    links = item.told["links"]
    return list(links.values()) if isinstance(links, dict) else []


def _linked(source: Path, target: Path) -> bool:
    try:
        os.link(source.resolve(), target)
    except OSError:
        return False
    return True


def _size_of(subject: Path) -> int:
    """Return how many bytes are to be copied, as far as can be told beforehand."""
    if subject.is_dir():
        return sum(path.stat().st_size for path in subject.rglob("*") if path.is_file())
    try:
        return subject.stat().st_size
    except OSError as error:
        raise InputError(
            f"“{subject.name}” cannot be read.", hint="Check that it exists.", detail=str(error)
        ) from error
