-- The bytes lie in the store of files under their SHA-256; these rows say what they are.
create table documents.file (
    province   text        not null,
    id         uuid        not null,
    owner      uuid        not null,
    case_id    uuid,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null check (size > 0),
    sha256     bytea       not null check (length(sha256) = 32),
    stored_at  timestamptz not null,
    primary key (province, id)
);
create index file_by_case on documents.file (province, case_id);
create index file_by_content on documents.file (province, sha256);

-- What was issued. The holder's full name stands only in the PDF; here it is masked for strangers.
create table documents.certificate (
    province        text        not null,
    id              uuid        not null,
    code            text        not null,
    holder          uuid        not null,
    holder_masked   text        not null,
    case_id         uuid,
    title           text        not null,
    number          text        not null,
    agency          text        not null,
    agency_title    text        not null,
    issued_at       timestamptz not null,
    valid_until     date,
    size            bigint      not null check (size > 0),
    sha256          bytea       not null check (length(sha256) = 32),
    revoked_at      timestamptz,
    revoked_because text,
    primary key (province, id),
    unique (province, code),
    unique (province, sha256),
    check ((revoked_at is null) = (revoked_because is null))
);
create index certificate_by_case on documents.certificate (province, case_id);
create index certificate_by_holder on documents.certificate (province, holder);
