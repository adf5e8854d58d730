"""What pyproject.toml and Pipfile declare."""

from mlops_platform_tests.core.facts.reading_manifests import only, read, said


def test_pyproject_with_all_its_groups(tmp_path):
    text = """\
[project]
name = "churn"
requires-python = ">=3.10"
dependencies = [
  "numpy>=1",
  'torch==2.1.0',
]
[project.optional-dependencies]
gpu = ["cupy"]
[project.scripts]
train = "churn.train:main"
[dependency-groups]
dev = ["pytest", {include-group = "lint"}]
lint = ["ruff==0.1.0"]
[tool.uv]
dev-dependencies = ["mypy"]
[build-system]
requires = ["setuptools"]
"""
    manifest = only(tmp_path, "pyproject.toml", text)
    assert said(manifest) == [
        ("numpy", ">=1", "", 5),
        ("torch", "==2.1.0", "", 6),
        ("cupy", "", "gpu", 9),
        ("pytest", "", "dev", 13),
        ("ruff", "==0.1.0", "lint", 14),
        ("mypy", "", "dev", 16),
    ]
    assert (manifest.kind, manifest.package_name) == ("pyproject", "churn")
    assert (manifest.python_requires, manifest.python_requires_line) == (">=3.10", 3)
    assert manifest.scripts == (("train", "churn.train:main"),)


def test_poetry_with_groups_and_sources(tmp_path):
    text = """\
[tool.poetry]
name = "churn"
[tool.poetry.dependencies]
python = "^3.9"
numpy = "1.26.4"
Torch = {version = "^2.0", source = "gpu"}
own = {path = "../own"}
[tool.poetry.dev-dependencies]
pytest = "*"
[tool.poetry.group.docs.dependencies]
sphinx = "^7"
[tool.poetry.scripts]
train = "churn.train:main"
"""
    manifest = only(tmp_path, "pyproject.toml", text)
    assert said(manifest) == [
        ("numpy", "1.26.4", "", 5),
        ("torch", "^2.0", "", 6),
        ("pytest", "", "dev", 9),
        ("sphinx", "^7", "docs", 11),
    ]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "poetry",
        "^3.9",
        4,
    )


def test_a_pyproject_that_only_sets_up_tools_is_no_manifest(tmp_path):
    assert read(tmp_path, {"pyproject.toml": "[tool.ruff]\nline-length = 100\n"}).manifests == ()


def test_a_pipfile(tmp_path):
    text = """\
[packages]
numpy = "==1.0"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.9"
"""
    manifest = only(tmp_path, "Pipfile", text)
    assert said(manifest) == [("numpy", "==1.0", "", 2), ("pytest", "", "dev", 4)]
    assert (manifest.python_requires, manifest.python_requires_line) == ("3.9", 6)
