"""The reader that `reader_server` forks: calls one function under limits, and guards its opens."""

import gc
import importlib
import json
import os
import resource
import sys
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from pydantic import TypeAdapter

from mlops_platform.adapters.reader_guard import Guard
from mlops_platform.adapters.second_reader import TwoReaders
from mlops_platform.core.facts.spread import Spread
from mlops_platform.core.ports import Checkout

NICENESS = 5


def read(place: Path) -> NoReturn:
    """Do what the request in `place` asks, and end this process: 0 where its result lies there."""
    code = 1
    try:
        _redirect(place)
        answer_request(place)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 (a fork must never return into its caller's code)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def answer_request(place: Path) -> None:
    """Call the function that the request names, and write its result beside the request."""
    # The child is gone before garbage in circles could matter, and syntax trees hold none.
    gc.disable()
    request = json.loads((place / "request").read_bytes())
    gather = _function(request["function"])
    hints = typing.get_type_hints(gather)
    returned = TypeAdapter(hints.pop("return"))
    spreads = [name for name, hint in hints.items() if hint is Spread]
    checkout = Checkout.model_validate(request["checkout"])
    types = [hint for hint in hints.values() if hint not in (Checkout, Spread)]
    inputs = [
        TypeAdapter(hint).validate_json(text)
        for hint, text in zip(types, request["inputs"], strict=True)
    ]
    journal, second = (_journal(place / name) for name in ("journal", "second_journal"))
    with (place / "result").open("wb") as result:
        _limit(request)
        seconds, may_read = request["file_cpu_seconds"], request["may_read"]
        guard = Guard(str(checkout.root), journal, seconds, may_read)
        sys.addaudithook(guard)
        hands = {name: TwoReaders(guard, second) for name in spreads}
        facts = returned.validate_python(gather(checkout, *inputs, **hands))
        guard.absolve()
        result.write(returned.dump_json(facts, warnings="error"))


def _redirect(place: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    errors = os.open(place / "errors", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for descriptor, target in ((nothing, 0), (nothing, 1), (errors, 2)):
        os.dup2(descriptor, target)
    os.chdir(place / "empty")


def _limit(request: Mapping[str, int]) -> None:
    os.nice(NICENESS)
    # At the soft limit the signal tells why; at the hard one it would only be SIGKILL.
    soft = request["cpu_seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (soft, soft + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (request["result_bytes"],) * 2)
    kind = resource.RLIMIT_DATA if request.get("maps_files") else resource.RLIMIT_AS
    resource.setrlimit(kind, (request["memory_bytes"],) * 2)


def _function(reference: str) -> Callable[..., object]:
    module, _, name = reference.partition(":")
    function: Callable[..., object] = getattr(importlib.import_module(module), name)
    return function


def _journal(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
