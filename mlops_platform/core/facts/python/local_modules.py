"""Which imports mean files of this repository.

The trap is a folder that shares its name with a library: `import docker` beside a folder `docker/`
without `__init__.py` means the library, and `import sklearn` inside the package `mlflow` is not
`mlflow/sklearn`.
"""

import sys
from collections.abc import Collection, Iterable, Iterator

from mlops_platform.core.facts.python.names import LONGEST_NAME
from mlops_platform.core.facts.python.source_file import Import
from mlops_platform.core.facts.repository import RepositoryFacts

MODULE_SUFFIXES = (".py", ".pyx", ".pyi", ".so", ".pyd")
_PROJECT_FILES = frozenset({"pyproject.toml", "setup.py", "setup.cfg"})
_SOURCE_FOLDERS = frozenset({"src", "lib", "python"})
# A file inside a package that imports one of these means the library, not its neighbour.
_LIBRARIES = frozenset(
    "absl accelerate aim aiohttp airflow albumentations alembic altair anthropic autogluon"
    " autokeras azure bentoml bitsandbytes boto3 bs4 catboost causalml celery chromadb clearml"
    " click comet_ml cuml cupy cv2 dagster darts dask databricks datasets dbt deepchecks"
    " deepchem deepspeed detectron2 dgl diffusers django dlt docker dotenv dspy duckdb dvc"
    " econml evaluate evidently fairseq faiss fastai fastapi feast fire flaml flask flax"
    " flytekit gensim geopandas google gradio great_expectations groq gym gymnasium h2o h5py"
    " haystack httpx huggingface_hub hydra imblearn implicit interpret jax joblib kafka kedro"
    " keras keras_cv keras_nlp kfp kubernetes langchain langgraph langsmith librosa lifelines"
    " lightgbm lightning lime litellm llama_index loguru ludwig luigi matplotlib metaflow"
    " minio mlem mlflow mlxtend mmcv mmdet modal monai mxnet neptune networkx neuralprophet"
    " ngboost nltk numba numpy omegaconf onnx onnxruntime opacus openai optuna paddle pandas"
    " pandera peft plotly polars prefect prometheus_client prophet psycopg2 pyarrow pycaret"
    " pydantic pydantic_settings pymc pymongo pyod pyspark pytest pytorch_forecasting"
    " pytorch_geometric pytorch_lightning pytorch_tabnet rasterio ray recbole redis replicate"
    " requests rich river sacrebleu sagemaker scipy scrapy seaborn segmentation_models_pytorch"
    " seldon_core selenium sentence_transformers sentry_sdk seqeval setfit shap skimage"
    " sklearn sktime snowflake soundfile spacy sqlalchemy sqlmodel stable_baselines3 starlette"
    " statsforecast statsmodels streamlit surprise tap tensorboard tensorboardX tensorflow"
    " tensorflow_datasets tensorflow_hub tensorflow_probability tf_keras theano timm"
    " tokenizers torch torch_geometric torchmetrics torchtext torchvision tqdm transformers"
    " triton trl tslearn typer ultralytics uvicorn vertexai vllm wandb weave websockets"
    " whylogs xgboost yaml zenml".split()
)


class LocalModules:
    """The importable files of a repository. All paths are relative, without their suffix."""

    def __init__(self, paths: Iterable[str], submodules: Collection[str] = ()) -> None:
        self.files: set[str] = set()
        self.packages: set[str] = set()
        self.folders: set[str] = {""}
        self._submodules = frozenset(submodules)
        projects = set()
        for path in paths:
            folder, _, name = path.rpartition("/")
            if name in _PROJECT_FILES:
                projects.add(folder)
            if name.endswith(MODULE_SUFFIXES):
                self._add(folder, name)
        self.source_folders = tuple(sorted(self._source_folders(projects)))
        self.source_packages = tuple(
            sorted(each for each in self.packages if each.rpartition("/")[2] in _SOURCE_FOLDERS)
        )
        self._cache: dict[tuple[str, str, str | None, bool], bool] = {}
        self._module_folders = {""} | {f for f in self.source_folders if self._holds_packages(f)}

    @classmethod
    def of(cls, repository: RepositoryFacts) -> "LocalModules":
        """Index a repository's files."""
        return cls((file.path for file in repository.files), repository.submodules)

    def module(self, path: str) -> str:
        """Return the dotted name of a file, "" where its path cannot be imported."""
        parts = self._parts(path.removesuffix(".py"))
        if parts and parts[-1] == "__init__":
            parts = parts[:-1]
        return ".".join(parts) if all(part.isidentifier() for part in parts) else ""

    def package(self, path: str) -> str:
        """Return the dotted name of the folder that a file stands in."""
        return ".".join(self._parts(path)[:-1])

    def tell_local(
        self, path: str, entries: Iterable[Import], search_paths: tuple[str, ...] = ()
    ) -> tuple[Import, ...]:
        """Return a file's imports, each saying whether it means a file of this repository."""
        every = tuple(entries)
        is_member = folder_of(path) in self.packages and self._speaks_as_member(path, every)
        return tuple(
            entry._replace(
                is_local=self._is_local_at(
                    path, entry, search_paths, sees_neighbours=not is_member or entry.is_guarded
                )
            )
            for entry in every
        )

    def _speaks_as_member(self, path: str, entries: Iterable[Import]) -> bool:
        """Tell whether a file of a package imports it by its name, or relatively.

        Then it does not run from its own folder, and a bare name is not its neighbour.
        """
        top = self.package(path).partition(".")[0]
        return any(e.level or (top and e.module.partition(".")[0] == top) for e in entries)

    def _is_local_at(
        self, path: str, entry: Import, search_paths: tuple[str, ...], *, sees_neighbours: bool
    ) -> bool:
        if entry.level or len(entry.module) > LONGEST_NAME:
            return bool(entry.level)
        if self._is_itself(path, entry):
            return False
        key = (folder_of(path), entry.module, entry.name, sees_neighbours)
        if key not in self._cache:
            self._cache[key] = self._is_local(*key)
        return self._cache[key] or any(
            self.find(added, entry.module, entry.name) for added in search_paths
        )

    def _is_itself(self, path: str, entry: Import) -> bool:
        """Tell whether a file imports a name of its own: `xgboost.py` means the library."""
        own = path.removesuffix(".py")
        is_one = entry.module in _LIBRARIES and entry.module == own.rpartition("/")[2]
        return is_one and own in self.files and entry.name is not None

    def find(self, root: str, module: str, name: str | None = None) -> tuple[str, ...]:
        """Return the files that importing a module from a folder runs, () if it is not there."""
        found = []
        place = root
        parts = module.split(".") if module else []
        for position, part in enumerate(parts):
            place = join(place, part)
            if place in self.packages:
                found.append(join(place, "__init__"))
            elif place in self.files:
                found.append(place)
                return tuple(found) if position == len(parts) - 1 else ()
            elif place not in self.folders:
                return ()
        below = join(place, name) if name else ""
        if below in self.packages:
            found.append(join(below, "__init__"))
        elif below in self.files:
            found.append(below)
        return tuple(found)

    def _add(self, folder: str, name: str) -> None:
        stem = name.partition(".")[0]
        self.files.add(join(folder, stem))
        if stem == "__init__":
            self.packages.add(folder)
        while folder not in self.folders:
            self.folders.add(folder)
            folder = folder_of(folder)

    def _source_folders(self, projects: set[str]) -> Iterator[str]:
        yield ""
        for folder in self.folders - self.packages - {""}:
            if folder in projects or folder.rpartition("/")[2] in _SOURCE_FOLDERS:
                yield folder

    def _holds_packages(self, folder: str) -> bool:
        return any(folder_of(package) == folder for package in self.packages if package)

    def _parts(self, path: str) -> list[str]:
        folder = folder_of(path)
        while folder not in self._module_folders:
            folder = folder_of(folder)
        return path.removeprefix(folder).lstrip("/").split("/")

    def _is_local(self, folder: str, module: str, name: str | None, sees_neighbours: bool) -> bool:
        first = module.partition(".")[0]
        if first in sys.stdlib_module_names:
            roots = (folder, *self.source_folders)
            return any(self._is_below(root, module, name) for root in roots)
        may_be_library = first in _LIBRARIES
        is_hidden = folder in self.packages and (may_be_library or not sees_neighbours)
        near = () if is_hidden else (folder,)
        if any(
            self._has(root, first) or self.find(root, module, name)
            for root in (*near, *self.source_folders)
        ):
            return True
        if self._is_in_a_source_package(module, name, may_be_library=may_be_library):
            return True
        return not may_be_library and self._is_found_above(folder, module, name)

    def _is_in_a_source_package(
        self, module: str, name: str | None, *, may_be_library: bool
    ) -> bool:
        """Tell whether a package named `src` holds the module, as if it were on the search path.

        Where a library is called so too, a file of the full name must be there.
        """
        first = module.partition(".")[0]
        for root in self.source_packages:
            found = self.find(root, module, name)
            top = (join(root, first), join(root, f"{first}/__init__"))
            if found and (not may_be_library or found[-1] not in top):
                return True
        return False

    def _is_found_above(self, folder: str, module: str, name: str | None) -> bool:
        """Tell whether a folder above holds the module.

        A package that bears a library's name and imports it does not mean itself.
        """
        first = module.partition(".")[0]
        root = folder
        while root:
            root = folder_of(root)
            found = () if root in self.packages else self.find(root, module, name)
            is_inside = f"{folder}/".startswith(f"{join(root, first)}/")
            if found and not (is_inside and found == (join(root, f"{first}/__init__"),)):
                return True
        return False

    def _is_below(self, root: str, module: str, name: str | None) -> bool:
        """Tell whether a standard name is a folder here that really holds what is imported."""
        return any(folder_of(f) != root for f in self.find(root, module, name)) and (
            not self.find(root, module, name)[-1].endswith("__init__")
        )

    def _has(self, root: str, first: str) -> bool:
        place = join(root, first)
        return place in self.packages or place in self.files or place in self._submodules


def join(folder: str, name: str) -> str:
    """Join two parts of a relative path; the root is ""."""
    return f"{folder}/{name}" if folder else name


def folder_of(path: str) -> str:
    """Return the folder that a relative path stands in."""
    return path.rpartition("/")[0]
