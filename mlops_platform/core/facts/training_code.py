"""The practices of training code: what each file that belongs to training does well or badly.

Only files that train, and what they import, are parsed, each once; nothing is run. Every reader on
the shelf `practices` is asked about every file; a sighting bears the name of its rule.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Evidence, Sighting
from mlops_platform.core.facts.practices import (
    configuration,
    data_loading,
    devices,
    errors,
    kept_weights,
    keras_training,
    losses,
    outcomes,
    randomness,
    seeds,
    tables,
    torch_loops,
    torch_modes,
    torch_schedulers,
    unsafe_loading,
)
from mlops_platform.core.facts.practices.seen import Seen
from mlops_platform.core.facts.python.call_parts import called
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin
from mlops_platform.core.facts.python.measuring import measures
from mlops_platform.core.facts.python.syntax import quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.training_programs import TrainingPrograms

MOST_SIGHTINGS = 100
"""Of one practice; where there are more, as large a share of them is sound as of all."""

MOST_MEASURES = 4
"""Places that measure; the first few are proof enough."""

_TOO_DEEP = "nested too deeply to be read"
Reader = Callable[[Code, Kin], Iterator[Seen]]
SHELF = (
    configuration,
    data_loading,
    devices,
    errors,
    kept_weights,
    keras_training,
    losses,
    outcomes,
    randomness,
    seeds,
    tables,
    torch_loops,
    torch_modes,
    torch_schedulers,
    unsafe_loading,
)
READERS: tuple[Reader, ...] = tuple(reader for theme in SHELF for reader in theme.READERS)


class TrainingCodeFacts(NamedTuple):
    """What training code does; `training_files` are the files that fit a model.

    `measures` are places that measure it without a metric of a library.
    """

    training_files: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    unread: tuple[Evidence, ...]
    measures: tuple[Evidence, ...] = ()


def read_training_code(
    checkout: Checkout, repository: RepositoryFacts, entry_points: Collection[str] = ()
) -> TrainingCodeFacts:
    """Read the practices of the files that train; `entry_points` are known to belong to it."""
    with quiet_parsing():
        return _read(checkout, repository, entry_points)


def _read(
    checkout: Checkout, repository: RepositoryFacts, entry_points: Collection[str]
) -> TrainingCodeFacts:
    programs = TrainingPrograms(checkout, repository)
    found: dict[str, set[Sighting]] = {}
    unread: set[Evidence] = set()
    measured: set[Evidence] = set()
    programs.find(entry_points)
    for code, kin in programs.judged():
        if len(measured) < MOST_MEASURES:
            try:
                measured.update(code.at(each.node, called(each)) for each in measures(code, kin))
            except (RecursionError, MemoryError):
                unread.add(Evidence(path=code.path, note=_TOO_DEEP))
        for reader in READERS:
            seen = found.setdefault(reader.__name__, set())
            try:
                seen.update(_sightings(reader, code, kin))
            except (RecursionError, MemoryError):
                unread.add(Evidence(path=code.path, note=_TOO_DEEP))
    unread.update(Evidence(path=each.path, note=each.reason) for each in programs.unread)
    return TrainingCodeFacts(
        training_files=programs.learners,
        sightings=tuple(s for name in sorted(found) for s in _first(found[name])),
        unread=tuple(sorted(unread, key=_place)),
        measures=tuple(sorted(measured, key=_place)[:MOST_MEASURES]),
    )


def _sightings(reader: Reader, code: Code, kin: Kin) -> list[Sighting]:
    return [
        Sighting(
            practice=reader.__name__,
            name=seen.name,
            is_sound=seen.is_sound,
            evidence=seen.place,
        )
        for seen in reader(code, kin)
    ]


def _first(found: set[Sighting]) -> list[Sighting]:
    """Return the sightings in order, faults before the others."""
    ordered = sorted(found, key=lambda each: (*_place(each.evidence), each.name))
    faults = [each for each in ordered if not each.is_sound]
    sound = [each for each in ordered if each.is_sound]
    if len(found) > MOST_SIGHTINGS:
        kept = max(bool(faults), MOST_SIGHTINGS * len(faults) // len(found))
        faults, sound = faults[:kept], sound[: MOST_SIGHTINGS - kept]
    return [*faults, *sound]


def _place(evidence: Evidence) -> tuple[str, int, int, str]:
    return evidence.path or "", evidence.cell or 0, evidence.line or 0, evidence.note
