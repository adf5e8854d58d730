"""Devices: whether training runs where there is no GPU of the author's kind."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import receiver
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_CHOICES = (
    *("is_available", "--device", "no_cuda", "no-cuda", "use_cuda", "use_gpu", "use-gpu"),
    *("USE_CUDA", "USE_GPU"),
    *(
        "args.cuda",
        "opt.cuda",
        "args.gpu",
        "opt.gpu",
        "cfg.device",
        "config.device",
        "device_count",
    ),
    *("args.device", "opt.device", "accelerator", "--cuda", "--gpu", "select_device"),
)
# Work that only GPUs do: several of them at once, or kernels written for them.
_NEEDS_A_GPU = (
    *("nccl", "init_process_group", "DistributedDataParallel", "bitsandbytes", "apex"),
    *("flash_attn", "deepspeed", "triton", "DataParallel", "GradScaler", "autocast"),
)


def training_runs_on_any_device(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the first place of a file that moves work to CUDA, or makes the device a choice."""
    if "torch" not in code.modules or kin.mentions(*_NEEDS_A_GPU):
        return
    fixed = next((s for s in code.calls("cuda", "to", "device") if _is_fixed(code, s)), None)
    if fixed is not None and not kin.mentions(*_CHOICES):
        yield fault(code, fixed.node, "cuda", "stops at once on a machine without CUDA")
        return
    asked = next((s for s in code.calls("is_available")), None)
    if asked is not None and "cuda" in receiver(asked):
        yield sound(code, asked.node, "is_available")


def _is_asked_first(site: Site) -> bool:
    """Tell whether something decides if the work moves."""
    blocks = any(isinstance(block.owner, ast.If) for block in site.block.around())
    return blocks or any(isinstance(part, ast.IfExp) for part in ast.walk(site.statement))


def _is_fixed(code: Code, site: Site) -> bool:
    call = site.node
    function = call.func
    name = code.name(function)
    if isinstance(function, ast.Attribute) and function.attr == "cuda":
        return not name.startswith("torch.") and not _is_asked_first(site)
    first = call.args[0] if call.args else None
    is_cuda = (
        isinstance(first, ast.Constant)
        and isinstance(first.value, str)
        and first.value.startswith("cuda")
    )
    is_place = name == "torch.device" or name.endswith(".to")
    return is_cuda and is_place and not _is_asked_first(site)


READERS = (training_runs_on_any_device,)
