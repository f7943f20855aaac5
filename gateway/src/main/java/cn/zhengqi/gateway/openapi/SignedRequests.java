package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.auth.api.OpenApiKeys.UsableKey;
import cn.zhengqi.gateway.OpenRoutes;
import cn.zhengqi.gateway.problem.GatewayProblems;
import cn.zhengqi.gateway.relay.ClientAddress;
import cn.zhengqi.kernel.AddressRange;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a request of another system through to a service only when it is signed with a key that counts, comes from where it may, says what was signed, was never seen
 * before and is within the quota; then with a token that holds the scopes of the key and nothing else. The nonce is used up after the signature was checked, so
 * that nobody else can use it up; what is refused for the quota has used its nonce all the same. An address that is refused all the time is not heard for a while.
 */
@Component
class SignedRequests implements GlobalFilter, Ordered {

    /** After {@code RelayFilter}, which takes off what a client made up. */
    private static final int ORDER = 1;

    private static final String ACCEPTED = "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")"
            + ";created;nonce;keyid;alg=\"hmac-sha256\"";

    private final KeyDirectory directory;
    private final Quotas quotas;
    private final CallLog log;
    private final Refusals refusals;
    private final ClientAddress addresses;
    private final GatewayProblems problems;
    private final Clock clock;
    private final int mostBytes;

    SignedRequests(
            KeyDirectory directory,
            Quotas quotas,
            CallLog log,
            Refusals refusals,
            ClientAddress addresses,
            GatewayProblems problems,
            Clock clock,
            @Value("${zhengqi.gateway.openapi-max-body:64KB}") DataSize mostBytes) {
        this.directory = directory;
        this.quotas = quotas;
        this.log = log;
        this.refusals = refusals;
        this.addresses = addresses;
        this.problems = problems;
        this.clock = clock;
        this.mostBytes = Math.toIntExact(mostBytes.toBytes());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!OpenRoutes.isSigned(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        Instant begun = clock.instant();
        return Mono.defer(() -> checked(exchange, chain, begun))
                .doOnError(ProblemException.class, refusal -> count(exchange, refusal))
                .onErrorResume(ProblemException.class, refusal -> refuse(exchange, refusal));
    }

    private Mono<Void> checked(ServerWebExchange exchange, GatewayFilterChain chain, Instant begun) {
        mustNotBeRefusedAllTheTime(exchange);
        SignedMessage message = message(exchange.getRequest());
        MessageSignature signature = MessageSignature.read(message);
        return body(exchange.getRequest())
                .onErrorResume(
                        ProblemException.class, tooLarge -> tellTooLarge(exchange, signature.keyId(), begun, tooLarge))
                .flatMap(body -> directory.find(signature.keyId()).flatMap(found -> {
                    UsableKey key = usable(found);
                    try {
                        mustComeFromWhereItMay(exchange, key);
                        signature.check(message, body.length > 0, MessageSignature.Keys.of(key), clock.instant());
                    } catch (ProblemException refusal) {
                        // Its owner reads that somebody tries the key.
                        tell(exchange, key, begun, refusal.code());
                        throw refusal;
                    }
                    // Deferred: a digest that is wrong is one more refusal that is told.
                    return Mono.defer(() -> afterSignature(exchange, chain, message, signature, key, body))
                            .doOnSuccess(done -> AnsweredCalls.await(exchange, call(exchange, key, begun, null)))
                            // What was asked may be done all the same.
                            .doOnCancel(() -> tell(exchange, key, begun, OpenApiProblem.CALLER_GONE))
                            .onErrorResume(
                                    ProblemException.class,
                                    refusal -> refuse(exchange, refusal)
                                            .then(Mono.fromRunnable(() -> tell(exchange, key, begun, refusal.code()))))
                            .doOnError(failure -> tell(exchange, key, begun, CommonProblem.SERVICE_UNAVAILABLE));
                }));
    }

    /** Its owner reads that too. Nothing is said of a key that does not count. */
    private Mono<byte[]> tellTooLarge(
            ServerWebExchange exchange, String keyId, Instant begun, ProblemException tooLarge) {
        return directory
                .find(keyId)
                .doOnNext(found -> {
                    UsableKey key = found.key();
                    if (found.standing() == OpenApiKeys.Standing.USABLE && key != null) {
                        tell(exchange, key, begun, tooLarge.code());
                    }
                })
                .then(Mono.error(tooLarge));
    }

    private Mono<Void> afterSignature(
            ServerWebExchange exchange,
            GatewayFilterChain chain,
            SignedMessage message,
            MessageSignature signature,
            UsableKey key,
            byte[] body) {
        if (body.length > 0) {
            ContentDigest.check(message.fields().apply("content-digest"), body);
        }
        return quotas.isNew(key.keyId(), signature.nonce())
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> new ProblemException(OpenApiProblem.REQUEST_REPLAYED)))
                .flatMap(isNew -> quotas.count(key, clock.instant()))
                .flatMap(left -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    headers.set("RateLimit-Policy", left.policy());
                    headers.set("RateLimit", left.limit());
                    if (!left.allowed()) {
                        return Mono.error(new ProblemException(
                                OpenApiProblem.QUOTA_EXCEEDED,
                                left.dayLeft() == 0 ? "今日调用次数已达上限" : "每分钟调用次数已达上限",
                                Map.of("retryAfterSeconds", left.retryAfter())));
                    }
                    return chain.filter(exchange.mutate()
                            .request(new CheckedRequest(exchange, body, key.token()))
                            .build());
                });
    }

    private void mustNotBeRefusedAllTheTime(ServerWebExchange exchange) {
        if (refusals.areTooMany(addresses.of(exchange.getRequest()))) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "近期从此地址发来的未通过验签的请求过多，请检查密钥和签名后再试",
                    Map.of("retryAfterSeconds", refusals.retryAfter()));
        }
    }

    /** What is refused before its signature counted; what comes after is the key's own, and its quota's. */
    private void count(ServerWebExchange exchange, ProblemException refusal) {
        if (refusal.code().status() == 401 || refusal.code() == OpenApiProblem.ADDRESS_NOT_ALLOWED) {
            refusals.count(addresses.of(exchange.getRequest()));
        }
    }

    private Mono<Void> refuse(ServerWebExchange exchange, ProblemException refusal) {
        if (refusal.code().status() == 401) {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Signature");
            headers.set("Accept-Signature", ACCEPTED);
        }
        return problems.write(exchange, refusal);
    }

    private void tell(ServerWebExchange exchange, UsableKey key, Instant begun, @Nullable ProblemCode problem) {
        log.add(call(exchange, key, begun, problem));
    }

    private OpenApiKeys.Call call(
            ServerWebExchange exchange, UsableKey key, Instant begun, @Nullable ProblemCode problem) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return new OpenApiKeys.Call(
                Ids.next(),
                key.id(),
                begun,
                exchange.getRequest().getMethod().name(),
                exchange.getRequest().getPath().value(),
                problem != null ? problem.status() : status == null ? 200 : status.value(),
                Math.toIntExact(Duration.between(begun, clock.instant()).toMillis()),
                addresses.of(exchange.getRequest()),
                problem == null ? null : problem.name());
    }

    private static UsableKey usable(OpenApiKeys.Lookup found) {
        UsableKey key = found.key();
        if (found.standing() == OpenApiKeys.Standing.USABLE && key != null) {
            return key;
        }
        throw new ProblemException(
                switch (found.standing()) {
                    case REVOKED -> OpenApiProblem.KEY_REVOKED;
                    case EXPIRED -> OpenApiProblem.KEY_EXPIRED;
                    case UNKNOWN, USABLE -> OpenApiProblem.KEY_UNKNOWN;
                });
    }

    private void mustComeFromWhereItMay(ServerWebExchange exchange, UsableKey key) {
        String address = addresses.of(exchange.getRequest());
        boolean allowed = key.addresses().stream()
                .flatMap(range -> AddressRange.parse(range).stream())
                .anyMatch(range -> range.contains(address));
        if (!allowed) {
            throw new ProblemException(OpenApiProblem.ADDRESS_NOT_ALLOWED, "该密钥不允许从 " + address + " 调用");
        }
    }

    private SignedMessage message(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        URI uri = request.getURI();
        String host = headers.getFirst(HttpHeaders.HOST);
        return new SignedMessage(
                request.getMethod().name(),
                addresses.scheme(),
                host == null ? String.valueOf(uri.getRawAuthority()) : host,
                uri.getRawPath(),
                uri.getRawQuery(),
                headers::getOrEmpty);
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > mostBytes) {
            return Mono.error(new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE));
        }
        return DataBufferUtils.join(request.getBody(), mostBytes)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLarge -> new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE))
                .defaultIfEmpty(new byte[0]);
    }

    /** The very body that was checked, the token of the key, and nothing of the signature. */
    private static final class CheckedRequest extends ServerHttpRequestDecorator {

        private final ServerWebExchange exchange;
        private final byte[] body;
        private final HttpHeaders headers = new HttpHeaders();

        CheckedRequest(ServerWebExchange exchange, byte[] body, String token) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.body = body;
            headers.putAll(exchange.getRequest().getHeaders());
            List.of("Signature", "Signature-Input", HttpHeaders.TRANSFER_ENCODING)
                    .forEach(headers::remove);
            headers.setContentLength(body.length);
            headers.setBearerAuth(token);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() ->
                            Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
        }
    }
}
