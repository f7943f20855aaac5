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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
            await().pollInSameThread().until(() -> answer.isDone() || somebodyWaits());
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
                Ids.next(),
                enterprise.enterpriseId(),
                CodeStatus.REVOKED,
                CodeStatus.ACTIVE,
                CodeLevel.NORMAL,
                "不再担任经办人",
                asked);

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
    void whose_code_is_frozen_applies_and_both_it_and_its_bank_read_since_when() {
        Instant since = Instant.parse("2026-03-02T01:00:00Z");
        ends(CodeStatus.ACTIVE, since.minusSeconds(60));
        ends(CodeStatus.FROZEN, since);
        ends(CodeStatus.FROZEN, since.plusSeconds(60));

        assertThat(get(enterprise, "/api/finance/my/application-kind?product=" + product.id())
                        .get("codeFrozenSince"))
                .isEqualTo("2026-03-02T09:00:00+08:00");
        Answer applied = submit(enterprise, application());
        assertThat(applied.status()).isEqualTo(201);
        assertThat(seenByItsBank(applied)).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(act(officer, applied.id(), "accept", Map.of("version", applied.version()))
                        .get("codeFrozenSince"))
                .isEqualTo("2026-03-02T09:00:00+08:00");

        ends(CodeStatus.ACTIVE, since.plusSeconds(120));

        assertThat(seenByItsBank(applied)).isNull();
        assertThat(get(enterprise, "/api/finance/my/application-kind").get("codeFrozenSince"))
                .isNull();
    }

    @Test
    void since_when_a_code_is_frozen_does_not_hang_on_the_order_in_which_it_is_heard_of() {
        Answer applied = submit(enterprise, application());
        Instant first = Instant.parse("2026-03-02T01:00:00Z");
        ends(CodeStatus.FROZEN, first.plusSeconds(7200));
        ends(CodeStatus.FROZEN, first);
        ends(CodeStatus.ACTIVE, first.plusSeconds(3600));

        assertThat(seenByItsBank(applied)).isEqualTo("2026-03-02T11:00:00+08:00");

        codeIssued(Objects.requireNonNull(enterprise.enterpriseId()), first.plusSeconds(9000));
        assertThat(seenByItsBank(applied)).as("of an earlier code").isNull();

        ends(CodeStatus.FROZEN, first.plusSeconds(9600));
        assertThat(seenByItsBank(applied)).as("of this one").isEqualTo("2026-03-02T11:40:00+08:00");
    }

    private @Nullable Object seenByItsBank(Answer applied) {
        return get(officer, "/api/finance/applications/" + applied.id()).get("codeFrozenSince");
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
