"""What `dev.py bench` compares where many files are checked in one go, in a real browser.

The peer is the same browser with a plain page that plays the same files one after the other,
``<video src>``, at the same raised speed, and looks at nothing: what playing alone costs.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil

from bench_kit import Case, Ground, Result
from studio import paths
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.engine import EngineKind
from studio.verdict.expectation import PLAY_RATE
from studio.verdict.model import Ladder
from studio.workflow.bench import Bench
from studio.workflow.engines import run_page

FILES, FEW = 100, 5
"""The first, unmeasured time is only a short one."""
WARM = 30
"""Files after which a browser has grown as far as it does."""
LIMIT_S = 600.0
SECONDS = (2, 2.5, 3)

_PICTURE = "testsrc2=s=320x180:r=25:d={0}"
_GOP = ("-g", "25", "-keyint_min", "25")
_H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-sc_threshold", "0")
_VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
_FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")

_PLAIN_PAGE = """\
const run = new URLSearchParams(location.search).get("run");
const base = new URL(`../runs/${run}/`, location.href);
const plan = await (await fetch(new URL("plan.json", base))).json();
const video = document.getElementById("video");
const post = (event) => fetch(new URL("report", base), {
  method: "POST", headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ events: [event] }),
});
video.muted = true;
for (const id of plan.files) {
  const ended = new Promise((resolve) => { video.onended = resolve; });
  video.src = new URL(`../media/${id}/file`, location.href).href;
  video.defaultPlaybackRate = plan.rate;
  await video.play();
  await ended;
  await post({ event: "stage", name: "played" });
}
await post({ event: "final", outcome: "finished" });
"""


def _clips(ground: Ground) -> list[Path]:
    """Return short files of both kinds, 100 in all; most are copies."""
    folder = ground.folder / "clips"
    folder.mkdir(exist_ok=True)
    made = []
    for seconds in SECONDS:
        picture = ("-f", "lavfi", "-i", _PICTURE.format(seconds))
        sound = ("-f", "lavfi", "-i", f"sine=r=48000:d={seconds}")
        mp4, webm = folder / f"{seconds}.mp4", folder / f"{seconds}.webm"
        ground.call(*picture, *sound, *_H264, *_GOP, "-c:a", "aac", *_FRAGMENTS, f"file:{mp4}")
        ground.call(*picture, *_VP8, *_GOP, f"file:{webm}")
        made += [mp4, webm]
    clips = [folder / f"clip-{n}{made[n % len(made)].suffix}" for n in range(FILES)]
    for number, clip in enumerate(clips):
        shutil.copy(made[number % len(made)], clip)
    return clips


class _Hundred:
    """Both sides, and what our process and the browser hold in memory meanwhile."""

    def __init__(self, engine: Engine, ground: Ground) -> None:
        self._engine = engine
        self._clips = _clips(ground)
        self._pages = ground.new_folder("page")
        shutil.copytree(paths.resources_dir() / "player", self._pages, dirs_exist_ok=True)
        (self._pages / "check.js").write_text(_PLAIN_PAGE, encoding="utf-8")
        self._ours_warm = self._theirs_warm = False
        self._seen: dict[int, tuple[int, int]] = {}
        self._launches = 0

    def ours(self) -> None:
        """Check every file on one bench."""
        clips = self._clips if self._ours_warm else self._clips[:FEW]
        self._ours_warm = True
        with Bench([self._engine]) as bench:
            for number, clip in enumerate(clips, 1):
                verdict = bench.check(clip)
                if verdict.ladder is not Ladder.PASS:
                    raise SystemExit(f"{clip.name}: {verdict.summary}")
                if number in (1, WARM, FILES):
                    self._seen[number] = (_own_bytes(psutil.Process()), _browser_bytes(bench))
            self._launches = bench.launches[self._engine.identity.name]

    def theirs(self) -> None:
        """Play every file in a plain page."""
        clips = self._clips if self._theirs_warm else self._clips[:FEW]
        self._theirs_warm = True
        with MediaServer(self._pages) as server:
            ids = [server.add_file(read_segment_map(clip)) for clip in clips]
            plan = {"files": ids, "rate": PLAY_RATE}
            run = run_page(self._engine, server, plan, time_limit_s=LIMIT_S)
            if run.report is None or len(run.stages) != len(clips):
                raise SystemExit(f"the plain page did not play: {run.reason}")

    def note(self, result: Result) -> str:
        """Tell what a file costs beyond its play time, and how memory grew."""
        beyond = (result.ours[-1].wall_s - result.theirs[-1].wall_s) / FILES
        memory = "; ".join(
            f"file {number}: {ours / 1e6:.0f} MB ours, {theirs / 1e6:.0f} MB the browser's"
            for number, (ours, theirs) in sorted(self._seen.items())
        )
        return f"{beyond:.2f} s a file beyond playing it; launches: {self._launches}; {memory}"


def _own_bytes(process: psutil.Process) -> int:
    return int(process.memory_full_info().uss)


def _browser_bytes(bench: Bench) -> int:
    running = [session.running for session in bench.sessions]
    found = [process for one in running if one is not None for process in one.processes()]
    return sum(_own_bytes(process) for process in found if process.is_running())


def _hundred(name: str, ground: Ground, engine: Engine) -> Case:
    both = _Hundred(engine, ground)
    title = f"{engine.identity.title} {engine.identity.version}"
    return Case(
        name,
        f"{title}, the same files by <video src>",
        "< 2 s a file beyond the peer's; memory flat",
        both.ours,
        both.theirs,
        count=FILES,
        unit="files",
        most_rounds=1,
        note=both.note,
    )


def makers() -> Mapping[str, Callable[[str, Ground], Case]]:
    """Return the case, where a browser of Chromium's line is installed."""
    lines = (e for e in find_engines() if e.kind is EngineKind.CHROMIUM)
    engine = next(lines, None)
    if engine is None:
        return {}
    return {"check 100 short files": lambda name, ground: _hundred(name, ground, engine)}
