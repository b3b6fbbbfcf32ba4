-- The rows of a table that an applicant answered with, up to thousands, in sheets of fifty beside their case: a case
-- names a list by its id and does not carry it from step to step. A list never changes; a new one takes its place.
-- One that was refused is kept until a better one comes: its sheets hold what is wrong in which row, not the rows.
create table cases.list (
    province text        not null,
    id       uuid        not null,
    case_id  uuid        not null,
    question text        not null,
    source   text        not null,
    rows     integer     not null check (rows >= 0),
    faults   integer     not null check (faults >= 0),
    kept_at  timestamptz not null,
    primary key (province, id)
);

create index list_of_case on cases.list (province, case_id, question);

create table cases.list_sheet (
    province text    not null,
    list     uuid    not null,
    number   integer not null check (number >= 0),
    content  json    not null,
    primary key (province, list, number),
    foreign key (province, list) references cases.list on delete cascade
);
