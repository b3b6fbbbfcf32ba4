-- By order of law a body's questions about a person stay out of that person's sight for a time. The order itself is
-- evidence; the questions are recorded as always, and are seen once it has ended.
create table exchange.hiding (
    province     text        not null,
    id           uuid        not null,
    person_tag   bytea       not null,
    agency       text        not null,
    order_number text        not null,
    basis        text        not null,
    ordered_by   text        not null,
    ordered_at   timestamptz not null,
    until_at     timestamptz not null check (until_at > ordered_at),
    lifted_at    timestamptz,
    primary key (province, id)
);

create index hiding_of_person on exchange.hiding (province, person_tag, agency);
