-- What somebody has to do in a case: opened and done in the transactions in which the engine goes on. The kind is one
-- of the vocabulary of processes, the name its id in the process. due_on is the task's own last day; without one it is
-- the case's. on_silence is the outcome that time brings about when nobody answers until then.
create table cases.task (
    province   text        not null,
    id         uuid        not null,
    case_id    uuid        not null,
    kind       text        not null,
    name       text        not null,
    body       text        not null,
    role       text        not null,
    opened_at  timestamptz not null,
    due_on     date,
    on_silence text,
    revision   integer     not null,
    done_at    timestamptz,
    outcome    text,
    done_by    text,
    done_title text,
    primary key (province, id),
    check ((done_at is null) = (outcome is null))
);

-- A way of a process that comes back opens a task of the same name anew, never two at once.
create unique index task_open_once on cases.task (province, case_id, name) where done_at is null;
create index task_of_case on cases.task (province, case_id, id);
create index task_inbox on cases.task (province, body, kind) where done_at is null;
create index task_overdue on cases.task (province, due_on, id) where done_at is null and on_silence is not null;

-- Cases that an officer has before him already. One task each, which takes the case's own id.
insert into cases.task (province, id, case_id, kind, name, body, role, opened_at, revision)
select province, id, id, 'OFFICER_DECISION', 'officerDecision', agency, 'officer', submitted_at, 0
from cases.case_file where stage = 'REVIEWING' and submitted_at is not null;

-- The day that an inspector has set, and the applicant's one wish for another.
create table cases.visit (
    province  text        not null,
    task      uuid        not null,
    case_id   uuid        not null,
    day       date        not null,
    hours     text        not null,
    inspector text        not null,
    set_at    timestamptz not null,
    wish      text,
    wished_at timestamptz,
    primary key (province, task)
);

create index visit_of_case on cases.visit (province, case_id);
