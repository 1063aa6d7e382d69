-- Audits for barriers. `audit` is what somebody works on, `audit_publication` what everybody sees: a published revision never
-- changes. `sheet`, `auditors` and the criteria of a measure are JSON that the program alone reads. An audit goes with its place.
-- `version` counts how often a row was written; `withdrawn` says why nobody is to see an audit any more.
create table audit (
    id text primary key,
    place_id text not null references place (id) on delete cascade,
    criteria text not null,
    depth text not null,
    source text not null,
    auditors text not null,
    planned_on text,
    audited_on text,
    sheet text not null,
    state text not null,
    revision bigint not null,
    withdrawn text,
    by_role text not null,
    at timestamptz not null,
    version bigint not null
);
create index audit_of_place on audit (place_id);

create table audit_publication (
    audit_id text not null references audit (id) on delete cascade,
    revision bigint not null,
    criteria text not null,
    depth text not null,
    source text not null,
    auditors text not null,
    audited_on text not null,
    sheet text not null,
    published_on text not null,
    by_role text not null,
    primary key (audit_id, revision)
);

-- What shall be done about barriers.
create table audit_measure (
    id text primary key,
    audit_id text not null references audit (id) on delete cascade,
    criteria text not null,
    description text not null,
    cost_class text,
    owner text,
    target_year bigint,
    status text not null,
    reason text,
    by_role text not null,
    at timestamptz not null,
    version bigint not null
);
create index audit_measure_of_audit on audit_measure (audit_id);

-- A city's own versions of the criteria, as it wrote them. Those that come with the program are not here.
create table criteria (
    version text primary key,
    content text not null
);
