-- Tokens that were given until then died with the key that one of them may have come by.
alter table identity.client add column tokens_after timestamptz;
