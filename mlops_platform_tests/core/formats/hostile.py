"""A report in which every text that a repository or a model can choose tries to do harm."""

from dataclasses import replace

from mlops_platform.core.declaration import Declaration, Waiver
from mlops_platform.core.evidence import (
    Detection,
    Evidence,
    Outcome,
    met,
    partly_met,
    unknown,
    unmet,
)
from mlops_platform.core.language_model import (
    Interpretation,
    Override,
    Silence,
    Statement,
    Words,
)
from mlops_platform.core.sections.project_profile import EntryPoint
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes, FindingChange
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.core.samples import sample_sections

SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = '" onmouseover="alert(2)" x="\'><svg/onload=alert(3)>'
IMAGE = "![x](https://evil.example/pixel.png)"
LINK = "[click](javascript:alert(4)) <https://evil.example> https://evil.example www.evil.example"
MENTION = "@everyone a@evil.example acme/other#12 GH-12"
TABLE = "a | b |\n|---|---|\n# heading\n\n> quote\n```\nfence `tick` ``two``"
TERMINAL = "\x1b[2J\x1b]0;title\x07\x9b31m\r\b"
BIDI = "\u202egnp.exe\u2066\u200b\ufeff\U000e0041"
BROKEN = "\x00\ud800\udfff"
MARKS = "{{ 7 * 7 }} {% raw %} ${HOME} %s"
PAYLOAD = " ".join([MENTION, SCRIPT, ATTRIBUTE, IMAGE, LINK, TABLE, TERMINAL, BIDI, BROKEN, MARKS])

PLACE = Evidence(path=f"src/{PAYLOAD}.py", line=3, column=PAYLOAD, run_id=PAYLOAD, note=PAYLOAD)


def hostile_report() -> ReadinessReport:
    """Return a report whose names, notes, reasons, claims, paths and words carry the payload."""
    found = (Detection(name=PAYLOAD, is_used=True, evidence=(PLACE,), note=PAYLOAD),)
    entries = (
        EntryPoint(
            path=PAYLOAD,
            command=PAYLOAD,
            working_directory=PAYLOAD,
            confidence=0.5,
            because=PAYLOAD,
            required_arguments=(PAYLOAD,),
        ),
    )
    facts = PROFILE_FACTS.model_copy(
        update={
            "because": PAYLOAD,
            "summary": PAYLOAD,
            "frameworks": found,
            "training_entry_points": entries,
            "ci": found,
            "license": PAYLOAD,
            "python_requires": PAYLOAD,
            "unread": (PLACE,),
            "declaration": Declaration(
                waivers=(Waiver(rule="mlops_readiness/f", reason=PAYLOAD, line=1),),
                mistakes=(PLACE,),
            ),
        }
    )
    claims = [
        claim("mlops_readiness", "a", unmet(PAYLOAD, [PLACE]), why=PAYLOAD, fix=PAYLOAD),
        claim("mlops_readiness", "b", unmet(PAYLOAD, [PLACE]), caps_total=1.0),
        claim("mlops_readiness", "c", met([PLACE], PAYLOAD)),
        claim("mlops_readiness", "d", partly_met(0.5, PAYLOAD, [PLACE])),
        claim("mlops_readiness", "e", unknown(PAYLOAD)),
        claim("mlops_readiness", "f", unmet(PAYLOAD, [PLACE])),
    ]
    sections = sample_sections({"mlops_readiness": claims}, facts)
    failed = sections.deployment_readiness.model_copy(
        update={"failure": PAYLOAD, "facts": None, "score": None, "coverage": 0.0}
    )
    report = summarize(sections.model_copy(update={"deployment_readiness": failed}), {})
    return _with_hostile_words(report)


def hostile_words(asset: str) -> Words:
    """Return words that cite real, unknown and harmful findings, and do harm in every sentence."""
    said = Statement(text=PAYLOAD, findings=("mlops_readiness.a", "no.such", PAYLOAD, SCRIPT))
    override = Override(decision="urgency", said=PAYLOAD, stands=PAYLOAD, because=PAYLOAD)
    return Words(
        asset=asset,
        interpretation=Interpretation(
            summary=(said, Statement(text="# heading", findings=())),
            root_causes=(said,),
            recommendations=(Statement(text=IMAGE, findings=("mlops_readiness.b",)),),
            rationale=(said,),
            changes=(said,),
            overrides=(override,),
        ),
        left_out=2,
    )


def _with_hostile_words(report: ReadinessReport) -> ReadinessReport:
    silent = Words(asset="monitoring_health", silence=Silence.UNREACHABLE, because=PAYLOAD)
    changed = [
        FindingChange(
            asset="mlops_readiness",
            rule=rule,
            claim=PAYLOAD,
            before=None,
            after=after,
            because=PAYLOAD,
        )
        for rule, after in (("a", Outcome.UNMET), ("gone", Outcome.UNMET), ("c", Outcome.MET))
    ]
    spoken = {
        asset: section.model_copy(update={"interpretation": hostile_words(asset)})
        for asset, section in report.sections.by_asset().items()
    }
    quiet = report.sections.monitoring_health.model_copy(update={"interpretation": silent})
    since = replace(report.revision, commit=PAYLOAD)
    update = {
        "language_model": PAYLOAD,
        "interpretation": hostile_words(report.asset),
        "sections": report.sections.model_copy(update={**spoken, "monitoring_health": quiet}),
        "changes": Changes(since=since, broken=(changed[0],) * 9, other=tuple(changed)),
    }
    return report.model_copy(update=update)
