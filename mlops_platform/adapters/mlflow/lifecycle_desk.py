"""Where changes of registered models are asked for: one at a time per model, decided, written down.

The store's own methods join the transaction that is open here, so that a change and its line in the
log are one.
"""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from contextvars import ContextVar
from typing import NoReturn

import sqlalchemy as sa
from mlflow.store.model_registry.dbmodels.models import SqlRegisteredModel
from sqlalchemy.orm import Session

from mlops_platform.adapters.mlflow import transition_table
from mlops_platform.adapters.mlflow.asking import Asker, who_asks
from mlops_platform.adapters.mlflow.model_book import ModelBook
from mlops_platform.adapters.mlflow.refused_change import RefusedChangeError
from mlops_platform.core.lifecycle import (
    Decision,
    Request,
    Seen,
    State,
    Transition,
    decide,
    production_of,
    replay,
)
from mlops_platform.core.settings import load_settings

SessionMaker = Callable[..., AbstractContextManager[Session]]


class LifecycleDesk:
    """Keeps the sessions of one store; `workspace` is MLflow's, of which we use one."""

    def __init__(self, sessions: SessionMaker, workspace: str) -> None:
        self._sessions = sessions
        self._workspace = workspace
        self._joint: ContextVar[Session | None] = ContextVar("joint", default=None)

    @contextlib.contextmanager
    def joined(self, read_only: bool = True) -> Iterator[Session]:
        """Return the session of the open book, else one of its own, as MLflow's session maker."""
        joint = self._joint.get()
        if joint is not None:
            yield joint
            return
        with self._sessions(read_only=read_only) as session:
            yield session

    @contextlib.contextmanager
    def opened(self, model: str) -> Iterator[ModelBook]:
        """Open a model's book; nobody else can until the transaction ends."""
        with self._sessions(read_only=False) as session:
            self._lock(session, model)
            token = self._joint.set(session)
            try:
                yield ModelBook(session, self._workspace, model)
            finally:
                self._joint.reset(token)

    def change(self, model: str, version: int, asked: str, reason: str = "") -> None:
        """Carry out a transition. Raises RefusedChangeError; both are written down."""
        asker = _asker(reason)
        seen = asker.seen or self._seen(model)
        request = Request(model=model, version=version, asked=asked, seen=seen)
        with self.opened(model) as book:
            decision = decide(request, book.states)
            book.enter(decision, version, asked, asker)
        if decision.refusal:
            raise RefusedChangeError(decision.refusal)

    def enrol(self, book: ModelBook, version: int) -> None:
        """Make a version that was just created a candidate."""
        request = Request(model=book.model, version=version, asked=State.CANDIDATE)
        asker = _asker()
        book.sign(version, asker)
        book.enter(decide(request, book.states), version, State.CANDIDATE, asker)

    def refuse(self, model: str, version: int | None, asked: str, sentence: str) -> NoReturn:
        """Write down what was asked for, and raise RefusedChangeError with the sentence."""
        with self.opened(model) as book:
            book.enter(Decision(refusal=sentence), version, asked, _asker())
        raise RefusedChangeError(sentence)

    def lines(self, model: str) -> tuple[Transition, ...]:
        """Return the log of one model."""
        with self.joined() as session:
            return transition_table.lines_of(session, self._workspace, model)

    def _seen(self, model: str) -> Seen:
        # Whoever waits for the lock below decided by what can be read now.
        states = replay(self.lines(model)).get(model, {})
        return Seen(production=production_of(states))

    def _lock(self, session: Session, model: str) -> None:
        if session.get_bind().dialect.name == "sqlite":
            session.execute(sa.text("BEGIN IMMEDIATE"))
            return
        mine = (
            SqlRegisteredModel.workspace == self._workspace,
            SqlRegisteredModel.name == model,
        )
        session.execute(sa.select(SqlRegisteredModel.name).where(*mine).with_for_update())


def _asker(reason: str = "") -> Asker:
    asker = who_asks(load_settings().actor_header)
    return asker._replace(reason=reason) if reason else asker
