-- Who lives where (squares of the official grid) as one compressed value, cut into rows like the drawn city; `revision` is the
-- write that brought it.
create table residents_part (
    position bigint primary key,
    revision bigint not null,
    data bytea not null
);
