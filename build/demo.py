"""The demo: a sample walks through the whole program, as a user would send it.

Only the standard library: everything is asked of the program itself, on its command line.
"""

import json
import os
import platform
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import demo_report
import environment
import sample
import system
from demo_report import Json
from environment import ROOT, SetupError, python
from system import say

PRESETS = ("webm-vp8-vorbis", "mp4-h264-aac")
LIVE_S = 6
"""How long the test picture is streamed and recorded."""
BAR_WIDTH = 28


def run(output: Path) -> int:
    """Walk through; return 0 only when both results played to their end."""
    began = time.monotonic()
    results = output / "results"
    results.mkdir(parents=True, exist_ok=True)
    os.environ["MSE_STUDIO_HOME"] = str(output / "home")
    source = output / "sample.mp4"
    say(f"1/6  Making a sample of {sample.SECONDS} s: {source}")
    sample.make(source)
    say("2/6  What is it?")
    probed = _answer("probe", source)
    say(f"     {demo_report.in_one_line(probed)}")
    say("3/6  Transcoding")
    made = [_transcode(source, preset, results) for preset in PRESETS]
    say("4/6  Playing the results through Media Source Extensions, in every engine here")
    files = [Path(str(result["output"])) for result in made if result.get("output")]
    verdicts = [_check(path) for path in files]
    say(f"5/6  Streaming a test picture live for {LIVE_S} s, and playing what was recorded")
    streamed, recording = _stream(results / "live.webm")
    verdicts += [_check(recording)] if recording.exists() else []
    say("6/6  Taking pictures")
    pictures_taken = take_screenshots(output / "screenshots", source, *files) == 0
    facts: Json = {
        "machine": f"{platform.platform()}, Python {platform.python_version()}",
        "probe": probed,
        "results": [_without_repeats(result) for result in made],
        "live": streamed,
        "verdicts": verdicts,
        "pictures": [path.name for path in sorted((output / "screenshots").glob("*.png"))],
        "seconds": round(time.monotonic() - began, 1),
    }
    passed = len(files) == len(PRESETS) and streamed == "PLAYING" and len(verdicts) > len(files)
    passed = passed and all(map(demo_report.has_played, verdicts))
    _write(output, facts, passed=passed)
    if not pictures_taken:
        say("!! The pictures could not be taken; see the lines above.")
    if system.has_screen():
        say("The window opens with the sample loaded; close it to end.")
        environment.run(python(), "-m", "studio", "gui", source, *files)
    return 0 if passed and pictures_taken else 1


def take_screenshots(folder: Path, *files: Path) -> int:
    """Let the program draw its views into PNG files; return its exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    log = folder.with_name(f"{folder.name}.log")
    program = (python(), "-m", "studio.ui.screenshots")
    return environment.run(*program, folder, *files, extra=offscreen, log=log)


def _events(*arguments: str | Path) -> Iterator[Json]:
    """Run one of the program's commands; give each JSON object the moment it is printed."""
    command = [str(python()), "-m", "studio", *map(str, arguments), "--json"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment.child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        for line in process.stdout or ():
            yield json.loads(line)


def _answer(*arguments: str | Path) -> Json:
    answer: Json = {}
    for event in _events(*arguments):
        answer = event
    if not answer or "error" in answer:
        raise SetupError(f"{arguments[0]} gave no answer: {answer.get('error', '')}")
    return answer


def _transcode(source: Path, preset: str, folder: Path) -> Json:
    """Transcode with a progress bar; return the result event and the seconds it took."""
    (folder / f"{source.stem}.{preset.partition('-')[0]}").unlink(missing_ok=True)
    began, result = time.monotonic(), Json()
    bar = _Bar(preset)
    for event in _events("transcode", source, "--preset", preset, "--output-dir", folder):
        if event.get("event") == "result":
            result = event
        else:
            bar.show(event)
    took_s = round(time.monotonic() - began, 1)
    bar.end(f"{result.get('state', 'no answer')} in {took_s} s")
    return {**result, "preset": preset, "took_s": took_s}


def _stream(recording: Path) -> tuple[str, Path]:
    """Stream the test picture and record it; return how the stream itself says it is doing."""
    recording.unlink(missing_ok=True)
    options = ("--source", "test", "--sound", "vorbis", "--record", recording, "--for", LIVE_S)
    state = "no answer"
    for event in _events("serve", *map(str, options)):
        (stream,) = event.get("streams") or [{}]
        state = _state_of(str(stream["status"])) if "status" in stream else state
        say(f"     {stream.get('address')}: {state}")
    return state, recording


def _state_of(status_url: str) -> str:
    """Ask a stream on the way how it is doing, until it plays or does not."""
    told = "PENDING"
    for _ in range(50):
        with urllib.request.urlopen(status_url, timeout=10) as answer:
            told = json.load(answer)["state"]
        if told != "PENDING":
            break
        time.sleep(0.1)
    return str(told)


def _check(path: Path) -> Json:
    say(f"     {path.name} ...")
    verdict = _answer("check", path)
    for line in demo_report.engine_lines(verdict):
        say(f"       {line}")
    return verdict


def _without_repeats(result: Json) -> Json:
    """Drop what an event repeats or does not fill in a result."""
    return {key: value for key, value in result.items() if value is not None and key != "event"}


def _write(output: Path, facts: Json, *, passed: bool) -> None:
    facts = {"passed": passed, **facts}
    text = json.dumps(facts, indent=2, ensure_ascii=False)
    (output / "report.json").write_text(text + "\n", encoding="utf-8")
    (output / "report.md").write_text(demo_report.markdown(facts), encoding="utf-8")
    say()
    well = "The results and the recording play to their end."
    say(well if passed else "!! NOT every result was played.")
    say(f"Report and pictures: {output} ({facts['seconds']} s in all)")


class _Bar:
    """One progress bar: redrawn on a terminal, a line per quarter elsewhere."""

    def __init__(self, title: str) -> None:
        self._title, self._state, self._quarter = title, "", 0
        self._on_terminal = sys.stdout.isatty()

    def show(self, event: Json) -> None:
        fraction = event.get("fraction")
        if not isinstance(fraction, float):
            self._state = str(event.get("state"))
            return
        quarter = int(fraction * 4)
        if self._on_terminal:
            print(f"\r     {self._line(fraction, event)}", end="", flush=True)
        elif quarter > self._quarter:
            say(f"     {self._line(fraction, event)}")
        self._quarter = quarter

    def _line(self, fraction: float, event: Json) -> str:
        full = "█" * round(fraction * BAR_WIDTH)
        line = f"{self._title:<16} {full:░<{BAR_WIDTH}} {fraction:4.0%}  {self._state}"
        if isinstance(event.get("speed"), float):
            line += f"  {event['speed']:5.1f}x"
        if isinstance(event.get("eta_s"), float):
            line += f"  {event['eta_s']:3.0f} s left"
        return line.ljust(84)

    def end(self, text: str) -> None:
        say(("\n" if self._on_terminal else "") + f"     {self._title:<16} {text}")
