"""Input data are checked against a schema.

Why: a renamed column or a changed unit trains a worse model without any error.
Fix: describe the columns once (`pandera.DataFrameSchema({"age": Column(int, Check.ge(0))})`) and
call `schema.validate(frame)` right after reading.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"

TABULAR = {".csv", ".tsv", ".parquet", ".feather", ".xlsx", ".xls", ".json", ".jsonl"}
VALIDATORS = {
    "pandera",
    "great_expectations",
    "tensorflow_data_validation",
    "deepchecks",
    "pydeequ",
    "soda",
    "cerberus",
    "frictionless",
    "pointblank",
    "dataframely",
    "patito",
}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from imports of data-validation libraries; only tables have a schema to check."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    places = [m.evidence for m in facts.imports if m.module.partition(".")[0] in VALIDATORS]
    if places:
        return met(places)
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if not any(file.path.lower().endswith(tuple(TABULAR)) for file in facts.datasets):
        return not_applicable("no tabular data file was found")
    return unmet("no data-validation library (pandera, Great Expectations, …) is imported")
