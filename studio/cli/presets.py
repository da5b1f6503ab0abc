"""``mse-studio presets``: list, show, import, export."""

import argparse
from pathlib import Path

from studio.cli.console import print_json, print_line, print_problem
from studio.cli.context import Context
from studio.presets.codec import preset_to_json
from studio.presets.model import Preset


def list_presets(options: argparse.Namespace, context: Context) -> int:
    """Print every preset; a damaged file is named on stderr and the others still listed."""
    for problem in context.presets.problems:
        print_problem(problem)
    found = context.presets.all()
    if options.json:
        print_json([preset_to_json(preset) for preset in found], pretty=True)
    else:
        width = max((len(preset.id) for preset in found), default=0)
        for preset in found:
            print_line(f"{preset.id:<{width}}  {_first_line(preset)}")
    return 1 if context.presets.problems else 0


def show_presets(options: argparse.Namespace, context: Context) -> int:
    """Print one preset as JSON."""
    print_json(preset_to_json(context.presets.get(options.subject)), pretty=True)
    return 0


def import_presets(options: argparse.Namespace, context: Context) -> int:
    """Check a preset file and keep a copy among the user's presets."""
    preset = context.presets.add_file(Path(options.subject))
    if options.json:
        print_json(preset_to_json(preset), pretty=True)
    else:
        print_line(f"Imported {preset.id}: {preset.name['en']}")
    return 0


def export_presets(options: argparse.Namespace, context: Context) -> int:
    """Print one preset as the text of a preset file."""
    print_line(context.presets.export(options.subject).rstrip("\n"))
    return 0


def _first_line(preset: Preset) -> str:
    return f"{preset.name['en']}: {preset.description['en']}"
