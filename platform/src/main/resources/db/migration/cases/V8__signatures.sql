-- Those who ask together with the applicant, and what each said to exactly this content of the application. When the
-- application is a draft again the rows stay until it is asked for anew, so that the applicant reads who refused.
create table cases.signature (
    province    text        not null,
    case_id     uuid        not null,
    person      uuid        not null,
    applicant   uuid        not null check (person <> applicant),
    name        text        not null,
    content     bytea       not null check (length(content) = 32),
    state       text        not null check (state in ('ASKED', 'GIVEN', 'REFUSED')),
    reason      text        not null,
    asked_at    timestamptz not null,
    until       timestamptz not null,
    answered_at timestamptz,
    primary key (province, case_id, person),
    check ((state = 'ASKED') = (answered_at is null)),
    foreign key (province, case_id) references cases.case_file on delete cascade
);

create index signature_of_person on cases.signature (province, person, asked_at desc);
create index signature_asked on cases.signature (province, until) where state = 'ASKED';
