-- Where the question stands in the log of evidence; those asked before the log was begun stand nowhere.
alter table exchange.inquiry add column leaf_index bigint;
