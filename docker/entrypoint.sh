#!/bin/sh
# Turns the secret files of compose into what Dagster and MLflow read, and starts what was asked for.
set -eu

if [ -r /run/secrets/postgres_password ]; then
  POSTGRES_PASSWORD=$(cat /run/secrets/postgres_password)
  export POSTGRES_PASSWORD
fi
if [ "${1:-}" = mlflow ]; then
  database="postgresql+psycopg2://platform:${POSTGRES_PASSWORD}@${POSTGRES_HOST:-db}/mlflow"
  # By the environment: arguments can be read by every process of the container.
  export MLFLOW_BACKEND_STORE_URI="$database" MLFLOW_REGISTRY_STORE_URI="governed+$database"
fi
exec "$@"
