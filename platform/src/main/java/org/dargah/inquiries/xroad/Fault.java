package org.dargah.inquiries.xroad;

import org.dargah.exchange.Refusal;

/**
 * Why the exchange itself gives no answer, in X-Road's words. Its specification knows two statuses,
 * 400 and 500; {@code asHttp} is what the same means in HTTP.
 */
enum Fault {
    BAD_REQUEST("Client.BadRequest", 400, 400),
    NOT_AUTHENTICATED("Server.ClientProxy.SslAuthenticationFailed", 500, 401),
    WRONG_SERVER("Server.ClientProxy.InvalidSecurityServer", 500, 404),
    UNKNOWN_MEMBER("Server.ClientProxy.UnknownMember", 500, 403),
    ACCESS_DENIED("Server.ServerProxy.AccessDenied", 500, 403),
    LIMIT_EXCEEDED("Server.ServerProxy.AccessDenied.LimitExceeded", 500, 429),
    UNKNOWN_SERVICE("Server.ServerProxy.UnknownService", 500, 404),
    SERVICE_FAILED("Server.ServerProxy.ServiceFailed", 500, 502),
    NETWORK_ERROR("Server.ServerProxy.NetworkError", 500, 503),
    LOGGING_FAILED("Server.ServerProxy.LoggingFailed", 500, 503),
    INTERNAL_ERROR("Server.ServerProxy.InternalError", 500, 500);

    private final String type;
    private final int specified;
    private final int asHttp;

    Fault(String type, int specified, int asHttp) {
        this.type = type;
        this.specified = specified;
        this.asHttp = asHttp;
    }

    String type() {
        return type;
    }

    int status(boolean http) {
        return http ? asHttp : specified;
    }

    static Fault of(Refusal reason) {
        return switch (reason) {
            case FOREIGN_CLIENT -> UNKNOWN_MEMBER;
            case WRONG_SERVER -> WRONG_SERVER;
            case UNKNOWN_REGISTRY, ENDPOINT_NOT_OFFERED -> UNKNOWN_SERVICE;
            case KEY_NOT_VALID, NOT_OF_PROTOCOL -> BAD_REQUEST;
            case RATE_EXCEEDED, QUOTA_EXCEEDED -> LIMIT_EXCEEDED;
            default -> ACCESS_DENIED;
        };
    }

    /** What a status of our own house means, such as 401 for a token that is none. */
    static Fault of(int status) {
        return switch (status) {
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> ACCESS_DENIED;
            default -> status >= 500 ? INTERNAL_ERROR : BAD_REQUEST;
        };
    }
}
