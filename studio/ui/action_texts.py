"""The menu text and the tool tip of every command."""

from PySide6.QtCore import QCoreApplication

from studio.ui.stream_action_texts import stream_texts
from studio.ui.theme import Appearance

Texts = dict[str, tuple[str, str]]


def texts() -> Texts:
    """Return menu text and tool tip by the command's name."""
    return {
        **_files(),
        **_list(),
        **_queue(),
        **_selection(),
        **_order(),
        **_results(),
        **_checks(),
        **_tools(),
        **stream_texts(),
    }


def appearance_texts() -> dict[str, str]:
    """Return the name of every appearance by its value."""
    return {
        Appearance.SYSTEM.value: QCoreApplication.translate("Actions", "System"),
        Appearance.LIGHT.value: QCoreApplication.translate("Actions", "Light"),
        Appearance.DARK.value: QCoreApplication.translate("Actions", "Dark"),
    }


def step_texts() -> Texts:
    """Return what Undo and Redo are called, without and with the name of a step."""
    return {
        "undo": (
            QCoreApplication.translate("Actions", "&Undo"),
            QCoreApplication.translate("Actions", "&Undo: {step}"),
        ),
        "redo": (
            QCoreApplication.translate("Actions", "Red&o"),
            QCoreApplication.translate("Actions", "Red&o: {step}"),
        ),
    }


def _files() -> Texts:
    return {
        "add_files": (
            QCoreApplication.translate("Actions", "Add &files…"),
            QCoreApplication.translate("Actions", "Add video files to the list"),
        ),
        "add_folder": (
            QCoreApplication.translate("Actions", "Add f&older…"),
            QCoreApplication.translate("Actions", "Add every video below a folder"),
        ),
        "import_queue": (
            QCoreApplication.translate("Actions", "Import q&ueue…"),
            QCoreApplication.translate("Actions", "Add the files of a queue that was exported"),
        ),
        "export_queue": (
            QCoreApplication.translate("Actions", "&Export queue…"),
            QCoreApplication.translate("Actions", "Write the list with all settings to a file"),
        ),
        "import_preset": (
            QCoreApplication.translate("Actions", "&Import preset…"),
            QCoreApplication.translate("Actions", "Add a preset from a JSON file"),
        ),
        "choose_ffmpeg": (
            QCoreApplication.translate("Actions", "Choose ff&mpeg…"),
            QCoreApplication.translate("Actions", "Use another ffmpeg program"),
        ),
        "preferences": (
            QCoreApplication.translate("Actions", "&Preferences…"),
            QCoreApplication.translate("Actions", "Parallel jobs, results, notices, language"),
        ),
        "quit": (
            QCoreApplication.translate("Actions", "&Quit"),
            QCoreApplication.translate("Actions", "Close the window; the queue is kept"),
        ),
        "about": (
            QCoreApplication.translate("Actions", "&About MSE Studio"),
            QCoreApplication.translate("Actions", "Versions of what works here"),
        ),
    }


def _list() -> Texts:
    return {
        "remove": (
            QCoreApplication.translate("Actions", "&Remove from list"),
            QCoreApplication.translate("Actions", "Remove the selection; files stay on disk"),
        ),
        "remove_finished": (
            QCoreApplication.translate("Actions", "Remove fi&nished"),
            QCoreApplication.translate("Actions", "Remove what is done; files stay on disk"),
        ),
        "duplicate": (
            QCoreApplication.translate("Actions", "&Duplicate"),
            QCoreApplication.translate("Actions", "Add the selection once more"),
        ),
        "select_all": (
            QCoreApplication.translate("Actions", "Select &all"),
            QCoreApplication.translate("Actions", "Select every file"),
        ),
        "find": (
            QCoreApplication.translate("Actions", "&Find"),
            QCoreApplication.translate("Actions", "Search by name"),
        ),
        "queue_order": (
            QCoreApplication.translate("Actions", "Queue &order"),
            QCoreApplication.translate("Actions", "Show files in the order in which they run"),
        ),
    }


def _queue() -> Texts:
    return {
        "start": (
            QCoreApplication.translate("Actions", "&Start"),
            QCoreApplication.translate("Actions", "Convert every file that waits, in order"),
        ),
        "pause": (
            QCoreApplication.translate("Actions", "Pa&use"),
            QCoreApplication.translate("Actions", "Let everything stand still"),
        ),
        "resume": (
            QCoreApplication.translate("Actions", "&Resume"),
            QCoreApplication.translate("Actions", "Go on where everything stands still"),
        ),
        "stop_after": (
            QCoreApplication.translate("Actions", "Stop &after the current files"),
            QCoreApplication.translate("Actions", "Finish what runs, start nothing new"),
        ),
        "stop_now": (
            QCoreApplication.translate("Actions", "Stop no&w"),
            QCoreApplication.translate("Actions", "Stop what runs; it stays in the queue"),
        ),
        "retry_failed": (
            QCoreApplication.translate("Actions", "Retry &failed"),
            QCoreApplication.translate("Actions", "Let everything wait again that failed"),
        ),
        "retry_all": (
            QCoreApplication.translate("Actions", "Retr&y all"),
            QCoreApplication.translate("Actions", "Let everything wait again that is over"),
        ),
    }


def _selection() -> Texts:
    return {
        "stop_before": (
            QCoreApplication.translate("Actions", "Stop &before this file"),
            QCoreApplication.translate("Actions", "The queue stops when it comes to this file"),
        ),
        "pause_jobs": (
            QCoreApplication.translate("Actions", "Pause selecte&d"),
            QCoreApplication.translate("Actions", "Let the selected files stand still"),
        ),
        "resume_jobs": (
            QCoreApplication.translate("Actions", "R&esume selected"),
            QCoreApplication.translate("Actions", "Let the selected files go on"),
        ),
        "hold": (
            QCoreApplication.translate("Actions", "&Hold"),
            QCoreApplication.translate("Actions", "Do not run the selection until released"),
        ),
        "release": (
            QCoreApplication.translate("Actions", "Re&lease"),
            QCoreApplication.translate("Actions", "Let what is on hold run"),
        ),
        "cancel": (
            QCoreApplication.translate("Actions", "&Cancel selected"),
            QCoreApplication.translate("Actions", "Stop the selection; it does not run again"),
        ),
        "retry": (
            QCoreApplication.translate("Actions", "Re&try"),
            QCoreApplication.translate("Actions", "Let the selection wait to run again"),
        ),
        "locate": (
            QCoreApplication.translate("Actions", "L&ocate source…"),
            QCoreApplication.translate("Actions", "Choose where the source file is now"),
        ),
        "keep": (
            QCoreApplication.translate("Actions", "Keep i&ncomplete file"),
            QCoreApplication.translate("Actions", "Give what came out a name of its own"),
        ),
        "discard": (
            QCoreApplication.translate("Actions", "D&iscard incomplete file"),
            QCoreApplication.translate("Actions", "Delete what came out"),
        ),
    }


def _order() -> Texts:
    return {
        "move_top": (
            QCoreApplication.translate("Actions", "Move to &top"),
            QCoreApplication.translate("Actions", "Let the selection run first"),
        ),
        "move_up": (
            QCoreApplication.translate("Actions", "Move &up"),
            QCoreApplication.translate("Actions", "Let the selection run earlier"),
        ),
        "move_down": (
            QCoreApplication.translate("Actions", "Move &down"),
            QCoreApplication.translate("Actions", "Let the selection run later"),
        ),
        "move_end": (
            QCoreApplication.translate("Actions", "Move to &end"),
            QCoreApplication.translate("Actions", "Let the selection run last"),
        ),
    }


def _results() -> Texts:
    return {
        "preview": (
            QCoreApplication.translate("Actions", "&Preview"),
            QCoreApplication.translate("Actions", "Play the selection through MSE"),
        ),
        "fill_preview": (
            QCoreApplication.translate("Actions", "Preview &fills the window"),
            QCoreApplication.translate("Actions", "Show the preview without list and presets"),
        ),
        "open_result": (
            QCoreApplication.translate("Actions", "Open &result"),
            QCoreApplication.translate("Actions", "Open the result in its own program"),
        ),
        "open_folder": (
            QCoreApplication.translate("Actions", "Open containing fo&lder"),
            QCoreApplication.translate("Actions", "Show the result in its folder"),
        ),
        "copy_log": (
            QCoreApplication.translate("Actions", "Copy lo&g"),
            QCoreApplication.translate("Actions", "Copy the log of the selected file"),
        ),
        "save_bundle": (
            QCoreApplication.translate("Actions", "Save &support bundle…"),
            QCoreApplication.translate(
                "Actions", "Pack the log and what is needed for help; private paths are hidden"
            ),
        ),
    }


def _checks() -> Texts:
    return {
        "check": (
            QCoreApplication.translate("Actions", "Chec&k"),
            QCoreApplication.translate("Actions", "Play the selection in every browser found"),
        ),
        "check_files": (
            QCoreApplication.translate("Actions", "C&heck files…"),
            QCoreApplication.translate("Actions", "Check files that are not converted"),
        ),
        "check_folder": (
            QCoreApplication.translate("Actions", "Check a fol&der…"),
            QCoreApplication.translate("Actions", "Check every file below a folder"),
        ),
        "stop_check": (
            QCoreApplication.translate("Actions", "Stop checkin&g"),
            QCoreApplication.translate("Actions", "Do not check the selection any further"),
        ),
        "stop_checks": (
            QCoreApplication.translate("Actions", "Stop e&very check"),
            QCoreApplication.translate("Actions", "Check nothing any further"),
        ),
        "save_report": (
            QCoreApplication.translate("Actions", "Sa&ve report…"),
            QCoreApplication.translate("Actions", "Write what the checks of the selection saw"),
        ),
        "save_report_all": (
            QCoreApplication.translate("Actions", "Save report of &all…"),
            QCoreApplication.translate("Actions", "Write what the checks of all files saw"),
        ),
    }


def _tools() -> Texts:
    return {
        "examine": (
            QCoreApplication.translate("Actions", "E&xamine without playing"),
            QCoreApplication.translate("Actions", "Predict for each browser what it will do"),
        ),
        "repair": (
            QCoreApplication.translate("Actions", "&Repair…"),
            QCoreApplication.translate("Actions", "Write a sound copy; nothing is encoded again"),
        ),
        "explain": (
            QCoreApplication.translate("Actions", "Explain a browser &message…"),
            QCoreApplication.translate("Actions", "Find the cause of what a browser says"),
        ),
        "break_file": (
            QCoreApplication.translate("Actions", "&Break it…"),
            QCoreApplication.translate("Actions", "Make broken variants to test a player with"),
        ),
        "share": (
            QCoreApplication.translate("Actions", "Open on another &device…"),
            QCoreApplication.translate("Actions", "Play the file on a phone or another computer"),
        ),
        "engines": (
            QCoreApplication.translate("Actions", "Browsers and en&gines…"),
            QCoreApplication.translate("Actions", "What is found here, and what it decodes"),
        ),
    }
