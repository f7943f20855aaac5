package cn.zhengqi.gateway;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one place where the gateway says what it lets anybody ask (rule 6); everything else is not there. Each own route is a method
 * and the very pattern of its handler. What is relayed is judged by the service that it is for.
 */
public final class OpenRoutes {

    /** They concern the caller's own session, or are documents for everybody. */
    static final List<String> OWN = List.of(
            "GET /bff/login",
            "GET /bff/callback",
            "GET /bff/session",
            "POST /bff/refresh",
            "POST /bff/logout",
            "GET /openapi/index.json",
            "GET /openapi/{service:[a-z-]+}.json");

    static final List<String> RELAYED = List.of(
            "/api/**",
            "/openapi/v1/**",
            "/oauth2/authorize",
            "/oauth2/jwks",
            "/oauth2/token",
            "/oauth2/revoke",
            "/oauth2/userinfo",
            "/oauth2/logout",
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration");

    /** Matched as decoded, so that {@code /actu%61tor} is no page either. */
    private static final List<PathPattern> NOT_PAGES = Stream.of(
                    "/api/**",
                    "/bff/**",
                    "/oauth2/**",
                    "/internal/**",
                    "/actuator/**",
                    "/openapi/**",
                    "/.well-known/**",
                    "/login/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final PathPattern SIGNED = PathPatternParser.defaultInstance.parse("/openapi/v1/**");

    private static final List<PathPattern> OF_APPLICATIONS = Stream.of(
                    "/oauth2/token", "/oauth2/revoke", "/oauth2/userinfo", "/oauth2/logout")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    /** Where providers of text messages report, and WeChat tells what people agree to: they have no session, and prove themselves by the end of the address, or by signing what they say. */
    private static final List<PathPattern> OF_PROVIDERS = Stream.of(
                    "/api/message/sms-receipts/{provider}/{token}",
                    "/api/message/sms-receipts/submail",
                    "/api/auth/wechat/events")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private OpenRoutes() {}

    /** Whether a path is one that providers ask by themselves: no cookie is believed there, and a browser that is led to it cannot prove itself. */
    public static boolean isOfProviders(PathContainer path) {
        return OF_PROVIDERS.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /**
     * Whether a path is one that applications ask by themselves, to which people sign in with their account of the platform: no session counts there, and no cookie is
     * believed, but the secret or the token that the application brings.
     */
    public static boolean isOfApplications(PathContainer path) {
        return OF_APPLICATIONS.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether a path is of the open interface: no session counts there, and no cookie is believed, but the signature of each request. */
    public static boolean isSigned(PathContainer path) {
        return SIGNED.matches(path);
    }

    public static ServerWebExchangeMatcher matcher() {
        List<ServerWebExchangeMatcher> own =
                OWN.stream().map(OpenRoutes::matcherOfOwn).toList();
        List<ServerWebExchangeMatcher> relayed = RELAYED.stream()
                .<ServerWebExchangeMatcher>map(PathPatternParserServerWebExchangeMatcher::new)
                .toList();
        return new OrServerWebExchangeMatcher(
                new OrServerWebExchangeMatcher(own),
                new OrServerWebExchangeMatcher(relayed),
                exchange -> isPage(
                                exchange.getRequest().getMethod(),
                                exchange.getRequest().getPath().pathWithinApplication())
                        ? MatchResult.match()
                        : MatchResult.notMatch());
    }

    /** Whether a path is one of the web applications' own: a file or a page. */
    public static boolean isPage(HttpMethod method, PathContainer path) {
        return isRead(method) && NOT_PAGES.stream().noneMatch(pattern -> pattern.matches(path));
    }

    private static ServerWebExchangeMatcher matcherOfOwn(String route) {
        int space = route.indexOf(' ');
        HttpMethod method = HttpMethod.valueOf(route.substring(0, space));
        var path = new PathPatternParserServerWebExchangeMatcher(route.substring(space + 1));
        return exchange -> {
            HttpMethod asked = exchange.getRequest().getMethod();
            return method.equals(asked) || (method.equals(HttpMethod.GET) && isRead(asked))
                    ? path.matches(exchange)
                    : MatchResult.notMatch();
        };
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
