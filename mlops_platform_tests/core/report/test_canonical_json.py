import json

import pytest

from mlops_platform.core.report.canonical_json import canonical_json


def test_fields_keep_their_order():
    assert canonical_json({"b": 1, "a": [True, None]}) == (
        '{\n  "b": 1,\n  "a": [\n    true,\n    null\n  ]\n}\n'
    )


def test_nothing_that_a_terminal_obeys_is_left():
    text = canonical_json({"a\x1b": "\x9b31m\u202e"})
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text) == {"a\x1b": "\x9b31m\u202e"}


def test_nul_and_lone_surrogates_are_replaced_in_keys_and_values():
    assert json.loads(canonical_json({"k\x00": ["v\ud800"]})) == {"k\ufffd": ["v\ufffd"]}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_refused(number: float):
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"score": number})
