"""Clues that an experiment tracker is used through a training framework, without its own import."""

from mlops_platform.core.clues import Clue, is_foreign, named, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile

LOGGERS = ("pytorch_lightning.loggers", "lightning.pytorch.loggers", "lightning.fabric.loggers")
TRAINERS = frozenset({"transformers", "accelerate", "trl", "sentence_transformers", "diffusers"})
CHOICES = frozenset({"report_to", "log_with"})


def lightning_logger(reading: Reading, logger: str, module: str) -> tuple[Clue, ...]:
    """Find a Lightning logger by its class, with or without the module that holds it."""
    classes = [f"{place}.{name}" for place in LOGGERS for name in (logger, f"{module}.{logger}")]
    return named(reading, *classes)


def trainer_reports_to(reading: Reading, tracker: str) -> tuple[Clue, ...]:
    """Find trainers of Hugging Face that are told to report to this tracker."""
    return tuple(
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook in own_code(reading)
        if _has_trainer(file)
        for call in file.calls
        if any(word in CHOICES and value == tracker for word, value in call.keywords)
    )


def _has_trainer(file: SourceFile) -> bool:
    return any(
        is_foreign(item) and item.module.partition(".")[0] in TRAINERS for item in file.imports
    )
