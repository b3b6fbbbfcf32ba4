package org.dargah.sandbox.phone;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Call;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.pages.Html;
import org.dargah.sandbox.pages.Layout;
import org.dargah.sandbox.pages.Persian;

/** A phone's screen: its texts, newest first. */
public final class PhonePage {
    private static final Pattern LINK_OR_CODE =
            Pattern.compile("https?://[^\\s<>&]+|\\b[A-Z0-9]{2,}(?:-[A-Z0-9]{2,})+\\b");

    private final SmsGateway gateway;

    public PhonePage(SmsGateway gateway) {
        this.gateway = gateway;
    }

    public void on(Routes routes) {
        routes.on("GET", "/sandbox/phone/{mobile}", this::page);
    }

    private Answer page(Call call) throws SQLException {
        var mobile = call.path("mobile");
        if (!mobile.matches("09\\d{9}")) {
            return Layout.notFound("این شمارهٔ تلفن همراه نیست");
        }
        var main =
                """
                <h1>پیامک‌های <bdi dir="ltr">%s</bdi></h1>
                <p><a class="btn btn--2" href="/sandbox/phone/%s">تازه کردن</a></p>
                %s
                """
                        .formatted(
                                Persian.digits(spaced(mobile)),
                                mobile,
                                list(gateway.newest(mobile)));
        return Layout.page(200, "پیامک‌های " + Persian.digits(spaced(mobile)), main);
    }

    private static String spaced(String mobile) {
        return mobile.substring(0, 4) + " " + mobile.substring(4, 7) + " " + mobile.substring(7);
    }

    private static String list(List<SmsGateway.Message> messages) {
        if (messages.isEmpty()) {
            return "<p class=\"empty\">هنوز پیامکی به این شماره نرسیده است. پس از فرستادن، صفحه را"
                    + " تازه کنید.</p>";
        }
        return messages.stream()
                .map(PhonePage::item)
                .collect(Collectors.joining("\n", "<ol class=\"texts\">\n", "\n</ol>"));
    }

    private static String item(SmsGateway.Message message) {
        return """
        <li class="bubble"><p class="sms">%s</p>
        <p class="meta"><time datetime="%s">%s</time></p></li>\
        """
                .formatted(marked(message.text()), message.at(), Persian.moment(message.at()));
    }

    /** As on a real phone, addresses can be followed, and codes stay whole and left to right. */
    private static String marked(String text) {
        return LINK_OR_CODE
                .matcher(Html.text(text))
                .replaceAll(found -> Matcher.quoteReplacement(mark(found.group())));
    }

    private static String mark(String found) {
        return found.startsWith("http")
                ? "<a dir=\"ltr\" href=\"" + found + "\">" + found + "</a>"
                : "<bdi dir=\"ltr\" class=\"code\">" + found + "</bdi>";
    }
}
