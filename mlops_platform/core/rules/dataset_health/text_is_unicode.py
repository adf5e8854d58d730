"""Text is encoded as Unicode.

Why: another encoding is guessed by each reader, and a wrong guess changes names and categories in
silence.
Fix: write the file again as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8`, or `encoding='utf-8'` when
it is exported).
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "minutes"

NOT_UNICODE = "cp1252"
"""What a text is read as where it is no Unicode."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look at the encoding that was found."""
    return answer_by_dataset(facts, _faults, "bytes that are not Unicode", "no table is a text")


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.encoding is None:
        return None
    if profile.undecodable_rows:
        rows = rows_of(profile.undecodable_rows, profile)
        return [at(profile, f"{rows} hold bytes that are no {profile.encoding}")]
    return [at(profile, "not UTF-8")] if profile.encoding == NOT_UNICODE else []
