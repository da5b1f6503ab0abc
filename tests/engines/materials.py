"""The few sound clips that all fixtures are made of, each encoded once in a test run."""

import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

from studio.media.child import clean_environment
from studio.repair.recluster import recluster

SECONDS = 3
_FAST_VPX = ("-b:v", "100k", "-threads", "1", "-cpu-used", "5", "-deadline", "good")
_X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-sc_threshold", "0")
_X264_B = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-sc_threshold", "0")

CODECS = {
    "vp8": ("-c:v", "libvpx", *_FAST_VPX),
    "vp9": ("-c:v", "libvpx-vp9", *_FAST_VPX),
    "av1": ("-c:v", "libsvtav1", "-preset", "12", "-pix_fmt", "yuv420p"),
    "h264": (*_X264, "-bf", "0"),
    "h264b": (*_X264_B, "-bf", "3", "-x264-params", "open-gop=0:b-adapt=0"),
    "h264open": (*_X264_B, "-bf", "3", "-x264-params", "open-gop=1:b-adapt=0"),
    "h265": (
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-x265-params",
        "log-level=none:open-gop=0",
    ),
    "vorbis": ("-c:a", "libvorbis"),
    "opus": ("-c:a", "libopus", "-b:a", "32k"),
    "aac": ("-c:a", "aac", "-b:a", "64k"),
}
RATES = {"25": 25, "30": 30, "24000/1001": 24}
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")


class Materials:
    """Makes clips of 3 s with ffmpeg, a keyframe every second, each once.

    Every method returns the path of a file that nobody may change. The files are the same,
    byte for byte, in every run on one machine, so that what engines made of them can be kept.
    """

    def __init__(self, folder: Path, ffmpeg: Path) -> None:
        self.folder, self.ffmpeg = folder, ffmpeg
        self._made: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def picture(self, codec: str, rate: str = "25", *, size: str = "96x54") -> Path:
        """Return an encoded picture track in Matroska."""
        gop = str(RATES[rate])
        source = f"testsrc2=s={size}:r={rate}:d={SECONDS}"
        options = [*CODECS[codec], "-g", gop, "-keyint_min", gop]
        name = f"{codec}-{gop}-{size}.mkv"
        return self.made(name, ["-f", "lavfi", "-i", source, *options])

    def sound(self, codec: str, rate_hz: int = 48_000, *, seconds: float = SECONDS) -> Path:
        """Return an encoded sound track: a tone."""
        source = f"sine=f=440:r={rate_hz}:d={seconds}"
        name = f"{codec}-{rate_hz}-{seconds:g}.mkv"
        return self.made(name, ["-f", "lavfi", "-i", source, *CODECS[codec]])

    def muxed(self, name: str, tracks: Sequence[Path], *options: str) -> Path:
        """Return a file of these tracks, streams copied; ``name`` decides the container."""
        inputs = [part for track in tracks for part in ("-i", f"file:{track}")]
        maps = [part for number in range(len(tracks)) for part in ("-map", str(number))]
        return self.made(name, [*inputs, *maps, "-c", "copy", *options])

    def raw_webm(self, video: str, audio: str, rate: str = "25", rate_hz: int = 48_000) -> Path:
        """Return a WebM as ffmpeg encodes and muxes it in one run."""
        gop = str(RATES[rate])
        inputs: list[str] = []
        options: list[str] = []
        if video:
            source = f"testsrc2=s=96x54:r={rate}:d={SECONDS}"
            inputs += ["-f", "lavfi", "-i", source]
            options += [*CODECS[video], "-g", gop, "-keyint_min", gop]
        if audio:
            inputs += ["-f", "lavfi", "-i", f"sine=f=440:r={rate_hz}:d={SECONDS}"]
            options += CODECS[audio]
        name = "-".join(filter(None, ("raw", video, gop, audio, str(rate_hz)))) + ".webm"
        return self.made(name, [*inputs, *options])

    def webm(self, video: str, audio: str, rate: str = "25", rate_hz: int = 48_000) -> Path:
        """Return a sound WebM: ffmpeg's, with its blocks in order."""
        return self.reclustered(self.raw_webm(video, audio, rate, rate_hz))

    def mp4(self, video: str, audio: str, *options: str, name: str = "", rate: str = "25") -> Path:
        """Return a fragmented MP4, by default with exact times (delay_moov)."""
        tracks = [self.picture(video, rate)] if video else []
        tracks += [self.sound(audio)] if audio else []
        stem = name or "-".join(filter(None, (video, str(RATES[rate]), audio)))
        return self.muxed(f"{stem}.mp4", tracks, *(options or FRAGMENTS))

    def long_gop(self, container: str) -> Path:
        """Return a muxed file with one keyframe only, at its beginning."""
        raw = self.folder / f"long-gop-raw.{container}"
        inputs = ["-f", "lavfi", "-i", f"testsrc2=s=96x54:r=25:d={SECONDS}"]
        inputs += ["-f", "lavfi", "-i", f"sine=f=440:r=48000:d={SECONDS}"]
        options = [*CODECS["vp9"], "-g", "999", *CODECS["opus"]]
        options += FRAGMENTS if container == "mp4" else ()
        made = self.made(raw.name, [*inputs, *options])
        return made if container == "mp4" else self.reclustered(made)

    def long_webm(self, seconds: int) -> Path:
        """Return a WebM of few pictures, a keyframe every 30 s."""
        inputs = ["-f", "lavfi", "-i", f"testsrc2=s=64x36:r=5:d={seconds}"]
        inputs += ["-f", "lavfi", "-i", f"sine=f=440:r=48000:d={seconds}"]
        options = [*CODECS["vp8"], "-g", "150", "-keyint_min", "150", *CODECS["opus"]]
        return self.reclustered(self.made(f"long-{seconds}-raw.webm", [*inputs, *options]))

    def hls(self, video: str, audio: str) -> Path:
        """Return what HLS's fMP4 muxer writes, init and segments in one file."""
        options: tuple[str, ...] = ("-f", "hls", "-hls_segment_type", "fmp4", "-hls_time", "1")
        options += ("-hls_list_size", "0", "-hls_fmp4_init_filename", "init.mp4")
        return self._joined(f"hls-{video}-{audio}", video, audio, options, "list.m3u8", "list*.m4s")

    def dash(self, video: str, audio: str, stream: int) -> Path:
        """Return what the DASH muxer writes for one stream, init and segments in one file."""
        options: tuple[str, ...] = ("-f", "dash", "-seg_duration", "1", "-use_template", "1")
        options += ("-init_seg_name", "init$RepresentationID$.mp4")
        options += ("-media_seg_name", "part$RepresentationID$-$Number%05d$.m4s")
        name = f"dash-{video}-{audio}"
        return self._joined(name, video, audio, options, "list.mpd", f"part{stream}-*.m4s", stream)

    def _joined(
        self,
        name: str,
        video: str,
        audio: str,
        options: Sequence[str],
        manifest: str,
        parts: str,
        stream: int | None = None,
    ) -> Path:
        folder = self.folder / name
        target = self.folder / f"{name}{'' if stream is None else f'-{stream}'}.mp4"
        with self._once(name):
            if not folder.exists():
                folder.mkdir()
                inputs = ["-i", f"file:{self.picture(video)}", "-i", f"file:{self.sound(audio)}"]
                maps = ["-map", "0", "-map", "1", "-c", "copy", "-fflags", "+bitexact"]
                self.run([*inputs, *maps, *options, os.fspath(folder / manifest)])
            first = folder / ("init.mp4" if stream is None else f"init{stream}.mp4")
            files = [first, *sorted(folder.glob(parts))]
            target.write_bytes(b"".join(file.read_bytes() for file in files))
        return target

    def h265(self, tag: str) -> Path:
        """Return H.265 with one of its two sample entries, and AAC."""
        tracks = [self.picture("h265"), self.sound("aac")]
        return self.muxed(f"{tag}.mp4", tracks, "-tag:v", tag, *FRAGMENTS)

    def reclustered(self, raw: Path) -> Path:
        """Return a WebM with the blocks of another one in order."""
        target = self.folder / f"good-{raw.name}"
        with self._once(target.name):
            if not target.exists():
                recluster(raw, target)
        return target

    def made(self, name: str, arguments: Sequence[str]) -> Path:
        """Run ffmpeg for this file unless that was done before."""
        target = self.folder / name
        with self._once(name):
            if not target.exists():
                self.run([*arguments, "-fflags", "+bitexact", f"file:{target}"])
        return target

    def _once(self, name: str) -> threading.Lock:
        with self._lock:
            return self._made.setdefault(name, threading.Lock())

    def run(self, arguments: Sequence[str]) -> None:
        """Run ffmpeg, which must succeed."""
        command = [os.fspath(self.ffmpeg), "-v", "error", "-y", *arguments]
        environment = {"SVT_LOG": "1", **clean_environment()}
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=60
        )
        assert done.returncode == 0, done.stderr
