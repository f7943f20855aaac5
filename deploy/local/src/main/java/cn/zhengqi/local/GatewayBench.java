package cn.zhengqi.local;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the gateway adds to a request: the same request through it and straight to the service, in turns on one connection
 * each, for a visitor and for a person who is signed in (session from Redis, token put in). The platform must be up.
 */
final class GatewayBench {

    private static final String PUBLIC_PATH = "/api/policy/policies?page=1&size=10";
    private static final String PRIVATE_PATH = "/api/message/my/unread-count";
    private static final String CALLBACK = "https://gateway.zhengqi.internal/bff/callback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 5_000;

    private final PlatformClient platform;
    private final Terminal terminal;
    private final Browser browser;
    private final HttpClient direct = PlatformClient.http().build();

    GatewayBench(PlatformClient platform, Terminal terminal) {
        this.platform = platform;
        this.browser = new Browser(platform);
        this.terminal = terminal;
    }

    void run() {
        terminal.result("%,d requests each way after %,d to warm up; load average %s"
                .formatted(
                        REQUESTS,
                        WARM_UP,
                        "%.1f"
                                .formatted(ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage())));
        terminal.result("%-34s %-10s %10s %10s".formatted("", "", "p50", "p99"));
        compare("visitor: " + PUBLIC_PATH, get("policy-service", PUBLIC_PATH), get("gateway", PUBLIC_PATH));
        browser.signIn("qiye");
        var token = tokenOfMyOwn();
        compare(
                "signed in: " + PRIVATE_PATH,
                get("message-service", PRIVATE_PATH).header("Authorization", "Bearer " + token),
                get("gateway", PRIVATE_PATH));
    }

    private void compare(String what, HttpRequest.Builder straight, HttpRequest.Builder through) {
        var without = straight.build();
        var with = through.build();
        measure(without, with, WARM_UP);
        var times = measure(without, with, REQUESTS);
        terminal.result(what);
        row("direct", times[0]);
        row("gateway", times[1]);
        row("added", differences(times[0], times[1]));
    }

    /** Nanoseconds of each request, straight and through the gateway, in turns so that both meet the same machine. */
    private long[][] measure(HttpRequest without, HttpRequest with, int count) {
        var times = new long[2][count];
        for (int i = 0; i < count; i++) {
            times[0][i] = time(direct, without);
            times[1][i] = time(browser.http(), with);
        }
        return times;
    }

    /** What the gateway added to each request beside its neighbour; below 0 where the machine had other things to do. */
    static long[] differences(long[] straight, long[] through) {
        var added = new long[straight.length];
        Arrays.setAll(added, i -> through[i] - straight[i]);
        return added;
    }

    private static long time(HttpClient http, HttpRequest request) {
        long begin = System.nanoTime();
        PlatformClient.send(http, request);
        return System.nanoTime() - begin;
    }

    /** Milliseconds that the given share of the times does not exceed. */
    static double quantile(long[] times, double share) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private void row(String name, long[] times) {
        terminal.result(String.format(
                Locale.ROOT, "%-34s %-10s %7.2f ms %7.2f ms", "", name, quantile(times, 0.5), quantile(times, 0.99)));
    }

    /** A token as the gateway would get it, for the service asked directly; the gateway itself never shows one. */
    private String tokenOfMyOwn() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var verifier = base64.encodeToString(bytes);
        var granted = browser.visit(get(
                "auth-service",
                "/oauth2/authorize?response_type=code&client_id=gateway&scope=platform&state=bench"
                        + "&redirect_uri=" + PlatformClient.encoded(CALLBACK) + "&code_challenge_method=S256"
                        + "&code_challenge=" + base64.encodeToString(sha256(verifier))));
        var code = CODE.matcher(Browser.location(granted));
        if (!code.find()) {
            throw new LauncherException("auth-service gave no code: " + Browser.location(granted));
        }
        return platform.gatewayToken(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                verifier));
    }

    private HttpRequest.Builder get(String service, String path) {
        return platform.request(service, path).GET();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
