package org.dargah.exchange.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.dargah.acts.Period;
import org.dargah.exchange.Savings.Line;
import org.dargah.exchange.WholeBody;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over {@code exchange.inquiry}, by the primary key: an id tells when it was made. */
@Repository
public class SavingsTable {

    /** An id is made when the question is asked, or when it ends. */
    private static final Duration APART = Duration.ofHours(1);

    private static final String IN_PERIOD =
            """
            where province = :province and id >= :first and id < :last
                and asked_at >= :from and asked_at < :until
            """;

    private final JdbcClient jdbc;

    SavingsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param except purposes that replace no paper
     */
    public List<Line> lines(Province province, Period period, List<String> except) {
        return jdbc.sql(
                        """
                        select agency, registry, count(*) asked,
                            count(*) filter (where outcome = 'KNOWN') answered,
                            count(*) filter (where outcome = 'REFUSED') refused,
                            count(distinct (coalesce(case_id::text, encode(person_tag, 'hex')),
                                    (asked_at at time zone :zone)::date))
                                filter (where outcome = 'KNOWN' and not purpose = any(:except)
                                    and (case_id is not null or person_tag is not null)) replaced
                        from exchange.inquiry
                        """
                                + IN_PERIOD
                                + "group by agency, registry order by agency, registry")
                .params(bounds(province, period))
                .param("zone", Tehran.ZONE.getId())
                .param("except", except.toArray(String[]::new))
                .query(
                        (row, number) ->
                                new Line(
                                        new AgencyCode(row.getString("agency")),
                                        row.getString("registry"),
                                        row.getLong("asked"),
                                        row.getLong("answered"),
                                        row.getLong("refused"),
                                        row.getLong("replaced")))
                .list();
    }

    public int asking(Province province, Period period) {
        return jdbc.sql(
                        "select count(distinct agency) from exchange.inquiry "
                                + IN_PERIOD
                                + " and client is not null")
                .params(bounds(province, period))
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> bounds(Province province, Period period) {
        return Map.of(
                "province", province.code(),
                "first", Uuid7.earliest(period.from().minus(APART)),
                "last", Uuid7.earliest(period.until().plus(APART)),
                "from", period.from().atOffset(ZoneOffset.UTC),
                "until", period.until().atOffset(ZoneOffset.UTC));
    }

    public int connected(Province province, LocalDate today) {
        return jdbc.sql(
                        """
                        with held as (
                            select client, agency from exchange.access_right
                            where province = :province and revoked_at is null and until >= :today),
                        body as (
                            select h.agency from held h
                            where not exists (
                                select from exchange.client_group g
                                where g.province = :province and g.code = h.client)
                            union
                            select substring(m.client from :length + 1)
                            from exchange.group_member m
                            join held h on h.client = m.group_code
                            where m.province = :province and starts_with(m.client, :prefix)
                                and m.first_day <= :today
                                and (m.last_day is null or m.last_day >= :today))
                        select count(*) from body
                        """)
                .param("prefix", WholeBody.PREFIX)
                .param("length", WholeBody.PREFIX.length())
                .param("province", province.code())
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
