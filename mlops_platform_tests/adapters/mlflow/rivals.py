"""Several people who promote at once, each in a process of their own."""

import subprocess
import sys
import time
from collections.abc import Sequence

PROGRAM = "mlops_platform_tests.adapters.mlflow.promote_at_once"
START_SECONDS = 15


def promote_at_once(registry: str, model: str, versions: Sequence[int]) -> list[str]:
    """Return what each rival was told; "won" for a promotion."""
    begin = str(time.time() + START_SECONDS)
    rivals = [
        subprocess.Popen(
            [sys.executable, "-m", PROGRAM, registry, model, str(version), begin],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for version in versions
    ]
    return [rival.communicate(timeout=120)[0].strip() for rival in rivals]
