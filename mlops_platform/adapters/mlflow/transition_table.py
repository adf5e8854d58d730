"""The log of all transitions: a table beside MLflow's own that can be appended to, nothing else."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from mlops_platform.core.lifecycle import State, Transition

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

TABLE = sa.Table(
    "lifecycle_transitions",
    sa.MetaData(),
    # A bigger integer would not count by itself in SQLite.
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("workspace", sa.String(63), nullable=False),
    sa.Column("model", sa.String(256), nullable=False),
    sa.Column("version", sa.Integer),
    sa.Column("before", sa.String(20)),
    sa.Column("asked", sa.String(200), nullable=False),
    sa.Column("is_accepted", sa.Boolean, nullable=False),
    sa.Column("actor", sa.String(256), nullable=False),
    sa.Column("identified_by", sa.String(20), nullable=False),
    sa.Column("at_microseconds", sa.BigInteger, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("refusal", sa.Text, nullable=False),
    sa.Column("evidence_hash", sa.String(64), nullable=False),
    sa.Index("lifecycle_transitions_model", "workspace", "model", "number"),
    sqlite_autoincrement=True,
)


def append(session: Session, workspace: str, line: Transition) -> None:
    """Append one line; its number is given by the database, its time never runs backwards."""
    values = line.model_dump(exclude={"number", "at"}) | {"workspace": workspace}
    last = session.execute(
        sa.select(sa.func.max(TABLE.c.at_microseconds)).where(
            TABLE.c.workspace == workspace, TABLE.c.model == line.model
        )
    ).scalar()
    at = max((line.at - EPOCH) // MICROSECOND, last or 0)
    session.execute(sa.insert(TABLE).values(**values, at_microseconds=at))


def lines_of(session: Session, workspace: str, model: str) -> tuple[Transition, ...]:
    """Return a model's lines, oldest first."""
    query = (
        sa.select(TABLE)
        .where(TABLE.c.workspace == workspace, TABLE.c.model == model)
        .order_by(TABLE.c.number)
    )
    return tuple(_read(session.execute(query)))


def _read(rows: Iterable[sa.Row[tuple[object, ...]]]) -> Iterable[Transition]:
    for row in rows:
        values = dict(row._mapping)
        del values["workspace"]
        at = EPOCH + values.pop("at_microseconds") * MICROSECOND
        before = values.pop("before")
        yield Transition(**values, at=at, before=None if before is None else State(before))
