package org.dargah.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.identity.Area;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Identity;
import org.dargah.identity.Passkeys;
import org.dargah.places.Places;
import org.dargah.ui.Header;
import org.dargah.ui.Link;
import org.dargah.ui.Offer;
import org.dargah.ui.Words;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The province, the ways on, and in the demo the word that its data is invented. */
@Component
class PortalHeader implements Header {

    private static final String OWN_PAGE = "/me";

    private final Places places;
    private final Agencies agencies;
    private final Identity identity;
    private final Passkeys passkeys;
    private final boolean demo;

    PortalHeader(
            Places places,
            Agencies agencies,
            Identity identity,
            Passkeys passkeys,
            Environment environment) {
        this.places = places;
        this.agencies = agencies;
        this.identity = identity;
        this.passkeys = passkeys;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public String place(HttpServletRequest request, Words words) {
        String province = places.title(words.locale());
        return identity.currentOfficer()
                .map(officer -> agencies.title(officer.agency(), words.locale()))
                .map(office -> province + words.t("portal.comma") + office)
                .orElse(province);
    }

    @Override
    public List<Link> links(HttpServletRequest request, Words words) {
        Optional<CurrentOfficer> officer = identity.currentOfficer();
        if (officer.isPresent()) {
            return official(officer.get(), words);
        }
        return identity.currentPerson().isPresent() ? citizen(words) : stranger(words);
    }

    private static List<Link> stranger(Words words) {
        return List.of(
                new Link(words.t("portal.nav.track"), "/track"),
                new Link(words.t("portal.nav.sign-in"), "/sign-in"));
    }

    private static List<Link> citizen(Words words) {
        return List.of(
                new Link(words.t("portal.nav.cases"), "/cases"),
                new Link(words.t("portal.nav.me"), "/me"),
                new Link(words.t("portal.nav.sign-out"), "/sign-out", true));
    }

    /** Only what the official's roles open. */
    private static List<Link> official(CurrentOfficer officer, Words words) {
        List<Link> links = new ArrayList<>();
        if (Area.WORK.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.inbox"), "/work"));
            links.add(new Link(words.t("portal.nav.lookup"), "/work/lookup"));
        }
        if (Area.AUTHORING.admits(officer.roles())) {
            links.add(new Link(words.t("authoring.title"), "/work/services"));
        }
        if (Area.ACCESS.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.access"), "/work/access"));
        }
        if (Area.BOARD.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.board"), "/board"));
        }
        if (Area.PROTECTION.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.complaints"), "/work/complaints"));
            links.add(new Link(words.t("portal.nav.hidings"), "/work/hidings"));
        }
        if (Area.ADMINISTRATION.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.officers"), "/work/officers"));
            links.add(new Link(words.t("portal.nav.clients"), "/work/clients"));
            links.add(new Link(words.t("portal.nav.rights"), "/work/rights"));
        }
        if (Area.MACHINE.admits(officer.roles())) {
            links.add(new Link(words.t("portal.nav.machine"), "/work/machine"));
        }
        links.add(new Link(words.t("portal.nav.account"), "/work/account"));
        links.add(new Link(words.t("portal.nav.sign-out"), "/work/sign-out", true));
        return links;
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

    /** A page that speaks of passkeys itself needs no offer above it. */
    @Override
    public Optional<Offer> offer(HttpServletRequest request, String page, Words words) {
        if (identity.currentPerson().isEmpty() || !passkeys.takeOffer(request)) {
            return Optional.empty();
        }
        return page.startsWith(OWN_PAGE) ? Optional.empty() : Optional.of(passkey(page, words));
    }

    private static Offer passkey(String page, Words words) {
        String way = Passkeys.PAGE + "?continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        return new Offer(
                words.t("portal.passkeys.offer"),
                new Link(words.t("portal.passkeys.add"), way),
                new Link(words.t("portal.passkeys.later"), Passkeys.PAGE + "/later", true));
    }
}
