-- Programs of other bodies that may use the API. Only the hash of a secret is kept.
create table identity.client (
    province    text        not null,
    id          text        not null,
    secret_hash text        not null,
    title       text        not null,
    agency      text        not null,
    scopes      text[]      not null,
    admitted_at timestamptz not null,
    closed_at   timestamptz,
    primary key (province, id)
);
