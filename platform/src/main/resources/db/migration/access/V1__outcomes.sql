-- What came of approved requests for access: one line a case, written once, so that news told twice grants once.
create table access.outcome (
    province text not null,
    case_id uuid not null,
    tracking text not null,
    program text not null,
    registry text not null,
    purpose text not null,
    -- The right that was granted; without one, why it could not be.
    right_id uuid,
    why text,
    at timestamptz not null,
    primary key (province, case_id),
    check (right_id is null or why is null)
);

create index outcome_without_right on access.outcome (province, case_id) where right_id is null;
