-- Claims of before were allowed to all who scan.
alter table claim add column consent_scanners text[] not null default '{GOVERNMENT,BANK,PROVIDER,OTHER}'
    check (consent_scanners <@ '{GOVERNMENT,BANK,PROVIDER,OTHER}');
