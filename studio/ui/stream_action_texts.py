"""The menu text and the tool tip of every command about streams."""

from PySide6.QtCore import QCoreApplication

Texts = dict[str, tuple[str, str]]


def stream_texts() -> Texts:
    """Return menu text and tool tip by the command's name."""
    return {**_new(), **_one(), **_files()}


def _new() -> Texts:
    return {
        "stream_files": (
            QCoreApplication.translate("Actions", "&Selected files"),
            QCoreApplication.translate("Actions", "Each viewer sees them from the beginning"),
        ),
        "stream_clock": (
            QCoreApplication.translate("Actions", "Selected files, &live on one clock"),
            QCoreApplication.translate("Actions", "All viewers see the same moment"),
        ),
        "stream_loop": (
            QCoreApplication.translate("Actions", "Selected files, live in a l&oop"),
            QCoreApplication.translate("Actions", "All see the same moment, again and again"),
        ),
        "stream_encode": (
            QCoreApplication.translate("Actions", "Selected file, &encoded live…"),
            QCoreApplication.translate("Actions", "Encode any file in real time"),
        ),
        "stream_test": (
            QCoreApplication.translate("Actions", "&Test picture…"),
            QCoreApplication.translate("Actions", "Stream a test picture with a clock"),
        ),
        "stream_camera": (
            QCoreApplication.translate("Actions", "&Camera…"),
            QCoreApplication.translate("Actions", "Stream a camera of this machine"),
        ),
        "stream_screen": (
            QCoreApplication.translate("Actions", "Sc&reen…"),
            QCoreApplication.translate("Actions", "Stream what this screen shows"),
        ),
        "stream_microphone": (
            QCoreApplication.translate("Actions", "&Microphone…"),
            QCoreApplication.translate("Actions", "Stream sound alone"),
        ),
    }


def _one() -> Texts:
    return {
        "stream_start": (
            QCoreApplication.translate("Actions", "&Start"),
            QCoreApplication.translate("Actions", "Stream it again"),
        ),
        "stream_stop": (
            QCoreApplication.translate("Actions", "S&top"),
            QCoreApplication.translate("Actions", "End the stream; it stays in the list"),
        ),
        "stream_record": (
            QCoreApplication.translate("Actions", "&Record…"),
            QCoreApplication.translate("Actions", "Write the stream to a file as well"),
        ),
        "stream_end_recording": (
            QCoreApplication.translate("Actions", "&End recording"),
            QCoreApplication.translate("Actions", "Finish the file and check it"),
        ),
        "stream_play": (
            QCoreApplication.translate("Actions", "&Play here"),
            QCoreApplication.translate("Actions", "Play the stream beside the list"),
        ),
        "stream_browse": (
            QCoreApplication.translate("Actions", "Open in &browser"),
            QCoreApplication.translate("Actions", "Play the stream in your own browser"),
        ),
        "stream_remove": (
            QCoreApplication.translate("Actions", "Remo&ve"),
            QCoreApplication.translate("Actions", "End the stream and forget it; files stay"),
        ),
        "stream_address": (
            QCoreApplication.translate("Actions", "Play an &address"),
            QCoreApplication.translate(
                "Actions", "Type vod://NAME, vod-live://NAME or live://NAME"
            ),
        ),
    }


def _files() -> Texts:
    return {
        "watch_job": (
            QCoreApplication.translate("Actions", "&Watch while it encodes"),
            QCoreApplication.translate("Actions", "Play what the running job has written so far"),
        ),
        "make_ladder": (
            QCoreApplication.translate("Actions", "Make a &ladder…"),
            QCoreApplication.translate("Actions", "Several sizes that a player changes between"),
        ),
        "make_bundle": (
            QCoreApplication.translate("Actions", "&Hand-off bundle…"),
            QCoreApplication.translate("Actions", "All that a web server needs to stream it"),
        ),
    }
