"""Clues that an experiment tracker is used through a training framework, without its own import."""

from functools import lru_cache

from mlops_platform.core.clues.clue import Clue, named
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.one_reading import OneReading
from mlops_platform.core.facts.own_code import foreign_packages, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile

INTEGRATIONS = (
    "ray.air.integrations",
    "ray.tune.integration",
    "ray.tune.logger",
    "optuna.integration",
    "optuna_integration",
)
LOGGERS = ("pytorch_lightning.loggers", "lightning.pytorch.loggers", "lightning.fabric.loggers")
TRAINERS = frozenset({"transformers", "accelerate", "trl", "sentence_transformers", "diffusers"})
CHOICES = frozenset({"report_to", "log_with"})


def lightning_logger(reading: Reading, logger: str, module: str) -> tuple[Clue, ...]:
    """Find a Lightning logger by its class, named through its package or its module."""
    classes = [f"{place}.{name}" for place in LOGGERS for name in (logger, f"{module}.{logger}")]
    return named(reading, *classes)


def integration(reading: Reading, module: str) -> tuple[Clue, ...]:
    """Find the callbacks that tuning frameworks bring for this tracker."""
    return named(reading, *(f"{place}.{module}" for place in INTEGRATIONS))


def trainer_reports_to(reading: Reading, tracker: str) -> tuple[Clue, ...]:
    """Find trainers of Hugging Face that are told to report to this tracker."""
    return tuple(
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook in _with_a_trainer(OneReading(reading))
        for call in file.calls
        if any(word in CHOICES and value == tracker for word, value in call.keywords)
    )


@lru_cache(maxsize=1)
def _with_a_trainer(one: OneReading) -> list[tuple[SourceFile, Notebook | None]]:
    return [each for each in own_code(one.reading) if foreign_packages(each[0]) & TRAINERS]
