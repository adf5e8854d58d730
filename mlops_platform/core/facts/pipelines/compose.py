"""A compose file as its services: what each builds, which image it runs, what it starts."""

import posixpath
from typing import NamedTuple

from mlops_platform.core.facts.pipelines.image_builds import inside
from mlops_platform.core.facts.text.documents import Document, Value, at, mapping_at, text_at

_ENVIRONMENTS = (
    *("python", "jupyter/", "quay.io/jupyter/", "continuumio/", "condaforge/", "mambaorg/"),
    *("apache/airflow", "bitnami/airflow", "prefecthq/", "mageai/", "zenmldocker/", "pytorch/"),
    *("tensorflow/", "nvidia/", "nvcr.io/", "rayproject/", "rocker/", "ghcr.io/astral-sh/uv"),
)
"""Images that hold Python and come to run code that is mounted into them."""


class ComposeService(NamedTuple):
    """One service. `dockerfile` is the path from the root of what it builds, "" where not told."""

    name: str
    image: str
    is_built: bool
    dockerfile: str
    command: str
    line: int
    runs_mounted_code: bool


def compose_services(path: str, document: Document) -> tuple[ComposeService, ...]:
    """Return the services of the first document, none for a file of something else."""
    folder = posixpath.dirname(path) or "."
    return tuple(
        _service(folder, document, name, each)
        for name, each in mapping_at(document.value, "services").items()
    )


def _service(folder: str, document: Document, name: str, value: Value) -> ComposeService:
    image = text_at(value, "image")
    keys = ("services", name)
    told = "command" if at(value, "command") else "entrypoint"
    return ComposeService(
        name=name,
        image=image,
        is_built=at(value, "build") is not None,
        dockerfile=_dockerfile(folder, at(value, "build")),
        command=" ".join((*_words(at(value, "entrypoint")), *_words(at(value, "command")))),
        line=document.line(*keys, told) or document.line(*keys) or 1,
        runs_mounted_code=image.startswith(_ENVIRONMENTS) and _mounts_a_folder(value),
    )


def _dockerfile(folder: str, build: Value) -> str:
    context = build if isinstance(build, str) else text_at(build, "context") or "."
    named = "" if isinstance(build, str) else text_at(build, "dockerfile")
    if build is None or at(build, "dockerfile_inline"):
        return ""
    place = next(inside(folder, context), "")
    return next(inside(place, named or "Dockerfile"), "") if place else ""


def _words(value: Value) -> list[str]:
    if isinstance(value, str):
        return value.split()
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _mounts_a_folder(value: Value) -> bool:
    volumes = at(value, "volumes")
    return any(
        (each if isinstance(each, str) else text_at(each, "source")).startswith((".", "${", "$PWD"))
        for each in (volumes if isinstance(volumes, list) else [])
    )
