-- Emergency restores are runs of a kind of their own; they end by a verdict, as drills do.

alter table restoredrill.run drop constraint run_id_form;
alter table restoredrill.run add constraint run_id_form check (id ~ '^[cdr][0-9a-hjkmnp-tv-z]{11}$');
alter table restoredrill.run drop constraint run_kind_known;
alter table restoredrill.run add constraint run_kind_known check (kind in ('copy', 'drill', 'restore'));
alter table restoredrill.run drop constraint run_outcome_known;
alter table restoredrill.run add constraint run_outcome_known check (
    outcome is null
    or (kind = 'copy' and outcome in ('copied', 'failed'))
    or (kind in ('drill', 'restore') and outcome in ('pass', 'fail', 'inconclusive')));
alter table restoredrill.run drop constraint run_level_of_drill;
alter table restoredrill.run add constraint run_level_of_drill check (level is null or kind in ('drill', 'restore'));
