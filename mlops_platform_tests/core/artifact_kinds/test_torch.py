import pytest

from mlops_platform.core.artifact_kinds import torch
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content, pickled

TENSOR = "torch._utils._rebuild_tensor_v2"


def recognized(path, data):
    kind = torch.recognize(draw_content(path, data))
    return None if kind is None else (kind.name, kind.is_model)


def saved(*names, texts=(), **more):
    members = {"archive/data.pkl": pickled(*names, texts=texts), "archive/version": b"3\n"}
    return archive(members | {f"archive/{name}": data for name, data in more.items()})


@pytest.mark.parametrize(
    ("data", "is_model"),
    [
        (saved(TENSOR, texts=("0.weight", "0.bias")), True),
        (saved(TENSOR, "torch.nn.modules.linear.Linear", texts=("weight",)), True),
        (saved(TENSOR, texts=("epoch", "model_state_dict")), True),
        (saved(TENSOR), False),
        (saved(TENSOR, texts=("state", "param_groups", "lr")), False),
        (saved("numpy.core.multiarray._reconstruct"), False),
        (saved("transformers.training_args.TrainingArguments"), False),
    ],
)
def test_weights_are_a_model_and_other_tensors_are_data(data, is_model):
    assert recognized("a.pt", data) == ("torch", is_model)


def test_torchscript_is_a_model():
    data = archive({"m/data.pkl": pickled("__torch__.Net"), "m/constants.pkl": b"\x80\x02)."})
    assert recognized("a.pt", data) == ("torchscript", True)


def test_the_form_of_old_is_several_pickles_in_a_row():
    magic = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
    data = magic + b"\x80\x02M\xe9\x03." + b"\x80\x02}q\x00."
    data += pickled(TENSOR, texts=("fc.weight",)) + b"\x80\x02]q\x00."
    assert recognized("old.pth", data) == ("torch", True)


def test_harm_is_said():
    kind = torch.recognize(draw_content("a.pt", saved(TENSOR, "posix.system")))
    assert "posix.system" in kind.note


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", archive({"config.json": b"{}"})])
def test_other_files_are_not_of_torch(data):
    assert recognized("a.pt", data) is None
