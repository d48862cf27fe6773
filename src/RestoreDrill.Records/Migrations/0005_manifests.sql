-- What copy runs find in their source, and drills in their copy: catalogs and relations in parts, old rows in ranges of blocks, and the manifest that names them
-- all by their digests. Contents are gzip; digests are of what is in it.

create table restoredrill.manifest_part (
    run_id   text  not null references restoredrill.run (id),
    moment   text  not null,
    subject  text  not null,
    database text  not null,
    content  bytea not null,
    sha256   text  not null,
    primary key (run_id, subject, moment, database),
    constraint manifest_part_moment_known check (moment in ('before', 'after', 'closing', 'copy', 'entitled')),
    constraint manifest_part_subject_known check (subject in ('catalog', 'relations'))
);

create trigger manifest_part_stands
    before update or truncate on restoredrill.manifest_part
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.manifest_part enable always trigger manifest_part_stands;

-- groups is null where the relation was not read.
create table restoredrill.old_row_range (
    run_id      text     not null references restoredrill.run (id),
    database    text     not null,
    schema      text     not null,
    name        text     not null,
    first_block bigint   not null,
    blocks      bigint,
    grain       integer  not null,
    outcome     text     not null,
    reason      text,
    groups      bytea,
    sha256      text     not null,
    took        interval not null,
    primary key (run_id, database, schema, name, first_block),
    constraint old_row_range_counts check (first_block >= 0 and blocks > 0 and grain > 0),
    constraint old_row_range_outcome_known check (outcome in ('read', 'damaged', 'not judged', 'not protected')),
    constraint old_row_range_read check ((outcome = 'read') = (groups is not null))
);

create trigger old_row_range_stands
    before update or truncate on restoredrill.old_row_range
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.old_row_range enable always trigger old_row_range_stands;

create table restoredrill.manifest (
    run_id      text        not null primary key references restoredrill.run (id),
    recorded_at timestamptz not null default clock_timestamp(),
    content     bytea       not null,
    sha256      text        not null
);

create trigger manifest_append_only
    before update or delete or truncate on restoredrill.manifest
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.manifest enable always trigger manifest_append_only;

-- How a drill found old rows of its copy to compare with the source's.
create table restoredrill.range_comparison (
    run_id      text   not null references restoredrill.run (id),
    database    text   not null,
    schema      text   not null,
    name        text   not null,
    first_block bigint not null,
    blocks      bigint,
    document    text   not null,
    primary key (run_id, database, schema, name, first_block),
    constraint range_comparison_counts check (first_block >= 0 and blocks > 0)
);

create trigger range_comparison_stands
    before update or truncate on restoredrill.range_comparison
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.range_comparison enable always trigger range_comparison_stands;
