"""Code that runs in one vendor's place only: notebooks of Colab, jobs of a cloud."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import reached_files, started_scopes
from mlops_platform.core.planning.way import Lack, Way

PLACES = {
    "google.colab": "Google Colab",
    "kaggle_secrets": "a notebook of Kaggle",
    "dbutils": "Databricks",
    "awsglue": "a job of AWS Glue",
}
"""Modules that no package index has, and where they are."""


def foreign_places(way: Way, facts: PlanningFacts) -> tuple[Lack, ...]:
    """Return the first import that only works elsewhere."""
    files = reached_files(way.starts, facts)
    scopes = started_scopes(way.starts, files, facts)
    for file in files:
        for item in file.imports:
            dotted = f"{item.module}.{item.name}" if item.name else item.module
            place = next((PLACES[m] for m in PLACES if f"{dotted}.".startswith(f"{m}.")), None)
            is_sure = not (item.is_guarded or item.is_conditional or item.is_local)
            if place and is_sure and (file.path, item.scope) in scopes:
                return (
                    Lack(
                        Cause.PLATFORM_NOT_SUPPORTED,
                        f"{file.path} imports {item.module}, which exists in {place} only",
                        f"Make the import of {item.module} optional.",
                        (Evidence(path=file.path, line=item.line, note=item.module),),
                    ),
                )
    return ()
