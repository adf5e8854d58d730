"""Declared dependencies as lines for an installer, and what is left out, with the reason."""

import re
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from packaging.markers import InvalidMarker, Marker
from packaging.requirements import InvalidRequirement, Requirement

from mlops_platform.core.facts.manifests import DeclaredDependency
from mlops_platform.core.planning.version_specifiers import from_pip, only_version
from mlops_platform.core.profiling.dependencies import SIDE_GROUPS
from mlops_platform.core.profiling.distributions import normalised

TOOLS = frozenset(
    "autopep8 bandit black bump2version bumpversion codecov commitizen coverage cookiecutter"
    " detect-secrets docformatter flake8 flake8-docstrings interrogate isort jupyter-book"
    " jupyter-contrib-nbextensions jupyter-console jupyter-http-over-ws jupyterlab mkdocs"
    " mkdocs-material mypy nb-black nbdime nbqa nbstripout notebook pdoc pep8 pip pip-tools pipreqs"
    " poetry pre-commit pycodestyle pydocstyle pyflakes pylint pyright pytest pytest-asyncio"
    " pytest-cov pytest-mock pytest-sugar pytest-xdist ruff sphinx sphinx-rtd-theme tox twine uv"
    " voila yapf conda-lock jupyter-lsp jupyterlab-git ipdb jupyter ipykernel ipython nbconvert"
    " flake8-pyproject mkdocstrings pyupgrade jupyter-client jupyter-core jupyter-server"
    " wheel".split()
)
"""Tools of development and servers of notebooks: no training needs them to run."""

RENAMED = {
    "beautifulsoup": "beautifulsoup4",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python-headless",
    "dotenv": "python-dotenv",
    "opencv": "opencv-python-headless",
    "pil": "pillow",
    "pytorch": "torch",
    "sklearn": "scikit-learn",
    "skimage": "scikit-image",
    "tensorflow-gpu": "tensorflow",
    "tensorflow-intel": "tensorflow",
    "tensorflow-macos": "tensorflow",
    "yaml": "pyyaml",
}
"""Names that are wrong, withdrawn or of other systems, and what was meant."""

KEEPS_VERSION = frozenset({"pytorch", "tensorflow-gpu", "tensorflow-intel", "tensorflow-macos"})
"""Of these the versions are those of what was meant."""

_SERVICES = re.compile(
    r"azureml-.*|azure-.*|inference-schema|awscli|aws-.*|sagemaker|kfp(-.*)?|apache-airflow(-.*)?"
    r"|google-cloud-.*|gcsfs|databricks-.*|streamlit|gradio|dash|gunicorn|uvicorn|evidently"
)
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?")
_BEFORE_SPECIFIER = re.compile(r"^[a-z0-9-]+(?:\[[^\]]*\])?")
_ENVIRONMENT = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}


class Lines(NamedTuple):
    """Requirement lines, and what was left out."""

    requirements: tuple[str, ...]
    left_out: tuple[str, ...]


def requirement_lines(
    dependencies: Iterable[DeclaredDependency],
    imported: frozenset[str] = frozenset(),
    specifier_of: Callable[[str], str | None] = from_pip,
) -> Lines:
    """Write the dependencies of a project as lines; those for development only are left out.

    `imported` are distributions that the code imports: tools among them stay.
    """
    lines: dict[str, None] = {}
    left_out: dict[str, None] = {}
    for each in map(_meant, dependencies):
        if each.group.lower() in SIDE_GROUPS or "extra ==" in each.marker:
            continue
        reason = _reason(each, imported)
        specifier = None if reason else specifier_of(each.specifier)
        if reason:
            left_out[f"{each.name}: {reason}"] = None
        elif specifier is None or not _is_requirement(_line(each, specifier)):
            left_out[f"{each.name}: the version {each.specifier} cannot be read"] = None
        else:
            lines[_line(each, specifier)] = None
    return Lines(tuple(lines), tuple(left_out))


def name_of(line: str) -> str:
    """Return the distribution's name of a requirement line, as the index compares it."""
    found = _NAME.match(line)
    return normalised(found[0]) if found else ""


def specifier_of(line: str) -> str:
    """Return the limits of a line that `requirement_lines` wrote, "" where it has none."""
    return _BEFORE_SPECIFIER.sub("", line.partition(";")[0]).strip()


def is_pinned(line: str) -> bool:
    """Tell whether such a line admits exactly one release."""
    return only_version(specifier_of(line)) is not None


def _meant(each: DeclaredDependency) -> DeclaredDependency:
    name = RENAMED.get(each.name)
    if name is None:
        return each
    return each._replace(name=name, specifier=each.specifier if each.name in KEEPS_VERSION else "")


def _reason(each: DeclaredDependency, imported: frozenset[str]) -> str:
    if each.specifier.startswith("@"):
        return "it comes from an address, and only the package index is asked"
    if each.name in sys.stdlib_module_names:
        return "it is part of Python"
    if each.name in TOOLS and each.name not in imported:
        return "a tool of development, which no run needs"
    if _SERVICES.fullmatch(each.name) and each.name not in imported:
        return "a service or application that nothing of the started code imports"
    if each.marker and not _may_hold(each.marker):
        return f"it is for other systems ({each.marker})"
    return ""


def _may_hold(marker: str) -> bool:
    """Tell whether a marker may hold on Linux, for any version of Python."""
    if "python" in marker:
        return True
    try:
        return Marker(marker).evaluate({**_ENVIRONMENT, "extra": ""})
    except (InvalidMarker, ValueError, RecursionError):
        return True


def _is_requirement(line: str) -> bool:
    """Tell a requirement from a line that would hold an option of the installer."""
    try:
        Requirement(line)
    except (InvalidRequirement, ValueError, RecursionError):
        return False
    return len(line.splitlines()) == 1


def _line(each: DeclaredDependency, specifier: str) -> str:
    extras = f"[{','.join(each.extras)}]" if each.extras else ""
    marker = f" ; {each.marker}" if "python" in each.marker else ""
    return f"{each.name}{extras}{specifier}{marker}"
