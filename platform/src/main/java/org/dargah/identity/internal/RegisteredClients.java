package org.dargah.identity.internal;

import java.time.Duration;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our clients as the authorization server reads them. */
@Component
final class RegisteredClients implements RegisteredClientRepository {

    /** Short, since what a token says is not taken back; that the client is open is asked anew. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** That it signs; with what, its own keys tell. */
    private static final ClientSettings SIGNED =
            ClientSettings.builder()
                    .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                    .build();

    private final ClientRepository clients;

    RegisteredClients(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(RegisteredClients::registered).orElse(null);
    }

    private static RegisteredClient registered(ClientRepository.Row row) {
        CurrentClient client = row.client();
        RegisteredClient.Builder registered =
                RegisteredClient.withId(client.id())
                        .clientId(client.id())
                        .clientName(client.title());
        if (row.secretHash() != null) {
            registered
                    .clientSecret(row.secretHash())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }
        return registered
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().stream().map(Scope::code).forEach(scopes::add))
                .clientSettings(SIGNED)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are admitted by an administrator");
    }
}
