-- What an enterprise stated stays with the moment at which it handed it in, whatever it states when it supplements.
alter table redemption_event
    add column basis     numeric(14,2),
    add column statement text,
    -- Bank and number, this one covered.
    add column account   text;

-- Of what was handed in before the last is known: it stands with the application.
update redemption_event e set basis = a.basis_claimed, statement = a.statement
from redemption_application a
where a.id = e.application_id and e.id = (
    select l.id from redemption_event l where l.application_id = a.id and l.kind in ('SUBMITTED', 'RESUBMITTED') order by l.at desc, l.id desc limit 1);
