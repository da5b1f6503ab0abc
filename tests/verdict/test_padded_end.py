"""The end of a Vorbis WebM of ffmpeg's, which Firefox takes to be later than it is."""

from pathlib import Path

import pytest

from studio.segments.frame_reader import read_media
from studio.segments.frames import MediaFrames
from studio.verdict.expectation import expect
from studio.verdict.simulation.firefox import simulate_firefox
from tests.conftest import ClipFactory

PADDING = b"\x75\xa2"
VOID = b"\xec"


@pytest.fixture
def padded(make_clip: ClipFactory) -> Path:
    """Sound alone: was seen to end at 9.101 s in Firefox 153, at 9.003 s in Chromium 156."""
    return make_clip(
        "padded-end.webm", seconds=9, size=None, sample_rate=48_000, channels=2,
        audio=("-c:a", "libvorbis"),
    )  # fmt: skip


def firefox_end_s(media: MediaFrames) -> float:
    return float(simulate_firefox(media).buffered[-1][1])


def test_firefox_reads_a_padded_packet_as_one_of_opus(padded: Path) -> None:
    media = read_media(padded)
    assert firefox_end_s(media) == pytest.approx(9.101, abs=0.001)
    assert expect(media).last_end_s == pytest.approx(9.003, abs=0.001)
    assert expect(media).end_is_guessed


def test_without_padding_the_end_is_as_written(padded: Path, tmp_path: Path) -> None:
    data = padded.read_bytes()
    at = data.rindex(PADDING)
    size = data[at + 2] & 0x7F
    plain = tmp_path / "plain.webm"
    plain.write_bytes(data[:at] + VOID + bytes([0x81 + size, 0]) + data[at + 3 :])
    media = read_media(plain)
    assert firefox_end_s(media) == pytest.approx(9.003, abs=0.001)
    assert not expect(media).end_is_guessed
