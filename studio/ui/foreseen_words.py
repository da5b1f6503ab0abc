"""Predictions and findings in plain words. What nobody saw is never said as if it was."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale

from studio.ui import words
from studio.ui.core_words import translated
from studio.ui.look import Look
from studio.verdict.browsers import EngineKind
from studio.verdict.model import (
    Effect,
    EngineFamily,
    Finding,
    Ladder,
    Outcome,
    PlaybackReport,
    Severity,
)
from studio.verdict.prediction import Foreseen, Prediction

MOST_RANGES = 4
FAILURES = (
    Foreseen.REFUSED,
    Foreseen.NEVER_STARTS,
    Foreseen.STALLS,
    Foreseen.LOSES,
    Foreseen.ENTRY_FAILS,
)
"""Worst first."""

NOTHING_HEARD = (Foreseen.UNSUPPORTED, Foreseen.REFUSED, Foreseen.NEVER_STARTS)

SEVERITY_ICONS = {
    Severity.BLOCK: "mdi6.close-octagon-outline",
    Severity.LOSS: "mdi6.image-off-outline",
    Severity.STALL: "mdi6.pause-octagon-outline",
    Severity.SYNC: "mdi6.not-equal-variant",
    Severity.WARN: "mdi6.alert-outline",
    Severity.INFO: "mdi6.information-outline",
}
SEVERITY_TONES = {
    Severity.BLOCK: "danger",
    Severity.LOSS: "danger",
    Severity.STALL: "danger",
    Severity.SYNC: "warning",
    Severity.WARN: "warning",
    Severity.INFO: "secondary",
}
FAMILY_NAMES = {
    EngineFamily.CHROMIUM: "Chromium",
    EngineFamily.FIREFOX: "Firefox",
    EngineFamily.WEBKIT: "WebKit",
}


def engine_name(prediction: Prediction) -> str:
    """Name and version of an engine, for a sentence."""
    if prediction.engine == EngineKind.EMBEDDED.value:
        return QCoreApplication.translate("VerdictBox", "the built-in player")
    if prediction.version.startswith(prediction.title):
        return prediction.version
    return f"{prediction.title} {prediction.version}".strip()


def foreseen_sentence(predictions: Sequence[Prediction]) -> str:
    """Say in one line what is predicted, the worst first; only measured engines count."""
    measured = [one for one in predictions if one.version]
    parts = []
    for foreseen in FAILURES:
        failing = [one for one in measured if one.foreseen is foreseen]
        if failing:
            parts.append(_failure_text(foreseen).format(engines=_listed(failing)))
    playing = [one for one in measured if one.plays]
    if playing:
        text = QCoreApplication.translate("Foreseen", "Should play in {engines}.")
        parts.append(text.format(engines=_listed(playing)))
    if not parts:
        return QCoreApplication.translate("Foreseen", "No engine that we know can decode it.")
    return _join(parts)


def _failure_text(foreseen: Foreseen) -> str:
    return {
        Foreseen.REFUSED: QCoreApplication.translate("Foreseen", "Will not play in {engines}."),
        Foreseen.NEVER_STARTS: QCoreApplication.translate(
            "Foreseen", "Will not start in {engines}."
        ),
        Foreseen.STALLS: QCoreApplication.translate(
            "Foreseen", "Will stop before its end in {engines}."
        ),
        Foreseen.LOSES: QCoreApplication.translate("Foreseen", "Will lose frames in {engines}."),
        Foreseen.ENTRY_FAILS: QCoreApplication.translate(
            "Foreseen", "Will not play from every segment in {engines}."
        ),
    }[foreseen]


def look_texts(look: Look) -> tuple[str, str]:
    """Return what a cell says of a file that was examined and not played."""
    second = QCoreApplication.translate("Foreseen", "predicted")
    if look.ladder is Ladder.FAIL:
        first = QCoreApplication.translate("Foreseen", "Has faults")
    elif look.plays:
        first = QCoreApplication.translate("Foreseen", "Should play")
    else:
        first = QCoreApplication.translate("Foreseen", "Not decodable")
    return first, second


def look_sentence(look: Look) -> str:
    """Say of a whole file or playlist what is predicted."""
    said = []
    for part in look.parts:
        sentence = foreseen_sentence(part.verdict.predictions)
        said.append(f"{part.rendition}: {sentence}" if part.rendition else sentence)
    return "\n".join(said)


def foreseen_text(foreseen: Foreseen) -> str:
    """What is predicted of one engine, in words."""
    return {
        Foreseen.PLAYS: QCoreApplication.translate("Foreseen", "should play, from every segment"),
        Foreseen.ENTRY_FAILS: QCoreApplication.translate(
            "Foreseen", "should play from the start, not from every segment"
        ),
        Foreseen.LOSES: QCoreApplication.translate("Foreseen", "will lose frames"),
        Foreseen.STALLS: QCoreApplication.translate("Foreseen", "will stop before the end"),
        Foreseen.NEVER_STARTS: QCoreApplication.translate("Foreseen", "will not start"),
        Foreseen.REFUSED: QCoreApplication.translate("Foreseen", "will refuse it"),
        Foreseen.UNSUPPORTED: QCoreApplication.translate("Foreseen", "cannot decode it"),
    }[foreseen]


def prediction_facts(prediction: Prediction) -> str:
    """What is foreseen, what is buffered then, and how far sound is off."""
    parts = []
    run = prediction.run
    if run is not None and run.buffered and prediction.foreseen not in NOTHING_HEARD:
        shown = [f"{_seconds(a)}–{_seconds(b)}" for a, b in run.buffered[:MOST_RANGES]]
        shown += ["…"] if len(run.buffered) > MOST_RANGES else []
        text = QCoreApplication.translate("Foreseen", "buffered {ranges} s")
        parts.append(text.format(ranges=", ".join(shown)))
    if offset := sound_offset(prediction):
        parts.append(offset)
    said = foreseen_text(prediction.foreseen)
    return f"{said}\n{', '.join(parts)}" if parts else said


def sound_offset(prediction: Prediction) -> str:
    """Say how far sound is off; empty when it is not, or when nothing is heard."""
    offset = prediction.av_offset_ms
    if not offset or prediction.foreseen in NOTHING_HEARD:
        return ""
    late = QCoreApplication.translate("Foreseen", "sound {offset} ms late")
    early = QCoreApplication.translate("Foreseen", "sound {offset} ms early")
    return (late if offset > 0 else early).format(offset=words.decimal(abs(offset), 1))


def observed_note(prediction: Prediction, report: PlaybackReport) -> str:
    """Compare what was predicted with what was seen; empty when they cannot be compared."""
    said = foreseen_text(prediction.foreseen)
    text = QCoreApplication.translate("Foreseen", "Predicted: {predicted}.").format(predicted=said)
    agrees = agreement(prediction, report)
    if agrees is False:
        differs = QCoreApplication.translate("Foreseen", "This differs from what was seen.")
        return _join([text, differs])
    return text


def agreement(prediction: Prediction, report: PlaybackReport) -> bool | None:
    """Tell whether a prediction came true; None when what was seen does not tell."""
    foreseen, outcome = prediction.foreseen, report.outcome
    if outcome is Outcome.UNSUPPORTED:
        return foreseen is Foreseen.UNSUPPORTED or None
    if outcome not in (Outcome.PLAYED, Outcome.FAILED):
        return None
    if foreseen is Foreseen.UNSUPPORTED:
        return False if outcome is Outcome.PLAYED else None
    if foreseen is Foreseen.ENTRY_FAILS and outcome is Outcome.PLAYED:
        return False if report.entries else None
    return prediction.plays == (outcome is Outcome.PLAYED)


def severity_text(severity: Severity) -> str:
    """What a finding does, in two words."""
    return {
        Severity.BLOCK: QCoreApplication.translate("Foreseen", "Prevents playing"),
        Severity.LOSS: QCoreApplication.translate("Foreseen", "Loses frames"),
        Severity.STALL: QCoreApplication.translate("Foreseen", "Stops playing"),
        Severity.SYNC: QCoreApplication.translate("Foreseen", "Sound is off"),
        Severity.WARN: QCoreApplication.translate("Foreseen", "Remark"),
        Severity.INFO: QCoreApplication.translate("Foreseen", "Note"),
    }[severity]


def effect_text(effect: Effect) -> str:
    """What an engine does with a finding; stands after the engine's name."""
    return {
        Effect.REFUSES: QCoreApplication.translate("Foreseen", "refuses the file"),
        Effect.IGNORES: QCoreApplication.translate("Foreseen", "takes it, and plays nothing"),
        Effect.LOSES: QCoreApplication.translate("Foreseen", "loses frames"),
        Effect.STALLS: QCoreApplication.translate("Foreseen", "stops there"),
        Effect.SYNC: QCoreApplication.translate("Foreseen", "plays picture and sound apart"),
        Effect.ENTRY: QCoreApplication.translate("Foreseen", "cannot begin there"),
        Effect.HARMLESS: QCoreApplication.translate("Foreseen", "does not mind"),
    }[effect]


def place_text(finding: Finding) -> str:
    """Say where it stands: byte offset and box or element; empty when it has no place."""
    if finding.offset is None:
        return finding.place
    text = QCoreApplication.translate("Foreseen", "Byte {offset}")
    said = text.format(offset=QLocale().toString(finding.offset))
    return f"{said} · {finding.place}" if finding.place else said


def finding_details(finding: Finding) -> list[tuple[str, str]]:
    """Return everything about a finding that is not said at first, as names and texts."""
    rows = [(QCoreApplication.translate("Foreseen", "Where"), place_text(finding))]
    for hit in finding.hits:
        said = effect_text(hit.effect)
        if hit.measured:
            text = QCoreApplication.translate("Foreseen", "{effect} (measured: {version})")
            said = text.format(effect=said, version=hit.measured)
        rows.append((FAMILY_NAMES[hit.family], f"{said}\n{hit.words}" if hit.words else said))
    remedy = translated(finding.remedy)
    rows.append((QCoreApplication.translate("Foreseen", "What helps"), remedy))
    if finding.cure is not None and finding.cure.useless:
        useless = "\n".join(translated(name) for name in finding.cure.useless)
        rows.append((QCoreApplication.translate("Foreseen", "Of no use"), useless))
    rows.append((QCoreApplication.translate("Foreseen", "Rule"), finding.clause))
    return [(name, text) for name, text in rows if text]


def families_text(families: Iterable[EngineFamily]) -> str:
    """Names of families, for a line."""
    return ", ".join(FAMILY_NAMES[family] for family in families)


def _seconds(value: Fraction) -> str:
    return QLocale().toString(float(value), "f", 3)


def _listed(predictions: Sequence[Prediction]) -> str:
    names = list(dict.fromkeys(map(engine_name, predictions)))
    if len(names) < 2:
        return "".join(names)
    text = QCoreApplication.translate("Foreseen", "{first} and {last}")
    return text.format(first=", ".join(names[:-1]), last=names[-1])


def _join(sentences: Sequence[str]) -> str:
    """Put sentences one after the other as the language does."""
    spoken = ""
    for sentence in sentences:
        spoken += sentence if sentence.endswith("。") else f"{sentence} "
    return spoken.strip()
