"""``mse-studio explain``: a browser's message, and what it means."""

import argparse
import sys
from collections.abc import Sequence

from studio.cli.console import print_json, print_line
from studio.cli.context import Context
from studio.cli.shapes import Json
from studio.cli.verdict_shapes import finding as finding_shape
from studio.errors import InputError
from studio.verdict.examine import examine
from studio.verdict.messages import Explanation, translate
from studio.verdict.model import Finding


def explain_message(options: argparse.Namespace, _context: Context) -> int:
    """Print what a message can mean, the likeliest cause first; 1 when it is unknown."""
    message = " ".join(options.message) or _from_input()
    if not message.strip():
        raise InputError(
            "There is no message to explain.",
            hint="Give it as an argument, in quotes, or on standard input.",
        )
    findings: Sequence[Finding] = ()
    if options.file is not None:
        findings = examine(options.file).findings
    found = translate(message, media_findings=findings)
    if options.json:
        print_json({"message": message.strip(), "causes": [_shape(cause) for cause in found]})
    elif found:
        for cause in found:
            _print(cause)
    else:
        print_line("This message is not known; no rule is named for it.")
    return 0 if found else 1


def _from_input() -> str:
    return "" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.read()


def _print(cause: Explanation) -> None:
    sure = "" if cause.certain or cause.finding is not None else " (possible)"
    place = ""
    if cause.finding is not None and cause.finding.offset is not None:
        place = f" at byte {cause.finding.offset}"
    print_line(f"{cause.code}{sure}{place}: {cause.cause}")
    if cause.remedy:
        print_line(f"  {cause.remedy}")
    if cause.families:
        print_line(f"  Said by: {', '.join(str(family) for family in cause.families)}")


def _shape(cause: Explanation) -> Json:
    return {
        "code": cause.code,
        "cause": cause.cause,
        "remedy": cause.remedy,
        "clause": cause.clause,
        "engines": [str(family) for family in cause.families],
        "certain": cause.certain,
        "finding": None if cause.finding is None else finding_shape(cause.finding),
    }
