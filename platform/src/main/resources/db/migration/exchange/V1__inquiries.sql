-- Who asked which registry about whom, and why. Names of fields, never a value.
create table exchange.inquiry (
    province     text        not null,
    id           uuid        not null,
    asked_at     timestamptz not null,
    took_ms      bigint      not null,
    registry     text        not null,
    agency       text        not null,
    actor_kind   text        not null,
    actor_id     text        not null,
    actor_title  text        not null,
    channel      text        not null,
    purpose      text        not null,
    subject      uuid,
    case_id      uuid,
    condition    integer,
    fields       text[]      not null,
    outcome      text        not null check (outcome in ('KNOWN', 'NOT_FOUND', 'REFUSED', 'UNREACHABLE')),
    reason       text,
    request_hash bytea       not null,
    answer_hash  bytea       not null,
    primary key (province, id)
);

create index inquiry_subject on exchange.inquiry (province, subject, id desc) where subject is not null;
create index inquiry_case on exchange.inquiry (province, case_id, id) where case_id is not null;

-- Evidence that could be edited would be none.
create function exchange.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'exchange.inquiry is append-only';
end $$;

create trigger inquiry_append_only before update or delete or truncate on exchange.inquiry
    for each statement execute function exchange.refuse_change();
