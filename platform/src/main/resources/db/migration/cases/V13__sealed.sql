-- What people answer and what registries say of them is sealed: {"$sealed": "…"} stands where the document stood. Rows
-- from before are read as they are until a round has sealed them; it finds them here.
create index case_file_unsealed on cases.case_file (province, id) where not jsonb_exists(answers, '$sealed');
create index list_sheet_unsealed on cases.list_sheet (province, list, number) where json_typeof(content) = 'array';
