"""Jobs from and to JSON. What is written here is an interface: ``schema`` counts its versions."""

from typing import Any

from studio.batch.model import QueuedJob
from studio.batch.plain import PlainError, from_plain, to_plain
from studio.errors import StudioError

SCHEMA_VERSION = 1


class CodecError(StudioError):
    """The JSON does not describe a job; ``detail`` names the field."""


def job_to_json(job: QueuedJob) -> dict[str, Any]:
    """Return the JSON object of a job; ``job_from_json`` reads it back unchanged."""
    return {"schema": SCHEMA_VERSION, **to_plain(job)}


def job_from_json(data: object) -> QueuedJob:
    """Return the job that parsed JSON describes.

    Raises:
        CodecError: it is not a job, or one of a newer schema.
    """
    if not isinstance(data, dict):
        raise CodecError("This is not a job.", detail=f"{type(data).__name__} instead of object")
    check_schema(data.get("schema"))
    try:
        return from_plain(QueuedJob, data)
    except PlainError as error:
        raise CodecError("This is not a job.", detail=str(error)) from error


def check_schema(version: object) -> None:
    """Refuse what a newer version of the program wrote.

    Raises:
        CodecError: it is newer, or not a number.
    """
    if type(version) is not int or version < 1:
        raise CodecError("This is not a job.", detail="schema is missing")
    if version > SCHEMA_VERSION:
        what = "This was made by a newer version of this program."
        raise CodecError(what, hint="Update the program.", detail=f"schema {version}")
