"""Written durations of blocks: what browsers need to be told, and what must not be said.

Source: mse-rules W17 and WEBM-021; RFC 9559.
"""

from studio.preview.clusters import AUDIO, VIDEO, Block, read_header
from studio.repair.ebml_writer import element, id_bytes, size_bytes, uint
from studio.segments import ebml

_SHARED_FLAGS = 0x0E
"""Flags of a SimpleBlock that a Block has, too: invisible and lacing."""


def with_last_duration(blocks: list[Block], end: int) -> list[Block]:
    """Return the same blocks; the last picture says how long it lasts.

    Without that, and without a DefaultDuration, browsers guess where a cluster ends, and a
    frame that is missing there would leave a hole.

    Args:
        blocks: of one GOP, by time.
        end: in ticks, where the GOP ends.
    """
    pictures = [place for place, block in enumerate(blocks) if block.track == VIDEO]
    if not pictures:
        return blocks
    place = pictures[-1]
    last = blocks[place]
    if last.data[0] != ebml.SIMPLE_BLOCK or end <= last.time:
        return blocks
    before = blocks[pictures[-2]].time if len(pictures) > 1 else last.time
    return [*blocks[:place], _grouped(last, end - last.time, before), *blocks[place + 1 :]]


def _grouped(block: Block, duration: int, before: int) -> Block:
    """Return a SimpleBlock as a BlockGroup with a duration; ``before``: what it refers to."""
    payload = block.data[block.time_at - 1 :]
    flags = bytes((payload[3] & _SHARED_FLAGS,))
    further = uint(ebml.BLOCK_DURATION, duration)
    if not block.keyframe:
        past = (before - block.time) or -1
        further += element(ebml.REFERENCE_BLOCK, past.to_bytes(4, "big", signed=True))
    return _group(block, payload[:3] + flags + payload[4:], further)


def with_durations_that_fit(blocks: list[Block]) -> list[Block]:
    """Return the same blocks; sound's written durations end where the next block begins.

    Rounded to whole ticks they reach into it, and Chromium cuts that off.
    """
    ends: dict[int, int] = {}
    fitting: list[Block] = []
    for block in reversed(blocks):
        fits = block.track == AUDIO and block.data[0] == ebml.BLOCK_GROUP
        fitting.append(_limited(block, ends.get(AUDIO)) if fits else block)
        ends[block.track] = block.time
    return fitting[::-1]


def _limited(block: Block, end: int | None) -> Block:
    """Return a group whose duration ends at a time; one tick less where that is not known."""
    header = read_header(block.data)
    assert header is not None
    at, payload, duration = header.size, b"", 0
    while at < len(block.data):
        child = read_header(block.data, at)
        if child is None or child.data_size is None:
            return block
        begin = at + child.size
        at = begin + child.data_size
        if child.id == ebml.BLOCK:
            payload = block.data[begin:at]
        elif child.id == ebml.BLOCK_DURATION:
            duration = int.from_bytes(block.data[begin:at], "big")
    if not duration:
        return block
    most = duration - 1 if end is None else end - block.time
    if 0 < duration <= most:
        return block
    return _group(block, payload, uint(ebml.BLOCK_DURATION, most) if most > 0 else b"")


def _group(block: Block, payload: bytes, further: bytes) -> Block:
    body = element(ebml.BLOCK, payload)
    head = id_bytes(ebml.BLOCK_GROUP) + size_bytes(len(body) + len(further))
    place = len(head) + len(body) - len(payload) + 1
    return block._replace(data=head + body + further, time_at=place)
