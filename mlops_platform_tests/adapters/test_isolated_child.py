import json
import sys

import pytest

from mlops_platform.adapters import isolated_child
from mlops_platform.adapters.isolated_child import answer_request
from mlops_platform_tests.adapters.hostile_readers import Wish
from mlops_platform_tests.adapters.requests import draw_request
from mlops_platform_tests.drawing import draw_checkout


class Guarded:
    """Fits `Answering`; says whether the opens were watched when it was made, and when asked."""

    def __init__(self, asked):
        self.was_guarded = bool(HOOKS)
        self.asked = asked

    def answer(self, _hands):
        return {"asked": self.asked, "before": self.was_guarded, "now": bool(HOOKS)}

    def text(self, answer):
        return json.dumps(answer).encode()


HOOKS = []


def test_what_is_asked_is_made_before_anything_is_guarded(tmp_path, monkeypatch):
    # A hook or a limit cannot be taken back: of this very process they would stay.
    monkeypatch.setattr(sys, "addaudithook", HOOKS.append)
    monkeypatch.setattr(isolated_child, "_limit", lambda _request: None)
    place = draw_request(tmp_path / "place", "echo", draw_checkout(tmp_path, {}), Wish(text="x"))
    request = json.loads((place / "request").read_text())
    request |= {"answerer": f"{__name__}:Guarded", "asked": ["a"]}
    (place / "request").write_text(json.dumps(request))
    answer_request(place)
    answer = json.loads((place / "result").read_bytes())
    assert answer == {"asked": ["a"], "before": False, "now": True}


def test_an_answerer_that_is_not_there_is_an_error(tmp_path):
    place = draw_request(tmp_path / "place", "gone", draw_checkout(tmp_path, {}))
    with pytest.raises(AttributeError, match="gone"):
        answer_request(place)
    assert not (place / "result").exists()
