"""What a repository states about itself in `.mlops-platform.yaml`.

It is untrusted. It names its own files and column, and waives claims with a reason that is shown;
a waiver changes no score, lifts no cap, and no setting of the operator can be reached from here.
"""

from mlops_platform.core.evidence import Evidence, Frozen

PATH = ".mlops-platform.yaml"


class Waiver(Frozen):
    """A claim that the repository does not want to make true, by `asset/rule`, and why."""

    rule: str
    reason: str
    line: int


class StatedEntryPoint(Frozen):
    """A file that trains or evaluates, and the command that starts it."""

    path: str
    command: str
    line: int


class Declaration(Frozen):
    """Everything that is stated, and what is wrong with the file. Empty where there is none."""

    training: tuple[StatedEntryPoint, ...] = ()
    evaluation: tuple[StatedEntryPoint, ...] = ()
    target: str | None = None
    waivers: tuple[Waiver, ...] = ()
    mistakes: tuple[Evidence, ...] = ()
