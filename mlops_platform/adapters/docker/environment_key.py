"""By what an installed environment is known again: everything that decides what gets installed."""

import hashlib
import json
from typing import NamedTuple

from mlops_platform.core.run_plan import Environment

RECIPE = 3
"""To be raised when the way of installing changes: older images are then not used again."""

DIGITS = 32


class Origin(NamedTuple):
    """What an environment is made from, beside what is asked for.

    `sources` are the places that packages come from, `project` the digest of the repository's files
    where the repository itself is installed. No repository gets what another one installed: the
    build of a package runs foreign code, and one of them could leave a present for the next.
    """

    base_image: str
    sources: tuple[str, ...]
    repository: str
    project: str = ""


def environment_key(origin: Origin, environment: Environment) -> str:
    """Return the key of an environment; why something is installed does not count."""
    content = environment.model_dump(
        mode="json", exclude={"source", "because", "evidence", "left_out"}
    )
    content["system_packages"] = sorted(environment.system_packages)
    project = origin.project if environment.builds_project else ""
    places = [origin.base_image, list(origin.sources), origin.repository, project]
    return _key(content, places)


def system_key(base_image: str, packages: tuple[str, ...]) -> str:
    """Return the key of a base image with further packages of its system."""
    return _key(base_image, sorted(packages))


# Whatever JSON can hold.
def _key(*parts: object) -> str:
    text = json.dumps([RECIPE, *parts], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
