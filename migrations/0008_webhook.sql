-- Other programs that are told of changes. Nothing here is ever shown to the public.

-- `secret` stands here as it is: messages are signed with it. Whoever reads this table can sign as this city, and nothing
-- else. `kinds` and `districts` are names separated by commas; empty means all. `through` is the number of the last entry of
-- the trail that the webhook need not hear of any more: where it goes on, whatever happens to the program.
-- `failing_since`, `attempts`, `next_at` and `reason` stand there only while it does not answer.
create table webhook (
    id text primary key,
    url text not null,
    secret text not null,
    kinds text not null,
    districts text not null,
    created_on text not null,
    state text not null check (state in ('active', 'paused', 'given_up')),
    through bigint not null,
    heard_at timestamptz,
    failing_since timestamptz,
    attempts bigint not null,
    next_at timestamptz,
    reason text not null
);

-- One row at most: which of several programs on one database tells the webhooks, and until when the others leave it to it.
create table webhook_turn (
    one bigint primary key check (one = 1),
    holder text not null,
    until timestamptz not null
);
