"""Which calls train, measure or record: the frameworks' own names for it.

Names are as `facts/source_code.py` resolves them; a leading dot is a method of an unknown value.
"""

from functools import cache

from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.gradient_steps import is_named_as_step

LEARNING_MODULES = frozenset(
    "autogluon autokeras catboost causalml cuml darts deepchem diffusers econml fastai flaml"
    " flax gensim h2o haiku imblearn implicit interpret jax keras keras_cv keras_nlp lifelines"
    " lightgbm lightning mxnet neuralforecast neuralprophet ngboost paddle peft prophet"
    " pycaret pyod pyspark.ml pytorch_forecasting pytorch_lightning pytorch_tabnet recbole"
    " river rllib segmentation_models_pytorch sentence_transformers setfit sklearn sktime"
    " spacy stable_baselines3 statsforecast statsmodels surprise tensorflow tf_keras tflearn"
    " theano timm torch torch_geometric torchvision transformers trl tslearn turicreate"
    " ultralytics vowpalwabbit xgboost".split()
)
"""Modules whose business is learning. Data handling, plotting and tracking are not."""

PREPARING = (
    "sklearn.preprocessing.",
    "sklearn.impute.",
    "sklearn.feature_extraction.",
    "sklearn.feature_selection.",
    "sklearn.compose.",
    "sklearn.decomposition.",
    "sklearn.manifold.",
    "imblearn.over_sampling.",
    "imblearn.under_sampling.",
    "tensorflow.keras.preprocessing.",
    "keras.preprocessing.",
)
"""Modules whose `fit` prepares data; they do not train a model."""

DETECTING = (
    "sklearn.ensemble.IsolationForest.",
    "sklearn.svm.OneClassSVM.",
    "sklearn.neighbors.LocalOutlierFactor.",
    "sklearn.covariance.EllipticEnvelope.",
)
"""Models of what is usual; inside a transformer of the project's own they prepare data."""

GUESSING = "sklearn.dummy."
"""Models that learn nothing of single rows: what only fits one of them trains no model."""

FIT_METHODS = frozenset(
    "fit fit_generator fit_one_cycle fine_tune partial_fit train_on_batch fit_resample_predict"
    " compute_gradients auto_train".split()
)

TRAINING_FUNCTIONS = frozenset(
    "xgboost.train xgboost.cv lightgbm.train lightgbm.cv catboost.train catboost.cv"
    " tensorflow.GradientTape jax.grad jax.value_and_grad spacy.cli.train.train"
    " sklearn.model_selection.cross_val_score sklearn.model_selection.cross_validate"
    " sklearn.model_selection.cross_val_predict pycaret.classification.compare_models"
    " pycaret.regression.compare_models pycaret.classification.create_model"
    " pycaret.regression.create_model implicit.als.AlternatingLeastSquares.fit"
    " gensim.models.Word2Vec gensim.models.Doc2Vec gensim.models.FastText gensim.models.LdaModel"
    " prophet.diagnostics.cross_validation accelerate.Accelerator.backward".split()
)

_BARE_TRAINING = frozenset(name.rpartition(".")[2] for name in TRAINING_FUNCTIONS)
"""What a star import may give; the module that it stars decides."""

TRAINERS = (
    "transformers.Trainer",
    "transformers.Seq2SeqTrainer",
    "trl.",
    "setfit.",
    "sentence_transformers.",
    "ultralytics.",
    "stable_baselines3.",
    "detectron2.",
    "torch_geometric.",
    "nltk.classify.",
    "textblob.classifiers.",
    "sagemaker.",
)
"""Prefixes whose `.train` or `.learn` method trains a model."""

METRIC_MODULES = (
    "sklearn.metrics.",
    "torchmetrics.",
    "evaluate.",
    "seqeval.",
    "sacrebleu.",
    "mlflow.evaluate",
    "mlflow.models.evaluate",
)
EVALUATE_METHODS = frozenset("evaluate score test validate evaluate_model eval_model".split())
NOT_METRICS = frozenset(
    "sklearn.metrics.make_scorer sklearn.metrics.pairwise sklearn.metrics.get_scorer".split()
)

RECORDING = frozenset(
    "mlflow.log_metric mlflow.log_metrics mlflow.MlflowClient.log_metric"
    " mlflow.tracking.MlflowClient.log_metric wandb.log wandb.run.log wandb.Run.log"
    " dvclive.Live.log_metric dvclive.log comet_ml.Experiment.log_metric"
    " comet_ml.Experiment.log_metrics azureml.core.Run.log azureml.core.run.Run.log"
    " azureml.core.Run.get_context.log azureml.core.run.Run.get_context.log"
    " azureml.core.Run.log_row azureml.core.Run.log_list aim.Run.track".split()
)
CLEARML_REPORTS = frozenset({"report_scalar", "report_single_value"})
REGISTERING = (
    "mlflow.register_model",
    "mlflow.MlflowClient.create_model_version",
    "mlflow.tracking.MlflowClient.create_model_version",
    "azureml.core.Model.register",
    "azureml.core.model.Model.register",
    "wandb.Run.link_model",
    "clearml.OutputModel",
)
MODEL_STORES = tuple(
    f"huggingface_hub.{owner}{name}"
    for owner in ("", "HfApi.")
    for name in ("create_commit", "upload_file", "upload_folder", "upload_large_folder")
)
"""What uploads to a hub of versioned models, unless it says that it means something else."""
OTHER_STORES = frozenset({"dataset", "space"})
REGISTERING_METHODS = (
    ".create_model_version",
    ".create_registered_model",
    ".transition_model_version_stage",
    ".set_registered_model_alias",
)
"""Of MLflow's client, wherever the code keeps it."""

REGISTERING_KEYWORDS = frozenset({"registered_model_name", "model_package_group_name"})
"""Arguments that name a place in a registry: MLflow's and SageMaker's."""

SEEDING = frozenset(
    "random.seed numpy.random.seed numpy.random.default_rng torch.manual_seed"
    " torch.cuda.manual_seed torch.cuda.manual_seed_all tensorflow.random.set_seed"
    " tensorflow.set_random_seed"
    " keras.utils.set_random_seed tensorflow.keras.utils.set_random_seed transformers.set_seed"
    " accelerate.utils.set_seed pytorch_lightning.seed_everything lightning.seed_everything"
    " lightning.pytorch.seed_everything jax.random.PRNGKey jax.random.key".split()
)


def imports_learning(file: SourceFile) -> bool:
    """Tell whether a file imports a learning module, not counting what only prepares data."""
    return any(
        not entry.level
        and not entry.is_local
        and is_learning_module(entry.module)
        and not _is_preparing(f"{entry.module}.{entry.name or ''}.")
        for entry in file.imports
    )


def is_learning_module(module: str) -> bool:
    """Tell whether a dotted module name belongs to a learning framework."""
    return module.split(".")[0] in LEARNING_MODULES or module.startswith("pyspark.ml")


def is_training(call: Call, file: SourceFile) -> bool:
    """Tell whether a call fits a model, as far as the name and the file's imports tell."""
    trains = _training_by_name(call.name)
    if trains and call.name.startswith(DETECTING) and _is_in_transformer(call, file):
        return False
    if not trains and call.name in _BARE_TRAINING:
        return _is_of_a_star(call, file)
    return imports_learning(file) if trains is None else trains


def _is_of_a_star(call: Call, file: SourceFile) -> bool:
    """Tell whether `from pycaret.classification import *` gives the function that is called."""
    is_own = any(entry.name == call.name for entry in file.definitions)
    return not is_own and any(
        entry.name == "*"
        and not entry.level
        and f"{entry.module}.{call.name}" in TRAINING_FUNCTIONS
        for entry in file.imports
    )


def _is_in_transformer(call: Call, file: SourceFile) -> bool:
    """Tell whether a call stands in a class of the project's own that transforms data."""
    wanted = f"{call.scope.rpartition('.')[0]}.transform"
    return any(entry.name == wanted for entry in file.definitions)


def is_evaluation(call: Call, file: SourceFile) -> bool:
    """Tell whether a call measures a model, as far as the name and the file's imports tell."""
    measures = _evaluation_by_name(call.name)
    return imports_learning(file) if measures is None else measures


@cache
def may_train(name: str) -> bool:
    """Tell whether a call of this name trains in some file."""
    is_known = _training_by_name(name) is not False or is_named_as_step(name)
    return is_known or name in _BARE_TRAINING


def may_evaluate(name: str) -> bool:
    """Tell whether a call of this name measures in some file."""
    return _evaluation_by_name(name) is not False


@cache
def _training_by_name(name: str) -> bool | None:
    """Judge a resolved name; None where the imports of its file decide."""
    head, _, method = name.rpartition(".")
    if name in TRAINING_FUNCTIONS:
        return True
    if method in {"train", "learn"}:
        return name.startswith(TRAINERS)
    if method not in FIT_METHODS or _is_preparing(f"{head}.") or name.startswith(GUESSING):
        return False
    # Its estimators and trainers learn in the cloud; nothing else of it is fitted.
    is_learner = is_learning_module(head) or head.startswith("sagemaker.")
    return is_learner if head else None


@cache
def _evaluation_by_name(name: str) -> bool | None:
    """Judge a resolved name; None where the imports of its file decide."""
    head, _, method = name.rpartition(".")
    is_made = method[:1].isupper()
    if name.startswith(METRIC_MODULES) and name not in NOT_METRICS and not is_made:
        return True
    if method not in EVALUATE_METHODS or _is_preparing(f"{head}."):
        return False
    if head:
        return is_learning_module(head)
    return None if method in {"evaluate", "score"} else False


def _is_preparing(name: str) -> bool:
    return name.startswith(PREPARING)
