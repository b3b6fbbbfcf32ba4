package org.dargah.access.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.catalog.EffectKind;
import org.dargah.catalog.EffectKind.Argument;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Service;
import org.dargah.exchange.Manner;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effect {@code access-right}, against which packs are held. */
@Configuration(proxyBeanMethods = false)
public class RightKind {

    static final String NAME = "access-right";

    private static final Set<String> TELLS =
            Set.of("title", "organisation", "registry", "purpose", "basis", "manner", "fields");

    /** True for services by which this effect is asked for. */
    public static boolean isOf(Service service) {
        return service.effect() != null && service.effect().kind().equals(NAME);
    }

    @Bean
    EffectKind accessRight(Agencies agencies) {
        return of(agency -> runsTheExchange(agency, agencies));
    }

    /**
     * Only the body that runs the program, or the one that it belongs to, may open registries: any
     * other could let its own officers grant themselves what they like.
     */
    private static boolean runsTheExchange(AgencyCode agency, Agencies agencies) {
        return agencies.all(Agency.Kind.OPERATOR).stream()
                .anyMatch(
                        operator ->
                                operator.code().equals(agency) || agency.equals(operator.parent()));
    }

    /**
     * @param givers whose packs may have it
     */
    public static EffectKind of(Predicate<AgencyCode> givers) {
        return new EffectKind(
                NAME,
                List.of(
                        new Argument("registry", FieldKind.TEXT),
                        new Argument("purpose", FieldKind.TEXT),
                        new Argument("manner", FieldKind.CHOICE, manners()),
                        new Argument("fields", FieldKind.TEXT),
                        new Argument("perMinute", FieldKind.NUMBER),
                        new Argument("perDay", FieldKind.NUMBER),
                        new Argument("until", FieldKind.DATE)),
                TELLS,
                Set.of(Channel.API),
                givers);
    }

    private static Set<String> manners() {
        return Arrays.stream(Manner.values())
                .map(manner -> manner.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
