"""Tables match the schemas that are declared for them.

Why: a table that is not as its schema says fails where the schema is enforced, and is misread where
it is not.
Fix: correct the table where it came from, or the schema where the table is right.
"""

from mlops_platform.core.answers.by_dataset import without_data
from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    met,
    not_applicable,
    partly_met,
    unknown,
)
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts, SchemaCheck

WEIGHT = 2
EFFORT = "hours"

WORDS = {
    "frictionless": "the data package",
    "great_expectations": "the expectations",
    "pandas": "the arguments of the call",
    "pandera": "the schema",
}


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for columns that are missing, of another type, or incomplete against a schema."""
    if answered := without_data(facts):
        return answered
    compared = [each for each in facts.schemas if not each.unread]
    if not facts.schemas:
        return not_applicable("no schema is declared for a table of the repository")
    if not compared:
        first = facts.schemas[0]
        return unknown(f"`{first.table}` has a schema, but {first.unread}")
    wrong = [each for each in compared if each.differences]
    if not wrong:
        return met(each.place for each in compared)
    because = f"{len(wrong)} of {counted(len(compared), 'schema')} is not what the table holds"
    if len(wrong) > 1:
        because = f"{len(wrong)} of {counted(len(compared), 'schema')} are not what the tables hold"
    places = [evidence for each in wrong for evidence in _places(each)]
    return partly_met(1 - len(wrong) / len(compared), because, places)


def _places(check: SchemaCheck) -> list[Evidence]:
    note = f"{WORDS.get(check.technology, 'the schema')} of `{check.table}`"
    return [
        check.place.model_copy(update={"note": note}),
        *(
            Evidence(path=check.table, column=each.column, note=each.note)
            for each in check.differences
        ),
    ]
