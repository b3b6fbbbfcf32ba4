package org.dargah.cases.internal;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Lets the process engine read the program's one clock; it may not set it. */
final class EngineClock implements org.flowable.common.engine.impl.runtime.Clock {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(UTC);
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        Calendar calendar = new GregorianCalendar(zone, Locale.ROOT);
        calendar.setTime(getCurrentTime());
        return calendar;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return UTC;
    }

    @Override
    public void setCurrentTime(@Nullable Date time) {
        throw new UnsupportedOperationException("The program's clock is set in one place");
    }

    @Override
    public void setCurrentCalendar(Calendar calendar) {
        throw new UnsupportedOperationException("The program's clock is set in one place");
    }

    @Override
    public void reset() {
        // Nothing was set.
    }
}
