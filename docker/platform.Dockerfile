# The platform: Dagster's code server, webserver, daemon and run workers, and MLflow with the governed registry.
#
#   docker build -f docker/platform.Dockerfile -t mlops-platform:local .
#
# Behind a company's proxy, put its certificates (*.crt, PEM) into docker/certificates/ first.
FROM python:3.11-slim

RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends ca-certificates git \
 && rm -rf /var/lib/apt/lists/*
COPY docker/certificates/ /usr/local/share/ca-certificates/
RUN update-ca-certificates

ENV PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
    REQUESTS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt \
    SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    MLOPS_PLATFORM_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false \
    MLOPS_PLATFORM_HOME=/var/lib/mlops-platform \
    DAGSTER_HOME=/opt/dagster

WORKDIR /opt/mlops-platform
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY mlops_platform ./mlops_platform
RUN pip install --no-cache-dir --disable-pip-version-check -q -c constraints.txt . uv \
 && useradd --system --uid 10001 --create-home --home-dir /home/platform platform \
 && install -d -o platform -g platform /var/lib/mlops-platform /opt/dagster
COPY --chown=platform:platform docker/dagster.yaml /opt/dagster/dagster.yaml
COPY docker/entrypoint.sh /usr/local/bin/entrypoint

USER platform
WORKDIR /home/platform
ENTRYPOINT ["/usr/local/bin/entrypoint"]
