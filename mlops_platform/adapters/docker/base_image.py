"""Which image a plan begins with: the operator's, for the Python that the plan asks for."""

import re

from mlops_platform.adapters.docker.engine import Engine, EngineError, NotThereError
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings

PLACE = "{python}"
PYTHON_TAG = re.compile(r"(?:^|(?<=/))python:3\.\d{1,2}(?=-|$)")
"""`python:3.11-slim`, also from a registry of one's own: other versions have the same form."""


class PythonNotAvailableError(Exception):
    """No image with that Python is here; the message is a sentence for the user."""


def image_reference(pattern: str, python: str) -> str:
    """Return the name of the image that a Python is in, by the operator's pattern."""
    if PLACE in pattern:
        return pattern.replace(PLACE, python)
    return PYTHON_TAG.sub(f"python:{python}", pattern)


def base_image(engine: Engine, settings: SandboxSettings, python: str) -> str:
    """Return the id of the image to begin with: a name may mean another one tomorrow.

    Raises PythonNotAvailableError.
    """
    reference = image_reference(settings.image, python)
    try:
        return str(engine.image(reference)["Id"])
    except NotThereError:
        if settings.may_pull:
            return _pulled(engine, reference)
    raise PythonNotAvailableError(
        f"Python {python} was asked for, and the image {reference} is not on the engine:"
        f" `docker pull {reference}` brings it{_others(engine, settings)}."
    )


def available_pythons(engine: Engine, settings: SandboxSettings) -> tuple[str, ...]:
    """Return the versions that have an image here, oldest first."""
    names = set(engine.image_names())
    versions = (f"3.{minor}" for minor in range(6, 30))
    return tuple(each for each in versions if image_reference(settings.image, each) in names)


def _pulled(engine: Engine, reference: str) -> str:
    try:
        engine.pull(reference)
        return str(engine.image(reference)["Id"])
    except EngineError as error:
        raise PythonNotAvailableError(
            f"The image {reference} could not be brought: {error}; load it by hand."
        ) from None


def _others(engine: Engine, settings: SandboxSettings) -> str:
    others = available_pythons(engine, settings)
    return f"; what is there: {', '.join(others)}" if others else ""
