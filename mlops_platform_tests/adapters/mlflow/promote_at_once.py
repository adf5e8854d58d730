"""Promotes one version in a process of its own, at the moment that all its rivals wait for.

`python -m … REGISTRY_URI MODEL VERSION` writes "ready", reads that moment (seconds of the epoch),
and writes "won" or our sentence.
"""

import sys
import time

from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

from mlops_platform.adapters.mlflow.asking import asking
from mlops_platform.core.lifecycle import Seen, Signature


def main(registry: str, model: str, version: str) -> None:
    """Promote, and say what came of it."""
    client = MlflowClient(tracking_uri=registry.removeprefix("governed+"), registry_uri=registry)
    client.get_registered_model(model)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    begin = float(sys.stdin.readline())
    time.sleep(max(0.0, begin - time.time()))
    try:
        with asking(Signature(actor=f"rival {version}"), Seen(production=None)):
            client.set_registered_model_alias(model, "production", version)
        sys.stdout.write("won")
    except MlflowException as error:
        sys.stdout.write(error.message)


if __name__ == "__main__":
    main(*sys.argv[1:])
