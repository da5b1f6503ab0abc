"""Exact rates and aspects from the rounded decimals that probes print."""

from fractions import Fraction

HIGHEST_FRAME_RATE = 1000
"""Rates above this are taken for damage, in frames per second."""

_NTSC = Fraction(1000, 1001)

STANDARD_RATES: tuple[Fraction, ...] = tuple(
    sorted(
        [Fraction(n) for n in (5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 48, 50, 60)]
        + [Fraction(n) * _NTSC for n in (15, 24, 30, 60)]
        + [Fraction(15, 2), Fraction(25, 2)]
    )
)
"""Rates a variable-rate source may be brought to, in frames per second."""

_KNOWN_ASPECTS = tuple(
    Fraction(a, b)
    for a, b in (
        (1, 1), (10, 11), (12, 11), (40, 33), (16, 11), (8, 9), (32, 27), (16, 15), (64, 45),
        (4, 3), (3, 2), (2, 1), (1, 2), (3, 4), (80, 33), (18, 11), (15, 11), (160, 99), (118, 81),
    )
)  # fmt: skip


def exact_frame_rate(
    numerator: str | None, denominator: str | None, text: str | None
) -> Fraction | None:
    """Return the exact rate, from a fraction where there is one, else from a decimal.

    23.976, 29.97, 59.94 and their kin become n x 1000/1001.

    Args:
        numerator: digits, or None.
        denominator: digits, or None.
        text: a decimal such as ``29.970``, or None.
    """
    rate = _plain(numerator) / bottom if (bottom := _plain(denominator)) else Fraction(0)
    if not rate:
        rate = snapped_rate(_plain(text))
    return rate if 0 < rate <= HIGHEST_FRAME_RATE else None


def _plain(text: str | None) -> Fraction:
    try:
        return Fraction((text or "0").strip())
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def snapped_rate(rate: Fraction, *, places: int = 3) -> Fraction:
    """Return the exact rate that a rounded decimal stands for, 0 when there is none.

    Args:
        rate: the decimal, in frames per second.
        places: how many decimals it was rounded to.
    """
    if rate <= 0:
        return Fraction(0)
    tolerance = Fraction(6, 10 ** (places + 1))
    if abs(rate - round(rate)) < tolerance:
        return Fraction(round(rate))
    ntsc = round(rate / _NTSC) * _NTSC
    if abs(ntsc - rate) < tolerance:
        return ntsc
    return simplest_near(rate, tolerance)


def simplest_near(value: Fraction, tolerance: Fraction) -> Fraction:
    """Return the fraction of smallest denominator within ``tolerance`` of ``value``."""
    for denominator in range(1, 1002):
        candidate = Fraction(round(value * denominator), denominator)
        if abs(candidate - value) <= tolerance:
            return candidate
    return value.limit_denominator(1001)


def exact_aspect(text: str | None) -> Fraction:
    """Return the pixel aspect ratio for a decimal such as ``1.455``; 1 when unknown."""
    value = _plain(text)
    if not Fraction(1, 16) <= value <= 16:
        return Fraction(1)
    nearest = min(_KNOWN_ASPECTS, key=lambda known: abs(known - value))
    if abs(nearest - value) <= Fraction(6, 10_000):
        return nearest
    return simplest_near(value, Fraction(6, 10_000))


def standard_rate(average: Fraction, highest: Fraction | None) -> Fraction:
    """Return the constant rate for a variable-rate source, at most 60.

    A standard rate within 2 % of the average is taken; else the rate of the briefest frame
    where that is a standard one; else the next whole standard rate above the average.

    Args:
        average: measured mean, in frames per second.
        highest: the briefest frame's rate, or None when unknown.
    """
    near = min(STANDARD_RATES, key=lambda known: abs(known - average))
    if abs(near - average) <= average / 50:
        return near
    if highest is not None and average <= highest and highest in STANDARD_RATES:
        return highest
    above = (known for known in STANDARD_RATES if known >= average and known.denominator == 1)
    return next(above, Fraction(60))
