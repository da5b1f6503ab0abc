"""A support bundle: what helps to find a fault, without what is private."""

import dataclasses
import json
import logging
import os
import platform
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from studio.batch.hiding import Hider, paths_in_log
from studio.errors import OutputError
from studio.settings import Settings
from studio.transcode.causes import output_error

log = logging.getLogger(__name__)

_SETTINGS_PATHS = ("ffmpeg_path", "output_dir", "mirror_root")


def make_bundle(
    target: Path,
    logs: Sequence[Path],
    *,
    versions: Mapping[str, str],
    settings: Settings,
    private: Iterable[Path] = (),
    hide_names: bool = False,
) -> Path:
    """Write a zip file to send to those who can help.

    Args:
        target: the zip file; an existing one is replaced once the new one is complete.
        logs: logs of jobs; those that are missing are named as such.
        versions: programs and their versions, this one first.
        settings: the user's settings; commands in them are left out.
        private: further files whose places must not be told, besides those of the logs.
        hide_names: hide what the files are called, too.

    Returns:
        ``target``.

    Raises:
        OutputError: it cannot be written.
    """
    hider = _hider(logs, [*private, *_settings_paths(settings)], hide_names=hide_names)
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as bundle:
            missing = [path.stem for path in logs if not _add_log(bundle, path, hider)]
            bundle.writestr("about.txt", hider.hide(_about(versions, missing)))
            bundle.writestr("settings.json", hider.hide(_settings_text(settings)))
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise output_error(error, target.parent) from error
    return target


def hidden_log(path: Path, *, private: Iterable[Path] = (), hide_names: bool = False) -> str:
    """Return a job's log as text without what is private, to be copied.

    Raises:
        OutputError: the log cannot be read.
    """
    hider = _hider([path], private, hide_names=hide_names)
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return "".join(hider.hide(line) for line in file)
    except OSError as error:
        what = "The log of this job cannot be read."
        raise OutputError(
            what, hint="It is kept for the last jobs only.", detail=str(error)
        ) from error


def _hider(logs: Iterable[Path], private: Iterable[Path], *, hide_names: bool) -> Hider:
    """Return a hider that knows every path the logs are about."""
    known = dict.fromkeys(private)
    for path in logs:
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                for line in file:
                    known.update(dict.fromkeys(paths_in_log(line)))
        except OSError as error:
            log.info("the log %s is left out: %s", path.name, error)
    return Hider([*known], hide_names=hide_names)


def _add_log(bundle: zipfile.ZipFile, path: Path, hider: Hider) -> bool:
    """Copy a log line by line; False when it cannot be read."""
    try:
        source = path.open(encoding="utf-8", errors="replace")
    except OSError:
        return False
    with source, bundle.open(f"jobs/{path.stem}.log", "w", force_zip64=True) as copy:
        for line in source:
            copy.write(hider.hide(line).encode("utf-8", "backslashreplace"))
    return True


def _about(versions: Mapping[str, str], missing: Sequence[str]) -> str:
    lines = [f"{name} {version}" for name, version in versions.items()]
    lines.append(f"Python {platform.python_version()} on {platform.platform()}")
    lines += [f"no log of job {name}" for name in missing]
    return "\n".join(lines) + "\n"


def _settings_paths(settings: Settings) -> list[Path]:
    texts = [str(getattr(settings, name)) for name in _SETTINGS_PATHS]
    # a file below it, so that the folder itself is hidden as well
    return [Path(text) / "x" for text in texts if text]


def _settings_text(settings: Settings) -> str:
    known = dataclasses.asdict(settings)
    if known["when_done_command"]:
        known["when_done_command"] = ["<command>"]
    return json.dumps(known, indent=2, ensure_ascii=False) + "\n"
