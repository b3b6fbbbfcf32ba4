create table authoring.draft (
    province text not null,
    id uuid not null,
    agency text not null,
    code text not null,
    title_fa text not null,
    title_en text not null,
    state text not null check (
        state in ('writing', 'handed-in', 'approved', 'published', 'returned', 'discarded')),
    -- Grows by each change, so that nobody approves what they have not seen.
    revision integer not null,
    -- The version from which it was begun; none for a new service.
    base uuid,
    -- Of the form that began it: sent twice, it begins one draft.
    begin_key uuid not null,
    begun_at timestamptz not null,
    changed_at timestamptz not null,
    handed_in_by uuid,
    handed_in_name text,
    handed_in_at timestamptz,
    approved_by uuid,
    approved_name text,
    approved_at timestamptz,
    starts_at timestamptz,
    reason text not null default '',
    version uuid,
    primary key (province, id),
    unique (province, begin_key),
    -- Publishing is two people's act, whatever a program above may think.
    constraint two_people check (approved_by <> handed_in_by),
    check (state <> 'approved' or (approved_by is not null and starts_at is not null))
);

create index draft_of_agency on authoring.draft (province, agency, changed_at desc, id desc);
create index draft_that_starts on authoring.draft (province, starts_at) where state = 'approved';

create table authoring.file (
    province text not null,
    draft uuid not null,
    path text not null,
    text text not null,
    -- Of this file alone: two people may write in two files of one draft.
    revision integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (province, draft, path),
    foreign key (province, draft) references authoring.draft (province, id)
);

-- Whoever wrote in a draft does not approve it.
create table authoring.author (
    province text not null,
    draft uuid not null,
    officer uuid not null,
    name text not null,
    primary key (province, draft, officer),
    foreign key (province, draft) references authoring.draft (province, id)
);
