package cn.zhengqi.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

/** What a service imports from Nacos. */
class ImportedSettingsTest {

    @Test
    void a_service_does_not_start_without_what_all_share_and_may_have_nothing_of_its_own() {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "sample-service");

        new DefaultsPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(imported(environment, 0)).startsWith("nacos:zhengqi-common.yaml");
        assertThat(imported(environment, 1)).startsWith("nacos:zhengqi-district.yaml");
        assertThat(imported(environment, 2)).startsWith("optional:nacos:sample-service.yaml");
    }

    @Test
    void a_busy_nacos_is_waited_for_longer_than_its_client_would() {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.application.name", "sample-service");

        new DefaultsPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        // What is not read in time counts as not there, and the service does not start.
        assertThat(environment.getRequiredProperty("spring.cloud.nacos.config.timeout", Integer.class))
                .isGreaterThanOrEqualTo(30_000);
    }

    @Test
    void one_without_nacos_imports_nothing() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles("test");

        new DefaultsPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.config.import[0]")).isNull();
    }

    private static String imported(MockEnvironment environment, int place) {
        return environment.getRequiredProperty("spring.config.import[" + place + "]");
    }
}
