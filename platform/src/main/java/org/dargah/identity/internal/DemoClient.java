package org.dargah.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.dargah.agencies.Agencies;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Scope;
import org.dargah.kernel.AgencyCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Admits the demo's program. Its secret is random and lies in the data folder. */
@Component
@Profile("demo")
@Order(10)
public final class DemoClient implements ApplicationRunner {

    private final ClientAccounts accounts;
    private final CurrentClient client;
    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();
    private String secret = "";

    DemoClient(
            ClientAccounts accounts,
            HomeProvince home,
            IdentityProperties properties,
            Agencies agencies,
            @Value("${dargah.data}") String data) {
        this.accounts = accounts;
        AgencyCode agency = new AgencyCode(properties.agency());
        this.client =
                new CurrentClient(
                        home.province(),
                        "demo-counter",
                        "دفتر پیشخوان نمونه",
                        agency,
                        agencies.memberClass(agency),
                        EnumSet.allOf(Scope.class));
        this.file = Path.of(data, "api-client.json");
    }

    /** As it lies in the file. */
    private record Credentials(String id, String secret) {

        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }

    /** The file comes first: a secret that nobody knows would be of no use. */
    @Override
    public void run(ApplicationArguments arguments) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(
                        file,
                        json.writeValueAsString(
                                new Credentials(client.id(), accounts.freshSecret())));
            }
            secret = json.readValue(Files.readString(file), Credentials.class).secret();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!accounts.isKnown(client.id(), secret)) {
            accounts.put(client, secret);
        }
    }

    public String id() {
        return client.id();
    }

    public String secret() {
        return secret;
    }
}
