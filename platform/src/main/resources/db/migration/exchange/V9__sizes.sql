-- How much went out and came back; null where nothing did.
alter table exchange.inquiry
    add column request_bytes bigint,
    add column answer_bytes  bigint;
