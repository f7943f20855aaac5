package cn.zhengqi.code.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.Keys;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** What finance-service tells, over the real broker, delivered more than once. */
@ServiceTest(
        events = true,
        properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
class ReadingEventsTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID enterprise = Ids.next();

    @Test
    void a_reading_that_the_broker_brings_again_is_on_record_once() {
        LoanApplicationViewed viewed = new LoanApplicationViewed(
                Ids.next(),
                Ids.next(),
                "RZ20261101000001",
                enterprise,
                Ids.next(),
                "赵行长",
                null,
                null,
                List.of(ConsentCategory.BASIC),
                null,
                null,
                null,
                Instant.now());
        UUID event = transaction.execute(status -> outbox.publish(viewed, 0));
        await().atMost(Duration.ofMinutes(2)).until(() -> readings() == 1);

        jdbc.sql("update outbox set published_at = null where id = ?")
                .param(event)
                .update();
        LoanApplicationViewed another = new LoanApplicationViewed(
                Ids.next(),
                viewed.applicationId(),
                viewed.number(),
                enterprise,
                viewed.readerId(),
                viewed.readerName(),
                null,
                null,
                viewed.categories(),
                null,
                null,
                null,
                Instant.now());
        transaction.executeWithoutResult(status -> outbox.publish(another, 0));

        await().atMost(Duration.ofMinutes(2)).until(() -> readings() == 2);
        assertThat(jdbc.sql("select count(*) from application_reading where id = ?")
                        .param(viewed.readingId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_applies_for_a_loan_finds_the_bank_among_those_who_may_read() {
        UUID bank = Ids.next();
        transaction.executeWithoutResult(status -> outbox.publish(
                new LoanApplicationSubmitted(
                        new LoanParties(
                                Ids.next(),
                                "RZ20261101000002",
                                Ids.next(),
                                "经营快贷",
                                bank,
                                "测试银行",
                                enterprise,
                                "重庆示例机械有限公司",
                                Ids.next(),
                                false),
                        "信用",
                        null,
                        BigDecimal.TEN,
                        LoanKind.FIRST,
                        Channel.PC,
                        Instant.now(),
                        null,
                        null),
                0));

        await().atMost(Duration.ofMinutes(2)).until(() -> isAllowed(bank));
    }

    @Test
    void who_lets_a_bank_see_whose_demand_it_is_finds_it_there_too() {
        UUID bank = Ids.next();
        transaction.executeWithoutResult(status -> outbox.publish(
                new DemandShown(
                        new ClaimParties(
                                Ids.next(),
                                Ids.next(),
                                "XQ20261128000001",
                                bank,
                                "测试银行",
                                Ids.next(),
                                enterprise,
                                Ids.next()),
                        Ids.next(),
                        Instant.now()),
                1));

        await().atMost(Duration.ofMinutes(2)).until(() -> isAllowed(bank));
    }

    private boolean isAllowed(UUID bank) {
        return jdbc.sql("select count(*) from consent where enterprise_id = ? and receiver_id = ? and granted")
                        .params(enterprise, bank)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private long readings() {
        return jdbc.sql("select count(*) from application_reading where enterprise_id = ?")
                .param(enterprise)
                .query(Long.class)
                .single();
    }
}
