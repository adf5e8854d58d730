from collections.abc import Sequence

import pytest

from mlops_platform.adapters.remembered_replies import SHELF, RememberedReplies
from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.core.language_model import (
    Message,
    NoReply,
    Question,
    Reply,
    Silence,
    Usage,
)


class Speaker:
    """Fits the port `LanguageModel`; keeps what it was asked, and is silent about `silent`."""

    def __init__(self, name: str = "groq/llama", silent: str = "") -> None:
        self.name = name
        self._silent = silent
        self.asked: list[tuple[tuple[str, ...], int]] = []

    def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        self.asked.append((tuple(question.asset for question in questions), tokens))
        return tuple(self._answer(question) for question in questions)

    def keep(self, question: Question, reply: Reply) -> None:
        raise AssertionError("nobody but who remembers is told")

    def _answer(self, question: Question) -> Reply | NoReply:
        if question.asset == self._silent:
            return NoReply(asset=question.asset, silence=Silence.TIMED_OUT, because="Too late.")
        usage = Usage(requests=1, prompt_tokens=5, completion_tokens=5, seconds=1.0, cost=0.1)
        return Reply(asset=question.asset, text=f"about {question.asset}", usage=usage)


def question(asset: str, text: str = "What is wrong?", tokens: int = 100) -> Question:
    message = Message(role="user", text=text)
    return Question(asset=asset, messages=(message,), answer_tokens=tokens)


BOTH = (question("dataset_health"), question("training_assessment"))


def ask_and_keep(replies: RememberedReplies, questions=BOTH) -> tuple[Reply | NoReply, ...]:
    """Ask, and find every reply fit."""
    said = replies.ask(questions, 1_000)
    for each, reply in zip(questions, said, strict=True):
        if isinstance(reply, Reply):
            replies.keep(each, reply)
    return said


@pytest.fixture
def sections(tmp_path):
    return UPathSections(tmp_path)


def test_what_was_answered_once_is_not_asked_again_and_costs_nothing(sections):
    first = ask_and_keep(RememberedReplies(Speaker(), sections))
    speaker = Speaker()
    again = RememberedReplies(speaker, sections).ask(BOTH, 1_000)
    assert speaker.asked == []
    assert [reply.text for reply in again] == [reply.text for reply in first]
    assert all(reply.is_remembered and reply.usage == Usage() for reply in again)
    assert not any(reply.is_remembered for reply in first)


def test_only_what_is_not_remembered_is_asked_with_all_tokens_in_its_order(sections):
    ask_and_keep(RememberedReplies(Speaker(), sections), BOTH[1:])
    speaker = Speaker()
    three = (question("mlops_readiness"), BOTH[1], BOTH[0])
    replies = RememberedReplies(speaker, sections).ask(three, 700)
    assert speaker.asked == [(("mlops_readiness", "dataset_health"), 700)]
    assert [reply.asset for reply in replies] == [each.asset for each in three]
    assert [reply.is_remembered for reply in replies] == [False, True, False]


def test_silence_is_not_remembered(sections):
    ask_and_keep(RememberedReplies(Speaker(silent="dataset_health"), sections))
    speaker = Speaker()
    RememberedReplies(speaker, sections).ask(BOTH, 1_000)
    assert speaker.asked == [(("dataset_health",), 1_000)]


@pytest.mark.parametrize(
    ("speaker", "address", "asked"),
    [
        (Speaker("groq/other"), "", BOTH[0]),
        (Speaker(), "https://other.example", BOTH[0]),
        (Speaker(), "", question("dataset_health", "What else?")),
        (Speaker(), "", question("dataset_health", tokens=200)),
    ],
)
def test_another_model_place_text_or_length_is_another_question(sections, speaker, address, asked):
    ask_and_keep(RememberedReplies(Speaker(), sections))
    RememberedReplies(speaker, sections, address).ask([asked], 1_000)
    assert len(speaker.asked) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b'{"asset": "x"}', b"[" * 100_000])
def test_a_damaged_reply_is_as_none_and_is_replaced(sections, tmp_path, damage):
    ask_and_keep(RememberedReplies(Speaker(), sections))
    kept = sorted((tmp_path / SHELF).rglob("*.json"))
    assert len(kept) == 2
    for file in kept:
        file.write_bytes(damage)
    speaker = Speaker()
    ask_and_keep(RememberedReplies(speaker, sections))
    RememberedReplies(speaker, sections).ask(BOTH, 1_000)
    assert len(speaker.asked) == 1


def test_what_was_not_found_fit_is_asked_again(sections):
    RememberedReplies(Speaker(), sections).ask(BOTH, 1_000)
    speaker = Speaker()
    RememberedReplies(speaker, sections).ask(BOTH, 1_000)
    assert speaker.asked == [(("dataset_health", "training_assessment"), 1_000)]


def test_a_reply_to_a_correction_answers_the_question_the_next_time(sections):
    corrected = question("dataset_health", "Once more, without the prose.")
    replies = RememberedReplies(Speaker(), sections)
    (better,) = replies.ask([corrected], 1_000)
    replies.keep(BOTH[0], better)
    (again,) = RememberedReplies(Speaker(silent="dataset_health"), sections).ask(BOTH[:1], 1_000)
    assert (again.text, again.is_remembered) == (better.text, True)


class FullDisk(UPathSections):
    """A store that takes nothing."""

    def write(self, asset: str, repository: str, text: str) -> None:
        raise OSError(28, "No space left on device")


def test_a_store_that_takes_nothing_loses_no_words(tmp_path):
    replies = ask_and_keep(RememberedReplies(Speaker(), FullDisk(tmp_path)))
    assert [reply.text for reply in replies] == [
        "about dataset_health",
        "about training_assessment",
    ]


def test_its_name_is_the_models(sections):
    assert RememberedReplies(Speaker("ollama/qwen3"), sections).name == "ollama/qwen3"
