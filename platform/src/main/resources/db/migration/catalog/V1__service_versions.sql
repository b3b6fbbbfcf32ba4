-- Small look-up tables, the same in every province: a country keeps them as reference tables.
create table catalog.service (
    code text primary key,
    current_version uuid,
    changed_at timestamptz not null
);

-- Immutable: a running case reads its own version to the end, so nothing here is ever changed or removed.
create table catalog.version (
    id uuid primary key,
    agency text not null,
    code text not null references catalog.service (code),
    number integer not null check (number > 0),
    pack bytea not null,
    published_at timestamptz not null,
    unique (code, number)
);

create function catalog.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a published version is never changed or removed';
end $$;

create trigger immutable before update or delete on catalog.version
    for each row execute function catalog.refuse_change();
