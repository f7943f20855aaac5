package cn.zhengqi.gateway.bff;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

/**
 * Where the sign-ins lead that a browser has begun: it may begin several, in as many tabs, and each comes back to its own page. Each is an attribute of its own, so
 * that two which are stored at once do not overwrite one another.
 */
final class WaysBack {

    private static final String PREFIX = "continue:";

    /** For one more the oldest goes: what is kept stands in a session that anybody may have. */
    private static final int MOST = 5;

    private WaysBack() {}

    static void keep(WebSession session, String state, String path) {
        List<String> kept = session.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(Comparator.comparingLong(WaysBack::numberOf))
                .toList();
        kept.stream().limit(Math.max(0, kept.size() - MOST + 1)).forEach(session.getAttributes()::remove);
        long number = kept.isEmpty() ? 0 : numberOf(kept.getLast()) + 1;
        session.getAttributes().put(PREFIX + number + ":" + state, path);
    }

    /** In the order in which they were begun; sessions of an earlier version know none. */
    private static long numberOf(String name) {
        int end = name.indexOf(':', PREFIX.length());
        return end < 0 ? 0 : Long.parseLong(name, PREFIX.length(), end, 10);
    }

    /** Of the sign-in that this request answers; null where nothing is known of it. */
    static @Nullable String take(WebSession session, ServerWebExchange callback) {
        String state = callback.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return state == null
                ? null
                : session.getAttributes().keySet().stream()
                        .filter(name -> name.startsWith(PREFIX) && name.endsWith(":" + state))
                        .findFirst()
                        .map(name -> session.getAttributes().remove(name) instanceof String path ? path : null)
                        .orElse(null);
    }
}
