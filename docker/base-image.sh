#!/usr/bin/env bash
# Provides python:3.X-slim: nothing where the image is there, else the public image, else a stand-in
# of the same name from Debian's packages, for machines that cannot pull (labelled as such).
#
#   docker/base-image.sh [3.11|3.9|3.13]
#
# Proxies are taken from the environment or from apt; DEBIAN_MIRROR names another archive.
set -euo pipefail

fail() { echo "error: $*" >&2; exit 1; }

PYTHON=${1:-3.11}
case $PYTHON in
  3.9) SUITE=bullseye ;;
  3.11) SUITE=bookworm ;;
  3.13) SUITE=trixie ;;
  *) fail "no Debian release brings Python $PYTHON; choose 3.9, 3.11 or 3.13." ;;
esac
IMAGE=python:$PYTHON-slim
LONGEST_PULL_SECONDS=180

docker version >/dev/null 2>&1 || fail "no Docker engine answers; start it and try again (docker/engine.sh start, as root)."
docker image inspect "$IMAGE" >/dev/null 2>&1 && exit 0

echo "Pulling $IMAGE …"
timeout "$LONGEST_PULL_SECONDS" docker pull --quiet "$IMAGE" >/dev/null 2>&1 && exit 0

echo "It cannot be pulled: building a stand-in from Debian $SUITE (about a minute) …"
[ "$(id -u)" = 0 ] || fail "$IMAGE cannot be pulled, and only root can build a stand-in; run docker/base-image.sh $PYTHON as root."
command -v debootstrap >/dev/null || fail "$IMAGE cannot be pulled, and debootstrap is missing; install it (Debian: apt-get install debootstrap)."

for scheme in http https; do
  proxy=$(apt-config --format '%v' dump "Acquire::$scheme::Proxy" 2>/dev/null || true)
  [ -z "$proxy" ] || [ "$proxy" = DIRECT ] || [ -n "$(printenv "${scheme}_proxy")" ] || export "${scheme}_proxy=$proxy"
done

ROOT=$(mktemp -d)
trap 'rm -rf --one-file-system "$ROOT"' EXIT
mkdir "$ROOT/root"
debootstrap --variant=minbase --include=ca-certificates,git,python3,python3-pip,python3-venv \
  "$SUITE" "$ROOT/root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$ROOT/log" 2>&1 \
  || { tail -n 5 "$ROOT/log" >&2; fail "debootstrap could not build Debian $SUITE; look at the lines above."; }
cd "$ROOT/root"
ln -sf python3 usr/bin/python
rm -f usr/lib/python3*/EXTERNALLY-MANAGED etc/resolv.conf etc/hostname
rm -rf var/cache/apt/archives/*.deb var/cache/apt/*.bin var/lib/apt/lists/* usr/share/doc/* usr/share/man/* usr/share/locale/*
tar --numeric-owner -c . | docker import \
  --change 'ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8' \
  --change 'CMD ["python3"]' \
  --change "LABEL mlops-platform.stand-in=debian-$SUITE" \
  --message "a stand-in for $IMAGE from Debian $SUITE" - "$IMAGE" >/dev/null
docker run --rm --network none "$IMAGE" python -c \
  "import ensurepip, pip, sys, venv; sys.exit(sys.version_info[:2] != tuple(map(int, '$PYTHON'.split('.'))))" \
  || fail "the stand-in for $IMAGE does not hold Python $PYTHON with pip and venv; remove it (docker rmi $IMAGE) and report this."
