-- When the registry said it, where an answer kept in memory since then was given.
alter table exchange.inquiry add column kept_since timestamptz;
