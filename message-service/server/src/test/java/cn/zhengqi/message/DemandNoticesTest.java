package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.DemandClaimed;
import cn.zhengqi.finance.api.DemandGivenBack;
import cn.zhengqi.finance.api.DemandHidden;
import cn.zhengqi.finance.api.DemandOffered;
import cn.zhengqi.finance.api.DemandParties;
import cn.zhengqi.finance.api.DemandPromiseCalled;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.FinancingDemandPosted;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class DemandNoticesTest {

    private final UUID bank = Ids.next();
    private final UUID otherBank = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID colleague = Ids.next();
    private final UUID stranger = Ids.next();
    private final UUID head = Ids.next();
    private final UUID poster = Ids.next();
    private final DemandParties demand = new DemandParties(Ids.next(), "XQ1", Ids.next(), poster, false);
    private final ClaimParties claim =
            new ClaimParties(Ids.next(), demand.demandId(), "XQ1", bank, "甲银行", officer, demand.enterpriseId(), poster);

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void banks_have_their_people() {
        UserService.lets(bank, "finance.demand.claim", officer, colleague);
        UserService.lets(bank, "finance.promise.supervise", head);
        UserService.lets(otherBank, "finance.demand.claim", stranger);
    }

    @Test
    void officers_of_the_banks_that_fit_hear_of_a_new_demand_and_nobody_else() {
        notices.tell(posted(bank), 0);

        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).containsExactly("有新的融资需求适合本机构 /demands/" + demand.demandId());
            assertThat(notices.told(colleague)).hasSize(1);
        });
        assertThat(notices.body(officer)).isEqualTo("鱼洞街道企业需要 50 万元，期限 1 年，用于采购原材料、支付货款（XQ1），2026年12月28日截止，可认领报价。");
        assertThat(notices.told(stranger)).isEmpty();
        assertThat(notices.told(poster)).isEmpty();
    }

    @Test
    void each_of_several_banks_that_fit_hears_of_a_new_demand() {
        notices.tell(posted(bank, otherBank), 0);

        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).hasSize(1);
            assertThat(notices.told(stranger)).hasSize(1);
        });
    }

    @Test
    void a_claim_settles_the_demand_for_all_officers_of_its_bank_and_for_no_other() {
        notices.tell(posted(bank, otherBank), 0);
        await().untilAsserted(() -> {
            assertThat(open(officer, colleague)).isEqualTo(2);
            assertThat(open(stranger)).isEqualTo(1);
        });

        notices.tell(new DemandClaimed(claim, null, null, Instant.now()), 0);

        await().untilAsserted(() -> assertThat(open(officer, colleague)).isZero());
        assertThat(open(stranger)).as("another bank may claim it still").isEqualTo(1);
    }

    @Test
    void a_demand_that_ended_asks_nobody_any_more_also_where_its_end_is_heard_first() {
        DemandParties other = new DemandParties(Ids.next(), "XQ2", Ids.next(), Ids.next(), false);
        notices.tell(posted(bank, otherBank), 0);
        await().untilAsserted(() -> assertThat(open(officer, stranger)).isEqualTo(2));

        notices.tell(
                new FinancingDemandEnded(
                        demand, FinancingDemandEnded.Outcome.WITHDRAWN, List.of(bank, otherBank), Instant.now()),
                1);
        notices.tell(
                new FinancingDemandEnded(other, FinancingDemandEnded.Outcome.WITHDRAWN, List.of(bank), Instant.now()),
                1);
        await().untilAsserted(() -> assertThat(open(officer, stranger)).isZero());
        notices.tell(posted(other, List.of(bank)), 0);

        await().untilAsserted(() -> assertThat(notices.told(officer)).hasSize(2));
        assertThat(open(officer)).isZero();
    }

    @Test
    void the_enterprise_hears_what_the_bank_does() {
        String page = " /my/demands/" + demand.demandId();

        notices.tell(
                new DemandClaimed(
                        claim, LocalDate.of(2026, 12, 2), OffsetDateTime.parse("2026-12-02T09:30:00Z"), Instant.now()),
                0);
        await().untilAsserted(() -> assertThat(notices.told(poster)).containsExactly("银行已认领融资需求" + page));
        assertThat(notices.body(poster)).contains("甲银行已认领贵企业的融资需求（XQ1），将于 2026年12月2日 17:30 前答复");
        notices.tell(
                new DemandOffered(
                        claim,
                        "云税贷",
                        new BigDecimal("400000.00"),
                        new BigDecimal("3.6500"),
                        12,
                        LocalDate.of(2026, 12, 10),
                        Instant.now()),
                1);
        await().untilAsserted(() -> assertThat(notices.told(poster)).last().isEqualTo("融资需求有新的报价" + page));
        assertThat(notices.body(poster)).isEqualTo("甲银行为融资需求（XQ1）报价：“云税贷”40 万元，年利率 3.65%，期限 1 年，2026年12月10日前（含当日）可选定。");
        notices.tell(new DemandGivenBack(claim, "所属行业不在支持范围", Instant.now()), 2);
        await().untilAsserted(() -> assertThat(notices.told(poster)).last().isEqualTo("银行退回了融资需求" + page));
        notices.tell(
                new FinancingDemandEnded(demand, FinancingDemandEnded.Outcome.EXPIRED, List.of(), Instant.now()), 3);
        await().untilAsserted(() -> assertThat(notices.told(poster)).last().isEqualTo("融资需求已到期" + page));
        assertThat(notices.told(officer)).isEmpty();
    }

    @Test
    void what_the_enterprise_did_itself_it_is_not_told() {
        notices.tell(
                new FinancingDemandEnded(demand, FinancingDemandEnded.Outcome.WITHDRAWN, List.of(), Instant.now()), 1);
        notices.tell(new DemandGivenBack(claim, "期限无合适产品", Instant.now()), 1);

        await().untilAsserted(() -> assertThat(notices.told(poster)).hasSize(1));
        assertThat(notices.told(poster).getFirst()).startsWith("银行退回了融资需求");
    }

    @Test
    void who_claimed_hears_what_became_of_it() {
        notices.tell(new DemandShown(claim, poster, Instant.now()), 1);
        await().untilAsserted(() -> assertThat(notices.told(officer)).hasSize(1));
        notices.tell(new DemandHidden(claim, Instant.now()), 2);
        await().untilAsserted(() -> assertThat(notices.told(officer)).hasSize(2));
        notices.tell(new DemandClaimEnded(claim, DemandClaimEnded.Outcome.NOT_CHOSEN, null, Instant.now()), 3);

        await().untilAsserted(() -> assertThat(notices.told(officer))
                .extracting(it -> it.split(" ")[0])
                .containsExactly("企业同意查看其信息", "企业撤回了查看同意", "报价未被选定"));
        assertThat(notices.told(colleague)).isEmpty();
    }

    @Test
    void a_claim_without_an_answer_calls_whoever_claimed_it_and_their_head() {
        PromiseCall call = new PromiseCall(
                Ids.next(),
                claim.claimId(),
                "XQ1",
                "融资需求 50 万元，1 年",
                bank,
                "甲银行",
                null,
                null,
                officer,
                PromiseSignal.BROKEN,
                0,
                null,
                3,
                Instant.parse("2026-12-02T09:30:00Z"),
                null,
                null,
                Instant.now());

        notices.tell(new DemandPromiseCalled(demand.demandId(), call), 1);

        await().untilAsserted(() -> {
            assertThat(notices.told(officer)).containsExactly("融资需求已超过承诺时限 /demands/" + demand.demandId());
            assertThat(notices.told(head)).hasSize(1);
        });
        assertThat(notices.told(colleague)).isEmpty();
    }

    private FinancingDemandPosted posted(UUID... banks) {
        return posted(demand, List.of(banks));
    }

    private static FinancingDemandPosted posted(DemandParties of, List<UUID> banks) {
        return new FinancingDemandPosted(
                of,
                new BigDecimal("500000.00"),
                12,
                "采购原材料、支付货款",
                "鱼洞街道",
                banks,
                LocalDate.of(2026, 12, 28),
                Instant.now());
    }

    /** Their messages that wait for somebody. */
    private long open(UUID... accounts) {
        return jdbc.sql(
                        "select count(*) from message where account_id = any(?) and case_id is not null and done_at is null")
                .param(accounts)
                .query(Long.class)
                .single();
    }
}
