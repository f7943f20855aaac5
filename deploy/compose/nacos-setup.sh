#!/bin/sh
# Gives Nacos its first administrator and publishes the shared configuration. Safe to run again.
set -eu
nacos=http://nacos:8848/nacos

token() {
  curl -fsS "$nacos/v3/auth/user/login" -d username=nacos --data-urlencode "password=$NACOS_PASSWORD" 2>/dev/null |
    sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p'
}

attempt=0
until [ -n "$(token || true)" ]; do
  attempt=$((attempt + 1))
  [ "$attempt" -lt 90 ] || { echo "Nacos does not let us sign in" >&2; exit 1; }
  # Accepted only while there is no administrator yet.
  curl -sS -o /dev/null "$nacos/v3/auth/user/admin" --data-urlencode "password=$NACOS_PASSWORD" || true
  sleep 2
done

token=$(token)
publish() {
  curl -fsS -H "accessToken: $token" "$nacos/v3/admin/cs/config" \
    -d groupName=DEFAULT_GROUP -d namespaceId=public -d type=yaml \
    --data-urlencode "dataId=$1" --data-urlencode "content@$2"
  echo " published $1"
}
for file in /configuration/*.yaml; do
  publish "$(basename "$file")" "$file"
done
publish zhengqi-district.yaml /district/district.yaml
