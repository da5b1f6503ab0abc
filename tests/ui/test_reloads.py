"""A crashing page is loaded again by itself, but not for ever."""

from studio.ui.reloads import MOST_RELOADS, WITHIN_S, Reloads


def test_three_reloads_a_minute_and_no_more() -> None:
    now = 100.0
    reloads = Reloads(lambda: now)
    assert [reloads.may_reload() for _ in range(MOST_RELOADS)] == [True] * 3
    assert not reloads.may_reload()
    now += WITHIN_S - 0.1
    assert not reloads.may_reload()
    now += 0.2
    assert [reloads.may_reload() for _ in range(4)] == [True, True, True, False]


def test_a_refusal_does_not_put_the_next_reload_off() -> None:
    now = 0.0
    reloads = Reloads(lambda: now)
    for second in (0.0, 20.0, 40.0):
        now = second
        assert reloads.may_reload()
    for second in (45.0, 50.0, 59.0):
        now = second
        assert not reloads.may_reload()
    now = 60.0
    assert reloads.may_reload()
    assert not reloads.may_reload(), "those of 20 s and 40 s count still"
