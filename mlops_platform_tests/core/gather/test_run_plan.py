from mlops_platform.core.gather.project_profile import gather_project_profile
from mlops_platform.core.gather.run_plan import gather_run_plan
from mlops_platform.core.run_plan import Planning, RunRequest
from mlops_platform.core.sections.project_profile import ProjectProfileFacts
from mlops_platform_tests.core.plans import PLAIN, commands, drawn


def test_a_plan_is_data_that_survives_the_way_out_of_the_child(tmp_path):
    checkout = drawn(tmp_path, PLAIN)
    facts = ProjectProfileFacts.model_validate_json(
        gather_project_profile(checkout).model_dump_json()
    )
    found = gather_run_plan(checkout, facts, RunRequest())
    assert Planning.model_validate_json(found.model_dump_json()) == found
    assert found.plan is not None
    assert commands(found.plan) == ["train: python train.py @ ."]
