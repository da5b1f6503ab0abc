"""Names and addresses of streams."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InputError
from studio.streams.names import StreamAddress, StreamKind, is_name, name_for, parse_address


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("vod://holiday", StreamKind.VOD, "holiday"),
        (" VOD-LIVE://a.b_c-1/ ", StreamKind.VOD_LIVE, "a.b_c-1"),
        ("live://camera", StreamKind.LIVE, "camera"),
    ],
)
def test_an_address_is_read(text: str, kind: StreamKind, name: str) -> None:
    assert parse_address(text) == StreamAddress(kind, name)
    assert parse_address(str(parse_address(text))) == (kind, name)


@pytest.mark.parametrize(
    "text",
    ["", "vod://", "vod:/x", "http://x", "vod://../x", "vod://a/b", "vod://-x", "vod://a b", "x"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not the address of a stream"):
        parse_address(text)


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=5))
def test_a_name_for_any_text_is_one_and_new(text: str, others: list[str]) -> None:
    taken = set(others)
    for _ in range(3):
        name = name_for(text, taken)
        assert is_name(name)
        assert name.casefold() not in {one.casefold() for one in taken}
        taken.add(name)


def test_accents_go_and_letters_stay() -> None:
    assert name_for("Été à Paris.mov") == "Ete-a-Paris-mov"
    assert name_for("日本") == "stream"
