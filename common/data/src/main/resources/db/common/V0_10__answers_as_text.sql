-- Answers are JSON; an encrypted column is text. Without keys none but empty answers are kept.
alter table idempotency_key alter column body type text using nullif(convert_from(body, 'UTF8'), '');
