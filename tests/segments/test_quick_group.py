"""The short way through a BlockGroup reads exactly what the long way reads."""

from io import BytesIO
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.segments import ebml
from studio.segments.blocks import Block, ClusterReader
from studio.segments.source import ByteSource
from tests.segments.building import element, number

BLOCK = st.builds(
    lambda head, payload, width: element(ebml.BLOCK, head, payload, width=width),
    st.binary(min_size=0, max_size=5),
    st.binary(max_size=40),
    st.integers(1, 8),
)
DURATION = st.builds(
    lambda value, width: element(ebml.BLOCK_DURATION, value, width=width),
    st.binary(max_size=9),
    st.integers(1, 2),
)
OTHER = st.builds(
    lambda name, data: element(name, data, width=1),
    st.sampled_from([ebml.REFERENCE_BLOCK, 0x75A2, 0xEC]),
    st.binary(max_size=4),
)
CHILDREN = st.lists(st.one_of(BLOCK, DURATION, OTHER), max_size=3)
TYPICAL = st.tuples(BLOCK, DURATION).map(list)
GROUP = st.builds(
    lambda parts, width: element(ebml.BLOCK_GROUP, *parts, width=width),
    st.one_of(TYPICAL, CHILDREN),
    st.integers(2, 8),
)


def blocks_of(data: bytes) -> tuple[list[Block], int, bool, int | None]:
    cluster = element(ebml.CLUSTER, number(ebml.TIMESTAMP, 1000), data)
    source = ByteSource(BytesIO(cluster), len(cluster))
    found = ebml.read_element(source, 0)
    assert found is not None
    reader = ClusterReader(source, found, len(cluster))
    return list(reader), reader.end, reader.whole, reader.untimed


@settings(max_examples=200, deadline=None, derandomize=True)
@given(groups=st.lists(GROUP, max_size=3), rest=st.binary(max_size=40), cut=st.integers(0, 60))
def test_both_ways_read_the_same(groups: list[bytes], rest: bytes, cut: int) -> None:
    data = b"".join(groups)
    data = data[: len(data) - cut] + rest
    quick = blocks_of(data)
    with patch.object(ClusterReader, "_quick_group", lambda *_args: None):
        assert blocks_of(data) == quick


def test_the_usual_shape_takes_the_short_way() -> None:
    group = element(
        ebml.BLOCK_GROUP,
        element(ebml.BLOCK, b"\x82\x00\x07\x00", bytes(60), width=1),
        element(ebml.BLOCK_DURATION, b"\x17", width=1),
        width=2,
    )
    with patch.object(ClusterReader, "_group", side_effect=AssertionError):
        (block,), _, whole, _ = blocks_of(group)
    assert (block.track, block.time, block.duration, block.keyframe) == (2, 1007, 23, True)
    assert whole
