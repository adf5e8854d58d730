"""Models of TensorFlow: saved models, checkpoints, TFLite."""

import re

from mlops_platform.core.contents.content import Content, Kind

_VARIABLES = re.compile(
    r"(?:^|/)(?:variables/variables|[^/]*ckpt[^/]*)\.(?:index|data-\d{5}-of-\d{5})$"
)
_LITE = slice(4, 8)


def recognize(content: Content) -> Kind | None:
    """Tell a part of a saved model by its name in it, TFLite by its mark."""
    if content.head[_LITE] == b"TFL3":
        return Kind("tflite", is_model=True)
    if content.file_name == "saved_model.pb" and content.head[:1] == b"\x08":
        return Kind("tensorflow_saved_model", is_model=True)
    if _VARIABLES.search(content.path):
        return Kind("tensorflow_checkpoint", sureness=2)
    return None
