-- Answers that an applicant is mending because an officer asked for it: they lie beside the answers of the case, which
-- stand as they are until these are sent. The revision tells whether what is sent is what the applicant last saw.
create table cases.correction_draft (
    province text        not null,
    case_id  uuid        not null,
    answers  jsonb       not null,
    facts    jsonb       not null,
    revision integer     not null,
    kept_at  timestamptz not null,
    primary key (province, case_id),
    foreign key (province, case_id) references cases.case_file on delete cascade
);

-- The answers before and after each correction that was sent, with what registries had said. Only added to.
create table cases.correction (
    province       text        not null,
    case_id        uuid        not null,
    number         integer     not null check (number >= 1),
    answers_before jsonb       not null,
    facts_before   jsonb       not null,
    answers_after  jsonb       not null,
    facts_after    jsonb       not null,
    sent_at        timestamptz not null,
    primary key (province, case_id, number)
);

create function cases.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A correction that was sent stays as it is' using errcode = 'restrict_violation';
end
$$;

create trigger correction_is_only_added_to
    before update or delete or truncate on cases.correction
    for each statement execute function cases.refuse_change();
