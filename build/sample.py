"""Makes the demo's sample: a drifting gradient, a bouncing disc, a clock and plucked notes.

Only the standard library; ffmpeg is the one the program itself uses.
"""

import subprocess
from pathlib import Path

from environment import SetupError, python

SECONDS, FRAMES_PER_SECOND, WIDTH, HEIGHT = 20, 25, 1280, 720
FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "/usr/share/fonts/dejavu-sans-mono-fonts/DejaVuSansMono.ttf",
    "/System/Library/Fonts/Menlo.ttc",
    "C:/Windows/Fonts/consola.ttf",
)
DISC = 128
"""Width and height of the disc, in pixels."""

NOTES_PER_SECOND = 4
MELODY = (0, 3, 7, 12, 10, 7, 3, 5)
"""Semitones above A3, one per note, over and over."""


def make(target: Path) -> list[str]:
    """Write the sample as H.264/AAC in MP4; return the arguments that made it.

    Raises:
        SetupError: ffmpeg failed.
    """
    arguments = [
        *(bundled_ffmpeg(), "-hide_banner", "-loglevel", "error", "-y"),
        *("-f", "lavfi", "-i", _background(), "-f", "lavfi", "-i", _disc()),
        *("-f", "lavfi", "-i", _sound(), "-filter_complex", _picture()),
        *("-map", "[picture]", "-map", "2:a", "-t", str(SECONDS)),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p"),
        *("-c:a", "aac", "-b:a", "160k", "-movflags", "+faststart", f"file:{target}"),
    ]
    done = subprocess.run(
        arguments, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetupError(f"The sample could not be made: {done.stderr.strip()[-400:]}")
    return arguments


def bundled_ffmpeg() -> str:
    """Return the path of imageio-ffmpeg's ffmpeg."""
    code = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
    done = subprocess.run([str(python()), "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"No ffmpeg: {done.stderr.strip()[-400:]}")
    return done.stdout.strip()


def _background() -> str:
    width, height = WIDTH // 4, HEIGHT // 4  # smooth: a small one, enlarged, takes a tenth
    size = f"s={width}x{height}:r={FRAMES_PER_SECOND}:d={SECONDS}"
    colours = "n=4:c0=0x10245c:c1=0x2a7fa5:c2=0xe9a15b:c3=0x5b2a6e"
    middle = f"x0={width // 2}:y0={height // 2}:x1={width}:y1={height}"
    source = f"gradients={size}:{colours}:{middle}:type=spiral:speed=0.01"
    return f"{source},scale={WIDTH}:{HEIGHT}:flags=bicubic"


def _disc() -> str:
    radius = DISC / 2
    inside = f"255*clip({radius}-hypot(X-{radius}+0.5,Y-{radius}+0.5),0,1)"
    still = f"color=0xfff4d6:s={DISC}x{DISC}:r={FRAMES_PER_SECOND}:d=0.04,format=rgba"
    return f"{still},geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='{inside}',loop=-1:1"


def _picture() -> str:
    free_x, free_y = f"({WIDTH}-w)", f"({HEIGHT * 3 // 4}-h)"
    # A triangle wave across, a bounce up and down: motion in every frame.
    across = f"{free_x}*abs(2*mod(t/7,1)-1)"
    down = f"{free_y}*(1-abs(sin(t*2.2)))"
    chain = f"[0:v][1:v]overlay=x='{across}':y='{down}':shortest=1"
    font = next((path for path in FONTS if Path(path).is_file()), None)
    if font:
        style = f"fontfile='{_escaped(font)}':fontcolor=white:shadowx=2:shadowy=2"
        clock = "%{pts\\:hms}  frame %{n}"
        chain += f",drawtext={style}:fontsize=44:x=40:y=h-90:text='{clock}'"
    return f"{chain},format=yuv420p[picture]"


def _escaped(path: str) -> str:
    return path.replace("\\", "/").replace(":", "\\:")


def _sound() -> str:
    choice = "0"
    for number, semitones in enumerate(MELODY):
        choice += f"+{semitones}*eq(mod(floor(t*{NOTES_PER_SECOND}),{len(MELODY)}),{number})"
    since = f"mod(t,{1 / NOTES_PER_SECOND})"
    left, right = (
        f"0.35*sin(2*PI*{base}*pow(2,({choice})/12)*{since})*exp(-9*{since})*min(1,200*{since})"
        for base in (220, 220.7)
    )
    return f"aevalsrc='{left}|{right}':s=48000:d={SECONDS}"
