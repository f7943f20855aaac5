package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.Products;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Demands and claims as types: what may follow what, and what is refused. */
class DemandStatesTest {

    private static final Instant NOW = Instant.parse("2026-11-06T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-06");
    private static final Actor OFFICER = new Actor(Ids.next(), "客户经理");
    private static final Actor PERSON = new Actor(Ids.next(), "企业管理员");

    private final Bank bank = new Bank(Ids.next(), "测试银行");
    private final LoanProduct product = Products.ofBank(bank, 300, 24);
    private final FinancingDemand demand = demand(TODAY.plusDays(10));

    @Test
    void a_demand_stands_for_thirty_days_and_on_the_last_of_them_still() {
        assertThat(demand.expiresOn()).isEqualTo(TODAY.plusDays(30));
        assertThat(demand.isOver(NOW.plus(Duration.ofDays(30)))).isFalse();
        refused("STATE_CONFLICT", () -> demand.expire(NOW.plus(Duration.ofDays(30))));

        FinancingDemandEnded ended = demand.expire(NOW.plus(Duration.ofDays(31)));

        assertThat(ended.outcome()).isEqualTo(FinancingDemandEnded.Outcome.EXPIRED);
        assertThat(demand.status()).isEqualTo(DemandStatus.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(value = DemandStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void what_has_ended_ends_no_other_way(DemandStatus end) {
        FinancingDemand ended = demand(TODAY);
        switch (end) {
            case CHOSEN -> ended.choose(Ids.next(), NOW);
            case WITHDRAWN -> ended.withdraw(NOW);
            case EXPIRED -> ended.expire(NOW.plus(Duration.ofDays(40)));
            case OPEN -> throw new AssertionError();
        }

        refused("STATE_CONFLICT", () -> ended.withdraw(NOW));
        refused("STATE_CONFLICT", () -> ended.choose(Ids.next(), NOW));
        refused("STATE_CONFLICT", () -> ended.expire(NOW.plus(Duration.ofDays(41))));
        refused("STATE_CONFLICT", () -> new DemandClaim(ended, bank, OFFICER, NOW));
        assertThat(ended.status()).isEqualTo(end);
    }

    @Test
    void after_its_last_day_nobody_claims_offers_or_agrees_though_nobody_has_swept_yet() {
        Instant late = NOW.plus(Duration.ofDays(31));
        DemandClaim claim = claim();

        refused("STATE_CONFLICT", () -> new DemandClaim(demand, bank, OFFICER, late));
        refused(
                "STATE_CONFLICT",
                () -> claim.offer(offer("100000", "3.6", 12, TODAY.plusDays(31)), OFFICER, demand, late));
        refused("STATE_CONFLICT", () -> claim.agree(PERSON, demand, late));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "365, true", "366, false"})
    void money_is_wanted_within_a_year(int days, boolean accepted) {
        if (accepted) {
            assertThat(demand(TODAY.plusDays(days)).wantedOn()).isEqualTo(TODAY.plusDays(days));
        } else {
            refused("VALIDATION_FAILED", () -> demand(TODAY.plusDays(days)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500000.01, 3.6, 12, 5, OFFER_OUT_OF_RANGE",
        "100000, 0, 12, 5, RATE_OUT_OF_RANGE",
        "100000, 24.0001, 12, 5, RATE_OUT_OF_RANGE",
        "100000, 3.6, 25, 5, TERM_OUT_OF_RANGE",
        "100000, 3.6, 12, -1, VALIDATION_FAILED",
        "100000, 3.6, 12, 31, VALIDATION_FAILED"
    })
    void an_offer_beyond_demand_product_or_law_is_refused_and_changes_nothing(
            String amount, String rate, int term, int days, String code) {
        DemandClaim claim = claim();

        refused(code, () -> claim.offer(offer(amount, rate, term, TODAY.plusDays(days)), OFFICER, demand, NOW));

        assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
        assertThat(claim.offered()).isNull();
    }

    @Test
    void a_bank_offers_its_own_products_only() {
        DemandClaim claim = claim();
        LoanProduct foreign = Products.of(300, 24);

        refused(
                "PRODUCT_OF_ANOTHER_BANK",
                () -> claim.offer(
                        new Offer(foreign, new BigDecimal("100000.00"), BigDecimal.ONE, 12, TODAY, null),
                        OFFICER,
                        demand,
                        NOW));
    }

    @Test
    void an_offer_is_made_once_and_not_given_back() {
        DemandClaim claim = offered();

        refused("STATE_CONFLICT", () -> claim.offer(offer("100000", "3.6", 12, TODAY), OFFICER, demand, NOW));
        refused("STATE_CONFLICT", () -> claim.giveBack(new GiveBackReason("TERM", "期限"), null, demand, NOW));
    }

    @Test
    void another_reason_needs_words() {
        DemandClaim claim = claim();
        GiveBackReason other = new GiveBackReason(GiveBackReason.OTHER, "其他原因");

        refused("GIVE_BACK_REASON_REQUIRED", () -> claim.giveBack(other, "  ", demand, NOW));
        assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
        assertThat(claim.giveBack(other, " 系统维护 ", demand, NOW).reason()).isEqualTo("系统维护");
        assertThat(claim.status()).isEqualTo(ClaimStatus.GIVEN_BACK);
    }

    @Test
    void what_was_agreed_can_be_taken_back_and_agreed_anew_and_ends_with_the_claim() {
        DemandClaim claim = claim();
        refused("STATE_CONFLICT", () -> claim.takeAgreementBack(demand, NOW));

        claim.agree(PERSON, demand, NOW);
        assertThat(claim.agreed()).isTrue();
        refused("STATE_CONFLICT", () -> claim.agree(PERSON, demand, NOW));
        claim.takeAgreementBack(demand, NOW);
        assertThat(claim.agreed()).isFalse();
        claim.agree(PERSON, demand, NOW);
        assertThat(claim.agreed()).isTrue();
        claim.notChosen(demand, NOW);

        assertThat(claim.agreed()).isFalse();
    }

    @Test
    void an_offer_can_be_chosen_on_its_last_day_and_not_after() {
        DemandClaim claim = offered();

        claim.mustBeChoosable(NOW.plus(Duration.ofDays(5)));
        refused("OFFER_OVER", () -> claim.mustBeChoosable(NOW.plus(Duration.ofDays(6))));
        refused("STATE_CONFLICT", () -> claim().mustBeChoosable(NOW));
    }

    @ParameterizedTest
    @EnumSource(ClaimStatus.class)
    void a_claim_that_has_ended_goes_nowhere(ClaimStatus status) {
        assertThat(status.next().isEmpty()).isEqualTo(!status.isOpen());
    }

    @Test
    void without_an_offer_nothing_is_chosen() {
        DemandClaim claim = claim();

        refused("STATE_CONFLICT", () -> claim.chosen(Ids.next(), demand, NOW));
        UUID application = Ids.next();
        DemandClaimEnded ended = offered().chosen(application, demand, NOW);
        assertThat(ended.outcome()).isEqualTo(DemandClaimEnded.Outcome.CHOSEN);
        assertThat(ended.applicationId()).isEqualTo(application);
    }

    private DemandClaim claim() {
        return new DemandClaim(demand, bank, OFFICER, NOW);
    }

    private DemandClaim offered() {
        DemandClaim claim = claim();
        claim.offer(offer("400000", "3.6", 12, TODAY.plusDays(5)), OFFICER, demand, NOW);
        return claim;
    }

    private Offer offer(String amount, String rate, int term, LocalDate until) {
        return new Offer(product, new BigDecimal(amount), new BigDecimal(rate), term, until, null);
    }

    private static FinancingDemand demand(LocalDate wantedOn) {
        return new FinancingDemand(
                "XQ20261106000001",
                new Poster(
                        PERSON.accountId(),
                        Ids.next(),
                        "测试企业有限公司",
                        "91500113MAX5XQ4WX4",
                        "500113001",
                        "鱼洞街道",
                        "制造业",
                        "企业，注册资本 500 万至 1000 万元",
                        false),
                new Wish(
                        new BigDecimal("500000.00"),
                        12,
                        "采购原材料、支付货款",
                        "采购原材料、支付货款",
                        null,
                        List.of(Guarantee.MORTGAGE, Guarantee.MORTGAGE),
                        wantedOn,
                        Channel.PC,
                        "李经理",
                        "13812345678"),
                NOW);
    }

    private static void refused(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).hasToString(code));
    }
}
