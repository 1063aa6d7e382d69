-- Events and offers: held at a place, or at a spot in words. What is asked for every day has a column; `schedule` (dates,
-- rule, what differs on single dates) and `facts` are JSON objects whose members are checked by the program.
-- No person is ever named: what can be reached is an organisation, by its web page. An event goes with its place.
create table event (
    id text primary key,
    uid text not null unique,
    source text not null,
    origin text not null,
    title text not null,
    place_id text references place (id) on delete cascade,
    spot text,
    lon double precision,
    lat double precision,
    status text not null,
    engagement boolean not null,
    effort text,
    demand text,
    revised_at timestamptz not null,
    sequence bigint not null,
    schedule text not null,
    facts text not null
);
