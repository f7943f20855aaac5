package cn.zhengqi.gateway.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class CoveredLogsTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void the_gateway_s_log_shows_no_phone_either(CapturedOutput output) {
        try (ConfigurableApplicationContext gateway = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run()) {
            LoggerFactory.getLogger(getClass()).warn("{} asks {}", "13800000001", gateway.getId());
        }

        assertThat(output).contains("138****0001 asks").doesNotContain("13800000001");
    }
}
