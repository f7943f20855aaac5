package cn.zhengqi.finance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service has after its first start. */
@ServiceTest
class ReferenceProductsTest {

    @Autowired
    ReferenceProducts reference;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_second_start_enters_nothing() {
        assertThat(reference.load()).isZero();
    }

    @Test
    void each_of_the_twenty_products_is_told_with_its_bank_and_rule() {
        List<LoanProductPublished> events = jdbc
                .sql("select data from outbox where type = 'finance.LoanProductPublished' order by seq")
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, LoanProductPublished.class))
                .filter(event -> event.code().matches("L\\d\\d"))
                .toList();

        assertThat(events)
                .extracting(LoanProductPublished::code)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.rule().id()).isEqualTo(event.code());
            assertThat(event.bankName()).isNotBlank();
        });
        assertThat(events.getFirst().maxAmountWan()).isEqualByComparingTo("300");
        assertThat(events.get(6).maxAmountWan())
                .as("not published, not made up")
                .isNull();
    }
}
