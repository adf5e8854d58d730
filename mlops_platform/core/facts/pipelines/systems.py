"""Which CI system looks for a file, by its place, and by its content where places are shared.

A file counts only where its system looks for it: a workflow in a sub-folder runs nowhere.
"""

import re

from mlops_platform.core.facts.text.documents import Value

_YAML = r"\.ya?ml"
_PLACES = (
    ("github_actions", re.compile(rf"\.github/workflows/[^/]+{_YAML}")),
    ("gitlab_ci", re.compile(rf"\.gitlab-ci{_YAML}|\.gitlab/(?:ci|\.gitlab-ci)/[^/]+{_YAML}")),
    (
        "azure_pipelines",
        re.compile(
            rf"(?:.*/)?azure-pipelines?[^/]*{_YAML}"
            rf"|(?:.*/)?\.?(?:azure[-_])?pipelines/(?:.*/)?[^/]+{_YAML}|\.vsts-ci{_YAML}",
            re.IGNORECASE,
        ),
    ),
    ("circleci", re.compile(rf"\.circleci/config{_YAML}")),
    ("jenkins", re.compile(r"(?:.*/)?jenkinsfile(?:[-_.][^/]*)?|(?:.*/)?[^/]+\.jenkinsfile", re.I)),
    ("travis", re.compile(rf"\.travis{_YAML}")),
    ("bitbucket", re.compile(rf"bitbucket-pipelines{_YAML}")),
    ("drone", re.compile(rf"\.drone{_YAML}")),
    ("buildkite", re.compile(rf"\.buildkite/[^/]+{_YAML}|buildkite{_YAML}")),
    ("appveyor", re.compile(rf"\.?appveyor{_YAML}")),
    ("cirrus", re.compile(rf"\.cirrus{_YAML}")),
    ("google_cloud_build", re.compile(rf"(?:.*/)?cloudbuild(?:[^/]*|/[^/]+){_YAML}")),
    ("aws_codebuild", re.compile(rf"(?:.*/)?buildspec[^/]*{_YAML}")),
    ("woodpecker", re.compile(rf"\.woodpecker{_YAML}|\.woodpecker/[^/]+{_YAML}")),
)
_AZURE_KEYS = frozenset(
    "trigger pr steps jobs stages pool extends variables parameters schedules".split()
)
_NEEDED_KEYS = {
    "github_actions": frozenset(["jobs"]),
    "google_cloud_build": frozenset(["steps"]),
    "aws_codebuild": frozenset(["phases"]),
    "circleci": frozenset(["jobs", "workflows", "orbs"]),
}
# A folder `pipelines/` may hold any tool's pipelines, so there the content must say more.
_UNSURE_AZURE = re.compile(r"(?:.*/)?pipelines/.*")


def pipeline_system(path: str) -> str | None:
    """Return the CI system that looks for a file at this path, None where none does."""
    if not path.lower().endswith((".yml", ".yaml")) and "jenkinsfile" not in path.lower():
        return None
    return next((system for system, place in _PLACES if place.fullmatch(path)), None)


def is_pipeline(system: str, path: str, value: Value) -> bool:
    """Tell whether a document is what its system would run."""
    is_sure = not _UNSURE_AZURE.fullmatch(path)
    if not isinstance(value, dict):
        return False
    keys = value.keys()
    if system == "azure_pipelines":
        works = bool(keys & {"steps", "jobs", "stages", "extends"})
        is_enough = works and bool(keys & {"trigger", "pr", "pool"})
        is_other = bool(keys & {"apiVersion", "pipelineSpec", "components", "$schema"})
        return not is_other and (is_enough or (is_sure and bool(keys & _AZURE_KEYS)))
    needed = _NEEDED_KEYS.get(system)
    return needed is None or bool(keys & needed)
