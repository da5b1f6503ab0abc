"""The engines whose behaviour is modelled, with the versions their constants were measured on."""

from dataclasses import dataclass

from studio.verdict.model import EngineFamily


@dataclass(frozen=True, slots=True)
class EngineModel:
    """One engine: who it is, and since when its behaviour is known.

    ``name`` is the word of ``mse-studio engines``. ``version`` is empty for an engine that
    was never measured. ``open_codecs_only``: the build has no H.264, H.265 and AAC.
    """

    name: str
    title: str
    family: EngineFamily
    version: str
    measured: str
    open_codecs_only: bool = False


CHROMIUM = EngineModel("chromium", "Chromium", EngineFamily.CHROMIUM, "156", "2026-11")
EMBEDDED = EngineModel(
    "embedded", "Embedded engine", EngineFamily.CHROMIUM, "140", "2026-11", open_codecs_only=True
)
FIREFOX = EngineModel("firefox", "Firefox", EngineFamily.FIREFOX, "153", "2026-11")
WEBKIT = EngineModel("webkit", "WebKitGTK", EngineFamily.WEBKIT, "2.50.6", "2026-11")

MODELS = (CHROMIUM, EMBEDDED, FIREFOX, WEBKIT)
"""In the order in which they are shown."""

_KIN = {"chrome": CHROMIUM, "edge": CHROMIUM, "brave": CHROMIUM}
"""Browsers with the engine of one that was measured."""


def model_for(name: str) -> EngineModel | None:
    """Return the model that predicts for an engine of this machine.

    Args:
        name: the engine's word (``EngineIdentity.name``).

    Returns:
        None for an engine that nothing measured stands for, such as Safari.
    """
    known = {model.name: model for model in MODELS}
    return known.get(name) or _KIN.get(name)
