"""Debug mode is off in the server.

Why: the debugger of Flask lets whoever reaches the page run code on the server.
Fix: delete `debug=True` from the call named here; for local work run `flask --app app run --debug`
instead.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_places
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"
DEBUG_WORDS = ("--debug", "--reload")
OTHER_SERVERS = ("gunicorn", "waitress", "uwsgi", "hypercorn", "uvicorn", "flask run")


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from debug flags in code and commands; the file's own start only where no other is."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not any(app.routes for app in facts.applications):
        return not_applicable("no server with routes of its own was found")
    commands = [
        Evidence(path=file.path, line=file.command_line)
        for file in facts.container_files
        if any(word in (file.command or "") for word in DEBUG_WORDS)
    ]
    always = [place for app in facts.applications for place in app.debug_mode]
    if commands or always:
        return unmet("debug or reload mode is switched on in what starts it", [*always, *commands])
    by_hand = [place for app in facts.applications for place in app.debug_mode_by_hand]
    if not by_hand or _other_server(facts):
        return met(cite_places(facts.server_starts) if by_hand else ())
    return unmet("debug mode is on when the file is started by its name", by_hand)


def _other_server(facts: DeploymentReadinessFacts) -> bool:
    """Tell whether something starts the server without running the file's own last block."""
    commands = [file.command or "" for file in facts.container_files]
    is_started = any(server in command for command in commands for server in OTHER_SERVERS)
    return is_started or bool(facts.server_starts)
