"""Manifests and lock files as people really write them."""

import os

from mlops_platform.core.facts.manifests import read_manifests
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.facts.reading_manifests import only, read, said
from mlops_platform_tests.drawing import draw_checkout

SETUP = """\
from setuptools import setup, find_packages
import os
os.system("touch /tmp/should-not-run")
BASE = ["numpy>=1", "pandas"]
setup(
    name="churn",
    python_requires=">=3.8",
    install_requires=BASE + ["torch"],
    extras_require={"dev": ["pytest"]},
    entry_points={"console_scripts": ["train = churn.train:main"]},
)
"""


def test_setup_py_is_read_and_not_run(tmp_path):
    manifest = only(tmp_path, "setup.py", SETUP)
    assert said(manifest) == [
        ("numpy", ">=1", "", 4),
        ("pandas", "", "", 4),
        ("torch", "", "", 8),
        ("pytest", "", "dev", 9),
    ]
    assert (manifest.package_name, manifest.python_requires) == ("churn", ">=3.8")
    assert manifest.scripts == (("train", "churn.train:main"),)


def test_setup_py_that_reads_its_requirements_says_nothing_of_them(tmp_path):
    text = """\
from setuptools import setup
reqs = open("r.txt").read().split()
setup(name="a", install_requires=reqs)
"""
    assert said(only(tmp_path, "setup.py", text)) == []


def test_a_script_named_setup_is_no_manifest(tmp_path):
    assert read(tmp_path, {"setup.py": "print('download the data')\n"}).manifests == ()


def test_setup_cfg(tmp_path):
    text = """\
[metadata]
name = churn
[options]
python_requires = >=3.8
install_requires =
    numpy>=1
    torch; sys_platform != "win32"
[options.extras_require]
dev =
    pytest
"""
    manifest = only(tmp_path, "setup.cfg", text)
    assert said(manifest) == [
        ("numpy", ">=1", "", 6),
        ("torch", "", "", 7),
        ("pytest", "", "dev", 10),
    ]
    assert manifest.python_requires == ">=3.8"


def test_templates_are_read_as_far_as_they_are_plain(tmp_path):
    folder = "{{ cookiecutter.name }}"
    facts = read(
        tmp_path,
        {
            f"{folder}/requirements.txt": "numpy\nkedro~={{ cookiecutter.kedro }}\n{% if x %}\n",
            f"{folder}/environment.yml": f"name: {folder}\ndependencies: [numpy]\n",
            f"{folder}/pyproject.toml": f'[project]\nname = "{folder}"\n',
        },
    )
    assert [each.kind for each in facts.manifests] == ["pyproject", "requirements_txt"]
    assert [each.path for each in facts.unread] == [f"{folder}/environment.yml"]


def test_vendored_manifests_are_not_the_projects(tmp_path):
    facts = read(
        tmp_path,
        {
            "venv/pyvenv.cfg": "",
            "venv/lib/python3.9/site-packages/x/requirements.txt": "numpy\n",
            "third_party/y/setup.py": SETUP,
            "third_party/y/poetry.lock": "",
        },
    )
    assert (facts.manifests, facts.lock_files) == ((), ())


def test_hostile_manifests_have_a_reason_and_the_others_are_read(tmp_path):
    checkout = draw_checkout(
        tmp_path,
        {
            "requirements.txt": "numpy\n",
            "a/requirements.txt": "numpy\n" * 200_000,
            "b/requirements.txt": b"\x00\x01\x02\xff" * 100,
            "c/pyproject.toml": "a." * 300_000 + "b = 1",
            "d/environment.yml": "dependencies: " + "[" * 100_000,
            "e/setup.py": "setup(" * 40_000,
            "f/Pipfile": "[packages\n",
            "g/Pipfile.lock": "[" * 100_000,
        },
        links={"h/requirements.txt": "/etc/passwd"},
    )
    (checkout.root / "i").mkdir()
    os.mkfifo(checkout.root / "i/requirements.txt")
    with cheap_enough():
        facts = read_manifests(checkout, read_repository(checkout))
    assert [each.path for each in facts.manifests] == ["requirements.txt"]
    assert [each.path[0] for each in facts.unread] == ["a", "b", "c", "d", "e", "f", "g"]
