import pytest
from pydantic import ValidationError

from mlops_platform.core.model_version import (
    ROLLBACK_OF,
    Candidate,
    Gate,
    evidence_hash,
    is_evidence,
    model_name,
    version_number,
)
from mlops_platform_tests.core.drawn_candidate import drawn_candidate


def test_evidence_is_written_as_tags():
    candidate = drawn_candidate(
        metrics=(("test/accuracy", 0.875),),
        gates=(
            Gate(name="metric_is_final", is_met=True),
            Gate(name="data_is_sound", is_met=None, because="no table was found"),
            Gate(name="readiness", is_met=False, because="4.2 of 10"),
        ),
        readiness=4.2,
        facts=(("image", "sha256:0"),),
    )
    assert candidate.evidence() == {
        "mlops.commit": "abcdef0123456789",
        "mlops.deployment_readiness": "4.2",
        "mlops.gate.data_is_sound": "unknown: no table was found",
        "mlops.gate.metric_is_final": "met",
        "mlops.gate.readiness": "unmet: 4.2 of 10",
        "mlops.image": "sha256:0",
        "mlops.metric.test/accuracy": "0.875",
        "mlops.repository": "github.com/acme/churn",
    }
    assert all(is_evidence(tag) for tag in candidate.evidence())


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_metric_that_is_no_number_is_no_evidence(value):
    with pytest.raises(ValidationError, match="finite"):
        drawn_candidate(metrics=(("loss", value),))


@pytest.mark.parametrize("source", ["", "/srv/model.pkl", "file:///srv/model.pkl", "runs:/only"])
def test_only_what_a_run_made_is_registered(source):
    with pytest.raises(ValidationError):
        Candidate.model_validate(drawn_candidate().model_dump() | {"source": source})


@pytest.mark.parametrize(
    ("repository", "name"),
    [
        ("github.com/acme/churn", "acme.churn"),
        ("gitlab.com/acme/ml/churn", "gitlab.com.acme.ml.churn"),
        ("local/churn-0123456789ab", "local.churn-0123456789ab"),
    ],
)
def test_a_repository_names_its_model(repository, name):
    assert model_name(repository) == name
    assert not set("/:") & set(name)


def test_the_hash_tells_any_evidence_apart_and_a_rollback_not():
    tags = drawn_candidate().evidence()
    one = evidence_hash("r", "runs:/r/model", tags)
    assert one == evidence_hash("r", "runs:/r/model", dict(reversed(tags.items())))
    assert one == evidence_hash("r", "runs:/r/model", tags | {"own": "x", ROLLBACK_OF: "1"})
    others = [
        evidence_hash("s", "runs:/r/model", tags),
        evidence_hash("r", "runs:/r/other", tags),
        evidence_hash("r", "runs:/r/model", tags | {"mlops.commit": "0"}),
        evidence_hash("r", "runs:/r/model", tags | {"mlops.more": ""}),
    ]
    assert len({one, *others}) == 5


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("v12", 12)])
def test_a_version_is_written_as_a_number(text, number):
    assert version_number(text) == number


@pytest.mark.parametrize("text", ["", "0", "-1", "1.0", "v", "٣", "3\n", "9" * 30, "1٣", "latest"])
def test_anything_else_is_no_version(text):
    assert version_number(text) is None
