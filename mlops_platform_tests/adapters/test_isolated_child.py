import pytest

from mlops_platform.adapters.isolated_child import answer_request
from mlops_platform_tests.adapters.hostile_readers import Wish
from mlops_platform_tests.adapters.requests import draw_request
from mlops_platform_tests.drawing import draw_checkout


def test_inputs_that_the_function_does_not_take_are_refused(tmp_path):
    wish = Wish(text="x")
    place = draw_request(tmp_path / "place", "echo", draw_checkout(tmp_path, {}), wish, wish)
    with pytest.raises(ValueError, match="longer than"):
        answer_request(place)
