-- A store belongs to one installation: names and tags of what its runs made carry that installation's id, and no other may go on with them.

create table restoredrill.installation (
    only_one boolean not null primary key default true check (only_one),
    id       text    not null check (id ~ '^[a-z][a-z0-9]{1,15}$')
);

create trigger installation_stays
    before update or delete or truncate on restoredrill.installation
    for each statement execute function restoredrill.refuse_change();
alter table restoredrill.installation enable always trigger installation_stays;
