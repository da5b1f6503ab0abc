"""Exact rates and aspects from rounded decimals."""

from fractions import Fraction

import pytest

from studio.media.rates import exact_aspect, exact_frame_rate, snapped_rate, standard_rate


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("23.976", Fraction(24000, 1001)), ("29.970", Fraction(30000, 1001)),
        ("59.940", Fraction(60000, 1001)), ("47.952", Fraction(48000, 1001)),
        ("119.880", Fraction(120000, 1001)), ("14.985", Fraction(15000, 1001)),
        ("25.000", Fraction(25)), ("24.000", Fraction(24)), ("30.000", Fraction(30)),
        ("7.500", Fraction(15, 2)), ("12.500", Fraction(25, 2)), ("16.667", Fraction(50, 3)),
    ],
)  # fmt: skip
def test_a_decimal_becomes_the_exact_rate(text: str, rate: Fraction) -> None:
    assert exact_frame_rate(None, None, text) == rate


@pytest.mark.parametrize("text", ["0", "-25", "nan", "inf", "1e9", "", "25 fps", "1/0"])
def test_an_absurd_rate_is_unknown(text: str) -> None:
    assert exact_frame_rate(None, None, text) is None


def test_a_fraction_wins_over_its_decimal() -> None:
    assert exact_frame_rate("30000", "1001", "30.000") == Fraction(30000, 1001)


def test_two_decimals_are_enough_for_ntsc_rates() -> None:
    rates = [snapped_rate(Fraction(text), places=2) for text in ("23.98", "29.97", "59.94")]
    assert rates == [Fraction(n * 1000, 1001) for n in (24, 30, 60)]


@pytest.mark.parametrize(
    ("text", "aspect"),
    [("1.455", "16/11"), ("1.067", "16/15"), ("0.909", "10/11"), ("1.000", "1"), ("99", "1")],
)
def test_a_pixel_aspect_becomes_a_fraction(text: str, aspect: str) -> None:
    assert exact_aspect(text) == Fraction(aspect)


@pytest.mark.parametrize(
    ("average", "highest", "rate"),
    [("29.99", "60", "30"), ("25.75", "30", "30"), ("25.75", None, "30"), ("11", None, "12"),
     ("23.9", None, "24000/1001"), ("75", None, "60")],
)  # fmt: skip
def test_a_varying_rate_is_brought_to_a_standard_one(
    average: str, highest: str | None, rate: str
) -> None:
    top = Fraction(highest) if highest else None
    assert standard_rate(Fraction(average), top) == Fraction(rate)
