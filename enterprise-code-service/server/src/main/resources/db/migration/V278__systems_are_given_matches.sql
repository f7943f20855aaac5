-- The consent to a system was kept as 基本信息, while what it may read are the matches: the record has to say what was agreed to.
alter table consent drop constraint consent_category_check;
update consent set category = 'MATCHES' where receiver_kind = 'SYSTEM';
update consent_change set category = 'MATCHES' where receiver_kind = 'SYSTEM';
alter table consent
    add constraint consent_category_check check (category in ('BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX', 'REPORT', 'MATCHES')),
    add constraint consent_matches_to_system check ((category = 'MATCHES') = (receiver_kind = 'SYSTEM'));
