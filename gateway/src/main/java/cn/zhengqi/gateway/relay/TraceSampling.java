package cn.zhengqi.gateway.relay;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which requests are traced is decided here, whatever a browser says of it: its {@code traceparent} gives the id only. The services
 * behind follow the gateway. Where nobody takes traces none is recorded; each has its id all the same.
 */
@Configuration(proxyBeanMethods = false)
class TraceSampling {

    @Bean
    Sampler traceSampler(
            ObjectProvider<SpanExporter> exporters, @Value("${management.tracing.sampling.probability}") double share) {
        return exporters.stream().findAny().isPresent() ? Sampler.traceIdRatioBased(share) : Sampler.alwaysOff();
    }
}
