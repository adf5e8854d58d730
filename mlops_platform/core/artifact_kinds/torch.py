"""Files of `torch.save` and TorchScript, of both forms: zip archives, and pickles in a row."""

from mlops_platform.core.contents.content import Content, Kind
from mlops_platform.core.contents.learned import models_among
from mlops_platform.core.contents.pickle_kind import kind_of_scan
from mlops_platform.core.contents.pickle_scan import TORCH_LEGACY, PickleScan, scan_pickle

_TENSORS = "torch._utils._rebuild_tensor_v2"
_WEIGHTS = (".weight", ".bias", ".running_mean")
_CHECKPOINTS = frozenset(("state_dict", "model_state_dict", "pytorch-lightning_version", "model"))


def recognize(content: Content) -> Kind | None:
    """Tell a file of PyTorch by its archive, and a model by the names of its tensors."""
    if content.head.startswith(TORCH_LEGACY):
        return _kind(content, scan_pickle(content.read(), content.budget))
    pickled = next((name for name in content.members if name.endswith("/data.pkl")), None)
    if pickled is None:
        return None
    folder = pickled.removesuffix("data.pkl")
    scan = scan_pickle(content.member(pickled), content.budget)
    if f"{folder}constants.pkl" in content.members:
        return kind_of_scan("torchscript", content, scan)._replace(is_model=True)
    return _kind(content, scan)


def _kind(content: Content, scan: PickleScan) -> Kind:
    has_tensors = _TENSORS in scan.globals
    has_weights = any(text.endswith(_WEIGHTS) for text in scan.texts)
    is_checkpoint = has_tensors and not _CHECKPOINTS.isdisjoint(scan.texts)
    modules = models_among(scan.globals)
    kind = kind_of_scan("torch", content, scan)
    is_model = (has_tensors and has_weights) or is_checkpoint or bool(modules)
    return kind._replace(is_model=is_model)
