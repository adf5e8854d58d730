"""Snakemake: rules from input files to output files."""

from mlops_platform.core.clues.clue import declared, filed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its rule files, else its declaration."""
    return technology(
        "snakemake", filed(reading, "Snakefile", "*.smk"), declared(reading, "snakemake")
    )
