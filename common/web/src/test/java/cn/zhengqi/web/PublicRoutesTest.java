package cn.zhengqi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRoutesTest {

    private final PublicRoutes routes = PublicRoutes.of("GET /api/policy/policies/{id}");

    @Test
    void a_route_is_open_for_its_method_and_its_path_only() {
        assertThat(routes.matches("GET", "/api/policy/policies/N01")).isTrue();
        assertThat(routes.matches("HEAD", "/api/policy/policies/N01")).isTrue();
        assertThat(routes.matches("POST", "/api/policy/policies/N01")).isFalse();
        assertThat(routes.matches("GET", "/api/policy/policies/N01/more")).isFalse();
        assertThat(routes.matches("GET", "/api/policy/policies")).isFalse();
    }

    @Test
    void a_handler_is_open_by_its_very_pattern() {
        assertThat(routes.names("GET", "/api/policy/policies/{id}")).isTrue();
        assertThat(routes.names("GET", "/api/policy/policies/export")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/x", "GET api/x", "GET /api/**", "GET /api/*/x", " /api/x"})
    void nothing_is_opened_by_a_wildcard_or_a_slip(String entry) {
        assertThatThrownBy(() -> PublicRoutes.of(entry)).isInstanceOf(IllegalArgumentException.class);
    }
}
