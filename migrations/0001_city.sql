-- The city, its districts and places. One text for SQLite and PostgreSQL: only text, bigint,
-- double precision, boolean and timestamptz; ids are made by the program; dates are ISO 8601 text.

-- One row. `lineage` is a random name of this store: a revision is only comparable within it.
-- `settings` is the city.toml the city came with, kept as written; null while no city is loaded.
create table city (
    one bigint primary key check (one = 1),
    lineage text not null,
    revision bigint not null,
    settings text
);

-- Outlines are GeoJSON text: they are indexed in memory, never in the database.
create table district (
    id text primary key,
    name text not null,
    area text not null,
    population bigint check (population >= 0),
    population_year bigint,
    population_estimated boolean not null,
    boundary text not null
);

create table quarter (
    id text primary key,
    name text not null,
    district_id text not null,
    area text not null
);

-- What a place is asked for every day has a column; `facts` holds the sparse rest as a JSON object
-- whose members are checked by the program. `shape` is null for a point, whose longitude and latitude
-- say everything. Closed places stay.
create table place (
    id text primary key,
    name text not null,
    kind text not null,
    status text not null,
    valid_from text,
    valid_to text,
    lon double precision not null,
    lat double precision not null,
    shape text,
    opening_hours text,
    last_verified_at text,
    origin text not null,
    facts text not null
);

-- Columns that come from OpenStreetMap stand apart (ODbL): every raw tag of the object a place came from.
create table place_osm (
    place_id text primary key references place (id) on delete cascade,
    osm_id text not null unique,
    tags text not null
);

-- Who (a role or an import, never a person) did what, and when. Only ever added to.
create table trail (
    revision bigint not null,
    position bigint not null,
    at timestamptz not null,
    author text not null,
    action text not null,
    subject text not null,
    detail text not null,
    primary key (revision, position)
);
