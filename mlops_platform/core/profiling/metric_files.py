"""Files of metrics that the code names: `metrics.json`, `results/scores.csv`, and the like."""

import re
from itertools import islice

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.sections.project_profile import Place

NAMED_SO = re.compile(
    r"(^|[/\\_.-])(metrics?|scores?|results?|evaluation|eval|reports?|history|performance"
    r"|classification_report|cv_results|leaderboard|(train(ing)?[_-])?logs?)([_.{-][\w.{}-]*)?"
    r"\.(json|jsonl|csv|tsv|ya?ml|txt|md|xlsx|html|pkl|parquet)$",
    re.IGNORECASE,
)
MOST_SPACES = 2
"""With more, it is the help of an argument that speaks of a file."""

MOST_PLACES = 20


def metric_files(reading: Reading) -> tuple[Place, ...]:
    """Return where the project's own Python files name such a file."""
    found = (
        Place(name=text[:80], evidence=Evidence(path=file.path, line=line))
        for file in reading.code.files
        if file.role in {Role.SOURCE, Role.EXAMPLE}
        for text, line in file.strings
        if NAMED_SO.search(text) and text.count(" ") <= MOST_SPACES
    )
    return tuple(islice(found, MOST_PLACES))
