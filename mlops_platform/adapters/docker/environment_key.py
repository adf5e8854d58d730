"""By what an installed environment is known again: everything that decides what gets installed."""

import hashlib
import json

from mlops_platform.core.run_plan import Environment

RECIPE = 1
"""To be raised when the way of installing changes: older images are then not used again."""

DIGITS = 32


def environment_key(
    base_image: str, environment: Environment, sources: tuple[str, ...], project: str
) -> str:
    """Return the key of an environment on a base image.

    `sources` are the places that packages come from, `project` the digest of the repository's files
    where the repository itself is installed. Why something is installed does not count.
    """
    content = environment.model_dump(
        mode="json", exclude={"source", "because", "evidence", "left_out"}
    )
    content["system_packages"] = sorted(environment.system_packages)
    return _key(base_image, content, list(sources), project if environment.builds_project else "")


def system_key(base_image: str, packages: tuple[str, ...]) -> str:
    """Return the key of a base image with further packages of its system."""
    return _key(base_image, sorted(packages))


# Whatever JSON can hold.
def _key(*parts: object) -> str:
    text = json.dumps([RECIPE, *parts], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
