-- What looks at the guard rails gave, each answer as it was; and that one broke, as an incident. Words are stored as written here, see Runs/StoredWords.cs.

create table restoredrill.guard_rail_answer (
    sequence  bigint      generated always as identity primary key,
    looked_at timestamptz not null,
    run_id    text        references restoredrill.run (id),
    rail      text        not null,
    database  text,
    state     text        not null,
    found     text        not null,
    constraint guard_rail_state_known check (state in ('holds', 'broken', 'not checkable'))
);

create index guard_rail_answer_latest on restoredrill.guard_rail_answer (rail, database, sequence desc);

create trigger guard_rail_answer_append_only
    before update or delete or truncate on restoredrill.guard_rail_answer
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.guard_rail_answer enable always trigger guard_rail_answer_append_only;

alter table restoredrill.incident
    drop constraint incident_kind_known,
    add constraint incident_kind_known check (kind in (
        'copy missed', 'drill missed', 'refused', 'recurring restored', 'run taken up', 'scratch removed', 'scratch left', 'guard rail broken'));
