"""Where code measures what it trains without a metric of a library: by its loss or by counting.

What is measured is not learned from: it happens without gradients, in evaluation mode, in a hook
of a framework, or on rows that a fit is told to watch.
"""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from mlops_platform.core.facts.python.blocks import Block, Function, Site
from mlops_platform.core.facts.python.call_parts import called, given, receiver, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

DEEPEST_HELPER = 3
MOST_HELPERS = 8
"""A name that more functions share says too little about which one is called."""
MOST_PLACES = 4
MOST_REGIONS = 20
_WORDS = ("no_grad", "inference_mode", ".eval()", "train(False)")
_NO_GRADIENTS = re.compile(r"no_grad|inference_mode")
_MEASURE = re.compile(
    r"(^|[._])(criter(ion|ia)|loss(es)?|metrics?|acc(uracy)?|score|f1|auc|iou|dice|mse|rmse|mae"
    r"|mape|psnr|ssim|bleu|perplexity|\w*(cross_entropy|l1_loss|mse_loss|nll_loss))"
    r"(_?(fn|func|fun|function|criterion|meter))?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(^|[._])(n(um)?_)?(correct|hits|acc(uracy)?)s?($|_)", re.IGNORECASE)
_HOOKS = frozenset({"validation_step", "test_step"})
_TRAINERS = (
    "Trainer",
    "Seq2SeqTrainer",
    "SFTTrainer",
    "SentenceTransformerTrainer",
    "SetFitTrainer",
)
_WATCHED = ("validation_data", "validation_split", "eval_set", "eval_dataset", "valid_sets")


def measures(code: Code, kin: Kin) -> Iterator[Site]:
    """Yield the first places of a file that measure what the program trains."""
    found = chain(_watched(code), _without_learning(code, kin), _in_hooks(code, kin))
    yield from islice(found, MOST_PLACES)


def _watched(code: Code) -> Iterator[Site]:
    """Yield fits that are told which rows to watch."""
    if not code.mentions(*_WATCHED):
        return
    for site in (*code.fits, *code.calls(*_TRAINERS)):
        watched = given(site.node, *_WATCHED)
        if watched is not None and not (isinstance(watched, ast.Constant) and not watched.value):
            yield site


def _without_learning(code: Code, kin: Kin) -> Iterator[Site]:
    if not code.mentions(*_WORDS):
        return
    free = (each for each in code.layout.blocks if _has_no_gradients(each.owner))
    for block in islice(free, MOST_REGIONS):
        yield from _first(code, kin, block)
    switches = (s for s in code.calls("eval") if isinstance(s.node.func, ast.Attribute))
    for switch in islice((s for s in switches if not s.node.args), MOST_REGIONS):
        if not any(_has_no_gradients(each.owner) for each in switch.block.around()):
            yield from _first(code, kin, switch.block, switch.node.lineno)


def _in_hooks(code: Code, kin: Kin) -> Iterator[Site]:
    for name in sorted(_HOOKS & code.functions.keys()):
        for block in code.functions[name][:MOST_REGIONS]:
            yield from _first(code, kin, block)


def _has_no_gradients(owner: ast.AST) -> bool:
    if isinstance(owner, ast.With):
        spoken = [ast.unparse(item.context_expr) for item in owner.items]
    elif isinstance(owner, Function):
        spoken = [ast.unparse(decorator) for decorator in owner.decorator_list]
    else:
        return False
    return any(_NO_GRADIENTS.search(words) for words in spoken)


def _first(code: Code, kin: Kin, block: Block, after: int = 0) -> Iterator[Site]:
    """Yield the first call of a block that measures, or runs a function that does."""
    sites = [s for s in code.sites_in(block) if s.node.lineno > after and called(s) != "backward"]
    found = next((s for s in sites if _measures(s)), None)
    if found is None and sites:
        helpers = _helpers(kin)
        found = next((s for s in sites if called(s) in helpers), None)
    if found is not None:
        yield found


@lru_cache(maxsize=4096)
def _names_measure(name: str) -> bool:
    return _MEASURE.search(name) is not None


def _measures(site: Site) -> bool:
    name = spelled(site.node.func) or called(site)
    if _names_measure(name) or _names_measure(receiver(site)):
        return True
    statement = site.statement
    targets = (
        statement.targets
        if isinstance(statement, ast.Assign)
        else [statement.target]
        if isinstance(statement, ast.AugAssign)
        else []
    )
    return any(_COUNTED.search(spelled(target)) for target in targets)


@lru_cache(maxsize=8)
def _helpers(kin: Kin) -> frozenset[str]:
    """Return the names of the program's functions that measure, by others of them at most."""
    calls: dict[str, dict[Block, set[str]]] = {}
    measuring: set[Block] = set()
    for code in kin.codes:
        for name, blocks in code.functions.items():
            calls.setdefault(name, {}).update((block, set()) for block in blocks)
        for site in code.layout.sites:
            function = site.block.function
            if function is not None:
                owner = getattr(function.owner, "name", "")
                calls.get(owner, {}).setdefault(function, set()).add(called(site))
                if _measures(site):
                    measuring.add(function)
    names: frozenset[str] = frozenset()
    for _ in range(DEEPEST_HELPER):
        names = frozenset(
            name
            for name, blocks in calls.items()
            if len(blocks) <= MOST_HELPERS and all(each in measuring for each in blocks)
        )
        measuring.update(
            block for blocks in calls.values() for block in blocks if names & blocks[block]
        )
    return names
