"""The run insists on a GPU, and there is none."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_NO_GPU = re.compile(
    r"Torch not compiled with CUDA enabled|Found no NVIDIA driver|No CUDA GPUs are available"
    r"|CUDA (?:is )?not available|torch\.cuda\.is_available\(\) is False|no CUDA-capable device"
    r"|CUDA driver version is insufficient|CUDA_ERROR_NO_DEVICE"
    r"|(?:ImportError|OSError): lib(?:cuda\.so|cudart|cublas)"
    r"|No supported gpu backend found|nvidia-smi.{0,40}not found|bitsandbytes.{0,80}CUDA"
    r"|[Nn]o GPU (?:found|available|detected)|requires? (?:a )?(?:CUDA|GPU)"
    r"|MisconfigurationException.{0,80}GPU"
)


def explain(case: Case) -> Explained | None:
    """Say that the device is fixed in the code, and how to leave it open."""
    failure = case.failure
    found = None if failure.is_install else failure.told(_NO_GPU)
    if found is None:
        return None
    return Explained(
        Cause.GPU_NEEDED,
        f"the code needs a GPU: {said(found)}",
        "Choose the device by `torch.cuda.is_available()`, or run where there is one (`--gpus`).",
    )
