"""The inventory: what is listed, what is not followed, what speaks for the whole."""

import os

import pytest

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.inventory.tree import FoundFile, walk
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout

MIT = """Permission is hereby granted, free of charge, to any person obtaining a copy of this
software to sublicense, subject to the following conditions:"""
POINTER = (
    "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a" * 64 + "\nsize 734003200\n"
)


def read(tmp_path, files, **world):
    return read_repository(draw_checkout(tmp_path, files, **world))


def test_files_are_listed_by_path_with_their_size(tmp_path):
    facts = read(tmp_path, {"b.py": "12", "a/z.py": "1", "a.py": "", "empty/": ""})
    assert [(each.path, each.size_bytes) for each in facts.files] == [
        ("a.py", 0),
        ("a/z.py", 1),
        ("b.py", 2),
    ]
    assert facts.unread == ()


def test_links_are_listed_and_never_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.py").write_text("secret")
    facts = read(
        tmp_path,
        {"inside/real.py": "1"},
        links={
            "out": tmp_path / "outside",
            "passwd": "/etc/passwd",
            "loop": ".",
            "again": "inside",
            "nowhere": "gone",
        },
    )
    assert [each.path for each in facts.files] == ["inside/real.py"]
    assert facts.links == ("again", "loop", "nowhere", "out", "passwd")


def test_a_pipe_is_unread_and_does_not_block(tmp_path):
    checkout = draw_checkout(tmp_path, {"train.py": ""})
    os.mkfifo(checkout.root / "README.md")
    facts = read_repository(checkout)
    assert facts.unread == (UnreadFile(path="README.md", reason="not a regular file"),)
    assert facts.readme_path is None


def test_git_itself_is_left_out(tmp_path):
    facts = read(tmp_path, {".git/config": "", "sub/.git": "gitdir: ../..", ".github/a.yml": ""})
    assert [each.path for each in facts.files] == [".github/a.yml"]


def test_names_are_safe_to_show(tmp_path):
    facts = read(
        tmp_path, {"a\x1b[2J.py": "", "caf\udce9.py": "", "<script>.py": "", "a\nb.py": ""}
    )
    paths = [each.path for each in facts.files]
    assert paths == ["<script>.py", "a\\x0ab.py", "a\\x1b[2J.py", "caf\\udce9.py"]


def test_a_pointer_to_large_storage_tells_the_size_behind_it(tmp_path):
    facts = read(tmp_path, {"model.pt": POINTER, "about.md": POINTER, "x.csv": "a,b\n" * 40})
    assert {each.path: each.lfs_size_bytes for each in facts.files} == {
        "about.md": None,
        "model.pt": 734003200,
        "x.csv": None,
    }


def test_submodules_and_files_that_were_set_aside_are_reported(tmp_path):
    aside = UnreadFile(path="bad.py", reason="it killed the reader")
    facts = read(tmp_path, {"bad.py": ""}, submodules=("z", "libs/a"), set_aside=(aside,))
    assert facts.submodules == ("libs/a", "z")
    assert facts.unread == (aside,)


def test_depth_is_bounded(tmp_path):
    facts = read(tmp_path, {"/".join(["d"] * 150) + "/deep.py": "", "top.py": ""})
    assert [each.path for each in facts.files] == ["top.py"]
    assert facts.unread[0].reason == "deeper than 100 folders"


def test_the_project_is_listed_before_foreign_trees_use_up_the_bound(tmp_path):
    foreign = {f"node_modules/p{i}/index.js": "" for i in range(30)}
    checkout = draw_checkout(tmp_path, {**foreign, "src/train.py": "", "zoo/a.py": ""})
    found = list(walk(checkout.root, max_entries=10))
    assert [each.path for each in found if isinstance(each, FoundFile)] == [
        "src/train.py",
        "zoo/a.py",
    ]
    assert found[-1] == UnreadFile(path=".", reason="only the first 10 entries are listed")


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["README.md", "README.rst"], "README.md"),
        (["readme.txt", "docs/README.md"], "readme.txt"),
        (["README.zh-CN.md", "README.md"], "README.md"),
        (["README_ja.md"], "README_ja.md"),
        (["docs/README.md", ".github/README.md"], ".github/README.md"),
        (["src/README.md"], None),
        (["README.png", "READMEFIRST.md"], None),
    ],
)
def test_the_readme_is_chosen_as_code_hosts_do(tmp_path, names, chosen):
    assert read(tmp_path, dict.fromkeys(names, "text")).readme_path == chosen


def test_only_the_root_licence_speaks_for_the_repository(tmp_path):
    facts = read(
        tmp_path, {"LICENSE": MIT, "ext/LICENSE": "Apache License Version 2.0, January 2004"}
    )
    assert (facts.license_paths, facts.license_spdx) == (("LICENSE",), "MIT")


def test_a_licence_file_with_unknown_words_is_not_guessed(tmp_path):
    facts = read(tmp_path, {"LICENSE": "mine", "pyproject.toml": '[project]\nlicense = "MIT"'})
    assert (facts.license_paths, facts.license_spdx) == (("LICENSE",), None)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("pyproject.toml", '[project]\nname = "x"\nlicense = "MIT"', 3),
        ("pyproject.toml", '[project]\nlicense = {text = "MIT License"}', 2),
        ("pyproject.toml", '[tool.poetry]\nlicense = "MIT"', 2),
        (
            "pyproject.toml",
            '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]',
            2,
        ),
        ("setup.cfg", "[metadata]\nlicense = MIT", 2),
        ("setup.py", "from setuptools import setup\nsetup(\n  license='MIT',\n)", 3),
        ("package.json", '{"license": "MIT"}', 1),
    ],
)
def test_without_a_licence_file_the_manifest_declares_it(tmp_path, path, text, line):
    facts = read(tmp_path, {path: text})
    assert (facts.license_spdx, facts.license_declared) == ("MIT", (path, line))


def test_broken_manifests_declare_nothing(tmp_path):
    facts = read(
        tmp_path,
        {"pyproject.toml": "[", "setup.cfg": "license", "setup.py": "setup(", "package.json": "{"},
    )
    assert facts.license_spdx is None
