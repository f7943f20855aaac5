package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.LoanAnsweredBySystem;
import cn.zhengqi.finance.api.LoanApplicationAssigned;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanFilesAdded;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.LoanGrantExpiring;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class LoanAssignmentNoticesTest {

    private static final String HANDLE = "finance.application.handle";

    private final UUID application = Ids.next();
    private final UUID bank = Ids.next();
    private final UUID branch = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID colleague = Ids.next();
    private final UUID atBranch = Ids.next();
    private final UUID head = Ids.next();
    private final UUID applicant = Ids.next();

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void a_bank_with_a_branch() {
        UserService.lets(bank, HANDLE, officer, colleague);
        UserService.lets(branch, HANDLE, atBranch);
        UserService.letsBelow(bank, HANDLE, atBranch);
    }

    @Test
    void what_lies_at_a_branch_is_told_there_and_who_is_given_it_hears_from_whom_and_why() {
        notices.tell(
                new LoanApplicationSubmitted(
                        at(branch, null),
                        "信用贷款",
                        "T1",
                        new BigDecimal("500000.00"),
                        LoanKind.FIRST,
                        Channel.PC,
                        Instant.now(),
                        null,
                        null),
                0);
        await().untilAsserted(() -> assertThat(notices.titles(atBranch)).containsExactly("新的融资申请待受理"));
        assertThat(notices.titles(officer)).isEmpty();

        notices.tell(new LoanApplicationAssigned(at(null, colleague), head, "陈静", null, "网点停业", Instant.now()), 1);

        await().untilAsserted(() -> assertThat(notices.titles(colleague)).containsExactly("有融资申请交由您办理"));
        assertThat(notices.body(colleague)).isEqualTo("陈静将测试企业的“云税贷”申请（RZ1）交由您办理，原因：网点停业。");
        assertThat(open(atBranch)).as("asked no more").isZero();
        assertThat(open(colleague)).isEqualTo(1);
        assertThat(notices.titles(officer)).isEmpty();
        assertThat(notices.titles(applicant)).doesNotContain("有融资申请交由您办理");
    }

    @Test
    void who_takes_it_is_not_told_and_who_goes_on_with_it_is_alone() {
        notices.tell(new LoanApplicationAssigned(at(null, officer), officer, "周客户", null, null, Instant.now()), 1);
        notices.tell(new LoanMaterialSupplied(at(null, officer), Instant.now()), 2);

        await().untilAsserted(() -> assertThat(notices.titles(officer)).containsExactly("企业已补充材料"));
        assertThat(notices.titles(colleague)).isEmpty();
    }

    @Test
    void who_has_it_is_told_of_files_that_nobody_asked_for_and_is_asked_for_nothing() {
        notices.tell(new LoanFilesAdded(at(null, officer), Instant.now()), 1);

        await().untilAsserted(() -> assertThat(notices.titles(officer)).containsExactly("企业补交了文件"));
        assertThat(open(officer)).isZero();
        assertThat(notices.titles(colleague)).isEmpty();
    }

    @Test
    void who_had_it_hears_that_a_colleague_took_it_over_and_why() {
        notices.tell(
                new LoanApplicationAssigned(at(null, colleague), colleague, "吴客户", officer, "他在休假", Instant.now()), 1);

        await().untilAsserted(() -> assertThat(notices.titles(officer)).containsExactly("您办理的融资申请已转出"));
        assertThat(notices.body(officer)).isEqualTo("测试企业的“云税贷”申请（RZ1）已由吴客户接手或转办，您不再办理；原因：他在休假。");
        assertThat(notices.titles(colleague)).as("who took it over knows").isEmpty();
    }

    @Test
    void who_hands_it_over_is_not_told_of_it() {
        notices.tell(new LoanApplicationAssigned(at(null, colleague), officer, "周客户", officer, "休假", Instant.now()), 1);

        await().untilAsserted(() -> assertThat(notices.titles(colleague)).containsExactly("有融资申请交由您办理"));
        assertThat(notices.titles(officer)).isEmpty();
    }

    @Test
    void what_goes_back_into_a_pool_is_told_to_all_who_can_take_it() {
        notices.tell(new LoanApplicationAssigned(at(null, null), officer, "周客户", null, null, Instant.now()), 1);

        await().untilAsserted(() -> {
            assertThat(notices.titles(officer)).containsExactly("有融资申请待认领");
            assertThat(notices.titles(colleague)).containsExactly("有融资申请待认领");
        });
        assertThat(notices.body(colleague)).isEqualTo("周客户将测试企业的“云税贷”申请（RZ1）转入本网点，请及时认领。");
        assertThat(notices.titles(atBranch)).isEmpty();
    }

    @Test
    void who_has_it_is_told_as_the_enterprise_that_its_grant_runs_out_and_that_it_did() {
        LocalDate last = LocalDate.of(2026, 12, 31);

        notices.tell(new LoanGrantExpiring(at(null, officer), last, Instant.now()), 4);
        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).containsExactly("授信即将到期 /applications/" + application);
            assertThat(notices.told(applicant)).containsExactly("授信即将到期 /my/applications/" + application);
        });
        assertThat(notices.body(officer)).contains("测试企业的“云税贷”（RZ1）授信有效期至 2026年12月31日（含当日）");
        notices.tell(new LoanGrantExpired(at(null, officer), last, Instant.now()), 5);

        await().untilAsserted(() -> {
            assertThat(notices.titles(officer)).containsExactly("授信即将到期", "授信已过期");
            assertThat(notices.titles(applicant)).containsExactly("授信即将到期", "授信已过期");
        });
        assertThat(notices.titles(colleague)).isEmpty();
        assertThat(open(officer)).isZero();
    }

    @Test
    void what_nobody_has_expires_for_all_who_may_work_on_it_where_it_lies() {
        notices.tell(new LoanGrantExpired(at(branch, null), LocalDate.of(2026, 12, 31), Instant.now()), 5);

        await().untilAsserted(() -> assertThat(notices.titles(atBranch)).containsExactly("授信已过期"));
        assertThat(notices.titles(officer)).isEmpty();
    }

    @Test
    void who_has_it_is_told_once_what_the_system_of_the_bank_did_with_it() {
        notices.tell(new LoanAnsweredBySystem(at(null, officer), "审批通过", "甲银行 信贷系统", Instant.now()), 3);

        await().untilAsserted(() -> assertThat(notices.titles(officer)).containsExactly("银行系统办理了融资申请"));
        assertThat(notices.body(officer)).isEqualTo("测试企业“云税贷”申请（RZ1）已由本行系统（甲银行 信贷系统）通过接口办理：审批通过。");
        assertThat(notices.titles(colleague)).isEmpty();
        assertThat(notices.titles(applicant)).isEmpty();
    }

    private LoanParties at(@Nullable UUID where, @Nullable UUID handler) {
        return new LoanParties(
                application,
                "RZ1",
                Ids.next(),
                "云税贷",
                bank,
                "甲银行",
                Ids.next(),
                "测试企业",
                applicant,
                false,
                where,
                handler);
    }

    private long open(UUID account) {
        return jdbc.sql("select count(*) from message where account_id = ? and case_id is not null and done_at is null")
                .param(account)
                .query(Long.class)
                .single();
    }
}
