package cn.zhengqi.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one place where a service says which of its routes need no sign-in. Each entry is a method and the very pattern of
 * the handler, as {@code "GET /api/policy/policies/{idOrCode}"}; no wildcards, so that nothing is opened by accident.
 */
public final class PublicRoutes {

    /** One open route. */
    public record Route(String method, PathPattern pattern) {}

    private final List<Route> routes;

    private PublicRoutes(List<Route> routes) {
        this.routes = routes;
    }

    public static PublicRoutes of(String... routes) {
        return new PublicRoutes(Arrays.stream(routes).map(PublicRoutes::parse).toList());
    }

    public static PublicRoutes none() {
        return new PublicRoutes(List.of());
    }

    public List<Route> routes() {
        return routes;
    }

    /** Whether a request may come in without sign-in. Which handler then answers is checked again by its pattern. */
    public boolean matches(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        return routes.stream()
                .anyMatch(route -> sameMethod(route, method) && route.pattern().matches(container));
    }

    /** Whether the handler with exactly this pattern is open. */
    public boolean names(String method, String pattern) {
        return routes.stream()
                .anyMatch(route -> sameMethod(route, method)
                        && route.pattern().getPatternString().equals(pattern));
    }

    private static boolean sameMethod(Route route, String method) {
        return route.method().equals(method)
                || (method.equals("HEAD") && route.method().equals("GET"));
    }

    private static Route parse(String text) {
        int space = text.indexOf(' ');
        String pattern = text.substring(space + 1);
        if (space < 1 || !pattern.startsWith("/") || pattern.contains("*")) {
            throw new IllegalArgumentException(
                    "A public route is a method and a handler's pattern, not '" + text + "'");
        }
        return new Route(
                text.substring(0, space).toUpperCase(Locale.ROOT), PathPatternParser.defaultInstance.parse(pattern));
    }
}
