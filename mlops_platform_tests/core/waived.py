"""The sample's report with claims that its repository waives."""

from mlops_platform.core.declaration import Declaration, Waiver
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.core.samples import sample_sections

REASON = "release notes stand on the host"


def report_waiving(*rules: str, reason: str = REASON) -> ReadinessReport:
    """Judge the sample with waivers of these rules, by `asset/rule`."""
    waivers = tuple(
        Waiver(rule=rule, reason=reason, line=line) for line, rule in enumerate(rules, start=1)
    )
    facts = PROFILE_FACTS.model_copy(update={"declaration": Declaration(waivers=waivers)})
    return summarize(sample_sections(facts=facts), {})
