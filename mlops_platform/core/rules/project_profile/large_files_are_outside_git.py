"""Large files are kept outside Git.

Why: each version of a large file stays in every clone for ever.
Fix: track it with `dvc add PATH` or `git lfs track PATH`, or upload it and download it in the data
step.
"""

from mlops_platform.core.answers.cite import cite_files, listed, shown_size
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the large files that are not pointers."""
    large = [file for file in facts.large_files if not file.is_pointer]
    if not large:
        return met()
    total = shown_size(sum(file.size_bytes for file in large))
    names = listed(f"`{file.path}`" for file in large)
    return unmet(f"Git holds {names}: {total} in all", cite_files(large))
