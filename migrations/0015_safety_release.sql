-- Frozen releases of reports of how safe people feel: added once, never changed. Not one report is here.
create table safety_release (
    product text not null,
    period text not null,
    content text not null,
    primary key (product, period)
);
