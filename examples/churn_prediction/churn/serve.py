"""Serve the model over HTTP: GET /health, POST /predict."""

import os
from typing import Literal

import joblib
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI(title="Churn prediction")
model = joblib.load(os.environ.get("MODEL_PATH", "model.joblib"))


class Customer(BaseModel):
    age: int = Field(ge=18, le=120)
    region: Literal["north", "east", "south", "west"]
    contract: Literal["month_to_month", "one_year", "two_year"]
    payment_method: Literal["card", "bank_transfer", "electronic_check"]
    tenure_months: int = Field(ge=0)
    monthly_charge: float = Field(ge=0)
    data_usage_gb: float | None = Field(default=None, ge=0)
    support_calls: int = Field(ge=0)
    late_payments: int = Field(ge=0)
    has_streaming: bool


class Prediction(BaseModel):
    churn_probability: float


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/predict")
def predict(customer: Customer) -> Prediction:
    row = pd.DataFrame([customer.model_dump()]).astype({"data_usage_gb": float})
    return Prediction(churn_probability=round(float(model.predict_proba(row)[0, 1]), 4))
