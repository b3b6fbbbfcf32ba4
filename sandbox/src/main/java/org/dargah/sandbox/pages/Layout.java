package org.dargah.sandbox.pages;

import org.dargah.sandbox.http.Answer;

/** The frame of every sandbox page: it always says that nothing here is real. */
public final class Layout {
    private Layout() {}

    public static Answer.Content page(int status, String title, String main) {
        return page(status, title, main, "'self'");
    }

    /**
     * @param formTargets where forms and the redirects after them may lead, as in CSP; browsers
     *     follow a redirect after a form only to these
     */
    public static Answer.Content page(int status, String title, String main, String formTargets) {
        return Answer.html(
                        status,
                        """
                        <!doctype html>
                        <html lang="fa" dir="rtl">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%1$s</title>
                        <link rel="stylesheet" href="/sandbox/style.css">
                        <link rel="icon" href="/sandbox/icon.svg" type="image/svg+xml">
                        </head>
                        <body>
                        <a class="skip" href="#main">رفتن به متن اصلی</a>
                        <header class="top"><div class="wrap">
                        <a class="brand" href="/sandbox/">جهان آزمایشی</a>
                        <span class="tag">هیچ‌چیز اینجا واقعی نیست</span>
                        </div></header>
                        <main class="wrap main" id="main" tabindex="-1">
                        %2$s
                        </main>
                        <footer class="foot"><div class="wrap"><p>این صفحه جای یک سامانهٔ بیرونی را در نمایش و آزمون می‌گیرد. نه پیامکی فرستاده می‌شود، نه پولی جابه‌جا می‌شود و نه کسی که نامش آمده وجود دارد.</p></div></footer>
                        </body>
                        </html>
                        """
                                .formatted(Html.text(title), main))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'; form-action "
                                + formTargets)
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Language", "fa");
    }

    public static Answer.Content notFound(String what) {
        return page(
                404,
                what,
                """
                <h1>%s</h1>
                <p><a href="/sandbox/">بازگشت به آغاز جهان آزمایشی</a></p>
                """
                        .formatted(Html.text(what)));
    }
}
