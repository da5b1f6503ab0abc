"""A stand-in for ffmpeg that misbehaves on order: ``fake_ffmpeg.py ORDERS arguments of ffmpeg``.

``ORDERS`` is JSON: ``mode`` names what to do, the rest are its parameters. It answers
``-version``, ``-encoders`` and ``-filters`` as an ffmpeg does. ``install`` writes a script that
can be used in ffmpeg's place.
"""

import json
import os
import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ENCODERS = ("libvpx", "libvpx-vp9", "libx264", "libsvtav1", "libvorbis", "libopus", "aac")
FILTERS = ("scale", "fps", "zscale", "tonemap", "format")
Orders = Mapping[str, object]


def install(folder: Path, mode: str, **parameters: object) -> Path:
    """Write a program that behaves as ordered; returns its path."""
    path = folder / f"fake-ffmpeg-{mode}"
    orders = json.dumps({"mode": mode, **parameters})
    parts = (sys.executable, "-S", "-E", os.path.abspath(__file__), orders)  # noqa: PTH100
    path.write_text(f'#!/bin/sh\nexec {shlex.join(parts)} "$@"\n')
    path.chmod(0o755)
    return path


def say(text: str) -> None:
    """Write a line of ffmpeg's log."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def report(out_time_us: int, *, end: bool = False) -> None:
    """Write one report of ``-progress``."""
    word = "end" if end else "continue"
    frame = out_time_us // 40_000
    sys.stdout.write(f"frame={frame}\nout_time_us={out_time_us}\nprogress={word}\n")
    sys.stdout.flush()


def answer(lines: Iterable[str]) -> None:
    """Answer a question."""
    sys.stdout.write("\n".join(lines) + "\n")


def wait() -> None:
    """Do nothing for ever."""
    while True:
        time.sleep(60)


def write(target: Path, orders: Orders, share: float = 1.0) -> None:
    """Write a finished file, or the first part of it."""
    data = Path(str(orders["result"])).read_bytes() if "result" in orders else b"x" * 1000
    target.write_bytes(data[: int(len(data) * share)])


def number(orders: Orders, name: str, default: int) -> int:
    """Return a parameter that is a whole number."""
    return int(str(orders.get(name, default)))


def ok(target: Path, orders: Orders) -> None:
    """Do all that is asked, in some steps."""
    length = number(orders, "us", 1_000_000)
    for step in range(1, 5):
        report(length * step // 5)
        time.sleep(number(orders, "step_ms", 5) / 1000)
    write(target, orders)
    report(length, end=True)


def hang(_target: Path, _orders: Orders) -> None:
    """Say once how far it is, then nothing."""
    report(40_000)
    wait()


def silent(_target: Path, _orders: Orders) -> None:
    """Never say anything."""
    wait()


def starve(_target: Path, _orders: Orders) -> None:
    """Report and report, always the same."""
    while True:
        report(40_000)
        time.sleep(0.02)


def recover(target: Path, orders: Orders) -> None:
    """Stand still for a while, then end well."""
    report(40_000)
    time.sleep(number(orders, "still_ms", 500) / 1000)
    ok(target, orders)


def deaf(_target: Path, orders: Orders) -> None:
    """Ignore ``q`` and SIGTERM, and count the latter in a file."""
    heard = Path(str(orders["heard"]))
    heard.write_text("")

    def on_term(_number: int, _frame: object) -> None:
        with heard.open("a") as file:
            file.write("TERM\n")

    signal.signal(signal.SIGTERM, on_term)
    report(40_000)
    while True:
        time.sleep(0.01)


def polite(_target: Path, orders: Orders) -> None:
    """End at ``q`` as ffmpeg does, and write down all it was told."""
    report(40_000)
    heard = sys.stdin.readline()
    Path(str(orders["heard"])).write_text(heard)
    say("Exiting normally, received signal 2.")


def flood(target: Path, orders: Orders) -> None:
    """Write very much to the log, then end well."""
    block = (b"[warning] the decoder is excited about a picture it does not like\n" * 1000)[:65_000]
    if orders.get("breaks") is False:
        block = b"\x00\xff" * 32_500
    for _ in range(number(orders, "megabytes", 100) * 1_000_000 // len(block)):
        os.write(2, block)
    ok(target, orders)


def half(target: Path, orders: Orders) -> None:
    """Write half a file and call it all."""
    report(1_000_000)
    write(target, orders, 0.5)
    report(1_000_000, end=True)


def nothing(target: Path, _orders: Orders) -> None:
    """Report success without a file."""
    target.unlink()
    report(1_000_000, end=True)


def empty(_target: Path, _orders: Orders) -> None:
    """Report success and leave the file empty."""
    report(1_000_000, end=True)


def garbage(target: Path, _orders: Orders) -> None:
    """Report success for a file of noise."""
    target.write_bytes(os.urandom(50_000))
    report(1_000_000, end=True)


def cram(target: Path, orders: Orders) -> None:
    """Write until the disk is full, and call that a success without a word."""
    data = Path(str(orders["result"])).read_bytes()
    with target.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(data)
                data = b"\0" * 4096
        except OSError:
            report(number(orders, "us", 1_000_000), end=True)


def fail(_target: Path, orders: Orders) -> None:
    """Say something and end with a status."""
    say(str(orders.get("says", "[error] it did not work")))
    sys.exit(number(orders, "status", 1))


def die(_target: Path, orders: Orders) -> None:
    """End by a signal, as a crash or the system would end it."""
    report(40_000)
    os.kill(os.getpid(), number(orders, "signal", signal.SIGSEGV))
    wait()


MODES: Mapping[str, Callable[[Path, Orders], None]] = {
    made.__name__: made
    for made in (
        ok, hang, silent, starve, recover, deaf, polite, flood, half, nothing, empty, garbage,
        cram, fail, die,
    )
}  # fmt: skip


def main(arguments: list[str]) -> None:
    """Answer a question, or do what was ordered."""
    orders, asked = json.loads(arguments[0]), arguments[1:]
    lacking = orders.get("lacks", ())
    if "-version" in asked:
        answer(["ffmpeg version 9.9-fake Copyright (c) nobody"])
    elif "-encoders" in asked:
        answer(f" V....D {name} made up" for name in ENCODERS if name not in lacking)
    elif "-filters" in asked:
        answer(f" ..C {name} V->V made up" for name in FILTERS)
    elif "-progress" not in asked:  # a question about a file: the last word is no target
        sys.exit("At least one output file must be specified")
    else:
        MODES[orders["mode"]](Path(asked[-1].removeprefix("file:")), orders)


if __name__ == "__main__":
    main(sys.argv[1:])
