-- Words of RunKind, RunOutcome, RunEventKind, RelationKind and ReadingOutcome are stored as written here, see Runs/StoredWords.cs.

create function restoredrill.refuse_change() returns trigger
language plpgsql
as $function$
begin
    raise exception '% on restoredrill.% is refused: what is stored there is never changed or removed', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$function$;

create table restoredrill.run (
    id           text        not null primary key,
    kind         text        not null,
    database     text        not null,
    trigger      text        not null,
    phase        text        not null,
    phase_since  timestamptz not null,
    troubles     integer     not null default 0,
    state        jsonb       not null,
    created_at   timestamptz not null,
    next_step_at timestamptz,
    note         text,
    lease_owner  text,
    lease_until  timestamptz,
    fence        bigint      not null default 0,
    last_save    uuid,
    finished_at  timestamptz,
    outcome      text,
    summary      text,
    level        text,
    defect       text,
    constraint run_id_form check (id ~ '^[cd][0-9a-hjkmnp-tv-z]{11}$'),
    constraint run_kind_known check (kind in ('copy', 'drill')),
    constraint run_id_of_kind check (left(id, 1) = left(kind, 1)),
    constraint run_names_given check (database <> '' and phase <> ''),
    constraint run_counts_from_zero check (troubles >= 0 and fence >= 0),
    constraint run_lease_whole check ((lease_owner is null) = (lease_until is null)),
    constraint run_end_whole check (num_nulls(finished_at, outcome, summary) in (0, 3)),
    constraint run_end_final check (finished_at is null or (lease_owner is null and next_step_at is null)),
    constraint run_end_only check (finished_at is not null or (level is null and defect is null)),
    constraint run_outcome_known check (
        outcome is null
        or (kind = 'copy' and outcome in ('copied', 'failed'))
        or (kind = 'drill' and outcome in ('pass', 'fail', 'inconclusive'))),
    constraint run_level_of_drill check (level is null or kind = 'drill')
);

create unique index run_one_open on restoredrill.run (kind, database) where finished_at is null;
create index run_newest on restoredrill.run (created_at, id);
create index run_newest_of_database on restoredrill.run (database, kind, created_at, id);

create trigger run_finished_stays
    before update on restoredrill.run
    for each row when (old.finished_at is not null)
    execute function restoredrill.refuse_change();
create trigger run_is_kept
    before delete or truncate on restoredrill.run
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.run enable always trigger run_finished_stays;
alter table restoredrill.run enable always trigger run_is_kept;

create table restoredrill.run_event (
    sequence   bigint      generated always as identity primary key,
    run_id     text        not null references restoredrill.run (id),
    at         timestamptz not null default clock_timestamp(),
    phase      text        not null,
    kind       text        not null,
    message    text        not null,
    operation  text,
    request_id text,
    constraint run_event_kind_known check (kind in ('phase', 'call', 'observed', 'warning', 'trouble', 'failure', 'conclusion'))
);

create index run_event_of_run on restoredrill.run_event (run_id, sequence);

create trigger run_event_append_only
    before update or delete or truncate on restoredrill.run_event
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.run_event enable always trigger run_event_append_only;

create table restoredrill.relation_reading (
    run_id   text     not null references restoredrill.run (id),
    database text     not null,
    schema   text     not null,
    name     text     not null,
    kind     text     not null,
    outcome  text     not null,
    rows     bigint   not null,
    hash_sum numeric,
    reason   text,
    took     interval not null,
    primary key (run_id, database, schema, name),
    constraint relation_reading_kind_known check (
        kind in ('table', 'partition', 'materialized view', 'large objects', 'unlogged table', 'foreign table')),
    constraint relation_reading_outcome_known check (outcome in ('read', 'damaged', 'not judged', 'not protected')),
    constraint relation_reading_hash_whole check (hash_sum = trunc(hash_sum))
);

-- Readings of old runs may be pruned, so DELETE is not refused; what has been read is never read differently.
create trigger relation_reading_stands
    before update or truncate on restoredrill.relation_reading
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.relation_reading enable always trigger relation_reading_stands;

create table restoredrill.birth_certificate (
    copy_arn        text        not null primary key,
    pinned_by       text        not null references restoredrill.run (id),
    pinned_at       timestamptz not null default clock_timestamp(),
    sha256          text        not null,
    document        text        not null,
    document_sha256 text        not null,
    constraint birth_certificate_document_intact check (document_sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

create trigger birth_certificate_append_only
    before update or delete or truncate on restoredrill.birth_certificate
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.birth_certificate enable always trigger birth_certificate_append_only;

create table restoredrill.evidence (
    run_id      text        not null primary key references restoredrill.run (id),
    recorded_at timestamptz not null default clock_timestamp(),
    document    text        not null,
    sha256      text        not null,
    constraint evidence_document_intact check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

create trigger evidence_append_only
    before update or delete or truncate on restoredrill.evidence
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.evidence enable always trigger evidence_append_only;
