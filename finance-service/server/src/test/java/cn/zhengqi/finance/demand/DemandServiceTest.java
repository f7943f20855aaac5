package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An enterprise with a demand that a bank's product takes. */
abstract class DemandServiceTest extends FinanceServiceTest {

    static final String MINE = "/api/finance/my/demands";
    static final String MY_CLAIMS = "/api/finance/my/demand-claims/";
    static final String FITTING = "/api/finance/demands";
    static final String CLAIMS = "/api/finance/demand-claims/";
    static final String ALL = "/api/finance/all-demands";
    static final String NAME = "重庆需求登记有限公司";

    @Autowired
    Clock now;

    CurrentUser poster;
    CurrentUser claimer;
    final CurrentUser office =
            TestUsers.ofDepartment(Ids.next(), FinancePermissions.READ_ALL_DEMANDS, FinancePermissions.REVIEW_PRODUCTS);

    @BeforeEach
    void a_poster_and_an_officer() {
        poster = aPoster();
        claimer = claimerOf(bank);
    }

    CurrentUser aPoster() {
        CurrentUser user = TestUsers.ofEnterprise(
                Ids.next(), FinancePermissions.POST_DEMANDS, FinancePermissions.APPLY, "enterprise.own");
        UUID id = user.enterpriseId();
        when(registerOfOthers.enterprise(id)).thenReturn(inTheRegister(id, NAME));
        return user;
    }

    static CurrentUser claimerOf(Bank employer) {
        return TestUsers.ofBank(
                employer.id(), FinancePermissions.CLAIM_DEMANDS, FinancePermissions.HANDLE_APPLICATIONS);
    }

    /** 50 万元 for a year, unsecured, as the bank of this test lends. */
    Map<String, Object> demand() {
        return new HashMap<>(Map.of(
                "amount",
                500_000,
                "termMonths",
                12,
                "purpose",
                "采购原材料、支付货款",
                "purposeNote",
                "为" + NAME + "备货",
                "guarantees",
                List.of(),
                "wantedOn",
                LocalDate.ofInstant(now.instant(), BusinessTime.ZONE)
                        .plusDays(7)
                        .toString(),
                "contactName",
                "李经理",
                "contactPhone",
                "13812345678",
                "channel",
                "WECHAT"));
    }

    Answer postDemand(CurrentUser who, Map<String, Object> what) {
        return post(who, MINE, what, Ids.next().toString());
    }

    UUID posted() {
        return posted(demand());
    }

    UUID posted(Map<String, Object> what) {
        Answer answer = postDemand(poster, what);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return UUID.fromString((String) demandOf(answer).get("id"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> demandOf(Answer mine) {
        return (Map<String, Object>) mine.get("demand");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> claimsOf(Answer mine) {
        return (List<Map<String, Object>>) demandOf(mine).get("claims");
    }

    Answer claim(CurrentUser who, UUID demand) {
        return post(who, FITTING + "/" + demand + "/claim", Map.of());
    }

    Answer offer(CurrentUser who, Answer claim) {
        return offer(who, claim, product);
    }

    Answer offer(CurrentUser who, Answer claim, LoanProduct of) {
        return post(who, CLAIMS + claim.id() + "/offer", offerOf(claim.version(), of));
    }

    Map<String, Object> offerOf(int version, LoanProduct of) {
        return new HashMap<>(Map.of(
                "version",
                version,
                "productId",
                of.id(),
                "amount",
                400_000,
                "rate",
                3.65,
                "termMonths",
                12,
                "until",
                LocalDate.ofInstant(now.instant(), BusinessTime.ZONE)
                        .plusDays(5)
                        .toString(),
                "words",
                "可随借随还"));
    }

    Answer choose(Answer claim, String key) {
        return choose(claim, choice(claim.version()), key);
    }

    Answer choose(Answer claim, Map<String, Object> choice, String key) {
        return post(poster, MY_CLAIMS + claim.id() + "/choose", choice, key);
    }

    static Map<String, Object> choice(int version) {
        return new HashMap<>(Map.of("version", version, "kind", "FIRST", "consent", true, "channel", "PC"));
    }

    Answer show(Answer claim) {
        return post(poster, MY_CLAIMS + claim.id() + "/show", Map.of("version", claim.version()));
    }

    Answer claimAsItIs(CurrentUser who, UUID demand) {
        Answer seen = get(who, FITTING + "/" + demand);
        @SuppressWarnings("unchecked")
        Map<String, Object> only = ((List<Map<String, Object>>) seen.get("claims")).getFirst();
        return new Answer(200, only);
    }

    String statusOf(UUID demand) {
        return jdbc.sql("select status from financing_demand where id = ?")
                .param(demand)
                .query(String.class)
                .single();
    }

    List<String> claimStates(UUID demand) {
        return jdbc.sql("select status from demand_claim where demand_id = ? order by status")
                .param(demand)
                .query(String.class)
                .list();
    }

    long applicationsOf(CurrentUser who) {
        return jdbc.sql("select count(*) from loan_application where enterprise_id = ?")
                .param(who.enterpriseId())
                .query(Long.class)
                .single();
    }
}
