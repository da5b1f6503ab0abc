"""Options of the audio encoder, each with its reason."""

from studio.media.streams import AudioStream
from studio.presets.model import AudioSettings
from studio.transcode.draft import Draft


def plan_sound(audio: AudioStream, settings: AudioSettings, draft: Draft) -> None:
    """Add every option of the audio encoder to ``draft``."""
    draft.option("c:a", settings.encoder, f"makes {settings.codec}")
    channels = audio.channels or settings.max_channels
    if channels > settings.max_channels or not audio.channels:
        channels = min(channels, settings.max_channels)
        draft.option("ac", channels, "browsers mix more channels badly or not at all")
        if audio.channels:
            word = {1: "mono", 2: "stereo"}.get(channels, f"{channels} channels")
            draft.note(f"The sound ({audio.channels} channels) is mixed down to {word}.")
    rate = sample_rate_for(audio.sample_rate, settings.sample_rates)
    if rate != audio.sample_rate:
        draft.option("ar", rate, "a sample rate that the encoder and every browser take")
    bits = settings.bit_rate_per_channel * channels
    draft.option("b:a", bits, f"{settings.bit_rate_per_channel} bit/s per channel")
    for name, value in settings.options.items():
        draft.option(name, value, "from the preset")
    reason = "fills gaps and begins at 0, where the picture begins"
    draft.option("af", "aresample=async=1:first_pts=0", reason)


def sample_rate_for(source: int, allowed: tuple[int, ...]) -> int:
    """Return the output's sample rate in Hz.

    The source's own where it is allowed (or anything is); else the lowest allowed multiple
    of it, the highest allowed divisor, or the highest allowed of all.

    Args:
        source: the source's rate in Hz, 0 when unknown.
        allowed: rates in Hz; empty for any.
    """
    if not allowed:
        return source or 48_000
    if source in allowed:
        return source
    if source > 0:
        multiples = [rate for rate in allowed if rate % source == 0]
        divisors = [rate for rate in allowed if source % rate == 0]
        if multiples:
            return min(multiples)
        if divisors:
            return max(divisors)
    return max(allowed)
