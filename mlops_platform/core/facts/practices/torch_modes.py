"""Modes of a torch model: evaluation mode while it is measured, training mode while it learns."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Block, Site
from mlops_platform.core.facts.python.call_parts import called, receiver, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_MOODY = ("Dropout", "BatchNorm", "dropout=", "torchvision.models", "TransformerEncoder", "timm.")
_EVALUATES = (".eval(", ".eval)", "train(False)", "set_eval", "train(mode", "EVAL")
_CHOSEN_MODE = re.compile(rb"\.train\([^)\s]")
_NO_GRADIENTS = ("no_grad", "inference_mode", "set_grad_enabled", "volatile")
# Says which weights learn, and nothing of what is measured; frozen weights may need no more.
_FROZEN = "requires_grad"
_MODEL = re.compile(r"(?:^|[._])(?:model|net|network|classifier)$", re.IGNORECASE)
_MEASURES = re.compile(r"acc|correct|loss|metric|criterion", re.IGNORECASE)
_BATCHES = re.compile(r"load|batch|iter|data", re.IGNORECASE)
# Attacks and explanations are gradients of what is measured.
_NEEDS_GRADIENTS = re.compile(r"grad|adv|attack|perturb|salien|fgsm|pgd", re.IGNORECASE)
# They set modes and switch gradients off by themselves.
_FRAMEWORKS = ("lightning", "pytorch_lightning", "ignite", "fastai", "skorch", "transformers")


def evaluation_mode_is_set(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the first place where a file measures a model that behaves otherwise in training."""
    if not _is_hand_written(code, kin) or not kin.mentions(*_MOODY):
        return
    for block in islice(_without_gradients(code), MOST_COMPARED):
        model = next((s for s in code.sites_in(block) if _is_model_call(s)), None)
        words = " ".join(ast.unparse(statement) for statement in block.body)
        if model is None or not _MEASURES.search(words):
            continue
        if _sets_modes(kin):
            yield sound(code, model.node, "eval")
        else:
            note = "measured in training mode: dropout and batch statistics stay on"
            yield fault(code, model.node, spelled(model.node.func), note)
        return


def training_mode_is_restored(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each switch to evaluation mode inside the loop that trains the same model."""
    if not _is_hand_written(code, kin):
        return
    trained = _trained_models(code)
    for site in code.calls("eval"):
        if site.node.args or receiver(site) not in trained or not _is_in_training(code, site):
            continue
        if kin.has_call("train"):
            yield sound(code, site.node, "eval")
        else:
            note = (
                f"`{receiver(site)}` is never set back with `.train()`: it learns without dropout"
            )
            yield fault(code, site.node, "eval", note)


def evaluation_needs_no_gradients(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each loop over batches that measures a model in evaluation mode."""
    if not _is_hand_written(code, kin):
        return
    for site in islice(code.calls("eval"), MOST_COMPARED):
        model = receiver(site)
        loop = _loop_that_calls(code, site, model) if model else None
        if loop is None or site.node.args:
            continue
        if kin.mentions(*_NO_GRADIENTS):
            yield sound(code, site.node, "no_grad")
        elif not kin.mentions(_FROZEN):
            yield fault(
                code, loop.node, model, "gradients are kept for every batch, and never used"
            )


def _is_hand_written(code: Code, kin: Kin) -> bool:
    return "torch" in code.modules and _steps_by_hand(kin)


@lru_cache(maxsize=8)
def _steps_by_hand(kin: Kin) -> bool:
    has_loop = any(called(site) == "backward" for each in kin.codes for site in each.fits)
    return has_loop and not kin.imports(*_FRAMEWORKS)


@lru_cache(maxsize=8)
def _sets_modes(kin: Kin) -> bool:
    chosen = any(_CHOSEN_MODE.search(each.source) for each in kin.codes)
    return chosen or kin.mentions(*_EVALUATES)


def _without_gradients(code: Code) -> Iterator[Block]:
    blocks = code.layout.blocks if code.mentions("no_grad", "inference_mode") else []
    for block in blocks:
        owner = block.owner
        if isinstance(owner, ast.With):
            spoken = [ast.unparse(item.context_expr) for item in owner.items]
        elif isinstance(owner, ast.FunctionDef):
            spoken = [ast.unparse(decorator) for decorator in owner.decorator_list]
        else:
            continue
        if any("no_grad" in words or "inference_mode" in words for words in spoken):
            yield block


def _is_model_call(site: Site) -> bool:
    return bool(_MODEL.search(spelled(site.node.func)))


def _trained_models(code: Code) -> frozenset[str]:
    """Return the names of models whose parameters an optimizer of this file gets."""
    return frozenset(
        receiver(site)
        for site in code.calls("parameters")
        if isinstance(site.statement, ast.Assign) and "ptim" in ast.unparse(site.statement.value)
    )


def _is_in_training(code: Code, site: Site) -> bool:
    """Tell whether a call runs again and again while training goes on."""
    if site.block.loop is not None:
        return any(s.block.is_in(site.block.loop) for s in code.fits)
    function = site.block.function
    if function is None or not isinstance(function.owner, ast.FunctionDef):
        return False
    return any(
        call.block.loop is not None and any(s.block.is_in(call.block.loop) for s in code.fits)
        for call in code.calls(function.owner.name)
    )


def _loop_that_calls(code: Code, site: Site, model: str) -> Site | None:
    """Return the call of the model in a loop over batches, after it was set to evaluation."""
    for other in islice(code.calls(model.rpartition(".")[2]), MOST_COMPARED):
        loop = other.block.loop
        if (
            spelled(other.node.func) == model
            and other.node.lineno > site.node.lineno
            and other.block.function is site.block.function
            and loop is not None
            and isinstance(loop.owner, ast.For)
            and _BATCHES.search(ast.unparse(loop.owner.iter))
            and not any(s.block.is_in(loop) for s in code.fits[:MOST_COMPARED])
            and not _needs_gradients(loop)
        ):
            return other
    return None


@lru_cache(maxsize=8)
def _needs_gradients(loop: Block) -> bool:
    return _NEEDS_GRADIENTS.search(" ".join(ast.unparse(s) for s in loop.body)) is not None


READERS = (evaluation_mode_is_set, training_mode_is_restored, evaluation_needs_no_gradients)
