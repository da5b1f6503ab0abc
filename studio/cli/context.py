"""What the commands share: settings, ffmpeg, presets; built once, handed on."""

from dataclasses import dataclass
from pathlib import Path

from studio import paths, settings
from studio.presets.store import PresetStore
from studio.settings import Settings
from studio.transcode.tools import Ffmpeg, find_ffmpeg


@dataclass(frozen=True, slots=True)
class Context:
    """The command line's composition root."""

    settings: Settings
    presets: PresetStore
    json: bool
    quiet: bool

    def ffmpeg(self) -> Ffmpeg:
        """Return the ffmpeg to use.

        Raises:
            ToolError: there is none, or it cannot run.
        """
        return find_ffmpeg(self.settings.ffmpeg_path)


def make_context(*, json: bool, quiet: bool, ffmpeg: str = "") -> Context:
    """Load the user's settings and presets."""
    loaded = settings.load(paths.user_config_dir() / "settings.json")
    if ffmpeg:
        loaded = settings.with_ffmpeg(loaded, ffmpeg)
    store = PresetStore(paths.built_in_presets_dir(), user_presets_dir())
    return Context(loaded, store, json, quiet)


def user_presets_dir() -> Path:
    """Folder of the user's own presets; created when missing."""
    folder = paths.user_data_dir() / "presets"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
