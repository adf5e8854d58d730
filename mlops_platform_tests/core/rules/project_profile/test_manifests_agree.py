import pytest

from mlops_platform.core.rules.project_profile.manifests_agree import answer
from mlops_platform.core.sections.project_profile import Dependency
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet, profile


def test_met_when_the_range_admits_the_exact_version() -> None:
    one = Dependency(name="numpy", specifier="==1.26.4", path="requirements.txt", line=1)
    other = Dependency(name="numpy", specifier=">=1.20", path="pyproject.toml", line=7)
    is_met(answer(profile(dependencies=(one, other))))


@pytest.mark.parametrize("specifier", ["==1.25.0", "<1.26"])
def test_unmet_when_the_other_file_excludes_it(specifier: str) -> None:
    one = Dependency(name="numpy", specifier="==1.26.4", path="requirements.txt", line=1)
    other = Dependency(name="numpy", specifier=specifier, path="setup.py", line=7)
    is_unmet(
        answer(profile(dependencies=(one, other))), "numpy", at=["requirements.txt:1", "setup.py:7"]
    )


@pytest.mark.parametrize(
    "path", ["requirements-gpu.txt", "other/pyproject.toml", "requirements.txt"]
)
def test_not_applicable_to_variants_and_other_folders(path: str) -> None:
    one = Dependency(name="numpy", specifier="==1.26.4", path="requirements.txt", line=1)
    other = Dependency(name="numpy", specifier="==1.25.0", path=path, line=7)
    is_not_applicable(answer(profile(dependencies=(one, other))), "two files")


def test_a_spelling_of_another_tool_is_no_clash() -> None:
    one = Dependency(name="numpy", specifier="==1.26.4", path="requirements.txt", line=1)
    other = Dependency(name="numpy", specifier="^1.25", path="pyproject.toml", line=7)
    is_met(answer(profile(dependencies=(one, other))))
