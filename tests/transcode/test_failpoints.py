"""The points of the kill drill: each is reached, in order, and only the named one kills."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studio.transcode import failpoints, job, process, publish, release, telling
from studio.workflow.deliver import finish
from tests.conftest import ClipFactory
from tests.transcode.conftest import EventLog, Studio


@pytest.mark.parametrize("replace", [False, True])
def test_a_job_comes_to_every_point_in_order(
    studio: Studio, events: EventLog, make_clip: ClipFactory, monkeypatch: pytest.MonkeyPatch,
    replace: bool,
) -> None:  # fmt: skip
    reached: list[str] = []
    for module in (job, process, publish, release, telling):
        monkeypatch.setattr(module, "reach", reached.append)
    source = make_clip("job-small.mp4", size="64x36", seconds=1)
    plan = studio.plan(source, "webm-vp8-vorbis")
    studio.job(plan, events=events, finish=finish, replace=replace).run()
    assert events.outcome.state.is_success
    assert reached == [name for name in failpoints.NAMES if name != "during_recovery"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("named", "code"), [("after_sync", -signal.SIGKILL), ("after_encode", 0), ("", 0)]
)
def test_only_the_named_point_kills(monkeypatch: pytest.MonkeyPatch, named: str, code: int) -> None:
    monkeypatch.setenv(failpoints.VARIABLE, named)
    program = "from studio.transcode.failpoints import reach; reach('after_sync')"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == code
