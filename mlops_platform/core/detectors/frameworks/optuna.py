"""Optuna: search for hyper-parameters, from code or as Hydra's sweeper."""

from mlops_platform.core.clues.clue import configured, declared, imported
from mlops_platform.core.clues.conclude import framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and Hydra settings that choose it, else its declaration."""
    used = (*imported(reading, "optuna"), *configured(reading, "hydra", "sweeper optuna"))
    return framework("optuna", used, declared(reading, "optuna", "hydra-optuna-sweeper"))
