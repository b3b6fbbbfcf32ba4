-- What the programs of organisations may ask. A right is never changed: it is revoked, and another granted.
create table exchange.access_right (
    province     text        not null,
    id           uuid        not null,
    client       text        not null,
    agency       text        not null,
    registry     text        not null,
    purpose      text        not null,
    manner       text        not null check (manner in ('MATCH', 'FIELDS', 'RECORD')),
    fields       text[]      not null,
    per_minute   integer     not null check (per_minute > 0),
    per_day      integer     not null check (per_day > 0),
    hours_from   time,
    hours_to     time,
    roles        text[]      not null,
    until        date        not null,
    granted_at   timestamptz not null,
    revoked_at   timestamptz,
    primary key (province, id),
    check ((hours_from is null) = (hours_to is null))
);

create unique index right_in_force on exchange.access_right (province, client, registry, purpose)
    where revoked_at is null;

-- Of a question that a program asked: by which right, and what it said beside it. The person is a keyed hash of
-- the national id, since not everyone who is asked about has ever met Dargah.
alter table exchange.inquiry
    add column access_right uuid,
    add column client       text,
    add column manner       text,
    add column message      text,
    add column issue        text,
    add column end_user     bytea,
    add column person_tag   bytea;

create index inquiry_of_right on exchange.inquiry (province, access_right, asked_at) where access_right is not null;
create index inquiry_about on exchange.inquiry (province, person_tag, id desc) where person_tag is not null;
