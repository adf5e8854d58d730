import pytest
from pydantic import BaseModel

from mlops_platform.core.assess import assess, assess_failure, assess_gathered
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Outcome
from mlops_platform.core.registry import rules_of
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.core.samples import REVISION


def killed() -> BaseModel:
    raise GatheringFailedError("reading a.py killed the reader")


def test_every_rule_of_the_asset_is_asked_once():
    section = assess(ProjectProfile, REVISION, PROFILE_FACTS)
    assert [f.rule for f in section.findings] == [r.name for r in rules_of("project_profile")]
    assert section.facts == PROFILE_FACTS
    assert section.failure == ""


def test_gathered_facts_are_judged_as_given_ones():
    gathered = assess_gathered(ProjectProfile, REVISION, lambda: PROFILE_FACTS)
    assert gathered == assess(ProjectProfile, REVISION, PROFILE_FACTS)


def test_a_failed_gathering_makes_every_answer_unknown():
    section = assess_gathered(ProjectProfile, REVISION, killed)
    assert section == assess_failure(ProjectProfile, REVISION, "reading a.py killed the reader")
    assert section.failure == "reading a.py killed the reader"
    assert {finding.outcome for finding in section.findings} == {Outcome.UNKNOWN}
    assert (section.score, section.coverage) == (None, 0.0)


def test_any_other_error_is_not_hidden():
    def broken() -> BaseModel:
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        assess_gathered(ProjectProfile, REVISION, broken)


def test_a_profile_without_facts_passes_its_reason_on():
    profile = assess_failure(ProjectProfile, REVISION, "reading a.py killed the reader")
    with pytest.raises(GatheringFailedError, match="killed the reader"):
        profile.gathered_facts()
    assert assess(ProjectProfile, REVISION, PROFILE_FACTS).gathered_facts() == PROFILE_FACTS
