"""Pictures of sharing a file: before, with the link open, and with what a browser reported."""

from studio.ui.app import Studio
from studio.ui.entries import Entry
from studio.ui.queue_pictures import Camera
from studio.ui.theme import Appearance
from studio.verdict.browsers import find_engines
from studio.verdict.launch import launch

BOTH = (Appearance.LIGHT, Appearance.DARK)


def take_share(camera: Camera, studio: Studio, entry: Entry) -> None:
    """Share a file with this machine only, and let an engine found here be the device."""
    studio.window.table.select_entries([entry])
    dialog = studio.window.tools.share.open_selected()
    if dialog is None:
        return
    dialog.address.setCurrentIndex(dialog.address.count() - 1)
    camera.take("27-share", BOTH, dialog)
    dialog.go.click()
    camera.wait("the link is open", lambda: dialog.share is not None, 60)
    share = dialog.share
    assert share is not None
    engines = [engine for engine in find_engines() if engine.identity.name == "chromium"]
    with launch((engines or find_engines())[0], share.link):
        camera.wait("the device reports", lambda: any(v.report for v in share.visits()), 120)
    camera.take("28-share-device", BOTH, dialog)
    dialog.close()
