-- What the service needs: whose wish a run is, whose job carries it, whose turn it is; and what happens outside of runs.
-- Words of IncidentKind are stored as written here, see Runs/StoredWords.cs.

alter table restoredrill.run
    add column asked         boolean not null default true,
    add column occurrence    timestamptz,
    add column job           text,
    add column turn_at       timestamptz,
    add column turn_asked_at timestamptz,
    add column saved_at      timestamptz;

create unique index run_one_per_occurrence on restoredrill.run (kind, database, occurrence) where occurrence is not null;
create unique index run_one_per_job on restoredrill.run (job) where job is not null;

create table restoredrill.incident (
    sequence bigint      generated always as identity primary key,
    key      text        not null unique,
    at       timestamptz not null default clock_timestamp(),
    kind     text        not null,
    subject  text        not null,
    message  text        not null,
    database text,
    run_id   text references restoredrill.run (id),
    constraint incident_kind_known check (kind in (
        'copy missed', 'drill missed', 'refused', 'recurring restored', 'run taken up', 'scratch removed', 'scratch left'))
);

create trigger incident_append_only
    before update or delete or truncate on restoredrill.incident
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.incident enable always trigger incident_append_only;

create table restoredrill.schedule (
    job           text        not null primary key,
    schedule      text        not null,
    since         timestamptz not null default clock_timestamp(),
    watched_until timestamptz
);

create table restoredrill.sweep (
    at      timestamptz not null primary key default clock_timestamp(),
    found   integer     not null check (found >= 0),
    removed integer     not null check (removed >= 0),
    remain  integer     not null check (remain >= 0)
);

create index run_event_at on restoredrill.run_event (at);

create trigger sweep_append_only
    before update or truncate on restoredrill.sweep
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.sweep enable always trigger sweep_append_only;
