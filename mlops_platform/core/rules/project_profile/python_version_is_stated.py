"""The Python version is stated.

Why: packages drop and add Python versions each year, and the wrong one fails at install or later.
Fix: add `requires-python = ">=3.11"` (your version) to `[project]` in `pyproject.toml`, or write
the version into `.python-version`.
"""

from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the manifests, else from a versioned Python base image."""
    if not facts.code.python_files and not facts.code.notebooks:
        return not_applicable("no Python code was found")
    if facts.python_requires:
        seen = facts.python_requires_evidence
        return met([seen] if seen else [], f"Python {facts.python_requires}")
    images = [
        Evidence(path=file.path, line=line, note=image)
        for file in facts.container_files
        for image, line in file.base_images
        if image.rpartition("/")[2].startswith("python:3")
    ]
    if images:
        return met(images, "the container's base image states it")
    return unmet("no manifest, `.python-version` file or Python base image states a version")
