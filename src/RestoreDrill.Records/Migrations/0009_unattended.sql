-- How long in its phase a run was looked at by nobody though a look was due: time that does not count against the phase's limit.

alter table restoredrill.run add column unattended interval not null default interval '0';
