-- Reports of how safe people feel: apart from everything else, in a file (SQLite) or a schema (PostgreSQL) of their own. No
-- person, no point, no moment, no text: whoever adds a column changes a promise, and a test that knows this list fails.
-- The random id orders the rows and leads nowhere.
create table report (
    id text primary key,
    area text not null,
    category text not null,
    band text not null,
    daytype text not null,
    iso_week text not null,
    factors bigint not null,
    wish text,
    avoids bigint,
    source text not null
)/* without rowid */;

-- Randomness of the releases of a period, drawn when its first report comes.
create table seed (
    period text primary key,
    bytes text not null
)/* without rowid */;

-- The key that signs the puzzles browsers solve before they report; replicas share it.
create table puzzle (
    one bigint primary key,
    signing text not null
);

-- What was released, with the noise in it: nothing is ever drawn twice.
create table release (
    product text not null,
    period text not null,
    content text not null,
    primary key (product, period)
)/* without rowid */;
