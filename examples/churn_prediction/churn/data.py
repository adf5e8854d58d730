"""The table of customers, its columns, and the one split that training and evaluation share."""

from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split

DATA = Path("data/customers.csv")
TARGET = "churned"
NUMERIC = [
    "age",
    "tenure_months",
    "monthly_charge",
    "data_usage_gb",
    "support_calls",
    "late_payments",
    "has_streaming",
]
CATEGORICAL = ["region", "contract", "payment_method"]
SEED = 42


def load(path: Path = DATA) -> tuple[pd.DataFrame, pd.Series]:
    """Return features and target. The customer id is not a feature."""
    table = pd.read_csv(path)
    return table[NUMERIC + CATEGORICAL], table[TARGET]


def split(features: pd.DataFrame, target: pd.Series, seed: int = SEED):
    """Hold out a quarter, with the same share of churners on both sides."""
    return train_test_split(features, target, test_size=0.25, random_state=seed, stratify=target)
