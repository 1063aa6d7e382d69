-- That a resident says of a place: its barriers are not as they were. Once somebody of the city has accepted such a word, it counts
-- for what audits of that place say that were made before it came; a row whose content was removed afterwards goes on counting.
alter table suggestion add column barriers_changed boolean not null default false;
create index suggestion_of_place on suggestion (place_id);
