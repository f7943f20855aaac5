package cn.zhengqi.local;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A person at the gateway: one session with its cookies. */
final class Browser {

    private final PlatformClient platform;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = PlatformClient.http().cookieHandler(cookies).build();

    Browser(PlatformClient platform) {
        this.platform = platform;
    }

    HttpClient http() {
        return http;
    }

    void signIn(String username) {
        visit(get("gateway", "/bff/session"));
        visit(post(
                "/api/auth/sign-in",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, Welcome.DEMO_PASSWORD)));
        var begun = visit(get("gateway", "/bff/login"));
        var granted = visit(get("gateway", location(begun)));
        visit(get("gateway", location(granted)));
    }

    HttpRequest.Builder get(String service, String path) {
        return platform.request(service, path).GET();
    }

    HttpRequest.Builder post(String path, String json) {
        return platform.request("gateway", path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    HttpResponse<String> visit(HttpRequest.Builder request) {
        return PlatformClient.send(http, request.build());
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new LauncherException("the gateway gave no cookie " + name));
    }
}
