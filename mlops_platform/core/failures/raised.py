"""An exception as a log shows it: its class, its message and its frames."""

from typing import NamedTuple


class Frame(NamedTuple):
    """One level of a stack; `code` is the line as the traceback shows it, "" where it does not."""

    path: str
    line: int
    function: str
    code: str = ""


class Raised(NamedTuple):
    """One exception. `kind` is its class without its module, `name` as it was printed."""

    name: str
    message: str
    frames: tuple[Frame, ...] = ()

    @property
    def kind(self) -> str:
        """Return the class alone: `KeyError`, not `builtins.KeyError`."""
        return self.name.rpartition(".")[2]

    @property
    def first_line(self) -> str:
        """Return the line that a person would quote."""
        return f"{self.name}: {self.message}".split("\n", 1)[0].removesuffix(": ")
