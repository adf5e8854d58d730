"""Conda environments, and YAML that only looks like one."""

import pytest

from mlops_platform_tests.core.facts.reading_manifests import read


@pytest.mark.parametrize(
    "path", ["environment.yml", "conda.yaml", "conda_dependencies_scoring.yml", "envs/env_gpu.yaml"]
)
def test_a_conda_environment_is_known_by_its_content(tmp_path, path):
    text = """\
name: x
channels: [conda-forge]
dependencies:
  - python=3.8
  - numpy=1.21.5
  - pip
  - pip:
    - torch==2.0
    - -r reqs/more.txt
"""
    facts = read(tmp_path, {path: text})
    manifest = facts.manifests[0]
    assert [(d.name, d.specifier, d.line) for d in manifest.dependencies] == [
        ("numpy", "=1.21.5", 5),
        ("torch", "==2.0", 8),
    ]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "conda",
        "3.8",
        4,
    )


def test_other_yaml_with_dependencies_is_no_environment(tmp_path):
    facts = read(
        tmp_path,
        {
            "chart/requirements.yaml": "dependencies:\n  - name: redis\n    version: 1\n",
            "env/values.yaml": "dependencies:\n  - numpy\n",
            "k8s/environment.yaml": "apiVersion: v1\nname: x\ndependencies: [numpy]\n",
        },
    )
    assert facts.manifests == ()
