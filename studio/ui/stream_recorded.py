"""What is said of a recording that was finished."""

from PySide6.QtCore import QCoreApplication

from studio.streams.recording import Recorded
from studio.ui.banners import Notice
from studio.ui.core_words import translated
from studio.verdict.model import Severity

FATAL = (Severity.BLOCK, Severity.LOSS, Severity.STALL)


def recorded_notice(recorded: Recorded) -> Notice:
    """Say where it is, and what the verdict found without playing it."""
    what = QCoreApplication.translate("Streams", "The recording is finished: {name}.")
    found = [one for one in recorded.verdict.findings if one.severity is not Severity.INFO]
    doubts = [one.message for one in found]
    if recorded.problem:
        doubts.insert(0, recorded.problem)
    hint = QCoreApplication.translate(
        "Streams", "No fault was found. It is in the list, and streamed as a file."
    )
    tone = "success"
    if doubts:
        hint, tone = doubts[0], "warning"
    if any(one.severity in FATAL for one in found):
        tone = "danger"
    detail = "\n".join(translated(one) for one in doubts[1:])
    return Notice("recorded", what.format(name=recorded.path.name), hint, detail, tone)
