"""Containers run as an unprivileged user.

Why: a process that runs as root in the container is one kernel bug away from root on the host.
Fix: add `RUN useradd --create-home app` and `USER app` before the last `CMD` of each Dockerfile
named here.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.answers.container_bases import runs_as_root
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, partly_met, unknown
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the `USER` of the last stage of each Dockerfile."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.container_files:
        return not_applicable("there is no Dockerfile")
    known = {file: runs_as_root(file) for file in facts.container_files}
    told = [file for file, is_root in known.items() if is_root is not None]
    if not told:
        return unknown("the base image decides which user runs")
    root = [file for file in told if known[file]]
    return partly_met(
        1 - len(root) / len(told),
        f"no `USER` other than root is set for {listed(f'`{file.path}`' for file in root)}"
        if root
        else "",
        [Evidence(path=file.path, line=file.command_line) for file in root],
    )
