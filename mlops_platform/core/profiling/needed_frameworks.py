"""Frameworks that others run on: they are declared, and no code of the project imports them."""

from collections.abc import Iterable

from mlops_platform.core.evidence import Detection

RUNS_ON = {
    "darts": ("pytorch", "pytorch-lightning"),
    "diffusers": ("accelerate", "pytorch", "transformers"),
    "fastai": ("pytorch", "torchvision"),
    "keras": ("jax", "pytorch", "tensorflow"),
    "peft": ("accelerate", "pytorch", "transformers"),
    "pytorch-lightning": ("pytorch",),
    "sentence-transformers": ("pytorch", "transformers"),
    "stable-baselines3": ("gymnasium", "pytorch"),
    "tabnet": ("pytorch",),
    "timm": ("pytorch", "torchvision"),
    "torch-geometric": ("pytorch",),
    "torchaudio": ("pytorch",),
    "torchtext": ("pytorch",),
    "torchvision": ("pytorch",),
    "transformers": ("accelerate", "flax", "jax", "pytorch", "tensorflow"),
    "trl": ("accelerate", "peft", "pytorch", "transformers"),
    "ultralytics": ("pytorch", "torchvision"),
}
"""What a framework needs, or may choose as what it runs on, under our names."""


def idle_frameworks(found: Iterable[Detection]) -> tuple[Detection, ...]:
    """Return the frameworks that are declared, and that neither code nor another one uses."""
    every = tuple(found)
    needed = {name for each in every if each.is_used for name in RUNS_ON.get(each.name, ())}
    return tuple(each for each in every if not each.is_used and each.name not in needed)
