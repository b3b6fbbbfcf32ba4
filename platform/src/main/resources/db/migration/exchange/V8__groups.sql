-- Programs that are given rights together, such as the banks of the province. Who belongs to a group stands here
-- with its days; a row is closed, never removed.
create table exchange.client_group (
    province text        not null,
    code     text        not null,
    title    text        not null,
    made_at  timestamptz not null,
    primary key (province, code)
);

create unique index client_group_title on exchange.client_group (province, title);

create table exchange.group_member (
    province   text        not null,
    id         uuid        not null,
    group_code text        not null,
    client     text        not null,
    first_day  date        not null,
    last_day   date,
    added_at   timestamptz not null,
    primary key (province, id),
    foreign key (province, group_code) references exchange.client_group (province, code)
);

create unique index group_member_open on exchange.group_member (province, group_code, client)
    where last_day is null;
create index group_member_client on exchange.group_member (province, client);
