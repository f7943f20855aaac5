package cn.zhengqi.web.security;

import cn.zhengqi.web.Permission;
import cn.zhengqi.web.PublicRoutes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of this service with what it needs. A route of which nobody said who may use it, or of which two things
 * were said, keeps the service from starting.
 */
public final class Routes implements SmartInitializingSingleton {

    /**
     * One route.
     *
     * @param permissions any of these is enough; empty: public
     */
    public record Route(String method, String pattern, Set<String> permissions, String handler) {}

    private final RequestMappingHandlerMapping mapping;
    private final PublicRoutes publicRoutes;
    private List<Route> routes = List.of();

    public Routes(RequestMappingHandlerMapping mapping, PublicRoutes publicRoutes) {
        this.mapping = mapping;
        this.publicRoutes = publicRoutes;
    }

    public List<Route> all() {
        return routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Route> found = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!isExempt(handler)) {
                for (String method : methods(info)) {
                    for (String pattern : info.getPatternValues()) {
                        Route route = new Route(
                                method, pattern, permissionsOf(handler, pattern), handler.getShortLogMessage());
                        boolean open = publicRoutes.names(method, pattern);
                        if (open == !route.permissions().isEmpty()) {
                            faults.add(
                                    (open ? "public and with a permission: " : "neither public nor with a permission: ")
                                            + route);
                        }
                        found.add(route);
                    }
                }
            }
        });
        Set<String> known = new HashSet<>();
        found.forEach(route -> known.add(route.method() + " " + route.pattern()));
        for (PublicRoutes.Route open : publicRoutes.routes()) {
            String route = open.method() + " " + open.pattern().getPatternString();
            if (!known.contains(route)) {
                faults.add("public, but there is no such route: " + route);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Routes without a clear rule: " + faults);
        }
        found.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        routes = List.copyOf(found);
    }

    /** What a handler needs; empty when it names nothing. */
    static Set<String> permissionsOf(HandlerMethod handler, @Nullable String pattern) {
        Permission permission = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Permission.class);
        if (permission == null) {
            permission = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Permission.class);
        }
        boolean internal = pattern != null && pattern.startsWith("/internal/");
        if (permission == null) {
            return internal ? Set.of(Permission.INTERNAL) : Set.of();
        }
        Set<String> permissions = Set.of(permission.value());
        if (internal != permissions.contains(Permission.INTERNAL) || (internal && permissions.size() > 1)) {
            throw new IllegalStateException(
                    "The permission 'internal' and only it is for routes below /internal/: " + handler);
        }
        return permissions;
    }

    /** Error page, and the description of the API, which is there only in tests. */
    static boolean isExempt(HandlerMethod handler) {
        return ErrorController.class.isAssignableFrom(handler.getBeanType())
                || handler.getBeanType().getName().startsWith("org.springdoc.");
    }

    private static List<String> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        if (methods.isEmpty()) {
            throw new IllegalStateException("A route must name its method: " + info);
        }
        return methods.stream().map(RequestMethod::name).toList();
    }
}
