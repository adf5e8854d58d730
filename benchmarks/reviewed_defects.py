"""What data flow says of public repositories, against what a person who read the places says.

    python benchmarks/reviewed_defects.py FOLDER...

A FOLDER holds trees named OWNER+NAME, each at the commit that `reviewed_defects.json` names (of
malusamayo/leakage-analysis the folder `tests/inputs` alone). The list holds facts only: repository,
commit, place, class, whether its author would accept the defect, and why not. Prints a table by
class, then each defect that nobody has judged yet, each that was refused and is still told, and
each that was accepted and is told no more. Exits 1 where something was refused or is unjudged.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.core.checkout import Checkout, Revision  # noqa: E402
from mlops_platform.core.facts.data_flow import trace_data_flow  # noqa: E402
from mlops_platform.core.facts.repository import read_repository  # noqa: E402
from mlops_platform.core.find_leaks import find_leaks  # noqa: E402
from mlops_platform.core.leaks.defect import Confidence  # noqa: E402

LIST = Path(__file__).with_name("reviewed_defects.json")


class Told(NamedTuple):
    """One defect, by where it is."""

    repository: str
    path: str
    cell: int
    line: int
    kind: str


def main(folders: list[str]) -> int:
    """Compare; return the exit code."""
    rows = json.loads(LIST.read_text(encoding="utf-8"))
    verdicts = {Told(*(row[key] for key in Told._fields)): row for row in rows}
    trees = sorted(tree for folder in folders for tree in Path(folder).iterdir() if tree.is_dir())
    started = time.process_time()
    programs = 0
    found: set[Told] = set()
    for tree in trees:
        count, told = _told(tree)
        programs += count
        found |= set(told)
    seconds = time.process_time() - started
    seen = {tree.name.replace("+", "/", 1) for tree in trees}
    accepted = {each for each in found if each in verdicts and verdicts[each]["accepted"]}
    refused = {each for each in found if each in verdicts and not verdicts[each]["accepted"]}
    unjudged = found - accepted - refused
    gone = {
        each
        for each, row in verdicts.items()
        if row["accepted"] and each.repository in seen and each not in found
    }
    _print_table(found, accepted, refused)
    for title, group in (("unjudged", unjudged), ("refused", refused), ("told no more", gone)):
        for each in sorted(group):
            print(f"{title}: {' '.join(map(str, each))} {verdicts.get(each, {}).get('cause', '')}")
    print(
        f"{len(trees)} trees, {programs} programs, {1000 * seconds / max(programs, 1):.1f} ms each"
    )
    return 1 if refused or unjudged else 0


def _told(tree: Path) -> tuple[int, list[Told]]:
    name = tree.name.replace("+", "/", 1)
    url = f"https://github.com/{name}"
    revision = Revision(repository=f"github.com/{name.lower()}", url=url, commit="0" * 40)
    checkout = Checkout(revision=revision, root=tree)
    facts = trace_data_flow(checkout, read_repository(checkout))
    return len(facts.traces), [
        Told(name, each.place.path, each.place.cell or 0, each.place.line, each.kind.value)
        for each in find_leaks(facts)
        if each.confidence is Confidence.CONFIRMED
    ]


def _print_table(found: set[Told], accepted: set[Told], refused: set[Told]) -> None:
    for line in _lines(found, accepted, refused):
        print(line)


def _lines(found: set[Told], accepted: set[Told], refused: set[Told]) -> Iterator[str]:
    counts = [Counter(each.kind for each in group) for group in (found, accepted, refused)]
    yield f"{'class':28}{'told':>6}{'accepted':>10}{'refused':>9}"
    for kind in sorted(counts[0]):
        yield f"{kind:28}" + "".join(
            f"{count[kind]:>{width}}" for count, width in zip(counts, (6, 10, 9), strict=True)
        )
    judged = len(accepted) + len(refused)
    share = len(accepted) / judged if judged else 0.0
    yield f"{'all':28}{len(found):>6}{len(accepted):>10}{len(refused):>9}  accepted {share:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
