package org.dargah.places.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The one calendar of working days, read from {@code provinces/holidays.yaml}. */
@Configuration
class WorkingDays {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingDays.class);

    /** Terms reach this far; their holidays should be known. */
    private static final int LONGEST_TERM_MONTHS = 6;

    record HolidaysFile(Set<DayOfWeek> weekend, Set<Integer> years, Map<String, String> holidays) {}

    @Bean
    WorkingCalendar workingCalendar(@Value("${dargah.provinces}") String folder, Clock clock) {
        HolidaysFile file =
                new YAMLMapper().readValue(Path.of(folder, "holidays.yaml"), HolidaysFile.class);
        LocalDate horizon = Tehran.today(clock).plusMonths(LONGEST_TERM_MONTHS);
        if (!file.years().contains(JalaliDate.of(horizon).year())) {
            LOG.warn("The holidays around {} are not in holidays.yaml yet", horizon);
        }
        return new WorkingCalendar(file.weekend(), dates(file.holidays()));
    }

    private static Map<LocalDate, String> dates(Map<String, String> holidays) {
        Map<LocalDate, String> dates = new HashMap<>();
        holidays.forEach(
                (day, title) -> {
                    JalaliDate date =
                            JalaliDate.parse(day)
                                    .orElseThrow(
                                            () -> new IllegalStateException("No such day: " + day));
                    dates.put(date.toLocalDate(), title);
                });
        return dates;
    }
}
