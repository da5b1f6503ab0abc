"""Pictures of the preview room: each of its panels while a file plays, and other ways to see it."""

import json
from collections.abc import Callable

from studio.ui.app import Studio
from studio.ui.entries import Entry
from studio.ui.preview_panel import PreviewPanel
from studio.ui.queue_pictures import Camera
from studio.ui.theme import Appearance
from studio.ui.web_view import PlayerView

BOTH = (Appearance.LIGHT, Appearance.DARK)
PANELS = ("inspector", "segment", "delivery", "compare", "libraries")
OPEN = "studioRoom.dispatchEvent(new CustomEvent('open-panel', {{detail: {name}}}))"
SHOWN = "document.querySelector('#picture video')?.readyState ?? 0"
WAY = "document.querySelector('#banner')?.textContent ?? ''"
CHOSEN = "document.querySelector('#drawer:not([hidden]) [role=tabpanel]:not([hidden])')?.id ?? ''"
PSEUDO = "pseudo"


class _Page:
    """Asks the page; an answer comes a moment later, so the last one is returned."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._answers: dict[str, object] = {}

    def last(self, script: str) -> object:
        view = self._studio.window.findChild(PlayerView)
        if view is not None:
            view.page().runJavaScript(script, lambda found: self._answers.update({script: found}))
        return self._answers.get(script)

    def has_picture(self) -> bool:
        shown = self.last(SHOWN)
        return isinstance(shown, float | int) and shown >= 2

    def do(self, script: str) -> None:
        self.last(f"{script}, 0")


def take_room(camera: Camera, studio: Studio, webm: Entry, mp4: Entry) -> None:
    """Show every panel for a WebM, and the way in which an MP4 is seen here."""
    page = _open(camera, studio, webm)
    camera.take("07-preview", BOTH)
    studio.window.fill_preview(True)
    page.do("studioRoom.port.perform('seek', {time_s: studioRoom.facts.duration_s / 2})")
    for number, name in enumerate(PANELS):
        _turn_to(camera, page, name)
        camera.take(f"{40 + number}-room-{name}", BOTH)
    studio.window.fill_preview(False)
    page = _open(camera, studio, mp4, has_video=False)
    studio.window.fill_preview(True)
    camera.wait("it says which picture is seen", lambda: bool(page.last(WAY)), 30)
    camera.rest(6)
    camera.take("08-preview-other-codec", BOTH)
    studio.window.fill_preview(False)


def take_long_words(camera: Camera, studio: Studio, entry: Entry) -> None:
    """Show every panel in a language whose words are long."""
    panel = studio.window.inspector.preview
    panel.page_language = PSEUDO
    page = _open(camera, studio, entry)
    studio.window.fill_preview(True)
    for name in PANELS:
        _turn_to(camera, page, name)
        camera.take(f"14-scale-2-room-{name}", BOTH[:1])
    panel.page_language = ""
    studio.window.fill_preview(False)


def _open(camera: Camera, studio: Studio, entry: Entry, *, has_video: bool = True) -> _Page:
    """Open a file's room and wait for its picture."""
    window = studio.window
    window.table.select_entries([entry])
    window.inspector.tabs.setCurrentWidget(window.inspector.preview)
    panel = window.inspector.preview
    camera.wait("the panel knows the file", lambda: panel.path == entry.playable, 60)
    panel.load()
    camera.wait("the room's page is loaded", _settled(panel, entry), 120)
    page = _Page(studio)
    if has_video:
        camera.wait("the first picture is decoded", page.has_picture, 120)
    camera.rest(1.5)
    return page


def _settled(panel: PreviewPanel, entry: Entry) -> Callable[[], bool]:
    return lambda: panel.path == entry.playable and panel.is_settled


def _turn_to(camera: Camera, page: _Page, name: str) -> None:
    page.do(OPEN.format(name=json.dumps(name)))
    camera.wait(f"the panel {name} is shown", lambda: page.last(CHOSEN) == f"panel-{name}", 60)
    camera.rest(1.5)
