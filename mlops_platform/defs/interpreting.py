"""The resource `interpreting`: whom to ask for words, how much that may take, where calls go."""

from typing import NamedTuple

from mlops_platform.core.interpret import Interpreted, interpret, without_words
from mlops_platform.core.language_model import Exchange, LanguageModel, Reply, Traces
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges

NOT_SENT = "No call was made that could be traced."


class Interpreting(NamedTuple):
    """The language model, None where none is configured; its budget; its traces, if kept."""

    model: LanguageModel | None = None
    tokens: int = 0
    traces: Traces | None = None

    def put_into_words(
        self, report: ReadinessReport, changes: ReportChanges, *, ask: bool
    ) -> Interpreted:
        """Ask the model, or say why nobody was asked."""
        if self.model is None or not ask:
            name = self.model.name if self.model else ""
            return Interpreted(without_words(report, name))
        return interpret(report, changes.changes, self.model, self.tokens)

    def traced(self, said: Interpreted) -> str:
        """Keep what was really asked; return a link to it, or a sentence; "" where none is due."""
        asked = [each for each in said.exchanges if _was_sent(each)]
        if not asked:
            return NOT_SENT if said.exchanges else ""
        if self.traces is None:
            return ""
        section = said.section
        return self.traces.record(section.revision.repository, section.language_model, asked)


def _was_sent(exchange: Exchange) -> bool:
    is_remembered = isinstance(exchange.reply, Reply) and exchange.reply.is_remembered
    return not is_remembered and exchange.reply.usage.requests > 0
