-- The program that handed the case in, and the hash of what it sent, so that its key cannot come back with something else.
alter table cases.case_file
    add column client       text,
    add column request_hash text;

create index case_file_of_client on cases.case_file (province, client, id) where client is not null;
create index case_file_of_agency on cases.case_file (province, agency, id) where stage not in ('DRAFT', 'AWAITING_PAYMENT');
