package org.dargah.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.access.internal.RightKind;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.cases.Corrections;
import org.dargah.cases.Filed;
import org.dargah.cases.Filing;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.springframework.stereotype.Component;

/**
 * Requests for access as an organisation's own official sees them: for its programs and no others.
 */
@Component
public final class Requests {

    /** More programs or requests of one organisation than this are not listed. */
    public static final int MOST = 200;

    private final Catalog catalog;
    private final Clients clients;
    private final Cases cases;
    private final Filing filing;
    private final Corrections corrections;
    private final Identity identity;

    Requests(
            Catalog catalog,
            Clients clients,
            Cases cases,
            Filing filing,
            Corrections corrections,
            Identity identity) {
        this.catalog = catalog;
        this.clients = clients;
        this.cases = cases;
        this.filing = filing;
        this.corrections = corrections;
        this.identity = identity;
    }

    /** The official who answers for a request, as they are typed; registries confirm them. */
    public record Responsible(NationalId nationalId, LocalDate birthDate, Mobile mobile) {

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Responsible";
        }
    }

    /** The service by which access is asked for, if one is offered. */
    public Optional<Service> service() {
        return services().findFirst();
    }

    private Stream<Service> services() {
        return catalog.all().stream().filter(RightKind::isOf);
    }

    public List<CurrentClient> programs(CurrentOfficer official) {
        return clients.of(official.agency(), MOST);
    }

    /** A program of the official's organisation; any other does not exist for them. */
    public Optional<CurrentClient> program(CurrentOfficer official, String id) {
        return clients.find(id).filter(client -> client.agency().equals(official.agency()));
    }

    /** Also those that the programs handed in themselves; the latest first. */
    public List<CaseFile> all(CurrentOfficer official) {
        List<ServiceCode> codes = services().map(Service::code).toList();
        return cases.handedIn(
                official.province(),
                programs(official).stream().map(CurrentClient::id).toList(),
                codes,
                MOST);
    }

    public Optional<CaseFile> find(CurrentOfficer official, TrackingCode tracking) {
        return all(official).stream().filter(file -> file.tracking().equals(tracking)).findFirst();
    }

    /** The same key again brings nothing new. */
    public Filed handIn(
            CurrentOfficer official,
            CurrentClient program,
            Service service,
            String key,
            Responsible responsible,
            Map<String, Object> answers) {
        return filing.file(
                official,
                program,
                new Filing.Application(
                        key,
                        service,
                        responsible.nationalId(),
                        responsible.birthDate(),
                        responsible.mobile(),
                        answers,
                        null));
    }

    /** Answers what the reviewing officer asked for; false when there is nothing to send. */
    public boolean correct(CurrentOfficer official, CaseFile file, String text) {
        Person person = identity.person(file.subject()).orElseThrow();
        return switch (corrections.send(
                new Applicant(
                        file.province(),
                        person.id(),
                        person.nationalId(),
                        person.name(),
                        Objects.requireNonNull(person.mobile(), "applicants have a mobile"),
                        official.actor(),
                        Channel.PORTAL),
                file,
                0,
                text)) {
            case Corrections.Sent.Nothing nothing -> false;
            case Corrections.Sent.TooLong tooLong -> false;
            case Corrections.Sent.Overtaken overtaken -> false;
            case Corrections.Sent.Incomplete incomplete -> false;
            case Corrections.Sent.CostsElse costs -> false;
            case Corrections.Sent.Done done -> true;
            case Corrections.Sent.NotAwaited gone -> true;
        };
    }
}
