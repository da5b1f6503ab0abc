"""Every breaker: the ones for WebM, for MP4, and those that move times in either."""

from studio.repair.breaking.model import Breaker
from studio.repair.breaking.mp4_table import MP4_BREAKERS
from studio.repair.breaking.times_table import TIME_BREAKERS
from studio.repair.breaking.webm_table import WEBM_BREAKERS

BREAKERS: tuple[Breaker, ...] = (*WEBM_BREAKERS, *MP4_BREAKERS, *TIME_BREAKERS)
_BY_ID = {breaker.id: breaker for breaker in BREAKERS}


def breaker(breaker_id: str) -> Breaker:
    """Return the breaker with this id.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[breaker_id]
