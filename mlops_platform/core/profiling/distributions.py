"""Which distribution an imported module comes from, where the two names differ.

Checked against the distributions' own top-level modules. A module that is in neither table is taken
to have its distribution's name.
"""

import re
import sys

DISTRIBUTIONS: dict[str, tuple[str, ...]] = {
    "absl": ("absl-py",),
    "attr": ("attrs",),
    "azureml": ("azureml-core", "azureml-sdk", "azureml-defaults"),
    "bs4": ("beautifulsoup4",),
    "comet_ml": ("comet-ml",),
    "corsheaders": ("django-cors-headers",),
    "cv2": (
        "opencv-python",
        "opencv-python-headless",
        "opencv-contrib-python",
        "opencv-contrib-python-headless",
    ),
    "dateutil": ("python-dateutil",),
    "django_filters": ("django-filter",),
    "docx": ("python-docx",),
    "dotenv": ("python-dotenv",),
    "faiss": ("faiss-cpu", "faiss-gpu"),
    "fitz": ("pymupdf",),
    "git": ("gitpython",),
    "google.cloud.storage": ("google-cloud-storage",),
    "google.cloud.bigquery": ("google-cloud-bigquery",),
    "google.cloud.aiplatform": ("google-cloud-aiplatform",),
    "google.protobuf": ("protobuf",),
    "graphviz": ("graphviz",),
    "hydra": ("hydra-core",),
    "igraph": ("igraph", "python-igraph"),
    "imblearn": ("imbalanced-learn",),
    "IPython": ("ipython", "jupyter", "jupyterlab", "notebook", "ipykernel"),
    "jose": ("python-jose",),
    "jwt": ("pyjwt",),
    "lightning": ("lightning", "pytorch-lightning"),
    "Levenshtein": ("levenshtein", "python-levenshtein"),
    "llama_cpp": ("llama-cpp-python",),
    "magic": ("python-magic",),
    "mpl_toolkits": ("matplotlib",),
    "multipart": ("python-multipart",),
    "MySQLdb": ("mysqlclient",),
    "OpenSSL": ("pyopenssl",),
    "optuna": ("optuna",),
    "paddle": ("paddlepaddle", "paddlepaddle-gpu"),
    "PIL": ("pillow", "pillow-simd"),
    "pkg_resources": ("setuptools",),
    "pl_bolts": ("lightning-bolts",),
    "psycopg2": ("psycopg2", "psycopg2-binary"),
    "pycocotools": ("pycocotools",),
    "pytorch_lightning": ("pytorch-lightning", "lightning"),
    "pywt": ("pywavelets",),
    "rest_framework": ("djangorestframework",),
    "rest_framework_simplejwt": ("djangorestframework-simplejwt",),
    "retinaface": ("retina-face", "retinaface-pytorch"),
    "serial": ("pyserial",),
    "skimage": ("scikit-image",),
    "sklearn": ("scikit-learn", "sklearn"),
    "skopt": ("scikit-optimize",),
    "skorch": ("skorch",),
    "slugify": ("python-slugify",),
    "surprise": ("scikit-surprise",),
    "tensorboard": ("tensorboard", "tensorflow"),
    "tensorflow": (
        "tensorflow",
        "tensorflow-cpu",
        "tensorflow-gpu",
        "tensorflow-macos",
        "tf-nightly",
        "intel-tensorflow",
        "tensorflow-intel",
    ),
    "tensorflow_datasets": ("tensorflow-datasets",),
    "tensorflow_hub": ("tensorflow-hub",),
    "torch": ("torch", "pytorch", "pytorch-cpu", "pytorch-gpu"),
    "tlz": ("toolz",),
    "torchmetrics": ("torchmetrics",),
    "umap": ("umap-learn",),
    "usearch": ("usearch",),
    "whylogs": ("whylogs",),
    "win32com": ("pywin32",),
    "yaml": ("pyyaml", "ruamel-yaml", "ruamel.yaml"),
    "zmq": ("pyzmq",),
}
"""Module → distributions that bring it; the first one is what a user should declare."""

BROUGHT_ALONG: dict[str, tuple[str, ...]] = {
    "keras": ("tensorflow", "tensorflow-cpu", "tensorflow-gpu", "tensorflow-macos"),
    "numpy": ("pandas", "scikit-learn", "scipy", "torch", "tensorflow", "matplotlib", "xgboost"),
    "pydantic": ("fastapi",),
    "starlette": ("fastapi",),
    "lightning_fabric": ("lightning", "pytorch-lightning"),
    "werkzeug": ("flask",),
    "jinja2": ("flask",),
    "omegaconf": ("hydra-core",),
    "matplotlib": ("seaborn",),
    "scipy": ("scikit-learn", "statsmodels"),
    "pandas": ("seaborn", "statsmodels"),
    "joblib": ("scikit-learn",),
    "tokenizers": ("transformers",),
    "huggingface_hub": ("transformers", "datasets", "diffusers"),
    "ipykernel": ("jupyter", "jupyterlab", "notebook"),
    "traitlets": ("jupyter", "ipython", "notebook"),
    "botocore": ("boto3",),
}
"""Modules that another declared distribution installs without fail (its own hard dependency)."""


def distributions_of(module: str) -> tuple[str, ...]:
    """Return the distributions that may bring a module, the usual one first."""
    for length in (3, 2, 1):
        name = ".".join(module.split(".")[:length])
        if name in DISTRIBUTIONS:
            return DISTRIBUTIONS[name]
    return (normalised(module.split(".")[0]),)


def is_declared(module: str, declared: frozenset[str]) -> bool:
    """Tell whether declared distributions (normalised names) bring a module, alone or along."""
    top = module.split(".")[0]
    names = (*distributions_of(module), normalised(top), *BROUGHT_ALONG.get(top, ()))
    if top in {"google", "azureml", "azure", "zope", "sphinxcontrib"}:
        return any(name.startswith(f"{top}-") or name == top for name in declared)
    return any(name in declared for name in names)


def is_standard(module: str) -> bool:
    """Tell whether a module is part of Python itself, of any version that is still met."""
    return module.split(".")[0] in sys.stdlib_module_names | FORMER_STANDARD


def normalised(name: str) -> str:
    """Return a distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


FORMER_STANDARD = frozenset(
    "distutils imp asynchat asyncore smtpd ConfigParser cPickle cStringIO Queue StringIO urllib2"
    " urlparse httplib __builtin__ commands tkinter Tkinter _typeshed __future__ __main__".split()
)
