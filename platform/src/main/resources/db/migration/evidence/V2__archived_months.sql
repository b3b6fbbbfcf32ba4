-- Months whose private records were written to files, each with the hash of what the archive says of it.
create table evidence.archive (
    province    text        not null,
    month       text        not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    until_index bigint      not null check (until_index > 0),
    hash        text        not null,
    leaf_index  bigint      not null,
    archived_at timestamptz not null,
    primary key (province, month)
);
