"""The reader that `reader_server` forks: answers one request under limits, and guards its opens."""

import gc
import importlib
import json
import os
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, Protocol

from mlops_platform.adapters.reader_guard import Guard
from mlops_platform.adapters.second_reader import TwoReaders
from mlops_platform.core.facts.spread import Spread

NICENESS = 5


class Answering(Protocol):
    """What a request names: it is made of what is asked, before anything is guarded."""

    def answer(self, hands: Spread, /) -> Any:  # noqa: ANN401 (its own `text` knows)
        """Read, and return what was found."""
        ...

    def text(self, answer: Any, /) -> bytes:  # noqa: ANN401 (from its own `answer`)
        """Write as JSON what was found."""
        ...


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
    """Answer the request in `place`, and write the answer beside it."""
    # The child is gone before garbage in circles could matter, and syntax trees hold none.
    gc.disable()
    request = json.loads((place / "request").read_bytes())
    answering = _answering(request)
    journal, second = (_journal(place / name) for name in ("journal", "second_journal"))
    with (place / "result").open("wb") as result:
        _limit(request)
        seconds, may_read = request["file_cpu_seconds"], request["may_read"]
        guard = Guard(request["root"], journal, seconds, may_read)
        sys.addaudithook(guard)
        answer = answering.answer(TwoReaders(guard, second))
        guard.absolve()
        result.write(answering.text(answer))


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


def _answering(request: Mapping[str, Any]) -> Answering:
    module, _, name = request["answerer"].partition(":")
    answering: Answering = getattr(importlib.import_module(module), name)(request["asked"])
    return answering


def _journal(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
