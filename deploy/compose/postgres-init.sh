#!/usr/bin/env bash
# Runs once, when the volume is new: one database, and per service one schema and one login role that reaches no other.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres <<'SQL'
create database zhengqi;
revoke all on database zhengqi from public;
\connect zhengqi
revoke all on schema public from public;
create schema extensions;
grant usage on schema extensions to public;
create extension pg_trgm schema extensions;
SQL

for variable in $(compgen -e | grep -E '^ZQ_[A-Z]+_PASSWORD$'); do
  schema=${variable#ZQ_}
  schema=${schema%_PASSWORD}
  schema=${schema,,}
  psql -v ON_ERROR_STOP=1 -U postgres -d zhengqi -v role="zq_$schema" -v schema="$schema" -v password="${!variable}" <<'SQL'
create role :"role" login password :'password';
grant connect, temporary on database zhengqi to :"role";
create schema :"schema" authorization :"role";
alter role :"role" set search_path = :"schema", extensions;
SQL
done
