-- What government data platforms said today of an enterprise, asked with its consent for the report. One row of each kind; goes after its day (zhengqi.retention.finance.public-record).
create table public_record (
    id            uuid primary key,
    enterprise_id uuid        not null,
    kind          text        not null check (kind in ('DISHONEST', 'ENFORCEMENT', 'JUDGMENTS', 'PENALTY', 'ABNORMAL')),
    source        text        not null check (source in ('PLATFORM', 'SIMULATED')),
    asked_on      date        not null,
    asked_at      timestamptz not null,
    answer        jsonb       not null,
    constraint one_answer_of_a_kind unique (enterprise_id, kind)
);
create index public_record_by_time on public_record (asked_at);
