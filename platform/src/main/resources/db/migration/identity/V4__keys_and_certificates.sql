-- What programs prove themselves with, instead of a secret that two sides know.
alter table identity.client alter column secret_hash drop not null;

create table identity.client_key (
    province      text        not null,
    client        text        not null,
    fingerprint   text        not null,
    public_key    bytea       not null,
    registered_at timestamptz not null,
    primary key (province, client, fingerprint),
    foreign key (province, client) references identity.client (province, id)
);

-- Assertions that were taken, until they end by themselves: none is taken twice.
create table identity.client_assertion (
    province text        not null,
    client   text        not null,
    id       text        not null,
    until    timestamptz not null,
    primary key (province, client, id)
);
create index client_assertion_until on identity.client_assertion (province, until);

-- Certificates by the SHA-256 of the whole, whoever signed them.
create table identity.client_certificate (
    province    text        not null,
    fingerprint text        not null,
    client      text        not null,
    content     bytea       not null,
    issued_at   timestamptz not null,
    until       timestamptz not null,
    revoked_at  timestamptz,
    primary key (province, fingerprint),
    foreign key (province, client) references identity.client (province, id)
);
create index client_certificate_client on identity.client_certificate (province, client, issued_at);
