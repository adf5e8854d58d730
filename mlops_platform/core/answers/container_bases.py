"""What a Dockerfile is built on and runs as, read from its `FROM` and `USER` lines."""

import re
from collections.abc import Iterable

from mlops_platform.core.sections.project_profile import ContainerFile

ROOT = {"root", "0", "0:0", "root:root"}
RUN_AS_ROOT = (
    *("conda/miniconda3", "continuumio/", "condaforge/", "mambaorg/micromamba:git", "nvidia/cuda"),
    *("nvcr.io/nvidia/", "pytorch/pytorch", "tensorflow/tensorflow", "huggingface/transformers-"),
    *("tiangolo/", "ghcr.io/astral-sh/uv", "rayproject/ray-ml:root", "debian", "ubuntu"),
)
"""Images outside the official library that are known to leave the user at root."""


def loose_bases(file: ContainerFile, others: Iterable[ContainerFile] = ()) -> list[tuple[str, int]]:
    """Return the base images without a version: no tag, `latest`, and no digest.

    One that is named as another Dockerfile (`base.dockerfile`) is built beside it.
    """
    own = {word for other in others if other != file for word in _names(other.path)}
    return [
        (image, line)
        for image, line in file.base_images
        if is_loose(image) and _plain(image.partition(":")[0]) not in own
    ]


def _names(path: str) -> set[str]:
    name = path.lower().rpartition("/")[2]
    return {_plain(part) for part in re.split(r"[._-]?(?:docker|container)file[._-]?", name)} - {""}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def is_loose(image: str) -> bool:
    """Tell whether an image's name leaves its version open; a variable is not known to."""
    if "$" in image or "@sha256:" in image or image == "scratch":
        return False
    tag = image.rpartition("/")[2].partition(":")[2]
    return tag in {"", "latest"}


def runs_as_root(file: ContainerFile) -> bool | None:
    """Tell whether the last stage runs as root; None where the base image decides."""
    last = max((line for _, line in file.base_images), default=0)
    users = [user.strip() for user, line in file.users if line > last]
    if users:
        return None if "$" in users[-1] else users[-1] in ROOT
    base = next((image for image, line in file.base_images if line == last), "")
    name = base.removeprefix("docker.io/").removeprefix("library/")
    is_official = bool(name) and "/" not in name and "$" not in name
    return True if is_official or name.startswith(RUN_AS_ROOT) else None
