"""What the programs need from the operating system, and how to get it on Debian.

Only the standard library: this runs before anything is installed.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path

LIBRARIES = (
    # Found with ldd over the PySide6 wheel's QtWebEngineProcess, libQt6WebEngineCore,
    # libQt6Multimedia and platform plugins, in a Debian 12 with nothing but Python.
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libXcomposite.so.1", "libxcomposite1"),
    ("libXdamage.so.1", "libxdamage1"),
    ("libXext.so.6", "libxext6"),
    ("libXfixes.so.3", "libxfixes3"),
    ("libXrandr.so.2", "libxrandr2"),
    ("libXtst.so.6", "libxtst6"),
    ("libasound.so.2", "libasound2"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libdrm.so.2", "libdrm2"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libgbm.so.1", "libgbm1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libnspr4.so", "libnspr4"),
    ("libnss3.so", "libnss3"),
    ("libpulse.so.0", "libpulse0"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
    ("libxcb.so.1", "libxcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-dri3.so.0", "libxcb-dri3-0"),
    ("libxcb-glx.so.0", "libxcb-glx0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxkbfile.so.1", "libxkbfile1"),
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONTS = (
    # (one of these files is enough, the package that brings one)
    (("*.ttf", "*.otf", "*.ttc"), "fonts-dejavu-core"),
    (("*CJK*", "DroidSansFallback*", "wqy-*", "*SourceHanSans*"), "fonts-droid-fallback"),
)
"""Any font at all; and one with Chinese, which the window also speaks."""

CHROMIUM_PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)
FIREFOX_PROGRAMS = ("firefox-esr", "firefox")
LIBAVCODEC_VERSIONS = (59, 60, 61, 62)
"""What Firefox on Linux decodes H.264 and AAC with; Debian 12 has 59."""

DECODERS = (
    ("libgstlibav.so", "gstreamer1.0-libav"),
    ("libgstisomp4.so", "gstreamer1.0-plugins-good"),
    ("libgstopusparse.so", "gstreamer1.0-plugins-bad"),
)
"""What WebKitGTK takes H.264, AAC, MP4, VP8 and Opus apart with; on Debian not brought by it."""

Alternatives = tuple[str, ...]


def say(text: str = "") -> None:
    """Print one line at once, so that it stands before what children print."""
    print(text, flush=True)


def is_linux() -> bool:
    return sys.platform == "linux"


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def distribution() -> frozenset[str]:
    """Return this Linux' name and those it resembles, such as {"ubuntu", "debian"}."""
    words: set[str] = set()
    release = Path("/etc/os-release")
    for line in release.read_text(encoding="utf-8").splitlines() if release.is_file() else ():
        key, _, value = line.partition("=")
        if key in ("ID", "ID_LIKE"):
            words.update(value.strip('"').split())
    return frozenset(words)


def has_apt() -> bool:
    return is_linux() and "debian" in distribution() and shutil.which("apt-get") is not None


def has_screen() -> bool:
    """Tell whether a window would be seen by somebody."""
    if is_linux():
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def known_libraries() -> frozenset[str]:
    """Return the names that the dynamic linker knows; empty when it cannot be asked."""
    program = shutil.which("ldconfig") or "/sbin/ldconfig"
    try:
        done = subprocess.run([program, "-p"], capture_output=True, text=True, check=False)
    except OSError:
        return frozenset()
    return frozenset(line.split()[0] for line in done.stdout.splitlines() if " => " in line)


def missing_for_qt() -> list[Alternatives]:
    """Return the packages that Qt and Qt WebEngine still need on this Linux."""
    if not is_linux():
        return []
    known = known_libraries()
    missing = [_renamed(package) for name, package in LIBRARIES if known and name not in known]
    missing += [(package,) for files, package in FONTS if not _has_font(files)]
    return missing


def missing_for_browsers(*, chromium: bool, firefox: bool) -> list[Alternatives]:
    """Return the packages of the browsers that are wanted and not here."""
    missing: list[Alternatives] = []
    if chromium and not _find(CHROMIUM_PROGRAMS):
        missing.append(("chromium",))
    if firefox:
        if not _find(FIREFOX_PROGRAMS):
            missing.append(("firefox-esr",))
        known = known_libraries()
        if not any(f"libavcodec.so.{version}" in known for version in LIBAVCODEC_VERSIONS):
            missing.append(tuple(f"libavcodec{version}" for version in LIBAVCODEC_VERSIONS))
    return missing


def missing_for_webkit() -> list[Alternatives]:
    """Return what WebKitGTK's small browser, and its decoders, still need on this Linux."""
    if not is_linux():
        return []
    libraries = Path(f"/usr/lib/{os.uname().machine}-linux-gnu")
    browsers = [*libraries.glob("webkit2gtk-4.*/MiniBrowser")]
    missing: list[Alternatives] = [] if browsers else [("webkit2gtk-driver",)]
    plugins = libraries / "gstreamer-1.0"
    missing += [(package,) for name, package in DECODERS if not (plugins / name).is_file()]
    return missing


def missing_programs(wanted: Sequence[tuple[str, str]]) -> list[Alternatives]:
    """Return the packages of (program, package) pairs whose program is not on the path."""
    return [(package,) for program, package in wanted if shutil.which(program) is None]


def missing_for_packaging() -> list[Alternatives]:
    """Return the packages that PyInstaller still needs on this Linux."""
    if not is_linux():
        return []
    missing = missing_programs([("objdump", "binutils")])
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    library = f"libpython{version}.so.1.0"
    folder = Path(str(sysconfig.get_config_var("LIBDIR")))
    if library not in known_libraries() and not (folder / library).is_file():
        missing.append((f"libpython{version}",))
    return missing


def _renamed(package: str) -> Alternatives:
    """Name a library's package, and its name since the 64-bit time change (Ubuntu 24.04)."""
    return (package, f"{package}t64")


def _find(programs: Iterable[str]) -> str | None:
    return next((path for name in programs if (path := shutil.which(name))), None)


def _has_font(files: Iterable[str]) -> bool:
    folders = [Path(name).expanduser() for name in FONT_FOLDERS]
    return any(next(folder.rglob(name), None) for name in files for folder in folders)


def require(missing: Sequence[Alternatives], purpose: str) -> bool:
    """Install packages through apt-get where that is ours to do; else say what to run.

    Args:
        missing: for each package, its possible names; the first one on offer is taken.
        purpose: what they are for, in words that follow "for".

    Returns:
        True when nothing is missing any more.
    """
    if not missing:
        return True
    if not has_apt():
        names = " ".join(names[0] for names in missing)
        say(f"!! Missing for {purpose}; Debian's names: {names}")
        return False
    if not is_root():
        names = " ".join(map(_on_offer, missing))
        say(f"!! System packages are missing for {purpose}. Run this and try again:")
        say(f"   sudo apt-get install --no-install-recommends {names}")
        return False
    say(f"Installing {len(missing)} system packages for {purpose} ...")
    _apt("update")
    return _apt("install", "-y", "--no-install-recommends", *map(_on_offer, missing))


def _on_offer(names: Alternatives) -> str:
    if len(names) > 1:
        shown = subprocess.run(
            ["apt-cache", "policy", *names], capture_output=True, text=True, check=False
        )
        name = ""
        for line in shown.stdout.splitlines():
            if not line.startswith(" "):
                name = line.rstrip(":")
            elif "Candidate:" in line and "(none)" not in line:
                return name
    return names[0]


def _apt(*arguments: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["apt-get", "-q", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        say(f"!! apt-get {arguments[0]} failed ({done.returncode}):")
        say("\n".join(f"   {line}" for line in (done.stdout + done.stderr).splitlines()[-8:]))
    return done.returncode == 0
