-- A renewal issues a new certificate in place of an old one; whoever checks the old one reads so.
alter table documents.certificate
    add column replaced_at timestamptz,
    add column replaced_by uuid,
    add check ((replaced_at is null) = (replaced_by is null));

-- Certificates that end soon, whose holders are told in time.
create index certificate_by_end on documents.certificate (province, valid_until, id)
    where valid_until is not null and revoked_at is null and replaced_at is null;
