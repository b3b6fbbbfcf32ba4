-- The one prolongation of a case's statutory time, by an officer, for a reason that its service declares.
create table cases.extension (
    province text        not null,
    case_id  uuid        not null,
    reason   text        not null,
    due_on   date        not null,
    until    date        not null,
    by_title text        not null,
    at       timestamptz not null,
    primary key (province, case_id),
    check (until > due_on)
);

-- Cases in which the agency's silence means something by law: written when the case is handed in, closed when it is
-- decided in time. What silence brought about stays.
create table cases.silence (
    province text        not null,
    case_id  uuid        not null,
    outcome  text,
    at       timestamptz,
    primary key (province, case_id),
    check ((outcome is null) = (at is null)),
    check (outcome in ('APPROVED', 'REFUSED', 'HANDED_OVER', 'HINDERED'))
);

create index silence_open on cases.silence (province, case_id) where outcome is null;

-- A refusal cites a condition, unless it was time that refused.
alter table cases.decision add column silent boolean not null default false;
alter table cases.decision drop constraint decision_check;
alter table cases.decision add constraint decision_is_founded
    check (approved or silent or cardinality(conditions) > 0);
