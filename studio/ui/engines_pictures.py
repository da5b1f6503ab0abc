"""Pictures of the browsers of this machine: while they are asked, what they said, the choice."""

from studio.ui.app import Studio
from studio.ui.engines_panel import EnginesPanel
from studio.ui.queue_pictures import Camera
from studio.ui.theme import Appearance

BOTH = (Appearance.LIGHT, Appearance.DARK)
WHOLE_HEIGHT = 1500


def take_engines(camera: Camera, studio: Studio) -> None:
    """Ask the engines found here, really, and show the dialog and the page of the settings."""
    dialog = studio.window.tools.open_engines()
    book = dialog.panel.book
    camera.wait("an engine is being asked", lambda: book.asked_now is not None, 60)
    camera.take("23-engines-asking", BOTH[:1], dialog)
    camera.wait("every engine was asked", lambda: not book.is_busy, 180)
    camera.take("24-engines", BOTH, dialog)
    dialog.resize(dialog.width(), WHOLE_HEIGHT)
    camera.take("25-engines-whole", BOTH, dialog)
    dialog.close()
    settings = studio.window.open_settings()
    settings.pages.tabs.setCurrentWidget(settings.pages.checks)
    _choose(settings.pages.checks.engines)
    camera.take("26-settings-checks", BOTH, settings)
    settings.close()
    studio.desk.toolbox.change(engines=())


def _choose(panel: EnginesPanel) -> None:
    """Leave one engine out."""
    list(panel.rows.values())[-1].box.click()
