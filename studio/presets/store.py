"""The presets there are: those shipped with the program, and the user's own beside them."""

import contextlib
import json
import logging
import os
from pathlib import Path

from studio.errors import PresetError, StudioError
from studio.presets.codec import (
    SCHEMA_NAME,
    SIZE_LIMIT_BYTES,
    parse_preset_text,
    preset_to_json,
)
from studio.presets.model import Preset

log = logging.getLogger(__name__)

_FIRST = ("webm-vp8-vorbis", "mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "mp4-copy")


class PresetStore:
    """Reads two folders once. A bad file becomes a problem, the others load.

    Args:
        built_in: folder of the shipped presets and ``schema.json``.
        user: folder of the user's presets; may be missing.
    """

    def __init__(self, built_in: Path, user: Path) -> None:
        self._user = user
        self._presets: dict[str, Preset] = {}
        self._problems: list[StudioError] = []
        self._load(built_in, built_in=True)
        self._load(user, built_in=False)

    @property
    def problems(self) -> tuple[StudioError, ...]:
        """What kept files from being loaded, one error per bad file."""
        return tuple(self._problems)

    def all(self) -> tuple[Preset, ...]:
        """Every preset: the shipped ones first, then the user's by name."""
        rank = {preset_id: place for place, preset_id in enumerate(_FIRST)}
        return tuple(
            sorted(
                self._presets.values(),
                key=lambda p: (not p.built_in, rank.get(p.id, len(rank)), p.name_in("en"), p.id),
            )
        )

    def get(self, preset_id: str) -> Preset:
        """Return one preset.

        Raises:
            PresetError: there is none of this id.
        """
        preset = self._presets.get(preset_id)
        if preset is None:
            known = ", ".join(p.id for p in self.all())
            what = f'There is no preset "{preset_id[:64]}".'
            raise PresetError(what, hint=f"Choose one of: {known}.")
        return preset

    def add_file(self, path: Path) -> Preset:
        """Check a preset file and keep a copy of it in the user's folder.

        Raises:
            PresetError: the file is not a valid preset, or its id is taken by a shipped one.
        """
        preset = read_preset_file(path)
        known = self._presets.get(preset.id)
        if known is not None and known.built_in:
            what = f'The id "{preset.id}" belongs to a preset of the program.'
            raise PresetError(what, hint="Give the preset another id.")
        self._write(preset)
        self._presets[preset.id] = preset
        return preset

    def export(self, preset_id: str) -> str:
        """Return a preset as JSON text that ``add_file`` takes.

        Raises:
            PresetError: there is none of this id.
        """
        return _as_text(self.get(preset_id))

    def _load(self, folder: Path, *, built_in: bool) -> None:
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            if path.name == SCHEMA_NAME:
                continue
            try:
                preset = read_preset_file(path, built_in=built_in)
                if preset.id in self._presets:
                    raise PresetError(f'Another preset already has the id "{preset.id}".')
            except StudioError as error:
                log.info("preset %s was not loaded: %s", path.name, error.what)
                self._problems.append(_in_file(path, error))
            else:
                self._presets[preset.id] = preset

    def _write(self, preset: Preset) -> None:
        target = self._user / f"{preset.id}.json"
        part = self._user / f".{preset.id}.json.part-{os.getpid()}"
        try:
            self._user.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as file:
                file.write(_as_text(preset))
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise PresetError(
                "The preset could not be saved.",
                hint="Check that the program's data folder can be written.",
                detail=str(error),
            ) from error


def read_preset_file(path: Path, *, built_in: bool = False) -> Preset:
    """Read and check one preset file.

    Raises:
        PresetError: missing, too large, not text, or not a valid preset.
    """
    what = f"The preset file {path.name} cannot be read."
    try:
        if not path.is_file():  # opening a named pipe would wait for ever
            raise PresetError(what, hint="Check that it exists and is a file.")
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT_BYTES + 1)
    except OSError as error:
        raise PresetError(what, hint="Check that it exists.", detail=str(error)) from error
    if len(data) > SIZE_LIMIT_BYTES:
        raise PresetError("The preset is larger than 1 MB.", hint="Choose a preset file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"The file {path.name} is not a text file."
        raise PresetError(what, hint="Choose a preset file.", detail=str(error)) from error
    return parse_preset_text(text, built_in=built_in)


def _as_text(preset: Preset) -> str:
    return json.dumps(preset_to_json(preset), indent=2, ensure_ascii=False) + "\n"


def _in_file(path: Path, error: StudioError) -> PresetError:
    return PresetError(f"{path.name}: {error.what}", hint=error.hint, detail=error.detail)
