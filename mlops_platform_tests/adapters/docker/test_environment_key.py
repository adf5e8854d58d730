from datetime import date

import pytest

from mlops_platform.adapters.docker.environment_key import Origin, environment_key, system_key
from mlops_platform.core.run_plan import Environment

PLAIN = Environment(python="3.11", source="requirements_txt", requirements=("pandas",))


ORIGIN = Origin("sha256:a", ("",), "github.com/acme/project", "p")


def key(environment=PLAIN, **change):
    return environment_key(ORIGIN._replace(**change), environment)


def test_the_same_environment_has_the_same_key_whyever_it_was_chosen():
    again = PLAIN.model_copy(update={"because": "a file says so", "source": "pyproject"})
    assert key(again) == key()
    assert key(PLAIN.model_copy(update={"left_out": ("pywin32: only for Windows",)})) == key()


@pytest.mark.parametrize(
    "change",
    [
        {"python": "3.10"},
        {"requirements": ("pandas<2",)},
        {"bounds": ("numpy<2",)},
        {"as_of": date(2023, 1, 1)},
        {"system_packages": ("libgomp1",)},
        {"builds_project": True},
    ],
)
def test_whatever_decides_what_is_installed_changes_the_key(change):
    assert key(PLAIN.model_copy(update=change)) != key()


def test_another_base_or_index_is_another_environment():
    assert key(base_image="sha256:b") != key()
    assert key(sources=("https://index.example",)) != key()


def test_no_repository_gets_what_another_one_installed():
    assert key(repository="github.com/evil/project") != key()


def test_the_files_count_only_where_it_is_installed():
    assert key(project="q") == key()
    built = PLAIN.model_copy(update={"builds_project": True})
    assert key(built, project="q") != key(built)


def test_the_order_of_system_packages_does_not_matter():
    assert system_key("a", ("x", "y")) == system_key("a", ("y", "x"))
    assert system_key("a", ("x",)) != system_key("b", ("x",))
