"""Every text is translated, with its placeholders, and what the core says with it."""

import importlib
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import paths
from studio.errors import InputError
from studio.ui import core_words
from studio.ui.app import Studio
from studio.ui.banners import Notice
from studio.ui.core_sentences import SENTENCES
from studio.ui.core_words import source_of, translated

ROOT = Path(__file__).resolve().parents[2]
I18N = paths.resources_dir() / "i18n"
FORMS = {"en": 2, "zh_CN": 1, "ru": 3}
TRANSLATED = ("zh_CN", "ru")


def messages(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield the name of the context and the element of each message."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def texts_of(message: ElementTree.Element) -> list[str]:
    """Return the translation, in each of its forms."""
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.fixture
def sentences(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What collects the core's sentences."""
    monkeypatch.syspath_prepend(str(ROOT / "build"))
    return importlib.import_module("sentences")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Install the texts of a language."""
    installed: list[QTranslator] = []

    def install(code: str) -> None:
        translator = QTranslator()
        assert translator.load(f"studio_{code}", str(I18N))
        qapp.installTranslator(translator)
        installed.append(translator)

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("code", FORMS)
def test_every_text_of_the_source_is_translated(code: str, tmp_path: Path) -> None:
    target = Path(shutil.copy(I18N / f"studio_{code}.ts", tmp_path))
    sources = sorted(str(path) for path in Path(core_words.__file__).parent.glob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), *sources, "-ts", str(target), "-no-obsolete", "-locations", "none"]
    command += ["-pluralonly"] if code == "en" else []
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    found = list(messages(target))
    assert len(found) > (1000 if code in TRANSLATED else 30)
    missing = [
        (context, message.findtext("source"))
        for context, message in found
        if message.find("translation[@type]") is not None or "" in texts_of(message)
    ]
    assert missing == []


def test_no_text_is_without_its_context() -> None:
    assert [c for c, _ in messages(I18N / "studio_ru.ts") if not c.isidentifier()] == []


@pytest.mark.parametrize("code", FORMS)
def test_plurals_have_the_forms_of_their_language(code: str) -> None:
    for _, message in messages(I18N / f"studio_{code}.ts"):
        wanted = FORMS[code] if message.get("numerus") == "yes" else 1
        assert len(texts_of(message)) == wanted, message.findtext("source")


@pytest.mark.parametrize("code", FORMS)
def test_translations_keep_their_placeholders(code: str) -> None:
    for context, message in messages(I18N / f"studio_{code}.ts"):
        source = message.findtext("source") or ""
        for text in texts_of(message):
            assert fields(text, context) == fields(source, context), source


def fields(text: str, context: str) -> list[str]:
    """Return the placeholders of a text; those of the core have doubled braces beside them."""
    if context == core_words.CONTEXT:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
    return sorted(re.findall(r"\{\w+\}|%n", text))


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_end_as_their_source_does(code: str) -> None:
    ends = {".": ".。", "?": "?？", "…": "…"}
    for _, message in messages(I18N / f"studio_{code}.ts"):
        source = re.sub(r"\(&.\)", "", message.findtext("source") or "")
        if source[-1] in ends and " " in source:
            for text in texts_of(message):
                assert re.sub(r"\(&.\)", "", text)[-1] in ends[source[-1]], source


def test_the_collected_sentences_are_those_of_the_source(sentences: ModuleType) -> None:
    assert sentences.TARGET.read_text(encoding="utf-8") == sentences.module_text(), (
        "run: python3 build/dev.py texts"
    )


def test_a_new_sentence_is_collected(sentences: ModuleType, tmp_path: Path) -> None:
    package = tmp_path / "studio"
    (package / "batch").mkdir(parents=True)
    (package / "batch" / "new.py").write_text(
        "def go(name, count):\n"
        '    """A docstring is not said."""\n'
        '    log.warning("Neither is what is logged.")\n'
        '    verb = "is" if count == 1 else "are"\n'
        '    raise StudioError(f"{count} of {name} {verb} gone. Look up.", hint="Write {{ now.")\n',
        encoding="utf-8",
    )
    assert sentences.collect(package) == [
        "Look up.",
        "Write {{{{ now.",
        "{0} of {1} are gone.",
        "{0} of {1} is gone.",
    ]


def test_no_sentence_is_taken_for_another() -> None:
    for source in map(str, SENTENCES):
        count = len({name for _, name, _, _ in string.Formatter().parse(source) if name})
        values = tuple(f"<{number}>" for number in range(count))
        assert source_of(source.format(*values)) == (source, values)


def test_what_the_core_says_is_shown_in_the_windows_language(
    speak: Callable[[str], None],
) -> None:
    speak("ru")
    error = InputError("The disk is full.", hint="It is kept as a.part.mp4. Try again.")
    assert translated(error.what) == "Диск заполнен."
    assert translated(error.hint) == "Он сохранён как a.part.mp4. Попробуйте снова."


def test_a_sentence_inside_a_sentence_is_translated(speak: Callable[[str], None]) -> None:
    speak("ru")
    inner = "The file is cut off: its end is missing."
    said = translated(f"The result would not play: {inner} It did play in Firefox 3.")
    assert said == (
        "Результат не воспроизведётся: Файл обрезан: нет конца. Зато воспроизводится в Firefox 3."
    )


def test_chinese_sentences_are_joined_without_a_space(speak: Callable[[str], None]) -> None:
    speak("zh_CN")
    assert translated("The disk is full. Try again.") == "磁盘已满。请再试一次。"
    assert translated("The disk is full.\nUnknown words here.") == "磁盘已满。\nUnknown words here."


@pytest.mark.parametrize(
    "name", ["a. b. c. was not found.mp4", "The disk is full..mp4", "{0}.mp4", "x" * 300]
)
def test_a_files_name_is_never_translated(name: str, speak: Callable[[str], None]) -> None:
    speak("ru")
    assert translated(f"{name} exists already.") == f"{name} уже есть."


@pytest.mark.parametrize(
    "text", ["", " ", "Nobody ever wrote this.", "{0}", "nope", "A. " * 5000, "{" * 100]
)
def test_words_that_are_not_the_cores_stay_as_they_are(
    text: str, speak: Callable[[str], None]
) -> None:
    speak("ru")
    assert translated(text) == text


def test_english_shows_what_the_core_wrote() -> None:
    for source in map(str, SENTENCES):
        text = source.format(*(f"<{number}>" for number in range(9)))
        assert translated(text) == text


def test_a_banner_speaks_the_windows_language(studio: Studio, speak: Callable[[str], None]) -> None:
    speak("ru")
    problem = InputError("ffmpeg was not found.", hint="Try again.")
    studio.window.banners.show_notice(Notice.of("test", problem))
    _, box = studio.window.banners.shown["test"]
    assert box.what.text() == "ffmpeg не найден."
    assert box.hint.text() == "Попробуйте снова."


def test_undo_speaks_the_windows_language(studio: Studio, qtbot: QtBot) -> None:
    actions = studio.window.actions_by_name
    actions.languages["ru"].trigger()
    qtbot.waitUntil(lambda: actions["undo"].text() == "&Отменить")
    studio.desk.undo.push(QUndoCommand("добавление 1 файла"))
    assert actions["undo"].text() == "&Отменить: добавление 1 файла"
    actions.languages["en"].trigger()
    qtbot.waitUntil(lambda: actions["redo"].text() == "Red&o")
