package cn.zhengqi.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class TraceSamplingTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    private Sampler sampler() {
        return new ZhengqiWebAutoConfiguration().traceSampler(beans.getBeanProvider(SpanExporter.class), 1);
    }

    @Test
    void where_nobody_takes_traces_none_is_recorded() {
        assertThat(sampler()).isEqualTo(Sampler.alwaysOff());
    }

    @Test
    void with_a_collector_a_service_follows_whoever_asks_it() {
        beans.registerSingleton("collector", mock(SpanExporter.class));
        assertThat(sampler().getDescription()).startsWith("ParentBased").contains("1.000000");
    }
}
