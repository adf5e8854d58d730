"""What the parts of a trial share: foreign libraries and things, and why a trial is given up.

Everything in this folder runs on the Python that a model was trained with: grammar of 3.8, and
nothing imported but the standard library and what is found there.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

# Models and rows are of libraries that are not here; only their behaviour is known.
Foreign = Any


class GivenUpError(Exception):
    """Why a model cannot be tried, as a clause."""


def needed(name: str) -> Foreign:
    """Import a library that the model needs. Raises GivenUpError."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise GivenUpError(f"the environment has no {error.name or name}") from None


def is_torch(thing: object) -> bool:
    """Tell whether a thing is a module of torch, without loading torch for it."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(thing, torch.nn.Module)


def is_session(thing: object) -> bool:
    """Tell whether a thing is a session of ONNX Runtime."""
    return hasattr(thing, "get_inputs") and hasattr(thing, "run")


def told(error: BaseException) -> str:
    """Return an error as one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
