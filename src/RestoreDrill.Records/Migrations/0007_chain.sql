-- What drills read of a copy so that later copies can be compared with it, and the proofs that such a comparison has revoked. Contents are gzip.

-- own and young are null where the relation was not read or has no block; young is null too where there was no copy to compare with.
create table restoredrill.chain_range (
    run_id      text     not null references restoredrill.run (id),
    database    text     not null,
    schema      text     not null,
    name        text     not null,
    first_block bigint   not null,
    blocks      bigint,
    grain       integer  not null,
    outcome     text     not null,
    own         bytea,
    young       bytea,
    sha256      text     not null,
    comparison  text     not null,
    took        interval not null,
    primary key (run_id, database, schema, name, first_block),
    constraint chain_range_counts check (first_block >= 0 and blocks > 0 and grain > 0),
    constraint chain_range_outcome_known check (outcome in ('read', 'damaged', 'not judged', 'not protected'))
);

create trigger chain_range_stands
    before update or truncate on restoredrill.chain_range
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.chain_range enable always trigger chain_range_stands;

create table restoredrill.revocation (
    copy_arn    text        not null,
    found_by    text        not null references restoredrill.run (id),
    database    text        not null,
    recorded_at timestamptz not null default clock_timestamp(),
    document    text        not null,
    sha256      text        not null,
    primary key (copy_arn, found_by),
    constraint revocation_document_intact check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

create index revocation_of_database on restoredrill.revocation (database, recorded_at);

create trigger revocation_append_only
    before update or delete or truncate on restoredrill.revocation
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.revocation enable always trigger revocation_append_only;
