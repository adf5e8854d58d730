"""Code that a test writes down, read and judged by one rule."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from mlops_platform.core.evidence import Answer
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.training_code import read_training_code
from mlops_platform_tests.core.rules.cases import Known, training
from mlops_platform_tests.drawing import draw_checkout


def judged(
    tmp_path: Path, rule: ModuleType, files: Mapping[str, str | bytes], **known: Known
) -> Answer:
    """Return what a rule says of a project that is made of these files."""
    checkout = draw_checkout(tmp_path, files)
    read = read_training_code(checkout, read_repository(checkout))
    assert not read.unread
    facts = {"training_files": read.training_files, "sightings": read.sightings, **known}
    return rule.answer(training(**facts))
