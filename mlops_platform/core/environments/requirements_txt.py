"""A requirement file of pip, its includes with it; indexes that it names are not followed."""

import posixpath
import re

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.manifests import DeclaredDependency, Manifest
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.wanted import Wanted

_INCLUDE = re.compile(r"^[ \t]*(?:-r|--requirement)[ \t=]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_ITSELF = re.compile(
    r"^[ \t]*(?:-e|--editable)?[ \t=]*\.(?:\[[^\]]*\])?/?[ \t]*(?:#.*)?$", re.MULTILINE
)
_INDEX = re.compile(
    r"^[ \t]*(--(?:extra-)?index-url|--find-links|-i|-f|--trusted-host)\b", re.MULTILINE
)


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take every line of the file and of the files that it includes."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind != "requirements_txt":
        return None
    texts, dependencies = _read(manifest, facts)
    lines = requirement_lines(dependencies, declaring.imported)
    is_indexed = any(_INDEX.search(text) for text in texts)
    note = ("another package index: only the operator's is asked",) if is_indexed else ()
    return Wanted(
        source="requirements_txt",
        because=f"{manifest.path} is the requirement file that is nearest to what is started",
        requirements=lines.requirements,
        left_out=(*lines.left_out, *note),
        builds_project=any(_ITSELF.search(text) for text in texts),
        evidence=(Evidence(path=manifest.path),),
    )


def _read(manifest: Manifest, facts: PlanningFacts) -> tuple[list[str], list[DeclaredDependency]]:
    by_path = {each.path: each for each in facts.manifests.manifests}
    texts: list[str] = []
    dependencies: list[DeclaredDependency] = []
    queue = [manifest.path]
    for path in queue:
        if path not in by_path:
            continue
        # What the chosen file includes is asked for, whatever group its own name speaks of.
        dependencies += [each._replace(group="") for each in by_path[path].dependencies]
        text = read_text(facts.checkout, path)
        if isinstance(text, UnreadFile):
            continue
        texts.append(text)
        folder = posixpath.dirname(path)
        included = [posixpath.normpath(posixpath.join(folder, e)) for e in _INCLUDE.findall(text)]
        queue += [each for each in included if each not in queue]
    return texts, dependencies
