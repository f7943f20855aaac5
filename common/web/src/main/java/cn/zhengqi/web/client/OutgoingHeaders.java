package cn.zhengqi.web.client;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Sends along who asks (this service) and within which trace. */
public final class OutgoingHeaders implements RequestInterceptor {

    private final ServiceTokens tokens;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    public OutgoingHeaders(ServiceTokens tokens, @Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tokens = tokens;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public void apply(RequestTemplate request) {
        request.removeHeader(HttpHeaders.AUTHORIZATION);
        request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.current());
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span != null && propagator != null) {
            propagator.inject(span.context(), request, (carrier, name, value) -> request.header(name, value));
        }
    }
}
