-- The record of acts: one line each, added and never changed.
create table acts.act (
    province    text        not null,
    id          uuid        not null,
    at          timestamptz not null,
    act         text        not null,
    reveals     boolean     not null,
    actor_kind  text        not null,
    actor_id    text        not null,
    actor_title text        not null,
    subject     uuid,
    case_id     uuid,
    office      text,
    channel     text        not null,
    purpose     text        not null,
    details     jsonb       not null,
    primary key (province, id)
);

create index act_of_case on acts.act (province, case_id, id) where case_id is not null;
create index act_about_person on acts.act (province, subject, id) where reveals;

create function acts.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The record of acts is only added to' using errcode = 'restrict_violation';
end
$$;

create trigger act_is_only_added_to
    before update or delete or truncate on acts.act
    for each statement execute function acts.refuse_change();
