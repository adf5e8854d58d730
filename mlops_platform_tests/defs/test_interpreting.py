from collections.abc import Sequence

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.language_model import Exchange, NoReply, Question, Reply, Silence
from mlops_platform.defs.interpreting import NOT_SENT, Interpreting
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.fakes.language_model import SpeakingModel

REPORT = sample_report()
CHANGES = compare_reports(REPORT, None)
LINK = "http://127.0.0.1:5000/#/experiments/1"


class KeptTraces:
    """Fits the port `Traces`."""

    def __init__(self) -> None:
        self.kept: list[Exchange] = []

    def record(self, repository: str, model: str, exchanges: Sequence[Exchange]) -> str:
        assert (repository, model) == (REPORT.repository, "fake/parrot")
        self.kept.extend(exchanges)
        return LINK


class Remembering(SpeakingModel):
    """Remembers all but `forgotten`."""

    forgotten = ""

    def _reply(self, question: Question) -> Reply | NoReply:
        reply = super()._reply(question)
        if question.asset == self.forgotten or isinstance(reply, NoReply):
            return reply
        return Reply(asset=question.asset, text=reply.text, is_remembered=True)


def traced(model: SpeakingModel, *, ask: bool = True) -> tuple[str, list[Exchange]]:
    traces = KeptTraces()
    interpreting = Interpreting(model, 100_000, traces)
    said = interpreting.put_into_words(REPORT, CHANGES, ask=ask)
    return interpreting.traced(said), traces.kept


def test_every_call_is_kept_with_the_hashes_that_stand_beside_the_words():
    traces = KeptTraces()
    interpreting = Interpreting(SpeakingModel(), 100_000, traces)
    said = interpreting.put_into_words(REPORT, CHANGES, ask=True)
    assert interpreting.traced(said) == LINK
    hashes = {each.asset: (each.prompt, each.evidence) for each in said.section.words}
    assert len(traces.kept) == 4
    for each in traces.kept:
        assert (each.prompt, each.evidence) == hashes[each.question.asset]


def test_only_what_was_sent_is_kept():
    model = Remembering()
    model.forgotten = "mlops_readiness"
    link, kept = traced(model)
    assert (link, [each.question.asset for each in kept]) == (LINK, ["mlops_readiness"])


def test_where_no_call_was_made_a_sentence_says_so():
    assert traced(Remembering()) == (NOT_SENT, [])
    left_alone = SpeakingModel(
        lambda q: NoReply(asset=q.asset, silence=Silence.OVER_BUDGET, because="No room.")
    )
    assert traced(left_alone) == (NOT_SENT, [])


def test_where_nobody_is_asked_nothing_is_said_of_traces():
    model = SpeakingModel()
    assert traced(model, ask=False) == ("", [])
    assert model.rounds == []
