"""Requirement files as people really write them."""

import pytest

from mlops_platform_tests.core.facts.reading_manifests import only, read, said

REQUIREMENTS = """\
# header
--extra-index-url https://download.example.org/cu118
-i https://index.example.org
numpy==1.26.4  # exact
pandas>=2 ; python_version > "3.8"
scikit-learn \\
    >=1.3 \\
    --hash=sha256:aaaa
-e .
./local
-e git+https://h/o/tool.git@main#egg=tool
python==3.8
  torch
"""


def test_a_requirement_file_with_everything_in_it(tmp_path):
    manifest = only(tmp_path, "requirements.txt", REQUIREMENTS)
    assert manifest.kind == "requirements_txt"
    assert said(manifest) == [
        ("numpy", "==1.26.4", "", 4),
        ("pandas", ">=2", "", 5),
        ("scikit-learn", ">=1.3", "", 6),
        ("tool", "@ git+https://h/o/tool.git@main#egg=tool", "", 11),
        ("torch", "", "", 13),
    ]
    assert [each.is_pinned for each in manifest.dependencies] == [True, False, False, False, False]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_requirement_file_in_any_encoding(tmp_path, encoding):
    text = "# é\nnumpy==1.0\r\npandas\r\n"
    assert said(only(tmp_path, "requirements.txt", text.encode(encoding))) == [
        ("numpy", "==1.0", "", 2),
        ("pandas", "", "", 3),
    ]


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("requirements.txt", ""),
        ("src/requirements.txt", ""),
        ("requirements/base.txt", ""),
        ("requirements/dev.txt", "dev"),
        ("requirements-dev.txt", "dev"),
        ("dev-requirements.txt", "dev"),
        ("test_requirements.txt", "test"),
        ("requirements_inference.txt", "inference"),
        ("requirements2.txt", ""),
        ("docs/requirements.txt", "docs"),
        ("tests/requirements.txt", "test"),
        ("requirements.in", ""),
    ],
)
def test_the_group_follows_the_place_and_the_name(tmp_path, path, group):
    assert said(only(tmp_path, path, "numpy\n")) == [("numpy", "", group, 1)]


@pytest.mark.parametrize(
    "path", ["constraints.txt", "data/requirement_levels.csv", "notes.txt", "requirements.md"]
)
def test_other_texts_are_no_manifests(tmp_path, path):
    assert read(tmp_path, {path: "numpy\n"}).manifests == ()


def test_prose_under_the_name_of_a_requirement_file_declares_nothing(tmp_path):
    prose = "You need a GPU with 8 GB.\nPython 3.8 or higher is required.\nnumpy\n"
    assert read(tmp_path, {"requirements.txt": prose}).manifests == ()


def test_included_files_are_read_and_files_outside_are_not(tmp_path):
    (tmp_path / "outside.txt").write_text("secret-package\n")
    facts = read(
        tmp_path,
        {
            "requirements.txt": "-r deps/common.txt\n-c pins.txt\n-r ../outside.txt\n"
            "-r /etc/passwd\ntorch\n",
            "deps/common.txt": "numpy\n-r ../requirements.txt\n",
            "pins.txt": "numpy==1.0\n",
        },
    )
    assert {each.path: [d.name for d in each.dependencies] for each in facts.manifests} == {
        "deps/common.txt": ["numpy"],
        "requirements.txt": ["torch"],
    }


def test_a_compiled_file_stands_for_its_source(tmp_path):
    facts = read(tmp_path, {"requirements.in": "numpy\n", "requirements.txt": "numpy==1.0\n"})
    assert [each.path for each in facts.manifests] == ["requirements.txt"]


def test_what_a_file_for_development_includes_is_not_for_development_only(tmp_path):
    facts = read(
        tmp_path,
        {
            "requirements-dev.txt": "-r requirements.txt\n-r deps/shared.txt\npytest\n",
            "requirements.txt": "-r deps/shared.txt\nnumpy\n",
            "deps/shared.txt": "scipy\n",
            "tests/requirements.txt": "-r ../deps/fakes.txt\n",
            "deps/fakes.txt": "faker\n",
        },
    )
    groups = {each.name: each.group for m in facts.manifests for each in m.dependencies}
    assert groups == {"numpy": "", "scipy": "", "pytest": "dev", "faker": "test"}
