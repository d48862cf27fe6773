-- Relations are read range by range of their blocks; what is finished is kept, so that a process that takes over goes on behind it.
-- blocks is null for the range without an end.

create table restoredrill.range_reading (
    run_id      text     not null references restoredrill.run (id),
    database    text     not null,
    schema      text     not null,
    name        text     not null,
    first_block bigint   not null,
    blocks      bigint,
    bytes       bigint   not null,
    rows        bigint   not null,
    hash_sum    numeric  not null,
    took        interval not null,
    primary key (run_id, database, schema, name, first_block),
    constraint range_reading_counts check (first_block >= 0 and blocks > 0 and rows >= 0),
    constraint range_reading_hash_whole check (hash_sum = trunc(hash_sum))
);

-- As with relation_reading: those of old runs may be pruned, and what has been read is never read differently.
create trigger range_reading_stands
    before update or truncate on restoredrill.range_reading
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.range_reading enable always trigger range_reading_stands;
