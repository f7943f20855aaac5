-- Pictures that never come to the page are counted by who handed them in, and go by night. Who handed in those of before nobody knows: they are not counted.
alter table page_picture
    add column owner_id uuid,
    add column shown    boolean not null default false;

update page_picture p
set shown = true
where exists (
    select 1 from about_page a cross join jsonb_array_elements(a.content -> 'pictures') it where (it ->> 'id')::uuid = p.id);

create index page_picture_unused on page_picture (owner_id) where not shown;
