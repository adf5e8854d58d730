"""Lock files and what they fix."""

import pytest

from mlops_platform_tests.core.facts.reading_manifests import read

HASHED = (
    "numpy==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\ntorch==2.0 --hash=sha256:cc\n"
)


@pytest.mark.parametrize(
    ("path", "text", "kind", "packages"),
    [
        ("poetry.lock", '[[package]]\nname = "a"\n\n[[package]]\nname = "b"\n', "poetry", 2),
        (
            "uv.lock",
            '[[package]]\nname = "own"\nsource = { editable = "." }\n[[package]]\nname = "a"\n',
            "uv",
            1,
        ),
        ("pdm.lock", '[[package]]\nname = "a"\n', "pdm", 1),
        ("pylock.toml", '[[packages]]\nname = "a"\n', "pylock", 1),
        ("Pipfile.lock", '{"default": {"a": {}, "b": {}}, "develop": {"b": {}}}', "pipenv", 2),
        (
            "conda-lock.yml",
            "package:\n- name: a\n  platform: x\n- name: a\n  platform: y\n",
            "conda_lock",
            1,
        ),
        ("pixi.lock", "packages:\n- conda: https://h/a\n- pypi: https://h/b\n", "pixi", 2),
        ("conda-linux-64.lock", "@EXPLICIT\nhttps://h/a\nhttps://h/b\n", "conda_explicit", 2),
        ("requirements.lock", "a==1\nb==2\n", "requirements", 2),
        ("requirements.txt", HASHED, "requirements", 2),
    ],
)
def test_a_lock_file_and_what_it_fixes(tmp_path, path, text, kind, packages):
    (lock,) = read(tmp_path, {path: text}).lock_files
    assert (lock.path, lock.kind, lock.packages) == (path, kind, packages)


@pytest.mark.parametrize(
    "path", ["package-lock.json", "yarn.lock", "dvc.lock", "Cargo.lock", "bun.lock"]
)
def test_lock_files_of_other_worlds_are_not_counted(tmp_path, path):
    assert read(tmp_path, {path: "{}"}).lock_files == ()


def test_pinned_without_hashes_is_no_lock_file(tmp_path):
    assert read(tmp_path, {"requirements.txt": "numpy==1.0\n"}).lock_files == ()
