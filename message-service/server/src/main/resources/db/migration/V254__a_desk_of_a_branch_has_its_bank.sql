-- The institution of which another one is a branch: its people are told where nobody of the branch may any more, and one of them may have a case of the branch.
alter table waiting_notice
    add column bank_id uuid,
    add constraint waiting_notice_bank_of_a_branch check (bank_id is null or institution_id is not null);
