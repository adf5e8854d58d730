"""Seeds: which sources of chance a program fixes, and the flags that make GPU work repeatable."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import called, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

EVERY = frozenset({"random", "numpy", "torch", "tensorflow"})
_SEEDERS = {
    "random.seed": frozenset({"random"}),
    "numpy.random.seed": frozenset({"numpy"}),
    "torch.manual_seed": frozenset({"torch"}),
    "torch.random.manual_seed": frozenset({"torch"}),
    "torch.cuda.manual_seed": frozenset({"torch"}),
    "torch.cuda.manual_seed_all": frozenset({"torch"}),
    "torch.mps.manual_seed": frozenset({"torch"}),
    "tensorflow.random.set_seed": frozenset({"tensorflow"}),
    "tensorflow.set_random_seed": frozenset({"tensorflow"}),
    "tensorflow.random.set_random_seed": frozenset({"tensorflow"}),
    "tensorflow.compat.v1.set_random_seed": frozenset({"tensorflow"}),
    "tensorflow.compat.v1.random.set_random_seed": frozenset({"tensorflow"}),
}
_SEED = re.compile(r"seed", re.IGNORECASE)
_NO_SEEDERS = frozenset("initial_seed get_seed SeedSequence seed_sequence derive_seed".split())
# They seed everything themselves, with a fixed number unless told otherwise.
_SEEDED_TRAINERS = ("TrainingArguments", "Seq2SeqTrainingArguments", "SFTConfig", "YOLO")
_LIGHTNING = frozenset(
    {"lightning.Trainer", "lightning.pytorch.Trainer", "pytorch_lightning.Trainer"}
)
_SEEDED_BY_SETTINGS = ("detectron2", "mmcv", "mmdet", "mmengine", "mmseg", "fairseq", "allennlp")
_DRAWS = {
    "numpy": frozenset(
        "shuffle permutation rand randn choice randint normal uniform random random_sample".split()
    ),
    "random": frozenset("shuffle sample choice choices random randint uniform gauss".split()),
}
_ON_THE_PROCESSOR = ('default="cpu"', "default='cpu'")
# Layers draw their first weights, loaders their batches; a few tensors by hand draw nothing.
_DRAWING = ("torch.nn", "nn.", "rand", "DataLoader", "timm", "torchvision.models", "_pretrained")
_STEPS = frozenset({"minimize", "apply_gradients"})
_ASIDE = re.compile(
    r"sleep|delay|wait|jitter_seconds|backoff|warm_?up|(?:^|_)dummy(?:_|$)", re.IGNORECASE
)
_FLAGS = (*("deterministic", "DETERMINISTIC", "determinism"),)
_MOVES = ("cuda", ".to(", "device", "DEVICE", "accelerat", "prepare(", "fabric")


def seeds_are_fixed(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each source of chance of a file: weights of networks, draws of NumPy and Python."""
    if kin.imports(*_SEEDED_BY_SETTINGS):
        return
    fixed = seeded(kin)
    for library, site in sorted(_chance(code, kin).items()):
        unseeded = _unseeded(code, kin, library) if library in fixed else ""
        if unseeded:
            note = f"{library} draws at random here, and nothing seeds it in `{unseeded}`"
            yield fault(code, site.node, library, note)
        elif library in fixed:
            yield sound(code, site.node, library)
        elif _is_started(kin):
            others = f", only {' and '.join(sorted(fixed))}" if fixed else ""
            note = f"{library} draws at random here, and nothing seeds it{others}"
            yield fault(code, site.node, library, note)


def _unseeded(code: Code, kin: Kin, library: str) -> str:
    """Return a program that trains with a file unseeded, where only strangers to it are seeded.

    A program that trains by itself, and only happens to import the file, vouches for itself.
    """
    seeding = [each for each in kin.programs if library in seeded(each)]
    if not seeding or not all(_is_stranger(code, each) for each in seeding):
        return ""
    starts = (each.start for each in kin.programs if each not in seeding)
    callers = (start for start in starts if start is not None and not start.is_notebook)
    return next((start.path for start in callers if start.has_call(*code.functions)), "")


def _is_stranger(code: Code, program: Kin) -> bool:
    start = program.start
    calls = any(each is not code and each.has_call(*code.functions) for each in program.codes)
    return start is not None and start is not code and bool(start.fits) and not calls


@lru_cache(maxsize=16)
def _is_started(kin: Kin) -> bool:
    """Tell whether any file of a program does something: else its caller may seed, unseen."""
    return any(_does_something(code) for code in kin.codes)


def _does_something(code: Code) -> bool:
    if code.is_notebook or code.mentions(".command(", "@click.") or _has_main(code):
        return True
    return any(site.block.function is None and not site.block.class_name for site in _acting(code))


def _has_main(code: Code) -> bool:
    """Tell whether a main guard does more than to say that the module is no script."""
    guards = (each for each in code.module.body if isinstance(each, ast.If))
    return code.mentions("__main__") and any(
        isinstance(part, ast.Call) and spelled(part.func) not in {"print", "exit", "sys.exit"}
        for guard in guards
        if "__name__" in ast.unparse(guard.test)
        for statement in guard.body
        for part in ast.walk(statement)
    )


def _acting(code: Code) -> Iterator[Site]:
    """Yield calls that stand alone, or train: not those that make a logger or read a setting."""
    yield from code.fits
    alone = (site for site in code.layout.sites if isinstance(site.statement, ast.Expr))
    yield from (site for site in alone if called(site) != "print")


def gpu_work_is_deterministic(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the first training step in torch of a file whose program asks for a GPU."""
    step = _first_torch_step(code)
    if step is None or not kin.mentions("cuda") or kin.mentions(*_ON_THE_PROCESSOR):
        return
    if kin.mentions(*_FLAGS):
        yield sound(code, step.node, "torch")
    elif _is_on_a_device(code, step) and all("torch" in seeded(p) for p in kin.programs or (kin,)):
        yield fault(code, step.node, "torch", "seeded, but CUDA may still choose its kernels")


def _is_on_a_device(code: Code, step: Site) -> bool:
    """Tell whether a loop by hand moves anything; a trainer does it by itself."""
    return called(step) != "backward" or code.mentions(*_MOVES)


@lru_cache(maxsize=256)
def seeded(kin: Kin) -> frozenset[str]:
    """Return the sources of chance that a program seeds, by any call in any of its files."""
    found: set[str] = set()
    if kin.has_call(*_SEEDED_TRAINERS):
        found |= EVERY
    own = {name for code in kin.codes for name in code.functions}
    for code in kin.codes:
        for last, sites in code.by_last_name.items():
            if not _SEED.search(last) or last in _NO_SEEDERS:
                continue
            for site in sites:
                found |= _seeds(code.name(site.node.func), own)
    return frozenset(found)


def _seeds(name: str, own: set[str]) -> frozenset[str]:
    """Return what a call seeds; a function of another's making with "seed" in its name, all."""
    if name in _SEEDERS:
        return _SEEDERS[name]
    last = name.rpartition(".")[2]
    is_method = name.startswith(".")
    return frozenset() if last in own or last == "seed" or is_method else EVERY


def _chance(code: Code, kin: Kin) -> dict[str, Site]:
    """Return the first place where each library draws at random."""
    found: dict[str, Site] = {}
    for library, draws in _DRAWS.items():
        package = "numpy.random" if library == "numpy" else "random"
        wanted = {f"{package}.{draw}" for draw in draws}
        drawn = (s for s in code.calls(*sorted(draws)) if code.name(s.node.func) in wanted)
        sites = [s for s in drawn if not _is_aside(s)]
        if sites:
            found[library] = sites[0]
    step = _first_torch_step(code)
    if step is not None and kin.mentions(*_DRAWING):
        found["torch"] = step
    fits = [s for s in code.fits if is_keras_fit(code, s) or called(s) in _STEPS]
    if fits:
        found["tensorflow"] = fits[0]
    return found


def _is_aside(site: Site) -> bool:
    """Tell whether what is drawn is how long to wait, or only what a model is warmed up with."""
    function = site.block.function
    names = [getattr(function.owner, "name", "")] if function else []
    if isinstance(site.statement, ast.Assign):
        names += [spelled(target) for target in site.statement.targets]
    is_waited = isinstance(site.statement, ast.Expr) and "sleep(" in ast.unparse(site.statement)
    return is_waited or any(_ASIDE.search(name) for name in names)


def _first_torch_step(code: Code) -> Site | None:
    """Return the first gradient step by hand, or the first `fit` of a Lightning trainer."""
    for site in code.fits:
        is_step = "torch" in code.modules and called(site) == "backward"
        if is_step or any(owner in _LIGHTNING for owner in code.owners(site)):
            return site
    return None


def is_keras_fit(code: Code, site: Site) -> bool:
    """Tell whether a `fit` is that of a compiled Keras model."""
    if code.modules.isdisjoint({"keras", "tensorflow", "tf_keras"}):
        return False
    function = site.node.func
    return (
        getattr(function, "attr", "") in {"fit", "fit_generator"}
        and not any(owner.startswith(("sklearn", "xgboost")) for owner in code.owners(site))
        and code.is_compiled(site)
    )


READERS = (seeds_are_fixed, gpu_work_is_deterministic)
