package org.dargah.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands a controller the {@link CurrentPerson}, {@link CurrentOfficer} or {@link CurrentClient}
 * that it names, the {@link Proof} of a client, or an {@code Optional} of it on pages that anyone
 * may open.
 */
@Configuration(proxyBeanMethods = false)
class CurrentArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Set<Class<?>> KNOWN =
            Set.of(CurrentPerson.class, CurrentOfficer.class, CurrentClient.class, Proof.class);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return KNOWN.contains(type);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        Optional<?> someone =
                type == Proof.class ? SessionContext.currentProof() : SessionContext.current(type);
        return parameter.getParameterType() == Optional.class
                ? someone
                : someone.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
