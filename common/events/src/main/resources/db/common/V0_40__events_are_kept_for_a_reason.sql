-- What nobody rebuilds anything from goes some days after the broker has it; of what stays it is known whom it names (ADR 0029).
alter table outbox
    add column until_heard boolean not null default false,
    add column person      uuid,
    add column names       text[],
    add constraint outbox_person_is_named check ((person is null) = (names is null));

update outbox set until_heard = true
where type not in (
    'auth.UserRegistered', 'auth.AccountRenamed', 'auth.AccountStatusChanged', 'auth.AccountClosed',
    'user.MemberJoined', 'user.MemberLeft', 'user.EnterpriseRegistered', 'user.HolidaysArranged',
    'platform.ProcessingDeclared', 'platform.PermissionsDeclared', 'platform.FieldsDeclared',
    'policy.PolicyPublished', 'policy.PolicyWithdrawn',
    'finance.LoanProductPublished', 'finance.LoanProductSuspended', 'finance.MatchResultCited',
    'finance.LoanApplicationSubmitted', 'finance.LoanApplicationAccepted', 'finance.LoanApplicationApproved',
    'finance.LoanApplicationRefused', 'finance.LoanApplicationWithdrawn', 'finance.LoanDisbursed', 'finance.LoanSettled',
    'matching.MatchCompleted', 'code.CodeStatusChanged', 'code.ConsentChanged', 'code.CodeIssued');

update outbox set person = (data ->> 'accountId')::uuid, names = '{displayName}'
where type in ('auth.UserRegistered', 'auth.AccountRenamed', 'user.MemberJoined');
update outbox set person = (data ->> 'applicantId')::uuid, names = '{applicantName}' where type = 'code.CodeIssued';

create index outbox_heard on outbox (published_at) where until_heard;
create index outbox_person on outbox (person) where person is not null;
create index dead_letter_failed on dead_letter (failed_at);
