"""A requirement exists for Windows or macOS only, or for one GPU: it is left out, with the reason.

A build tag such as `+cu118`, which only a foreign index has, is taken off instead.
"""

import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.resolver import Complaint, read_complaint
from mlops_platform.core.planning.requirement_lines import name_of
from mlops_platform.core.profiling.distributions import normalised
from mlops_platform.core.run_plan import RunPlan

CERTAINTY = 1
ELSEWHERE_ONLY = frozenset(
    "pywin32 pypiwin32 pywinpty pywin32-ctypes win32-setctime wincertstore win-inet-pton winshell"
    " win-unicode-console pyreadline appnope pyobjc pyobjc-core pyobjc-framework-cocoa"
    " tensorflow-metal tensorflow-io-gcs-filesystem-macos"
    " jax-metal torch-directml onnxruntime-directml windows-curses comtypes wmi".split()
)
_LOCAL = re.compile(r"(===?\s*[0-9][\w.!]{0,40})\+[A-Za-z0-9.]{1,40}")


def repair(case: Case) -> Change | None:
    """Take what this platform cannot have out of the requirements."""
    failure, plan = case.failure, case.plan
    complaint = read_complaint(failure)
    if complaint is None:
        return None
    return _without_tags(complaint, plan) or _without_others(complaint, plan)


def _without_tags(complaint: Complaint, plan: RunPlan) -> Change | None:
    lines = plan.environment.requirements
    bare = tuple(_LOCAL.sub(r"\1", line) for line in lines)
    if bare == lines or "+" not in complaint.sentence:
        return None
    names = ", ".join(
        f"`{name_of(one)}`" for one, other in zip(lines, bare, strict=True) if one != other
    )
    change = f"the build tag of {names} is taken off: only a foreign index has such a build"
    return Change(with_environment(plan, requirements=bare), complaint.because, change)


def _without_others(complaint: Complaint, plan: RunPlan) -> Change | None:
    lines = plan.environment.requirements
    foreign = {normalised(name) for name in complaint.about("platform")}
    known = [line for line in lines if name_of(line) in ELSEWHERE_ONLY]
    hit = [line for line in lines if name_of(line) in foreign]
    if not hit and not any(complaint.mentions(name_of(line)) for line in known):
        return None
    out = [line for line in lines if line in hit or line in known]
    left_out = tuple(f"{name_of(line)}: it is for other systems" for line in out)
    changed = with_environment(
        plan,
        requirements=tuple(line for line in lines if line not in out),
        left_out=(*plan.environment.left_out, *left_out),
    )
    names = ", ".join(f"`{name_of(line)}`" for line in out)
    return Change(changed, complaint.because, f"{names} is left out: there is none for Linux")
