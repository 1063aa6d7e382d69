-- Lines of help and counselling, apart from places: no spot, no event, no join. `line` is JSON that the program alone reads; null
-- where the city no longer shows a line that comes with the program.
create table counselling (
    id text primary key,
    line text
);

-- What the city works on so that things do not happen. `content` is JSON that the program alone reads.
create table focus_area (
    id text primary key,
    content text not null
);
