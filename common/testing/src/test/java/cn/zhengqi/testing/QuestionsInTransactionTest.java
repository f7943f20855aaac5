package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import feign.Feign;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.cloud.openfeign.support.SpringMvcContract;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;

class QuestionsInTransactionTest {

    @FeignClient("neighbour-service")
    interface Neighbour {

        @GetMapping("/internal/name")
        String name();

        @GetMapping("/internal/events")
        String events();
    }

    private final Neighbour mock = watched();

    @AfterEach
    void end() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void a_question_outside_of_any_transaction_is_as_it_should_be() {
        mock.name();
        real().name();

        assertThatCode(QuestionsInTransaction::mustBeNone).doesNotThrowAnyException();
    }

    @Test
    void a_question_to_a_mock_within_a_transaction_is_found_once_also_after_a_reset() {
        reset(mock);
        QuestionsInTransaction.watch(mock);
        when(mock.name()).thenReturn("told");
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThat(mock.name()).isEqualTo("told");

        assertThatThrownBy(QuestionsInTransaction::mustBeNone)
                .hasMessageContaining("Neighbour.name in a transaction")
                .satisfies(found -> assertThat(found.getMessage().split("Neighbour.name", -1))
                        .hasSize(2));
        assertThatCode(QuestionsInTransaction::mustBeNone).doesNotThrowAnyException();
    }

    @Test
    void a_question_over_the_wire_within_a_transaction_is_found() {
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThat(real().name()).isEqualTo("told");

        assertThatThrownBy(QuestionsInTransaction::mustBeNone).hasMessageContaining("Neighbour.name in a transaction");
    }

    @Test
    void the_log_of_events_is_read_to_its_end_within_one() {
        TransactionSynchronizationManager.setActualTransactionActive(true);

        mock.events();
        real().events();

        assertThatCode(QuestionsInTransaction::mustBeNone).doesNotThrowAnyException();
    }

    private static Neighbour watched() {
        Neighbour mock = mock(Neighbour.class);
        QuestionsInTransaction.watch(mock);
        return mock;
    }

    private static Neighbour real() {
        return Feign.builder()
                .contract(new SpringMvcContract())
                .addCapability(new QuestionsInTransaction())
                .client((request, options) -> Response.builder()
                        .status(200)
                        .request(request)
                        .headers(Map.of())
                        .body("told", StandardCharsets.UTF_8)
                        .build())
                .target(Neighbour.class, "http://neighbour-service");
    }
}
