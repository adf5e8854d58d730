"""What happened to rows, in order: the log that predicates read."""

from enum import StrEnum
from typing import NamedTuple

from mlops_platform.core.facts.flow.plain_values import Learned, Place
from mlops_platform.core.facts.flow.rows import NO_ROWS, Rows


class Deed(StrEnum):
    """The kinds of events."""

    LOAD = "load"
    SPLIT = "split"
    FIT = "fit"
    TRANSFORM = "transform"
    PREDICT = "predict"
    SCORE = "score"
    CROSS_SCORE = "cross_score"
    SELECT = "select"
    SWAP = "swap"
    RANK_LABELS = "rank_labels"


class Event(NamedTuple):
    """One event. `rows` are those it is about; `learned` is what had gone into their features.

    `fits` are the serials of the fits that may have made the model of a score; `scores` those of
    the scores that a selection depends on, or `rows` where it looked at rows itself. `names` are
    what the program calls the rows. `own_row` is a feature that holds something of the target's own
    value in each row. `target` is the column that features and target both hold,
    `answer` the column that is to be predicted. `is_watched`: a fit that looks at held-out rows
    itself. Of splits: `is_shuffled`, `is_grouped` where whole groups stay together, and
    `ignores_groups` where groups were given that the splitter does not look at.
    """

    serial: int
    deed: Deed
    place: Place
    api: str
    rows: Rows = NO_ROWS
    learned: frozenset[Learned] = frozenset()
    own_row: Learned | None = None
    fits: tuple[int, ...] = ()
    scores: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    is_supervised: bool = False
    target: str = ""
    split: int = -1
    answer: str = ""
    is_watched: bool = False
    is_shuffled: bool = False
    is_grouped: bool = False
    ignores_groups: bool = False


class Trace(NamedTuple):
    """The events of one program, run from one file; `not_analysed` says why they are incomplete.

    `files` are those that were run: its own, and what it imports of the repository. `shown` are
    places in functions and files that are named after the mistake that they show.
    """

    path: str
    events: tuple[Event, ...]
    not_analysed: str = ""
    files: tuple[str, ...] = ()
    shown: frozenset[Place] = frozenset()
