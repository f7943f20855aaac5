#!/usr/bin/env bash
# Writes .env with a fresh value for every secret that docker-compose.yml asks for and .env does not have yet.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
touch .env
grep -oE '\$\{[A-Z_]+:\?' docker-compose.yml | tr -d '${:?' | sort -u | while read -r name; do
  grep -q "^$name=" .env && continue
  case $name in
    # Keys are read as plain Base64, the others go into addresses and command lines.
    NACOS_TOKEN_KEY) value=$(head -c 48 /dev/urandom | base64 -w0) ;;
    # Versions of a key, of which this is the first.
    ZHENGQI_DATA_KEYS) value=1:$(head -c 32 /dev/urandom | base64 -w0) ;;
    *_DATA_KEY) value=$(head -c 32 /dev/urandom | base64 -w0) ;;
    *) value=$(head -c 32 /dev/urandom | base64 -w0 | tr '+/' '-_' | tr -d '=') ;;
  esac
  printf '%s=%s\n' "$name" "$value" >>.env
done
