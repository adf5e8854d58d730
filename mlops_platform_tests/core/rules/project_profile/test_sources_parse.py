from mlops_platform.core.rules.project_profile.sources_parse import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    of_kind,
    profile,
    seen,
)


def test_met_when_all_parse() -> None:
    is_met(answer(profile(code=CodeSummary(python_files=3))))


def test_partly_met_by_the_share() -> None:
    code = CodeSummary(python_files=3, unparsed=(seen("old.py", 4),))
    is_partly_met(answer(profile(code=code)), 0.75, "1 file of 4")


def test_unmet_when_none_parses() -> None:
    is_unmet(answer(profile(code=CodeSummary(unparsed=(seen("old.py", 4),)))), at=["old.py:4"])


def test_not_applicable_without_python() -> None:
    is_not_applicable(answer(profile()), "no Python code")


def test_not_applicable_to_a_template() -> None:
    is_not_applicable(answer(profile(code=CodeSummary(python_files=3), **of_kind("template"))))
