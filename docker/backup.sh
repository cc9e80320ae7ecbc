#!/bin/sh
# Writes one backup of the library's database: backup.sh [folder]. The folder is ./backups when none is named.
# With DATABASE_URL set it backs up that database with this machine's pg_dump; otherwise the one of compose.yaml. Safe while Naru runs.
set -eu
umask 077
here=$(dirname "$0")

usage() {
  echo "usage: backup.sh [folder]   (DATABASE_URL names another database than the one of compose.yaml)" >&2
  exit 2
}

[ $# -le 1 ] || usage
case ${1:-} in -*) usage ;; esac
folder=${1:-backups}

dump() {
  if [ -n "${DATABASE_URL:-}" ]; then
    pg_dump --format=custom --no-owner --no-privileges --dbname="$DATABASE_URL"
  else
    docker compose --file "$here/compose.yaml" exec -T postgres pg_dump --format=custom --no-owner --no-privileges --username=naru naru
  fi
}

check() {
  if [ -n "${DATABASE_URL:-}" ]; then
    pg_restore --file=/dev/null "$1"
  else
    docker compose --file "$here/compose.yaml" exec -T postgres pg_restore --file=/dev/null <"$1"
  fi
}

mkdir -p "$folder"
target=$folder/naru-$(date -u +%Y%m%dT%H%M%SZ).dump
# A dump that breaks off never gets the name of a backup.
trap 'rm -f "$target.part"' EXIT
dump >"$target.part"
check "$target.part"
mv "$target.part" "$target"
echo "$target: $(wc -c <"$target" | tr -d ' ') bytes, read back without a fault."
echo "Not in it: SIGNING_KEY (and FORMER_PUBLIC_KEYS). Keep them apart from this file, in a safe place: without the key nothing can be signed as before." >&2
