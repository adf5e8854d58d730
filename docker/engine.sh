#!/usr/bin/env bash
# Starts a Docker engine where none answers, and stops what it started, by its process id.
#
#   docker/engine.sh start FOLDER      keeps process id and log of what it starts in FOLDER
#   docker/engine.sh stop FOLDER       does nothing where FOLDER holds no engine of ours
#
# Other engines are left alone. MLOPS_PLATFORM_DOCKERD_OPTIONS is handed to dockerd.
set -euo pipefail

fail() { echo "error: $*" >&2; exit 1; }

[ $# = 2 ] || fail "usage: docker/engine.sh start|stop FOLDER"
FOLDER=$2
PID_FILE=$FOLDER/dockerd.pid
LOG=$FOLDER/dockerd.log
LONGEST_START_SECONDS=60
LONGEST_STOP_SECONDS=30

answers() { timeout 10 docker version >/dev/null 2>&1; }

lives() { # a process id may long belong to somebody else, or to the dead
  [ -n "$1" ] && grep -qs '^Name:[[:space:]]*dockerd$' "/proc/$1/status" \
    && ! grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"
}

ours() { cat "$PID_FILE" 2>/dev/null || true; }

mount_cgroups() { # a machine without an init system may have none
  mountpoint -q /sys/fs/cgroup && return
  mount -t tmpfs -o mode=0755 cgroup /sys/fs/cgroup
  local controller
  for controller in $(awk '!/^#/ && $4 == 1 { print $1 }' /proc/cgroups); do
    mkdir "/sys/fs/cgroup/$controller"
    mount -t cgroup -o "$controller" cgroup "/sys/fs/cgroup/$controller" 2>/dev/null \
      || rmdir "/sys/fs/cgroup/$controller"
  done
}

start() {
  answers && return
  command -v dockerd >/dev/null || fail "no Docker engine answers and dockerd is not installed; install it (Debian: apt-get install docker.io)."
  [ "$(id -u)" = 0 ] || fail "no Docker engine answers to you; start it, or join the group docker, and try again."
  mkdir -p "$FOLDER"
  mount_cgroups
  # shellcheck disable=SC2086 (options are words)
  setsid dockerd --log-level warn ${MLOPS_PLATFORM_DOCKERD_OPTIONS:-} </dev/null >"$LOG" 2>&1 &
  local started=$!
  echo "$started" >"$PID_FILE"
  local waited
  for ((waited = 0; waited < LONGEST_START_SECONDS * 2; waited++)); do
    answers && return
    kill -0 "$started" 2>/dev/null || break
    sleep 0.5
  done
  tail -n 5 "$LOG" >&2
  stop
  fail "the Docker engine could not be started; look at the lines above, or start it yourself and try again."
}

stop() {
  local pid waited
  pid=$(ours)
  rm -f "$PID_FILE"
  lives "$pid" || return 0
  kill "$pid"
  for ((waited = 0; waited < LONGEST_STOP_SECONDS * 5; waited++)); do
    lives "$pid" || return 0
    sleep 0.2
  done
  kill -KILL "$pid"
}

case $1 in
  start) start ;;
  stop) stop ;;
  *) fail "usage: docker/engine.sh start|stop FOLDER" ;;
esac
