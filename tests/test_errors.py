"""What people read of an error: names out of files can neither break nor turn its lines."""

import pytest

from studio.errors import StudioError, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred.mp4", "a\\u001b[31mred.mp4"),
        ("fdp.\u202egpj.mp4", "fdp.\\u202egpj.mp4"),
        ("two\nlines\t.mp4", "two\\u000alines\\u0009.mp4"),
        ("bad-\udcff.mp4", "bad-\ufffd.mp4"),
        ("\x9bcsi\u2028", "\\u009bcsi\\u2028"),
        ("é ü 测试 🎬 ру — ×.mp4", "é ü 测试 🎬 ру — ×.mp4"),
    ],
)
def test_odd_characters_are_shown_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_an_error_escapes_its_texts_and_keeps_the_lines_of_the_detail() -> None:
    error = StudioError("no\n\x1b", hint="do\n\x1b", detail="one\n\ttwo\x1b")
    assert (error.what, error.hint) == ("no\\u000a\\u001b", "do\\u000a\\u001b")
    assert error.detail == "one\n\ttwo\\u001b"
    assert str(error) == error.what
