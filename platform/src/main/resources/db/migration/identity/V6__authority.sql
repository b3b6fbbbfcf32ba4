-- The authorities that signed programs' certificates here, the newest being ours: so that one that was lost is noticed.
create table identity.authority (
    province    text        not null,
    fingerprint text        not null,
    since       timestamptz not null,
    primary key (province, fingerprint)
);
