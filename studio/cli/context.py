"""What the commands share: settings, ffmpeg, presets; built once, handed on."""

from dataclasses import dataclass, replace

from studio import paths
from studio.presets.store import PresetStore
from studio.settings import Settings, load
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
    """Load the user's settings and presets; ``ffmpeg`` overrides the settings."""
    loaded = load(paths.settings_file())
    if ffmpeg:
        loaded = replace(loaded, ffmpeg_path=ffmpeg)
    store = PresetStore(paths.built_in_presets_dir(), paths.user_presets_dir())
    return Context(loaded, store, json, quiet)
