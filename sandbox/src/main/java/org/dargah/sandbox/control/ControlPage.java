package org.dargah.sandbox.control;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.pages.Layout;

/** The switches as a page. */
public final class ControlPage {
    private static final String ERROR =
            """
            <div class="errsum" role="alert" tabindex="-1"><h2>تنظیم ذخیره نشد</h2>
            <p>درنگ و نوسان باید عددی از ۰ تا ۱۲۰۰۰۰ و شمار خطاها عددی از ۱ به بالا باشد. تنظیم پیشین بر جا ماند.</p></div>
            """;

    private final Control control;

    public ControlPage(Control control) {
        this.control = control;
    }

    public void on(Routes routes) {
        routes.on("GET", "/sandbox/control", _ -> page(200, ""))
                .on("POST", "/sandbox/control/{part}", this::set)
                .on("POST", "/sandbox/control", _ -> reset());
    }

    private Answer set(Call call) throws IOException {
        var part = Part.of(call.path("part"));
        if (part.isEmpty()) {
            return Layout.notFound("چنین بخشی نیست");
        }
        try {
            control.set(part.get(), setting(call.form()));
        } catch (IllegalArgumentException e) {
            return page(422, ERROR);
        }
        return Answer.seeOther("/sandbox/control");
    }

    private Answer reset() {
        control.reset();
        return Answer.seeOther("/sandbox/control");
    }

    private static Setting setting(Map<String, String> form) {
        var times = number(form.getOrDefault("times", ""), 0);
        return new Setting(
                number(form.getOrDefault("latency", ""), 0),
                number(form.getOrDefault("jitter", ""), 0),
                Fault.of(form.getOrDefault("fault", "none")),
                times == 0 ? null : times);
    }

    /** Integer.parseInt takes Persian digits too. */
    private static int number(String text, int whenEmpty) {
        return text.isBlank() ? whenEmpty : Integer.parseInt(text.strip());
    }

    private Answer page(int status, String above) {
        var parts =
                control.all().entrySet().stream()
                        .map(entry -> part(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
        var main =
                """
                %s<h1>روز خوب، روز بد</h1>
                <p>هر بخش از جهان بیرون را کند، خراب یا خاموش کنید و ببینید درگاه چه می‌کند. با راه‌اندازی دوباره همه‌چیز به حال عادی برمی‌گردد.</p>
                %s
                <form method="post" action="/sandbox/control"><button class="btn">همه به حال عادی</button></form>
                """
                        .formatted(above, parts);
        return Layout.page(
                status, above.isEmpty() ? "روز خوب، روز بد" : "خطا: تنظیم ذخیره نشد", main);
    }

    private static String part(Part part, Setting setting) {
        return """
        <form class="switch" method="post" action="/sandbox/control/%1$s" aria-labelledby="h-%1$s">
        <h2 id="h-%1$s">%2$s %3$s</h2>
        <div><label for="latency-%1$s">درنگ (هزارم ثانیه)</label><input id="latency-%1$s" name="latency" inputmode="numeric" dir="ltr" value="%4$d"></div>
        <div><label for="jitter-%1$s">نوسان (هزارم ثانیه)</label><input id="jitter-%1$s" name="jitter" inputmode="numeric" dir="ltr" value="%5$d"></div>
        <div><label for="fault-%1$s">خطا</label><select id="fault-%1$s" name="fault">%6$s</select></div>
        <div><label for="times-%1$s">شمار خطا (اختیاری)</label><input id="times-%1$s" name="times" inputmode="numeric" dir="ltr" value="%7$s"></div>
        <button class="btn btn--2">ذخیره<span class="vh"> برای %2$s</span></button>
        </form>
        """
                .formatted(
                        part.code(),
                        part.title(),
                        setting.equals(Setting.DEFAULT)
                                ? ""
                                : "<span class=\"tag tag--warn\">دگرگون</span>",
                        setting.latency(),
                        setting.jitter(),
                        faults(setting.fault()),
                        setting.times() == null ? "" : setting.times().toString());
    }

    private static String faults(Fault chosen) {
        return Arrays.stream(Fault.values())
                .map(
                        fault ->
                                "<option value=\"%s\"%s>%s</option>"
                                        .formatted(
                                                fault.code(),
                                                fault == chosen ? " selected" : "",
                                                fault.title()))
                .collect(Collectors.joining());
    }
}
