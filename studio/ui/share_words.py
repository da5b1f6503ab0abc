"""What is said of sharing a file, and of the devices that open it."""

from PySide6.QtCore import QCoreApplication

from studio.ui import words
from studio.ui.check_words import step_name
from studio.ui.core_words import translated
from studio.verdict.model import Outcome, PlaybackReport, StepName
from studio.workflow.share_address import Address
from studio.workflow.share_device import Device
from studio.workflow.share_visit import VisitState

REPORT_ICONS = {
    Outcome.PLAYED: ("mdi6.check-decagram", "success"),
    Outcome.FAILED: ("mdi6.close-octagon", "danger"),
    Outcome.UNSUPPORTED: ("mdi6.help-circle-outline", "secondary"),
    Outcome.NO_REPORT: ("mdi6.help-circle-outline", "warning"),
    Outcome.NOT_TESTED: ("mdi6.help-circle-outline", "secondary"),
}
RUNNING_ICON = ("mdi6.cellphone-play", "accent")


def address_text(address: Address) -> str:
    """Return ``192.168.1.5 (wlan0)``."""
    if address.is_loopback:
        text = QCoreApplication.translate("Share", "{address} (this machine only, for trying)")
        return text.format(address=address.text)
    return f"{address.text} ({address.interface})"


def device_name(device: Device) -> str:
    """Return ``Safari 18 on iPhone``."""
    browser = device.browser or QCoreApplication.translate("Share", "A browser")
    browser = f"{browser} {device.version}".strip()
    system = device.system or QCoreApplication.translate("Share", "another device")
    text = QCoreApplication.translate("Share", "{browser} on {system}")
    return text.format(browser=browser, system=system)


def visit_icon(visit: VisitState) -> tuple[str, str]:
    """Icon and tone of a device."""
    if visit.report is None:
        return RUNNING_ICON
    if visit.report.outcome is Outcome.PLAYED and visit.report.warnings:
        return "mdi6.check-decagram-outline", "warning"
    return REPORT_ICONS[visit.report.outcome]


def visit_text(visit: VisitState, duration_us: int) -> str:
    """Say how far a device is, or what came of it."""
    if visit.report is not None:
        return report_text(visit.report)
    if visit.waits_for_start:
        return QCoreApplication.translate("Share", "Waits for a tap on Start on the device.")
    if visit.stage not in list(StepName):
        return QCoreApplication.translate("Share", "Has opened the page.")
    step = step_name(StepName(visit.stage))
    if visit.stage == StepName.PLAY and visit.time_s is not None:
        text = QCoreApplication.translate("Share", "At work: {step}, {time} of {whole}")
        moment = words.clock(round(visit.time_s * 1_000_000))
        return text.format(step=step, time=moment, whole=words.clock(duration_us))
    return QCoreApplication.translate("Share", "At work: {step}").format(step=step)


def report_text(report: PlaybackReport) -> str:
    """Say what came of it."""
    reason = translated(report.reason)
    match report.outcome:
        case Outcome.PLAYED:
            frames = words.Plural().decoded_of(report.frames_decoded, report.frames_expected)
            text = QCoreApplication.translate("Share", "It plays ({frames}).")
            said = text.format(frames=frames)
            if not report.frames_expected:
                said = QCoreApplication.translate("Share", "It plays.")
            return "\n".join([said, *map(translated, report.warnings)])
        case Outcome.FAILED:
            text = QCoreApplication.translate("Share", "It does not play: {reason}")
            return text.format(reason=reason)
        case Outcome.UNSUPPORTED:
            return QCoreApplication.translate(
                "Share", "It cannot decode this format; that says nothing against the file."
            )
        case _:
            return QCoreApplication.translate("Share", "No verdict: {reason}").format(reason=reason)
