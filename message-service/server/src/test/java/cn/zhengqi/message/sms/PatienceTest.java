package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.testing.Repository;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

class PatienceTest {

    @Test
    void whoever_asks_for_a_code_waits_longer_than_the_real_providers_are_waited_for_one_after_the_other() {
        YamlMapFactoryBean settings = new YamlMapFactoryBean();
        settings.setResources(
                new FileSystemResource(Repository.file("auth-service/server/src/main/resources/application.yaml")));
        int asksFor = (int) at(
                settings.getObject(),
                "spring",
                "cloud",
                "openfeign",
                "client",
                "config",
                "internal-sms",
                "read-timeout");
        long providers = EnumSet.complementOf(EnumSet.of(SmsProvider.SIMULATOR, SmsProvider.SIMULATOR_SPARE))
                .size();

        assertThat(Duration.ofMillis(asksFor)).isGreaterThan(ProviderLine.PATIENCE.multipliedBy(providers));
    }

    private static Object at(Object settings, String... path) {
        Object at = settings;
        for (String name : path) {
            at = ((Map<?, ?>) at).get(name);
            assertThat(at).as(name).isNotNull();
        }
        return at;
    }
}
