-- Other applications of the district that people sign in to with their account of the platform (OpenID Connect).
create table connected_app (
    id               uuid        primary key,
    client_id        text        not null unique,
    name             text        not null check (length(name) between 1 and 50),
    owner            text        not null check (length(owner) between 1 and 100),
    intro            text,
    kind             text        not null check (kind in ('CONFIDENTIAL', 'PUBLIC')),
    -- Hashed as passwords are; absent until one is drawn, and with an application that can keep none.
    secret_hash      text,
    secret_at        timestamptz,
    redirect_uris    text[]      not null check (cardinality(redirect_uris) > 0),
    post_logout_uris text[]      not null,
    scopes           text[]      not null,
    plain_phone      boolean     not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    disabled_at      timestamptz,
    version          integer     not null default 0,
    check (kind = 'CONFIDENTIAL' or secret_hash is null)
);
create index connected_app_created on connected_app (created_at desc, id);

-- What a person lets an application know of them.
create table app_consent (
    app        uuid        not null references connected_app (id),
    account_id uuid        not null,
    scopes     text[]      not null,
    given_at   timestamptz not null,
    primary key (app, account_id)
);
create index app_consent_account on app_consent (account_id);

-- A request that waits for the person's answer has no time of its own, and would lie for ever when none comes.
alter table oauth2_authorization add column created_at timestamptz not null default now();
create index oauth2_authorization_client on oauth2_authorization (registered_client_id, principal_name);
create index oauth2_authorization_id_token on oauth2_authorization using hash (oidc_id_token_value);
