-- Under which browsers know a person: random, made with their first passkey, nothing of a national id.
alter table identity.person add column passkey_handle bytea;

-- Passkeys (WebAuthn). Only the public key is here: who copies this table opens nothing with it.
create table identity.passkey (
    province        text        not null,
    id              uuid        not null,
    person          uuid        not null,
    credential_id   bytea       not null,
    public_key      bytea       not null,
    sign_count      bigint      not null,
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    name            text        not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    primary key (province, id),
    constraint passkey_credential unique (province, credential_id),
    foreign key (province, person) references identity.person (province, id)
);
create index passkey_person on identity.passkey (province, person);

-- What a browser is asked to sign; deleted when it is answered. The session holds the id.
create table identity.passkey_challenge (
    province   text        not null,
    id         uuid        not null,
    person     uuid,
    challenge  bytea       not null,
    expires_at timestamptz not null,
    primary key (province, id)
);
create index passkey_challenge_expired on identity.passkey_challenge (province, expires_at);
