-- What an officer proposes where a supervisor signs: the last one of a case. It becomes the decision when it is signed;
-- sent back, it keeps the reason until the officer proposes anew.
create table cases.proposal (
    province       text        not null,
    case_id        uuid        not null,
    approved       boolean     not null,
    conditions     integer[]   not null,
    explanation    text        not null,
    proposed_by    text        not null,
    proposed_title text        not null,
    at             timestamptz not null,
    returned       text,
    returned_title text,
    primary key (province, case_id),
    check (approved or cardinality(conditions) > 0)
);
