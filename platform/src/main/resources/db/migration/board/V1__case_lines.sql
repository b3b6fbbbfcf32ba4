-- One case as the boards know it, put together from the events of cases; nothing of a person stands here.
-- Events come twice and in any order, so each fills its own columns and what is there already stays, or the later wins.
create table board.case_line (
    province     text not null,
    case_id      uuid not null,
    service      text not null,
    agency       text not null,
    office       text not null,
    tracking     text,
    submitted_at timestamptz,
    submitted_on date,
    due_on       date,
    asked_at     timestamptz,
    sent_at      timestamptz,
    decided_at   timestamptz,
    decided_on   date,
    approved     boolean,
    withdrawn_on date,
    score        smallint check (score between 1 and 5),
    ended_on     date generated always as (coalesce(decided_on, withdrawn_on)) stored,
    days         double precision generated always as (extract(epoch from decided_at - submitted_at) / 86400) stored,
    on_time      boolean generated always as (decided_on <= due_on) stored,
    primary key (province, case_id)
);

create index case_line_open on board.case_line (province, due_on, case_id) where ended_on is null;
create index case_line_by_agency on board.case_line (province, agency, submitted_on);
create index case_line_by_office on board.case_line (province, office, submitted_on);
create index case_line_ended on board.case_line (province, ended_on, submitted_on);
