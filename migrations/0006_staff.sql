-- The people of the city who keep its data. Nothing here is ever shown to the public.

-- `password` is an Argon2id hash in PHC notation; null where somebody comes through single sign-on alone. `subject` is
-- what the provider of single sign-on calls the account (issuer and subject, parted by a blank).
create table account (
    id text primary key,
    name text not null unique,
    roles text not null,
    password text,
    must_change boolean not null,
    is_disabled boolean not null,
    subject text unique,
    created_on text not null
);

-- `token` is the SHA-256 of what the browser holds: who reads this table cannot act as anybody.
create table staff_session (
    token text primary key,
    account_id text not null references account (id) on delete cascade,
    began_at timestamptz not null,
    seen_at timestamptz not null
);

create index staff_session_account on staff_session (account_id);

-- Browsers in which an account has logged in before: failures of strangers never keep them out.
create table known_browser (
    token text primary key,
    account_id text not null references account (id) on delete cascade,
    began_at timestamptz not null
);
