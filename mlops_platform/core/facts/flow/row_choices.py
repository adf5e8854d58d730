"""Methods of tables that give some of their rows, the others, or copies."""

from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant, Learned, Names
from mlops_platform.core.facts.flow.rows import opposite, part
from mlops_platform.core.facts.flow.values import Data, Listing, Value

# They give some rows; which, nobody knows.
_SOME = frozenset(
    {"query", "head", "tail", "nlargest", "nsmallest", "xs", "get_group", "truncate", "take"}
    | {"skip", "shard", "isel", "sel", "between_time", "at_time", "first", "last", "limit"}
    | {"slice", "compress"}
)


def chooses_rows(method: str, arguments: Arguments) -> bool:
    """Tell whether a method gives some rows; `filter` chooses columns in pandas only."""
    if method != "filter":
        return method in _SOME
    first = arguments.get(0, "items", "like", "regex")
    return first is not None and not isinstance(first, Listing | Constant | Names)


def choose_some(machine: Machine, owner: Data, method: str, arguments: Arguments) -> Data:
    """Return rows of their own, the same where the same is asked again."""
    first = arguments.get(0, "expr", "n", "key")
    told = first if isinstance(first, Constant) else machine.fresh()
    split = machine.keyed("some", owner.rows, method, told)
    return owner._replace(rows=part(owner.rows, split, "in"))


def complement(machine: Machine, owner: Data, chosen: Data) -> Data:
    """Take the rows that a sample left: `df.drop(train.index)`."""
    for row_set in sorted(chosen.rows, key=str):
        for split, side in sorted(row_set.path):
            if part(owner.rows, split, side) == chosen.rows:
                return owner._replace(rows=part(owner.rows, split, opposite(side)))
    split = machine.fresh()
    return owner._replace(rows=part(owner.rows, split, "in"))


def sample(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Draw rows: some, or all in another order, or copies."""
    share = arguments.keywords.get("frac")
    if arguments.keywords.get("replace") == Constant(value=True):
        return duplicated(machine, owner, "sample")
    if isinstance(share, Constant) and share.value == 1:
        return owner
    split = machine.keyed("sample", owner.rows, machine.here())
    return owner._replace(rows=part(owner.rows, split, "0"))


def duplicated(machine: Machine, owner: Data, api: str) -> Data:
    """Return rows that were drawn with replacement: copies of a row are more than one."""
    copies = Learned("duplication", api, machine.here(), owner.rows)
    return owner._replace(learned=owner.learned | {copies})
