"""CI files and Dockerfiles as the profile shows them."""

import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.automation import AutomationFacts, Dockerfile
from mlops_platform.core.private_shapes import SECRET_NAME
from mlops_platform.core.sections.project_profile import ContainerFile, Workflow

ASSIGNED = re.compile(r"\b([A-Za-z_]\w*)[= ]\s*[\"']?([^\s\"'$]{6,})")
INSTALLER = re.compile(
    r"\b(pip3?|uv|poetry|conda|mamba|apt-get|apk|npm|yarn|pdm|pipenv)\b.*\b(install|sync|add)\b"
)
SHOWN_CHARACTERS = 300


def workflows(facts: AutomationFacts) -> tuple[Workflow, ...]:
    """Return the CI files."""
    return tuple(
        Workflow(
            system=pipeline.system,
            path=pipeline.path,
            triggers=pipeline.triggers,
            commands=pipeline.commands,
            actions=pipeline.actions,
        )
        for pipeline in facts.pipelines
    )


def container_files(facts: AutomationFacts) -> tuple[ContainerFile, ...]:
    """Return the Dockerfiles with the instructions that rules ask about."""
    return tuple(_container_file(dockerfile) for dockerfile in facts.dockerfiles)


def _container_file(file: Dockerfile) -> ContainerFile:
    command = [
        (text, line) for word, text, line in file.instructions if word in {"CMD", "ENTRYPOINT"}
    ]
    health = [line for word, _, line in file.instructions if word == "HEALTHCHECK"]
    return ContainerFile(
        path=file.path,
        base_images=_base_images(file),
        users=_of(file, "USER"),
        healthcheck_line=health[-1] if health else None,
        exposed_ports=tuple(text for text, _ in _of(file, "EXPOSE")),
        command=command[-1][0] if command else None,
        command_line=command[-1][1] if command else None,
        installs=tuple((t, n) for t, n in _of(file, "RUN") if INSTALLER.search(t)),
        copies=_of(file, "COPY", "ADD"),
        secrets=tuple(_secrets(file)),
    )


def _of(file: Dockerfile, *keywords: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        (text[:SHOWN_CHARACTERS], line)
        for word, text, line in file.instructions
        if word in keywords
    )


def _base_images(file: Dockerfile) -> tuple[tuple[str, int], ...]:
    """Return the images that stages start from; a stage that continues another has none."""
    stages = _of(file, "FROM")
    names = {words[-1].lower() for text, _ in stages if "as" in (words := text.lower().split())}
    images = [(_image(text), line) for text, line in stages]
    return tuple((image, line) for image, line in images if image.lower() not in names)


def _image(text: str) -> str:
    words = [word for word in text.split() if not word.startswith("--")]
    return words[0] if words else ""


def _secrets(file: Dockerfile) -> list[Evidence]:
    return [
        Evidence(path=file.path, line=line, note=f"sets {match[1]}")
        for text, line in _of(file, "ENV", "ARG")
        for match in ASSIGNED.finditer(text)
        if SECRET_NAME.search(match[1])
    ]
