-- What was cancelled before it began has no time of sending, neither a planned one.
update notification set send_at = null where state = 'CANCELLED' and started_at is null;

-- Whoever was asked to evaluate before is asked no more once it is done from now on; what was evaluated already is not known here. The task's id is that of java.util.UUID.nameUUIDFromBytes: an MD5 with version and variant.
update message m
set case_version = 0, case_id = encode(set_byte(set_byte(h.md5, 6, (get_byte(h.md5, 6) & 15) | 48), 8, (get_byte(h.md5, 8) & 63) | 128), 'hex')::uuid
from (select id, decode(md5(substring(link from '[0-9a-f-]{36}$') || ' evaluation'), 'hex') as md5 from message
      where link ~ '^/my/evaluations/[0-9a-f-]{36}$') h
where m.id = h.id and m.case_id is null;
