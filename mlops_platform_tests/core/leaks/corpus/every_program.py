"""All programs, by file and name: files of a repository, and whether it has a defect."""

from typing import NamedTuple

from mlops_platform_tests.core.leaks.corpus import (
    evaluation,
    feature_selection,
    multi_test,
    one_way,
    order_and_groups,
    overlap,
    own_rows,
    preprocessing,
    refitted,
    resampling,
    short_preprocessing,
    short_scores,
    target_encoding,
    unseen,
)

TOPICS = (
    evaluation,
    feature_selection,
    multi_test,
    one_way,
    order_and_groups,
    overlap,
    own_rows,
    preprocessing,
    refitted,
    resampling,
    short_preprocessing,
    short_scores,
    target_encoding,
    unseen,
)


class Sample(NamedTuple):
    """A repository: its files by path."""

    name: str
    files: dict[str, str]


def _samples(member: str) -> tuple[Sample, ...]:
    return tuple(
        Sample(
            f"{topic.__name__.rpartition('.')[2]}: {name}",
            {"train.py": program} if isinstance(program, str) else program,
        )
        for topic in TOPICS
        for name, program in getattr(topic, member).items()
    )


LEAKY = _samples("LEAKY")
CLEAN = _samples("CLEAN")
