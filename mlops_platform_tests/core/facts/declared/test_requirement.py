"""One requirement in the spellings of pip, conda and Poetry."""

import pytest

from mlops_platform.core.facts.declared.requirement import (
    parse_conda,
    parse_requirement,
    parse_table_entry,
    python_version_of,
)

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("text", "name", "specifier", "is_pinned"),
    [
        ("numpy", "numpy", "", False),
        ("Scikit_Learn==1.2.3", "scikit-learn", "==1.2.3", True),
        ("a.b==1.2.*", "a-b", "==1.2.*", False),
        ("torch>=2,<3", "torch", ">=2,<3", False),
        ("torch ~= 2.1", "torch", "~= 2.1", False),
        ("torch==2.1.0+cu118", "torch", "==2.1.0+cu118", True),
        ("pkg===1.0", "pkg", "===1.0", True),
        ("uvicorn[standard]>=0.2 ; python_version < '3.9'", "uvicorn", ">=0.2", False),
        ("numpy=1.21.5=py39h7a0a035_1", "numpy", "=1.21.5=py39h7a0a035_1", False),
        ("numpy (>=1.2)", "numpy", ">=1.2", False),
        ("tensorflow==${TF_VERSION}", "tensorflow", "==${TF_VERSION}", False),
        (f"x @ git+https://h/x.git@{COMMIT}", "x", f"@ git+https://h/x.git@{COMMIT}", True),
        ("x @ git+https://h/x.git@main", "x", "@ git+https://h/x.git@main", False),
        (
            "numpy @ file:///tmp/build/numpy-1.0.whl",
            "numpy",
            "@ file:///tmp/build/numpy-1.0.whl",
            False,
        ),
        ("git+https://h/o/my_lib.git", "my-lib", "@ git+https://h/o/my_lib.git", False),
        (
            "git+ssh://git@h/o/a.git#egg=other",
            "other",
            "@ git+ssh://git@h/o/a.git#egg=other",
            False,
        ),
        (
            "https://h/w/en_core_web_sm-3.7.0-py3-none-any.whl",
            "en-core-web-sm",
            "@ https://h/w/en_core_web_sm-3.7.0-py3-none-any.whl",
            True,
        ),
    ],
)
def test_a_requirement_of_pip(text, name, specifier, is_pinned):
    found = parse_requirement(text)
    assert (found.name, found.specifier, found.is_pinned) == (name, specifier, is_pinned)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Python 3.8 or higher",
        "a GPU with 8 GB",
        "{% if x %}",
        "https://example.org/docs",
        "x" * 2000,
    ],
)
def test_what_is_no_requirement(text):
    assert parse_requirement(text) is None


@pytest.mark.parametrize(
    ("text", "name", "specifier", "is_pinned"),
    [
        ("numpy", "numpy", "", False),
        ("numpy=1.21.5", "numpy", "=1.21.5", True),
        ("numpy=1.21", "numpy", "=1.21", False),
        ("numpy==1.21", "numpy", "==1.21", True),
        ("numpy=1.21=py39_0", "numpy", "=1.21=py39_0", True),
        ("numpy 1.21.*", "numpy", "=1.21.*", False),
        ("numpy >=1.2, <2", "numpy", ">=1.2,<2", False),
        ("conda-forge::lightgbm=3.3.2", "lightgbm", "=3.3.2", True),
        ("azureml-sdk==1.27.*", "azureml-sdk", "==1.27.*", False),
    ],
)
def test_a_requirement_of_conda(text, name, specifier, is_pinned):
    found = parse_conda(text)
    assert (found.name, found.specifier, found.is_pinned) == (name, specifier, is_pinned)


@pytest.mark.parametrize(
    ("value", "specifier", "is_pinned"),
    [
        ("*", "", False),
        ("^1.2", "^1.2", False),
        ("1.2.3", "1.2.3", True),
        ("==1.2.3", "==1.2.3", True),
        ({"version": "~1.2", "extras": ["a"]}, "~1.2", False),
        ({"git": "https://h/x.git", "rev": COMMIT}, f"@ https://h/x.git@{COMMIT}", True),
        ({"git": "https://h/x.git", "branch": "main"}, "@ https://h/x.git", False),
        ([{"version": "1"}], "", False),
    ],
)
def test_an_entry_of_a_poetry_table(value, specifier, is_pinned):
    found = parse_table_entry("Some_Name", value)
    assert (found.name, found.specifier, found.is_pinned) == ("some-name", specifier, is_pinned)


@pytest.mark.parametrize(
    ("specifier", "version"),
    [
        ("=3.8", "3.8"),
        ("==3.8.5", "3.8.5"),
        ("=3.7.*", "3.7"),
        (">=3.8,<3.11", ">=3.8,<3.11"),
        ("", None),
    ],
)
def test_python_of_conda_is_a_version_where_it_is_one(specifier, version):
    assert python_version_of(specifier) == version
