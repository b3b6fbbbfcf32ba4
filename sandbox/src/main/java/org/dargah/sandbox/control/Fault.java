package org.dargah.sandbox.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a part of the outside world can fail. */
public enum Fault {
    NONE("بی‌خطا"),
    ERROR("خطای ۵۰۰"),
    TIMEOUT("بی‌پاسخ تا پایان مهلت"),
    DROP("قطع ارتباط بی‌پاسخ"),
    GARBAGE("پاسخ ناخوانا");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public static Fault of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
