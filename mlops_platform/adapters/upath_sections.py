"""Sections as JSON files, `<base>/<asset>/<key>.json`, on a disk or any store that fsspec knows."""

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from upath import UPath

from mlops_platform.core.errors import RefusedRepositoryError

SUFFIX = ".json"
NAME = re.compile(r"(?!\.)[A-Za-z0-9._~+:-]{1,200}\Z")
# A folder must not have the name of a file beside it: `g/x.json/y` beside `g/x`.
FOLDER_SUFFIX = "%2Ejson"


class UPathSections:
    """Fits the port `Sections`; `base` is made when the first section is written."""

    def __init__(self, base: UPath | Path) -> None:
        self._base = base

    def write(self, asset: str, repository: str, text: str) -> None:
        """Store one section, replacing the former one in a single step."""
        place = self._place(asset, repository)
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(place, Path):
            _replace(place, text)
        else:
            place.write_text(text, encoding="utf-8")

    def read(self, asset: str, repository: str) -> str | None:
        """Return one section, None where it was never stored."""
        try:
            return self._place(asset, repository).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def repositories(self, asset: str) -> tuple[str, ...]:
        """Return the keys that have this section, sorted."""
        shelf = self._base / _checked(asset)
        if not shelf.is_dir():
            return ()
        files = (place for place in shelf.rglob(f"*{SUFFIX}") if place.is_file())
        return tuple(sorted(_key(place.parts[len(shelf.parts) :]) for place in files))

    def _place(self, asset: str, repository: str) -> UPath | Path:
        *folders, name = [_checked(part) for part in repository.split("/")]
        shelf = self._base.joinpath(_checked(asset), *(_folder(part) for part in folders))
        return shelf / f"{name}{SUFFIX}"


def _replace(place: Path, text: str) -> None:
    descriptor, partial = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".partial")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(place)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def _checked(part: str) -> str:
    if not NAME.match(part):
        raise RefusedRepositoryError(
            "The key is refused because a part of it is not a name; write it as host/owner/name."
        )
    return part


def _folder(part: str) -> str:
    return part.removesuffix(SUFFIX) + FOLDER_SUFFIX if part.endswith(SUFFIX) else part


def _key(parts: Sequence[str]) -> str:
    *folders, name = parts
    shown = [
        part.removesuffix(FOLDER_SUFFIX) + SUFFIX if part.endswith(FOLDER_SUFFIX) else part
        for part in folders
    ]
    return "/".join((*shown, name.removesuffix(SUFFIX)))
