import json
import subprocess
import sys

import pytest

from mlops_platform.adapters.isolated_child import main
from mlops_platform.core.ports import Checkout
from mlops_platform_tests.adapters.hostile_readers import Seen, Wish
from mlops_platform_tests.drawing import draw_checkout

READERS = "mlops_platform_tests.adapters.hostile_readers"


def request(place, function: str, checkout: Checkout, *inputs: Wish) -> None:
    (place / "request").write_text(
        json.dumps(
            {
                "function": f"{READERS}:{function}",
                "checkout": checkout.model_dump(mode="json"),
                "inputs": [each.model_dump_json() for each in inputs],
                "may_read": [],
                "cpu_seconds": 20,
                "file_cpu_seconds": 10,
            }
        )
    )


@pytest.mark.integration
def test_the_result_lies_beside_the_request_and_the_journal_is_empty(tmp_path):
    request(tmp_path, "read_all", draw_checkout(tmp_path, {"a.txt": "x"}))
    argv = [sys.executable, "-m", main.__module__, str(tmp_path)]
    subprocess.run(argv, check=True, env={"PYTHONPATH": ":".join(filter(None, sys.path))})
    assert Seen.model_validate_json((tmp_path / "result").read_bytes()) == Seen(texts=("x",))
    assert (tmp_path / "journal").read_bytes() == b""


def test_inputs_that_the_function_does_not_take_are_refused(tmp_path):
    wish = Wish(text="x")
    request(tmp_path, "echo", draw_checkout(tmp_path, {}), wish, wish)
    with pytest.raises(ValueError, match="longer than"):
        main(tmp_path)
