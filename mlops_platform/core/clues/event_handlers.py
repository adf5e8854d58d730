"""Functions that a cloud calls with an event: the same form at AWS and at Google."""

from collections.abc import Iterator

from mlops_platform.core.clues.clue import Clue, commanded
from mlops_platform.core.facts.own_code import is_under, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import Definition, SourceFile

GOOGLE = ("google.cloud", "functions_framework", "cloudevents")
AMAZON = ("boto3", "botocore", "aws_lambda_powertools", "mangum")
PARAMETERS = (["event", "context"], ["event", "_context"])


def handlers_of_amazon(reading: Reading) -> tuple[Clue, ...]:
    """Find handlers that nothing tells to be Google's."""
    return tuple(clue for clue, is_google in _handlers(reading) if not is_google)


def handlers_of_google(reading: Reading) -> tuple[Clue, ...]:
    """Find handlers in files of Google's packages, or in a repository that deploys such."""
    return tuple(clue for clue, is_google in _handlers(reading) if is_google)


def _handlers(reading: Reading) -> Iterator[tuple[Clue, bool]]:
    is_deployed = bool(commanded(reading, "gcloud functions deploy"))
    for file, notebook in own_code(reading):
        is_google = _imports(file, GOOGLE) or (is_deployed and not _imports(file, AMAZON))
        for entry in file.definitions:
            is_function = entry.kind != "class" and "." not in entry.name
            if is_function and (_takes_an_event(entry) or _is_decorated(entry)):
                place = place_in(file, notebook, entry.line)
                yield Clue(file.role, place), is_google or _is_decorated(entry)


def _imports(file: SourceFile, packages: tuple[str, ...]) -> bool:
    return any(is_under(_module(e.module, e.name), packages) for e in file.imports)


def _module(module: str, name: str | None) -> str:
    return f"{module}.{name}" if name else module


def _takes_an_event(entry: Definition) -> bool:
    return [name for name, _ in entry.parameters] in PARAMETERS


def _is_decorated(entry: Definition) -> bool:
    return any(each.startswith("functions_framework.") for each in entry.decorators)
