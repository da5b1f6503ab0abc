"""Refragmented files in real engines: all of them play, picture and sound exactly together."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from studio.repair.refragment import refragment
from studio.verdict.browsers import Engine, find_engines
from tests.conftest import ClipFactory
from tests.e2e.support import allow_engines_as_root, pick
from tests.engines.harness import play_all
from tests.engines.harness_cases import Case, Observation, case_of
from tests.repair import refragment_material as material

pytestmark = [pytest.mark.engine, pytest.mark.slow, pytest.mark.timeout(300)]

VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "25")
OPUS = ("-c:a", "libopus", "-ar", "48000")
EXACT = ("plain", "quicktime", "44100")
BROKEN = ("tfdt-reset", "no-default-base")
H264_FILES = (*EXACT, "mid-gop", *BROKEN)
OPEN_FILES = ("vp9", "vp9-empty-moov")


@pytest.fixture(scope="module")
def engines() -> Iterator[tuple[Engine, ...]]:
    with pytest.MonkeyPatch.context() as patch:
        allow_engines_as_root(patch)
        yield find_engines()


@pytest.fixture(scope="module")
def cases(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Return the cured files."""
    folder = tmp_path_factory.mktemp("cured")
    found = []
    for name, source in _sources(make_clip, folder).items():
        refragment(source, folder / f"{name}.mp4")
        found.append(case_of(name, folder / f"{name}.mp4"))
    return found


def _sources(make_clip: ClipFactory, folder: Path) -> dict[str, Path]:
    vp9 = {"seconds": 2, "size": "64x36", "video": VP9, "audio": OPUS, "sample_rate": 48_000}
    good = material.good_clip(make_clip).read_bytes()
    mid = ("-movflags", "empty_moov+default_base_moof", "-frag_duration", "370000")
    sources = {
        "plain": material.clip(make_clip, "refragment-plain.mp4"),
        "quicktime": material.clip(make_clip, "refragment-quicktime.mov"),
        "44100": material.clip(make_clip, "refragment-44100.mp4", audio=44_100),
        "mid-gop": material.clip(make_clip, "refragment-mid-gop.mp4", *mid),
        "vp9": make_clip("refragment-vp9.mp4", **vp9),  # type: ignore[arg-type]
        "vp9-empty-moov": make_clip(
            "refragment-vp9-empty.mp4",
            **vp9,  # type: ignore[arg-type]
            extra=("-movflags", "frag_keyframe+empty_moov"),
        ),
    }
    for name in BROKEN:
        sources[name] = folder / f"{name}-broken.mp4"
        sources[name].write_bytes(material.BREAKS[name](bytearray(good)))
    return sources


def _played(
    name: str, engines: tuple[Engine, ...], cases: list[Case], keys: tuple[str, ...]
) -> Mapping[str, Observation]:
    engine = pick(engines, name)
    return play_all(engine, [case for case in cases if case.key in keys])


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_cured_files_play_with_exact_starts(
    name: str, engines: tuple[Engine, ...], cases: list[Case]
) -> None:
    seen = _played(name, engines, cases, (*H264_FILES, *OPEN_FILES))
    assert {key: one.fault for key, one in seen.items() if not one.plays} == {}
    for key in EXACT:
        ((start, end),) = seen[key].buffered
        assert start == 0
        assert end == pytest.approx(material.SECONDS, abs=0.001)


def test_cured_open_codecs_play_in_the_embedded_engine(
    engines: tuple[Engine, ...], cases: list[Case]
) -> None:
    seen = _played("embedded", engines, cases, OPEN_FILES)
    assert {key: one.fault for key, one in seen.items() if not one.plays} == {}
