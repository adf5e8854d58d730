"""Models, versions and transitions as the terminal shows them."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel

from mlops_platform.core.lifecycle import State, Transition, newest_candidate, production_of
from mlops_platform.core.model_version import ModelVersion
from mlops_platform.core.report.escaping import for_terminal

NOTHING = "–"
CELL, REASON = 60, 120


def as_json(value: object) -> str:
    """Return values as indented JSON, sorted, so that the same answer is the same text."""
    return json.dumps(_plain(value), indent=2, sort_keys=True, ensure_ascii=False)


def models_table(models: Sequence[tuple[str, Sequence[ModelVersion]]]) -> str:
    """Show every model with what is in production."""
    rows = [("MODEL", "PRODUCTION", "CANDIDATE", "VERSIONS")]
    for name, versions in models:
        states = {each.version: each.state for each in versions if each.state is not None}
        pointers = (_number(production_of(states)), _number(newest_candidate(states)))
        rows.append((name, *pointers, str(len(versions))))
    return table(rows)


def versions_table(versions: Sequence[ModelVersion]) -> str:
    """Show a model's versions, newest first."""
    rows = [("VERSION", "STATE", "REGISTERED", "COMMIT", "RUN", "METRICS")]
    for each in versions:
        evidence = dict(each.evidence)
        commit = evidence.get("commit", "")[:7] or NOTHING
        rows.append(
            (
                str(each.version),
                each.state or "no state",
                shown_time(each.registered_at),
                commit,
                each.run_id[:8] or NOTHING,
                _metrics(evidence),
            )
        )
    return table(rows)


def version_page(version: ModelVersion) -> str:
    """Show one version with all its evidence."""
    rows = [
        ("model", version.model),
        ("version", str(version.version)),
        ("state", version.state or "no state"),
        ("registered", shown_time(version.registered_at)),
        ("run", version.run_id or NOTHING),
        ("source", version.source or NOTHING),
        ("aliases", ", ".join(version.aliases) or NOTHING),
        *version.evidence,
        ("evidence hash", version.evidence_hash),
    ]
    width = max(len(_cell(name)) for name, _ in rows)
    return "\n".join(f"{_cell(name):<{width}}  {for_terminal(value, 300)}" for name, value in rows)


def history_table(lines: Sequence[Transition]) -> str:
    """Show who asked for what, when and why, and what was answered."""
    rows = [("TIME", "VERSION", "FROM", "ASKED", "ANSWER", "BY", "REASON")]
    for line in lines:
        reason = for_terminal(line.refusal or line.reason, REASON) or NOTHING
        answer = "accepted" if line.is_accepted else "refused"
        version, before = _number(line.version), line.before or NOTHING
        by = f"{line.actor} ({line.identified_by or 'not identified'})"
        rows.append((shown_time(line.at), version, before, line.asked, answer, by, reason))
    return table(rows, widest=REASON)


def table(rows: Sequence[Sequence[str]], widest: int = CELL) -> str:
    """Show rows in columns; the first row is the head."""
    cells = [[for_terminal(cell, widest) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join(lines)


def shown_time(at: datetime) -> str:
    """Return a time in UTC, to the second."""
    return f"{at:%Y-%m-%d %H:%M:%S}Z"


def state_sentence(version: ModelVersion) -> str:
    """Say where a version stands now."""
    state = "in production" if version.state is State.PRODUCTION else version.state or "no state"
    return f"{version.model}  version {version.version}  {state}"


def _plain(value: object) -> object:
    if isinstance(value, ModelVersion):
        return value.model_dump(mode="json") | {"evidence": dict(value.evidence)}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def _metrics(evidence: dict[str, str]) -> str:
    prefix = "metric."
    named = [key for key in evidence if key.startswith(prefix)]
    shown = [f"{key.removeprefix(prefix)} {_short(evidence[key])}" for key in named]
    return ", ".join(shown) or NOTHING


def _short(number: str) -> str:
    try:
        return f"{float(number):.4g}"
    except ValueError:
        return number


def _number(number: int | None) -> str:
    return NOTHING if number is None else str(number)


def _cell(text: str) -> str:
    return for_terminal(text, CELL)
