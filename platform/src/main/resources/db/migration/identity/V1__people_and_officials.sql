-- Citizens. National id and mobile are sealed (AES-256-GCM); the index is an HMAC under a key outside the database.
create table identity.person (
    province          text        not null,
    id                uuid        not null,
    national_id_index bytea       not null,
    national_id       bytea       not null,
    first_name        text        not null,
    last_name         text        not null,
    birth_date        date        not null,
    mobile            bytea,
    confirmed_at      timestamptz not null,
    created_at        timestamptz not null,
    primary key (province, id),
    constraint person_national_id unique (province, national_id_index)
);

-- One-time codes. A code is never stored, only its HMAC together with the id of the row.
create table identity.challenge (
    province   text        not null,
    id         uuid        not null,
    form_key   uuid        not null,
    person     uuid        not null,
    mobile     bytea       not null,
    code_hash  bytea       not null,
    codes_sent integer     not null,
    tries      integer     not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (province, id),
    constraint challenge_form unique (province, form_key)
);
create index challenge_expired on identity.challenge (province, expires_at);

-- How often something was tried in a window of time, by the HMAC of who tried.
create table identity.attempt (
    province     text        not null,
    kind         text        not null,
    who          bytea       not null,
    window_start timestamptz not null,
    count        integer     not null,
    primary key (province, kind, who, window_start)
);
create index attempt_past on identity.attempt (province, window_start);

-- Officials.
create table identity.officer (
    province      text        not null,
    id            uuid        not null,
    username      text        not null,
    password_hash text        not null,
    name          text        not null,
    title         text        not null,
    agency        text        not null,
    created_at    timestamptz not null,
    closed_at     timestamptz,
    primary key (province, id),
    constraint officer_username unique (province, username)
);

create table identity.officer_role (
    province text not null,
    officer  uuid not null,
    role     text not null,
    primary key (province, officer, role),
    foreign key (province, officer) references identity.officer (province, id)
);

-- One-time links by which an official makes an account; only the hash of the link's secret is kept.
create table identity.invitation (
    province   text        not null,
    id         uuid        not null,
    token_hash bytea       not null,
    agency     text        not null,
    title      text        not null,
    roles      text[]      not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (province, id),
    constraint invitation_token unique (province, token_hash)
);

-- Sessions, in the shape that Spring Session reads. They belong to browsers, not to provinces.
create table identity.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on identity.spring_session (session_id);
create index spring_session_expiry on identity.spring_session (expiry_time);
create index spring_session_principal on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id char(36)     not null references identity.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
