"""An audit hook for readers: what they may read is read only, and everything else is refused.

They may read the checkout, the libraries, and what the operator names. It is no sandbox: no foreign
code runs here. It stops a reader that was led out of the checkout.
"""

import errno
import functools
import mimetypes
import os
import signal
import sys
import sysconfig
from collections.abc import Callable, Collection
from pathlib import Path

import mlops_platform

TIME_ZONES = "/usr/share/zoneinfo"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
DEVICES = frozenset({"/dev/null", "/dev/urandom", "/etc/localtime"})
MEDIA_TYPES = frozenset(mimetypes.knownfiles)
"""What the machine knows of media types: openpyxl looks them up when it is loaded."""
REFUSED_FAMILIES = frozenset(
    {"socket", "subprocess", "shutil", "pty", "urllib", "ftplib", "sqlite3"}
)
REFUSED_EVENTS = frozenset(
    f"os.{name}"
    for name in (
        *("system", "exec", "posix_spawn", "spawn", "fork", "forkpty", "kill", "killpg"),
        *("remove", "rename", "rmdir", "mkdir", "link", "symlink", "chdir", "fchdir"),
        *("chmod", "chown", "lchown", "utime", "setxattr", "removexattr"),
    )
)
IN_MEMORY = ":memory:"
"""The only database that a reader may have: SQLite opens files without asking Python."""
LONGEST_NOTE = 1 << 16


class Guard:
    """An audit hook: refuses what a reader never needs, and writes down the last file it opened."""

    def __init__(
        self, root: str, journal: int, file_cpu_seconds: float, may_read: Collection[str] = ()
    ) -> None:
        self._root = os.path.realpath(root)
        self._spellings = (root, self._root)
        self._named = tuple(os.path.realpath(name) for name in may_read)
        self._places = (self._root, *_libraries())
        self._listed = frozenset(sys.path)
        self._journal = journal
        self._seconds = file_cpu_seconds
        self._folder = ""
        self._is_forking = False
        self._real_folder: Callable[[str], str] = functools.cache(os.path.realpath)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at one event of the interpreter."""
        if event == "open":
            self._open(*arguments)  # type: ignore[arg-type]
        elif event in ("os.listdir", "os.scandir"):
            self._list(arguments[0])  # type: ignore[arg-type]
        elif self._is_harmless(event, arguments):
            return
        elif event in REFUSED_EVENTS or event.partition(".")[0] in REFUSED_FAMILIES:
            raise PermissionError(errno.EPERM, f"{event} is not for readers")

    def _is_harmless(self, event: str, arguments: tuple[object, ...]) -> bool:
        """Tell what of a refused kind is allowed: our own fork, and a database without a file."""
        if event == "os.fork":
            return self._is_forking
        is_in_memory = event == "sqlite3.connect" and arguments[0] == IN_MEMORY
        return is_in_memory or event == "sqlite3.connect/handle"

    def absolve(self) -> None:
        """Forget the last file: what fails from here on is not its fault."""
        os.ftruncate(self._journal, 0)

    def fork(self, journal: int) -> int:
        """Fork this process, which nothing else may; the fork notes its files in `journal`."""
        self._is_forking = True
        pid = os.fork()
        self._is_forking = False
        if pid == 0:
            self._journal = journal
        return pid

    def blame(self, journal: int) -> None:
        """Note as the last file opened here the one that a fork noted in `journal`."""
        self.absolve()
        os.pwrite(self._journal, os.pread(journal, LONGEST_NOTE, 0), 0)

    def _open(self, path: str | bytes | int, _mode: object, flags: int) -> None:
        if isinstance(path, int):
            return
        name = os.fsdecode(path)
        if name in DEVICES:
            return
        if flags & WRITING:
            raise PermissionError(errno.EPERM, "readers do not write", name)
        if name in MEDIA_TYPES:
            return
        if name.startswith("/"):
            self._open_absolute(name, flags)
        else:
            self._open_step(name, flags)

    def _open_absolute(self, name: str, flags: int) -> None:
        real = self._real(name)
        if _is_within(real, self._root):
            self._note(os.path.relpath(real, self._root), flags)
        elif self._is_named(name, real):
            self._time_alone()
        elif not _is_within_any(real, self._places):
            raise PermissionError(errno.EPERM, "outside of the checkout", name)

    def _is_named(self, name: str, real: str) -> bool:
        # A link in the checkout must not lead to the operator's files, named or not.
        return _is_within_any(real, self._named) and not _is_within_any(name, self._spellings)

    def _time_alone(self) -> None:
        self.absolve()
        signal.setitimer(signal.ITIMER_PROF, self._seconds)

    def _open_step(self, name: str, flags: int) -> None:
        # A step below a folder that was opened before: it cannot lead out if it is one plain name
        # and no link.
        if "/" in name or name == ".." or not flags & os.O_NOFOLLOW:
            raise PermissionError(errno.EPERM, "not below the checkout", name)
        self._note(f"{self._folder}/{name}".removeprefix("/"), flags)

    def _note(self, path: str, flags: int) -> None:
        if flags & os.O_DIRECTORY:
            self._folder = "" if path == "." else path
            return
        name = os.fsencode(path)
        os.pwrite(self._journal, len(name).to_bytes(4, "big") + name, 0)
        # Processor time, not wall time: a busy machine must not change what is read.
        signal.setitimer(signal.ITIMER_PROF, self._seconds)

    def _list(self, path: str | bytes | int | None) -> None:
        if isinstance(path, int):
            return
        name = os.fsdecode(path or ".")
        real = os.path.realpath(name)
        is_library = real in self._listed or _is_within_any(real, self._places)
        if not (is_library or self._is_named(name, real)):
            raise PermissionError(errno.EPERM, "outside of the checkout", name)

    def _real(self, name: str) -> str:
        if "/.." in name:
            return os.path.realpath(name)
        folder, _, file = name.rstrip("/").rpartition("/")
        real = f"{self._real_folder(folder or '/').rstrip('/')}/{file}"
        return os.path.realpath(real) if Path(real).is_symlink() else real


def _libraries() -> tuple[str, ...]:
    package = str(Path(mlops_platform.__file__).parent)
    places = (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), package, TIME_ZONES)
    return tuple(sorted({os.path.realpath(place) for place in places}))


def _is_within_any(path: str, places: Collection[str]) -> bool:
    return any(_is_within(path, place) for place in places)


def _is_within(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip("/") + "/")
