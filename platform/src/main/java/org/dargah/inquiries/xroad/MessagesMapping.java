package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Finds the one handler of X-Road's addresses at once. Else each message is held against every
 * address of the house first, which takes a twelfth of its time.
 */
@Component
class MessagesMapping extends AbstractHandlerMapping {

    private static final String ROOT = "/r1/";

    private final HandlerMethod handler;

    MessagesMapping(MessagesController controller) {
        this.handler =
                new HandlerMethod(
                        controller,
                        ReflectionUtils.getUniqueDeclaredMethods(
                                MessagesController.class,
                                method -> method.getName().equals("message"))[0]);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith(ROOT)) {
            return null;
        }
        // By this, meters tell addresses apart.
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, MessagesController.ADDRESSES);
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(MessagesController.ADDRESSES));
        return handler;
    }
}
