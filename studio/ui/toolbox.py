"""What the window works with: settings, presets, ffmpeg, engines. Built once, handed on."""

import dataclasses
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio import settings as settings_file
from studio.batch.model import Collision, OutputRule
from studio.errors import OutputError, PresetError, StudioError, ToolError
from studio.presets.model import Preset
from studio.presets.store import PresetStore
from studio.settings import Settings
from studio.transcode.tools import Ffmpeg, find_ffmpeg, missing_encoders
from studio.ui.bridge import Workers
from studio.ui.engines_book import EngineBook

log = logging.getLogger(__name__)


class Toolbox(QObject):
    """Holds the settings, the presets and ffmpeg, and says when one of them changes."""

    ffmpeg_changed = Signal()
    settings_changed = Signal()

    def __init__(self, settings: Settings, path: Path, presets: PresetStore) -> None:
        super().__init__()
        self._path = path
        self._io = Workers("settings", 1, self)
        self.settings = settings
        self.presets = presets
        self.engines = EngineBook(presets, self)
        self.ffmpeg: Ffmpeg | None = None
        self.ffmpeg_problem: StudioError | None = None
        self.is_looking = False

    def look_for_ffmpeg(self) -> None:
        """Find ffmpeg on a worker; ``ffmpeg_changed`` says when it is settled."""
        chosen = self.settings.ffmpeg_path
        self.is_looking = True
        self._io.run(lambda: find_ffmpeg(chosen), self._on_ffmpeg, self._on_no_ffmpeg)

    def change(self, **values: object) -> None:
        """Replace some settings and save them on a worker."""
        self.settings = dataclasses.replace(self.settings, **values)  # type: ignore[arg-type]
        settings, path = self.settings, self._path
        self._io.run(lambda: _save(settings, path), lambda _: None, _log_problem)
        self.settings_changed.emit()

    def output_rule(self) -> OutputRule:
        """Return the output rule of files to come."""
        chosen = self.settings
        return OutputRule(
            Path(chosen.output_dir) if chosen.output_dir else None,
            Path(chosen.mirror_root) if chosen.output_dir and chosen.mirror_root else None,
            chosen.name_template,
            Collision(chosen.collision)
            if chosen.collision in list(Collision)
            else Collision.NUMBER,
        )

    def remember_rule(self, rule: OutputRule) -> None:
        """Use an output rule for files to come."""
        self.change(
            output_dir=str(rule.folder or ""),
            mirror_root=str(rule.mirror_root or ""),
            name_template=rule.name,
            collision=rule.collision.value,
        )

    def preset(self, preset_id: str) -> Preset:
        """Return a preset; the first one when ``preset_id`` is gone.

        Raises:
            PresetError: there is no preset at all.
        """
        try:
            return self.presets.get(preset_id)
        except PresetError:
            everything = self.presets.all()
            if not everything:
                raise
            return everything[0]

    def missing_encoders(self, preset: Preset) -> tuple[str, ...]:
        """Encoders of ``preset`` that ffmpeg lacks; empty while ffmpeg is not known."""
        return missing_encoders(preset, self.ffmpeg) if self.ffmpeg else ()

    def require_ffmpeg(self) -> Ffmpeg:
        """Return ffmpeg.

        Raises:
            ToolError: it was not found.
        """
        if self.ffmpeg is None:
            raise self.ffmpeg_problem or ToolError("ffmpeg has not been found yet.")
        return self.ffmpeg

    def stop(self, *, wait: bool) -> None:
        """Finish what is being saved; ask no engine any more."""
        self.engines.stop(wait=wait)
        if wait:
            self._io.finish()
        else:
            self._io.stop(wait=False)

    def _on_ffmpeg(self, ffmpeg: Ffmpeg) -> None:
        self.ffmpeg, self.ffmpeg_problem, self.is_looking = ffmpeg, None, False
        self.ffmpeg_changed.emit()

    def _on_no_ffmpeg(self, problem: StudioError) -> None:
        self.ffmpeg, self.ffmpeg_problem, self.is_looking = None, problem, False
        self.ffmpeg_changed.emit()


def _save(settings: Settings, path: Path) -> None:
    try:
        settings_file.save(settings, path)
    except OSError as error:
        raise OutputError("The settings could not be saved.", detail=str(error)) from error


def _log_problem(problem: StudioError) -> None:
    log.warning("%s %s", problem.what, problem.detail)
