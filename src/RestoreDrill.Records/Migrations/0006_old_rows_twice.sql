-- Old rows may be read twice, before the snapshot and after it, and are compared with each reading. What there is so far was read after.

alter table restoredrill.old_row_range add column moment text not null default 'after';
alter table restoredrill.old_row_range alter column moment drop default;
alter table restoredrill.old_row_range drop constraint old_row_range_pkey;
alter table restoredrill.old_row_range add primary key (run_id, moment, database, schema, name, first_block);
alter table restoredrill.old_row_range add constraint old_row_range_moment_known check (moment in ('before', 'after'));

alter table restoredrill.range_comparison add column moment text not null default 'after';
alter table restoredrill.range_comparison alter column moment drop default;
alter table restoredrill.range_comparison drop constraint range_comparison_pkey;
alter table restoredrill.range_comparison add primary key (run_id, moment, database, schema, name, first_block);
alter table restoredrill.range_comparison add constraint range_comparison_moment_known check (moment in ('before', 'after'));
