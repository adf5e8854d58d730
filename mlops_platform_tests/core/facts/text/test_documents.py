"""JSON and TOML: plain values, places, and bounds that hold."""

import pytest

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.documents import (
    at,
    list_at,
    mapping_at,
    parse_json,
    parse_toml,
    read_json,
    read_toml,
    text_at,
)
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.drawing import draw_checkout


def reason(outcome):
    assert isinstance(outcome, UnreadFile), f"was read: {outcome!r}"
    return outcome.reason


def test_json_and_toml_are_read_as_plain_values(tmp_path):
    checkout = draw_checkout(
        tmp_path,
        {
            "a.json": '\ufeff{"a": [1, 2.5, null, true, "x"]}',
            "b.toml": "[a]\nwhen = 1979-05-27\nn = 3\n",
        },
    )
    assert read_json(checkout, "a.json").value == {"a": [1, 2.5, None, True, "x"]}
    assert read_toml(checkout, "b.toml").value == {"a": {"when": "1979-05-27", "n": 3}}


def test_places_are_found_or_empty():
    value = {"a": [{"b": 3}]}
    assert at(value, "a", 0, "b") == 3
    assert text_at(value, "a", 0, "b") == "3"
    assert at(value, "a", 5) is None
    assert at(value, "a", "b") is None
    assert mapping_at(value, "a") == {}
    assert list_at(value, "x") == []
    assert text_at(value, "a") == ""


@pytest.mark.parametrize("text", ["{", "", "[NaN]", "[Infinity]", "\ud800", "{'a': 1}"])
def test_what_is_not_json_has_a_reason(text):
    assert reason(parse_json("a.json", text)) == "not valid JSON"


def test_numbers_that_no_counter_holds_stay_text():
    value = parse_json("a.json", f'{{"n": {"9" * 5000}, "e": 1e999, "ok": 12}}').value
    assert value["n"] == "9" * 5000
    assert value["e"] == "inf"
    assert value["ok"] == 12
    assert "not valid TOML" in reason(parse_toml("a.toml", f"n = {'9' * 5000}"))


def test_escaped_controls_and_lone_surrogates_are_replaced():
    value = parse_json("a.json", r'{"\u001b[0m": "\ud800 \u0000 ok"}').value
    assert value == {"\ufffd[0m": "\ufffd \ufffd ok"}


@pytest.mark.parametrize("depth", [100, 5_000, 200_000])
def test_depth_is_bounded(depth):
    assert "nested" in reason(parse_json("a.json", "[" * depth + "]" * depth))
    assert "TOML" in reason(parse_toml("a.toml", "a = " + "[" * depth + "]" * depth))


def test_the_number_of_values_is_bounded():
    assert "more than 50000 values" in reason(parse_json("a.json", str([0] * 60_000)))
    assert isinstance(parse_json("a.json", str([0] * 40_000)).value, list)


def test_a_dotted_toml_key_of_many_parts_is_refused_at_once():
    with cheap_enough():
        assert "parts" in reason(parse_toml("a.toml", "a." * 400_000 + "b = 1"))
        assert "parts" in reason(parse_toml("a.toml", '"a".' * 200_000 + "b = 1"))
    assert parse_toml("a.toml", 'd = ["a==1.2.3", "b==1.2.3"]\na.b.c = 1').value["a"]


def test_a_manifest_above_one_mebibyte_is_not_read(tmp_path):
    checkout = draw_checkout(tmp_path, {"a.json": "[" + " " * 1024 * 1024 + "]"})
    assert "larger than" in reason(read_json(checkout, "a.json"))
    assert read_json(checkout, "a.json", 2 * 1024 * 1024).value == []
