import hashlib

import pytest

from mlops_platform.core.drift.training_profile import ProfileAnswer, TrainingProfile
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.lifecycle import Signature, State
from mlops_platform.core.model_version import Candidate
from mlops_platform.core.recall_profile import MOST_BYTES, recall_profile, with_profile
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry

BY = Signature(actor="ann")
KEY = "github.com/acme/churn"
COLUMN = {"name": "x", "kind": "other", "type": "Null", "missing": 0}


def kept(table="data.csv", columns=(COLUMN,)):
    given = {"table": table, "sha256": "", "rows": 99, "columns": columns}
    return ProfileAnswer(profile=TrainingProfile.model_validate(given))


def candidate(number, answer):
    made = Candidate(
        model="acme.churn",
        run_id=str(number) * 8,
        source=f"runs:/{str(number) * 8}/model",
        repository=KEY,
        commit="c" * 40,
        facts=(("model_files", "model.pkl"),),
    )
    return with_profile(made, answer)


def registered(*answers):
    models = MemoryModelRegistry()
    for number, answer in enumerate(answers, start=1):
        models.register(candidate(number, answer), BY)
    return models


def test_it_comes_back_as_it_was_kept():
    recalled = recall_profile(registered(kept()), KEY)
    assert recalled.profile == kept().profile
    assert recalled.model == "version 1 of acme.churn"


def test_evidence_holds_its_hash_and_the_table_and_not_the_text():
    evidence = candidate(1, kept()).evidence()
    assert evidence["mlops.training_table"] == "data.csv"
    assert len(evidence["mlops.training_profile_sha256"]) == 64
    assert evidence["mlops.model_files"] == "model.pkl"
    assert "columns" not in str(evidence)


def test_without_a_profile_evidence_says_why():
    models = registered(ProfileAnswer(failure="2 tables could be it"))
    assert recall_profile(models, KEY) == (
        "version 1 of acme.churn was registered without a profile: 2 tables could be it"
    )


def test_a_profile_that_is_too_large_is_not_kept():
    columns = [{**COLUMN, "name": "x" * (MOST_BYTES // 400)}] * 450
    made = candidate(1, kept(columns=columns))
    assert made.documents == ()
    assert dict(made.facts)["training_profile_is_missing"] == "its profile would be too large"


def test_the_version_in_production_counts_then_the_newest_that_may_get_there():
    models = registered(kept("a.csv"), kept("b.csv"), kept("c.csv"))
    assert recall_profile(models, KEY).profile.table == "c.csv"
    models.transition("acme.churn", 2, State.APPROVED, BY)
    assert recall_profile(models, KEY).profile.table == "b.csv"
    models.transition("acme.churn", 1, State.APPROVED, BY)
    models.transition("acme.churn", 1, State.PRODUCTION, BY)
    assert recall_profile(models, KEY).profile.table == "a.csv"
    for version in (1, 2, 3):
        models.transition("acme.churn", version, State.ARCHIVED, BY)
    assert recall_profile(models, KEY) == "no version of its model is in use"


def test_a_rollback_brings_its_profile_with_it():
    models = registered(kept("a.csv"), kept("b.csv"))
    for version in (1, 2):
        models.transition("acme.churn", version, State.APPROVED, BY)
        models.transition("acme.churn", version, State.PRODUCTION, BY)
    models.rollback("acme.churn", BY)
    recalled = recall_profile(models, KEY)
    assert (recalled.profile.table, recalled.model) == ("a.csv", "version 3 of acme.churn")


@pytest.mark.parametrize("text", ["{}", "", '{"version": 1}'])
def test_another_text_is_no_profile(text):
    models = registered(kept())
    models.documents = dict.fromkeys(models.documents, text)
    assert recall_profile(models, KEY) == (
        "the profile of version 1 of acme.churn is not there any more"
    )
    models.documents.clear()
    assert "not there any more" in recall_profile(models, KEY)


def test_a_profile_of_a_later_version_of_the_platform_is_left_alone():
    models = registered(kept())
    (text,) = models.documents.values()
    later = text.replace('"version": 1', '"version": 2')
    assert later != text
    sha256 = hashlib.sha256(later.encode()).hexdigest()
    made = candidate(9, kept())
    facts = {**dict(made.facts), "training_profile_sha256": sha256}
    document = (f"training_profiles/{sha256}.json", later)
    update = {"facts": tuple(sorted(facts.items())), "documents": (document,)}
    models.register(made.model_copy(update=update), BY)
    assert "of another version of the platform" in recall_profile(models, KEY)


def test_no_model_and_no_answer_are_told_apart():
    class Silent(MemoryModelRegistry):
        def versions(self, model):
            raise PlatformError("MLflow did not answer; start it.")

    assert recall_profile(MemoryModelRegistry(), KEY) == "no model of it is registered"
    assert recall_profile(Silent(), KEY) == (
        "the model registry did not answer (MLflow did not answer; start it)"
    )
