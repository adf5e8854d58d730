"""What a pickle would import and call, read from its opcodes: nothing of it is ever loaded.

A pickle is a program. The globals that it names tell of what it builds, and whether it could do
anything else than build it.
"""

import io
import pickletools
import re
from dataclasses import dataclass
from typing import NamedTuple

from mlops_platform.core.contents.pickle_machine import (
    PickleMachine,
    array_bytes,
    array_type,
)

MOST_OPCODES = 2_000_000
MOST_OPCODES_OF_A_RUN = 10_000_000
MOST_GLOBALS = 500
MOST_PICKLES = 20
_ANY = "*"
DANGEROUS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            *("os", "posix", "nt", "ntpath", "posixpath", "subprocess", "sys", "pty", "socket"),
            *(
                "shutil",
                "runpy",
                "importlib",
                "imp",
                "pkgutil",
                "code",
                "codeop",
                "commands",
                "pdb",
            ),
            *("bdb", "ctypes", "_ctypes", "pickle", "_pickle", "cloudpickle", "dill", "marshal"),
            *("requests", "urllib", "urllib2", "httplib", "http", "aiohttp", "httpx", "ftplib"),
            *("webbrowser", "asyncio", "multiprocessing", "threading", "signal", "pip", "ssl"),
            *("tempfile", "timeit", "cProfile", "profile", "platform", "smtplib"),
            *("venv", "ensurepip", "zipimport", "idlelib", "lib2to3", "distutils", "setuptools"),
        ),
        frozenset((_ANY,)),
    ),
    **dict.fromkeys(
        ("builtins", "__builtin__"),
        frozenset(
            "eval exec compile open __import__ getattr setattr delattr input breakpoint globals "
            "locals vars apply execfile file memoryview help exit quit".split()
        ),
    ),
    "operator": frozenset(("attrgetter", "methodcaller", "itemgetter")),
    "_operator": frozenset(("attrgetter", "methodcaller", "itemgetter")),
    "numpy.testing._private.utils": frozenset((_ANY,)),
    "torch.hub": frozenset((_ANY,)),
    "torch._dynamo": frozenset((_ANY,)),
    "torch.utils._config_module": frozenset((_ANY,)),
    "types": frozenset(("CodeType", "FunctionType")),
}
_NAMED_IN_BYTES = re.compile(
    rb"(?:\x8c[\x01-\x30]|X[\x01-\x30]\x00\x00\x00|c|\()"
    rb"(os|posix|nt|subprocess|builtins|__builtin__|sys|socket|pty|runpy|importlib|ctypes)(?=[\x8c\n\x94X])"
)
TORCH_LEGACY = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""How a file of PyTorch begins that is several pickles in a row."""

_STARTS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_BROKEN = (
    ValueError,
    IndexError,
    KeyError,
    UnicodeError,
    OverflowError,
    MemoryError,
    EOFError,
    TypeError,
)


class PickleScan(NamedTuple):
    """Globals as `module.name`, those that are dangerous, texts it holds, and where it ended.

    `is_whole`: every opcode was read. Else the rest was only searched for dangerous modules.
    """

    globals: tuple[str, ...]
    dangerous: tuple[str, ...]
    texts: frozenset[str]
    is_whole: bool


@dataclass
class OpcodeBudget:
    """What may still be spent on the pickles of one run."""

    left: int = MOST_OPCODES_OF_A_RUN


def scan_pickle(data: bytes, budget: OpcodeBudget | None = None) -> PickleScan:
    """Scan one pickle, or several in a row as older files of PyTorch have them."""
    budget = budget or OpcodeBudget()
    machine, file = PickleMachine(), io.BytesIO(data)
    most = min(budget.left, MOST_OPCODES)
    left, is_whole = most, True
    for _ in range(MOST_PICKLES):
        left, is_whole = _follow(machine, file, left)
        if not is_whole or not data[file.tell() : file.tell() + 2].startswith(_STARTS):
            break
    budget.left -= most - max(0, left)
    found = list(machine.names) if is_whole else [*machine.names, *_named_in_bytes(data)]
    names = sorted(set(found))
    dangerous = [name for name in names if is_dangerous(name)]
    return PickleScan(
        globals=tuple(names[:MOST_GLOBALS]),
        dangerous=tuple(dangerous[:MOST_GLOBALS]),
        texts=frozenset(machine.texts),
        is_whole=is_whole,
    )


def is_dangerous(name: str) -> bool:
    """Tell whether a global can do more than build a value."""
    module, _, attribute = name.rpartition(".")
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        names = DANGEROUS.get(".".join(parts[:length]))
        if names is not None:
            return _ANY in names or attribute in names or attribute == "?"
    return False


def _follow(machine: PickleMachine, file: io.BytesIO, left: int) -> tuple[int, bool]:
    """Follow one pickle to its end; return what is left to spend, and whether it had an end."""
    while True:
        try:
            for opcode, argument, _ in pickletools.genops(file):
                left -= 1
                if left < 0:
                    return left, False
                if opcode.name == "STOP":
                    break
                machine.take(opcode.name, argument)
                if opcode.name == "BUILD" and not _step_over_array(machine, file):
                    return left, False
        except _BROKEN:
            return left, False
        if not machine.leave():
            return left, True


def _step_over_array(machine: PickleMachine, file: io.BytesIO) -> bool:
    """Step over the bytes of an array, where joblib has just described one."""
    array = machine.array_follows()
    if array is None:
        return True
    if array_type(array).startswith("O"):
        machine.enter()
        return True
    at = file.tell()
    size = array_bytes(array, file.read(1))
    file.seek(at + (size or 0))
    return size is not None


def _named_in_bytes(data: bytes) -> list[str]:
    """Return names of dangerous modules in bytes that could not be followed."""
    return sorted({f"{found[1].decode()}.?" for found in _NAMED_IN_BYTES.finditer(data)})
