"""Python versions that files other than manifests state, the firmest word first."""

import re

_RUNTIME = re.compile(r"(?:python-)?(3(?:\.\d{1,2}){0,2}|2\.7(?:\.\d+)?)\s*")
_TOOL_VERSIONS = re.compile(r"^python[ \t]+(3(?:\.\d{1,2}){0,2})", re.MULTILINE)
_ENVIRONMENT = re.compile(r"^python:[ \t]*[\"']?(3(?:\.\d{1,2}){0,2})[\"']?[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(
    r"^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(?:[\w.:-]+/)*python:(3(?:\.\d{1,2}){0,2})\b",
    re.MULTILINE | re.IGNORECASE,
)
_INSTALLED = re.compile(r"(?<=[ \t])python(3\.\d{1,2})(?=[ \t\\=-]|$)", re.MULTILINE)
"""`apt-get install python3.10` in an image that is not Python's own."""

_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_CI = re.compile(
    r"^[ \t-]*(?:python-version|versionSpec|PYTHON_VERSION):[ \t]*[\"']?(3\.\d{1,2}(?:\.\d+)?)"
    r"[\"']?[ \t]*(?:#.*)?$",
    re.MULTILINE,
)
_CI_MATRIX = re.compile(
    r"^[ \t-]*(?:python-version|python|versionSpec):[ \t]*(?:\[|$)", re.MULTILINE
)
_DOCKERFILE = re.compile(r"(.*\.)?dockerfile([-_.].*)?|containerfile")
_PIPELINE = re.compile(r"(\.github/workflows|\.pipelines)/[^/]+\.ya?ml|azure-pipelines[^/]*\.ya?ml")


def version_pattern(path: str) -> tuple[int, re.Pattern[str]] | None:
    """Return how firm a file's word on the version is (0 first) and how it is written."""
    lower = path.lower()
    name = lower.rpartition("/")[2]
    exact = {
        ".python-version": (0, _RUNTIME),
        "runtime.txt": (1, _RUNTIME),
        ".tool-versions": (2, _TOOL_VERSIONS),
        "python_env.yaml": (3, _ENVIRONMENT),
    }
    if name in exact:
        return exact[name]
    if _DOCKERFILE.fullmatch(name):
        return 4, _IMAGE
    return (5, _CI) if _PIPELINE.fullmatch(lower) else None


def stated_version(text: str, pattern: re.Pattern[str]) -> str | None:
    """Return the one version that a text states, None where it states none or several."""
    if pattern is _RUNTIME:
        first = _RUNTIME.fullmatch(text.strip().split("\n")[0].split("/")[-1])
        return first[1] if first else None
    if pattern is _CI and _CI_MATRIX.search(text):
        return None
    versions = set(pattern.findall(text))
    if pattern is _IMAGE and not versions:
        versions = set(_INSTALLED.findall(_COMMENT.sub("", text)))
    return versions.pop() if len(versions) == 1 else None
