"""Names of results: what templates become, and that it is always a name in its folder."""

import os
import unicodedata
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio import paths
from studio.batch import naming
from studio.batch.file_names import cut, safe_stem
from studio.batch.model import OutputRule
from studio.errors import OutputError, PlanError
from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.model import Preset
from studio.presets.store import PresetStore
from studio.transcode.model import Overrides
from studio.transcode.plan import build_plan
from studio.transcode.publish import target_key

PLATFORMS = ("linux", "darwin", "win32")
DAY = datetime(2026, 3, 9, 7, 5, 2)


@pytest.fixture(scope="module")
def presets() -> PresetStore:
    return PresetStore(paths.built_in_presets_dir(), Path("/nowhere"))


@pytest.fixture(scope="module")
def webm(presets: PresetStore) -> Preset:
    return presets.get("webm-vp8-vorbis")


@pytest.fixture(scope="module")
def mp4(presets: PresetStore) -> Preset:
    return presets.get("mp4-h264-aac")


def info_of(source: Path, *, picture: bool = True, sound: bool = True) -> MediaInfo:
    rate = Fraction(30000, 1001)
    video = VideoStream(0, "h264", width=1280, height=720, frame_rate=rate, duration_us=10_000_000)
    audio = AudioStream(0, "aac", sample_rate=48_000, channels=2, duration_us=10_000_000)
    return MediaInfo(
        source, "mp4", 1_000, 10_000_000, (video,) if picture else (), (audio,) if sound else ()
    )


def name_for(
    template: str,
    preset: Preset,
    source: str = "/films/Kyoto/Temple.MOV",
    *,
    planned: bool = True,
    picture: bool = True,
    platform: str = "linux",
    today: date = DAY,
) -> str:
    info = info_of(Path(source), picture=picture)
    plan = build_plan(info, preset, Overrides(extra=(("height", "360"),))) if planned else None
    return naming.target_for(
        OutputRule(Path("/out"), None, template),
        Path(source),
        info,
        preset,
        plan,
        counter=7,
        today=today,
        platform=platform,
    ).name


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{name}", "Temple"),
        ("{name}-{height}p", "Temple-360p"),
        ("{width}x{height}@{fps}", "640x360@29.97"),
        ("{fps:.0}fps g{gop:04}", "30fps g0060"),
        ("{parent}_{counter:03}", "Kyoto_007"),
        ("{preset} {codec} {container} {ext}", "webm-vp8-vorbis vp8 webm MOV"),
        ("{preset_name}", "WebM, VP8 and Vorbis"),
        ("{date} {time}", "2026-03-09 070502"),
        ("{date:%d.%m.%y}{time:_%H-%M}", "09.03.26_07-05"),
        ("{name:.3}", "Tem"),
        ("{{{name}}}", "{Temple}"),
    ],
)
def test_each_field_says_what_is_made(webm: Preset, template: str, name: str) -> None:
    assert name_for(template, webm) == f"{name}.webm"


def test_without_a_plan_the_size_is_the_source_s(webm: Preset) -> None:
    assert name_for("{height} {fps}", webm, planned=False) == "720 29.97.webm"


def test_without_a_picture_there_is_no_size_and_the_codec_is_the_sound_s(webm: Preset) -> None:
    assert name_for("{name}{height}{fps}{gop} {codec}", webm, picture=False) == "Temple vorbis.webm"


def test_a_day_without_a_time_leaves_the_time_out(webm: Preset) -> None:
    assert name_for("{name}{time}", webm, today=date(2026, 3, 9)) == "Temple.webm"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{nmae}", "{nmae}"),
        ("{}", "{}"),
        ("{name.__class__}", "{name.__class__}"),
        ("{name[0]}", "{name[0]}"),
        ("{name!r}", "!r"),
        ("{counter:x}", ":x"),
        ("{counter:99999999}", ":99999999"),
        ("{counter:{width}}", "{width}"),
        ("{date:%c}", "%c"),
        ("{date:\0}", "{date}"),
        ("{name:>100}", ">100"),
        ("{name", "brace"),
        ("name}", "brace"),
        ("  ", "empty"),
        ("", "empty"),
        ("a/{name}", "separator"),
        ("..\\{name}", "separator"),
        ("x" * 501, "too long"),
    ],
)
def test_what_a_template_cannot_be_is_named(webm: Preset, template: str, words: str) -> None:
    with pytest.raises(PlanError) as caught:
        naming.check_template(template)
    assert words in caught.value.what
    assert caught.value.hint
    with pytest.raises(PlanError):
        name_for(template, webm)


def test_a_misspelt_field_gets_a_proposal() -> None:
    with pytest.raises(PlanError) as caught:
        naming.check_template("{name}-{heigth}")
    assert caught.value.hint == "Did you mean {height}?"


@pytest.mark.parametrize(
    ("stem", "made"),
    [
        ("a/b", "a_b"),
        (".hidden", "_hidden"),
        ("...", "_"),
        ("line\nbreak\ttab", "line_break_tab"),
        ("cod\u202egnp", "codgnp"),
        ("\u2068name\u2069", "name"),
        ("a\u2028b", "a_b"),
        ("  spaced  ", "spaced"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("back\\slash: *?", "back\\slash: *?"),
        ("\udcff-byte", "\udcff-byte"),
        ("\ud800", "_"),
        ("\u200e", ""),
    ],
)
def test_a_name_is_repaired_on_linux(stem: str, made: str) -> None:
    assert safe_stem(stem, "linux") == made


@pytest.mark.parametrize(
    ("stem", "made"),
    [
        ("con", "_con"),
        ("NUL.tar", "_NUL.tar"),
        ("com¹", "_com¹"),
        ("CONIN$", "_CONIN$"),
        ("console", "console"),
        ("trailing. . ", "trailing"),
        ('<>:"|?*', "_______"),
        ("a\\b", "a_b"),
        ("\udcff", "_"),
        ("", ""),
    ],
)
def test_a_name_is_repaired_on_windows(stem: str, made: str) -> None:
    assert safe_stem(stem, "win32") == made


def test_an_empty_result_falls_back_to_the_source_s_name(webm: Preset) -> None:
    assert name_for("{height}", webm, picture=False) == "Temple.webm"
    assert name_for("{height}", webm, "/films/\u200e.mov", picture=False) == "_.webm"


def test_a_long_source_name_loses_its_end_and_keeps_the_number(webm: Preset) -> None:
    name = name_for("{name}-{counter:03}", webm, f"/films/{'é' * 125}.mov")
    assert name.endswith("é-007.webm")
    assert len(os.fsencode(name)) <= 255
    assert len(os.fsencode(name)) > 250


def test_a_cut_leaves_no_half_of_a_character() -> None:
    family = "👩\u200d👩\u200d👧"
    assert cut("ab" + family, 12) == "ab"
    assert cut("e\u0301e\u0301", 4) == "e\u0301"
    assert cut("e\u0301" * 2, 6) == "e\u0301" * 2
    assert cut("\u0301" * 9, 4) == "\u0301" * 2


def test_beside_the_source_is_the_source_s_folder(webm: Preset, tmp_path: Path) -> None:
    source = tmp_path / "a" / ".." / "a" / "x.mov"
    assert naming.folder_for(OutputRule(), source) == tmp_path / "a"


def test_a_mirrored_tree_repeats_the_folders_below_its_root(tmp_path: Path) -> None:
    rule = OutputRule(tmp_path / "out", tmp_path / "in")
    source = tmp_path / "in" / "day 1" / "cam" / "x.mov"
    assert naming.folder_for(rule, source) == tmp_path / "out" / "day 1" / "cam"
    assert naming.folder_for(rule, tmp_path / "in" / "x.mov") == tmp_path / "out"


@pytest.mark.parametrize("place", ["elsewhere/x.mov", "in/../elsewhere/x.mov", "input/x.mov"])
def test_a_source_outside_the_mirrored_tree_gets_the_folder_itself(
    tmp_path: Path, place: str
) -> None:
    rule = OutputRule(tmp_path / "out", tmp_path / "in")
    assert naming.folder_for(rule, tmp_path / place) == tmp_path / "out"


@pytest.mark.parametrize("name", ["x.mp4", "X.MP4", "x.Mp4"])
def test_the_result_is_never_its_source(mp4: Preset, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    info = info_of(source)
    target = naming.target_for(OutputRule(), source, info, mp4, None, counter=1, today=DAY)
    assert target == tmp_path / f"{source.stem} (2).mp4"


def test_a_composed_and_a_decomposed_source_name_are_the_same_file(
    mp4: Preset, tmp_path: Path
) -> None:
    source = tmp_path / unicodedata.normalize("NFD", "é.mp4")
    rule = OutputRule(name="é")
    target = naming.target_for(rule, source, info_of(source), mp4, None, counter=1, today=DAY)
    assert target.name == "é (2).mp4"


def test_taken_names_get_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.webm").touch()
    reserved = {target_key(tmp_path / "A (2).webm")}
    free = naming.free_path(tmp_path / "a.webm", reserved.__contains__)
    assert free == tmp_path / "a (3).webm"


def test_a_free_name_stays_as_it_is(tmp_path: Path) -> None:
    wanted = tmp_path / "a (2).webm"
    assert naming.free_path(wanted, lambda _: False) == wanted


def test_a_number_beside_its_plain_name_is_counted_on(tmp_path: Path) -> None:
    for name in ("a.mp4", "a (2).mp4"):
        (tmp_path / name).touch()
    free = naming.free_path(tmp_path / "a (2).mp4", lambda _: False)
    assert free == tmp_path / "a (3).mp4"


def test_a_number_that_is_part_of_the_name_stays(tmp_path: Path) -> None:
    (tmp_path / "Episode (3).webm").touch()
    free = naming.free_path(tmp_path / "Episode (3).webm", lambda _: False)
    assert free == tmp_path / "Episode (3) (2).webm"


def test_a_dangling_link_takes_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.webm").symlink_to(tmp_path / "nowhere")
    assert naming.free_path(tmp_path / "a.webm", lambda _: False).name == "a (2).webm"


def test_a_numbered_long_name_keeps_the_limit(tmp_path: Path) -> None:
    wanted = tmp_path / ("é" * 125 + ".webm")
    wanted.touch()
    free = naming.free_path(wanted, lambda _: False)
    assert free.name.endswith("é (2).webm")
    assert len(os.fsencode(free.name)) <= 255


@pytest.mark.parametrize(
    "name", ["index.mp4", "a.b.WEBM", "none", "e\u0301 Straße σς.mp4", ".a.mp4"]
)
def test_numbers_are_asked_for_by_the_keys_of_their_paths(tmp_path: Path, name: str) -> None:
    asked: list[str] = []

    def taken(key: str) -> bool:
        asked.append(key)
        return len(set(asked)) <= 3

    free = naming.free_path(tmp_path / name, taken)
    stem, suffix = (tmp_path / name).stem, (tmp_path / name).suffix
    assert free.name == f"{stem} (4){suffix}"
    names = [name, *(f"{stem} ({number}){suffix}" for number in (2, 3, 4))]
    assert list(dict.fromkeys(asked)) == [target_key(tmp_path / one) for one in names]


def test_when_every_number_is_taken_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        naming.free_path(tmp_path / "a.webm", lambda _: True)


@pytest.mark.parametrize("field", naming.FIELDS)
def test_a_plan_is_wanted_where_it_makes_a_difference(mp4: Preset, field: str) -> None:
    template = f"{{name}} {{{field}}}"
    makes_one = name_for(template, mp4) != name_for(template, mp4, planned=False)
    assert naming.wants_plan(template) or not makes_one
    if field in ("width", "height", "gop"):
        assert naming.wants_plan(template)
        assert makes_one


def test_no_plan_is_wanted_for_the_usual_template_or_a_bad_one() -> None:
    assert not naming.wants_plan("{name}")
    assert not naming.wants_plan("{height} {nonsense}")


def test_a_live_example_needs_no_file(webm: Preset, mp4: Preset) -> None:
    template = "{name} {height}p {counter:03} {date}"
    assert naming.example(template, webm) == "Beach 1080p 001 2026-07-14.webm"
    assert naming.example("{name}", mp4, Path("/x/Ocean.mov")) == "Ocean.mp4"
    with pytest.raises(PlanError):
        naming.example("{nam", webm)


_TEXT = st.text(max_size=300).map(
    lambda text: text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
)
_BYTES = st.binary(min_size=1, max_size=255).map(
    lambda data: os.fsdecode(data.replace(b"/", b"_").replace(b"\0", b"_"))
)
_NAMES = st.one_of(_TEXT, _BYTES).map(lambda text: text.replace("/", "_").replace("\0", "_"))
_FIELDS = st.sampled_from(naming.FIELDS).map(lambda field: f"{{{field}}}")
_LITERAL = st.text(st.characters(exclude_characters="{}/\\"), max_size=40)
_TEMPLATES = st.lists(st.one_of(_LITERAL, _FIELDS), min_size=1, max_size=8).map("".join)


@settings(max_examples=500, deadline=None)
@given(
    name=_NAMES,
    folder=_NAMES,
    template=_TEMPLATES,
    preset_name=_TEXT,
    platform=st.sampled_from(PLATFORMS),
    mirrored=st.booleans(),
    has_picture=st.booleans(),
)
def test_whatever_the_template_the_result_is_a_name_in_its_folder(
    mp4: Preset,
    name: str,
    folder: str,
    template: str,
    preset_name: str,
    platform: str,
    mirrored: bool,
    has_picture: bool,
) -> None:
    preset = Preset(
        "../" + preset_name[:20], {"en": preset_name}, {}, mp4.container, mp4.video, mp4.audio
    )
    source = Path("/in") / (folder or "x") / (name or "x")
    rule = OutputRule(Path("/out"), Path("/in") if mirrored else None, template)
    info = info_of(source, picture=has_picture)
    plan = build_plan(info, mp4)
    try:
        target = naming.target_for(
            rule, source, info, preset, plan, counter=1, today=DAY, platform=platform
        )
    except PlanError:
        assert not template.strip()
        return
    assert target.parent == naming.folder_for(rule, source)
    assert PurePosixPath("/out") in PurePosixPath(target).parents
    made = target.name
    assert target_key(target) != target_key(source)
    assert 4 < len(os.fsencode(made)) <= 255
    assert made.endswith(".mp4")
    assert not made.startswith((".", " "))
    assert "/" not in made
    assert all(unicodedata.category(sign) != "Cc" for sign in made)
    assert all(unicodedata.bidirectional(sign) not in _TURNING for sign in made)
    if platform == "win32":
        assert not set(made) & set('<>:"\\|?*')
        assert made.partition(".")[0].rstrip().lower() not in {"con", "nul", "aux", "prn", "com1"}
    assert naming.free_path(target, lambda key: key == target_key(target)).parent == target.parent


_TURNING = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
