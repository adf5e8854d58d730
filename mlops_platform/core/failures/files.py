"""Files that a run did not find: which path, whether it was to be written, what stands nearby."""

import posixpath
import re
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure, is_inside
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.raised import Raised
from mlops_platform.core.run_plan import SOURCES

_MISSING = re.compile(
    r"\[Errno 2\] (?:No such file or directory|[^:']{0,200}): b?(['\"])(.{1,1000})\1$"
)
_WINDOWS_ROOT = re.compile(r"(?:[A-Za-z]:)?[\\/]")
_OTHER_WORDS = (
    # pandas, PyTorch, LightGBM, XGBoost, HDF5, OpenCV, and what many programs say themselves.
    (re.compile(r"Cannot save file into a non-existent directory: '(.{1,1000})'"), True, True),
    (re.compile(r"Parent directory (.{1,1000}) does not exist"), True, True),
    (re.compile(r"Model file (\S{1,1000}) is not available for writes"), True, False),
    (re.compile(r"Opening (\S{1,1000}) failed: No such file or directory"), False, False),
    (re.compile(r"LocalFileSystem::Open \"(.{1,1000})\": No such file"), False, False),
    (
        re.compile(r"Unable to (?:synchronously )?(create) file .{0,80}name = '(.{1,1000}?)'"),
        True,
        False,
    ),
    (
        re.compile(
            r"[Cc]ould not find (?:the )?(?:data ?)?file[: ]{1,3}['\"]?([\w./\\~:-]{3,400})"
        ),
        False,
        False,
    ),
    (
        re.compile(r"File (?:b?['\"])?([\w./\\~: -]{3,400}?)['\"]? (?:does not exist|not found)"),
        False,
        False,
    ),
    (re.compile(r"No rule to make target ['`](.{1,400}?)', needed by"), False, False),
    (_MISSING, False, False),
    (re.compile(r"imread_\('(.{1,400})'\): can't open/read file"), False, False),
    (re.compile(r"^(?:python\S{0,8}|sh|bash): can't open file '(.{1,400})'"), False, False),
)
_WRITING = re.compile(
    r"['\"](?:[wax]b?\+?|w\+b|wt|at)['\"]|\.to_(?:csv|parquet|json|pickle|excel|feather|hdf|html)\("
    r"|savefig|\bsave\w{0,20}\(|\bdump\(|\.write\w{0,10}\(|write_|FileHandler|filename=|os\.mkdir\("
    r"|\.mkdir\(|mode=['\"]w"
)
_FRAMES_LOOKED_AT = 8


class MissingFile(NamedTuple):
    """A path that was not there. `path` as the program gave it, with `/`.

    `given` is how the program itself spelled it. `own` is the path relative to the root of the
    repository, None where it is outside.
    `is_folder` tells that the path itself is the folder that is missing.
    """

    path: str
    own: str | None
    is_written: bool
    is_folder: bool
    because: str
    given: str

    @property
    def folder(self) -> str:
        """Return the folder that would have to exist, relative to the root."""
        own = self.own or "."
        return own if self.is_folder else posixpath.dirname(own) or "."


def missing_file(failure: Failure) -> MissingFile | None:
    """Return the file or folder that the run did not find, None where that was not the failure."""
    last = failure.error
    if last is not None:
        found = _of_error(last, failure)
        causes = (_of_error(cause, failure) for cause in reversed(failure.raised[:-1]))
        # What was caught on the way counts where the last word is still about that file.
        named = (cause for cause in causes if cause and _is_named(cause, last))
        found = found or next(named, None)
        if found is not None or not failure.has_unset_name():
            return found
    for line in reversed(failure.lines[-40:]):
        found = _in_words(line, failure)
        if found is not None:
            return found
    return None


def plain_path(path: str) -> str:
    """Return a path of Windows with `/` where it has backslashes."""
    return path.replace("\\\\", "/").replace("\\", "/")


def tail_in(path: str, files: frozenset[str]) -> str | None:
    """Return the longest tail of a path that is a file or folder of the repository.

    A bare name counts only where the repository has it once.
    """
    steps = [step for step in plain_path(path).split("/") if step not in ("", ".", "..")]
    for start in range(len(steps)):
        tail = "/".join(steps[start:])
        if tail in files or any(file.startswith(f"{tail}/") for file in files):
            return tail
    same = [file for file in files if steps and posixpath.basename(file) == steps[-1]]
    return same[0] if len(same) == 1 else None


def _of_error(error: Raised, failure: Failure) -> MissingFile | None:
    first = error.message.split("\n", 1)[0]
    last = error.frames[-_FRAMES_LOOKED_AT:]
    is_written = any(_WRITING.search(frame.code) for frame in last)
    found = _MISSING.search(first) if error.kind == "FileNotFoundError" else None
    if found is None:
        told = _in_words(first, failure) if error.kind != "KeyError" else None
        return told and told._replace(is_written=told.is_written or is_written)
    code = last[-1].code if last else ""
    return MissingFile(
        path=plain_path(found[2]),
        own=_own(found[2], failure),
        is_written=is_written,
        is_folder="listdir" in code or "scandir" in code,
        because=quoted(error.first_line),
        given=found[2].replace("\\\\", "\\"),
    )


def _in_words(line: str, failure: Failure) -> MissingFile | None:
    for pattern, is_written, is_folder in _OTHER_WORDS:
        found = pattern.search(line)
        if found:
            path = found[found.re.groups]
            own = _own(path, failure)
            return MissingFile(plain_path(path), own, is_written, is_folder, quoted(line), path)
    return None


def _is_named(missing: MissingFile, error: Raised) -> bool:
    name = posixpath.basename(missing.path)
    return "." in name and name in error.message


def _own(path: str, failure: Failure) -> str | None:
    if _WINDOWS_ROOT.match(path) and not path.startswith("/"):
        return None
    if path.startswith("/") and not is_inside(path, SOURCES):
        return None
    return failure.own_path(path)
