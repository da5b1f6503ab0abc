"""Where results go and what they are called, as form fields, for one job or many at once."""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton

from studio.batch.model import Collision, OutputRule
from studio.batch.naming import FIELDS, check_template, example
from studio.errors import StudioError
from studio.media.streams import MediaInfo
from studio.presets.model import Preset
from studio.transcode.model import EncodePlan
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, ElidedText, Panel, Text, restate

Edit = Callable[[OutputRule], OutputRule]
BESIDE, FOLDER, TREE = range(3)


@dataclasses.dataclass(frozen=True, slots=True)
class Sample:
    """What the example of a name is made of; all but the preset may be missing."""

    preset: Preset
    source: Path | None = None
    info: MediaInfo | None = None
    plan: EncodePlan | None = None


class OutputFields(Panel):
    """Edits output rules. What is not the same for all shows as "mixed"."""

    edited = Signal(object)
    """An Edit: a function from a job's OutputRule to the one it is to have."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rules: list[OutputRule] = [OutputRule()]
        self._sample: Sample | None = None
        self._find_root: Callable[[], Path | None] = _nowhere
        self.place, self.collision = QComboBox(), QComboBox()
        self.folder, self.root = ElidedText("secondary"), ElidedText("secondary")
        self.choose_folder, self.choose_root = QPushButton(), QPushButton()
        self.name, self.insert = QLineEdit(), QComboBox()
        self.example = Text("secondary")
        self._labels = {key: QLabel() for key in ("place", "folder", "root", "name", "collision")}
        for combo in (self.place, self.collision, self.insert):
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.addWidget(self._labels["place"], 0, 0)
        grid.addWidget(self.place, 0, 1, 1, 2)
        for row, key, text, button in (
            (1, "folder", self.folder, self.choose_folder),
            (2, "root", self.root, self.choose_root),
        ):
            grid.addWidget(self._labels[key], row, 0)
            grid.addWidget(text, row, 1)
            grid.addWidget(button, row, 2)
        grid.addWidget(self._labels["name"], 3, 0)
        grid.addWidget(self.name, 3, 1, 1, 2)
        grid.addWidget(self.example, 4, 1, 1, 2)
        grid.addWidget(self.insert, 5, 1, 1, 2)
        grid.addWidget(self._labels["collision"], 6, 0)
        grid.addWidget(self.collision, 6, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        for key, field in (("place", self.place), ("name", self.name)):
            self._labels[key].setBuddy(field)
        self._labels["collision"].setBuddy(self.collision)

    def _connect(self) -> None:
        self.place.activated.connect(self._on_place)
        self.collision.activated.connect(self._on_collision)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.choose_root.clicked.connect(self._ask_root)
        self.name.textEdited.connect(self._on_typed)
        self.name.editingFinished.connect(self._on_name)
        self.insert.activated.connect(self._on_insert)

    def retranslate(self) -> None:
        """Set every text."""
        self._labels["place"].setText(self.tr("Results go"))
        self._labels["folder"].setText(self.tr("Folder"))
        self._labels["root"].setText(self.tr("Tree of"))
        self._labels["name"].setText(self.tr("Name"))
        self._labels["collision"].setText(self.tr("If it exists"))
        places = (
            self.tr("Beside the source file"),
            self.tr("Into one folder"),
            self.tr("Into a folder, as a mirrored tree"),
        )
        choices = (
            (Collision.NUMBER, self.tr("Add a number")),
            (Collision.SKIP, self.tr("Skip the file")),
            (Collision.ASK, self.tr("Ask me")),
            (Collision.REPLACE, self.tr("Replace it once the new one is complete")),
        )
        _fill(self.place, [(text, number) for number, text in enumerate(places)])
        _fill(self.collision, [(text, choice) for choice, text in choices])
        _fill(self.insert, [(f"{{{field}}}", field) for field in FIELDS])
        for combo in (self.place, self.collision):
            combo.setPlaceholderText(self.tr("mixed"))
        self.insert.setPlaceholderText(self.tr("Insert a field…"))
        self.insert.setCurrentIndex(-1)
        self.name.setPlaceholderText(self.tr("mixed"))
        for button in (self.choose_folder, self.choose_root):
            button.setText(self.tr("Choose…"))
        self._name_parts()
        self._show()

    def _name_parts(self) -> None:
        self.place.setAccessibleName(self.tr("Where results go"))
        self.collision.setAccessibleName(self.tr("What happens when the name is taken"))
        self.insert.setAccessibleName(self.tr("Insert a field into the name"))
        self.name.setAccessibleName(self.tr("Name of results"))
        self.choose_folder.setAccessibleName(self.tr("Choose the folder of results"))
        self.choose_root.setAccessibleName(self.tr("Choose the folder whose tree is mirrored"))
        self.root.setToolTip(self.tr("Folders below this one are made again for the results"))

    # -- showing ---------------------------------------------------------------------

    def show_rules(
        self, rules: Sequence[OutputRule], find_root: Callable[[], Path | None] | None = None
    ) -> None:
        """Show the rules in effect; nobody is told.

        Args:
            rules: of the jobs, or of files to come; at least one.
            find_root: finds the folder whose tree is mirrored, where no job says.
        """
        self._rules, self._find_root = list(dict.fromkeys(rules)), find_root or _nowhere
        self._show()

    def show_sample(self, sample: Sample) -> None:
        """Make the example of a name of this."""
        self._sample = sample
        self._show_example()

    def _show(self) -> None:
        rule = self._rules[0]
        places = {_place_of(one) for one in self._rules}
        collisions = {one.collision for one in self._rules}
        names = {one.name for one in self._rules}
        with QSignalBlocker(self.place), QSignalBlocker(self.collision):
            self.place.setCurrentIndex(places.pop() if len(places) == 1 else -1)
            found = self.collision.findData(rule.collision)
            self.collision.setCurrentIndex(found if len(collisions) == 1 else -1)
        self._show_folders()
        wanted = rule.name if len(names) == 1 else ""
        if not (self.name.hasFocus() and self.name.isModified()) and self.name.text() != wanted:
            self.name.setText(wanted)
        self._show_example()

    def _show_folders(self) -> None:
        place = self.place.currentIndex()
        folders = {one.folder for one in self._rules}
        roots = {one.mirror_root for one in self._rules}
        mixed = self.tr("mixed")
        self.folder.set_whole(str(self._rules[0].folder or "") if len(folders) == 1 else mixed)
        self.root.set_whole(str(self._rules[0].mirror_root or "") if len(roots) == 1 else mixed)
        for key, widgets, is_shown in (
            ("folder", (self.folder, self.choose_folder), place in (FOLDER, TREE)),
            ("root", (self.root, self.choose_root), place == TREE),
        ):
            for widget in (self._labels[key], *widgets):
                widget.setVisible(is_shown)

    def _show_example(self) -> None:
        """Say what the name comes to while it is typed, or what is wrong with it."""
        text, sample = self.name.text(), self._sample
        if sample is None or (not text and len(self._rules) > 1):
            self.example.setText("")
            restate(self.name, "state", "valid")
            return
        try:
            made = example(text, sample.preset, sample.source, sample.info, sample.plan)
        except StudioError as problem:
            self.example.setText(translated(f"{problem.what} {problem.hint}"))
            restate(self.example, "tone", "danger")
            restate(self.name, "state", "invalid")
            return
        self.example.setText(made)
        restate(self.example, "tone", "secondary")
        restate(self.name, "state", "valid")

    # -- editing ---------------------------------------------------------------------

    def _on_place(self, place: int) -> None:
        if place == BESIDE:
            self._tell(_placed(None, None))
            return
        folder = next((one.folder for one in self._rules if one.folder is not None), None)
        if folder is None:
            self._ask_folder()
            return
        self._tell(_placed(folder, self._wanted_root(place)))

    def _ask_folder(self) -> None:
        place = self.place.currentIndex()
        known = next((one.folder for one in self._rules if one.folder is not None), None)
        chosen = self._ask(self.tr("Folder of results"), known)
        if chosen is None:
            self._show()
            return
        self._tell(_placed(chosen, self._wanted_root(place)))

    def _ask_root(self) -> None:
        known = self._wanted_root(TREE)
        chosen = self._ask(self.tr("Folder whose tree is mirrored"), known)
        if chosen is not None:
            self._tell(lambda old: dataclasses.replace(old, mirror_root=chosen))

    def _ask(self, title: str, known: Path | None) -> Path | None:
        text = QFileDialog.getExistingDirectory(self, title, str(known or Path.home()))
        return Path(text) if text else None

    def _wanted_root(self, place: int) -> Path | None:
        if place != TREE:
            return None
        own = next((one.mirror_root for one in self._rules if one.mirror_root), None)
        return own or self._find_root() or Path.home()

    def _on_collision(self, index: int) -> None:
        collision = Collision(str(self.collision.itemData(index)))
        self._tell(lambda old: dataclasses.replace(old, collision=collision))

    def _on_typed(self) -> None:
        self._show_example()

    def _on_insert(self, index: int) -> None:
        self.name.insert(self.insert.itemText(index))
        self.insert.setCurrentIndex(-1)
        self._show_example()
        self._on_name()

    def _on_name(self) -> None:
        text = self.name.text()
        if {one.name for one in self._rules} == {text} or (not text and len(self._rules) > 1):
            return
        try:
            check_template(text)
        except StudioError:
            return  # the line below says what is wrong
        self.name.setModified(False)
        self._tell(lambda old: dataclasses.replace(old, name=text))

    def _tell(self, edit: Edit) -> None:
        self._rules = list(dict.fromkeys(edit(rule) for rule in self._rules))
        self._show()
        self.edited.emit(edit)


def _nowhere() -> Path | None:
    return None


def common_folder(sources: Sequence[Path]) -> Path | None:
    """Return the deepest folder that holds all of these, None where there is none."""
    parents = {source.parent for source in sources}
    if not parents:
        return None
    first = min(parents, key=lambda path: len(path.parts))
    for folder in (first, *first.parents):
        if all(parent.is_relative_to(folder) for parent in parents):
            return folder
    return None


def _place_of(rule: OutputRule) -> int:
    if rule.folder is None:
        return BESIDE
    return FOLDER if rule.mirror_root is None else TREE


def _placed(folder: Path | None, root: Path | None) -> Edit:
    return lambda old: dataclasses.replace(old, folder=folder, mirror_root=root)


def _fill(combo: QComboBox, items: Sequence[tuple[str, object]]) -> None:
    """Set texts and data, keeping what is chosen."""
    with QSignalBlocker(combo):
        chosen = combo.currentIndex()
        combo.clear()
        for text, data in items:
            combo.addItem(text, data)
        combo.setCurrentIndex(chosen)
