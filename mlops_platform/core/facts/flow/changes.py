"""What may change while a program runs, besides names: fits, attributes, and entries by key."""

from typing import NamedTuple

from mlops_platform.core.facts.flow.plain_values import Learned
from mlops_platform.core.facts.flow.values import Estimator, Instance, Table, Value


class State(NamedTuple):
    """Which events may have fitted an estimator last, and what it learned there."""

    fits: tuple[int, ...]
    learned: frozenset[Learned]


Kept = State | Value | None


class Cell(NamedTuple):
    """A thing that can change: an estimator's state, or what stands under a name of something."""

    owner: Estimator | Instance | Table
    name: str = ""

    def read(self) -> Kept:
        """Return what it holds, None where it holds nothing."""
        if isinstance(self.owner, Estimator):
            return State(self.owner.fits, self.owner.learned)
        return _names(self.owner).get(self.name)

    def write(self, kept: Kept) -> None:
        """Put something into it, or nothing."""
        if isinstance(self.owner, Estimator):
            if isinstance(kept, State):
                self.owner.fits, self.owner.learned = kept
        elif kept is None:
            _names(self.owner).pop(self.name, None)
        elif not isinstance(kept, State):
            _names(self.owner)[self.name] = kept


Trail = dict[Cell, Kept]


def _names(owner: Instance | Table) -> dict[str, Value]:
    return owner.attributes if isinstance(owner, Instance) else owner.entries
