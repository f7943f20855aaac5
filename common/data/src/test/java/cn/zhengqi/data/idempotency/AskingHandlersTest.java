package cn.zhengqi.data.idempotency;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.testing.QuestionsInTransaction;
import feign.Feign;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.openfeign.support.SpringMvcContract;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Tests seldom send a key: what a handler would do with one is known by what it says of itself. */
class AskingHandlersTest {

    interface Neighbour {

        @GetMapping("/internal/name")
        String name();
    }

    private static final class Handlers {

        @Idempotent
        public void doesNotSayThatItAsks() {}

        @Idempotent(asksFirst = true)
        public void asksFirst() {}

        public void knowsNoKey() {}
    }

    private final Neighbour neighbour = Feign.builder()
            .contract(new SpringMvcContract())
            .addCapability(new QuestionsInTransaction())
            .client((request, options) -> Response.builder()
                    .status(200)
                    .request(request)
                    .headers(Map.of())
                    .body("told", StandardCharsets.UTF_8)
                    .build())
            .target(Neighbour.class, "http://neighbour-service");

    @AfterEach
    void answered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_handler_that_runs_in_the_transaction_of_its_key_asks_nobody() throws Exception {
        during("doesNotSayThatItAsks");

        neighbour.name();

        assertThatThrownBy(QuestionsInTransaction::mustBeNone)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Neighbour.name by a handler that is @Idempotent and does not say asksFirst");
    }

    @Test
    void one_that_says_that_it_asks_first_and_one_without_a_key_may() throws Exception {
        during("asksFirst");
        neighbour.name();
        during("knowsNoKey");
        neighbour.name();

        assertThatCode(QuestionsInTransaction::mustBeNone).doesNotThrowAnyException();
    }

    private static void during(String handler) throws NoSuchMethodException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, new HandlerMethod(new Handlers(), handler));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
