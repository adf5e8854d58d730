"""Every rule as an asset check of its section: one check a rule, one step an asset.

A claim that is met passes. One that is not, only partly, or about which nothing is known is a
warning; it is an error where the rule caps a score. What does not apply is not evaluated.
"""

import warnings
from collections.abc import Iterable

import dagster as dg

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Finding, Outcome
from mlops_platform.core.registry import Rule, rules_of
from mlops_platform.core.report.escaping import for_markdown
from mlops_platform.core.report.words import OUTCOMES, as_sentence, shown_points
from mlops_platform.core.sections.readiness_report import ReportSections
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.defs.metadata_values import first_link, places, sentence
from mlops_platform.defs.partitions import REPOSITORIES


def rule_checks() -> list[dg.AssetChecksDefinition]:
    """Return the checks of every section that a report is made of."""
    types = (field.annotation for field in ReportSections.model_fields.values())
    sections = (t for t in types if isinstance(t, type) and issubclass(t, AssessedSection))
    return [_checks(section) for section in sections if rules_of(section.asset_name())]


def _checks(section_type: type[AssessedSection]) -> dg.AssetChecksDefinition:
    asset = section_type.asset_name()
    rules = rules_of(asset)

    def rules_hold(
        context: dg.AssetCheckExecutionContext, section: AssessedSection
    ) -> Iterable[dg.AssetCheckResult]:
        wanted = {key.name for key in context.selected_asset_check_keys}
        for finding in section.findings:
            if finding.rule in wanted and finding.outcome is not Outcome.NOT_APPLICABLE:
                yield _result(asset, section.revision, finding, _severity(finding, section))

    # The type is only known here; the IO manager loads the section as what is annotated.
    rules_hold.__annotations__["section"] = section_type
    return dg.multi_asset_check(
        name=f"{asset}_rules",
        description=f"The {len(rules)} rules of {asset}, as they were answered.",
        specs=_specs(asset, rules),
        ins={"section": dg.AssetIn(asset)},
        can_subset=True,
    )(rules_hold)


def _specs(asset: str, rules: Iterable[Rule]) -> list[dg.AssetCheckSpec]:
    with warnings.catch_warnings():
        # Partitioned checks are a preview of Dagster; its version is pinned.
        warnings.simplefilter("ignore", dg.PreviewWarning)
        return [
            dg.AssetCheckSpec(
                name=rule.name,
                asset=asset,
                description=_description(rule),
                metadata={"weight": rule.weight, "effort": rule.effort},
                partitions_def=REPOSITORIES,
            )
            for rule in rules
        ]


def _description(rule: Rule) -> str:
    why, fix = as_sentence(rule.why), as_sentence(rule.fix)
    return f"{rule.claim}\n\n**Why:** {why}\n\n**Fix:** {fix}"


def _severity(finding: Finding, section: AssessedSection) -> dg.AssetCheckSeverity:
    is_capping = finding.rule in {cap.rule for cap in section.caps}
    return dg.AssetCheckSeverity.ERROR if is_capping else dg.AssetCheckSeverity.WARN


def _result(
    asset: str, revision: Revision, finding: Finding, severity: dg.AssetCheckSeverity
) -> dg.AssetCheckResult:
    outcome, address = OUTCOMES[finding.outcome], first_link(revision, finding)
    return dg.AssetCheckResult(
        asset_key=asset,
        check_name=finding.rule,
        passed=finding.outcome is Outcome.MET,
        severity=severity,
        description=for_markdown(f"{outcome.capitalize()}. {sentence(finding.because)}"),
        metadata={
            "outcome": outcome,
            "regains": shown_points(finding.points) if finding.points else "nothing",
            **({"where": where} if (where := places(finding)) else {}),
            **({"link": dg.MetadataValue.url(address)} if address else {}),
        },
    )
