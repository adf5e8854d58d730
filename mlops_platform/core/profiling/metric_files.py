"""Files of metrics: those that the code names, `metrics.json`, and those of code named for them.

Where the path is an argument, the function or class that writes tells what it writes.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.confidence import words_of
from mlops_platform.core.sections.project_profile import Place

NAMED_SO = re.compile(
    r"(^|[/\\_.-])(metrics?|scores?|results?|evaluation|eval|reports?|history|performance"
    r"|classification_report|cv_results|leaderboard|(train(ing)?[_-])?logs?)([_.{-][\w.{}-]*)?"
    r"\.(json|jsonl|csv|tsv|ya?ml|txt|md|xlsx|html|pkl|parquet)$",
    re.IGNORECASE,
)
OF_DATA = re.compile(r"(^|[/\\])(raw|inputs?|datasets?|data[/\\]external)[/\\]", re.IGNORECASE)
"""Folders of what was measured by others: `data/raw/metrics_2024.csv` is a table to learn from."""

MOST_SPACES = 2
"""With more, it is the help of an argument that speaks of a file."""

MOST_PLACES = 20

WRITING = frozenset(
    "json.dump yaml.dump yaml.safe_dump csv.writer csv.DictWriter numpy.savetxt .to_csv .to_json"
    " pandas.DataFrame.to_csv pandas.DataFrame.to_json pickle.dump".split()
)
METRIC_WORDS = frozenset("metric metrics score scores history histories result results".split())


def metric_files(reading: Reading) -> tuple[Place, ...]:
    """Return where the project's own Python files name such a file, or write one."""
    own = [file for file in reading.code.files if file.role in {Role.SOURCE, Role.EXAMPLE}]
    found = chain(
        chain.from_iterable(_named(file) for file in own),
        chain.from_iterable(_written(file) for file in own),
    )
    return tuple(islice(found, MOST_PLACES))


def _named(file: SourceFile) -> Iterator[Place]:
    for text, line in file.strings:
        is_name = NAMED_SO.search(text) and text.count(" ") <= MOST_SPACES
        if is_name and not OF_DATA.search(text):
            yield Place(name=text[:80], evidence=Evidence(path=file.path, line=line))


def _written(file: SourceFile) -> Iterator[Place]:
    for call in file.calls:
        if call.name in WRITING and METRIC_WORDS & words_of(f"{call.scope.replace('.', '_')}.py"):
            yield Place(name=call.name, evidence=Evidence(path=file.path, line=call.line))
