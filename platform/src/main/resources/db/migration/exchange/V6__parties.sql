-- On whose behalf a program may ask beside its own, and on whose it did.
alter table exchange.access_right add column parties text[] not null default '{}';
alter table exchange.inquiry add column party text;
