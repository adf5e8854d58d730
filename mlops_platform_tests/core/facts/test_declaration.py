from pathlib import Path

import pytest

from mlops_platform.core.declaration import Declaration, StatedEntryPoint, Waiver
from mlops_platform.core.facts.declaration import read_declaration
from mlops_platform_tests.drawing import draw_checkout

NAME = ".mlops-platform.yaml"
FILES = ("train.py", "evaluate.py", NAME)
RULES = ("mlops_readiness/changes_are_logged", "project_profile/license_is_stated")


def read(tmp_path: Path, text: str | bytes) -> Declaration:
    return read_declaration(draw_checkout(tmp_path, {NAME: text}), FILES, RULES)


def mistakes(declaration: Declaration) -> list[str]:
    assert {mistake.path for mistake in declaration.mistakes} <= {NAME}
    return [f"{mistake.line}: {mistake.note}" for mistake in declaration.mistakes]


def test_what_is_stated_is_read(tmp_path):
    text = """\
training:
  - path: train.py
    command: python train.py --fast
evaluation:
  - {path: evaluate.py, command: python evaluate.py}
target: churned
waivers:
  - rule: mlops_readiness/changes_are_logged
    reason: Release notes stand on the host.
"""
    assert read(tmp_path, text) == Declaration(
        training=(StatedEntryPoint(path="train.py", command="python train.py --fast", line=2),),
        evaluation=(StatedEntryPoint(path="evaluate.py", command="python evaluate.py", line=5),),
        target="churned",
        waivers=(
            Waiver(
                rule="mlops_readiness/changes_are_logged",
                reason="Release notes stand on the host.",
                line=8,
            ),
        ),
    )


def test_a_repository_without_the_file_states_nothing(tmp_path):
    checkout = draw_checkout(tmp_path, {"train.py": ""})
    assert read_declaration(checkout, ("train.py",), RULES) == Declaration()


def test_an_empty_file_states_nothing(tmp_path):
    assert read(tmp_path, "") == Declaration()


def test_what_is_wrong_is_named_and_the_rest_counts(tmp_path):
    text = """\
limits: {memory: 64g}
network: bridge
target: [a]
training:
  - train.py
  - path: ../../etc/passwd
    command: cat
waivers:
  - rule: mlops_readiness/everything
    reason: no
  - rule: project_profile/license_is_stated
  - rule: project_profile/license_is_stated
    reason: It is private.
evaluation: python evaluate.py
"""
    declaration = read(tmp_path, text)
    assert mistakes(declaration) == [
        "1: the key limits is not known, and has no effect",
        "2: the key network is not known, and has no effect",
        "3: target is no name of a column",
        "5: an item of training needs a path and a command, as text",
        "6: there is no file ../../etc/passwd",
        "9: there is no claim mlops_readiness/everything to waive; write section/claim",
        "11: a waiver needs a rule and a reason, as text",
        "14: evaluation is no list",
    ]
    assert [waiver.reason for waiver in declaration.waivers] == ["It is private."]
    assert declaration.training == declaration.evaluation == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: b: c", "not valid YAML"),
        (b"\x00\x01target: y", "not text"),
        ("[" * 5000, "YAML"),
        ("a: &x [1]\nb: *y", "YAML"),
        ("waivers: [" + "1, " * 60_000 + "]", "larger than"),
        ("- rule: x", "no mapping"),
        ("just words", "no mapping"),
    ],
)
def test_a_hostile_file_is_one_mistake(tmp_path, text, reason):
    declaration = read(tmp_path, text)
    (mistake,) = declaration.mistakes
    assert reason in mistake.note
    assert declaration.model_copy(update={"mistakes": ()}) == Declaration()


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("target: secret")
    checkout = draw_checkout(tmp_path, {}, links={NAME: tmp_path / "secret"})
    declaration = read_declaration(checkout, FILES, RULES)
    assert declaration.target is None
    assert len(declaration.mistakes) == 1


def test_texts_and_numbers_of_items_are_bounded(tmp_path):
    items = "".join(
        f"- {{rule: project_profile/license_is_stated, reason: r{n}}}\n" for n in range(500)
    )
    unknown = "".join(f"k{n}: 1\n" for n in range(50))
    declaration = read(tmp_path, f"waivers:\n{items}target: {'x' * 301}\n{unknown}")
    assert len(declaration.waivers) == 1
    assert declaration.target is None
    assert len(declaration.mistakes) == 20
    reason = read(tmp_path, f"waivers:\n- rule: {RULES[0]}\n  reason: {'y' * 301}\n")
    assert reason.waivers == ()


def test_texts_are_free_of_controls(tmp_path):
    declaration = read(tmp_path, 'target: "a\\e[31mb"\n')
    assert declaration.target is not None
    assert "\x1b" not in declaration.target
