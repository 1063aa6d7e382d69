-- The audit trail as one list, numbered 1, 2, 3 and so on and held together by hashes: each entry carries one over itself and
-- the hash before it. How they are made stands in src/domain/trail/chain.rs and in the README. Only ever added to, with one
-- exception: the content of an entry (detail, before, after) goes where it told of a place of refuge. Then its salt
-- goes too, so that the digest tells nothing, and a later entry says of which ones.

-- What was written before waits here until the program has given it numbers and hashes, which it does when it opens the store.
alter table trail rename to trail_unsealed;

-- Until now the names of places of refuge stayed here when the places went, and so did the titles of what was held there
-- (events that went with their place have no line of their own: all that are no longer there are taken for such).
update trail_unsealed set detail = '' where subject in (
    select subject from trail_unsealed where action = 'removed' and subject like 'place/%'
);
update trail_unsealed set detail = ''
where subject like 'event/%'
    and subject not in (select 'event/' || id from event)
    and exists (select 1 from trail_unsealed where action = 'removed' and subject like 'place/%');

-- `revision` is null for what changes no city (accounts, decisions). `at` is a moment in UTC with six decimals, as text, because
-- the hash covers it as it stands. `undoes` is the number of the entry taken back. `before` and `after` are JSON
-- objects of the members that changed; a member that is absent on one side was not known there.
create table trail (
    number bigint primary key,
    revision bigint,
    at text not null,
    author text not null,
    action text not null,
    subject text not null,
    undoes bigint,
    detail text not null,
    before text,
    after text,
    salt text,
    digest text not null,
    hash text not null
);

create index trail_subject on trail (subject, number);

-- One row: the last entry. Every write to the trail begins by updating it, so that writers of one database take turns.
create table trail_head (
    one bigint primary key check (one = 1),
    number bigint not null,
    hash text not null
);

insert into trail_head (one, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
