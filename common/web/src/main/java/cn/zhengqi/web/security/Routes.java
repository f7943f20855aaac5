package cn.zhengqi.web.security;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.PublicRoutes;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
 * were said, or which needs a permission that nobody could give because it is not declared, keeps the service from starting.
 */
public final class Routes implements SmartInitializingSingleton {

    /**
     * One route.
     *
     * @param permissions any of these is enough; empty: public. Below {@code /internal/} each names a service that may ask.
     */
    public record Route(String method, String pattern, Set<String> permissions, String handler) {}

    private static final String OWN_MATTERS = "办理本人事项";

    private final RequestMappingHandlerMapping mapping;
    private final PublicRoutes publicRoutes;
    private final DeclaredPermissions declared;
    private List<Route> routes = List.of();

    public Routes(RequestMappingHandlerMapping mapping, PublicRoutes publicRoutes, DeclaredPermissions declared) {
        this.mapping = mapping;
        this.publicRoutes = publicRoutes;
        this.declared = declared;
    }

    public List<Route> all() {
        return routes;
    }

    /**
     * What people call that which a route does: the names of the permissions that it asks for, as far as this service declares them.
     *
     * @param route method and pattern, as {@code POST /api/policy/declarations}
     */
    public Optional<String> intention(String route) {
        return routes.stream()
                .filter(one -> route.equals(one.method() + " " + one.pattern()))
                .findFirst()
                .map(Route::permissions)
                .map(permissions -> permissions.contains(Permission.SIGNED_IN)
                        ? OWN_MATTERS
                        : declared.own().stream()
                                .filter(permission -> permissions.contains(permission.code()))
                                .map(DeclaredPermission::name)
                                .collect(Collectors.joining(" / ")))
                .filter(Predicate.not(String::isEmpty));
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
                        route.permissions().stream()
                                .filter(permission -> !isBuiltIn(permission) && !declared.has(permission))
                                .forEach(unknown -> faults.add("permission " + unknown + " is not declared: " + route));
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

    private static boolean isBuiltIn(String permission) {
        return permission.equals(Permission.SIGNED_IN) || ServiceCaller.isNamedBy(permission);
    }

    /** What a handler needs; empty when it names nothing. */
    static Set<String> permissionsOf(HandlerMethod handler, @Nullable String pattern) {
        Permission permission = said(handler, Permission.class);
        Callers callers = said(handler, Callers.class);
        boolean internal = pattern != null && pattern.startsWith("/internal/");
        if (internal ? permission != null : callers != null) {
            throw new IllegalStateException(
                    "Routes below /internal/ name their callers, all others a permission: " + handler);
        }
        if (callers != null) {
            return Arrays.stream(callers.value())
                    .map(ServiceCaller::permission)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return permission == null ? Set.of() : Set.of(permission.value());
    }

    private static <A extends Annotation> @Nullable A said(HandlerMethod handler, Class<A> kind) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), kind);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), kind);
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
