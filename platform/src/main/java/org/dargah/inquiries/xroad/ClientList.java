package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dargah.agencies.Agencies;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** {@code listClients} of X-Road's metadata protocol: members and subsystems of the province. */
@Controller
class ClientList {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final Locale PERSIAN = Locale.of("fa");
    private static final int PAGE = 500;

    private final Clients clients;
    private final Registries registries;
    private final Agencies agencies;
    private final Members members;
    private final Faults faults;

    ClientList(
            Clients clients,
            Registries registries,
            Agencies agencies,
            Members members,
            Faults faults) {
        this.clients = clients;
        this.registries = registries;
        this.agencies = agencies;
        this.members = members;
        this.faults = faults;
    }

    /** A member, or one of its subsystems. */
    private record Entry(Identifier id, String name, @Nullable String subsystem) {

        String type() {
            return subsystem == null ? "MEMBER" : "SUBSYSTEM";
        }
    }

    @GetMapping("/listClients")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("xRoadInstance");
        if (asked != null && !asked.equals(members.instance())) {
            faults.write(
                    response, Fault.BAD_REQUEST, "There is no instance but " + members.instance());
            return;
        }
        String accept = request.getHeader("Accept");
        boolean json =
                accept != null && accept.toLowerCase(Locale.ROOT).contains("application/json");
        response.setContentType((json ? "application/json" : "text/xml") + ";charset=utf-8");
        response.getOutputStream()
                .write((json ? json(entries()) : xml(entries())).getBytes(StandardCharsets.UTF_8));
    }

    private List<Entry> entries() {
        Set<AgencyCode> bodies = new LinkedHashSet<>();
        Set<Entry> subsystems = new LinkedHashSet<>();
        for (Registry registry : registries.all()) {
            bodies.add(registry.provider());
            subsystems.add(
                    subsystem(
                            registry.provider(),
                            registry.code().split("/", 2)[0],
                            registry.titleFa()));
        }
        for (CurrentClient client : programs()) {
            bodies.add(client.agency());
            subsystems.add(subsystem(client.agency(), client.id(), client.title()));
        }
        List<Entry> all = new ArrayList<>();
        bodies.forEach(
                body ->
                        all.add(
                                new Entry(
                                        members.member(body),
                                        agencies.title(body, PERSIAN),
                                        null)));
        all.addAll(subsystems);
        return all;
    }

    private Entry subsystem(AgencyCode body, String code, String title) {
        return new Entry(members.member(body).below(code), agencies.title(body, PERSIAN), title);
    }

    /** Those that may ask. */
    private List<CurrentClient> programs() {
        List<CurrentClient> all = new ArrayList<>();
        for (List<CurrentClient> page = clients.page("", PAGE);
                !page.isEmpty();
                page = clients.page(page.getLast().id(), PAGE)) {
            page.stream().filter(it -> it.scopes().contains(Scope.INQUIRIES)).forEach(all::add);
        }
        return all;
    }

    private static String json(List<Entry> entries) {
        return JSON.writeValueAsString(
                Map.of("member", entries.stream().map(ClientList::json).toList()));
    }

    private static Map<String, Object> json(Entry entry) {
        Map<String, String> id = new LinkedHashMap<>();
        id.put("object_type", entry.type());
        id.put("xroad_instance", entry.id().part(0));
        id.put("member_class", entry.id().part(1));
        id.put("member_code", entry.id().part(2));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("name", entry.name());
        String subsystem = entry.subsystem();
        if (subsystem != null) {
            id.put("subsystem_code", entry.id().part(3));
            told.put("subsystem_name", subsystem);
        }
        return told;
    }

    private static String xml(List<Entry> entries) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("xrd", "clientList", XROAD);
            xml.writeNamespace("xrd", XROAD);
            xml.writeNamespace("id", IDENTIFIERS);
            for (Entry entry : entries) {
                write(entry, xml);
            }
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Entry entry, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("xrd", "member", XROAD);
        xml.writeStartElement("xrd", "id", XROAD);
        xml.writeAttribute("id", IDENTIFIERS, "objectType", entry.type());
        List<String> names = List.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode");
        for (int i = 0; i < entry.id().parts().size(); i++) {
            element("id", names.get(i), IDENTIFIERS, entry.id().part(i), xml);
        }
        xml.writeEndElement();
        element("xrd", "name", XROAD, entry.name(), xml);
        String subsystem = entry.subsystem();
        if (subsystem != null) {
            element("xrd", "subsystemName", XROAD, subsystem, xml);
        }
        xml.writeEndElement();
    }

    private static void element(
            String prefix, String name, String space, String text, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
