-- Whose documents end soon and who was told so: once a document.
create table cases.reminder (
    province text        not null,
    document uuid        not null,
    at       timestamptz not null,
    primary key (province, document)
);
