package cn.zhengqi.testing;

import cn.zhengqi.testing.sample.SampleServiceApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest(classes = SampleServiceApplication.class)
class OpenApiDescriptionTest {

    @Autowired
    ServiceClient client;

    private RestTestClient.BodyContentSpec document;

    @BeforeEach
    void render() {
        document = client.as(TestUsers.operator("ops.actuator"))
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void what_cannot_be_null_is_required() {
        document.jsonPath("$.components.schemas.Thing.required")
                .isEqualTo(List.of("at", "count", "id", "kind", "on", "parts"))
                .jsonPath("$.components.schemas.Part.required")
                .isEqualTo(List.of("label"))
                .jsonPath("$.components.schemas.PageThing.required")
                .isEqualTo(List.of("items", "page", "size", "total"));
    }

    @Test
    void ids_are_strings() {
        document.jsonPath("$.components.schemas.Thing.properties.id.type")
                .isEqualTo("string")
                .jsonPath("$.components.schemas.Thing.properties.id.format")
                .isEqualTo("uuid");
    }

    @Test
    void the_caller_is_no_parameter_and_a_page_is_asked_for_by_number_and_size() {
        document.jsonPath("$.paths['/api/sample/things'].get.parameters[*].name")
                .isEqualTo(List.of("q", "kind", "page", "size"))
                .jsonPath("$.paths['/api/sample/things/{id}'].get.parameters[*].name")
                .isEqualTo(List.of("id"))
                .jsonPath("$.paths['/api/sample/things'].get.parameters[0].required")
                .isEqualTo(false);
    }

    @Test
    void routes_between_services_are_not_described() {
        document.jsonPath("$.paths['/internal/things/{id}']").doesNotExist();
    }
}
