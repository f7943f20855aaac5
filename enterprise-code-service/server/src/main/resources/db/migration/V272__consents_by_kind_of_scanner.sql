-- What a scan shows is allowed by kind of scanner. Consents of before were for all who scan, and stay so; what was withdrawn was withdrawn from all of them.
alter table consent
    add column scanners        text[] not null default '{}',
    add column former_scanners text[] not null default '{}';

update consent set scanners = '{GOVERNMENT,BANK,PROVIDER,OTHER}' where receiver_kind = 'SCANNER' and granted;
update consent set former_scanners = '{GOVERNMENT,BANK,PROVIDER,OTHER}'
where receiver_kind = 'SCANNER' and not granted and granted_at is not null;

alter table consent
    add constraint consent_scanners check (
        scanners <@ '{GOVERNMENT,BANK,PROVIDER,OTHER}' and former_scanners <@ '{GOVERNMENT,BANK,PROVIDER,OTHER}'
        and not scanners && former_scanners
        and (cardinality(scanners) > 0) = (receiver_kind = 'SCANNER' and granted)
        and (receiver_kind = 'SCANNER' or cardinality(former_scanners) = 0));
