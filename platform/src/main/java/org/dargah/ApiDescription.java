package org.dargah;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Scope;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's description (OpenAPI 3.1); the rest is read from the resources. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CurrentClient.class, CurrentPerson.class);
    }

    @Bean
    OpenAPI description(@Value("${dargah.address}") String address) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Dargah")
                                .version("1")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                                .description(
                                        "Services of the province's agencies, and cases handed in"
                                            + " for people. Refusals are problem documents (RFC"
                                            + " 9457) whose type names a page that explains them."
                                            + " Times are UTC, dates Gregorian, amounts rials."))
                .servers(List.of(new Server().url(address)))
                .components(
                        new Components()
                                .addSecuritySchemes("client", client(address))
                                .addSecuritySchemes("session", session())
                                .addSchemas(PROBLEM, problem()));
    }

    /** A citizen's own, from signing in. */
    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("dargah-session")
                .description("The session of the citizen who is signed in");
    }

    private static SecurityScheme client(String address) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "Client credentials, authenticated by HTTP Basic or by a signed"
                                + " assertion (private_key_jwt, RFC 7523); inquiries by an"
                                + " assertion only. With a client certificate, on the port for"
                                + " mutual TLS, no token is needed.")
                .flows(
                        new OAuthFlows()
                                .clientCredentials(
                                        new OAuthFlow()
                                                .tokenUrl(address + "/oauth2/token")
                                                .scopes(scopes())));
    }

    private static Scopes scopes() {
        return new Scopes()
                .addString(Scope.CASES_WRITE.code(), "Hand in applications for people")
                .addString(
                        Scope.CASES_READ.code(),
                        "Read cases that the program handed in, and those of its agency")
                .addString(
                        Scope.INQUIRIES.code(),
                        "Ask registries, as far as the program's rights go");
    }

    /** Any resource may refuse; all refuse in one shape. */
    @Bean
    GlobalOpenApiCustomizer refusals() {
        ApiResponse refusal =
                new ApiResponse()
                        .description("Refused; the type says why")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + PROBLEM))));
        return api ->
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(
                                operation ->
                                        operation
                                                .getResponses()
                                                .addApiResponse("default", refusal));
    }

    private static Schema<?> problem() {
        Schema<?> wrong =
                new ObjectSchema()
                        .addProperty("pointer", new StringSchema())
                        .addProperty("fa", new StringSchema())
                        .addProperty("en", new StringSchema());
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(wrong)
                                .description("What is wrong with each part of the request"));
    }
}
