package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.client.RefusedQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Demands from posting to application, against real servers. */
class DemandsTest extends DemandServiceTest {

    /** All that would say whose demand it is. */
    private static final List<String> WHO = List.of(
            NAME,
            "91500113MAX5XQ4WX4",
            "李经理",
            "13812345678",
            "138****5678",
            "备货",
            "C3393",
            "锻件及粉末冶金制品制造",
            "周敏",
            "巴县大道");

    @Test
    void a_demand_is_posted_numbered_and_told_to_the_banks_that_fit() {
        Bank small = aBank();
        productOf(small, 10, 24, "信用");

        Answer answer = postDemand(poster, demand());

        assertThat(answer.status()).isEqualTo(201);
        Map<String, Object> demand = demandOf(answer);
        assertThat((String) demand.get("number")).matches("XQ20\\d{6}\\d{6}");
        assertThat(demand)
                .containsEntry("status", "OPEN")
                .containsEntry("channel", "WECHAT")
                .containsEntry("industry", "制造业")
                .containsEntry("townName", "鱼洞街道")
                .containsEntry("size", "企业，注册资本 500 万至 1000 万元")
                .containsEntry("claims", List.of());
        UUID id = UUID.fromString((String) demand.get("id"));
        assertThat(eventsOf(id)).containsExactly("finance.FinancingDemandPosted");
        String told = jdbc.sql("select data::text from outbox where subject = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(told)
                .contains(bank.id().toString())
                .doesNotContain(small.id().toString());
        assertThat(WHO).noneMatch(told::contains);
        assertThat(get(poster, MINE + "/" + id).body()).isEqualTo(answer.body());
        assertThat(items(get(poster, MINE))).extracting(it -> it.get("id")).containsExactly(id.toString());
    }

    @Test
    void a_double_click_is_one_demand() {
        String key = Ids.next().toString();

        Answer first = post(poster, MINE, demand(), key);
        Answer second = post(poster, MINE, demand(), key);

        assertThat(second).isEqualTo(first);
        assertThat(get(poster, MINE).get("total")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 0",
        "amount, 0.001",
        "amount, 1000000001",
        "termMonths, 0",
        "termMonths, 361",
        "purpose, ''",
        "purpose, 买彩票",
        "contactPhone, 12",
        "channel, TV",
        "wantedOn, 2020-01-01",
        "contactName, ''"
    })
    void what_makes_no_sense_is_refused_with_its_field(String field, String value) {
        Map<String, Object> demand = demand();
        demand.put(field, value);

        Answer refused = postDemand(poster, demand);

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.body().toString()).contains(field);
        assertThat(get(poster, MINE).get("total")).isEqualTo(0);
    }

    /** Its product takes at most 300 万元 for at most 24 months, unsecured. */
    @ParameterizedTest
    @CsvSource({
        "3000000, 24, true",
        "3000000.01, 24, false",
        "3000000, 25, false",
        "0.01, 1, true",
    })
    void a_bank_fits_by_amount_and_term_of_a_published_product(String amount, int term, boolean fits) {
        Map<String, Object> demand = demand();
        demand.putAll(Map.of("amount", amount, "termMonths", term));
        UUID id = posted(demand);

        assertThat(get(claimer, FITTING + "/" + id).status()).isEqualTo(fits ? 200 : 404);
        assertThat(ids(FITTING, "").contains(id)).isEqualTo(fits);
        assertThat(claim(claimer, id).status()).isEqualTo(fits ? 201 : 404);
    }

    @ParameterizedTest
    @CsvSource({
        "信用, '', true",
        "房产抵押, '', false",
        "房产抵押, MORTGAGE, true",
        "房产抵押, PLEDGE, false",
        "信用+房产抵押, '', true",
        "知识产权质押, PLEDGE, true",
        "担保基金担保, GUARANTOR, true",
        "担保基金担保, MORTGAGE, false",
        "保证, GUARANTOR, true",
        "房产抵押(信用良好), '', false",
        "以银行审核为准, '', true",
    })
    void a_bank_fits_by_the_security_that_its_product_asks_for(String asked, String given, boolean fits) {
        Bank other = aBank();
        productOf(other, 300, 24, asked);
        Map<String, Object> demand = demand();
        demand.put("guarantees", given.isEmpty() ? List.of() : List.of(given));
        UUID id = posted(demand);

        assertThat(get(claimerOf(other), FITTING + "/" + id).status()).isEqualTo(fits ? 200 : 404);
    }

    @Test
    void a_suspended_product_fits_nothing() {
        UUID id = posted();
        jdbc.sql("update loan_product set status = 'SUSPENDED' where id = ?")
                .param(product.id())
                .update();

        assertThat(get(claimer, FITTING + "/" + id).status()).isEqualTo(404);
        assertThat(claim(claimer, id).status()).isEqualTo(404);
        assertThat(get(claimer, FITTING).get("total")).isEqualTo(0);
    }

    @Test
    void nobody_but_the_enterprise_reads_who_it_is_before_it_agrees_nor_after_it_took_that_back() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        String enterprise = CLAIMS + claimed.id() + "/enterprise";

        for (Answer seen : List.of(
                get(claimer, FITTING),
                get(claimer, FITTING + "/" + id),
                get(office, ALL),
                get(office, ALL + "/" + id),
                claimed)) {
            assertThat(WHO).noneMatch(who -> seen.body().toString().contains(who));
        }
        for (CurrentUser reader : List.of(claimer, office)) {
            String all = ExportedFile.of(client.as(reader), (reader == office ? ALL : FITTING) + "/export")
                    .rows()
                    .toString();
            assertThat(all).contains("制造业");
            assertThat(WHO).noneMatch(all::contains);
        }
        assertThat(get(claimer, enterprise).code()).isEqualTo("DEMAND_HIDDEN");

        Answer agreed = show(claimed);

        assertThat(claimsOf(agreed).getFirst()).containsEntry("agreed", true);
        assertThat(get(claimer, enterprise).body())
                .containsEntry("name", NAME)
                .containsEntry("uscc", "91500113MAX5XQ4WX4")
                .containsEntry("contactName", "李经理")
                .containsEntry("contactPhone", "13812345678")
                .containsEntry("note", "为" + NAME + "备货");
        assertThat(get(claimerOf(aFittingBank()), enterprise).status()).isEqualTo(404);
        int version = (Integer) claimsOf(agreed).getFirst().get("version");

        Answer hidden = post(poster, MY_CLAIMS + claimed.id() + "/hide", Map.of("version", version));

        assertThat(claimsOf(hidden).getFirst()).containsEntry("agreed", false);
        assertThat(get(claimer, enterprise).code()).isEqualTo("DEMAND_HIDDEN");
        assertThat(eventsOf(claimed.id()))
                .containsExactly("finance.DemandClaimed", "finance.DemandShown", "finance.DemandHidden");
    }

    @Test
    void a_report_that_was_read_for_a_demand_is_told_as_read_for_the_demand() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        show(claimed);
        theConsentToTheReportIs(ConsentStanding.GIVEN);

        client.as(claimer)
                .get()
                .uri(CLAIMS + claimed.id() + "/report.pdf")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(jdbc.sql("select data ->> 'reason' from outbox where type = 'finance.LoanApplicationViewed'"
                                + " and data ->> 'applicationId' = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("对接融资需求，下载报告 QB");
    }

    @Test
    void each_reading_is_told_to_the_enterprises_record_and_holds_by_the_consent_to_the_bank() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        show(claimed);
        String enterprise = CLAIMS + claimed.id() + "/enterprise";

        assertThat(get(claimer, enterprise).status()).isEqualTo(200);

        assertThat(jdbc.sql("select data ->> 'readerId' from outbox where type = 'finance.LoanApplicationViewed'"
                                + " and data ->> 'applicationId' = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(claimer.accountId().toString());
        verify(consents).toBank(eq(poster.enterpriseId()), eq(bank.id()), any(InternalConsents.WithApplication.class));
        theConsentToBanksIs(ConsentStanding.WITHDRAWN);
        assertThat(get(claimer, enterprise).code()).isEqualTo("CONSENT_WITHDRAWN");
        theConsentToBanksIs(ConsentStanding.EXPIRED);
        assertThat(get(claimer, enterprise).code()).isEqualTo("CONSENT_EXPIRED");
        theConsentToBanksIs(ConsentStanding.NEVER);
        assertThat(get(claimer, enterprise).get("detail")).isEqualTo("企业未授权");
    }

    @Test
    void a_role_may_keep_the_contact_from_a_banks_people() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        show(claimed);
        CurrentUser kept = claimer.seeing(Map.of(
                FinanceFields.DEMAND_CONTACT_PHONE,
                FieldRule.HIDDEN,
                FinanceFields.DEMAND_CONTACT_NAME,
                FieldRule.MASKED));

        assertThat(get(kept, CLAIMS + claimed.id() + "/enterprise").body())
                .doesNotContainKey("contactPhone")
                .containsEntry("contactName", "李*理");
        assertThat(get(poster, MINE + "/" + id).body())
                .as("the phone is covered from the enterprise's own page, as with applications")
                .containsEntry("contactPhone", "138****5678")
                .containsEntry("contactName", "李经理");
    }

    @Test
    void the_phone_lies_encrypted() {
        UUID id = posted();

        assertThat(jdbc.sql("select contact_phone from financing_demand where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
        assertThatThrownBy(() -> jdbc.sql("update financing_demand set contact_phone = '13812345678' where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("financing_demand_phone_encrypted");
    }

    @Test
    void of_two_officers_of_a_bank_at_once_one_claims() throws Exception {
        UUID id = posted();

        List<Answer> answers = atOnce(IntStream.range(0, 4)
                .mapToObj(i -> claimerOf(bank))
                .<Callable<Answer>>map(officer -> () -> claim(officer, id))
                .toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers)
                .filteredOn(it -> it.status() == 409)
                .extracting(Answer::code)
                .containsOnly("DEMAND_ALREADY_CLAIMED");
        assertThat(claimStates(id)).containsExactly("CLAIMED");
    }

    @Test
    void of_many_banks_at_once_five_claim_and_one_that_gives_back_makes_room() throws Exception {
        UUID id = posted();
        List<CurrentUser> officers = new ArrayList<>();
        IntStream.range(0, 7).forEach(i -> officers.add(claimerOf(aFittingBank())));

        List<Answer> answers = atOnce(officers.stream()
                .<Callable<Answer>>map(officer -> () -> claim(officer, id))
                .toList());

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(ClaimDesk.MOST_BANKS);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .containsOnly("DEMAND_FULL");
        assertThat(get(claimer, FITTING + "/" + id).get("openClaims")).isEqualTo(5);

        Answer first =
                answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
        CurrentUser itsOfficer = officers.stream()
                .filter(it -> it.institutionId().toString().equals(first.get("bankId")))
                .findFirst()
                .orElseThrow();
        Answer back = post(
                itsOfficer,
                CLAIMS + first.id() + "/give-back",
                Map.of("version", first.version(), "reasonCode", "QUOTA", "words", "年底额度紧张"));
        assertThat(back.body())
                .containsEntry("status", "GIVEN_BACK")
                .containsEntry("giveBackReason", "本机构当前额度或人手不足；年底额度紧张");
        assertThat(claim(claimer, id).status()).isEqualTo(201);
        assertThat(claim(itsOfficer, id).code())
                .as("a bank claims a demand once")
                .isEqualTo("DEMAND_ALREADY_CLAIMED");
    }

    @Test
    void an_answer_is_promised_with_the_claim_and_kept_with_the_offer() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);

        assertThat(promiseOf(claimed)).containsEntry("state", "RUNNING").containsEntry("workingDays", 3);

        Answer offered = offer(claimer, claimed);

        assertThat(offered.status()).as(offered.body().toString()).isEqualTo(200);
        assertThat(promiseOf(offered)).containsEntry("state", "ANSWERED");
        assertThat(offered.body()).containsEntry("status", "OFFERED");
        assertThat(claimsOf(get(poster, MINE + "/" + id)).getFirst())
                .extractingByKey("offer")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("productTitle", product.title())
                .containsEntry("termMonths", 12);
    }

    @Test
    void the_offer_that_is_chosen_becomes_one_application_and_the_others_are_told() {
        UUID id = posted();
        Answer offered = offered(id);
        LoanProduct other = productOf(aBank(), 300, 24, "信用");
        CurrentUser waiting = claimerOf(bankOf(other));
        Answer unanswered = claim(waiting, id);
        String key = Ids.next().toString();

        Answer application = choose(offered, key);

        assertThat(application.status()).as(application.body().toString()).isEqualTo(201);
        assertThat(application.body())
                .containsEntry("status", "SUBMITTED")
                .containsEntry("bankId", bank.id().toString())
                .containsEntry("productId", product.id().toString())
                .containsEntry("termMonths", 12)
                .containsEntry("offeredRate", 3.65)
                .containsEntry("purpose", "采购原材料、支付货款；为" + NAME + "备货")
                .containsEntry("contactName", "李经理")
                .containsEntry("enterpriseName", NAME)
                .containsEntry("channel", "PC");
        assertThat(((Number) application.get("amount")).doubleValue()).isEqualTo(400_000);
        assertThat(choose(offered, key)).as("asked twice, answered alike").isEqualTo(application);
        assertThat(applicationsOf(poster)).isEqualTo(1);
        assertThat(statusOf(id)).isEqualTo("CHOSEN");
        assertThat(claimStates(id)).containsExactly("CHOSEN", "NOT_CHOSEN");
        assertThat(eventsOf(id)).containsExactly("finance.FinancingDemandPosted", "finance.FinancingDemandEnded");
        assertThat(eventsOf(unanswered.id())).containsExactly("finance.DemandClaimed", "finance.DemandClaimEnded");
        assertThat(eventsOf(application.id())).containsExactly("finance.LoanApplicationSubmitted");
        assertThat(get(claimer, FITTING + "/" + id).get("applicationId"))
                .isEqualTo(application.id().toString());
        assertThat(get(waiting, FITTING + "/" + id).body())
                .containsEntry("status", "CHOSEN")
                .doesNotContainKey("applicationId");
        assertThat(promiseOf(claimAsItIs(waiting, id))).containsEntry("state", "DROPPED");
        assertThat(get(claimer, CLAIMS + offered.id() + "/enterprise").code())
                .as("the application is read now, not the demand")
                .isEqualTo("DEMAND_HIDDEN");
        assertThat(get(claimerOf(aFittingBank()), FITTING + "/" + id).status())
                .as("what has ended is there for those who had claimed it")
                .isEqualTo(404);
    }

    @Test
    void the_offer_that_was_chosen_binds_its_bank_which_says_why_where_it_grants_less() {
        CurrentUser officer = TestUsers.ofBank(bank.id(), "finance.demand.claim", "finance.application.handle");
        Answer application =
                choose(offer(officer, claim(officer, posted())), Ids.next().toString());
        assertThat(application.get("offeredRate")).isEqualTo(3.65);
        Answer accepted = act(officer, application.id(), "accept", Map.of("version", application.version()));
        Map<String, Object> dearer = approval(accepted.version());
        dearer.put("annualRate", 20);

        assertThat(act(officer, application.id(), "approve", dearer).code()).isEqualTo("GRANT_BELOW_OFFER");
        dearer.put("belowOffer", "尽调发现新增对外担保");
        assertThat(act(officer, application.id(), "approve", dearer).status()).isEqualTo(200);

        assertThat(get(poster, "/api/finance/my/applications/" + application.id())
                        .get("timeline")
                        .toString())
                .contains("年利率 3.65%", "尽调发现新增对外担保");
    }

    @Test
    void what_comes_of_an_offer_is_with_who_made_it_and_not_among_what_waits_to_be_taken() {
        CurrentUser offerer = TestUsers.ofBank(bank.id(), "finance.demand.claim", "finance.application.handle");
        theBankHas(new StaffMember(offerer.accountId(), offerer.name(), bank.id(), bank.name()));
        Answer application =
                choose(offer(offerer, claim(offerer, posted())), Ids.next().toString());
        assertThat(application.status()).as(application.body().toString()).isEqualTo(201);
        assertThat(application.get("handling"))
                .as("the enterprise reads nothing of it")
                .isNull();

        Answer atBank = get(officer, "/api/finance/applications/" + application.id());
        assertThat(atBank.get("handling"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("handlerId", offerer.accountId().toString())
                .doesNotContainKey("branchId");
        assertThat(atBank.get("timeline").toString()).contains("ASSIGNED", "企业选定了其报价");
        assertThat(items(get(officer, "/api/finance/applications?holding=POOL")))
                .isEmpty();
        assertThat(jdbc.sql("select handler_id from promise where case_id = ?")
                        .param(application.id())
                        .query(UUID.class)
                        .single())
                .as("who is warned")
                .isEqualTo(offerer.accountId());
        assertThat(jdbc.sql(
                                "select data ->> 'handlerId' from outbox where subject = ? and type = 'finance.LoanApplicationSubmitted'")
                        .param(application.id())
                        .query(String.class)
                        .single())
                .as("who is told of it")
                .isEqualTo(offerer.accountId().toString());
        assertThat(act(officer, application.id(), "accept", Map.of("version", application.version()))
                        .code())
                .isEqualTo("APPLICATION_OF_COLLEAGUE");
        assertThat(act(offerer, application.id(), "accept", Map.of("version", application.version()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_comes_of_an_offer_lies_at_the_branch_where_who_made_it_is_by_now() {
        UUID branch = Ids.next();
        theBankHas(new StaffMember(claimer.accountId(), claimer.name(), branch, "测试支行"));

        Answer application =
                choose(offer(claimer, claim(claimer, posted())), Ids.next().toString());

        assertThat(get(officer, "/api/finance/applications/" + application.id()).get("handling"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("handlerId", claimer.accountId().toString())
                .containsEntry("branchId", branch.toString());
    }

    @Test
    void what_comes_of_an_offer_whose_maker_can_have_it_no_more_waits_to_be_taken() {
        theBankHas(new StaffMember(Ids.next(), "另一客户经理", bank.id(), bank.name()));

        liesInThePool(
                choose(offer(claimer, claim(claimer, posted())), Ids.next().toString()));
    }

    @Test
    void where_nobody_says_who_can_have_it_what_comes_of_an_offer_waits_to_be_taken() {
        Answer offered = offer(claimer, claim(claimer, posted()));
        when(principals.staff(bank.id(), FinancePermissions.HANDLE_APPLICATIONS))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        liesInThePool(choose(offered, Ids.next().toString()));
    }

    @Test
    void where_it_is_refused_to_say_who_can_have_it_nothing_is_chosen_and_nothing_lies_in_the_pool() {
        UUID id = posted();
        Answer offered = offer(claimer, claim(claimer, id));
        when(principals.staff(bank.id(), FinancePermissions.HANDLE_APPLICATIONS))
                .thenThrow(new RefusedQuestion());

        Answer refused = choose(offered, Ids.next().toString());

        assertThat(refused.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(statusOf(id)).isEqualTo("OPEN");
        assertThat(applicationsOf(poster)).isZero();
    }

    private void theBankHas(StaffMember... officers) {
        when(principals.staff(bank.id(), FinancePermissions.HANDLE_APPLICATIONS))
                .thenReturn(List.of(officers));
    }

    private void liesInThePool(Answer application) {
        assertThat(application.status()).as(application.body().toString()).isEqualTo(201);
        Answer atBank = get(officer, "/api/finance/applications/" + application.id());
        assertThat(atBank.get("handling"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .doesNotContainKeys("handlerId", "branchId");
        assertThat(atBank.get("timeline").toString()).doesNotContain("ASSIGNED");
        assertThat(items(get(officer, "/api/finance/applications?holding=POOL")))
                .extracting(it -> it.get("id"))
                .containsExactly(application.id().toString());
        assertThat(act(officer, application.id(), "accept", Map.of("version", application.version()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_two_who_choose_at_once_one_does() throws Exception {
        UUID id = posted();
        Answer one = offered(id);
        LoanProduct other = productOf(aBank(), 300, 24, "信用");
        CurrentUser otherOfficer = claimerOf(bankOf(other));
        Answer two = offer(otherOfficer, claim(otherOfficer, id), other);

        List<Answer> answers = atOnce(Stream.of(one, two, one, two)
                .<Callable<Answer>>map(it -> () -> choose(it, Ids.next().toString()))
                .toList());

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .isSubsetOf("STATE_CONFLICT", "VERSION_CONFLICT");
        assertThat(applicationsOf(poster)).isEqualTo(1);
        assertThat(claimStates(id)).containsExactly("CHOSEN", "NOT_CHOSEN");
    }

    @Test
    void where_the_application_is_refused_nothing_is_half_done() {
        UUID id = posted();
        Answer offered = offered(id);
        List<Map<String, Object>> refusals = List.of(
                Map.of("consent", false),
                Map.of("kind", "RENEWAL"),
                Map.of("kind", "RENEWAL", "renewsApplicationId", Ids.next()));
        for (Map<String, Object> change : refusals) {
            Map<String, Object> choice = choice(offered.version());
            choice.putAll(change);
            assertThat(choose(offered, choice, Ids.next().toString()).code())
                    .isIn("CONSENT_REQUIRED", "EARLIER_LOAN_REQUIRED", "EARLIER_LOAN_UNKNOWN");
        }
        jdbc.sql("update loan_product set status = 'SUSPENDED' where id = ?")
                .param(product.id())
                .update();
        assertThat(choose(offered, Ids.next().toString()).code()).isEqualTo("PRODUCT_SUSPENDED");

        assertThat(statusOf(id)).isEqualTo("OPEN");
        assertThat(claimStates(id)).containsExactly("OFFERED");
        assertThat(applicationsOf(poster)).isZero();
        assertThat(eventsOf(id)).containsExactly("finance.FinancingDemandPosted");

        jdbc.sql("update loan_product set status = 'PUBLISHED' where id = ?")
                .param(product.id())
                .update();
        assertThat(choose(offered, Ids.next().toString()).status()).isEqualTo(201);
    }

    @Test
    void where_the_demand_cannot_be_stored_after_it_there_is_no_application() {
        UUID id = posted();
        Answer offered = offered(id);
        jdbc.sql("alter table financing_demand add constraint for_this_test check (id <> '%s' or status = 'OPEN')"
                        .formatted(id))
                .update();
        try {
            assertThat(choose(offered, Ids.next().toString()).status()).isGreaterThanOrEqualTo(400);
            assertThat(applicationsOf(poster)).isZero();
            assertThat(claimStates(id)).containsExactly("OFFERED");
        } finally {
            jdbc.sql("alter table financing_demand drop constraint for_this_test")
                    .update();
        }
        assertThat(choose(offered, Ids.next().toString()).status()).isEqualTo(201);
        assertThat(applicationsOf(poster)).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_is_over_for_everybody() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);

        Answer withdrawn = post(poster, MINE + "/" + id + "/withdraw", Map.of("version", 0));

        assertThat(demandOf(withdrawn)).containsEntry("status", "WITHDRAWN");
        assertThat(claimStates(id)).containsExactly("LAPSED");
        assertThat(eventsOf(claimed.id())).containsExactly("finance.DemandClaimed", "finance.DemandClaimEnded");
        assertThat(offer(claimer, claimed).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(post(poster, MINE + "/" + id + "/withdraw", Map.of("version", 0))
                        .code())
                .isEqualTo("VERSION_CONFLICT");
        assertThat(post(poster, MINE + "/" + id + "/withdraw", Map.of("version", 1))
                        .code())
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void who_decided_by_what_no_longer_is_looks_again() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        show(claimed);

        assertThat(offer(claimer, claimed).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(offer(claimer, claimAsItIs(claimer, id)).status()).isEqualTo(200);
    }

    @Test
    void the_lists_are_narrowed_and_ordered() {
        Map<String, Object> large = demand();
        large.put("amount", 2_000_000);
        UUID small = posted();
        UUID big = posted(large);
        claim(claimer, small);

        assertThat(ids(FITTING, "sort=amount,desc")).containsSubsequence(big, small);
        assertThat(ids(FITTING, "sort=amount,asc")).containsSubsequence(small, big);
        assertThat(ids(FITTING, "")).startsWith(big, small);
        assertThat(ids(FITTING, "mine=true")).containsExactly(small);
        assertThat(ids(FITTING, "mine=false")).contains(big).doesNotContain(small);
        assertThat(ids(FITTING, "q=制造业&status=OPEN")).contains(big, small);
        assertThat(ids(FITTING, "q=" + NAME)).as("nobody is found by a name").isEmpty();
        assertThat(ids(FITTING, "from=" + LocalDate.now(now).plusDays(2))).isEmpty();
        assertThat(get(claimer, FITTING + "?sort=enterpriseName,asc").status()).isEqualTo(400);
        assertThat(get(poster, MINE + "?status=CHOSEN").get("total")).isEqualTo(0);
    }

    @Test
    void the_office_reads_figures_as_far_as_it_reaches() {
        String town = "town-" + Ids.next();
        UUID id = posted();
        jdbc.sql("update financing_demand set town_code = ? where id = ?")
                .params(town, id)
                .update();
        offered(id);
        CurrentUser ofTown = office.reaching(
                Map.of(ScopedResource.LOAN_APPLICATION, Reach.of(ScopeKind.TOWNS, List.of(town), List.of())),
                office.territory());

        Answer figures = get(ofTown, ALL + "/figures");

        assertThat(figures.body())
                .containsEntry("posted", 1)
                .containsEntry("open", 1)
                .containsEntry("unclaimed", 0)
                .extractingByKey("banks")
                .asString()
                .contains("claimed=1", "offered=1", "chosen=0", bank.name());
        assertThat(get(ofTown, ALL).get("total")).isEqualTo(1);
        assertThat(get(ofTown, ALL + "/" + posted()).status()).isEqualTo(404);
        assertThat(get(office.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.NONE), office.territory()), ALL)
                        .get("total"))
                .isEqualTo(0);
    }

    @Test
    void who_sees_their_own_work_sees_what_fits_and_what_they_claimed() {
        UUID id = posted();
        CurrentUser mine = claimer.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.OWN), claimer.territory());
        CurrentUser colleague = claimerOf(bank);
        Answer claimed = claim(colleague, id);

        assertThat(get(mine, FITTING + "/" + id).body()).containsEntry("claims", List.of());
        assertThat(get(mine, CLAIMS + claimed.id() + "/enterprise").status()).isEqualTo(404);
    }

    @Test
    void who_claimed_it_answers_it_or_who_assigns_at_the_same_bank_and_no_colleague() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);
        CurrentUser stranger = claimerOf(aFittingBank());

        assertThat(offer(stranger, claimed).status()).isEqualTo(404);
        assertThat(post(stranger, CLAIMS + claimed.id() + "/give-back", Map.of("version", 0, "reasonCode", "TERM"))
                        .status())
                .isEqualTo(404);
        assertThat(get(stranger, FITTING + "/" + id).get("claims")).isEqualTo(List.of());
        CurrentUser colleague = claimerOf(bank);
        Answer refused = offer(colleague, claimed);
        assertThat(refused.code()).isEqualTo("CLAIM_OF_COLLEAGUE");
        assertThat(refused.get("detail").toString()).contains(claimer.name(), "负责人");
        assertThat(post(colleague, CLAIMS + claimed.id() + "/give-back", Map.of("version", 0, "reasonCode", "TERM"))
                        .code())
                .isEqualTo("CLAIM_OF_COLLEAGUE");
        assertThat(post(
                                colleague,
                                CLAIMS + claimed.id() + "/ask-extension",
                                Map.of("workingDays", 1, "reason", "需要补充调查"))
                        .code())
                .isEqualTo("CLAIM_OF_COLLEAGUE");
        assertThat(offer(TestUsers.ofBank(aFittingBank().id(), FinancePermissions.ASSIGN_APPLICATIONS), claimed)
                        .status())
                .as("who assigns at another bank")
                .isEqualTo(404);
        assertThat(offer(TestUsers.ofBank(bank.id(), FinancePermissions.ASSIGN_APPLICATIONS), claimed)
                        .status())
                .as("who claimed it is away")
                .isEqualTo(200);
    }

    @Test
    void who_claimed_it_is_told_by_id_to_its_bank_alone() {
        UUID id = posted();
        Answer claimed = claim(claimer, id);

        assertThat(claimed.get("officerId")).isEqualTo(claimer.accountId().toString());
        assertThat(get(claimer, FITTING + "/" + id).get("claims").toString())
                .contains(claimer.accountId().toString());
        assertThat(claimsOf(get(poster, MINE + "/" + id)).getFirst())
                .containsEntry("officerName", claimer.name())
                .doesNotContainEntry("officerId", claimer.accountId().toString());
        assertThat(get(office, ALL + "/" + id).get("claims").toString())
                .doesNotContain(claimer.accountId().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "hide", "choose"})
    void another_enterprise_says_nothing_for_this_one(String action) {
        Answer offered = offered(posted());
        CurrentUser other = aPoster();

        assertThat(post(
                                other,
                                MY_CLAIMS + offered.id() + "/" + action,
                                choice(offered.version()),
                                Ids.next().toString())
                        .status())
                .isEqualTo(404);
        assertThat(applicationsOf(other)).isZero();
    }

    @Test
    void the_database_keeps_what_was_posted_and_one_choice() {
        UUID id = posted();
        offered(id);

        refusedByTheDatabase(
                "update financing_demand set amount = 1 where id = '" + id + "'",
                "what a financing demand asks for never changes");
        refusedByTheDatabase(
                "update financing_demand set status = 'CHOSEN', ended_at = now() where id = '" + id + "'",
                "chosen_became_an_application");
        refusedByTheDatabase(
                "insert into demand_claim select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7()))).* from demand_claim c"
                        + " where demand_id = '" + id + "'",
                "demand_claim_once_a_bank");
        refusedByTheDatabase(
                "update demand_claim set offered_rate = null where demand_id = '" + id + "'",
                "offer_is_complete_or_absent");
    }

    @Test
    void what_somebody_posted_is_theirs_to_take_out() {
        posted();

        assertThat((List<?>) get(poster, "/api/finance/my/data").get("demands"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("contactPhone", "13812345678")
                .containsEntry("status", "征集中");
    }

    private void refusedByTheDatabase(String sql, String constraint) {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> jdbc.sql(sql).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }

    private Answer offered(UUID demand) {
        Answer offered = offer(claimer, claim(claimer, demand));
        assertThat(offered.status()).as(offered.body().toString()).isEqualTo(200);
        return offered;
    }

    private Bank aFittingBank() {
        Bank other = aBank();
        aProductOf(other);
        return other;
    }

    private LoanProduct productOf(Bank owner, int mostWan, int months, String guarantee) {
        LoanProduct it = aProductOf(owner);
        jdbc.sql("update loan_product set max_amount_wan = ?, term_months = ?, guarantee = ? where id = ?")
                .params(mostWan, months, guarantee, it.id())
                .update();
        return it;
    }

    private static Bank bankOf(LoanProduct it) {
        return new Bank(it.bankId(), it.bankName());
    }

    private List<UUID> ids(String list, String query) {
        return items(get(claimer, list + "?size=200&" + query)).stream()
                .map(it -> UUID.fromString((String) it.get("id")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> promiseOf(Answer claim) {
        return (Map<String, Object>) claim.get("promise");
    }
}
