import json

import pytest

from mlops_platform.core.artifact_kinds import safetensors
from mlops_platform_tests.core.artifact_kinds.files import draw_content


def saved(header: object) -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + bytes(16)


def test_tensors_are_counted():
    header = {"__metadata__": {"format": "pt"}, "a": {"dtype": "F32"}, "b": {"dtype": "F32"}}
    kind = safetensors.recognize(draw_content("m.bin", saved(header)))
    assert (kind.name, kind.is_model, kind.note) == ("safetensors", True, "2 tensors")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff" * 8 + b"{",
        saved([1]),
        saved({"a": 1}),
        (9).to_bytes(8, "little") + b"{" * 20,
        (1 << 40).to_bytes(8, "little") + b"{}",
    ],
)
def test_other_files_are_none(data):
    assert safetensors.recognize(draw_content("m.safetensors", data)) is None
