-- One request for a service. Facts hold what registries said, each under the name of its ask.
create table cases.case_file (
    province      text        not null,
    id            uuid        not null,
    tracking      text        not null,
    service       text        not null,
    version       uuid        not null,
    agency        text        not null,
    subject       uuid        not null,
    applicant     text        not null,
    channel       text        not null,
    stage         text        not null,
    answers       jsonb       not null,
    facts         jsonb       not null,
    pages_done    text[]      not null,
    fee           bigint      not null check (fee >= 0),
    payment       uuid,
    revision      integer     not null,
    submit_key    text,
    opened_at     timestamptz not null,
    submitted_at  timestamptz,
    due_on        date,
    waiting_since timestamptz,
    decided_at    timestamptz,
    primary key (province, id)
);

create unique index case_file_by_tracking on cases.case_file (province, tracking);
create unique index case_file_by_submit_key on cases.case_file (province, submit_key) where submit_key is not null;
create index case_file_of_subject on cases.case_file (province, subject, opened_at desc, id);
create index case_file_inbox on cases.case_file (province, agency, due_on, id)
    where stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_APPLICANT', 'AWAITING_REGISTRY');

-- What the office and the applicant write to each other.
create table cases.message (
    province text        not null,
    id       uuid        not null,
    case_id  uuid        not null,
    kind     text        not null,
    author   text        not null,
    text     text        not null,
    at       timestamptz not null,
    primary key (province, id)
);

create index message_of_case on cases.message (province, case_id, id);

-- One decision a case, by an officer or by the service's own rules. The certificate's id is made with it, so that
-- issuing again after a crash gives the same one.
create table cases.decision (
    province    text        not null,
    case_id     uuid        not null,
    approved    boolean     not null,
    conditions  integer[]   not null,
    explanation text        not null,
    decided_by  text        not null,
    at          timestamptz not null,
    certificate uuid        not null,
    primary key (province, case_id),
    check (approved or cardinality(conditions) > 0)
);

-- What the citizen thought of it, once, after the decision.
create table cases.rating (
    province text        not null,
    case_id  uuid        not null,
    score    smallint    not null check (score between 1 and 5),
    word     text        not null,
    at       timestamptz not null,
    primary key (province, case_id)
);
