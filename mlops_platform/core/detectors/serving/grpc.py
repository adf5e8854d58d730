"""gRPC: predictions over a typed protocol."""

from mlops_platform.core.clues.clue import called
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find servers that lead to a model; a client or a declaration serves nothing."""
    servers = called(reading, "grpc.server", "grpc.aio.server")
    return model_server("grpc", reading, servers)
