"""What an operator may set of executions: how each value is spelled, and what it means."""

import re
from typing import Annotated

from pydantic import AfterValidator

_SIZE = re.compile(r"(\d{1,12})([bkmg]?)", re.IGNORECASE)
_UNITS = {"": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
SMALLEST_MEMORY_BYTES = 64 << 20
_GPUS = re.compile(r"none|all|[A-Za-z0-9:_-]+(?:,[A-Za-z0-9:_-]+)*")
_IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/:@{}-]{0,200}")
_RUNTIME = re.compile(r"[A-Za-z0-9._-]{0,100}")


def size_bytes(size: str) -> int:
    """Return a size in bytes: a whole number with b, k, m or g (1024) behind it."""
    found = _SIZE.fullmatch(size.strip())
    if found is None:
        raise ValueError("a size is a whole number with k, m or g behind it, such as 4g")
    return int(found[1]) * _UNITS[found[2].lower()]


def _memory(size: str) -> str:
    if size_bytes(size) < SMALLEST_MEMORY_BYTES:
        raise ValueError("a run needs at least 64m of memory")
    return size


def _gpus(which: str) -> str:
    if not _GPUS.fullmatch(which):
        raise ValueError("GPUs are none, all, or their ids separated by commas")
    return which


def _image(name: str) -> str:
    if not _IMAGE.fullmatch(name) or set(name.replace("{python}", "")) & set("{}"):
        raise ValueError("an image is a name such as python:3.11-slim; {python} may stand in it")
    return name


def _runtime(name: str) -> str:
    if not _RUNTIME.fullmatch(name):
        raise ValueError("a runtime is a name that the Docker engine knows, such as runsc")
    return name


def _address(address: str) -> str:
    if address and not address.startswith(("http://", "https://")):
        raise ValueError("an address begins with http:// or https://")
    return address


def _links(addresses: str) -> str:
    for address in listed(addresses):
        _address(address)
    return addresses


def listed(values: str) -> tuple[str, ...]:
    """Return values that are separated by commas or blanks."""
    return tuple(values.replace(",", " ").split())


MemorySize = Annotated[str, AfterValidator(_memory)]
Gpus = Annotated[str, AfterValidator(_gpus)]
ImageName = Annotated[str, AfterValidator(_image)]
RuntimeName = Annotated[str, AfterValidator(_runtime)]
WebAddress = Annotated[str, AfterValidator(_address)]
WebAddresses = Annotated[str, AfterValidator(_links)]
