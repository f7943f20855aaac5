-- Where an application is told that a sign-in ended (OpenID Connect Back-Channel Logout 1.0); null: it does not want to be.
alter table connected_app add column back_channel_logout_uri text;

-- By which sign-ins of whom people are in which application. Gone once the application was told that it ended, or needs not to be.
create table app_sign_in (
    app         uuid        not null references connected_app (id),
    sign_in     uuid        not null,
    account_id  uuid        not null,
    began_at    timestamptz not null,
    -- Since when the application is to be told; null while the sign-in goes on.
    ended_at    timestamptz,
    tries       int         not null default 0,
    next_try_at timestamptz,
    primary key (app, sign_in),
    check ((ended_at is null) = (next_try_at is null))
);
create index app_sign_in_open on app_sign_in (sign_in) where ended_at is null;
create index app_sign_in_due on app_sign_in (app, next_try_at) where ended_at is not null;
