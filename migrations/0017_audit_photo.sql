-- Photos of barriers, where a city wants them: drawn anew by the program, for its own people alone.
create table audit_photo (
    id text primary key,
    audit_id text not null references audit (id) on delete cascade,
    criterion text,
    jpeg bytea not null,
    by_role text not null,
    at timestamptz not null
);
create index audit_photo_of_audit on audit_photo (audit_id);
