"""Words for what the demo saw: lines for the terminal, and the report in Markdown."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

Json = dict[str, Any]


def has_played(verdict: Json) -> bool:
    """Tell whether no rule fails and at least one engine played the file to its end."""
    engines = verdict["observed"].values()
    played = any(engine["plays"] and engine["reached_end"] for engine in engines)
    return played and verdict["verdict"] in ("pass", "warn")


def in_one_line(probed: Json) -> str:
    """Say what a file is: container, length, streams, keyframes."""
    streams = []
    for stream in probed["streams"]:
        if stream["kind"] == "video":
            size = f"{stream['width']}x{stream['height']}"
            streams.append(f"{stream['codec']} {size} {stream['frame_rate']} fps")
        else:
            streams.append(f"{stream['codec']} {stream['sample_rate']} Hz")
    line = f"{probed['container']}, {probed['duration_s']:.2f} s, {', '.join(streams)}"
    keyframes = probed["keyframes"]
    return f"{line}, {keyframes['count']} keyframes" if keyframes else line


def engine_lines(verdict: Json) -> list[str]:
    """Say in one line each what the engines did, and last the verdict."""
    lines = []
    for name, engine in verdict["observed"].items():
        line = f"{name} {engine['version']}: {engine['outcome']}"
        if engine["plays"]:
            line += f", {engine['frames']} of {engine['frames_expected']} frames"
        elif engine["error"]:
            line += f", {engine['error']}"
        lines.append(line)
    return [*lines, f"{verdict['verdict']}: {verdict['summary']}"]


def markdown(facts: Json) -> str:
    """Return the whole report."""
    parts = [
        "# MSE Studio demo",
        f"**{'Passed' if facts['passed'] else 'NOT passed'}** in {facts['seconds']} s.  ",
        f"Machine: {facts['machine']}  ",
        f"Sample: {in_one_line(facts['probe'])}",
        "",
        "## Transcoded",
        *_table(("preset", "state", "time", "file"), map(_result_row, facts["results"])),
        "",
        f"A test picture was streamed live ({facts['live']}) and recorded.",
    ]
    for verdict in facts["verdicts"]:
        parts += ["", *_verdict(verdict)]
    if facts["pictures"]:
        parts += ["", "## Pictures"]
        parts += [f"![{name}](screenshots/{name})" for name in facts["pictures"]]
    return "\n".join(parts) + "\n"


def _result_row(result: Json) -> tuple[str, ...]:
    state = str(result.get("state", "no answer"))
    name = PurePath(result["output"]).name if "output" in result else ""
    return (result["preset"], state, f"{result['took_s']} s", name)


def _verdict(verdict: Json) -> list[str]:
    columns = ("engine", "version", "outcome", "frames", "first picture", "seeks", "entries")
    rows = [
        (
            name,
            engine["version"],
            engine["outcome"],
            f"{engine['frames']} of {engine['frames_expected']}" if engine["plays"] else "",
            f"{engine['first_frame_ms']:.0f} ms" if engine["first_frame_ms"] is not None else "",
            _completed(engine["seeks"]),
            _completed(engine["entries"]),
        )
        for name, engine in verdict["observed"].items()
    ]
    lines = [
        f"## Checked: {PurePath(verdict['path']).name}",
        f"`{verdict['mime']}`",
        "",
        f"**{verdict['verdict']}**: {verdict['summary']}",
        "",
        *_table(columns, rows),
    ]
    for finding in verdict["findings"]:
        lines += ["", f"- {finding['code']} ({finding['severity']}): {finding['message']}"]
    return lines


def _completed(seeks: list[list[Any]]) -> str:
    return f"{sum(bool(seek[1]) for seek in seeks)} of {len(seeks)}" if seeks else ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    columns = tuple(head)
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]
