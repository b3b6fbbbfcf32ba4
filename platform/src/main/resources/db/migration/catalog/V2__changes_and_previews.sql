-- Where the current version came from decides what the folder of packs may do to it (ADR 125).
alter table catalog.service
    add column origin text not null default 'folder' check (origin in ('folder', 'browser')),
    -- What the folder held when it was read last: only something else than that is new.
    add column folder_version uuid,
    add column retired_at timestamptz,
    -- Grows by each change, so that other nodes see in one look whether anything is new.
    add column revision bigint not null default 0;

update catalog.service set folder_version = current_version;

-- What became of services, and by whom; like the versions, never changed afterwards.
create table catalog.change (
    id uuid primary key,
    code text not null references catalog.service (code),
    kind text not null check (kind in ('published', 'returned-to', 'retired', 'withdrawn')),
    version uuid not null references catalog.version (id),
    origin text not null check (origin in ('folder', 'browser')),
    done_by text not null,
    reason text not null,
    at timestamptz not null
);

create index change_of_service on catalog.change (code, at desc, id desc);

insert into catalog.change (id, code, kind, version, origin, done_by, reason, at)
select id, code, 'published', id, 'folder', '', '', published_at from catalog.version;

create trigger immutable before update or delete on catalog.change
    for each row execute function catalog.refuse_change();

-- A pack that is not published, to be looked at by whoever has the token, of which only the hash is kept.
create table catalog.preview (
    token bytea primary key,
    about uuid not null,
    agency text not null,
    code text not null,
    pack bytea not null,
    expires_at timestamptz not null
);

create index preview_about on catalog.preview (about);
create index preview_expires on catalog.preview (expires_at);
