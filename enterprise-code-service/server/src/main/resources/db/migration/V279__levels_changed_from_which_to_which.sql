-- Of changes before this nobody wrote down the levels: their history says the reason alone, as it did.
alter table code_change
    add column level_before text check (level_before in ('NORMAL', 'KEY', 'WARNED')),
    add column level_after text check (level_after in ('NORMAL', 'KEY', 'WARNED')),
    add constraint code_change_levels check ((level_before is null) = (level_after is null) and (level_after is null or action = 'LEVEL_CHANGED'));
