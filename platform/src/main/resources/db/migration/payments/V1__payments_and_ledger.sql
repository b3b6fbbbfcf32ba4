-- Payments by key and attempt. next_check is when reconciliation asks the provider; null when
-- there is nothing left to ask.
create table payments.payment (
    province    text        not null,
    id          uuid        not null,
    key         text        not null,
    attempt     integer     not null,
    state       text        not null
        check (state in ('asked', 'waiting', 'settled', 'failed', 'refunding', 'refunded')),
    case_id     uuid,
    payer       uuid        not null,
    office      text        not null,
    purpose     text        not null,
    description text        not null,
    amount      bigint      not null check (amount > 0),
    return_to   text        not null,
    token       text,
    redirect    text,
    failing     text,
    reference   text,
    asked_at    timestamptz not null,
    paid_at     timestamptz,
    next_check  timestamptz,
    announced   boolean     not null default false,
    primary key (province, id),
    unique (province, key, attempt),
    check ((state = 'failed') = (failing is not null)),
    check (state not in ('settled', 'refunding', 'refunded')
        or (reference is not null and paid_at is not null))
);

create unique index payment_token on payments.payment (province, token) where token is not null;
create index payment_due on payments.payment (province, next_check) where next_check is not null;
create index payment_case on payments.payment (province, case_id, id) where case_id is not null;

create table payments.fee (
    province   text    not null,
    payment_id uuid    not null,
    line       integer not null,
    agency     text    not null,
    title      text    not null,
    amount     bigint  not null check (amount > 0),
    primary key (province, payment_id, line)
);

-- Double entry, one posting of each kind a payment: its key makes a second one impossible.
create table payments.ledger (
    province   text        not null,
    payment_id uuid        not null,
    posting    text        not null check (posting in ('settlement', 'refund')),
    line       integer     not null,
    account    text        not null,
    side       text        not null check (side in ('debit', 'credit')),
    amount     bigint      not null check (amount > 0),
    at         timestamptz not null,
    primary key (province, payment_id, posting, line)
);

create index ledger_account on payments.ledger (province, account, at);

create function payments.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is only added to' using errcode = 'restrict_violation';
end
$$;

create trigger ledger_is_only_added_to
    before update or delete or truncate on payments.ledger
    for each statement execute function payments.refuse_change();
