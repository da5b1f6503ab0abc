"""Collects options with their reasons and notes while a plan is made."""

from studio.transcode.model import PlannedOption


class Draft:
    """A plan in the making: one ordered list of options, filters and notes."""

    def __init__(self) -> None:
        self.options: list[PlannedOption] = []
        self.filters: list[tuple[str, str, str]] = []
        self.notes: list[str] = []

    def option(self, name: str, value: object, reason: str) -> None:
        """Add an ffmpeg option; ``value`` None makes it a flag."""
        text = None if value is None else str(value)
        self.options.append(PlannedOption(name, text, reason))

    def filter(self, name: str, arguments: str, reason: str) -> None:
        """Add a video filter at the end of the chain."""
        self.filters.append((name, arguments, reason))

    def note(self, sentence: str) -> None:
        """Add a sentence for the user."""
        self.notes.append(sentence)
