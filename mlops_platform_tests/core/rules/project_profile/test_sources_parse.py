from mlops_platform.core.rules.project_profile.sources_parse import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    seen,
)

OLD = seen("old.py", 4, "Python 2 syntax (line 4)")


def test_met_when_all_parse() -> None:
    is_met(answer(profile(code=CodeSummary(python_files=3))))


def test_met_when_only_a_limit_of_ours_stopped_the_reader() -> None:
    large = seen("large.py", note="larger than 1048576 bytes")
    is_met(answer(profile(code=CodeSummary(python_files=3, unparsed=(large,)))))


def test_partly_met_by_the_share() -> None:
    is_partly_met(
        answer(profile(code=CodeSummary(python_files=3, unparsed=(OLD,)))), 0.75, "1 file of 4"
    )


def test_unmet_when_none_parses() -> None:
    is_unmet(answer(profile(code=CodeSummary(unparsed=(OLD,)))), at=["old.py:4"])


def test_unknown_when_the_code_is_for_a_newer_python() -> None:
    code = CodeSummary(python_files=3, unparsed=(seen("new.py", note="not valid Python 3.11"),))
    is_unknown(answer(profile(code=code, python_requires=">=3.13")), "newer Python")


def test_not_applicable_without_python() -> None:
    is_not_applicable(answer(profile()), "no Python code")


def test_not_applicable_to_a_template() -> None:
    is_not_applicable(answer(profile(code=CodeSummary(python_files=3), **of_kind("template"))))
