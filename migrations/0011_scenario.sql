-- What planners think might change in the city. Nothing here is ever done, and none of it belongs to a revision.
-- `changes` is a JSON list, read by the program alone. `made_for` is the revision of the city that it was last written for,
-- `by_role` the role of whoever wrote it, `version` how often it was written.
create table scenario (
    id text primary key,
    name text not null,
    note text,
    changes text not null,
    made_for bigint not null,
    by_role text not null,
    at timestamptz not null,
    version bigint not null
);
