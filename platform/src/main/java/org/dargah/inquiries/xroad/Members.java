package org.dargah.inquiries.xroad;

import java.util.List;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.exchange.Registry;
import org.dargah.identity.CurrentClient;
import org.dargah.kernel.AgencyCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What everybody is called in X-Road: the province is the instance, each body one of its members.
 */
@Component
class Members {

    private final Agencies agencies;
    private final String instance;
    private final String server;

    /**
     * @param server the code of this security server, under the body that runs the program
     */
    Members(
            Agencies agencies,
            @Value("${dargah.province}") String instance,
            @Value("${dargah.xroad.server:exchange}") String server) {
        this.agencies = agencies;
        this.instance = instance;
        this.server = server;
    }

    String instance() {
        return instance;
    }

    Identifier member(AgencyCode agency) {
        return Identifier.of(instance, agencies.memberClass(agency), agency.value());
    }

    /** A program is a subsystem of the body that answers for it. */
    static Identifier of(CurrentClient client) {
        return Identifier.of(
                client.province().code(),
                client.memberClass(),
                client.agency().value(),
                client.id());
    }

    /**
     * A registry as a service: its body is the member, the first word of its code the subsystem.
     */
    Identifier service(Registry registry) {
        String[] code = registry.code().split("/", 2);
        return member(registry.provider()).below(code[0]).below(code[1]);
    }

    Identifier server() {
        List<Agency> operators = agencies.all(Agency.Kind.OPERATOR);
        return member(operators.getFirst().code()).below(server);
    }
}
