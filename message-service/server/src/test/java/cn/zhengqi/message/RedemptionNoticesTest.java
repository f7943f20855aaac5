package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.policy.api.ObjectionAnswered;
import cn.zhengqi.policy.api.ObjectionMade;
import cn.zhengqi.policy.api.ObjectionParties;
import cn.zhengqi.policy.api.RedemptionAccountCorrected;
import cn.zhengqi.policy.api.RedemptionApproved;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionInNotice;
import cn.zhengqi.policy.api.RedemptionOfferEnded;
import cn.zhengqi.policy.api.RedemptionOfferEnding;
import cn.zhengqi.policy.api.RedemptionOffered;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionPaymentFailed;
import cn.zhengqi.policy.api.RedemptionSubmitted;
import cn.zhengqi.user.api.MemberJoined;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the enterprise is told of its money, and the department of what waits for it. */
@MessageServiceTest
class RedemptionNoticesTest {

    private final UUID department = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID cashier = Ids.next();
    private final UUID applicant = Ids.next();
    private final RedemptionParties parties = new RedemptionParties(
            Ids.next(), "DX1", Ids.next(), "设备更新补助", department, "经信委", Ids.next(), "甲公司", applicant, false);

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_enterprise_follows_its_money_and_each_desk_hears_what_waits_for_it() {
        UserService.lets(department, "policy.redemption.handle", officer);
        UserService.lets(department, "policy.payment.prepare", cashier);
        String link = " /redemptions/" + parties.applicationId();
        BigDecimal amount = new BigDecimal("80000.00");

        notices.tell(new RedemptionSubmitted(parties, false, LocalDate.of(2026, 12, 11), null, Instant.now()), 1);
        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).containsExactly("新的兑付申请待审核" + link);
            assertThat(notices.told(applicant)).containsExactly("兑付申请已提交" + link);
        });
        notices.tell(new RedemptionInNotice(parties, amount, LocalDate.of(2026, 12, 18), Instant.now()), 2);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(2));
        assertThat(notices.body(applicant)).isEqualTo("“设备更新补助”的兑付申请（DX1）核定 8 万元，正在公示，公示至 2026年12月18日。");
        notices.tell(new RedemptionApproved(parties, amount, Instant.now()), 3);
        await().untilAsserted(() -> {
            assertThat(notices.told(cashier)).containsExactly("兑付申请待支付" + link);
            assertThat(notices.told(applicant)).hasSize(3);
        });
        notices.tell(new RedemptionPaymentFailed(parties, "账号不存在", Instant.now()), 4);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(4));
        notices.tell(new RedemptionPaid(parties, amount, Instant.now()), 5);
        await().untilAsserted(() ->
                assertThat(notices.told(applicant)).hasSize(5).last().asString().startsWith("兑付资金已支付"));
        assertThat(notices.told(officer)).as("reviewing is over").hasSize(1);
    }

    @Test
    void what_ends_before_it_is_paid_is_told_with_its_reason_and_waits_for_nobodys_payment() {
        UserService.lets(department, "policy.payment.prepare", cashier);
        BigDecimal amount = new BigDecimal("20000.00");
        notices.tell(new RedemptionApproved(parties, amount, Instant.now()), 3);
        await().untilAsserted(() -> assertThat(notices.told(cashier)).hasSize(1));

        notices.tell(new RedemptionEnded(parties, amount, "企业已迁出本区", Instant.now()), 4);

        await().untilAsserted(() -> assertThat(notices.bodies(applicant))
                .last()
                .isEqualTo("经信委终止了“设备更新补助”的兑付申请（DX1），待支付的 2 万元不再支付。原因：企业已迁出本区"));
        assertThat(notices.told(cashier)).as("nothing new to do").hasSize(1);
    }

    @Test
    void who_is_offered_something_hears_of_it_though_nobody_applied() {
        UUID member = Ids.next();
        RedemptionParties found = new RedemptionParties(
                Ids.next(), "DX2", Ids.next(), "认定奖补", department, "经信委", Ids.next(), "乙公司", null, false);
        notices.tell(new MemberJoined(member, "李四", found.enterpriseId(), null, "ENTERPRISE_ADMIN", Instant.now()), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(member)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
        notices.tell(
                new RedemptionOffered(found, new BigDecimal("20000.00"), LocalDate.of(2026, 12, 31), Instant.now()), 1);
        await().untilAsserted(() ->
                assertThat(notices.told(member)).contains("免申即享，请确认 /redemptions/" + found.applicationId()));
        assertThat(notices.body(member)).isEqualTo("贵企业符合“认定奖补”的条件，可兑付 2 万元，无需申请。请于 2026年12月31日前（含当日）确认并登记收款账户。");
    }

    @Test
    void who_objects_hears_the_answer_and_the_department_that_it_is_awaited() {
        UUID objector = Ids.next();
        UUID reviewer = Ids.next();
        UserService.lets(department, "policy.redemption.handle", officer);
        UserService.lets(department, "policy.declaration.handle", reviewer);
        ObjectionParties about =
                new ObjectionParties(Ids.next(), false, Ids.next(), "设备更新补助", "甲公司", department, "经信委", objector);

        notices.tell(new ObjectionMade(about, Instant.now()), 1);
        await().untilAsserted(
                        () -> assertThat(notices.told(officer)).containsExactly("公示异议待答复 /objections?state=OPEN"));
        notices.tell(new ObjectionAnswered(about, true, "经核发票重复", Instant.now()), 2);
        await().untilAsserted(() ->
                assertThat(notices.told(objector)).containsExactly("您的公示异议已答复 /notices/" + about.noticeId()));
        assertThat(notices.body(objector)).isEqualTo("您对“设备更新补助”（甲公司）公示的异议已采纳。经信委答复：经核发票重复");
        assertThat(notices.told(reviewer)).as("it is about a payment").isEmpty();
    }

    @Test
    void an_offer_does_not_end_unseen_and_who_pays_hears_of_a_corrected_account() {
        UserService.lets(department, "policy.payment.prepare", cashier);
        BigDecimal amount = new BigDecimal("20000.00");

        notices.tell(new RedemptionOfferEnding(parties, amount, LocalDate.of(2026, 12, 31), Instant.now()), 1);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(1));
        notices.tell(new RedemptionOfferEnded(parties, amount, "兑付项目已关闭", Instant.now()), 2);
        notices.tell(new RedemptionAccountCorrected(parties, amount, Instant.now()), 3);
        await().untilAsserted(() -> {
            assertThat(notices.told(applicant)).hasSize(2);
            assertThat(notices.told(cashier)).containsExactly("收款账户已更正，待支付 /redemptions/" + parties.applicationId());
        });
        assertThat(notices.body(applicant)).isEqualTo("“设备更新补助”的 2 万元（DX1）已不能再确认：兑付项目已关闭。如有疑问，请联系经信委。");
    }
}
