"""Isolation without a child process."""

from collections.abc import Callable

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.ports import Checkout, GatheringFailedError, T


class NoIsolation:
    """Fits the port `Isolation`: calls in this process, or fails with `failure`."""

    def __init__(self, failure: str = "") -> None:
        self._failure = failure

    def run(self, gather: Callable[..., T], checkout: Checkout, *inputs: Frozen) -> T:
        if self._failure:
            raise GatheringFailedError(self._failure)
        return gather(checkout, *inputs)
