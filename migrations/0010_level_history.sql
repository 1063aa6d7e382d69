-- How far each district had come with rooms and places to meet at the end of a quarter, written down once, by the first write
-- or start after it. What is not here is worked out from the days on which places opened and closed.
-- `counted` names the counted places by their ids, separated by commas.
create table level_history (
    quarter text not null,
    district_id text not null,
    level text not null,
    counted text not null,
    kept_at timestamptz not null,
    primary key (quarter, district_id)
);
