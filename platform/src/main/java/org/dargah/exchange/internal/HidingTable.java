package org.dargah.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dargah.exchange.Hiding;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.HidingId;
import org.dargah.kernel.Province;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code exchange.hiding}. */
@Repository
public class HidingTable {

    /** A question of a case is never hidden: the case itself is the applicant's. */
    static final String NOT_HIDDEN =
            """
            and not exists (select 1 from exchange.hiding h
                where h.province = inquiry.province and h.person_tag = inquiry.person_tag
                    and h.agency = inquiry.agency and inquiry.case_id is null
                    and inquiry.asked_at >= h.ordered_at and inquiry.asked_at < h.until_at
                    and h.until_at > :now and h.lifted_at is null)
            """;

    private static final String SELECT =
            """
            select id, agency, order_number, basis, ordered_by, ordered_at, until_at, lifted_at
            from exchange.hiding where province = :province
            """;

    private final JdbcClient jdbc;

    HidingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Province province, Hiding hiding, byte[] person) {
        jdbc.sql(
                        """
                        insert into exchange.hiding (province, id, person_tag, agency, order_number,
                            basis, ordered_by, ordered_at, until_at)
                        values (:province, :id, :person, :agency, :number, :basis, :by, :at, :until)
                        """)
                .param("province", province.code())
                .param("id", hiding.id().value())
                .param("person", person)
                .param("agency", hiding.agency().value())
                .param("number", hiding.orderNumber())
                .param("basis", hiding.basis())
                .param("by", hiding.by())
                .param("at", hiding.at().atOffset(ZoneOffset.UTC))
                .param("until", hiding.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void lift(Province province, HidingId id, Instant at) {
        jdbc.sql(
                        """
                        update exchange.hiding set lifted_at = :at
                        where province = :province and id = :id and lifted_at is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("province", province.code())
                .param("id", id.value())
                .update();
    }

    public Optional<Hiding> find(Province province, HidingId id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("province", province.code())
                .param("id", id.value())
                .query(HidingTable::hiding)
                .optional();
    }

    /** The keyed hash of whom it is about. */
    public byte[] person(Province province, HidingId id) {
        return jdbc.sql(
                        """
                        select person_tag from exchange.hiding
                        where province = :province and id = :id
                        """)
                .param("province", province.code())
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    /** By the primary key, from its end. */
    public List<Hiding> latest(Province province, int most) {
        return jdbc.sql(SELECT + "order by id desc limit :most")
                .param("province", province.code())
                .param("most", most)
                .query(HidingTable::hiding)
                .list();
    }

    /** By {@code hiding_of_person}, newest first. */
    public List<Hiding> of(Province province, byte[] person, AgencyCode agency) {
        return jdbc.sql(SELECT + "and person_tag = :person and agency = :agency order by id desc")
                .param("province", province.code())
                .param("person", person)
                .param("agency", agency.value())
                .query(HidingTable::hiding)
                .list();
    }

    private static Hiding hiding(ResultSet row, int number) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hiding(
                new HidingId(row.getObject("id", UUID.class)),
                new AgencyCode(row.getString("agency")),
                row.getString("order_number"),
                row.getString("basis"),
                row.getString("ordered_by"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                lifted == null ? null : lifted.toInstant());
    }
}
