import json
from functools import partial

import pytest

from mlops_platform.adapters.gatherer_call import ANSWERER, GathererCall, asked
from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform_tests.adapters.hostile_readers import Seen, Wish
from mlops_platform_tests.drawing import draw_checkout

READERS = "mlops_platform_tests.adapters.hostile_readers"
WISH = Wish(text="é\x00").model_dump_json()


def called(checkout, function, *inputs):
    """Return a call whose request went through JSON."""
    return GathererCall(json.loads(json.dumps(asked(function, checkout, inputs))))


def test_the_checkout_and_the_inputs_arrive_and_the_facts_come_back(tmp_path):
    aside = (UnreadFile(path="b", reason="too large"),)
    checkout = draw_checkout(tmp_path, {"a": "fine"}, set_aside=aside)
    call = called(checkout, f"{READERS}:echo", WISH)
    assert json.loads(call.text(call.answer(in_one_part)))["texts"] == ["é\x00"]
    call = called(checkout, f"{READERS}:read_all")
    seen = Seen.model_validate_json(call.text(call.answer(in_one_part)))
    assert (seen.texts, seen.unread) == (("fine",), aside)


def share(_checkout, spread: Spread) -> Seen:
    return Seen(texts=tuple(spread([partial(str, n) for n in range(3)], 3)))


def test_hands_are_given_to_those_who_ask_for_them(tmp_path):
    call = called(draw_checkout(tmp_path, {}), f"{__name__}:share")
    assert call.answer(in_one_part).texts == ("0", "1", "2")


def test_inputs_that_the_function_does_not_take_are_refused(tmp_path):
    with pytest.raises(ValueError, match="longer than"):
        called(draw_checkout(tmp_path, {}), f"{READERS}:echo", WISH, WISH)


def test_the_answerer_is_found_by_its_name():
    module, _, name = ANSWERER.partition(":")
    assert (module, name) == (GathererCall.__module__, GathererCall.__name__)
