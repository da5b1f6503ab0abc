"""Where things live: in the source tree, in an installed wheel, in a frozen app."""

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "MSE Studio"
HOME_VARIABLE = "MSE_STUDIO_HOME"
"""Environment variable naming one folder for all user data (portable use, tests)."""


def is_frozen() -> bool:
    """Tell whether this is the packaged application."""
    return bool(getattr(sys, "frozen", False))


def _shipped(name: str) -> Path:
    """Return a folder that is shipped with the program."""
    if is_frozen():
        return Path(str(getattr(sys, "_MEIPASS"))) / name  # noqa: B009  (not known to mypy)
    package = Path(__file__).resolve().parent
    installed = package / f"_{name}"
    return installed if installed.is_dir() else package.parent / name


def resources_dir() -> Path:
    """Folder with the player page, icons, styles and translations."""
    return _shipped("resources")


def built_in_presets_dir() -> Path:
    """Folder with one JSON file per built-in preset."""
    return _shipped("presets")


def _user_dir(kind: str, platform_path: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    path = Path(home) / kind if home else platform_path
    path.mkdir(parents=True, exist_ok=True)
    return path


def user_config_dir() -> Path:
    """Folder of settings.json; created when missing."""
    return _user_dir("config", platformdirs.user_config_path(APP_NAME, appauthor=False))


def user_data_dir() -> Path:
    """Folder of the user's presets and job logs; created when missing."""
    return _user_dir("data", platformdirs.user_data_path(APP_NAME, appauthor=False))


def user_presets_dir() -> Path:
    """Folder of the user's own presets; created when missing."""
    folder = user_data_dir() / "presets"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings_file() -> Path:
    """The file the user's settings are saved in."""
    return user_config_dir() / "settings.json"


def user_cache_dir() -> Path:
    """Folder for what can be made again (thumbnails, ffmpeg's encoder list)."""
    return _user_dir("cache", platformdirs.user_cache_path(APP_NAME, appauthor=False))


def user_log_dir() -> Path:
    """Folder of the program's own logs; created when missing."""
    return _user_dir("log", platformdirs.user_log_path(APP_NAME, appauthor=False))


def self_command(role: str) -> list[str]:
    """Return the argument list that starts this program again in another role.

    Args:
        role: a hidden first argument understood by ``studio.__main__``,
            such as ``--probe-worker`` or ``--engine-view``.
    """
    if is_frozen():
        return [sys.executable, role]
    return [sys.executable, "-m", "studio", role]


def self_environment() -> dict[str, str]:
    """Return the environment for ``self_command``: this one, able to import ``studio``."""
    environment = dict(os.environ)
    if not is_frozen():
        root = str(Path(__file__).resolve().parent.parent)
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = root if not known else os.pathsep.join((root, known))
    return environment


def is_there(path: Path) -> bool:
    """Tell whether something bears this name; False for a name that no system takes."""
    try:
        return path.exists()
    except OSError:  # too long: a name that cannot be is not there
        return False
