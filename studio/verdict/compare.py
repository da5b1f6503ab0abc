"""Predicted beside observed: where they differ is a finding of its own."""

from studio.verdict.model import Finding, PlaybackReport
from studio.verdict.prediction import Prediction


def differences(
    prediction: Prediction, report: PlaybackReport, *, tolerance_s: float
) -> tuple[Finding, ...]:
    """Return a finding for each thing that came otherwise than predicted.

    Args:
        prediction: of the engine that played, or of the measured one that it is kin to.
        report: what the engine did.
        tolerance_s: by how much a buffered range may differ: one frame.

    Returns:
        ``SEEN-001`` it plays though it should not; ``SEEN-002`` it does not though it
        should; ``SEEN-003`` other buffered ranges; ``SEEN-004`` an entry point.
    """
    raise NotImplementedError
