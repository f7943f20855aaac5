#!/usr/bin/env bash
# The owner of 操作日志, whom nobody signs in as, and its tables. Runs when the volume is new; by hand on one of before (docs/operations.md). Safe to run again.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres -d zhengqi --single-transaction -c "set local zhengqi.log_writer = 'zq_ops'" -f /operation-log.sql
