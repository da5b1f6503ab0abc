"""Names of what engines decode, and what the choice of engines comes to."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from studio.settings import NO_ENGINE
from studio.verdict.capabilities import CodecGroup
from studio.verdict.model import EngineIdentity


def named(identity: EngineIdentity) -> str:
    """Return ``Firefox 140.5``."""
    return f"{identity.title} {identity.version}".strip()


def after_tick(
    chosen: Sequence[str], found: Sequence[str], name: str, *, on: bool
) -> tuple[str, ...]:
    """Return ``settings.engines`` after one engine was ticked or not.

    Args:
        chosen: as it was; empty for every engine.
        found: names of the engines of this machine.
        name: the one that was ticked, or not.
        on: whether it is ticked now.

    Returns:
        Empty when all found are ticked, so that later ones are asked, too. A chosen engine
        that is not here at the moment stays chosen otherwise.
    """
    ticked = {one for one in found if not chosen or one in chosen} - {name}
    if on:
        ticked.add(name)
    if ticked.issuperset(found):
        return ()
    absent = (one for one in chosen if one not in found and one != NO_ENGINE)
    kept = (*(one for one in found if one in ticked), *absent)
    return kept or (NO_ENGINE,)


def choice_text(chosen: Sequence[str], found: Collection[str]) -> str:
    """Say who is asked; empty when nobody is, which is a warning of its own."""
    if not chosen:
        return QCoreApplication.translate(
            "Engines", "All of them play what is checked, also browsers that you install later."
        )
    if any(name in found for name in chosen):
        return QCoreApplication.translate(
            "Engines",
            "Only those ticked play what is checked; a browser that you install later does not, "
            "until you tick it.",
        )
    return ""


def none_text() -> tuple[str, str]:
    """What is said where no engine is ticked, and what that means."""
    what = QCoreApplication.translate("Engines", "No browser is ticked.")
    hint = QCoreApplication.translate(
        "Engines", "Files are only examined then; nothing is played, and none can pass."
    )
    return what, hint


def group_text(group: CodecGroup) -> str:
    """Return the heading above the codecs of a group."""
    return {
        CodecGroup.VIDEO: QCoreApplication.translate("Engines", "Video"),
        CodecGroup.AUDIO: QCoreApplication.translate("Engines", "Sound"),
    }[group]
