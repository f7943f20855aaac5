package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.api.InternalRunningApplications.Running;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications that are handed in while the code of their enterprise ends. */
class CodeEndsTest extends FinanceServiceTest {

    private static final String MINE = "/api/finance/my/applications/";

    @Autowired
    private ApplicationDesk desk;

    @Autowired
    private ApplicationFigures figures;

    @Test
    void what_was_handed_in_after_the_end_of_the_code_is_taken_back_and_told_and_nothing_more_is_taken() {
        Instant asked = Instant.now();
        Answer slippedIn = submit(enterprise, application());

        ends(CodeStatus.REVOKED, asked);

        assertThat(get(enterprise, MINE + slippedIn.id()).get("status")).isEqualTo("WITHDRAWN");
        assertThat(eventsOf(slippedIn.id()))
                .containsExactly("finance.LoanApplicationSubmitted", "finance.LoanApplicationWithdrawn");
        Answer late = submit(enterprise, application());
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("CODE_ENDED");
        assertThat(submit(anEnterprise(), application()).status())
                .as("of another enterprise")
                .isEqualTo(201);
    }

    @Test
    void one_that_is_being_handed_in_while_it_is_asked_whether_one_goes_on_is_waited_for_and_counted() {
        CompletableFuture<Running> answer = new CompletableFuture<>();
        Instant handedIn = transaction.execute(status -> {
            UUID id = desk.submit(
                            product.id(),
                            new Applicant(
                                    new Actor(enterprise.accountId(), "李四"),
                                    Objects.requireNonNull(enterprise.enterpriseId()),
                                    "测试企业有限公司",
                                    "500113001",
                                    false),
                            new LoanRequest(
                                    new BigDecimal("500000.00"),
                                    12,
                                    "采购原材料、支付货款",
                                    LoanKind.FIRST,
                                    null,
                                    Channel.PC,
                                    "李经理",
                                    "13812345678",
                                    true,
                                    null,
                                    null))
                    .id();
            Thread.startVirtualThread(() -> {
                try {
                    answer.complete(figures.running(Objects.requireNonNull(enterprise.enterpriseId())));
                } catch (RuntimeException failed) {
                    answer.completeExceptionally(failed);
                }
            });
            await().until(() -> answer.isDone() || somebodyWaits());
            return jdbc.sql("select submitted_at from loan_application where id = ?")
                    .param(id)
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
        });

        assertThat(answer.join().count()).isEqualTo(1);
        assertThat(answer.join().countedAt()).isAfterOrEqualTo(handedIn);
    }

    @Test
    void nothing_is_taken_back_before_the_end_is_kept_by_which_no_more_is_taken() {
        Instant asked = Instant.now();
        Answer slippedIn = submit(enterprise, application());
        CodeStatusChanged ended = new CodeStatusChanged(
                Ids.next(), enterprise.enterpriseId(), CodeStatus.REVOKED, CodeLevel.NORMAL, "不再担任经办人", asked);

        for (EventHandler<CodeStatusChanged> takesBack : codeChanged.stream()
                .filter(it -> !it.name().equals(CodeEnds.COPY))
                .toList()) {
            assertThatIllegalStateException().isThrownBy(() -> hear(takesBack, ended));
        }

        assertThat(get(enterprise, MINE + slippedIn.id()).get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void what_was_handed_in_before_goes_on_and_a_frozen_code_ends_nothing() {
        Answer before = submit(enterprise, application());
        ends(CodeStatus.FROZEN, Instant.EPOCH);
        assertThat(get(enterprise, MINE + before.id()).get("status")).isEqualTo("SUBMITTED");

        ends(CodeStatus.REVOKED, Instant.now().plusSeconds(1));

        assertThat(get(enterprise, MINE + before.id()).get("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void who_has_a_later_code_applies_though_the_end_of_the_earlier_is_heard_of_after_that() {
        Instant now = Instant.now();
        codeIssued(Objects.requireNonNull(enterprise.enterpriseId()), now.minusSeconds(60));
        Answer under = submit(enterprise, application());

        ends(CodeStatus.REVOKED, now.minusSeconds(3600));

        assertThat(get(enterprise, MINE + under.id()).get("status")).isEqualTo("SUBMITTED");
        assertThat(submit(enterprise, application(aProductOf(bank))).status()).isEqualTo(201);
    }

    private void ends(CodeStatus status, Instant at) {
        codeIs(status, Objects.requireNonNull(enterprise.enterpriseId()), at);
    }
}
