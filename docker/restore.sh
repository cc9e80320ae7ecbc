#!/bin/sh
# Brings a backup back into an empty database: restore.sh [--force] <file>. --force replaces what is there.
# With DATABASE_URL set into that database, with this machine's psql; otherwise into the one of compose.yaml.
# All or nothing: a restore that fails leaves the database as it was.
set -eu
umask 077
here=$(dirname "$0")

usage() {
  echo "usage: restore.sh [--force] <file>   (DATABASE_URL names another database than the one of compose.yaml)" >&2
  exit 2
}

force=no
if [ "${1:-}" = --force ]; then
  force=yes
  shift
fi
[ $# -eq 1 ] || usage
case $1 in -*) usage ;; esac
file=$1
[ -r "$file" ] || { echo "$file can't be read." >&2; exit 1; }

sql() {
  if [ -n "${DATABASE_URL:-}" ]; then
    psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --single-transaction --dbname="$DATABASE_URL"
  else
    docker compose --file "$here/compose.yaml" exec -T postgres psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --single-transaction --username=naru naru
  fi
}

unpack() {
  if [ -n "${DATABASE_URL:-}" ]; then
    pg_restore --no-owner --no-privileges --file=- "$file"
  else
    docker compose --file "$here/compose.yaml" exec -T postgres pg_restore --no-owner --no-privileges --file=- <"$file"
  fi
}

busy=$(echo "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'naru%'" | sql)
if [ "$busy" != 0 ]; then
  echo "Naru is connected to this database. Stop it first: docker compose stop proxy api-1 api-2" >&2
  exit 1
fi
tables=$(echo "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')" | sql)
if [ "$tables" != 0 ] && [ "$force" = no ]; then
  echo "The database has $tables tables. Nothing was changed. To replace them: restore.sh --force $file" >&2
  exit 1
fi

script=$(mktemp)
trap 'rm -f "$script"' EXIT
# The whole backup is unpacked before the database is touched, so that a broken file is known in time.
{
  echo 'SET client_min_messages = warning;'
  if [ "$tables" != 0 ]; then echo 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;'; fi
} >"$script"
unpack >>"$script"
sql <"$script" >/dev/null
echo "Restored from $file."
echo "Now: the SIGNING_KEY of that time (or its public key in FORMER_PUBLIC_KEYS), then \"naru db migrate\" and a start of every replica." >&2
