package org.dargah.sandbox.people;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dargah.sandbox.http.Answer;
import org.dargah.sandbox.http.Routes;
import org.dargah.sandbox.pages.Html;
import org.dargah.sandbox.pages.Layout;
import org.dargah.sandbox.pages.Persian;
import org.dargah.sandbox.phone.SmsGateway;

/** The sandbox's front door: who lives here, and where their phones are. */
public final class HomePage {
    private static final Map<Citizen, String> STORIES = stories();

    private final SmsGateway gateway;

    public HomePage(SmsGateway gateway) {
        this.gateway = gateway;
    }

    public void on(Routes routes) {
        routes.on("GET", "/sandbox/", _ -> page()).on("GET", "/sandbox", _ -> page());
    }

    private Answer page() throws SQLException {
        var rows = STORIES.entrySet().stream().map(HomePage::row).collect(Collectors.joining("\n"));
        var main =
                """
                <h1>جهان آزمایشی</h1>
                <p>درگاه از سازمان‌های دیگر استعلام می‌کند، پیامک می‌فرستد و پول می‌گیرد. در نمایش و آزمون، این صفحه‌ها جای همهٔ آن‌ها هستند.</p>
                <p><a class="btn btn--2" href="/sandbox/control">کند یا خراب کردن سامانه‌ها</a></p>
                <h2>شهروندان نمونه</h2>
                <table class="tbl">
                <thead><tr><th scope="col">نام</th><th scope="col">کد ملی</th><th scope="col">تاریخ تولد</th><th scope="col">تلفن همراه</th><th scope="col">کد پستی</th></tr></thead>
                <tbody>
                %s
                </tbody></table>
                %s
                """
                        .formatted(rows, phones());
        return Layout.page(200, "جهان آزمایشی", main);
    }

    private static String row(Map.Entry<Citizen, String> entry) {
        var who = entry.getKey();
        return """
        <tr><th scope="row"><bdi>%s</bdi> <small>%s</small></th>
        <td data-label="کد ملی">%s</td>
        <td data-label="تاریخ تولد">%s</td>
        <td data-label="تلفن همراه">%s</td>
        <td data-label="کد پستی">%s</td></tr>\
        """
                .formatted(
                        Html.text(who.fullName()),
                        Html.text(entry.getValue()),
                        Html.code(who.nationalId()),
                        Persian.date(who.birthDate()),
                        who.mobiles().isEmpty() ? "ندارد" : phone(who.mobile()),
                        who.postcode() == null ? "ندارد" : Html.code(who.postcode()));
    }

    private static String phone(String mobile) {
        return "<a href=\"/sandbox/phone/" + mobile + "\">" + Html.code(mobile) + "</a>";
    }

    private String phones() throws SQLException {
        var phones = gateway.phones();
        if (phones.isEmpty()) {
            return "<h2>گوشی‌ها</h2><p>هنوز پیامکی به هیچ گوشی نرسیده است.</p>";
        }
        return phones.stream()
                .map(
                        phone ->
                                "<li>%s، %s پیامک</li>"
                                        .formatted(
                                                phone(phone.mobile()),
                                                Persian.digits(String.valueOf(phone.messages()))))
                .collect(Collectors.joining("\n", "<h2>گوشی‌ها</h2>\n<ul>\n", "\n</ul>"));
    }

    private static Map<Citizen, String> stories() {
        var stories = new LinkedHashMap<Citizen, String>();
        stories.put(Personas.SHOPKEEPER, "۳۷ ساله، خدمت و مدرک دارد، مغازه‌اش در کرمان است");
        stories.put(Personas.GRADUATE, "۳۱ ساله، کارشناس ارشد، مغازه‌اش در رفسنجان است");
        stories.put(Personas.SOLDIER, "۲۰ ساله، سرباز است");
        stories.put(Personas.DECEASED, "در ۱۴۰۳ درگذشته است");
        stories.put(Personas.WITHOUT_DEGREE, "۴۳ ساله، مدرک ندارد");
        stories.put(Personas.MINOR, "۱۵ ساله");
        stories.put(Personas.ABSENT, "۲۸ ساله، به خدمت نرفته است");
        stories.put(Personas.EXEMPT, "۴۱ ساله، از خدمت معاف است");
        stories.put(Personas.WITHOUT_MOBILE, "۳۵ ساله، سیم‌کارتی به نامش نیست");
        stories.put(Personas.OFFICE_OWNER, "۵۲ ساله، جایش اداری است نه تجاری");
        stories.put(Personas.OFFICER_GUILD_KERMAN, "کارشناس اتاق اصناف کرمان");
        stories.put(Personas.OFFICER_GUILD_RAFSANJAN, "کارشناس اتاق اصناف رفسنجان");
        stories.put(Personas.OFFICER_EDUCATION, "کارشناس آموزش");
        stories.put(Personas.SUPERVISOR_GUILD, "سرپرست اتاق اصناف کرمان");
        stories.put(Personas.GOVERNOR, "استاندار");
        stories.put(Personas.ADMINISTRATOR, "راهبر سامانه");
        return stories;
    }
}
