-- Who has a claim before them loads its page again and again: the applicant reads of one look in a quarter of an hour, with the time of the last. The
-- operation log has each of them, those of before too.
with looks as (
    select id, row_number() over (
        partition by claim_id, reader_id, document, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00')
        order by at desc, id) as place
    from claim_reading
    where document is not null
)
delete from claim_reading where id in (select id from looks where place > 1);

create unique index claim_reading_look on claim_reading
    (claim_id, reader_id, document, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00'))
    where document is not null;
