-- 企业信息报告 is given to one bank at a time, never to all who scan.
alter table consent
    drop constraint consent_category_check,
    add constraint consent_category_check check (category in ('BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX', 'REPORT')),
    add constraint consent_report_to_bank check (category <> 'REPORT' or receiver_kind = 'BANK');
