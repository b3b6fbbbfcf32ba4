-- How many cases stand at each stage, without reading the cases themselves.
create index case_file_by_stage on cases.case_file (province, stage);
