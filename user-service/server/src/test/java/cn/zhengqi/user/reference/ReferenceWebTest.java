package cn.zhengqi.user.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest
@ActiveProfiles("test")
class ReferenceWebTest {

    @Autowired
    ServiceClient service;

    @Autowired
    ReferenceLoader loader;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyone_may_read_the_twenty_three_towns() {
        service.anonymous()
                .get()
                .uri("/api/user/reference/towns")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                // Other tests open towns of their own, from 300 on.
                .jsonPath("$[?(@.code =~ /500113[0-2].*/)].code")
                .value(towns -> assertThat((List<?>) towns).hasSize(23))
                .jsonPath("$[0].name")
                .isEqualTo("龙洲湾街道");
    }

    @Test
    void industries_open_level_by_level() {
        service.anonymous()
                .get()
                .uri("/api/user/reference/industries")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(20);
        service.anonymous()
                .get()
                .uri("/api/user/reference/industries?parent=C348")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.code == 'C3484')].name")
                .isEqualTo("机械零部件加工");
    }

    @Test
    void institutions_are_listed_by_type_and_an_unknown_type_is_refused() {
        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions?type=DEPARTMENT")
                .exchange()
                .expectBody()
                .jsonPath("$[6].name")
                .exists()
                .jsonPath("$[?(@.type != 'DEPARTMENT')]")
                .isEmpty();
        service.anonymous()
                .get()
                .uri("/api/user/reference/institutions?type=ARMY")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("type");
    }

    @Test
    void loading_again_changes_nothing_while_the_files_are_the_same() {
        String before = loadedAt();

        loader.load();

        assertThat(loadedAt()).isEqualTo(before);
    }

    private String loadedAt() {
        return jdbc.sql("select string_agg(name || loaded_at, ',' order by name) from reference_file")
                .query(String.class)
                .single();
    }
}
