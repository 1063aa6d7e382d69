-- What was measured on ways: it stands in for what OpenStreetMap says of them. `readings` is JSON that the program alone reads,
-- `estimated` whether something of it is an estimate. No map object is named: the spot and the sort of way are.
create table measured_way (
    id text primary key,
    lon double precision not null,
    lat double precision not null,
    sort text not null,
    readings text not null,
    estimated boolean not null,
    measured_on text not null,
    by_role text not null
);
