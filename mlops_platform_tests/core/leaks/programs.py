"""Small programs as the field writes them; `# <- kind` marks each line that is a defect."""

import json
import re
import textwrap
from pathlib import Path

from mlops_platform.core.facts.data_flow import trace_data_flow
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.find_leaks import find_leaks
from mlops_platform.core.leaks.defect import Confidence, Defect
from mlops_platform_tests.drawing import draw_checkout

# A path, the cell of a notebook, the line, the class of the defect.
Told = tuple[str, int | None, int, str]
MARK = re.compile(r"# <- (\w+)")
HEAD = """
import numpy as np, pandas as pd
from sklearn.preprocessing import *
from sklearn.impute import SimpleImputer, KNNImputer
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest, f_classif, RFE, SelectFromModel
from sklearn.feature_extraction.text import TfidfVectorizer, CountVectorizer, HashingVectorizer
from sklearn.model_selection import *
from sklearn.model_selection import train_test_split, cross_val_score, GridSearchCV, KFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression, LinearRegression, Ridge
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.neighbors import KNeighborsClassifier
from sklearn.cluster import KMeans
from sklearn.metrics import accuracy_score, f1_score, mean_squared_error, silhouette_score, r2_score
from imblearn.over_sampling import SMOTE, RandomOverSampler
from imblearn.under_sampling import RandomUnderSampler
from sklearn.utils import resample
"""


def program(text: str) -> str:
    """Return a program with the imports that all of them share."""
    return HEAD + textwrap.dedent(text)


def defects_of(
    tmp_path: Path, files: dict[str, str], confidence: Confidence = Confidence.CONFIRMED
) -> tuple[Defect, ...]:
    """Return the defects of a repository that are this sure."""
    checkout = draw_checkout(tmp_path, files)
    found = find_leaks(trace_data_flow(checkout, read_repository(checkout)))
    return tuple(each for each in found if each.confidence is confidence)


def notebook(*cells: str, language: str = "python") -> str:
    """Return a notebook of these code cells, after one of text."""
    document = {
        "metadata": {"language_info": {"name": language}},
        "cells": [
            {"cell_type": "markdown", "source": "# Churn"},
            *({"cell_type": "code", "source": cell, "execution_count": 1} for cell in cells),
        ],
    }
    return json.dumps(document)


def expected(files: dict[str, str]) -> set[Told]:
    """Return what the marks in the programs say."""
    return {
        (path, cell, number, mark[1])
        for path, text in files.items()
        for cell, code in _codes(path, text)
        for number, line in enumerate(code.splitlines(), 1)
        for mark in MARK.finditer(line)
    }


def found_in(defects: tuple[Defect, ...]) -> set[Told]:
    """Return defects as the marks tell them."""
    return {(e.place.path, e.place.cell, e.place.line, e.kind.value) for e in defects}


def _codes(path: str, text: str) -> list[tuple[int | None, str]]:
    if not path.endswith(".ipynb"):
        return [(None, text)]
    cells = json.loads(text)["cells"]
    return [(n, c["source"]) for n, c in enumerate(cells, 1) if c["cell_type"] == "code"]
