package org.dargah.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dargah.places.Places;
import org.dargah.ui.Header;
import org.dargah.ui.Link;
import org.dargah.ui.Words;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The province, the ways on, and in the demo the word that its data is invented. */
@Component
class PortalHeader implements Header {

    private final Places places;
    private final boolean demo;

    PortalHeader(Places places, Environment environment) {
        this.places = places;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public String place(HttpServletRequest request, Words words) {
        return places.title(words.locale());
    }

    @Override
    public List<Link> links(HttpServletRequest request, Words words) {
        return List.of(
                new Link(words.t("portal.nav.track"), "/track"),
                new Link(words.t("portal.nav.sign-in"), "/sign-in"));
    }

    @Override
    public List<Link> footerLinks(HttpServletRequest request, Words words) {
        return List.of(
                new Link(words.t("portal.services.title"), "/services"),
                new Link(words.t("portal.nav.verify"), "/verify"),
                new Link(words.t("portal.help.title"), "/help"),
                new Link(words.t("portal.accessibility.title"), "/help/accessibility"),
                new Link(words.t("portal.privacy.title"), "/help/privacy"));
    }

    @Override
    public String remark(HttpServletRequest request, Words words) {
        return demo ? words.t("portal.demo") : "";
    }
}
