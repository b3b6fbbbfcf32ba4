-- What people were asked to consent to, and what they answered. Each moment is written once; the state follows from
-- them and from the clock. The person is a keyed hash of the national id, as in exchange.inquiry.
create table exchange.consent (
    province      text        not null,
    id            uuid        not null,
    client        text        not null,
    agency        text        not null,
    subject       uuid        not null,
    person_tag    bytea       not null,
    registry      text        not null,
    purpose       text        not null,
    manner        text        not null check (manner in ('MATCH', 'FIELDS', 'RECORD')),
    fields        text[]      not null,
    until         timestamptz not null,
    once          boolean     not null,
    way           text        not null check (way in ('PORTAL', 'COUNTER')),
    reference     text,
    text          text        not null,
    request_key   text        not null,
    request_hash  bytea       not null,
    codes         integer     not null,
    asked_at      timestamptz not null,
    given_at      timestamptz,
    given_way     text check (given_way in ('PORTAL', 'COUNTER')),
    artefact      text,
    refused_at    timestamptz,
    withdrawn_at  timestamptz,
    used_at       timestamptz,
    used_by       uuid,
    leaf_index    bigint,
    primary key (province, id),
    unique (province, client, request_key),
    check ((given_at is null) = (artefact is null)),
    check (given_at is null or refused_at is null),
    check (withdrawn_at is null or given_at is not null)
);

create index consent_of_person on exchange.consent (province, subject, id desc);
create index consent_in_force on exchange.consent (province, person_tag, client, registry, purpose, id desc);

-- Public keys that have ever signed consents, so that an old one is checked after its key is gone.
create table exchange.consent_key (
    province text        not null,
    key_id   text        not null,
    public   text        not null,
    since    timestamptz not null,
    primary key (province, key_id)
);

-- By which consent a question was asked, where its purpose asks for one.
alter table exchange.inquiry add column consent uuid;
create index inquiry_of_consent on exchange.inquiry (province, consent, id desc) where consent is not null;
