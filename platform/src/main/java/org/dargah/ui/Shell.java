package org.dargah.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What surrounds a page in one request: who reads it, where it stands, and the hidden fields of its
 * forms. Each template receives one as {@code shell} and hands it to {@code ui/layout}.
 */
public final class Shell {

    /** The name of the hidden field that makes a repeated form one act. */
    public static final String KEY = "_key";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Words words;
    private final HttpServletRequest request;
    private final @Nullable Header header;

    private final @Nullable MapSheet map;

    public Shell(
            Words words,
            HttpServletRequest request,
            @Nullable Header header,
            @Nullable MapSheet map) {
        this.map = map;
        this.words = words;
        this.request = request;
        this.header = header;
    }

    public Words words() {
        return words;
    }

    /** The province and, on work pages, the office: what stands under the brand. */
    public String place() {
        return header == null ? "" : header.place(request, words);
    }

    public List<Link> links() {
        return header == null ? List.of() : header.links(request, words);
    }

    public List<Link> footerLinks() {
        return header == null ? List.of() : header.footerLinks(request, words);
    }

    /** One sentence for the end of the page, such as that its data is invented. Empty for none. */
    public String remark() {
        return header == null ? "" : header.remark(request, words);
    }

    /** The map of the province; null where no province is known. */
    public @Nullable MapSheet map() {
        return map;
    }

    /** Null for most pages. */
    public @Nullable Offer offer() {
        return header == null ? null : header.offer(request, page(), words).orElse(null);
    }

    /** The path and, of a page that was opened and not sent, its query. */
    public String page() {
        return query().isEmpty() ? path() : path() + "?" + query();
    }

    public boolean isCurrent(Link link) {
        return path().equals(link.href());
    }

    /** The address as the browser shows it, also on an error page. */
    public String path() {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** The same page in the other language. */
    public String otherLanguage() {
        return UriComponentsBuilder.fromPath(path())
                .query(query())
                .replaceQueryParam("lang", words.isPersian() ? "en" : "fa")
                .build()
                .toUriString();
    }

    private String query() {
        String query = request.getQueryString();
        return query == null || !"GET".equals(request.getMethod()) ? "" : query;
    }

    /** Null where no security chain runs. Asking for it may open a session, so only forms do. */
    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    /** A fresh key for a fresh form; the same key when the form comes back with its errors. */
    public String formKey() {
        String sent = "POST".equals(request.getMethod()) ? request.getParameter(KEY) : null;
        return sent != null && UUID_FORM.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
