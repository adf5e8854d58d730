import pytest

from mlops_platform.core.verifying.strict_json import NotJsonError, read_object


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Here is the answer: {}",
        "{} and more",
        '{"a": 1',
        "{'a': 1}",
        '{"a": 1,}',
        '{"a": "line\nbreak"}',
        "[]",
        "null",
        '"text"',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": 1} {"a": 1}',
        '```json\n{"a": 1}\n```\nmore',
        '```json\n{"a": 1}',
        "{" * 100_000,
        '{"a": ' + "[" * 20_000 + "]" * 20_000 + "}",
        '{"a": ' + "9" * 10_000 + "}",
        '{"a": "' + "x" * 70_000 + '"}',
        "\ud800",
    ],
)
def test_what_is_not_one_object_is_refused(text):
    with pytest.raises(NotJsonError) as refused:
        read_object(text)
    assert len(str(refused.value)) < 60


@pytest.mark.parametrize(
    "text", ['{"a": [1]}', ' \n{"a": [1]}\n', '```json\n{"a": [1]}\n```', '```\n{"a": [1]}\n```\n']
)
def test_one_object_is_read_with_or_without_one_fence(text):
    assert read_object(text) == {"a": [1]}
