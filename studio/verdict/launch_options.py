"""What each engine is told at its start: options, preferences, environment."""

import html
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from studio import paths
from studio.verdict.engine import Engine, EngineKind, Preference
from studio.verdict.processes import HOME_VARIABLE

MUTE = "--mute-audio"
_CHROMIUM_OPTIONS = (
    "--headless=new",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--autoplay-policy=no-user-gesture-required",
    MUTE,
    "--password-store=basic",
    "--use-mock-keychain",
    "--disable-gpu",
)
"""Source: measured, engines.md 4.1."""

_FIREFOX_PREFERENCES = """\
user_pref("media.autoplay.default", 0);
user_pref("media.autoplay.blocking_policy", 0);
user_pref("media.volume_scale", "0.0");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("app.update.auto", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
"""
"""Autoplay with (silent) sound, and no connection to anywhere."""

_WEBKIT_OPTIONS = ("--private", "--autoplay-policy=allow")
"""Of the small browser; GNOME Web has no such option, and lets only silent pages begin."""

_GNOME_WEB_SETTINGS = """\
[org/gnome/epiphany/web]
enable-adblock=false
enable-safe-browsing=false
"""
"""It fetches lists of advertisers otherwise."""

_XDG_FOLDERS = ("CACHE", "CONFIG", "DATA", "STATE")
"""Chromium and Firefox keep crash reports and caches there, beside their profile."""

_START_PAGE = """\
<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={url}">
"""


def arguments_for(
    engine: Engine,
    home: Path,
    url: str,
    extra: Sequence[str],
    preferences: Iterable[Preference],
    *,
    sound: bool = False,
) -> list[str]:
    """Return the whole command, and write the files that it names.

    Args:
        engine: to be launched.
        home: its throw-away folder.
        url: the page; it is in none of the arguments.
        extra: further options.
        preferences: for Firefox.
        sound: whether it is heard; for browsers of the Chromium line only.

    Raises:
        OSError: a file could not be written.
    """
    if engine.kind is EngineKind.EMBEDDED:
        return [*engine.command, "--url-from-stdin", *extra]
    start = home / "start.html"
    start.write_text(_START_PAGE.format(url=html.escape(url)), encoding="utf-8")
    command = list(engine.command)
    if command[:2] == ["flatpak", "run"]:
        command[2:2] = ["--die-with-parent", f"--filesystem={home}"]
    _write_configuration(home)
    options = _options(engine, home, preferences)
    if sound and MUTE in options:
        options.remove(MUTE)
    return [*command, *options, *extra, start.as_uri()]


def _options(engine: Engine, home: Path, preferences: Iterable[Preference]) -> list[str]:
    profile = home / "profile"
    profile.mkdir()
    match engine.kind:
        case EngineKind.FIREFOX:
            own = "".join(_preference(*each) for each in (*engine.preferences, *preferences))
            (profile / "user.js").write_text(_FIREFOX_PREFERENCES + own, encoding="utf-8")
            waiting = ["--wait-for-browser"] if sys.platform == "win32" else []
            return ["--headless", "--no-remote", *waiting, "--profile", str(profile)]
        case EngineKind.WEBKIT:
            if is_mini_browser(engine):
                return list(_WEBKIT_OPTIONS)
            # GNOME Web makes its profile itself: one that is there, it wants to migrate
            return ["--private-instance", f"--profile={profile / 'web'}"]
        case EngineKind.CHROMIUM:
            # Chromium refuses to run as root with a sandbox
            sandbox = ["--no-sandbox"] if _is_root() else []
            return [*_CHROMIUM_OPTIONS, f"--user-data-dir={profile}", *sandbox]
    return []


def is_mini_browser(engine: Engine) -> bool:
    """Tell whether WebKitGTK runs in its own small browser."""
    return Path(engine.command[-1]).name == "MiniBrowser"


def environment_for(engine: Engine, home: Path, screen: Mapping[str, str]) -> dict[str, str]:
    """Return an engine's environment.

    Args:
        engine: to be launched.
        home: its throw-away folder.
        screen: what leads it to its display, if it has one of its own.
    """
    environment = paths.self_environment()
    environment[HOME_VARIABLE] = str(home)
    if os.name == "posix":
        environment["TMPDIR"] = str(home)
    if sys.platform == "linux" and engine.kind is not EngineKind.EMBEDDED:
        for kind in _XDG_FOLDERS:
            environment[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    if engine.kind is EngineKind.EMBEDDED:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    if engine.kind is EngineKind.FIREFOX:
        environment["MOZ_CRASHREPORTER_DISABLE"] = "1"
    if engine.kind is EngineKind.WEBKIT:
        environment |= _webkit_environment(engine)
        if screen:
            environment |= screen
            environment.pop("WAYLAND_DISPLAY", None)
    return environment


def _webkit_environment(engine: Engine) -> dict[str, str]:
    """WebKitGTK talks to the desktop if it can."""
    words = {"NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "GIO_USE_VFS": "local"}
    words["GSETTINGS_BACKEND"] = "memory" if is_mini_browser(engine) else "keyfile"
    if is_mini_browser(engine):
        words["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # or GLib starts a bus that stays
    if _is_root():
        words["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
    return words


def _write_configuration(home: Path) -> None:
    """Write what Linux browsers read beside their profile, where nothing of the user's is.

    Firefox makes a folder for downloads; GLib's keyfile backend keeps GNOME Web's settings.
    """
    folder = home / "config" / "glib-2.0" / "settings"
    folder.mkdir(parents=True)
    (folder / "keyfile").write_text(_GNOME_WEB_SETTINGS, encoding="utf-8")
    downloads = f'XDG_DOWNLOAD_DIR="{home / "downloads"}"\n'
    (home / "config" / "user-dirs.dirs").write_text(downloads, encoding="utf-8")


def _preference(name: str, value: bool | int | str) -> str:
    return f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"


def _is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0
