from mlops_platform.core.facts.manifests import DeclaredDependency
from mlops_platform.core.planning.requirement_lines import (
    is_pinned,
    name_of,
    requirement_lines,
    specifier_of,
)


def declared(name, specifier="", group="", extras=(), marker=""):
    return DeclaredDependency(name, specifier, False, group, "requirements.txt", 1, extras, marker)


def test_lines_keep_extras_versions_and_markers_about_python():
    found = requirement_lines(
        [
            declared("ray", ">=2", extras=("tune",)),
            declared("numpy", "<2", marker='python_version < "3.12"'),
        ]
    )
    assert found.requirements == ("ray[tune]>=2", 'numpy<2 ; python_version < "3.12"')
    assert found.left_out == ()


def test_every_omission_has_its_reason():
    found = requirement_lines(
        [
            declared("pytest"),
            declared("thing", "@ git+https://host.example/thing"),
            declared("pywin32", "==306", marker='sys_platform == "win32"'),
            declared("odd", "latest"),
            declared("azureml-core"),
        ]
    )
    assert found.requirements == ()
    assert [each.partition(":")[0] for each in found.left_out] == [
        "pytest",
        "thing",
        "pywin32",
        "odd",
        "azureml-core",
    ]


def test_what_the_code_imports_is_never_a_mere_tool():
    found = requirement_lines([declared("pytest"), declared("azureml-core")], frozenset({"pytest"}))
    assert found.requirements == ("pytest",)


def test_groups_for_development_and_extras_are_not_asked_for():
    every = [declared("a", group="dev"), declared("b", marker='extra == "gpu"'), declared("c")]
    assert requirement_lines(every).requirements == ("c",)


def test_no_quoted_text_of_a_marker_begins_a_line_of_its_own():
    marker = "python_version > '3\n--find-links https://evil.example\n'"
    found = requirement_lines([declared("numpy", marker=marker)])
    assert found.requirements == ()
    assert found.left_out


def test_parts_of_a_line():
    assert name_of("ray[tune]>=2 ; python_version < '3'") == "ray"
    assert name_of("Scikit_Learn") == "scikit-learn"
    assert name_of("-r other.txt") == ""
    assert specifier_of("ray[tune]>=2 ; python_version < '3'") == ">=2"
    assert is_pinned("numpy==1.2")
    assert not is_pinned("numpy>=1.2")


def test_wrong_names_mean_what_was_meant():
    every = [
        declared("sklearn", "==0.0"),
        declared("tensorflow-gpu", ">=2.1"),
        declared("tensorflow-intel", ">=2.1"),
        declared("dotenv"),
        declared("random"),
    ]
    found = requirement_lines(every)
    assert found.requirements == ("scikit-learn", "tensorflow>=2.1", "python-dotenv")
    assert found.left_out == ("random: it is part of Python",)
