"""Each misbehaviour of a service, from the question to the rendered report.

It ends in time with the reason that is documented, changes nothing but words, and nothing active
reaches a format or a log.
"""

import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest

from mlops_platform.adapters.openai_language_model import OpenAILanguageModel
from mlops_platform.adapters.remembered_replies import RememberedReplies
from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.compose_report import compose_report
from mlops_platform.core.formats import html, markdown, terminal
from mlops_platform.core.formats import json as json_format
from mlops_platform.core.interpret import interpret
from mlops_platform.core.language_model import Silence, Words
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.adapters.language_model.questions import (
    KEY,
    PLENTY,
    endpoint_at,
    question,
)
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.servers.language_model_stub import (
    LanguageModelStub,
    serve_language_model,
)
from mlops_platform_tests.servers.well_behaved_answer import evidence_of, well_behaved

pytestmark = pytest.mark.integration

SECONDS, SLACK = 10.0, 5.0
FORMATS = (html, markdown, terminal, json_format)
ACTIVE = ("\x1b", "\x9b", "\u202e", "<script", "](http", "![", KEY, KEY[4:20], "attacker")
REPORT = sample_report()
ASKED = ("project_profile", "mlops_readiness", "deployment_readiness", "readiness_report")


@pytest.fixture(scope="module")
def service() -> Iterator[LanguageModelStub]:
    with serve_language_model(well_behaved) as stub:
        OpenAILanguageModel(endpoint_at(stub)).ask([question()], PLENTY)  # loads what asks
        yield stub


@pytest.fixture
def stub(service: LanguageModelStub) -> LanguageModelStub:
    service.mode, service.answer, service.retry_after = "", well_behaved, "0"
    service.requests.clear()
    return service


def put_into_words(stub: LanguageModelStub, tmp_path, seconds: float = SECONDS) -> ReadinessReport:
    """Ask as an analysis does, within what three questions at a time and the report's may take."""
    service = OpenAILanguageModel(endpoint_at(stub, seconds=seconds))
    model = RememberedReplies(service, UPathSections(tmp_path), stub.url)
    before, began = REPORT.model_dump_json(), time.monotonic()
    section = interpret(REPORT, None, model, PLENTY).section
    assert time.monotonic() - began < 2 * seconds + SLACK
    assert REPORT.model_dump_json() == before
    return compose_report(REPORT, compare_reports(REPORT, None), section)


def words_of(report: ReadinessReport) -> dict[str, Words]:
    spoken = {asset: each.interpretation for asset, each in report.sections.by_asset().items()}
    return {a: w for a, w in (spoken | {report.asset: report.interpretation}).items() if w}


def bare(report: ReadinessReport) -> dict[str, Any]:
    """Return the JSON report without a model's words."""
    value = json.loads(json_format.render(report))
    for section in value["sections"].values():
        del section["interpretation"]
    return {
        key: each for key, each in value.items() if key not in ("interpretation", "language_model")
    }


def assert_only_words_differ(report: ReadinessReport, log: str) -> None:
    assert bare(report) == bare(REPORT)
    assert active_signs(log) == []
    assert [active_signs(each.render(report)) for each in FORMATS] == INERT


def active_signs(shown: str) -> list[str]:
    return [sign for sign in ACTIVE for _ in range(shown.count(sign))]


INERT = [active_signs(each.render(REPORT)) for each in FORMATS]
"""Our own links."""


MODES = {
    "limited": Silence.RATE_LIMITED,
    "failing": Silence.UNREACHABLE,
    "unauthorized": Silence.REFUSED,
    "echoing": Silence.REFUSED,
    "redirecting": Silence.REFUSED,
    "hanging": Silence.TIMED_OUT,
    "dripping": Silence.TIMED_OUT,
    "dripping_headers": Silence.TIMED_OUT,
    "cut": Silence.UNREACHABLE,
    "html": Silence.UNREADABLE,
    "huge": Silence.UNREADABLE,
    "bomb": Silence.UNREADABLE,
    "failing_bomb": Silence.UNREADABLE,
    "codec": Silence.REFUSED,
    "invalid": Silence.UNREADABLE,
    "truncated": Silence.UNREADABLE,
    "tools": Silence.UNREADABLE,
    "lengthy": Silence.UNREADABLE,
    "empty": Silence.UNREADABLE,
    "no_choices": Silence.UNREADABLE,
    "filtered": Silence.REFUSED,
    "leaking": Silence.REJECTED,
    "leaking_escaped": Silence.REJECTED,
}


@pytest.mark.parametrize("mode", MODES)
def test_a_misbehaving_service_changes_nothing_but_words(stub, mode, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    stub.mode = mode
    with serve_language_model(well_behaved) as elsewhere:
        stub.target = elsewhere.url.removesuffix("/v1")
        seconds = 1.0 if MODES[mode] is Silence.TIMED_OUT else SECONDS
        report = put_into_words(stub, tmp_path, seconds)
        assert elsewhere.requests == []
    asked = [words for asset, words in words_of(report).items() if asset in ASKED]
    assert {words.silence for words in asked} == {MODES[mode]}
    assert not any(words.interpretation for words in words_of(report).values())
    assert_only_words_differ(report, caplog.text)
    assert not (tmp_path / "remembered_replies").exists()


def lying(text: str, **more: object):
    """Say it of the first finding, and of its section."""

    def answer(body: dict[str, Any]) -> str:
        lines = evidence_of(body)
        cited = [lines[0]["id"], next(line["id"] for line in lines if "claim" in line)]
        return json.dumps({"summary": [{"text": text, "findings": cited}]} | more)

    return answer


LIES = {
    "a changed number": (lying("It regains 7.77 points."), Silence.REJECTED),
    "an inflated score": (lying("The score is 10 of 10."), Silence.REJECTED),
    "a foreign finding": (
        lambda _: json.dumps({"summary": [{"text": "Well.", "findings": ["x.all_is_well"]}]}),
        Silence.REJECTED,
    ),
    "HTML": (lying("<script>alert(1)</script>"), Silence.REJECTED),
    "an image": (lying("![x](https://attacker.example/x.png)"), Silence.REJECTED),
    "terminal escapes": (lying("\x1b[31mred\x9b0m\u202e"), Silence.REJECTED),
    "a secret": (lying("Use gsk_" + "a1B2" * 13), Silence.REJECTED),
    "a score of its own": (lying("Well.", readiness_score=10), Silence.UNREADABLE),
    "an unknown enum": (lying("Well.", urgency="never"), Silence.UNREADABLE),
    "NaN": (lambda body: lying("Well.")(body)[:-1] + ', "confidence": NaN}', Silence.UNREADABLE),
    "truncated JSON": (lambda body: well_behaved(body)[:-9], Silence.UNREADABLE),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_model_changes_nothing_but_words(stub, lie, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    stub.answer, silence = LIES[lie]
    report = put_into_words(stub, tmp_path)
    assert {words.silence for asset, words in words_of(report).items() if asset in ASKED} == {
        silence
    }
    assert len(stub.requests) == 6, "three questions, each corrected once"
    assert_only_words_differ(report, caplog.text)
    assert not (tmp_path / "remembered_replies").exists()


def test_a_well_behaved_model_is_heard_and_remembered(stub, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    report = put_into_words(stub, tmp_path)
    assert {a for a, words in words_of(report).items() if words.interpretation} == set(ASKED)
    assert len(stub.requests) == len(ASKED)
    assert put_into_words(stub, tmp_path) == report
    assert len(stub.requests) == len(ASKED)
    assert_only_words_differ(report, caplog.text)
