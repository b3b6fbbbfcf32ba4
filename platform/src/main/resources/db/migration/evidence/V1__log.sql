-- What happened, with the salt that keeps its commitment from being guessed. Private.
create table evidence.record (
    province   text        not null,
    leaf_index bigint      not null check (leaf_index >= 0),
    id         uuid        not null,
    at         timestamptz not null,
    salt       bytea       not null check (length(salt) = 32),
    record     bytea       not null check (length(record) <= 65536),
    entry      bytea       not null check (length(entry) = 32),
    -- The last guard against a fork: a place is taken once.
    primary key (province, leaf_index)
);

-- Evidence that could be edited would be none.
create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'evidence.record is append-only';
end $$;

create trigger record_append_only before update or delete or truncate on evidence.record
    for each statement execute function evidence.refuse_change();

-- The public log as it is served: hashes by level, bundles of entries on level -1. The last of each
-- level grows until it is full; a full one never changes.
create table evidence.tile (
    province   text     not null,
    level      smallint not null check (level between -1 and 63),
    tile_index bigint   not null check (tile_index >= 0),
    content    bytea    not null,
    primary key (province, level, tile_index)
);

-- Signed notes. One is public once the witnesses were asked, whatever they said.
create table evidence.checkpoint (
    province  text        not null,
    size      bigint      not null check (size >= 0),
    at        timestamptz not null,
    note      text        not null,
    published boolean     not null,
    primary key (province, size)
);
