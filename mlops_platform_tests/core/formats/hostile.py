"""A report in which every text that a repository can choose tries to do harm."""

from mlops_platform.core.declaration import Declaration, Waiver
from mlops_platform.core.evidence import Detection, Evidence, met, partly_met, unknown, unmet
from mlops_platform.core.sections.project_profile import EntryPoint
from mlops_platform.core.sections.readiness_report import ReadinessReport
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
    """Return a report whose names, notes, reasons, claims and paths all carry the payload."""
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
    return summarize(sections.model_copy(update={"deployment_readiness": failed}), {})
