"""Debug mode is off in the server.

Why: the debugger of Flask lets whoever reaches the page run code on the server.
Fix: delete `debug=True` from the call named here; for local work run `flask --app app run --debug`
instead.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"

DEBUG_WORDS = ("--debug", "--reload")
OTHER_SERVERS = ("gunicorn", "waitress", "uwsgi", "hypercorn")


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from debug flags in code that a container would run, and in its command."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not any(app.routes for app in facts.applications):
        return not_applicable("no server with routes of its own was found")
    commands = [
        Evidence(path=file.path, line=file.command_line)
        for file in facts.container_files
        if any(word in (file.command or "") for word in DEBUG_WORDS)
    ]
    flags = [] if _other_server(facts) else [e for a in facts.applications for e in a.debug_mode]
    if commands or flags:
        return unmet("debug or reload mode is switched on in what starts it", [*flags, *commands])
    return met()


def _other_server(facts: DeploymentReadinessFacts) -> bool:
    commands = [file.command or "" for file in facts.container_files]
    return any(server in command for command in commands for server in OTHER_SERVERS)
