"""Which distribution brings an imported module: only names that were checked are ever installed.

A name that merely looks right may be a stranger's package on the index.
"""

from mlops_platform.core.profiling.distributions import DISTRIBUTIONS, normalised

SAME_NAME = frozenset(
    "accelerate aiohttp albumentations altair annoy anthropic arviz attrs audioread autogluon"
    " autograd autokeras backoff bentoml bitsandbytes blinker bokeh boto3 botocore bottleneck"
    " cachetools captum catboost category_encoders certifi cffi chardet charset_normalizer"
    " clearml click cloudpickle codecarbon colorama colorlog ConfigSpace conllu cupy cvxopt"
    " cvxpy dagshub darts dash dask dataclasses_json datasets decorator deepchecks deepdiff"
    " deepspeed dgl diffusers dill distributed dtreeviz duckdb dvc dvclive earthpy econml"
    " efficientnet_pytorch einops eli5 emoji evaluate evidently fastai fastapi fastcore"
    " fastparquet fasttext fbprophet feast featuretools filelock fiona fire flair flaml flask"
    " flax folium fsspec ftfy fuzzywuzzy gdown gensim geopandas geopy gluonts gplearn gpytorch"
    " gradio great_expectations grpcio gym gymnasium h2o h5py haversine hdbscan hmmlearn"
    " holidays httpx huggingface_hub humanize hyperopt imageio imgaug implicit imutils ipykernel"
    " ipywidgets itsdangerous jax jaxlib jieba jinja2 joblib jsonargparse jsonlines jsonpickle"
    " jsonschema kaggle kagglehub kedro keras keras_tuner kornia lazypredict librosa lifelines"
    " lightgbm lightning_fabric lightning_utilities lime llvmlite lmdb loguru lxml lz4 markdown"
    " markupsafe"
    " matplotlib metaflow missingno ml_collections ml_dtypes mlflow mlxtend more_itertools"
    " msgpack mxnet nbclient nbconvert nbformat neptune networkx ngboost nibabel nilearn nltk"
    " nni numba numexpr numpy numpyro omegaconf onnx onnxmltools onnxruntime openai openml"
    " openpyxl optax optuna_integration orjson ortools packaging pandarallel pandas"
    " pandas_datareader"
    " pandas_profiling pandera papermill param pathos patsy peewee peft phik pingouin plotly"
    " plotnine pmdarima polars pooch prefect pretrainedmodels prettytable prometheus_client"
    " prophet protobuf psutil psycopg py7zr pyarrow pycaret pydantic pydantic_settings pydicom"
    " pydot pydub pygments pymc pymc3 pymongo pymysql pynndescent pyod pyomo pyparsing pyspark"
    " pystan pytesseract pytest pytorch_forecasting pytorch_metric_learning pytorch_tabnet pytz"
    " rasterio ray rdkit redis regex reportlab requests rich river rouge_score ruptures s3fs"
    " sacrebleu sacred safetensors scikit_posthocs scipy seaborn segmentation_models_pytorch"
    " selenium sentence_transformers sentencepiece sentry_sdk seqeval setfit shap shapely"
    " simplejson six sklearn_crfsuite sklearn_pandas sktime slack_sdk snakemake sortedcontainers"
    " soundfile spacy speechbrain sqlalchemy sqlmodel stable_baselines3 stanza starlette"
    " statsforecast statsmodels streamlit supervision sweetviz sympy tables tabulate tenacity"
    " tensorboardX tensorflow_addons tensorflow_probability tensorflow_text termcolor textblob"
    " textdistance tf_keras thefuzz threadpoolctl tiktoken timm tokenizers toml tomli toolz"
    " torch_geometric torch_scatter torch_sparse torchaudio torchdata torchinfo torchsummary"
    " torchtext torchvision tornado tpot tqdm transformers treelib trl tsfresh tslearn typer"
    " typing_extensions ucimlrepo ujson ultralytics unidecode urllib3 uvicorn vaderSentiment"
    " vaex visdom wandb wget wordcloud xarray xgboost xlrd xlsxwriter yacs ydata_profiling"
    " yellowbrick yfinance zarr zenml zstandard".split()
)
"""Modules that the distribution of the same name brings (`_` and `-` are one)."""

FIRST_CHOICE = {
    # These have wheels that need no display, GPU or compiler.
    "cv2": "opencv-python-headless",
    "psycopg2": "psycopg2-binary",
    "faiss": "faiss-cpu",
    # These bring a module of another name.
    "art": "adversarial-robustness-toolbox",
    "azureml": "azureml-core",
    "Bio": "biopython",
    "box": "python-box",
    "Crypto": "pycryptodome",
    "feather": "feather-format",
    "gin": "gin-config",
    "google.protobuf": "protobuf",
    "grpc": "grpcio",
    "haiku": "dm-haiku",
    "kerastuner": "keras-tuner",
    "mpl_toolkits": "matplotlib",
    "ot": "pot",
    "pyro": "pyro-ppl",
    "ruamel": "ruamel-yaml",
    "scikitplot": "scikit-plot",
    "sklearnex": "scikit-learn-intelex",
    "wx": "wxpython",
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
