-- «این من نبودم»: one for each look, however often it is sent. The look itself lies where it was recorded.
create table inquiries.complaint (
    province    text        not null,
    id          uuid        not null,
    person      uuid        not null,
    look        uuid        not null,
    words       text        not null,
    made_at     timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    primary key (province, id),
    unique (province, person, look),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);

create index complaint_waiting on inquiries.complaint (province, id) where answer is null;

-- An official's single questions, to count them and to ask once for one form. Whom and what they were about lies
-- with the evidence of the exchange.
create table inquiries.look_up (
    province text        not null,
    form_key uuid        not null,
    officer  text        not null,
    asked_at timestamptz not null,
    primary key (province, form_key)
);

create index look_up_of_officer on inquiries.look_up (province, officer, asked_at);
