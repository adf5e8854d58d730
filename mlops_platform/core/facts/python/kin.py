"""A file and all files that run in one program with it: what holds in one, holds for the others."""

from collections.abc import Iterator

from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.code import Code


class Kin:
    """The files of the programs that a file belongs to, itself among them.

    `programs` are these programs one by one, each with the file that starts it; none where files
    are imported by names that are made while they run.
    """

    def __init__(
        self,
        codes: tuple[Code, ...],
        programs: "tuple[Kin, ...]" = (),
        start: Code | None = None,
    ) -> None:
        self.codes = codes
        self.programs = programs
        self.start = start
        self._mentioned: dict[str, bool] = {}

    def mentions(self, *words: str) -> bool:
        """Tell whether the text of any file holds one of these words; a comment counts too."""
        return any(self._mentions(word) for word in words)

    def calls(self, *lasts: str) -> Iterator[tuple[Code, Site]]:
        """Yield the calls, in any file, whose name ends in one of these words."""
        return ((code, site) for code in self.codes for site in code.calls(*lasts))

    def has_call(self, *lasts: str) -> bool:
        """Tell whether any file calls something of these last words."""
        return any(code.has_call(*lasts) for code in self.codes)

    def imports(self, *modules: str) -> bool:
        """Tell whether any file imports one of these top-level modules."""
        return any(not code.modules.isdisjoint(modules) for code in self.codes)

    def _mentions(self, word: str) -> bool:
        if word not in self._mentioned:
            self._mentioned[word] = any(code.mentions(word) for code in self.codes)
        return self._mentioned[word]
