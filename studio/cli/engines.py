"""``mse-studio engines``: who is here, what each says of itself, and how to get the others."""

import argparse
import threading
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from studio.cli import shapes
from studio.cli.check_outputs import Outputs
from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.presets.mime import typical_mime
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.capabilities import CAPABILITIES, codec_mimes, said_of
from studio.verdict.missing import MissingEngine, missing_decoders, missing_engines
from studio.verdict.report_engines import (
    EngineSays,
    EnginesReport,
    engines_html,
    engines_junit,
)
from studio.workflow.asking import EngineAnswer, ask_engines

Json = dict[str, object]


def list_engines(options: argparse.Namespace, context: Context) -> int:
    """Print every engine found, and what it says of presets and codecs; write reports of it."""
    outputs = Outputs.of(options, ())
    outputs.check_targets()
    engines = find_engines()
    presets = {preset.id: typical_mime(preset) for preset in context.presets.all()}
    mimes = tuple(dict.fromkeys((*presets.values(), *codec_mimes())))
    says: list[EngineSays] = []
    for engine, answer in _answers(engines, mimes):
        said = {preset: answer.types.get(mime) for preset, mime in presets.items()}
        says.append(_says(engine, answer))
        if options.json:
            print_json(engine_shape(engine, answer, said))
        elif not outputs.take_stdout:
            _print_engine(engine, answer, said)
    missing = tuple(missing_engines(engines))
    if not options.json and not outputs.take_stdout:
        _print_missing(missing)
    report = EnginesReport(tuple(says), missing, datetime.now().astimezone())
    outputs.write(report, html=engines_html, junit=engines_junit)
    return 0 if engines else 1


def _says(engine: Engine, answer: EngineAnswer) -> EngineSays:
    said = {one.key: said_of(answer.types, answer.decoding, one) for one in CAPABILITIES}
    reason = "" if answer.is_given else answer.reason
    note = engine.note if answer.is_given else ""
    return EngineSays(answer.identity, said if answer.is_given else {}, reason, note)


def _answers(
    engines: Sequence[Engine], mimes: Sequence[str]
) -> Iterable[tuple[Engine, EngineAnswer]]:
    """Return what each says, in order; one that would open in the user's own is not asked."""
    given: dict[str, EngineAnswer] = {}
    ask_engines(
        [engine for engine in engines if engine.is_ours],
        mimes,
        on_asking=lambda _engine: None,
        on_answer=lambda answer: given.update({answer.identity.name: answer}),
        cancel=threading.Event(),
    )
    for engine in engines:
        yield engine, given.get(engine.identity.name, _unasked(engine))


def _unasked(engine: Engine) -> EngineAnswer:
    return EngineAnswer(engine.identity, reason=f"It was not asked. {engine.note}")


def engine_shape(engine: Engine, answer: EngineAnswer, says: Mapping[str, bool | None]) -> Json:
    """Return one engine as JSON.

    ``codecs`` maps a codec's key to the answer of ``MediaSource.isTypeSupported``, and
    ``decoding_info`` to that of ``mediaCapabilities``; null where there is none.
    """
    said = {one.key: said_of(answer.types, answer.decoding, one) for one in CAPABILITIES}
    return shapes.engine(answer.identity, says) | {
        "kind": engine.kind.value,
        "answered": answer.is_given,
        "reason": answer.reason,
        "note": engine.note,
        "codecs": {key: one.takes for key, one in said.items()},
        "decoding_info": {key: one.decodes for key, one in said.items()},
    }


def _print_engine(engine: Engine, answer: EngineAnswer, says: Mapping[str, bool | None]) -> None:
    identity = answer.identity
    print_line(f"{identity.name}: {identity.title} {identity.version}".rstrip())
    print_line(f"  {identity.path}")
    if not answer.is_given:
        print_line(f"  gave no answer: {answer.reason}")
        return
    for preset, plays in says.items():
        word = {True: "plays", False: "cannot decode", None: "gave no answer for"}[plays]
        print_line(f"  {word} {preset}")
    said = {one.name: said_of(answer.types, answer.decoding, one) for one in CAPABILITIES}
    _print_names("says that it decodes", [name for name, one in said.items() if one.takes])
    _print_names("and that it does not", [name for name, one in said.items() if not one.takes])
    doubtful = [name for name, one in said.items() if one.contradicts_itself]
    _print_names("says yes and no, asked in two ways, of", doubtful)
    if engine.note:
        print_line(f"  {engine.note}")
    lacking = missing_decoders(engine, answer.types)
    if lacking is not None:
        _print_how(lacking.how, lacking.command)


def _print_names(what: str, names: Sequence[str]) -> None:
    if names:
        print_line(f"  {what}: {'; '.join(names)}")


def _print_missing(missing: Sequence[MissingEngine]) -> None:
    if missing:
        print_line()
        print_line("Not found here:")
    for one in missing:
        _print_how(f"{one.title}: {one.how}", one.command)


def _print_how(how: str, command: str) -> None:
    print_line(f"  {how}")
    if command:
        print_line(f"    {command}")
