"""A language model that says what a test wants, and keeps what it was asked."""

import json
import re
from collections.abc import Callable, Sequence

from mlops_platform.core.language_model import NoReply, Question, Reply, Usage

Says = Callable[[Question], str | NoReply]


class SpeakingModel:
    """Fits the port `LanguageModel`; `rounds` are the questions, as they came together."""

    name = "fake/parrot"

    def __init__(self, says: Says | None = None) -> None:
        self.says = says or well_behaved
        self.rounds: list[list[Question]] = []
        self.tokens: list[int] = []
        self.kept: list[tuple[Question, Reply]] = []

    def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        self.rounds.append(list(questions))
        self.tokens.append(tokens)
        return tuple(self._reply(question) for question in questions)

    def keep(self, question: Question, reply: Reply) -> None:
        self.kept.append((question, reply))

    def asked(self) -> list[Question]:
        return [question for questions in self.rounds for question in questions]

    def _reply(self, question: Question) -> Reply | NoReply:
        said = self.says(question)
        if isinstance(said, NoReply):
            return said
        usage = Usage(requests=1, prompt_tokens=1_000, completion_tokens=100, seconds=0.1)
        return Reply(asset=question.asset, text=said, usage=usage)


def shown_lines(question: Question) -> list[dict]:
    """Read the evidence as a model would: what stands between the marks, line by line."""
    (user,) = [message.text for message in question.messages if message.role == "user"][:1]
    mark, content, end = re.fullmatch(r"<(\S+)>\n(.*)</(\S+)>\n", user, re.DOTALL).groups()
    assert mark == end
    assert mark not in content
    return [json.loads(line) for line in content.splitlines()]


def well_behaved(question: Question) -> str:
    """Say something true of the first findings."""
    return json.dumps(answer_to(question))


def answer_to(question: Question, text: str = "This matters most.", **more: object) -> dict:
    """Return an answer that fits the question and cites its first finding."""
    lines = shown_lines(question)
    cited = [next(line["id"] for line in lines if "." in line.get("id", ""))]
    answer = {"summary": [{"text": text, "findings": cited}]}
    if question.asset == "retraining_recommendation":
        answer |= {"urgency": lines[0]["mandated_urgency"], "strategy": lines[0]["strategy"]}
    return answer | more
