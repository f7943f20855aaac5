package cn.zhengqi.web.autoconfigure;

import cn.zhengqi.web.client.CircuitBreakers;
import cn.zhengqi.web.client.OutgoingHeaders;
import cn.zhengqi.web.client.ProblemDecoder;
import cn.zhengqi.web.client.RegistryLookup;
import cn.zhengqi.web.client.ServiceTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** What stands around every Feign client of a service. */
@AutoConfiguration(after = ZhengqiSecurityAutoConfiguration.class)
public class ZhengqiClientAutoConfiguration {

    @Bean
    ServiceTokens serviceTokens(
            ZhengqiProperties properties,
            ObjectProvider<LoadBalancerClient> registry,
            @Value("${spring.application.name}") String service) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(1));
        http.setReadTimeout(Duration.ofSeconds(6));
        RestClient rest = RestClient.builder()
                .requestFactory(http)
                .requestInterceptor(new RegistryLookup(registry.getIfAvailable()))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        return new ServiceTokens(
                service, properties.serviceSecret(), properties.auth().tokenUri(), rest);
    }

    @Bean
    OutgoingHeaders outgoingHeaders(
            ServiceTokens tokens, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new OutgoingHeaders(tokens, tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    @Bean
    ProblemDecoder problemDecoder(JsonMapper json, ServiceTokens tokens) {
        return new ProblemDecoder(json, tokens);
    }

    /** Opens when half of the last 20 questions failed, and asks again after five seconds. */
    @Bean
    CircuitBreakerRegistry circuitBreakerRegistry() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    @Bean
    CircuitBreakers circuitBreakers(CircuitBreakerRegistry registry) {
        return new CircuitBreakers(registry);
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry registry) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry);
    }
}
