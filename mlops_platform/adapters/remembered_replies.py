"""Fit replies of a language model, kept beside the sections: nothing is asked a second time."""

import contextlib
import hashlib
import json
from collections.abc import Sequence

from mlops_platform.core.language_model import LanguageModel, NoReply, Question, Reply
from mlops_platform.core.ports import Sections

SHELF = "remembered_replies"
"""Beside the shelves of assets; the key on it is the SHA-256 of all that shaped the reply."""


class RememberedReplies:
    """Fits the port `LanguageModel` around another one; `address` is where that one is asked."""

    def __init__(self, model: LanguageModel, kept: Sections, address: str = "") -> None:
        self._model = model
        self._kept = kept
        self._address = address

    @property
    def name(self) -> str:
        """Return provider and model."""
        return self._model.name

    def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        """Ask what is not remembered; what is takes no tokens."""
        known = [self._remembered(question) for question in questions]
        unknown = [question for question, reply in zip(questions, known, strict=True) if not reply]
        asked = iter(self._model.ask(unknown, tokens) if unknown else ())
        return tuple(reply or next(asked) for reply in known)

    def keep(self, question: Question, reply: Reply) -> None:
        """Remember what was found fit; what was not is asked again another time."""
        if reply.is_remembered:
            return
        # The words are there; that they cannot be kept costs tokens the next time, no more.
        with contextlib.suppress(OSError):
            self._kept.write(SHELF, self._key(question), reply.model_dump_json())

    def _remembered(self, question: Question) -> Reply | None:
        # A store that cannot be read now, or holds something else, remembers nothing.
        with contextlib.suppress(OSError, ValueError):
            text = self._kept.read(SHELF, self._key(question))
            if text is not None:
                reply = Reply.model_validate_json(text)
                return Reply(asset=question.asset, text=reply.text, is_remembered=True)
        return None

    def _key(self, question: Question) -> str:
        asked = [self._address, self.name, question.model_dump(mode="json")]
        text = json.dumps(asked, sort_keys=True, ensure_ascii=True)
        digest = hashlib.sha256(text.encode()).hexdigest()
        return f"{digest[:2]}/{digest}"
