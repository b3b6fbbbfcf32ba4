-- Few, and looked for every few seconds.
create index payment_mismatched on payments.payment (province, asked_at) where failing = 'mismatch';
