"""Several people who promote at once, each in a process of their own."""

import subprocess
import sys
import time
from collections.abc import Sequence

PROGRAM = "mlops_platform_tests.adapters.mlflow.promote_at_once"
SECONDS_TO_HEAR = 0.3


def promote_at_once(registry: str, model: str, versions: Sequence[int]) -> list[str]:
    """Return what each rival was told; "won" for a promotion."""
    rivals = [
        subprocess.Popen(
            [sys.executable, "-m", PROGRAM, registry, model, str(version)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for version in versions
    ]
    for rival in rivals:
        assert rival.stdout is not None
        assert rival.stdout.readline() == "ready\n"
    begin = f"{time.time() + SECONDS_TO_HEAR}\n"
    for rival in rivals:
        assert rival.stdin is not None
        rival.stdin.write(begin)
        rival.stdin.flush()
    return [rival.communicate(timeout=120)[0].strip() for rival in rivals]
