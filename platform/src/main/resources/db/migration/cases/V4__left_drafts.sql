-- When somebody last wrote in a case; null for one that nobody has written in since it was opened.
alter table cases.case_file add column touched_at timestamptz;

create index case_file_left on cases.case_file (province, coalesce(touched_at, opened_at)) where stage = 'DRAFT';
