"""A data file is missing that a script of the repository writes: that script runs first."""

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change
from mlops_platform.core.failures.files import missing_file
from mlops_platform.core.failures.steps import script_of
from mlops_platform.core.run_plan import Purpose, RunStep

CERTAINTY = 2


def repair(case: Case) -> Change | None:
    """Put the script before the step that failed, where the code writes exactly this path."""
    failure, plan, facts = case
    missing, step = missing_file(failure), failure.step
    if missing is None or missing.is_written or missing.own is None or step is None:
        return None
    started = {script_of(each) for each in plan.steps}
    makers = [each for each in facts.written if each.path == missing.own]
    makers = [each for each in makers if each.script not in started]
    if len({each.script for each in makers}) != 1:
        return None
    maker = makers[0]
    first = RunStep(
        purpose=Purpose.PREPARE,
        arguments=("python", maker.script),
        recipe="data_script_first",
        because=f"{maker.script} writes {maker.path}",
        evidence=(maker.evidence,),
    )
    position = plan.steps.index(step)
    steps = (*plan.steps[:position], first, *plan.steps[position:])
    change = (
        f"`{maker.script}` runs first, which writes `{maker.path}` (line {maker.evidence.line})"
    )
    return Change(plan.model_copy(update={"steps": steps}), missing.because, change)
