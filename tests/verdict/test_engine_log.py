"""The line of an engine's log that tells why it ended."""

import pytest

from studio.verdict.engine_log import MAX_CHARACTERS, telling_line

ALSA = "ALSA lib confmisc.c:767:(parse_card) cannot find card '0'"
ROOT = (
    "[101:101:1121/101010.5:FATAL:zygote_host_impl_linux.cc(128)] Running as root without "
    "--no-sandbox is not supported. See https://crbug.com/638180."
)


@pytest.mark.parametrize(
    ("lines", "telling"),
    [
        ([], ""),
        (["hello", "there"], "hello"),
        ([ALSA, ROOT], "Running as root without --no-sandbox is not supported. See https://"),
        ([ALSA, "a warning", "(MiniBrowser:99): Gtk-WARNING **: cannot open display: "], "Gtk-W"),
        (["[1:2:ERROR:dbus/bus.cc(1)] Failed to connect to the bus: dbus", "Segfault"], "Segfault"),
        (["one", "two: error while loading shared libraries: libx.so: cannot open"], "two: error"),
        ([ALSA], ALSA[:40]),
    ],
)
def test_what_tells_most_is_chosen(lines: list[str], telling: str) -> None:
    found = telling_line("\n".join(lines))
    assert found.startswith(telling)
    assert bool(found) == bool(telling)


def test_a_long_line_is_cut() -> None:
    assert len(telling_line("x" * 5000)) == MAX_CHARACTERS
