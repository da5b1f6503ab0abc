"""What a drop or a chosen folder means for the place of results."""

import dataclasses
from pathlib import Path

from studio.batch.model import JobSettings, OutputRule


def rooted(settings: JobSettings, root: Path | None) -> JobSettings:
    """Return the settings for a file from a dropped folder, whose tree is to be mirrored.

    Args:
        settings: of files to come.
        root: the folder that was dropped; None for a file that was dropped itself.
    """
    rule = settings.output
    if root is None or rule.folder is None or rule.mirror_root is None:
        return settings
    return dataclasses.replace(settings, output=dataclasses.replace(rule, mirror_root=root))


def in_folder(rule: OutputRule, folder: Path | None) -> OutputRule:
    """Return the rule with another folder; there is no tree to mirror beside the source."""
    root = rule.mirror_root if folder is not None else None
    return dataclasses.replace(rule, folder=folder, mirror_root=root)
