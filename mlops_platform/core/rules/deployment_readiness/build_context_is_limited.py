"""Image builds leave out what they do not need.

Why: `COPY . .` puts data, models, notebooks and `.env` into the image, and breaks the build cache.
Fix: add `.dockerignore` at the root with `.git`, `.venv`, `data/`, `notebooks/`, `mlruns/` and
`.env`, or copy single folders.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from `.dockerignore`, needed where an instruction copies the whole context."""
    if skipped := inapplicable(facts):
        return skipped
    whole = [
        Evidence(path=file.path, line=line)
        for file in facts.container_files
        for copied, line in file.copies
        if _copies_everything(copied)
    ]
    if not whole:
        return not_applicable("no Dockerfile copies its whole folder")
    if facts.ignores_build_context:
        return met([facts.ignores_build_context])
    return unmet("the whole folder is copied, and there is no `.dockerignore`", whole)


def _copies_everything(copied: str) -> bool:
    words = copied.replace("[", " ").replace("]", " ").replace(",", " ").replace('"', " ").split()
    if any(word.startswith("--from") for word in words):
        return False
    sources = [word for word in words if not word.startswith("--")][:-1]
    return any(source in {".", "./", "*", "./*"} for source in sources)
