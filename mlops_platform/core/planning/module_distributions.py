"""Which distribution brings an imported module: only names that were checked are ever installed.

A name that merely looks right may be a stranger's package on the index.
"""

from mlops_platform.core.profiling.distributions import DISTRIBUTIONS, normalised

SAME_NAME = frozenset(
    "accelerate aiohttp albumentations altair annoy anthropic"
    " argcomplete arviz asteval attrs audioread autograd autokeras backoff bentoml bitsandbytes"
    " blinker bokeh boto3 botocore bottleneck cachetools captum catboost category_encoders"
    " certifi cffi chardet charset_normalizer click cloudpickle codecarbon colorama colorlog"
    " colorlover conllu contextily cupy cvxopt cvxpy cython cytoolz dagshub darts dash dask"
    " dataclasses_json datasets deap decorator deepchecks deepdiff deepspeed dgl diffusers dill"
    " distributed dm_tree docopt docutils dtreeviz duckdb dvc dvclive earthpy econml einops"
    " eli5 emoji evaluate evidently fastai fastapi fastcore fastparquet fasttext fbprophet"
    " featuretools feather_format filelock fiona fire flair flaml flask flax folium fsspec"
    " ftfy funcy fuzzywuzzy gdown gensim geopandas geopy gin_config gluonts gplearn gpytorch"
    " gradio grpcio gym gymnasium h2o h5py haversine hdbscan hmmlearn holidays hpsklearn"
    " httpx huggingface_hub humanize hyperopt imagehash imageio imgaug implicit imutils"
    " ipykernel ipywidgets itsdangerous jax jaxlib jieba jinja2 joblib jsonargparse jsonlines"
    " jsonpickle jsonschema kaggle kagglehub kedro keras keras_tuner kornia lazypredict"
    " librosa lifelines lightgbm lightning_fabric lime llvmlite lmdb logbook loguru lxml"
    " lz4 markdown markupsafe matplotlib missingno ml_collections mlflow mlxtend more_itertools"
    " msgpack multipledispatch mxnet nbclient nbconvert nbformat networkx neptune ngboost"
    " nibabel nilearn nltk nni numba numexpr numpy numpyro omegaconf onnx onnxmltools"
    " onnxruntime openai openml openpyxl optax optuna optuna_dashboard optuna_integration orjson"
    " ortools pandarallel pandas pandas_profiling pandera papermill param pathos patsy"
    " peewee peft phik pingouin plotly plotnine pmdarima polars pooch prefect prettytable"
    " prometheus_client prophet protobuf psutil psycopg py7zr pyarrow pybind11 pycaret pycld2"
    " pydantic pydantic_settings pydicom pydot pydub pygments  pymc pymc3"
    " pymongo pymysql pynndescent pyod pyomo pyparsing pyro_ppl pysal pyspark pystan"
    " pytesseract pytest pythran pytz pyvista ray rasterio rdkit redis regex reportlab"
    " requests rich river rouge_score ruptures s3fs sacrebleu safetensors scikit_image"
    " scikitplot scipy seaborn selenium sentence_transformers sentencepiece seqeval setfit"
    " shap shapely simplejson sktime slack_sdk sacred snakemake sortedcontainers soundfile"
    " spacy speechbrain sqlalchemy sqlmodel stable_baselines3 stanza starlette statsforecast"
    " statsmodels streamlit supervision sympy tables tabulate tenacity tensorboard"
    " tensorboardx tensorflow_addons tensorflow_datasets tensorflow_hub tensorflow_probability"
    " tensorflow_text termcolor textblob textdistance tf_keras thefuzz threadpoolctl tiktoken"
    " timm tokenizers toml tomli toolz torch torchaudio torchdata torchinfo torchmetrics"
    " torchsummary torchtext torchvision tornado tpot tqdm transformers treelib trl tsfresh"
    " tslearn typer typing_extensions ucimlrepo ujson ultralytics unidecode urllib3 uvicorn"
    " vaderSentiment vaex visdom wandb wandb_osh wget whylogs wordcloud xarray xgboost xlrd"
    " xlsxwriter yacs yahooquery yellowbrick yfinance zarr zenml zstandard clearml comet_ml"
    " hydra_colorlog hydra_optuna_sweeper torch_geometric sklearn_crfsuite"
    " great_expectations feast metaflow scikit_posthocs pyrsistent".split()
)
"""Modules that the distribution of the same name brings (`_` and `-` are one)."""

FIRST_CHOICE = {
    # These have wheels that need no display, GPU or compiler.
    "cv2": "opencv-python-headless",
    "psycopg2": "psycopg2-binary",
    "faiss": "faiss-cpu",
    "google.protobuf": "protobuf",
    "lightning": "lightning",
    "mpl_toolkits": "matplotlib",
    "tensorboardX": "tensorboardx",
    "vaderSentiment": "vadersentiment",
    "Crypto": "pycryptodome",
    "pytorch_tabnet": "pytorch-tabnet",
    "pytorch_forecasting": "pytorch-forecasting",
    "segmentation_models_pytorch": "segmentation-models-pytorch",
    "efficientnet_pytorch": "efficientnet-pytorch",
    "pretrainedmodels": "pretrainedmodels",
    "ruamel": "ruamel-yaml",
    "scikitplot": "scikit-plot",
    "haiku": "dm-haiku",
    "optax": "optax",
    "pyro": "pyro-ppl",
    "sklearnex": "scikit-learn-intelex",
    "sklearn_pandas": "sklearn-pandas",
    "kerastuner": "keras-tuner",
    "gin": "gin-config",
    "ml_dtypes": "ml-dtypes",
    "feather": "feather-format",
    "art": "adversarial-robustness-toolbox",
    "sentry_sdk": "sentry-sdk",
    "pycocotools": "pycocotools",
    "wx": "wxpython",
    "fuzzywuzzy": "fuzzywuzzy",
    "community": "python-louvain",
    "pandas_datareader": "pandas-datareader",
    "pytorch_metric_learning": "pytorch-metric-learning",
    "torch_scatter": "torch-scatter",
    "torch_sparse": "torch-sparse",
    "azureml": "azureml-core",
    "grpc": "grpcio",
    "markdown": "markdown",
    "ydata_profiling": "ydata-profiling",
    "sweetviz": "sweetviz",
    "autogluon": "autogluon",
    "ConfigSpace": "configspace",
    "Bio": "biopython",
    "ot": "pot",
    "pywt": "pywavelets",
}
_SAME = frozenset(map(normalised, SAME_NAME))


def checked_distribution(module: str) -> str | None:
    """Return the distribution of a module by its dotted name, None where it was never checked."""
    parts = module.split(".")
    for length in range(min(3, len(parts)), 0, -1):
        name = ".".join(parts[:length])
        if name in FIRST_CHOICE:
            return FIRST_CHOICE[name]
        if name in DISTRIBUTIONS:
            return DISTRIBUTIONS[name][0]
    top = normalised(parts[0])
    return top if top in _SAME else None
