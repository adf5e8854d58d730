"""The engine of repairs: from a plan that failed to the plan to try next, or to nothing."""

from collections.abc import Collection

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Repair, RunPlan

REPAIRS = "mlops_platform.core.repairs"
SAID = 1
"""The certainty of a repair that the log asks for in so many words."""

MOST_AT_ONCE = 2
"""So many causes that have nothing to do with each other are mended for one attempt."""

_MENDABLE = frozenset({Ending.FAILED, Ending.NOT_RUNNABLE})
# A deadline, a limit or a kill says nothing about what the plan lacks.


def repair(case: Case, tried: Collection[RunPlan] = ()) -> RunPlan | None:
    """Return the next plan, None where no repair is known or all of them were tried.

    The surest repairs are asked first; a second one joins where the log asks for it as plainly,
    and it changes another part of the plan. `tried` are plans of former attempts; none of them is
    made again.
    """
    failure, plan, facts = case
    if failure.ending not in _MENDABLE:
        return None
    seen = {_asked(each) for each in (plan, *tried)}
    current, made = plan, 0
    for module in sorted(plugins(REPAIRS), key=lambda each: each.CERTAINTY):
        change: Change | None = module.repair(Case(failure, current, facts))
        if change is None or _asked(change.plan) in seen:
            continue
        is_apart = not _parts(current, change.plan) & _parts(plan, current)
        if made and not (is_apart and module.CERTAINTY == SAID):
            continue
        name = module.__name__.rpartition(".")[2]
        note = Repair(repair=name, because=change.because, change=change.change)
        current = change.plan.model_copy(update={"repairs": (*current.repairs, note)})
        made += 1
        if made == MOST_AT_ONCE:
            break
    return current if made else None


def _asked(plan: RunPlan) -> str:
    """Return what a plan asks for, without what led to it."""
    return plan.model_copy(update={"repairs": ()}).model_dump_json()


def _parts(before: RunPlan, after: RunPlan) -> set[str]:
    """Return the parts in which two plans differ."""
    parts = set(RunPlan.model_fields) - {"repairs"}
    return {part for part in parts if getattr(before, part) != getattr(after, part)}
