package org.dargah.sandbox;

import java.sql.SQLException;

/** The sandbox's own tables; made when they are not there. */
final class Schema {
    /** Two sandboxes that start at once would make the same table twice. */
    private static final long ONE_AT_A_TIME = 0x5A4DB0;

    /** "If not exists" alone would ask for the right to make schemas where one is there already. */
    private static final String SCHEMA =
            """
            do $$ begin
                if to_regnamespace('sandbox') is null then
                    create schema sandbox;
                end if;
            end $$
            """;

    private static final String TABLES =
            """
            create table if not exists sandbox.citizen (
                national_id text primary key,
                serial integer not null unique,
                first_name text not null,
                last_name text not null,
                father_name text not null,
                gender text not null,
                birth_date date not null,
                death_date date,
                postcode text
            );
            create table if not exists sandbox.sim (
                mobile text primary key,
                national_id text not null references sandbox.citizen,
                rank integer not null
            );
            create index if not exists sim_owner on sandbox.sim (national_id, rank);
            create table if not exists sandbox.military (
                national_id text primary key references sandbox.citizen,
                status text not null,
                since date,
                exemption text
            );
            create table if not exists sandbox.degree (
                national_id text primary key references sandbox.citizen,
                level text not null,
                field text not null,
                university text not null,
                year integer not null
            );
            create table if not exists sandbox.address (
                postcode text primary key,
                province text not null,
                county text not null,
                city text not null,
                street text not null,
                plate text not null,
                usage text not null
            );
            create table if not exists sandbox.message (
                id text primary key,
                mobile text not null,
                text text not null,
                at timestamptz not null
            );
            create index if not exists message_phone on sandbox.message (mobile, at desc, id desc);
            create table if not exists sandbox.payment (
                id text primary key,
                token text not null unique,
                amount bigint not null check (amount > 0),
                callback text not null,
                description text not null,
                state text not null,
                reference text,
                paid_at timestamptz
            );
            create table if not exists sandbox.refund (
                id text primary key,
                payment_id text not null unique references sandbox.payment,
                reference text not null,
                refunded_at timestamptz not null
            );
            """;

    private Schema() {}

    static void make(Database database) throws SQLException {
        database.transaction(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("select pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
                        statement.execute(SCHEMA);
                        statement.execute(TABLES);
                        return true;
                    }
                });
    }
}
