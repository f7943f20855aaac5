package cn.zhengqi.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with one place, and callers who announce much and send little. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengqi.service-secret=of-the-test",
            "zhengqi.admission.at-once=1",
            "spring.servlet.multipart.max-file-size=32MB",
            "spring.servlet.multipart.max-request-size=33MB"
        })
@ActiveProfiles("test")
class SlowCallersTest {

    private static final int THIRTY_MEGABYTES = 30 * 1024 * 1024;
    private static final String FILE =
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then nothing";
    private static final String MULTIPART = "multipart/form-data; boundary=cut";

    private static final Tokens TOKENS = new Tokens();
    private static final WireMockServer KEYS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    private final List<Socket> callers = new ArrayList<>();

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        KEYS.start();
        KEYS.stubFor(get("/oauth2/jwks").willReturn(okJson(TOKENS.jwks())));
        registry.add("zhengqi.auth.jwks-uri", () -> KEYS.baseUrl() + "/oauth2/jwks");
    }

    @BeforeEach
    void nobodyIsSending() {
        await().until(() -> arriving() == 0);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }

    @AfterAll
    static void stop() {
        KEYS.stop();
    }

    @Test
    void files_that_come_slowly_keep_nobody_else_out() throws Exception {
        for (int i = 0; i < 10; i++) {
            post("/api/sample/large-files", TOKENS.person(), MULTIPART, THIRTY_MEGABYTES, FILE);
        }
        await().until(() -> arriving() == 10);

        assertThat(order().statusCode()).isEqualTo(200);
    }

    @Test
    void any_other_body_that_comes_slowly_keeps_nobody_out_and_is_answered_when_it_is_there() throws Exception {
        String order = "{\"title\":\"甲\",\"amount\":5,\"contacts\":[]}";
        byte[] bytes = order.getBytes(StandardCharsets.UTF_8);
        Socket slow = post("/api/sample/orders", TOKENS.person(), "application/json", bytes.length, "{\"title\":");
        await().until(() -> arriving() == 1);

        assertThat(order().statusCode()).isEqualTo(200);

        OutputStream rest = slow.getOutputStream();
        rest.write(bytes, "{\"title\":".length(), bytes.length - "{\"title\":".length());
        rest.flush();
        assertThat(statusLine(slow)).contains(" 200");
        assertThat(arriving()).isZero();
    }

    /** What they announce would be ten times the heap of a service; what they may announce is refused at the first word. */
    @Test
    void nobody_fills_the_heap_with_bodies_that_do_not_come() throws Exception {
        List<Socket> greedy = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            greedy.add(post("/api/sample/orders", TOKENS.person(), "application/json", 1_000_000, "{\"title\":\""));
        }
        for (Socket caller : greedy) {
            assertThat(statusLine(caller)).contains(" 413");
        }
        assertThat(arriving()).isZero();

        String most = "{\"title\":\"" + "x".repeat(63_000);
        for (int i = 0; i < 20; i++) {
            post("/api/sample/orders", TOKENS.person(), "application/json", 64 * 1024, most);
        }
        await().until(() -> arriving() == 20);
        assertThat(order().statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_not_signed_in_is_refused_before_anything_is_received() throws Exception {
        assertThat(statusLine(post("/api/sample/large-files", null, MULTIPART, THIRTY_MEGABYTES, FILE)))
                .contains(" 401");
        assertThat(arriving()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sample/orders", "/api/sample/nothing"})
    void files_for_whom_takes_none_are_refused_before_anything_is_received(String path) throws Exception {
        for (String type : List.of(MULTIPART, "multipart/mixed; boundary=cut")) {
            assertThat(statusLine(post(path, TOKENS.person(), type, THIRTY_MEGABYTES, FILE)))
                    .contains(" 415");
        }
        assertThat(arriving()).isZero();
    }

    @Test
    void who_may_not_hand_in_files_is_refused_before_they_are_received() throws Exception {
        assertThat(statusLine(post("/api/sample/review-files", TOKENS.person(), MULTIPART, THIRTY_MEGABYTES, FILE)))
                .contains(" 403");
    }

    @Test
    void what_announces_more_than_the_route_takes_is_refused_before_it_is_received() throws Exception {
        Socket caller =
                post("/api/sample/large-files", TOKENS.person(), MULTIPART, THIRTY_MEGABYTES + 1024 * 1024, FILE);

        assertThat(answer(caller)).contains(" 413", "PAYLOAD_TOO_LARGE", "上传的内容过大，最多 30 MB");
    }

    private double arriving() {
        return meters.get("zhengqi.admission.arriving").gauge().value();
    }

    private HttpResponse<String> order() throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sample/orders"))
                        .header("Authorization", "Bearer " + TOKENS.person())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"甲\",\"amount\":5,\"contacts\":[]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Says how long it will be and sends the beginning. */
    private Socket post(String path, @Nullable String token, String type, int length, String beginning)
            throws IOException {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        callers.add(caller);
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
        OutputStream out = caller.getOutputStream();
        out.write((head + beginning).getBytes(StandardCharsets.UTF_8));
        out.flush();
        return caller;
    }

    private static String statusLine(Socket caller) throws IOException {
        return reader(caller).readLine();
    }

    private static String answer(Socket caller) throws IOException {
        StringBuilder answer = new StringBuilder();
        BufferedReader reader = reader(caller);
        while (answer.indexOf("}") < 0) {
            answer.append((char) reader.read());
        }
        return answer.toString();
    }

    private static BufferedReader reader(Socket caller) throws IOException {
        return new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    }
}
