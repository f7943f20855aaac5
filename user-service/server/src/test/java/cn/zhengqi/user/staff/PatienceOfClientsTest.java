package cn.zhengqi.user.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

class PatienceOfClientsTest {

    private static final String READ = "spring.cloud.openfeign.client.config.%s.read-timeout";
    private static final String CONNECT = "spring.cloud.openfeign.client.config.%s.connect-timeout";

    /** It asks whether there is anybody who brings it, and then has it brought. */
    private static final int QUESTIONS = 2;

    @Test
    void who_has_a_one_time_link_made_waits_longer_than_auth_service_may_take_to_have_it_sent() {
        Properties here = settings("user-service");
        Properties there = settings("auth-service");

        assertThat(number(here, READ, "internal-accounts"))
                .isGreaterThan(
                        QUESTIONS * (number(there, READ, "internal-sms") + number(there, CONNECT, "internal-sms")));
    }

    private static int number(Properties settings, String name, String client) {
        return Integer.parseInt(settings.get(name.formatted(client)).toString());
    }

    private static Properties settings(String service) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ByteArrayResource(Repository.text(service + "/server/src/main/resources/application.yaml")
                .getBytes(StandardCharsets.UTF_8)));
        return Objects.requireNonNull(yaml.getObject());
    }
}
