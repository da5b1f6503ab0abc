"""The dialog "Hand-off bundle": media, playlists, a page and snippets for whoever runs a server."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from studio.transcode.control import Control
from studio.ui.actions import short_text
from studio.ui.core_words import translated
from studio.ui.stream_ladder import free_target
from studio.ui.stream_work import Made, Tell, WorkDialog
from studio.ui.theme import Theme
from studio.ui.toolbox import Toolbox
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Ladder
from studio.workflow.bundle import ZIP_SUFFIX, Bundle, BundleProgress, BundleWishes, make_bundle


class BundleDialog(WorkDialog):
    """Makes a folder or a zip of some files."""

    def __init__(
        self, theme: Theme, subjects: Sequence[Path], toolbox: Toolbox, parent: QWidget
    ) -> None:
        wanted = subjects[0].with_name(f"{subjects[0].stem}.bundle{ZIP_SUFFIX}")
        super().__init__(theme, parent, free_target(wanted))
        self._subjects, self._toolbox = tuple(subjects), toolbox
        self.form, self.play = QComboBox(), QCheckBox()
        for suffix in (ZIP_SUFFIX, ""):
            self.form.addItem("", suffix)
        self.play.setChecked(True)
        self.form.currentIndexChanged.connect(self._on_form)
        self.add_field(self.form)
        self.add_field(self.target)
        self.add_line(self.play)
        self.retranslate()

    def _on_form(self) -> None:
        text = self.target.text().removesuffix(ZIP_SUFFIX)
        self.target.setText(f"{text}{self.form.currentData()}")

    def name_all(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("Hand-off bundle"))
        names = ", ".join(path.name for path in self._subjects[:3])
        more = len(self._subjects) - 3
        names += self.tr(" and %n more", "", more) if more > 0 else ""
        text = self.tr("All that a server needs to stream {names}, with a report of what plays.")
        self.intro.setText(text.format(names=names))
        self.name_field(self.form, self.tr("&Form"))
        self.form.setItemText(0, self.tr("One zip"))
        self.form.setItemText(1, self.tr("A folder"))
        self.play.setText(self.tr("&Play it in the browsers found here, for the report"))
        self.play.setAccessibleName(short_text(self.play.text()))
        self.go.setText(self.tr("&Make"))
        self.go.setAccessibleName(self.tr("Make"))

    def stage_text(self, doing: str) -> str:
        """Return what is done now, in words."""
        known = {
            "check": self.tr("Checking what is in it…"),
            "write": self.tr("Writing it…"),
            "done": "",
        }
        return known.get(doing, doing)

    def work(self, target: Path) -> Callable[[Tell, Control], Bundle]:
        """Return what makes the bundle."""
        subjects, plays = self._subjects, self.play.isChecked()
        wanted = tuple(self._toolbox.settings.engines)
        language = QLocale().name().split("_", maxsplit=1)[0]
        tool = self._toolbox.ffmpeg
        ffmpeg = None if tool is None else tool.path

        def act(tell: Tell, control: Control) -> Bundle:
            engines = [one for one in find_engines() if _is_chosen(one, wanted)] if plays else []
            wishes = BundleWishes(engines, language, translated)

            def on_progress(progress: BundleProgress) -> None:
                tell(progress.fraction, progress.doing)

            return make_bundle(
                subjects,
                target,
                wishes,
                ffmpeg=ffmpeg,
                on_progress=on_progress,
                control=control,
            )

        return act

    def told(self, made: Bundle) -> Made:
        """Say what was made; the verdict on each file behind Details."""
        found = [one.verdict for one in made.files if one.verdict is not None]
        bad = sum(verdict.ladder is Ladder.FAIL for verdict in found)
        lines = [*map(translated, made.notes)]
        lines += [
            f"{one.rendition or one.path.name}: {one.verdict.summary}"
            for one in made.files
            if one.verdict is not None
        ]
        if bad:
            what = self.tr("The bundle is there, but %n part(s) of it do not play.", "", bad)
            return Made(made.path, what, tuple(lines), "warning")
        return Made(made.path, self.tr("The bundle is there."), tuple(lines))


def _is_chosen(engine: Engine, wanted: tuple[str, ...]) -> bool:
    """Tell whether an engine plays; one that is not ours only when it is asked for by name."""
    return engine.identity.name in wanted if wanted else engine.is_ours
