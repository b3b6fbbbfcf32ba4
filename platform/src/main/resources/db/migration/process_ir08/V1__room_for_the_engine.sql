-- The process engine makes and upgrades its own tables here: an engine and a schema a province.
select 1;
