"""Tools that save or load models without a call of the project's own.

Where one of them is in use, "no call that saves a model was found" proves nothing.
"""

SAVE_BY_THEMSELVES = frozenset(
    (
        *("pytorch-lightning", "transformers", "ultralytics", "fastai", "keras", "tensorflow"),
        *("autogluon", "spacy", "sentence-transformers", "trl", "stable-baselines3", "detectron2"),
        *("openmmlab", "ray tune", "pycaret", "flair", "paddle", "accelerate", "deepspeed"),
        *("diffusers", "peft", "catboost", "h2o", "azureml", "kedro", "zenml", "tfx", "dagster"),
        *("metaflow", "flyte", "spark ml"),
    )
)

LOG_MODELS_BY_THEMSELVES = frozenset({"mlflow", "wandb", "clearml", "comet", "neptune"})
