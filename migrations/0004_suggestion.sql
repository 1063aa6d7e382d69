-- What residents say is missing or wrong, waiting for somebody of the city to decide. Nothing here is ever shown to
-- the public, and nothing says who wrote it: no address, no browser, no session, and of the time only the day.

-- `about` is the place that something is wrong with; null means that a place is missing. It is no foreign key:
-- the word stays when the place goes. Ids are random, so that they do not tell the order within a day.
-- A decision leaves its day, the role that made it and its reason. What was removed has lost its content: the row
-- only counts.
create table suggestion (
    id text primary key,
    received_on text not null,
    about text,
    is_gone boolean not null,
    name text,
    kind text,
    address text,
    lon double precision,
    lat double precision,
    opening_hours text,
    free text not null,
    consumption_required text not null,
    toilets text not null,
    remark text,
    state text not null check (state in ('open', 'accepted', 'rejected', 'removed')),
    decided_on text,
    decided_by text,
    reason text,
    place_id text
);

create index suggestion_state on suggestion (state, received_on);
