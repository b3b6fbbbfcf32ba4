package org.dargah.cases.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dargah.cases.Stage;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the keepers of the machine may know of cases: how many, where, and by which code. */
@Repository
public class CaseCounts {

    /** Where one case stands. */
    public record Place(CaseId id, TrackingCode tracking, Stage stage) {}

    private record Count(Stage stage, long cases) {}

    private final JdbcClient jdbc;

    CaseCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Stage, Long> byStage(Province province) {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        jdbc.sql(
                        """
                        select stage, count(*) as cases from cases.case_file
                        where province = :province group by stage
                        """)
                .param("province", province.code())
                .query(
                        (row, number) ->
                                new Count(
                                        Stage.valueOf(row.getString("stage")),
                                        row.getLong("cases")))
                .list()
                .forEach(count -> counts.put(count.stage(), count.cases()));
        return counts;
    }

    public Map<CaseId, Place> places(Province province, Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select id, tracking, stage from cases.case_file
                        where province = :province and id in (:ids)
                        """)
                .param("province", province.code())
                .param("ids", ids.stream().map(CaseId::value).collect(Collectors.toSet()))
                .query(
                        (row, number) ->
                                new Place(
                                        new CaseId(row.getObject("id", UUID.class)),
                                        new TrackingCode(row.getString("tracking")),
                                        Stage.valueOf(row.getString("stage"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Place::id, place -> place));
    }
}
