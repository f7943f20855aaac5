-- The sensitive fields that the services declare, fed by their events.
create table sensitive_field (
    code        text   primary key,
    name        text   not null,
    application text   not null,
    page        text   not null,
    mask        text   not null,
    -- Permissions by any of which it is seen plainly where no role says otherwise.
    plain_for   text[] not null,
    service     text   not null,
    position    int    not null
);

create table sensitive_field_version (
    service text   primary key,
    version bigint not null
);

-- What a role says of a field. Of most it says nothing. Without reference to the fields: a service that is late must not make a hidden field seen.
create table role_field (
    role_code text not null references role on delete cascade,
    field     text not null,
    rule      text not null check (rule in ('HIDDEN', 'MASKED', 'PLAIN')),
    primary key (role_code, field)
);
