import pytest

from mlops_platform.core.evidence_block.section_block import section_block
from mlops_platform.core.verifying.numbers import numbers_of, unstated
from mlops_platform_tests.core.samples import sample_report

SECTIONS = sample_report().sections.by_asset()


@pytest.mark.parametrize("asset", ["mlops_readiness", "deployment_readiness"])
def test_of_a_score_only_itself_can_be_stated(asset):
    section = SECTIONS[asset]
    lead, *others = section_block(section, 6_000).lines
    known = set(numbers_of({key: lead.value[key] for key in ("score", "question")}))
    score = f"{section.score:.1f}"
    assert (lead.id, unstated(f"It is {score} of 10, so {score}/10.", known)) == (asset, [])
    assert unstated("0 or 10, 0 of 10 or 10 of 10, 100 %", known) == [
        *("0 of 10", "10 of 10", "0", "10", "0", "10", "100")
    ]
    assert {"coverage", "findings_shown", "findings_left_out"} <= {
        key for line in others if not line.id for key in line.value
    }
