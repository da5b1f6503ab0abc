"""``mse-studio engines``: answers, reasons for none, and how to get what is missing."""

import argparse
import json

import pytest

from studio.cli import engines
from studio.cli.context import make_context
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.capabilities import CAPABILITIES
from studio.verdict.missing import MissingEngine
from studio.verdict.model import EngineIdentity
from studio.workflow.asking import EngineAnswer

CHROMIUM = Engine(EngineIdentity("chromium", "Chromium", "156", "/c"), EngineKind.CHROMIUM, ("c",))
EMBEDDED = Engine(EngineIdentity("embedded", "Qt", "6", "/e"), EngineKind.EMBEDDED, ("e",))
SAFARI = Engine(EngineIdentity("safari", "Safari", "26", "/s"), EngineKind.SAFARI, ("s",))
VP8 = 'video/webm; codecs="vp8"'
OPUS = 'audio/webm; codecs="opus"'


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three engines: one answers, one cannot, and one must not be asked."""
    names: list[str] = []

    def ask(found: list[Engine], mimes: tuple[str, ...], **told: object) -> None:
        assert VP8 in mimes
        on_answer = told["on_answer"]
        assert callable(on_answer)
        for engine in found:
            names.append(engine.identity.name)
            if engine is EMBEDDED:
                on_answer(EngineAnswer(engine.identity, reason="The engine ended by itself: root"))
            else:
                types, decoding = {VP8: True, OPUS: True}, {VP8: True, OPUS: False}
                on_answer(EngineAnswer(engine.identity, types, decoding=decoding))

    monkeypatch.setattr(engines, "find_engines", lambda: (EMBEDDED, CHROMIUM, SAFARI))
    monkeypatch.setattr(engines, "ask_engines", ask)
    missing = (MissingEngine("firefox", "Firefox", "Install Firefox.", "sudo apt install x"),)
    monkeypatch.setattr(engines, "missing_engines", lambda _found: missing)
    return names


def listed(capsys: pytest.CaptureFixture[str], *, json: bool) -> str:
    """What the command prints."""
    context = make_context(json=json, quiet=True)
    assert engines.list_engines(argparse.Namespace(json=json), context) == 0
    return capsys.readouterr().out


def test_each_engine_is_an_object_with_its_codecs_and_reason(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.loads(line) for line in listed(capsys, json=True).splitlines()]
    embedded, chromium, safari = lines
    assert not embedded["answered"]
    assert embedded["reason"].endswith("root")
    assert set(embedded["codecs"].values()) == {None}
    assert chromium["answered"]
    assert chromium["kind"] == "chromium"
    assert set(chromium["codecs"]) == {one.key for one in CAPABILITIES}
    assert chromium["codecs"]["opus-webm"] is True
    assert chromium["decoding_info"]["opus-webm"] is False
    assert not safari["answered"]
    assert "until you close it" in safari["note"]
    assert asked == ["embedded", "chromium"]


def test_the_terminal_hears_reasons_contradictions_and_what_is_missing(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = listed(capsys, json=False)
    assert "gave no answer: The engine ended by itself: root" in told
    assert "says yes and no, asked in two ways, of: Opus, WebM" in told
    assert "Firefox: Install Firefox.\n    sudo apt install x" in told
    assert asked
