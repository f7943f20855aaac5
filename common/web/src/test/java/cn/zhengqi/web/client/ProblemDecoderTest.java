package cn.zhengqi.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.ProblemException;
import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemDecoderTest {

    private final AtomicInteger given = new AtomicInteger();
    private final ServiceTokens tokens = new ServiceTokens(
            "sample-service",
            "secret",
            "http://auth/oauth2/token",
            RestClient.builder()
                    .requestFactory((uri, method) -> {
                        var request = new MockClientHttpRequest(method, uri);
                        var answer = new MockClientHttpResponse(
                                """
                                {"access_token": "token %d", "token_type": "Bearer", "expires_in": 300}""".formatted(given.incrementAndGet()).getBytes(StandardCharsets.UTF_8), 200);
                        answer.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                        request.setResponse(answer);
                        return request;
                    })
                    .configureMessageConverters(converters -> converters
                            .addCustomConverter(new FormHttpMessageConverter())
                            .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                    .build());
    private final ProblemDecoder decoder = new ProblemDecoder(JsonMapper.shared(), tokens);

    @Test
    void a_token_that_another_service_does_not_take_is_not_shown_again_and_one_that_it_takes_is() {
        assertThat(tokens.current()).isEqualTo("token 1");
        decoded(403, "{}");
        decoded(503, "{}");
        assertThat(tokens.current()).isEqualTo("token 1");

        decoded(401, "{}");

        assertThat(tokens.current()).isEqualTo("token 2");
    }

    @Test
    void a_failure_of_another_service_is_logged_by_its_name_and_trace_without_what_else_it_carried(CapturedOutput log) {
        ProblemException told = decoded(500, """
                {"code": "INTERNAL_ERROR", "title": "系统错误", "traceId": "a1b2", "phone": "13912345678"}""");

        assertThat(told.code().name()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(log.getAll()).contains("500 INTERNAL_ERROR 系统错误, trace a1b2").doesNotContain("13912345678");
    }

    @Test
    void who_may_not_ask_can_be_told_from_who_was_not_answered() {
        assertThat(decoded(403, "{}")).isInstanceOf(RefusedQuestion.class);
        assertThat(decoded(401, "{}")).isInstanceOf(RefusedQuestion.class);
        assertThat(decoded(503, "{}")).isNotInstanceOf(RefusedQuestion.class);
    }

    @Test
    void whatever_else_answers_there_is_not_logged_at_all(CapturedOutput log) {
        ProblemException told = decoded(403, "<html>陈志远 13912345678</html>");

        assertThat(told.code().name()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(log.getAll())
                .contains("403 with something other than a problem")
                .doesNotContain("陈志远");
    }

    private ProblemException decoded(int status, String body) {
        Request request = Request.create(
                Request.HttpMethod.GET, "http://other/internal/x", Map.of(), null, StandardCharsets.UTF_8, null);
        Response response = Response.builder()
                .request(request)
                .status(status)
                .body(body, StandardCharsets.UTF_8)
                .build();
        return (ProblemException) decoder.decode("Other#x()", response);
    }
}
