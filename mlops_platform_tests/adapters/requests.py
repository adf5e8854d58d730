"""Requests for a reader, written as the platform writes them."""

import json
from pathlib import Path

from mlops_platform.adapters import gatherer_call
from mlops_platform.core.checkout import Checkout
from mlops_platform_tests.adapters.hostile_readers import Wish

READERS = "mlops_platform_tests.adapters.hostile_readers"


def draw_request(place: Path, function: str, checkout: Checkout, *inputs: Wish) -> Path:
    """Make the folder of a request for one of the hostile readers."""
    place.mkdir(exist_ok=True)
    (place / "empty").mkdir()
    texts = [each.model_dump_json() for each in inputs]
    request = {
        "answerer": gatherer_call.ANSWERER,
        "asked": gatherer_call.asked(f"{READERS}:{function}", checkout, texts),
        "root": str(checkout.root),
        "may_read": [],
        "cpu_seconds": 20,
        "file_cpu_seconds": 10,
        "result_bytes": 1 << 20,
        "memory_bytes": 1 << 30,
    }
    (place / "request").write_text(json.dumps(request))
    return place
