"""A requirement names what no index has: a known misnomer is corrected, anything else left out.

If the code really needs it, the run says so: nothing is hidden by this.
"""

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.modules import name_of
from mlops_platform.core.failures.resolver import normal, read_complaint

CERTAINTY = 1
RIGHT_NAMES = {
    "sklearn": "scikit-learn",
    "opencv": "opencv-python-headless",
    "cv2": "opencv-python-headless",
    "pil": "pillow",
    "yaml": "pyyaml",
    "bs4": "beautifulsoup4",
    "pytorch": "torch",
    "tensorflow-macos": "tensorflow",
    "tensorflow-intel": "tensorflow",
    "tensorflow-gpu": "tensorflow",
    "dotenv": "python-dotenv",
}
"""Requirements that are no distribution, or one that only says what to use instead."""


def repair(case: Case) -> Change | None:
    """Correct or leave out the lines of the distributions that were not found."""
    failure, plan = case.failure, case.plan
    complaint = read_complaint(failure)
    if complaint is None or complaint.is_unreachable:
        return None
    unknown = {normal(name) for name in complaint.about("not_found", "pip_none")}
    built = {normal(name) for name in complaint.about("build", "deprecated")}
    unknown |= {name for name in built if name in RIGHT_NAMES}
    lines = plan.environment.requirements
    hit = [line for line in lines if normal(name_of(line)) in unknown]
    if not hit:
        return None
    kept = [line for line in lines if line not in hit]
    right = {RIGHT_NAMES.get(normal(name_of(line)), "") for line in hit} - {""}
    added = sorted(right - {normal(name_of(line)) for line in kept})
    names = ", ".join(f"`{name_of(line)}`" for line in hit)
    left_out = tuple(f"{name_of(line)}: {_reason(normal(name_of(line)))}" for line in hit)
    changed = with_environment(
        plan,
        requirements=(*kept, *added),
        left_out=(*plan.environment.left_out, *left_out),
    )
    instead = f", {', '.join(f'`{name}`' for name in added)} is installed instead" if added else ""
    return Change(changed, complaint.because, f"{names} is left out{instead}")


def _reason(name: str) -> str:
    right = RIGHT_NAMES.get(name)
    return f"its name is {right}" if right else "the package index has no such distribution"
