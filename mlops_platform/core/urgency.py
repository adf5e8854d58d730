"""How soon, and how, a model is trained again: the words that a recommendation is made of."""

from enum import StrEnum


class Urgency(StrEnum):
    """How soon the next step is due, soonest first."""

    IMMEDIATE = "immediate"
    SOON = "soon"
    MONITOR = "monitor"
    NONE = "none"


class Strategy(StrEnum):
    """How the model changes."""

    FINE_TUNE = "fine_tune"
    FULL_RETRAIN = "full_retrain"
    DATA_AUGMENTATION = "data_augmentation"
    ARCHITECTURE_CHANGE = "architecture_change"
    ENSEMBLE = "ensemble"
    FIX_DATA = "fix_data"
    NONE = "none"
