"""How far the words of a language model can be trusted, on reports of real repositories.

    LLM_PROVIDER=groq GROQ_API_KEY=… python benchmarks/interpretation/judge_words.py [REPO …]

REPO is what `mlops-platform analyze` takes; the projects in `examples/` are always among them. Each
report is made once, without a model; then its questions are asked twice, and nothing is remembered
in between. The endpoint is the one that the settings name (docs/settings.md). Per repository:

* **faithful**: share of the sentences of all readable replies, refused ones too, that cite only
  what they were shown and state no number that this does not hold. What a reader sees is checked by
  the same code, so there it is always 100 %; this is what the model did on its own.
* **covered**: share of the ten open findings that regain most points which some accepted sentence
  cites.
* **stable**: findings that both rounds cite, of those that one of them cites (Jaccard).
* **refused**: share of replies that were not accepted, first tries and corrections alike.
* requests, tokens and cost of both rounds; "?" where the prices are not known (`LLM_PRICES`).

Whether a sentence follows from what it cites, only a person can judge: `--show` prints each with
its citations.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))

from mlops_platform.adapters.language_model.presets import endpoint_of  # noqa: E402
from mlops_platform.adapters.openai_language_model import OpenAILanguageModel  # noqa: E402
from mlops_platform.core.evidence_block.block import EvidenceBlock, Line  # noqa: E402
from mlops_platform.core.interpret import Interpreted, interpret  # noqa: E402
from mlops_platform.core.language_model import (  # noqa: E402
    Exchange,
    LanguageModel,
    Reply,
    Statement,
)
from mlops_platform.core.report.outline import OPEN  # noqa: E402
from mlops_platform.core.report.quotation import labelled_statements  # noqa: E402
from mlops_platform.core.sections.readiness_report import ReadinessReport  # noqa: E402
from mlops_platform.core.settings import load_settings  # noqa: E402
from mlops_platform.core.verifying.answer import (  # noqa: E402
    Sentence,
    UnreadableAnswerError,
    read_answer,
)
from mlops_platform.core.verifying.verify import Fault, verify  # noqa: E402

ROUNDS, FIRST = 2, 10
HEAD = ("repository", "faithful", "covered", "stable", "refused", "requests", "tokens", "dollars")


class Count(NamedTuple):
    """Some of all."""

    some: int
    all: int

    def __str__(self) -> str:
        """Show the share, and of how many."""
        return f"{100 * self.some / self.all:.0f} % of {self.all}" if self.all else "none"


def main() -> None:
    """Judge the endpoint of the settings on every repository."""
    parser = argparse.ArgumentParser()
    parser.add_argument("repositories", nargs="*")
    parser.add_argument("--show", action="store_true", help="print the accepted sentences")
    asked = parser.parse_args()
    settings = load_settings()
    endpoint = endpoint_of(settings)
    if endpoint is None:
        sys.exit(
            "No language model is configured; set LLM_PROVIDER and its key (docs/settings.md)."
        )
    model = OpenAILanguageModel(endpoint)
    print(f"{model.name}, {settings.token_budget} tokens a round\n")
    print("| " + " | ".join(HEAD) + " |\n|" + " --- |" * len(HEAD))
    examples = sorted(str(each) for each in (TOP / "examples").iterdir() if each.is_dir())
    for repository in [*examples, *asked.repositories]:
        report = analyzed(repository)
        rounds = ask(report, model, settings.token_budget)
        print("| " + " | ".join(judged(report, rounds)) + " |", flush=True)
        if asked.show:
            print("\n" + "\n".join(shown(rounds[0])) + "\n")


def analyzed(repository: str) -> ReadinessReport:
    """Make the report of a repository, without a model."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        command = [sys.executable, "-m", "mlops_platform.cli", "analyze", repository, "--no-llm"]
        subprocess.run([*command, "--format", "json", "--output", output], cwd=TOP, check=True)
        return ReadinessReport.model_validate_json(output.read_text())


def ask(report: ReadinessReport, model: LanguageModel, tokens: int) -> list[Interpreted]:
    """Ask the questions of a report in each round anew."""
    return [interpret(report, None, model, tokens) for _ in range(ROUNDS)]


def judged(report: ReadinessReport, rounds: Sequence[Interpreted]) -> list[str]:
    """Return one row of the table."""
    exchanges = [each for one in rounds for each in one.exchanges]
    usages = [each.reply.usage for each in exchanges]
    costs = [each.cost for each in usages if each.cost is not None]
    cited = [citations(each) for each in rounds]
    return [
        report.repository,
        str(faithful(exchanges)),
        str(covered(report, cited[0])),
        str(Count(len(set.intersection(*cited)), len(set.union(*cited)))),
        str(refused(exchanges)),
        str(sum(each.requests for each in usages)),
        str(sum(each.prompt_tokens + each.completion_tokens for each in usages)),
        f"{sum(costs):.4f}" if len(costs) == len(usages) else "?",
    ]


def faithful(exchanges: Sequence[Exchange]) -> Count:
    """Count the sentences that the evidence beside them supports."""
    supported = [
        not isinstance(verify(each.question.asset, alone(each, sentence), evidence(each)), Fault)
        for each in exchanges
        for sentence in sentences(each)
    ]
    return Count(sum(supported), len(supported))


def refused(exchanges: Sequence[Exchange]) -> Count:
    """Count the replies that were not accepted."""
    replies = [each for each in exchanges if isinstance(each.reply, Reply)]
    return Count(sum(each.verdict != "accepted" for each in replies), len(replies))


def covered(report: ReadinessReport, cited: set[str]) -> Count:
    """Count which of the first findings are cited."""
    weighed = sorted(
        (-(finding.total_points or 0), -finding.points, f"{asset}.{finding.rule}")
        for asset, section in report.sections.by_asset().items()
        for finding in section.findings
        if finding.outcome in OPEN and not finding.waived
    )
    first = {name for _, _, name in weighed[:FIRST]}
    return Count(len(first & cited), len(first))


def citations(said: Interpreted) -> set[str]:
    """Return the findings that accepted words cite."""
    return {name for each in statements(said) for name in each.findings if "." in name}


def statements(said: Interpreted) -> Iterator[Statement]:
    """Yield every accepted sentence."""
    for words in said.section.words:
        if words.interpretation:
            for _, found in labelled_statements(words.interpretation):
                yield from found


def shown(said: Interpreted) -> Iterator[str]:
    """Yield each accepted sentence as a line, for a person to judge."""
    for each in statements(said):
        yield f"- {each.text}  [{', '.join(each.findings)}]"


def sentences(exchange: Exchange) -> list[Sentence]:
    """Return the sentences of a reply, none where it cannot be read."""
    if not isinstance(exchange.reply, Reply):
        return []
    try:
        answer = read_answer(exchange.question.asset, exchange.reply.text)
    except UnreadableAnswerError:
        return []
    return [sentence for _, sentence in answer.sentences()]


def alone(exchange: Exchange, sentence: Sentence) -> str:
    """Return an answer that says this sentence only."""
    answer: dict[str, object] = {"summary": [sentence.model_dump(mode="json")]}
    if exchange.question.asset == "retraining_recommendation":
        answer |= {"urgency": "none", "strategy": "none"}
    return json.dumps(answer)


def evidence(exchange: Exchange) -> EvidenceBlock:
    """Read back what was shown: the second message, one JSON object a line between two marks."""
    text = exchange.question.messages[1].text
    values = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    lines = tuple(Line(value.pop("id", ""), value, "claim" in value) for value in values)
    return EvidenceBlock(text, lines, 0)


if __name__ == "__main__":
    main()
