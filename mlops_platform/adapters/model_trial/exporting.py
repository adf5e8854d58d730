"""Exports a model to ONNX and compares the answers, where the environment has what that takes."""

from __future__ import annotations

import importlib
import io

from mlops_platform.adapters.model_trial.asking import Asked, flattened
from mlops_platform.adapters.model_trial.foreign import (
    Foreign,
    GivenUpError,
    is_torch,
    needed,
    told,
)

CLOSE = 1e-3
"""Relative to the largest answer: exporters compute in single precision."""
TABLE = 2


def export(model: Foreign, asked: Asked) -> dict[str, object]:
    """Say whether the exported model agrees, or why there is none."""
    try:
        runtime = importlib.import_module("onnxruntime")
        text, fed, expected = _exported(model, asked)
        session = runtime.InferenceSession(text, providers=["CPUExecutionProvider"])
        found = session.run(None, {session.get_inputs()[0].name: fed})[0]
        return _compared(flattened(expected), flattened(found))
    except ImportError as error:
        return {"onnx": "not tried", "onnx_because": f"the environment has no {error.name}"}
    except GivenUpError as reason:
        return {"onnx": "not tried", "onnx_because": str(reason)}
    except Exception as error:
        return {"onnx": "failed", "onnx_because": told(error)}


def _exported(model: Foreign, asked: Asked) -> tuple[bytes, Foreign, Foreign]:
    """Return the model as ONNX, the rows that both are asked, and what the model answers."""
    if is_torch(model):
        importlib.import_module("onnx")
        buffer = io.BytesIO()
        needed("torch").onnx.export(model, asked.rows, buffer)
        return buffer.getvalue(), asked.rows.numpy(), asked.ask(asked.rows)
    if not hasattr(model, "get_params"):
        raise GivenUpError("there is no exporter for models of this kind")
    converter = importlib.import_module("skl2onnx")
    try:
        fed = needed("numpy").asarray(asked.rows, dtype="float32")
    except (TypeError, ValueError):
        raise GivenUpError("its input is not of numbers only") from None
    if fed.ndim != TABLE:
        raise GivenUpError("its input is no table")
    return converter.to_onnx(model, fed[:1]).SerializeToString(), fed, model.predict(fed)


def _compared(expected: list[float | str], found: list[float | str]) -> dict[str, object]:
    if len(expected) != len(found):
        return {"onnx": "differs", "onnx_because": "it gives another number of answers"}
    pairs = list(zip(expected, found))
    if any(isinstance(each, str) for each in (*expected, *found)):
        same = sum(str(one) == str(other) for one, other in pairs) / max(1, len(pairs))
        return {"onnx": "agrees" if same == 1 else "differs", "onnx_agreement": same}
    distance = max((abs(float(one) - float(other)) for one, other in pairs), default=0.0)
    size = max((abs(float(one)) for one in expected), default=0.0)
    is_close = distance <= CLOSE * max(1.0, size)
    return {"onnx": "agrees" if is_close else "differs", "onnx_largest_difference": distance}
