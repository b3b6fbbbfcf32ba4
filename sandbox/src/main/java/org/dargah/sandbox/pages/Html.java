package org.dargah.sandbox.pages;

/** Text made safe for HTML, in content and in quoted attributes. */
public final class Html {
    private Html() {}

    public static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Codes, numbers and addresses stay left to right in Persian text. */
    public static String code(String raw) {
        return "<bdi dir=\"ltr\" class=\"code\">" + text(raw) + "</bdi>";
    }
}
