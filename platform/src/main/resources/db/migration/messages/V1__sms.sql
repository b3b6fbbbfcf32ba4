-- The outbox of text messages. Number and text stand here only until the gateway has them.
create table messages.sms (
    province   text        not null,
    id         uuid        not null,
    state      text        not null check (state in ('waiting', 'sent', 'given-up')),
    mobile     text,
    text       text,
    parts      integer     not null,
    case_id    uuid,
    kept_at    timestamptz not null,
    next_try   timestamptz not null,
    tries      integer     not null,
    settled_at timestamptz,
    primary key (province, id),
    check ((state = 'waiting') = (mobile is not null and text is not null))
);

create index sms_waiting on messages.sms (province, next_try) where state = 'waiting';
