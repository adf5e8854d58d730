"""Which calls write a model to a file, or read one back.

Pickles and their kin write anything: they count where a name beside them says model, or where no
name says otherwise.
"""

import re

from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.learning_calls import is_learning_module

SAVING_FUNCTIONS = frozenset(
    "joblib.dump pickle.dump cloudpickle.dump dill.dump torch.save torch.jit.save torch.onnx.export"
    " skops.io.dump mlem.api.save sklearn.externals.joblib.dump keras.models.save_model"
    " tensorflow.keras.models.save_model tensorflow.saved_model.save onnx.save"
    " onnxmltools.utils.save_model bentoml.sklearn.save_model bentoml.pytorch.save_model"
    " keras.callbacks.ModelCheckpoint tensorflow.keras.callbacks.ModelCheckpoint".split()
)
SAVING_METHODS = frozenset("save_model save_pretrained save_weights to_onnx export_model".split())
LOADING_FUNCTIONS = frozenset(
    "joblib.load pickle.load pickle.loads cloudpickle.load dill.load torch.load torch.jit.load"
    " skops.io.load keras.models.load_model tensorflow.keras.models.load_model"
    " tensorflow.saved_model.load onnxruntime.InferenceSession spacy.load"
    " sklearn.externals.joblib.load torch.hub.load tensorflow.lite.Interpreter"
    " transformers.pipeline".split()
)
LOADING_METHODS = frozenset(
    "load_model from_pretrained load_weights load_from_checkpoint load_state_dict".split()
)
MODEL_WORDS = (
    "model",
    "clf",
    "classifier",
    "regressor",
    "pipeline",
    "estimator",
    "net",
    "checkpoint",
    "ckpt",
)

PICKLERS = frozenset({"pickle", "joblib", "dill", "cloudpickle", "sklearn.externals.joblib"})
MODEL_FILE = re.compile(
    r"\.(h5|hdf5|keras|pt|pth|ckpt|onnx|pkl|joblib|safetensors|cbm|ubj|tflite)$"
)
KEEPER = re.compile(r"check_?point(?:er|s)?(?:_?(?:manager|saver|handler|io))?$", re.IGNORECASE)
"""Classes that keep the state of a training: `StateCheckPoint`, `CheckpointManager`."""

FILE_NAME = re.compile(r"\.[A-Za-z]\w{0,11}$")
LINES_BESIDE = 2
"""How far above a dump its `open` may stand."""


def saves_model(call: Call, file: SourceFile) -> bool:
    """Tell whether a call writes a model, as far as names tell."""
    head, _, method = call.name.rpartition(".")
    if method in {"dump", "dumps"} and head in PICKLERS:
        return method == "dump" and _speaks_of_a_model(call, file)
    if method == "save":
        return call.name in SAVING_FUNCTIONS or _is_model_save(head, call)
    is_log = method == "log_model" and head.startswith("mlflow")
    return call.name in SAVING_FUNCTIONS or method in SAVING_METHODS or is_log


def loads_model(call: Call, file: SourceFile) -> bool:
    """Tell whether a call reads a stored model, as far as names tell."""
    head, _, method = call.name.rpartition(".")
    if method in {"load", "loads"} and head in PICKLERS:
        return _speaks_of_a_model(call, file)
    return call.name in LOADING_FUNCTIONS or method in LOADING_METHODS


def _is_model_save(head: str, call: Call) -> bool:
    is_model_class = is_learning_module(head) and not head.startswith("torch.utils")
    owner = head.rpartition(".")[2]
    is_keeper = owner[:1].isupper() and bool(KEEPER.search(owner))
    is_file_of_a_model = head == "" and bool(MODEL_FILE.search(call.text or ""))
    return is_model_class or is_keeper or is_file_of_a_model


def _speaks_of_a_model(call: Call, file: SourceFile) -> bool:
    """Judge by the file names at the call, or those on the lines just above it."""
    beside = range(call.line - LINES_BESIDE, call.line + 1)
    texts = [call.text] if call.text else [c.text for c in file.calls if c.line in beside]
    names = [text.lower() for text in texts if text and FILE_NAME.search(text)]
    if not names:
        names = [text.lower() for text in texts if text and len(text) > len("wb+")]
    return not names or any(word in name for name in names for word in MODEL_WORDS)
