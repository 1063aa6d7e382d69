-- Why a suggestion was rejected, by name; `reason` beside it is in somebody's own words.
alter table suggestion add column ground text;

-- That a district is completely recorded, as somebody of the city confirmed it on a day. It is part of the city: it goes with
-- its district, and the audit trail has what stood here before.
create table district_survey (
    district_id text primary key,
    complete_since text not null,
    confirmed_by_role text not null,
    note text
);
