"""Names that conda and the package index give to the same thing, and what the index has not."""

import re

PIP_NAMES = {
    "altair-all": "altair",
    "blas": "",
    "dask-core": "dask",
    "faiss-gpu": "faiss-cpu",
    "importlib-metadata": "importlib-metadata",
    "jsonargparse-signatures": "jsonargparse",
    "keras-gpu": "keras",
    "matplotlib-base": "matplotlib",
    "mlflow-skinny": "mlflow-skinny",
    "msgpack-python": "msgpack",
    "numpy-base": "numpy",
    "opencv": "opencv-python-headless",
    "py-opencv": "opencv-python-headless",
    "py-xgboost": "xgboost",
    "py-xgboost-cpu": "xgboost",
    "py-xgboost-gpu": "xgboost",
    "pyg": "torch-geometric",
    "pytables": "tables",
    "python-graphviz": "graphviz",
    "python-kaleido": "kaleido",
    "pytorch": "torch",
    "pytorch-cpu": "torch",
    "pytorch-gpu": "torch",
    "pytorch-lightning": "pytorch-lightning",
    "ruamel-yaml": "ruamel-yaml",
    "scikit-learn-base": "scikit-learn",
    "seaborn-base": "seaborn",
    "spacy-model-en-core-web-sm": "",
    "tensorflow-base": "tensorflow",
    "tensorflow-cpu": "tensorflow",
    "tensorflow-gpu": "tensorflow",
    "tensorflow-mkl": "tensorflow",
}
"""conda's name → the index's; a name that is not here is the same in both."""

_GPU = re.compile(
    r"cuda[\w-]*|cudatoolkit[\w-]*|cudnn|nccl|pytorch-cuda|pytorch-mutex|cpuonly|nvidia-.*"
)
_SYSTEM = re.compile(
    r"lib(?!rosa$|svm$|linear$)[\w-]+|r(?:-[\w-]+)?|mkl[\w-]*|blas|openblas|nomkl|intel-openmp|llvm-openmp|gcc.*"
    r"|gxx.*|make|cmake|git|curl|wget|jq|nodejs|openjdk|java-jdk|pandoc|quarto|texlive.*|tectonic"
    r"|graphviz|ffmpeg|imagemagick|openssl|ca-certificates|zlib|xz|zstd|bzip2|sqlite|readline|tk|ncurses"
    r"|freetype|jpeg|lcms2|lz4-c|openjpeg|tbb|icu|hdf5|gdal|geos|proj|binutils.*|ld-impl.*|sysroot.*"
    r"|python-abi|conda[\w-]*|mamba|anaconda.*|setuptools|wheel|pip|vs\d+.*|vc|ucrt|pywin.*|wincertstore"
    r"|m2w64.*|msys2.*|compilers|cxx-compiler|c-compiler|spacy-model-.*"
)


def pip_name(name: str) -> str:
    """Return the name that the package index gives to a conda package."""
    return PIP_NAMES.get(name) or name


def reason_without(name: str) -> str:
    """Return why a conda package is not installed, "" where it is."""
    if _GPU.fullmatch(name):
        return "drivers of a GPU, which the index's wheels bring or do without"
    if _SYSTEM.fullmatch(name):
        return "no Python distribution; it is conda's own or the system's"
    return ""
