"""YAML: plain values with lines, tolerant of dialects, and bounded before anything is built."""

import pytest

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.yaml_documents import parse_yaml, read_yaml_documents
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.drawing import draw_checkout


def value_of(text):
    documents = parse_yaml("a.yml", text)
    assert not isinstance(documents, UnreadFile), documents
    return documents[0].value


def reason(outcome):
    assert isinstance(outcome, UnreadFile), f"was read: {outcome!r}"
    return outcome.reason


def test_only_json_scalars_are_resolved():
    text = """
    on: push
    off: [yes, no, true, null, ~, '']
    numbers: [1, -2, 1.5, 1e3, 0755, 0x1F, 12:30:45, .inf, .nan, "3", 3.10]
    date: 2020-13-45
    long: 123456789012345678901234567890
    """
    assert value_of(text) == {
        "on": "push",
        "off": ["yes", "no", True, None, None, ""],
        "numbers": [1, -2, 1.5, 1000.0, "0755", "0x1F", "12:30:45", ".inf", ".nan", "3", 3.1],
        "date": "2020-13-45",
        "long": "123456789012345678901234567890",
    }


def test_unknown_tags_are_plain_values():
    text = """
    script: [!reference [.setup, script], echo]
    image: !Sub "${AWS}/x"
    role: !GetAtt Role.Arn
    made: !!python/object/apply:os.system ["touch /tmp/made"]
    """
    assert value_of(text) == {
        "script": [{"!reference": [".setup", "script"]}, "echo"],
        "image": "${AWS}/x",
        "role": "Role.Arn",
        "made": ["touch /tmp/made"],
    }


def test_a_repeated_key_keeps_its_last_value():
    assert value_of("a: 1\na: 2\n") == {"a": 2}


def test_merge_keys_and_aliases_stand_for_what_they_name():
    assert value_of("base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\nlist: [*b]\n") == {
        "base": {"x": 1, "y": 2},
        "own": {"x": 1, "y": 3},
        "list": [{"x": 1, "y": 2}],
    }


def test_every_place_has_its_line_and_block_text_starts_below_its_key():
    document = parse_yaml(
        "a.yml",
        "jobs:\n  build:\n    steps:\n      - run: |\n          a\n          b\n      - run: c\n",
    )[0]
    assert document.line("jobs", "build", "steps", 0, "run") == 5
    assert document.line("jobs", "build", "steps", 1, "run") == 7
    assert document.line("jobs", "build", "nothing") == 3
    assert document.value["jobs"]["build"]["steps"][0]["run"] == "a\nb\n"


def test_all_documents_of_a_file_are_read(tmp_path):
    checkout = draw_checkout(
        tmp_path, {"a.yml": "---\na: 1\n---\nb: 2\n", "empty.yml": "# nothing\n"}
    )
    assert [each.value for each in read_yaml_documents(checkout, "a.yml")] == [{"a": 1}, {"b": 2}]
    (empty,) = read_yaml_documents(checkout, "empty.yml")
    assert empty.value is None


@pytest.mark.parametrize(
    "text",
    [
        "a: {{ cookiecutter.name }}\n  b: ]",
        "a: [1",
        "? [a]\n: 1",
        "a: *b",
        "a: &a [*a]",
        "\t- x",
        "%YAML 9",
    ],
)
def test_what_is_not_usable_yaml_has_a_reason(text):
    assert "not valid YAML" in reason(parse_yaml("a.yml", text))


def alias_bomb():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20)]
    return "\n".join(lines)


def merge_bomb():
    wide = ", ".join(f"k{i}: 1" for i in range(1_000))
    return f"base: &b {{{wide}}}\n" + "\n".join(f"m{i}: {{<<: *b}}" for i in range(5_000))


def long_text_bomb():
    return f"t: &t {'x' * 500_000}\nl: [{', '.join(['*t'] * 40_000)}]"


def key_bomb():
    return f"? &t {'x' * 900}\n: [{', '.join(['*t'] * 40_000)}]"


@pytest.mark.parametrize(
    "text",
    [
        alias_bomb(),
        merge_bomb(),
        long_text_bomb(),
        key_bomb(),
        "[" * 500_000,
        "[" * 100 + "]" * 100,
        "".join(f"{' ' * i}a:\n" for i in range(900)),
        "- " * 300_000,
        "".join(f"k{i}: {i}\n" for i in range(60_000)),
        "---\na\n" * 60_000,
    ],
)
def test_bombs_are_refused_at_once(text):
    with cheap_enough():
        assert reason(parse_yaml("a.yml", text)).startswith("YAML with")


def test_an_honest_large_file_is_read():
    assert len(value_of("".join(f"k{i}: {i}\n" for i in range(20_000)))) == 20_000
