package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.api.ClaimPromiseCalled;
import cn.zhengqi.code.api.ClaimPromiseExtended;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseExtended;
import cn.zhengqi.kernel.promise.PromiseRung;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.policy.api.DeclarationPromiseCalled;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionPromiseCalled;
import cn.zhengqi.policy.api.RedemptionPromiseExtended;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MessageServiceTest
class PromiseNoticesTest {

    private final String town = "town-" + Ids.next();
    private final UUID bank = Ids.next();
    private @Nullable UUID branch;
    private final UUID atBranch = Ids.next();
    private final UUID branchHead = Ids.next();
    private final UUID promise = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID colleague = Ids.next();
    private final UUID head = Ids.next();
    private final UUID overseer = Ids.next();
    private final UUID operator = Ids.next();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void who_took_the_application_up_is_warned_and_nobody_else() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("融资申请即将到期"));
        assertThat(bodies(officer).getFirst()).isEqualTo("“甲公司　云税贷”（RZ1）承诺 10 个工作日内答复，2026年12月11日到期，请抓紧办理。");
        assertThat(told(colleague)).isEmpty();
        assertThat(told(head)).isEmpty();
    }

    @Test
    void while_nobody_took_it_up_all_who_may_are_called() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).hasSize(1);
            assertThat(told(colleague)).hasSize(1);
        });
    }

    @Test
    void what_waits_in_the_pool_of_a_branch_is_called_for_there_and_not_at_the_head_office() {
        UUID pool = theBankHasABranch();
        branch = pool;

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, null)), Instant.now());
        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, null)), Instant.now());
        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(atBranch)).containsExactlyInAnyOrder("融资申请即将到期", "融资申请被催办", "融资申请已超过承诺时限");
            assertThat(told(branchHead)).containsExactly("融资申请已超过承诺时限");
            assertThat(waitingAt(pool)).isZero();
        });
        assertThat(told(officer)).isEmpty();
        assertThat(told(head)).isEmpty();
    }

    @Test
    void a_branch_that_stays_silent_is_told_of_to_its_bank_then_further_up_and_to_each_once() {
        branch = theBankHasABranch();
        theBanksAreOverseen();

        tell(new LoanPromiseCalled(escalated(1, PromiseRung.HEADS, null)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(atBranch)).hasSize(1);
            assertThat(told(branchHead)).hasSize(1);
            assertThat(told(head)).containsExactly("融资申请超期仍未答复");
        });
        assertThat(told(overseer)).isEmpty();
        tell(new LoanPromiseCalled(escalated(2, PromiseRung.OVERSEERS, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(branchHead)).hasSize(2);
            assertThat(told(head)).hasSize(2);
            assertThat(told(overseer)).containsExactly("第 2 次督促：融资申请超期仍未答复");
        });
        assertThat(bodies(overseer).getFirst())
                .as("whose people see to it is the bank's own")
                .startsWith("甲银行：");
        assertThat(told(officer)).isEmpty();
        assertThat(told(operator)).isEmpty();
    }

    @Test
    void what_was_handed_over_to_another_branch_is_called_for_where_it_lies_by_then() {
        UUID former = theBankHasABranch();
        UUID there = Ids.next();
        UUID another = Ids.next();
        UserService.lets(there, "finance.application.handle", another);
        branch = there;

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, another)), Instant.now());
        await().untilAsserted(() -> assertThat(told(another)).containsExactly("融资申请即将到期"));
        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, another)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(another)).hasSize(2);
            assertThat(told(head)).as("this one has no head of its own").containsExactly("融资申请已超过承诺时限");
        });
        assertThat(waitingAt(former)).isZero();
        assertThat(told(atBranch)).isEmpty();
        assertThat(told(branchHead)).isEmpty();
    }

    @Test
    void who_of_the_head_office_has_what_lies_at_a_branch_is_called_and_not_its_head() {
        branch = theBankHasABranch();
        UserService.letsBelow(bank, "finance.application.handle", officer);

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("融资申请即将到期"));
        assertThat(told(branchHead)).isEmpty();
    }

    @Test
    void where_all_of_a_branch_have_left_those_of_its_bank_are_called() {
        theBankHasItsPeople();
        branch = Ids.next();

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, null)), Instant.now());
        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, Ids.next())), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("融资申请即将到期");
            assertThat(told(head)).containsExactly("融资申请已超过承诺时限");
        });
    }

    @Test
    void for_more_time_the_heads_of_the_branch_and_of_its_bank_are_asked_and_who_asked_hears_the_answer() {
        branch = theBankHasABranch();

        tell(new LoanPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, atBranch)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(waitingFor(branchHead)).containsExactly("融资申请的延期待审批");
            assertThat(waitingFor(head)).containsExactly("融资申请的延期待审批");
        });
        tell(new LoanPromiseCalled(answered(PromiseSignal.EXTENSION_APPROVED, atBranch, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(atBranch)).containsExactly("融资申请的延期已批准");
            assertThat(waitingFor(branchHead)).isEmpty();
            assertThat(waitingFor(head)).isEmpty();
        });
        assertThat(told(officer)).isEmpty();
    }

    @Test
    void that_a_date_was_not_missed_hear_at_the_bank_only_those_whom_the_chain_had_reached() {
        UUID pool = theBankHasABranch();
        branch = pool;

        tell(new LoanPromiseCalled(call(PromiseSignal.MOVED, 0, null)), Instant.now());
        await().untilAsserted(() -> assertThat(told(branchHead)).containsExactly("融资申请未超过承诺时限"));
        await().untilAsserted(() -> assertThat(waitingAt(pool)).isZero());
        assertThat(told(head)).isEmpty();
        tell(new LoanPromiseCalled(call(PromiseSignal.MOVED, 1, PromiseRung.HEADS, null)), Instant.now());

        await().untilAsserted(() -> assertThat(told(head)).containsExactly("融资申请未超过承诺时限"));
    }

    @Test
    void of_a_broken_one_the_handler_and_the_head_hear_and_of_one_that_stays_so_the_head_and_the_overseer() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, officer)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("融资申请已超过承诺时限");
            assertThat(told(head)).containsExactly("融资申请已超过承诺时限");
        });
        assertThat(told(overseer)).isEmpty();

        tell(new LoanPromiseCalled(call(PromiseSignal.ESCALATED, 1, officer)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(overseer)).containsExactly("融资申请超期仍未答复");
            assertThat(told(head)).contains("融资申请超期仍未答复");
        });
        assertThat(told(officer)).hasSize(1);
    }

    @Test
    void a_bank_that_stays_silent_is_told_one_rung_further_up_at_each_step_and_each_once() {
        theBankHasItsPeople();
        theBanksAreOverseen();

        tell(new LoanPromiseCalled(escalated(1, PromiseRung.HEADS, officer)), Instant.now());
        await().untilAsserted(() -> assertThat(told(head)).hasSize(1));
        tell(new LoanPromiseCalled(escalated(2, PromiseRung.OVERSEERS, officer)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(head)).hasSize(2);
            assertThat(told(overseer)).containsExactly("第 2 次督促：融资申请超期仍未答复");
        });
        assertThat(told(operator)).isEmpty();
        tell(new LoanPromiseCalled(escalated(3, PromiseRung.OPERATORS, officer)), Instant.now());
        await().untilAsserted(() -> assertThat(told(operator)).containsExactly("第 3 次督促：融资申请超期仍未答复"));

        await().untilAsserted(() -> assertThat(told(overseer)).hasSize(2));
        assertThat(told(head)).hasSize(3);
        assertThat(told(officer))
                .as("at the first step alone, which would go to nobody in a bank without a head")
                .containsExactly("融资申请超期仍未答复");
    }

    @Test
    void that_a_date_was_not_missed_hear_those_who_were_told_that_it_was() {
        theBankHasItsPeople();
        theBanksAreOverseen();

        tell(new LoanPromiseCalled(call(PromiseSignal.MOVED, 2, PromiseRung.OVERSEERS, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(overseer)).containsExactly("融资申请未超过承诺时限"));
        assertThat(told(operator)).isEmpty();
    }

    @Test
    void where_nobody_else_oversees_the_banks_the_operators_hear_in_place_of_them() {
        theBankHasItsPeople();
        UserService.letsAnywhere("finance.promise.oversee", operator);
        UserService.letsOthersAnywhere("finance.promise.oversee");

        tell(new LoanPromiseCalled(escalated(2, PromiseRung.OVERSEERS, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(operator)).hasSize(1));
    }

    @Test
    void of_a_department_its_heads_hear_first_then_who_oversees_the_departments_at_last_the_operators() {
        UUID declaration = Ids.next();
        theDepartmentHasItsPeople("policy.declaration.handle");
        UserService.letsAnywhere("policy.promise.oversee", overseer, operator);
        UserService.letsOthersAnywhere("policy.promise.oversee", overseer);

        tell(new DeclarationPromiseCalled(escalated(1, PromiseRung.HEADS, officer), declaration), Instant.now());
        await().untilAsserted(() -> assertThat(told(head)).hasSize(1));
        tell(new DeclarationPromiseCalled(escalated(2, PromiseRung.OVERSEERS, officer), declaration), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(head)).hasSize(2);
            assertThat(told(overseer)).hasSize(1);
        });
        assertThat(told(operator)).isEmpty();
        tell(new DeclarationPromiseCalled(escalated(3, PromiseRung.OPERATORS, officer), declaration), Instant.now());
        await().untilAsserted(() -> assertThat(told(operator)).containsExactly("第 3 次督促：政策申报超期仍未办结"));
        assertThat(links(operator)).containsExactly("/promises");
        assertThat(told(overseer)).hasSize(2);
    }

    @Test
    void of_a_claim_the_heads_of_those_who_review_hear_first_and_at_last_the_operators() {
        UserService.letsIn(town, ScopedResource.CLAIM, "code.claim.review", officer);
        UserService.letsIn(town, ScopedResource.CLAIM, "code.promise.supervise", head, operator);
        UserService.letsOthersIn(town, ScopedResource.CLAIM, "code.promise.supervise", head);

        tell(new ClaimPromiseCalled(call(PromiseSignal.BROKEN, 0, null)), Instant.now());
        tell(new ClaimPromiseCalled(escalated(1, PromiseRung.HEADS, null)), Instant.now());
        await().untilAsserted(() -> assertThat(told(head)).hasSize(2));
        assertThat(told(operator)).isEmpty();
        tell(new ClaimPromiseCalled(escalated(2, PromiseRung.OPERATORS, null)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(operator)).containsExactly("第 2 次督促：领码申请超期仍未审核");
            assertThat(told(head)).hasSize(3);
        });
    }

    @Test
    void the_second_call_says_that_it_is_the_second_and_for_how_long_nobody_answered() {
        theBankHasItsPeople();
        Instant due = Instant.now().minus(Duration.ofDays(5));

        tell(new LoanPromiseCalled(late(PromiseSignal.ESCALATED, 1, officer, due)), Instant.now());
        await().untilAsserted(() -> assertThat(told(overseer)).containsExactly("融资申请超期仍未答复"));
        assertThat(bodies(overseer).getFirst()).endsWith("，到期已 5 个自然日，至今未答复，请立即办理或督促办理。");
        tell(new LoanPromiseCalled(late(PromiseSignal.ESCALATED, 2, officer, due)), Instant.now());

        await().untilAsserted(() -> assertThat(told(overseer)).contains("第 2 次督促：融资申请超期仍未答复"));
        assertThat(bodies(overseer).getLast()).endsWith("请立即办理或督促办理。这是第 2 次督促。");
    }

    @Test
    void what_somebody_was_called_to_is_done_when_the_case_is_over() {
        theBankHasItsPeople();
        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, officer)), Instant.now());
        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, officer)), Instant.now());
        tell(new LoanPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, officer)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(officer)).hasSize(2);
            assertThat(told(head)).hasSize(2);
        });
        assertThat(waitingFor(officer)).hasSize(2);

        tell(new LoanPromiseCalled(call(PromiseSignal.ENDED, 0, officer)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(waitingFor(officer)).isEmpty();
            assertThat(waitingFor(head)).isEmpty();
        });
        assertThat(told(officer)).as("that is no news").hasSize(2);
    }

    @Test
    void
            that_more_time_is_asked_waits_for_no_head_any_more_when_one_of_them_decided_and_waits_again_when_it_is_asked_again() {
        theBankHasItsPeople();
        tell(new LoanPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, officer)), Instant.now());
        await().untilAsserted(() -> assertThat(waitingFor(head)).containsExactly("融资申请的延期待审批"));

        tell(new LoanPromiseCalled(answered(PromiseSignal.EXTENSION_REFUSED, officer, "请按期答复")), Instant.now());
        await().untilAsserted(() -> assertThat(waitingFor(head)).isEmpty());

        tell(new LoanPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, officer)), Instant.now());
        await().untilAsserted(() -> assertThat(waitingFor(head)).containsExactly("融资申请的延期待审批"));
    }

    @Test
    void whoever_was_told_of_a_breach_hears_that_there_is_none() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.MOVED, 1, officer)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("融资申请未超过承诺时限");
            assertThat(told(head)).hasSize(1);
            assertThat(told(overseer)).hasSize(1);
        });
        assertThat(bodies(officer).getFirst())
                .isEqualTo("“甲公司　云税贷”（RZ1）的承诺日期因工作日历调整改为 2026年12月11日，没有超过承诺时限，此前的超期提醒不再有效，请按期答复。");
    }

    @Test
    void what_an_interface_took_up_is_urged_of_whoever_may_work_on_it_and_not_of_the_head_who_urges() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, Ids.next())), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("融资申请被催办");
            assertThat(told(colleague)).containsExactly("融资申请被催办");
        });
        assertThat(told(head)).isEmpty();
    }

    @Test
    void where_the_handler_may_not_work_on_it_any_more_the_head_hears_and_once() {
        UUID gone = Ids.next();
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.WARNED, 0, gone)), Instant.now());
        await().untilAsserted(() -> assertThat(told(head)).containsExactly("融资申请即将到期"));
        tell(new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, gone)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(head)).hasSize(2);
            assertThat(waiting()).isZero();
        });

        assertThat(told(head)).containsExactly("融资申请即将到期", "融资申请已超过承诺时限");
        assertThat(told(gone)).isEmpty();
        assertThat(told(colleague)).isEmpty();
    }

    @Test
    void where_there_is_no_head_either_all_who_may_are_called() {
        UserService.lets(bank, "finance.application.handle", officer, colleague);

        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, Ids.next())), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("融资申请被催办");
            assertThat(told(colleague)).containsExactly("融资申请被催办");
        });
    }

    @Test
    void an_urging_says_who_asks() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("融资申请被催办"));
        assertThat(bodies(officer).getFirst()).startsWith("王主任 催办“甲公司　云税贷”");
    }

    @Test
    void the_heads_are_asked_to_approve_more_time_and_nobody_else_is() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(head)).containsExactly("融资申请的延期待审批"));
        assertThat(told(officer)).isEmpty();
        assertThat(told(overseer)).isEmpty();
    }

    @Test
    void who_asked_for_more_time_hears_no_and_why_and_nobody_else_does() {
        theBankHasItsPeople();

        tell(new LoanPromiseCalled(answered(PromiseSignal.EXTENSION_REFUSED, officer, "材料已齐，请按期答复")), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("融资申请的延期未获批准"));
        assertThat(bodies(officer).getFirst())
                .isEqualTo("王主任 没有批准您为“甲公司　云税贷”（RZ1）申请的延期（3 个工作日），承诺 10 个工作日内答复，2026年12月11日到期。原因：材料已齐，请按期答复");
        assertThat(told(colleague)).isEmpty();
        assertThat(told(head)).isEmpty();
    }

    @Test
    void who_asked_for_more_time_hears_yes_also_of_a_claim_and_without_words() {
        UserService.letsAnywhere("code.claim.review", officer, colleague);
        UserService.letsIn(town, ScopedResource.CLAIM, "code.claim.review", officer, colleague);

        tell(new ClaimPromiseCalled(answered(PromiseSignal.EXTENSION_APPROVED, officer, null)), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("领码申请的延期已批准"));
        assertThat(bodies(officer).getFirst()).endsWith("现承诺 10 个工作日内审核，2026年12月11日到期。");
        assertThat(told(colleague)).isEmpty();
    }

    @Test
    void of_a_declaration_its_department_and_its_head_hear_and_who_oversees_when_it_stays_so() {
        UUID declaration = Ids.next();
        theDepartmentHasItsPeople("policy.declaration.handle");

        tell(new DeclarationPromiseCalled(call(PromiseSignal.URGED, 0, officer), declaration), Instant.now());
        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("政策申报被催办"));
        assertThat(told(colleague)).isEmpty();
        tell(new DeclarationPromiseCalled(call(PromiseSignal.BROKEN, 0, officer), declaration), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(colleague)).containsExactly("政策申报已超过承诺时限");
            assertThat(told(head)).containsExactly("政策申报已超过承诺时限");
        });
        assertThat(told(overseer)).isEmpty();
        tell(new DeclarationPromiseCalled(call(PromiseSignal.ESCALATED, 1, officer), declaration), Instant.now());
        await().untilAsserted(() -> assertThat(told(overseer)).containsExactly("政策申报超期仍未办结"));
        assertThat(links(overseer)).as("who oversees opens the board").containsExactly("/promises");
    }

    @Test
    void more_time_for_a_redemption_is_asked_of_heads_and_overseers_and_its_new_date_told_to_the_enterprise() {
        UUID applicant = Ids.next();
        UUID enterprise = Ids.next();
        theDepartmentHasItsPeople("policy.redemption.handle");

        tell(new RedemptionPromiseCalled(call(PromiseSignal.EXTENSION_ASKED, 0, null)), Instant.now());
        await().untilAsserted(() -> {
            assertThat(told(head)).containsExactly("兑付申请的延期待审批");
            assertThat(told(overseer)).containsExactly("兑付申请的延期待审批");
        });
        assertThat(told(officer)).isEmpty();
        RedemptionParties parties = new RedemptionParties(
                Ids.next(), "DX1", Ids.next(), "设备更新补助", bank, "区经信委", enterprise, "甲公司", applicant, false);
        tell(
                new RedemptionPromiseExtended(
                        parties,
                        new PromiseExtended(
                                "等待现场核查",
                                3,
                                13,
                                Instant.parse("2026-12-11T09:30:00Z"),
                                Instant.parse("2026-12-16T09:30:00Z"),
                                Instant.now())),
                Instant.now());

        await().untilAsserted(() -> assertThat(told(applicant)).containsExactly("兑付申请的审核时限已延长"));
        assertThat(bodies(applicant).getFirst())
                .isEqualTo("区经信委审核“设备更新补助”的兑付申请（DX1）承诺的审核时限延长 3 个工作日，共 13 个工作日，改为 2026年12月16日 17:30 前审核。原因：等待现场核查");
    }

    @Test
    void the_applicant_is_told_the_new_date_and_why() {
        UUID applicant = Ids.next();
        PromiseExtended moved = new PromiseExtended(
                "向登记机关核实",
                2,
                5,
                Instant.parse("2026-11-12T09:30:00Z"),
                Instant.parse("2026-11-16T09:30:00Z"),
                Instant.now());

        tell(new ClaimPromiseExtended(Ids.next(), "LM1", "甲公司", applicant, moved), Instant.now());

        await().untilAsserted(() -> assertThat(told(applicant)).containsExactly("领码申请的审核时限已延长"));
        assertThat(bodies(applicant).getFirst()).contains("延长 2 个工作日，共 5 个工作日", "2026年11月16日", "原因：向登记机关核实");
    }

    @Test
    void reviewers_are_called_to_a_claim() {
        UserService.letsAnywhere("code.claim.review", officer);
        UserService.letsAnywhere("code.promise.supervise", head);

        tell(new ClaimPromiseCalled(call(PromiseSignal.BROKEN, 0, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("领码申请已超过承诺时限");
            assertThat(told(head)).containsExactly("领码申请已超过承诺时限");
        });
    }

    @Test
    void of_a_claim_only_those_are_called_whose_roles_reach_its_town() {
        UserService.letsAnywhere("code.claim.review", officer, colleague);
        UserService.letsIn(town, ScopedResource.CLAIM, "code.claim.review", officer);
        UserService.letsAnywhere("code.promise.supervise", head, overseer);
        UserService.letsIn(town, ScopedResource.CLAIM, "code.promise.supervise", head);

        tell(new ClaimPromiseCalled(call(PromiseSignal.BROKEN, 0, null)), Instant.now());

        await().untilAsserted(() -> {
            assertThat(told(officer)).containsExactly("领码申请已超过承诺时限");
            assertThat(told(head)).containsExactly("领码申请已超过承诺时限");
        });
        assertThat(told(colleague)).isEmpty();
        assertThat(told(overseer)).isEmpty();
    }

    @Test
    void what_broke_long_ago_is_no_news() {
        theBankHasItsPeople();

        tell(
                new LoanPromiseCalled(call(PromiseSignal.BROKEN, 0, officer)),
                Instant.now().minus(Duration.ofDays(30)));
        tell(new LoanPromiseCalled(call(PromiseSignal.URGED, 0, officer)), Instant.now());

        await().untilAsserted(() -> assertThat(told(officer)).containsExactly("融资申请被催办"));
    }

    private void theDepartmentHasItsPeople(String handle) {
        UserService.lets(bank, handle, officer, colleague);
        UserService.lets(bank, "policy.promise.supervise", head);
        UserService.letsAnywhere("policy.promise.oversee", overseer);
    }

    private List<String> links(UUID account) {
        return jdbc.sql("select link from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private void theBankHasItsPeople() {
        UserService.lets(bank, "finance.application.handle", officer, colleague);
        UserService.lets(bank, "finance.promise.supervise", head);
        UserService.letsAnywhere("finance.promise.oversee", overseer);
    }

    /** And there somebody who handles applications, and a head. */
    private UUID theBankHasABranch() {
        UUID there = Ids.next();
        theBankHasItsPeople();
        UserService.lets(there, "finance.application.handle", atBranch);
        UserService.lets(there, "finance.promise.supervise", branchHead);
        return there;
    }

    /** The finance office, and the operators of the platform, who may do the same. */
    private void theBanksAreOverseen() {
        UserService.letsAnywhere("finance.promise.oversee", overseer, operator);
        UserService.letsOthersAnywhere("finance.promise.oversee", overseer);
    }

    private PromiseCall call(PromiseSignal signal, int level, @Nullable UUID handler) {
        return call(signal, level, handler, null);
    }

    private PromiseCall escalated(int level, PromiseRung rung, @Nullable UUID handler) {
        return call(PromiseSignal.ESCALATED, level, rung, handler);
    }

    private PromiseCall call(PromiseSignal signal, int level, PromiseRung rung, @Nullable UUID handler) {
        return call(signal, level, rung, handler, null, Instant.parse("2026-12-11T09:30:00Z"));
    }

    private PromiseCall answered(PromiseSignal signal, UUID askedBy, @Nullable String words) {
        return call(signal, 0, colleague, new ExtensionAnswer(askedBy, 3, words));
    }

    private PromiseCall call(
            PromiseSignal signal, int level, @Nullable UUID handler, @Nullable ExtensionAnswer answer) {
        return call(signal, level, handler, answer, Instant.parse("2026-12-11T09:30:00Z"));
    }

    private PromiseCall late(PromiseSignal signal, int level, UUID handler, Instant due) {
        return call(signal, level, handler, null, due);
    }

    private PromiseCall call(
            PromiseSignal signal, int level, @Nullable UUID handler, @Nullable ExtensionAnswer answer, Instant due) {
        return call(signal, level, null, handler, answer, due);
    }

    private PromiseCall call(
            PromiseSignal signal,
            int level,
            @Nullable PromiseRung rung,
            @Nullable UUID handler,
            @Nullable ExtensionAnswer answer,
            Instant due) {
        return new PromiseCall(
                promise,
                Ids.next(),
                "RZ1",
                "甲公司　云税贷",
                bank,
                "甲银行",
                branch,
                town,
                handler,
                signal,
                level,
                rung,
                10,
                due,
                signal == PromiseSignal.URGED || answer != null ? "王主任" : null,
                answer,
                Instant.now());
    }

    private void tell(DomainEvent event, Instant at) {
        transaction.executeWithoutResult(status -> outbox.publish(event, 1, at));
    }

    private long waiting() {
        return waitingAt(bank);
    }

    private long waitingAt(UUID institution) {
        return jdbc.sql("select count(*) from waiting_notice where institution_id = ?")
                .param(institution)
                .query(Long.class)
                .single();
    }

    private List<String> told(UUID account) {
        return jdbc.sql("select title from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> waitingFor(UUID account) {
        return jdbc.sql(
                        "select title from message where account_id = ? and read_at is null and done_at is null order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> bodies(UUID account) {
        return jdbc.sql("select body from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
