package org.dargah.sandbox.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the outside world that can be disturbed. */
public enum Part {
    CIVIL("ثبت احوال"),
    SIM("مالکیت سیم‌کارت (شاهکار)"),
    MILITARY("نظام وظیفه"),
    VETERANS("بنیاد شهید و امور ایثارگران"),
    DEGREES("مدارک تحصیلی"),
    POST("نشانی و کد پستی"),
    WORKSHOPS("کارگاه‌های تأمین اجتماعی"),
    SMS("سامانهٔ پیامک"),
    PAY("درگاه پرداخت");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }
}
