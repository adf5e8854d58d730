"""Base images state their version.

Why: `python` or `python:latest` is another image next month, and the build fails or differs.
Fix: name the version in `FROM` (`python:3.11-slim`), best with its digest
(`python:3.11-slim@sha256:…` as `docker buildx imagetools inspect` shows it).
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.answers.container_bases import loose_bases
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, partly_met
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the share of `FROM` lines with a tag or digest."""
    if skipped := inapplicable(facts):
        return skipped
    bases = [base for file in facts.container_files for base in file.base_images]
    if not bases:
        return not_applicable("there is no Dockerfile")
    files = facts.container_files
    loose = [(f, image, line) for f in files for image, line in loose_bases(f, files)]
    return partly_met(
        1 - len(loose) / len(bases),
        f"no version is stated for {listed(image for _, image, _ in loose)}" if loose else "",
        [Evidence(path=file.path, line=line, note=image) for file, image, line in loose],
    )
