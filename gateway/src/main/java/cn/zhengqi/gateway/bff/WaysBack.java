package cn.zhengqi.gateway.bff;

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

    /** What is more is not kept: it would stand in a session that anybody may have. */
    private static final int MOST = 5;

    private WaysBack() {}

    static void keep(WebSession session, String state, String path) {
        List<String> kept = session.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        if (kept.size() >= MOST) {
            kept.forEach(session.getAttributes()::remove);
        }
        session.getAttributes().put(PREFIX + state, path);
    }

    /** Of the sign-in that this request answers; null where nothing is known of it. */
    static @Nullable String take(WebSession session, ServerWebExchange callback) {
        String state = callback.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return state != null && session.getAttributes().remove(PREFIX + state) instanceof String path ? path : null;
    }
}
