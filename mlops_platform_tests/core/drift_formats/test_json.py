import json

import msgspec

from mlops_platform.core.drift.result import DriftResult
from mlops_platform.core.drift_formats.json import render
from mlops_platform_tests.core.drift_formats.drawn_results import a_full_result


def refuse(word):
    raise AssertionError(word)


def test_the_json_is_strict_and_holds_everything():
    text = render(a_full_result())
    loaded = json.loads(text, parse_constant=refuse)
    assert msgspec.convert(loaded, DriftResult).features[1] == a_full_result().features[1]
    assert render(a_full_result()) == text
