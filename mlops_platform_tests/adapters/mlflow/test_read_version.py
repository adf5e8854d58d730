from datetime import UTC, datetime

from mlflow.entities.model_registry import ModelVersion, ModelVersionTag

from mlops_platform.adapters.mlflow.read_version import read_lines, read_version
from mlops_platform.adapters.mlflow.shown_line import shown_key, shown_line
from mlops_platform.core.lifecycle import State, Transition

AT = datetime(2026, 1, 1, tzinfo=UTC)


def shown(number: int, asked: str, *, is_accepted: bool = True) -> ModelVersionTag:
    line = Transition(
        number=number,
        model="acme.churn",
        version=1,
        before=None,
        asked=asked,
        is_accepted=is_accepted,
        actor="ann",
        identified_by="",
        at=AT,
    )
    return ModelVersionTag(shown_key(line), shown_line(line))


def stored(*tags: ModelVersionTag) -> ModelVersion:
    return ModelVersion("acme.churn", "1", 1_767_225_600_000, tags=list(tags), aliases=["b", "a"])


def test_state_aliases_and_lines_of_a_version():
    tags = [shown(3, "shipped", is_accepted=False), shown(2, "approved"), shown(1, "candidate")]
    found = read_version(stored(*tags, ModelVersionTag("lifecycle", "approved")), {"b": 1, "c": 2})
    assert (found.state, found.aliases) == (State.APPROVED, ("a", "b"))
    lines = read_lines({tag.key: tag.value for tag in tags}, "acme.churn", 1)
    assert [line.number for line in lines] == [1, 2, 3]


def test_a_version_without_a_log_has_no_state():
    found = read_version(stored(ModelVersionTag("mlops.commit", "abc"), ModelVersionTag("own", "")))
    assert (found.state, found.run_id, found.source) == (None, "", "")
    assert (found.evidence, found.aliases) == ((("commit", "abc"),), ("a", "b"))
    assert found.registered_at == AT
