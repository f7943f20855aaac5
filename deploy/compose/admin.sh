#!/bin/sh
# Opens the account of who administers the platform first: docker compose run --rm admin NAME PHONE
set -eu
[ $# = 2 ] || { echo "docker compose run --rm admin NAME PHONE" >&2; exit 2; }

token=$(curl -fsS http://auth-service:8101/oauth2/token -u "operations:$ZHENGQI_OPERATIONS_SECRET" \
  -d grant_type=client_credentials -d scope=internal | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
text() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
curl --fail-with-body -sS http://user-service:8102/internal/user/first-administrators -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  --data "{\"displayName\":\"$(text "$1")\",\"phone\":\"$(text "$2")\"}"
echo
echo "The token belongs behind $ZHENGQI_PUBLIC_URL/set-password#"
