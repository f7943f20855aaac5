package cn.zhengqi.gateway.problem;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure: as problem+json, or as a page where a person has followed a link. */
@Component
public class GatewayProblems {

    private final JsonMapper json;
    private final ObjectProvider<Tracer> tracer;
    private final String page;

    GatewayProblems(JsonMapper json, ObjectProvider<Tracer> tracer) {
        this.json = json;
        this.tracer = tracer;
        try {
            this.page = new ClassPathResource("error.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemCode code) {
        return write(exchange, code, code.title(), Map.of());
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        return write(exchange, problem.code(), problem.detail(), problem.extras());
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemCode code, String detail, Map<String, Object> extras) {
        return RequestTrace.within(() -> written(exchange, code, detail, extras));
    }

    private Mono<Void> written(
            ServerWebExchange exchange, ProblemCode code, String detail, Map<String, Object> extras) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.setStatusCode(HttpStatusCode.valueOf(code.status()));
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.setCacheControl("no-store");
        Object retryAfter = extras.get("retryAfterSeconds");
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        byte[] body;
        if (isNavigation(exchange.getRequest())) {
            headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
            body = page.replace("{title}", HtmlUtils.htmlEscape(code.title()))
                    .replace("{detail}", HtmlUtils.htmlEscape(detail))
                    .replace("{traceId}", traceId())
                    .getBytes(StandardCharsets.UTF_8);
        } else {
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            body = json.writeValueAsBytes(detail(code, detail, extras));
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private ProblemDetail detail(ProblemCode code, String detail, Map<String, Object> extras) {
        ProblemDetail problem = ProblemDetail.forStatus(code.status());
        problem.setType(URI.create(code.urn()));
        problem.setTitle(code.title());
        problem.setDetail(detail);
        extras.forEach(problem::setProperty);
        problem.setProperty("code", code.name());
        problem.setProperty("traceId", traceId());
        return problem;
    }

    private String traceId() {
        Tracer present = tracer.getIfAvailable();
        Span span = present == null ? null : present.currentSpan();
        return span != null ? span.context().traceId() : Ids.next().toString().replace("-", "");
    }

    private static boolean isNavigation(ServerHttpRequest request) {
        String path = request.getPath().value();
        return HttpMethod.GET.equals(request.getMethod())
                && !path.startsWith("/api/")
                && !path.startsWith("/openapi/")
                && request.getHeaders().getAccept().stream()
                        .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
    }
}
