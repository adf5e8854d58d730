"""A server made for production answers the requests.

Why: Flask's built-in server is for development: it is neither fast, nor stable, nor secure.
Fix: add `gunicorn` to the dependencies and start `gunicorn --workers 2 --bind 0.0.0.0:8000
app:app` (your module) in the Dockerfile's `CMD`.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_places, listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"

SERVERS = ("gunicorn", "waitress", "uwsgi", "hypercorn", "uvicorn", "mod_wsgi", "granian")


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer, for Flask alone, from what starts it, and from the code's own start of the server."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    flask = [app for app in facts.applications if app.framework == "flask" and app.routes]
    if not flask:
        return not_applicable("no Flask server was found")
    commands = [file for file in facts.container_files if file.command]
    good = [f for f in commands if any(server in (f.command or "") for server in SERVERS)]
    others = [place for place in facts.server_starts if any(s in place.name for s in SERVERS)]
    if good or others:
        told = [Evidence(path=file.path, line=file.command_line) for file in good]
        return met(dict.fromkeys([*told, *cite_places(others)]))
    starts = [place for app in flask for place in app.development_server]
    hidden = [f for f in commands if ".sh" in (f.command or "") or "make" in (f.command or "")]
    elsewhere = facts.infrastructure or facts.compose_files or facts.deployments_in_ci
    if not starts or hidden or elsewhere:
        return unknown("what starts the server where it runs was not found")
    paths = listed(f"`{app.path}`" for app in flask if app.development_server)
    return inapplicable(facts, *COLLECTIONS) or unmet(
        f"Flask's development server is started in {paths}, and nothing starts another", starts
    )
