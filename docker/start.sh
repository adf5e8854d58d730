#!/usr/bin/env bash
# Brings the platform up on one server, reached on loopback only: secrets are generated at the first start.
#
#   docker/start.sh           builds, starts, and says where to look
#   docker/start.sh down      stops everything; databases and files are kept
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "error: $*" >&2; exit 1; }

compose() {
  if docker compose version >/dev/null 2>&1; then docker compose "$@"
  elif command -v docker-compose >/dev/null; then docker-compose "$@"
  else fail "neither 'docker compose' nor docker-compose is there; install one (Debian: apt-get install docker-compose)."; fi
}

docker version >/dev/null 2>&1 || fail "no Docker engine answers; start one and try again."
# Who may use the engine's socket: the group of the file, by its number.
DOCKER_GROUP=$(stat -c %g /var/run/docker.sock)
export DOCKER_GROUP

if [ "${1:-up}" = down ]; then compose -p mlops-platform down; exit; fi

umask 077
mkdir -p secrets
[ -s secrets/postgres_password ] \
  || head -c 32 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' > secrets/postgres_password
chmod 644 secrets/postgres_password # in a folder that only its owner enters; containers read the file itself

compose -p mlops-platform build
compose -p mlops-platform up -d
echo
echo "Dagster  http://127.0.0.1:3000"
echo "MLflow   http://127.0.0.1:5000/?workflowType=machine_learning"
echo "Run one  mlops-platform execute https://github.com/OWNER/NAME --launch"
