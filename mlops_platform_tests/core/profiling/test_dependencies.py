"""How firmly dependencies are declared, and which imports they leave out."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform.core.profiling.dependencies import (
    dependency_state,
    imported_modules,
    python_requirement,
)
from mlops_platform_tests.drawing import draw_checkout


def reading_of(tmp_path: Path, files: dict[str, str]) -> Reading:
    return read_checkout(draw_checkout(tmp_path, files))


@pytest.mark.parametrize(
    ("files", "state"),
    [
        ({"requirements.txt": "numpy==1.26.0\npandas==2.2.0\n"}, "pinned"),
        ({"requirements.txt": "numpy>=1\npandas~=2.2\nscipy\n"}, "ranged"),
        ({"requirements.txt": "numpy\npandas\nscipy\njoblib\ntorch>1\n"}, "unpinned"),
        (
            {
                "requirements.txt": "numpy\n",
                "uv.lock": 'version = 1\n[[package]]\nname = "numpy"\nversion = "1.0"\n',
            },
            "locked",
        ),
        ({"train.py": "import numpy\n"}, "none"),
        (
            {"environment.yml": "name: a\ndependencies:\n  - python=3.10\n  - numpy=1.26.4\n"},
            "pinned",
        ),
    ],
)
def test_states(tmp_path: Path, files: dict[str, str], state: str) -> None:
    assert dependency_state(reading_of(tmp_path, files).manifests) == state


def test_imports_are_held_against_distributions(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "scikit-learn\nopencv-python-headless\n",
        "local_part.py": "",
        "train.py": "import json\nimport sklearn.svm\nimport cv2\nimport yaml\nimport local_part\n"
        "try:\n    import wandb\nexcept ImportError:\n    wandb = None\n"
        "if wandb:\n    import simplejson\n",
    }
    found = {entry.module: entry for entry in imported_modules(reading_of(tmp_path, files))}
    assert sorted(found) == ["cv2", "simplejson", "sklearn", "wandb", "yaml"]
    assert [name for name, entry in sorted(found.items()) if not entry.is_declared] == [
        "simplejson",
        "wandb",
        "yaml",
    ]
    assert found["wandb"].is_optional
    assert found["simplejson"].is_optional
    assert found["yaml"].distribution == "pyyaml"
    assert found["yaml"].evidence.line == 4


def test_what_a_link_or_a_submodule_brings_has_no_distribution(tmp_path: Path) -> None:
    checkout = draw_checkout(
        tmp_path,
        {"train.py": "import frame\nimport grid\nimport wild\n"},
        links={"frame": "vendor/frame/frame"},
        submodules=("vendor/grid",),
    )
    found = {each.module: each.distribution for each in imported_modules(read_checkout(checkout))}
    assert (found["frame"], found.get("grid")) == (None, None)
    assert found["wild"] == "wild"


def test_the_python_version_comes_from_the_root_first(tmp_path: Path) -> None:
    files = {
        "sub/pyproject.toml": "[project]\nname='b'\nrequires-python = '>=3.8'\n",
        "pyproject.toml": "[project]\nname='a'\nrequires-python = '>=3.11'\n",
    }
    version, evidence = python_requirement(reading_of(tmp_path, files).manifests)
    assert version == ">=3.11"
    assert evidence is not None
    assert evidence.path == "pyproject.toml"
