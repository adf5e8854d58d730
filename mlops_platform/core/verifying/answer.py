"""What a language model may answer: sentences, each with the ids that it rests on."""

from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform.core.verifying.strict_json import NotJsonError, read_object

MOST_FAULTS, LONGEST_QUOTE = 5, 40

Text = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=120)]


class Sentence(Frozen):
    """One sentence, not yet verified."""

    text: Text
    findings: Annotated[tuple[Id, ...], Field(min_length=1, max_length=8)]


Few = Annotated[tuple[Sentence, ...], Field(max_length=4)]


class Answer(Frozen):
    """The form of every answer."""

    summary: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=4)]
    root_causes: Annotated[tuple[Sentence, ...], Field(max_length=6)] = ()
    recommendations: Annotated[tuple[Sentence, ...], Field(max_length=8)] = ()
    rationale: Few = ()

    def sentences(self) -> list[tuple[str, Sentence]]:
        """Return all sentences, each with its place."""
        lists = {name: value for name, value in self if isinstance(value, tuple)}
        return [(f"{n}[{i}]", each) for n, found in lists.items() for i, each in enumerate(found)]


class RetrainingAnswer(Answer):
    """For retraining, also how soon, and how."""

    urgency: Urgency
    strategy: Strategy


class ReportAnswer(Answer):
    """For the whole report, also what the changes mean."""

    changes: Few = ()


ANSWERS: dict[str, type[Answer]] = {
    "readiness_report": ReportAnswer,
    "retraining_recommendation": RetrainingAnswer,
}


class UnreadableAnswerError(ValueError):
    """A reply that has not the form; `faults` are clauses."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def read_answer(asset: str, text: str) -> Answer:
    """Read a reply strictly. Raises UnreadableAnswerError."""
    try:
        value = read_object(text)
    except NotJsonError as error:
        raise UnreadableAnswerError([str(error)]) from None
    try:
        return ANSWERS.get(asset, Answer).model_validate(value)
    except ValidationError as error:
        raise UnreadableAnswerError(_faults(error)) from None


def _faults(error: ValidationError) -> list[str]:
    # Pydantic's messages say what was expected; what was given is not among them.
    return [
        f"{_quoted('.'.join(str(part) for part in each['loc']))}: {each['msg']}"
        for each in error.errors(include_input=False, include_url=False)[:MOST_FAULTS]
    ]


def _quoted(text: str) -> str:
    return one_line(text, LONGEST_QUOTE)
