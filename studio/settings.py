"""The user's settings: one typed dataclass, saved as JSON with a schema number."""

import dataclasses
import json
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1

NO_ENGINE = "none"
"""No engine has this name: alone in ``engines`` it means that none shall be asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    ``ffmpeg_path`` empty means the bundled one; ``output_dir`` empty means beside the
    source. ``engines`` empty means every engine found, also one that is installed later;
    ``asks`` tells of one. ``parallel_engines`` play a file at the same time, 0 for as many as
    suit this machine. ``language`` and ``theme`` are ``system`` or a language code, resp.
    ``light`` or ``dark``. ``parallel_jobs`` 0 means as many as suit this machine.
    ``name_template``, ``mirror_root`` (empty for none) and ``collision`` (``number``,
    ``skip``, ``ask``, ``replace``) are the output rule of files to come. ``when_done`` is
    ``nothing``, ``sleep``, ``shut_down`` or ``command``, the latter with
    ``when_done_command`` as program and arguments. ``stall_minutes`` without progress end a
    job. ``reserve_mb`` is kept free on the result's disk, in MB (or 2 % of the disk,
    whichever is less). ``libraries_dir`` is where player libraries (hls.js, Shaka Player,
    dash.js) are, empty for nowhere.
    """

    ffmpeg_path: str = ""
    output_dir: str = ""
    preset_id: str = "webm-vp8-vorbis"
    engines: tuple[str, ...] = ()
    language: str = "system"
    theme: str = "system"
    parallel_jobs: int = 0
    name_template: str = "{name}"
    mirror_root: str = ""
    collision: str = "number"
    when_done: str = "nothing"
    when_done_command: tuple[str, ...] = ()
    notify: bool = True
    sound: bool = False
    stall_minutes: int = 10
    reserve_mb: int = 1024
    check_after: bool = True
    parallel_engines: int = 0
    libraries_dir: str = ""
    schema: int = SCHEMA_VERSION

    def asks(self, engine: str) -> bool:
        """Tell whether an engine of this name is to play what is checked."""
        return not self.engines or engine in self.engines


def load(path: Path) -> Settings:
    """Read settings; a missing file gives the defaults, a damaged one is kept aside.

    Unknown keys are ignored and values of a wrong type fall back to their default.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise ValueError("not an object")  # noqa: TRY004  (damage like any other)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        _keep_aside(path)
        log.warning("settings could not be read, defaults are used: %s", error)
        return Settings()
    return _from_json(data)


def _from_json(data: dict[str, object]) -> Settings:
    defaults = Settings()
    known: dict[str, object] = {}
    for field in dataclasses.fields(Settings):
        default, value = getattr(defaults, field.name), data.get(field.name)
        if isinstance(default, tuple) and isinstance(value, list):
            known[field.name] = tuple(str(item) for item in value)
        elif type(value) is type(default):
            known[field.name] = value
    known["schema"] = SCHEMA_VERSION
    return dataclasses.replace(defaults, **known)  # type: ignore[arg-type]


def _keep_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.stem}.bad-{time.strftime('%Y%m%d-%H%M%S')}.json"))
    except OSError:
        log.warning("the damaged settings file could not be kept aside")


def save(settings: Settings, path: Path) -> None:
    """Write settings so that a crash leaves either the old or the new file.

    Raises:
        OSError: the folder cannot be written.
    """
    text = json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=False)
    part = path.with_name(f".{path.name}.part-{os.getpid()}")
    with part.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
