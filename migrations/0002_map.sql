-- The drawn city (ground, ways for walking, addresses) as one compressed value, cut into rows that any
-- database and any proxy carries; `revision` is the write that brought it.
create table map_part (
    position bigint primary key,
    revision bigint not null,
    data bytea not null
);
