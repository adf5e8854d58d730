"""Whether a file trains a model, as far as its calls and imports tell."""

import re

from mlops_platform.core.facts.flow.knowledge import canonical, knowledge
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.code import Code

MODULES = frozenset(
    "autogluon autokeras catboost cuml darts diffusers fastai flair flax gensim implicit imblearn"
    " jax keras lifelines lightgbm lightning ngboost paddle peft prophet pycaret pyod"
    " pytorch_forecasting pytorch_lightning pytorch_tabnet sentence_transformers setfit"
    " sklearn sktime spacy stable_baselines3 statsmodels surprise tensorflow tf_keras"
    " torch torch_geometric transformers trl ultralytics xgboost".split()
)
_FUNCTIONS = frozenset(
    "xgboost.train xgboost.cv lightgbm.train lightgbm.cv catboost.train catboost.cv"
    " tensorflow.GradientTape jax.grad jax.value_and_grad"
    " sklearn.model_selection.cross_val_score sklearn.model_selection.cross_validate".split()
)
_TRAINERS = frozenset({"Trainer", "Seq2SeqTrainer", "SFTTrainer", "DPOTrainer", "YOLO"})
_STEPS = ("minimize", "apply_gradients")
_LOADS = frozenset({"load", "load_model"})
_FITS = ("fit", "fit_generator", "train_on_batch", "partial_fit", "fit_one_cycle", "fine_tune")
_WORDS = re.compile(
    rb"\.(?:fit\w*|backward(?:_step)?|partial_fit|train_on_batch|fine_tune|train|learn)\s*\("
    rb"|\.minimize\s*\(|apply_gradients|GradientTape|value_and_grad|jax\.grad|cross_val"
)
_LIBRARIES = re.compile("|".join(sorted(MODULES)).encode())


def may_learn(content: bytes) -> bool:
    """Tell whether a file's bytes hold a word of training at all, before they are parsed."""
    return _WORDS.search(content) is not None and _LIBRARIES.search(content) is not None


def training_calls(code: Code) -> list[Site]:
    """Return the calls that fit a model: gradient steps, `fit` of an estimator, trainers."""
    if code.modules.isdisjoint(MODULES):
        return []
    steps = code.calls("backward", "backward_step")
    found = [site for site in steps if _is_gradient_step(code, site)]
    found += [site for site in code.calls(*_FITS) if _fits_a_model(code, site)]
    if "tensorflow" in code.modules:
        found += [s for s in code.calls(*_STEPS) if code.name(s.node.func).startswith(".")]
    found += [site for site in code.calls("train", "learn") if _is_trainer(code, site)]
    for last in ("train", "cv", "GradientTape", "grad", "value_and_grad", *_CROSS):
        found += [s for s in code.calls(last) if canonical(code.name(s.node.func)) in _FUNCTIONS]
    return sorted((s for s in found if not _is_tried(s)), key=lambda site: site.node.lineno)


_CROSS = ("cross_val_score", "cross_validate")


def _is_tried(site: Site) -> bool:
    """Tell whether a call stands in a function that only tries the code of its file."""
    function = site.block.function
    name = getattr(function.owner, "name", "") if function else ""
    return name == "test" or name.startswith("test_")


def fits_of_anything(code: Code) -> list[Site]:
    """Return the calls of `fit` with rows and targets, in a file that is given its model."""
    found = (s for s in code.calls("fit") if len(s.node.args) > 1)
    return [s for s in found if code.name(s.node.func).startswith(".") and not _is_a_guess(code, s)]


def _is_gradient_step(code: Code, site: Site) -> bool:
    own = code.functions.get("backward", ())
    is_own = any(site.block.is_in(block) for block in own)
    # Maps of what a network looks at need gradients too, and change nothing by them.
    updates = code.mentions("optim", "Optim", ".step(", ".grad")
    return updates and not is_own and code.mentions("torch")


def _fits_a_model(code: Code, site: Site) -> bool:
    owners = {canonical(owner) for owner in code.owners(site)}
    known = [owner for owner in owners if owner and not owner.startswith(".")]
    learners = knowledge().purposes
    if known and all(owner in learners for owner in known):
        return False
    if _is_a_guess(code, site):
        return False
    if any(knowledge().is_model(owner) or _top(owner) in MODULES for owner in known):
        return True
    name = code.name(site.node.func)
    return name.startswith(".") and bool(site.node.args or site.node.keywords)


def _is_a_guess(code: Code, site: Site) -> bool:
    """Tell whether a dummy is fitted: compared with, or instead of a model that was not there."""
    known = [owner for owner in code.owners(site) if owner and not owner.startswith(".")]
    trained = [owner for owner in known if owner.rpartition(".")[2] not in _LOADS]
    return bool(trained) and all(owner.startswith("sklearn.dummy.") for owner in trained)


def _is_trainer(code: Code, site: Site) -> bool:
    return any(owner.rpartition(".")[2] in _TRAINERS for owner in code.owners(site))


def _top(name: str) -> str:
    return name.partition(".")[0]
