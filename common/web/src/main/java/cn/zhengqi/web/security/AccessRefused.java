package cn.zhengqi.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A caller who is known was refused for want of a permission. Who keeps a record of its changes keeps one of this, too. Within the service it is told as an event by who
 * refuses before any handler is known; of a handler that may not be reached it stands at the request, to be told when that is over and the transaction of its key with it:
 * who writes it down meanwhile takes a second connection.
 *
 * @param route method and pattern, never the path as it was sent: that anybody may invent
 */
public record AccessRefused(String route) {

    private static final String NAME = AccessRefused.class.getName();

    /** Of a request that is over; empty where it was not refused so. */
    public static Optional<AccessRefused> of(HttpServletRequest request) {
        return Optional.ofNullable((AccessRefused) request.getAttribute(NAME));
    }

    void standAt(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }
}
