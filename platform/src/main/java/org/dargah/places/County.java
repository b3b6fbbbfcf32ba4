package org.dargah.places;

import java.util.Locale;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.PersianText;

/**
 * A county (شهرستان) and the town that it is governed from.
 *
 * @param latitude of the seat, in degrees north
 * @param longitude of the seat, in degrees east
 */
public record County(
        CountyCode code,
        String titleFa,
        String titleEn,
        String seatFa,
        String seatEn,
        double latitude,
        double longitude) {

    public String title(Locale locale) {
        return PersianText.isPersian(locale) ? titleFa : titleEn;
    }

    public String seat(Locale locale) {
        return PersianText.isPersian(locale) ? seatFa : seatEn;
    }
}
