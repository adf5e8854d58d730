"""Brings a rendered report to where it was asked for: stdout, or a file, whole or not at all."""

import contextlib
import os
from pathlib import Path

import click

from mlops_platform.core.errors import BadInputError, PlatformError


class UnusableOutputError(BadInputError):
    """A place where a report cannot be written."""


def check_output(output: Path | None) -> None:
    """Refuse an output that cannot work, before any work is done. Raises UnusableOutputError."""
    if output is None:
        return
    if output.is_dir():
        raise UnusableOutputError(f"{output} is a directory; name a file in it.")
    if not output.parent.is_dir():
        raise UnusableOutputError(f"{output.parent} is not a directory; create it first.")
    if not os.access(output.parent if _is_replaceable(output) else output, os.W_OK):
        raise UnusableOutputError(f"{output} may not be written; choose another file.")


def deliver(text: str, output: Path | None) -> None:
    """Print the text as UTF-8, or write it to a file. Raises PlatformError."""
    body = text.encode() if text.endswith("\n") else f"{text}\n".encode()
    if output is None:
        click.echo(body, nl=False)
        return
    check_output(output)
    try:
        _write(body, output)
    except OSError as error:
        raise PlatformError(f"{output} was not written: {error.strerror}.") from error


def _is_replaceable(output: Path) -> bool:
    # A pipe or a device (/dev/stdout, /dev/null) must be written to, never replaced.
    return output.is_file() or not output.exists()


def _write(body: bytes, output: Path) -> None:
    if not _is_replaceable(output):
        output.write_bytes(body)
        return
    target = output.resolve()
    partial = target.with_name(f".{target.name[:100]}.{os.urandom(8).hex()}")
    try:
        with partial.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            partial.unlink()
