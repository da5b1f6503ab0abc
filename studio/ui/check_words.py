"""What a running check is doing, in words."""

from PySide6.QtCore import QCoreApplication

from studio.verdict.model import StepName

_STAGES = {step.value: step for step in StepName} | {
    "open": StepName.SOURCE_OPEN,
    "sourcebuffer:added": StepName.SOURCE_OPEN,
    "quota": StepName.APPEND,
    "wait": StepName.WAITS,
    "seek": StepName.SEEKS,
    "entry": StepName.ENTRIES,
}
"""Names of the page's stages."""


def step_name(step: StepName) -> str:
    """What is being done in a step, in a word or two."""
    return {
        StepName.TYPE: QCoreApplication.translate("Check", "type"),
        StepName.SOURCE_OPEN: QCoreApplication.translate("Check", "open"),
        StepName.INIT: QCoreApplication.translate("Check", "init segment"),
        StepName.APPEND: QCoreApplication.translate("Check", "append"),
        StepName.METADATA: QCoreApplication.translate("Check", "metadata"),
        StepName.PLAY: QCoreApplication.translate("Check", "play"),
        StepName.FRAMES: QCoreApplication.translate("Check", "count frames"),
        StepName.WAITS: QCoreApplication.translate("Check", "play slowly"),
        StepName.SEEKS: QCoreApplication.translate("Check", "seek"),
        StepName.ENTRIES: QCoreApplication.translate("Check", "entry points"),
        StepName.REPEATED_INIT: QCoreApplication.translate("Check", "init segment again"),
        StepName.SWITCH: QCoreApplication.translate("Check", "change of type"),
        StepName.END: QCoreApplication.translate("Check", "end"),
    }[step]


def stage_text(stage: str) -> str:
    """Return ``Chromium: play`` in the window's language; unknown stages stay as they are."""
    engine, _, name = stage.partition(": ")
    step = _STAGES.get(name)
    said = name if step is None else step_name(step)
    return f"{engine}: {said}" if said else engine
