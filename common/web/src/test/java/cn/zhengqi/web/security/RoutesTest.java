package cn.zhengqi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.PublicRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {

    @RestController
    static class Forgotten {
        @GetMapping("/api/x")
        String x() {
            return "";
        }
    }

    @RestController
    static class Guarded {
        @GetMapping("/api/x")
        @Permission("x.read")
        String x() {
            return "";
        }
    }

    @RestController
    static class InternalOutside {
        @GetMapping("/api/x")
        @Callers("finance-service")
        String x() {
            return "";
        }
    }

    @RestController
    static class InternalForPeople {
        @GetMapping("/internal/x")
        @Permission("x.read")
        String x() {
            return "";
        }
    }

    @RestController
    static class InternalForNobody {
        @GetMapping("/internal/x")
        String x() {
            return "";
        }
    }

    @RestController
    static class OwnMatters {
        @GetMapping("/api/x")
        @Permission(Permission.SIGNED_IN)
        String x() {
            return "";
        }
    }

    @RestController
    static class AnyMethod {
        @RequestMapping("/api/x")
        @Permission("x.read")
        String x() {
            return "";
        }
    }

    @Test
    void a_service_whose_routes_all_have_one_rule_starts() {
        assertThatCode(() -> start(Guarded.class, PublicRoutes.none())).doesNotThrowAnyException();
        assertThatCode(() -> start(Forgotten.class, PublicRoutes.of("GET /api/x")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_route_of_which_nobody_said_who_may_use_it_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> start(Forgotten.class, PublicRoutes.none()))
                .hasMessageContaining("neither public nor with a permission")
                .hasMessageContaining("/api/x");
    }

    @Test
    void so_does_one_of_which_two_things_were_said() {
        assertThatThrownBy(() -> start(Guarded.class, PublicRoutes.of("GET /api/x")))
                .hasMessageContaining("public and with a permission");
    }

    @Test
    void so_does_an_opened_route_that_is_not_there() {
        assertThatThrownBy(() -> start(Guarded.class, PublicRoutes.of("GET /api/gone")))
                .hasMessageContaining("there is no such route: GET /api/gone");
    }

    @Test
    void so_do_callers_outside_of_internal_routes_and_permissions_of_people_within() {
        assertThatThrownBy(() -> start(InternalOutside.class, PublicRoutes.none()))
                .hasMessageContaining("/internal/");
        assertThatThrownBy(() -> start(InternalForPeople.class, PublicRoutes.none()))
                .hasMessageContaining("/internal/");
    }

    @Test
    void so_does_an_internal_route_that_names_no_callers() {
        assertThatThrownBy(() -> start(InternalForNobody.class, PublicRoutes.none()))
                .hasMessageContaining("neither public nor with a permission")
                .hasMessageContaining("/internal/x");
    }

    @Test
    void so_does_a_route_without_a_method() {
        assertThatThrownBy(() -> start(AnyMethod.class, PublicRoutes.none())).hasMessageContaining("name its method");
    }

    @Test
    void so_does_a_permission_that_nobody_declared() {
        assertThatThrownBy(() -> start(Guarded.class, PublicRoutes.none(), DeclaredPermissions.none()))
                .hasMessageContaining("permission x.read is not declared");
    }

    @Test
    void what_a_route_does_is_called_by_the_names_of_its_permissions() {
        Routes routes = start(Guarded.class, PublicRoutes.none());
        assertThat(routes.intention("GET /api/x")).contains("查看样例");
        assertThat(routes.intention("POST /api/x")).isEmpty();
        assertThat(start(OwnMatters.class, PublicRoutes.none()).intention("GET /api/x"))
                .contains("办理本人事项");
        assertThat(start(
                                Guarded.class,
                                PublicRoutes.none(),
                                DeclaredPermissions.none().borrowing("x.read"))
                        .intention("GET /api/x"))
                .as("another service knows what it is called")
                .isEmpty();
    }

    private static Routes start(Class<?> controller, PublicRoutes open) {
        return start(controller, open, DeclaredPermissions.of(new DeclaredPermission("x.read", "查看样例", "测试", "测试")));
    }

    private static Routes start(Class<?> controller, PublicRoutes open, DeclaredPermissions declared) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        context.refresh();
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        Routes routes = new Routes(mapping, open, declared);
        routes.afterSingletonsInstantiated();
        return routes;
    }
}
