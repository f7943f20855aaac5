package cn.zhengqi.finance.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A bank enters a product, the finance office sends it back or publishes it, and who applied before keeps what they applied under. */
class ProductEntryTest extends FinanceServiceTest {

    private static final String ENTRIES = "/api/finance/manage/product-entries";
    private static final String PRODUCTS = "/api/finance/products";
    private static final List<String> AMOUNTS =
            List.of("\"mostWan\": 100", "纯线上最高100万元", "\"considers\": [\"taxPaid12m\"]", "以企业涉税数据为主要依据");

    @BeforeEach
    void the_engine_tells_conditions_in_words() {
        when(trials.answer(any()))
                .thenReturn(new Trial.Answer(
                        List.of(),
                        List.of(said("连续纳税年数", "连续纳税年数不低于 2 年"), said("纳税信用等级", "纳税信用等级为 A、B 之一")),
                        List.of()));
    }

    @Test
    void a_new_product_is_entered_reviewed_and_on_sale() {
        Answer draft = begun(null, content());
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.get("status")).isEqualTo("DRAFT");
        assertThat(draft.get("productId")).isNull();

        Answer submitted = act(officer, draft, "submit");
        assertThat(submitted.get("status")).isEqualTo("SUBMITTED");
        Answer approved = act(financeOffice, submitted, "approve");

        assertThat(approved.get("status")).isEqualTo("APPROVED");
        assertThat(approved.get("edition")).isEqualTo(1);
        Answer published = get(enterprise, PRODUCTS + "/" + approved.get("productId"));
        assertThat(published.body())
                .containsEntry("title", "巴南快贷")
                .containsEntry("bankId", bank.id().toString())
                .containsEntry("productType", "信用贷款/税贷")
                .containsEntry("guarantee", "信用+保证")
                .containsEntry("rateText", "年化 3.45%–4.35%")
                .containsEntry("edition", 1)
                .containsEntry("current", true)
                .containsEntry("verified", true)
                .containsEntry("status", "PUBLISHED");
        assertThat((Map<String, Object>) published.get("offer"))
                .containsEntry("audience", "区内小微企业")
                .containsEntry("materials", List.of("营业执照", "近一年纳税证明"));
        assertThat((List<Map<String, Object>>) published.get("criteria"))
                .extracting(it -> it.get("text"))
                .containsExactly("连续纳税年数不低于 2 年", "纳税信用等级为 A、B 之一");
        assertThat(eventsOf(approvedProduct(approved))).containsExactly("finance.LoanProductPublished");
        assertThat(toldRule(approvedProduct(approved)))
                .contains("\"fact\": \"taxYears\"", "\"edition\": \"1\"", "额度 5 万元起");
        assertThat(items(get(enterprise, PRODUCTS + "?bankId=" + bank.id())))
                .extracting(it -> it.get("title"))
                .contains("巴南快贷");
    }

    @Test
    void what_is_sent_back_has_its_reason_is_mended_and_published() {
        Answer submitted = act(officer, begun(null, content()), "submit");

        Answer blank = post(
                financeOffice,
                ENTRIES + "/" + submitted.id() + "/return",
                Map.of("version", submitted.version(), "reason", " "));
        assertThat(fields(blank)).containsExactly("reason");
        Answer returned = sentBack(submitted);

        assertThat(returned.get("status")).isEqualTo("RETURNED");
        Answer read = get(officer, ENTRIES + "/" + submitted.id());
        assertThat(read.get("returnReason")).isEqualTo("请写明联系网点");
        Answer mended = changed(officer, read, with(content(), "title", "巴南快贷（修订）"));
        assertThat(mended.status()).isEqualTo(200);
        Answer approved = act(financeOffice, act(officer, mended, "submit"), "approve");
        assertThat(get(enterprise, PRODUCTS + "/" + approved.get("productId")).get("title"))
                .isEqualTo("巴南快贷（修订）");
    }

    @Test
    void the_edition_in_force_stays_until_the_next_is_approved_and_applications_keep_theirs() {
        Answer before = submit(enterprise, application());
        assertThat(before.get("productEdition")).isEqualTo(1);
        Answer submitted = act(officer, begun(product.id(), content()), "submit");
        assertThat(get(enterprise, PRODUCTS + "/" + product.id()).body())
                .containsEntry("edition", 1)
                .containsEntry("title", product.title());

        Answer approved = act(financeOffice, submitted, "approve");

        assertThat(approved.get("edition")).isEqualTo(2);
        assertThat(get(enterprise, PRODUCTS + "/" + product.id()).body())
                .containsEntry("edition", 2)
                .containsEntry("code", product.code())
                .containsEntry("title", "巴南快贷");
        assertThat(eventsOf(product.id()))
                .containsExactly("finance.LoanProductPublished", "finance.LoanProductPublished");
        assertThat(get(enterprise, "/api/finance/my/applications/" + before.id())
                        .body())
                .containsEntry("productEdition", 1)
                .containsEntry("productTitle", product.title());
        assertThat(get(enterprise, PRODUCTS + "/" + product.code() + "/editions/1")
                        .body())
                .containsEntry("title", product.title())
                .containsEntry("current", false);
        assertThat(get(enterprise, PRODUCTS + "/" + product.code() + "/editions/3")
                        .status())
                .isEqualTo(404);
        // Under the new one an application is held to the new limits.
        CurrentUser another = anEnterprise();
        assertThat(submit(another, with(application(), "amount", 20_000)).code())
                .isEqualTo("AMOUNT_OUT_OF_RANGE");
        assertThat(submit(another, with(application(), "termMonths", 2)).code()).isEqualTo("TERM_OUT_OF_RANGE");
        assertThat(submit(another, application()).get("productEdition")).isEqualTo(2);
    }

    @Test
    void conditions_of_every_form_are_written_published_and_matched_by() {
        Map<String, Object> tree = Map.of(
                "type",
                "anyOf",
                "exhaustive",
                false,
                "criteria",
                List.of(
                        condition("taxYears", ">=", 3),
                        Map.of("type", "atLeast", "count", 1, "criteria", List.of(condition("legalRepAge", ">=", 18))),
                        Map.of(
                                "type",
                                "banded",
                                "by",
                                "employees",
                                "bands",
                                List.of(Map.of(
                                        "label",
                                        "100 人以下",
                                        "to",
                                        100,
                                        "fromIncluded",
                                        true,
                                        "toIncluded",
                                        false,
                                        "then",
                                        condition("taxPaid12m", ">=", 3)))),
                        Map.of(
                                "type",
                                "unverified",
                                "reason",
                                "看流水",
                                "clause",
                                Map.of("text", "流水良好", "place", "第三条", "certain", false))));

        Answer approved = next(with(with(content(), "criteria", tree), "ruleTo", "2027-12-31"));

        assertThat(approved.status()).isEqualTo(200);
        assertThat(toldRule(product.id()))
                .contains("\"anyOf\"", "\"atLeast\"", "\"banded\"", "看流水", "第三条", "\"to\": \"2027-12-31\"");
        Answer again = get(officer, ENTRIES + "/start?product=" + product.id());
        assertThat((Map<String, Object>) again.get("criteria"))
                .containsEntry("type", "anyOf")
                .extractingByKey("criteria")
                .asInstanceOf(LIST)
                .hasSize(4);
        assertThat(again.get("ruleTo")).isEqualTo("2027-12-31");
    }

    @Test
    void the_engine_is_asked_for_the_words_outside_any_transaction() {
        List<Boolean> inTransaction = new ArrayList<>();
        when(trials.answer(any())).thenAnswer(asked -> {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            return new Trial.Answer(List.of(), List.of(said("连续纳税年数", "连续纳税年数不低于 2 年")), List.of());
        });

        assertThat(act(financeOffice, act(officer, begun(null, content()), "submit"), "approve")
                        .status())
                .isEqualTo(200);

        assertThat(inTransaction).containsExactly(false);
    }

    @Test
    void without_conditions_the_bank_decides_and_that_is_said() {
        Answer approved = next(with(content(), "criteria", null));

        assertThat(approved.status()).isEqualTo(200);
        assertThat(toldRule(product.id())).contains("准入条件未公布，以银行核定为准");
        assertThat((List<?>) get(enterprise, PRODUCTS + "/" + product.id()).get("criteria"))
                .isEmpty();
        assertThat(get(officer, ENTRIES + "/start?product=" + product.id()).get("criteria"))
                .isNull();
    }

    @Test
    void what_is_said_of_amounts_and_the_words_of_conditions_outlive_an_edition_that_does_not_touch_them() {
        rulesAreOfASource();
        Answer start = get(officer, ENTRIES + "/start?product=" + product.id());
        assertThat((Map<String, Object>) start.get("criteria")).containsEntry("type", "allOf");

        Answer approved = next(with(content(), "criteria", start.get("criteria")));

        assertThat(approved.status()).isEqualTo(200);
        assertThat(toldRule(product.id()))
                .contains(AMOUNTS)
                .contains("一般不低于5万元", "纳税满2年", "年纳税 3 万元以上", "\"certain\": false")
                .doesNotContain("额度 5 万元起");
        assertThat((List<Map<String, Object>>)
                        get(enterprise, PRODUCTS + "/" + product.id()).get("criteria"))
                .extracting(it -> it.get("text") + " " + it.get("certain"))
                .containsExactly("纳税满2年 true", "年纳税 3 万元以上 false");
    }

    @Test
    void conditions_that_are_changed_are_said_in_new_words_and_what_is_said_of_amounts_stays() {
        rulesAreOfASource();

        assertThat(next(with(content(), "minAmountWan", 8)).status()).isEqualTo(200);

        assertThat(toldRule(product.id()))
                .contains(AMOUNTS)
                .contains("额度 8 万元起", "taxCreditRating")
                .doesNotContain("一般不低于5万元", "年纳税 3 万元以上");
        assertThat((List<Map<String, Object>>)
                        get(enterprise, PRODUCTS + "/" + product.id()).get("criteria"))
                .extracting(it -> it.get("text"))
                .containsExactly("连续纳税年数不低于 2 年", "纳税信用等级为 A、B 之一");
    }

    @Test
    void a_product_off_sale_gets_its_edition_and_stays_off_sale_and_what_runs_goes_on() {
        Answer running = submit(enterprise, application());
        Answer submitted = act(officer, begun(product.id(), content()), "submit");
        post(
                officer,
                "/api/finance/manage/products/" + product.id() + "/suspend",
                Map.of("version", 0, "reason", "额度已用完"));

        assertThat(act(financeOffice, submitted, "approve").status()).isEqualTo(200);

        assertThat(get(enterprise, PRODUCTS + "/" + product.id()).body())
                .containsEntry("status", "SUSPENDED")
                .containsEntry("edition", 2);
        assertThat(eventsOf(product.id()))
                .containsExactly("finance.LoanProductPublished", "finance.LoanProductSuspended");
        assertThat(submit(anEnterprise(), application()).code()).isEqualTo("PRODUCT_SUSPENDED");
        assertThat(act(officer, running.id(), "accept", Map.of("version", running.version()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "minAmountWan, 500, maxAmountWan, MIN_ABOVE_MAX",
        "minAmountWan, 0, minAmountWan, RANGE",
        "maxAmountWan, 100000.01, maxAmountWan, RANGE",
        "minRate, 0, minRate, RATE_OUT_OF_RANGE",
        "minRate, -3, minRate, RATE_OUT_OF_RANGE",
        "maxRate, 24.01, maxRate, RATE_OUT_OF_RANGE",
        "minRate, 5, maxRate, MIN_ABOVE_MAX",
        "minTermMonths, 0, minTermMonths, RANGE",
        "maxTermMonths, 361, maxTermMonths, RANGE",
        "minTermMonths, 37, maxTermMonths, MIN_ABOVE_MAX",
    })
    void absurd_figures_are_refused_at_their_field_already_in_a_draft(
            String field, BigDecimal value, String refused, String code) {
        Answer answer = begun(null, with(content(), field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat((List<Map<String, Object>>) answer.get("errors"))
                .singleElement()
                .satisfies(error ->
                        assertThat(error).containsEntry("field", refused).containsEntry("code", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"信用贷", "信用类贷款", "信用 贷款", "信用贷款产品"})
    void a_type_that_there_is_in_another_spelling_is_refused_and_says_how_it_is_spelled(String type) {
        Answer answer = begun(null, with(content(), "productTypes", List.of("税贷", type)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat((List<Map<String, Object>>) answer.get("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .containsEntry("field", "productTypes")
                        .containsEntry("code", "SPELLED_OTHERWISE")
                        .containsEntry("message", "“" + type + "”与已有的产品类型“信用贷款”是同一类，请改用“信用贷款”"));
    }

    @Test
    void a_new_type_is_entered_in_one_spelling_and_whoever_is_published_first_gives_it() {
        assertThat(fields(begun(null, with(content(), "productTypes", List.of("冷链贷", "冷链贷款")))))
                .containsExactly("productTypes");
        Answer first = act(officer, begun(null, with(content(), "productTypes", List.of("冷链贷"))), "submit");
        Answer second = act(officer, begun(null, with(content(), "productTypes", List.of("冷链贷款"))), "submit");
        Answer published = act(financeOffice, first, "approve");
        assertThat(published.status()).isEqualTo(200);

        Answer refused = act(financeOffice, second, "approve");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("productTypes");

        assertThat(begun(approvedProduct(published), with(content(), "productTypes", List.of("冷链贷款")))
                        .status())
                .as("its bank calls it otherwise, nobody else called it so")
                .isEqualTo(201);
    }

    @Test
    void a_product_whose_last_day_is_past_is_neither_handed_in_nor_applied_for() {
        Answer draft = begun(null, with(content(), "ruleTo", "2020-12-31"));
        assertThat(draft.status()).as("a draft may wait").isEqualTo(201);
        Answer refused = act(officer, draft, "submit");
        assertThat(refused.status()).isEqualTo(400);
        assertThat((List<Map<String, Object>>) refused.get("errors"))
                .singleElement()
                .satisfies(error ->
                        assertThat(error).containsEntry("field", "ruleTo").containsEntry("message", "匹配至何日不能早于今天"));

        Answer approved = next(with(content(), "ruleTo", "2099-12-31"));
        assertThat(approved.status()).isEqualTo(200);
        assertThat(get(enterprise, PRODUCTS + "/" + product.id()).get("matchedUntil"))
                .isEqualTo("2099-12-31");
        matchedUntil("2020-12-31");
        try {
            assertThat(submit(anEnterprise(), application()).code()).isEqualTo("PRODUCT_NO_LONGER_OFFERED");
        } finally {
            // As it was told to others.
            matchedUntil("2099-12-31");
        }
    }

    private void matchedUntil(String day) {
        jdbc.sql("update loan_product set rule = jsonb_set(rule, '{validity,to}', to_jsonb(?::text)) where id = ?")
                .params(day, product.id())
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "productTypes",
                "guarantees",
                "minAmountWan",
                "maxAmountWan",
                "minRate",
                "maxRate",
                "minTermMonths",
                "maxTermMonths",
                "repayments",
                "audience",
                "purposes",
                "materials",
                "contacts",
                "summary"
            })
    void a_draft_may_lack_anything_and_what_is_handed_in_nothing(String field) {
        Answer draft = begun(null, with(content(), field, null));
        assertThat(draft.status()).isEqualTo(201);

        Answer refused = act(officer, draft, "submit");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
        assertThat(get(officer, ENTRIES + "/" + draft.id()).get("status")).isEqualTo("DRAFT");
    }

    @Test
    void conditions_may_be_half_written_in_a_draft_and_are_handed_in_sound() {
        Answer draft = begun(
                null,
                with(
                        content(),
                        "criteria",
                        allOf(
                                condition("taxYears", ">=", 2),
                                Map.of("type", "comparison", "fact", "taxPaid12m", "op", ">=", "value", 3, "unit", "元"),
                                condition("legalRepAge", "between", List.of(60, 18)))));
        assertThat(draft.status()).isEqualTo(201);

        Answer refused = act(officer, draft, "submit");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("CRITERIA_FAULTY");
        assertThat((List<Map<String, Object>>) refused.get("faults"))
                .extracting(fault -> fault.get("path") + " " + fault.get("code"))
                .containsExactly("/criteria/1 UNIT_MISMATCH", "/criteria/2 RANGE_REVERSED");
    }

    @Test
    void what_conditions_say_is_told_while_they_are_written() {
        Answer faulty =
                post(officer, ENTRIES + "/conditions/preview", Map.of("criteria", condition("moonPhase", ">=", 2)));
        assertThat((List<?>) faulty.get("faults")).hasSize(1);

        Answer told = post(
                financeOffice, ENTRIES + "/conditions/preview", Map.of("criteria", condition("taxYears", ">=", 2)));

        assertThat((List<?>) told.get("faults")).isEmpty();
        assertThat((List<?>) told.get("conditions")).hasSize(2);
        assertThat(post(enterprise, ENTRIES + "/conditions/preview", Map.of("criteria", Map.of()))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void days_of_conditions_are_in_order() {
        assertThat(fields(begun(null, with(with(content(), "ruleFrom", "2027-01-01"), "ruleTo", "2026-01-01"))))
                .containsExactly("ruleTo");
    }

    @ParameterizedTest
    @CsvSource({"title, x, 61", "summary, x, 201", "audience, x, 201"})
    void what_is_too_long_is_refused_at_its_field(String field, String letter, int times) {
        assertThat(fields(begun(null, with(content(), field, letter.repeat(times)))))
                .singleElement()
                .asString()
                .endsWith(field);
    }

    @Test
    void of_two_at_once_one_has_to_look_again() throws Exception {
        Answer submitted = act(officer, begun(null, content()), "submit");
        List<Callable<Answer>> reviews = List.of(
                () -> act(financeOffice, submitted, "approve"),
                () -> act(anotherReviewer(), submitted, "approve"),
                () -> post(
                        anotherReviewer(),
                        ENTRIES + "/" + submitted.id() + "/return",
                        Map.of("version", submitted.version(), "reason", "请再看一遍")));

        List<Answer> answers = atOnce(reviews);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409);
        assertThat(jdbc.sql("select count(*) from loan_product where bank_id = ? and title = '巴南快贷'")
                        .param(bank.id())
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1);
        assertThat(changed(officer, submitted, content()).status()).isEqualTo(409);
    }

    @Test
    void a_product_has_one_next_edition_at_a_time() throws Exception {
        List<Answer> answers = atOnce(Stream.<Callable<Answer>>generate(() -> () -> begun(product.id(), content()))
                .limit(4)
                .toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers.stream().filter(it -> it.status() == 409))
                .extracting(Answer::code)
                .containsOnly("PRODUCT_ENTRY_OPEN");
        Answer first =
                answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
        act(officer, first, "discard");
        assertThat(begun(product.id(), content()).status()).isEqualTo(201);
    }

    @Test
    void what_the_office_has_is_not_changed_under_its_hands() {
        Answer submitted = act(officer, begun(null, content()), "submit");

        assertThat(changed(officer, submitted, content()).code()).isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, submitted, "discard").code()).isEqualTo("STATE_CONFLICT");
        Answer back = act(officer, submitted, "take-back");
        assertThat(back.get("status")).isEqualTo("DRAFT");
        assertThat(act(financeOffice, back, "approve").status()).isEqualTo(404);
    }

    @Test
    void what_was_decided_stays() {
        Answer approved = act(financeOffice, act(officer, begun(null, content()), "submit"), "approve");

        for (String action : List.of("submit", "take-back", "discard")) {
            assertThat(act(officer, approved, action).code()).as(action).isEqualTo("STATE_CONFLICT");
        }
        assertThat(act(financeOffice, approved, "approve").code()).isEqualTo("STATE_CONFLICT");
    }

    @Test
    void another_banks_products_and_entries_do_not_exist_for_a_bank() {
        CurrentUser stranger = officerOf(aBank());
        Answer draft = begun(product.id(), content());

        assertThat(post(stranger, ENTRIES, Map.of("productId", product.id(), "content", content()))
                        .status())
                .isEqualTo(404);
        assertThat(get(stranger, ENTRIES + "/start?product=" + product.id()).status())
                .isEqualTo(404);
        assertThat(get(stranger, ENTRIES + "/" + draft.id()).status()).isEqualTo(404);
        assertThat(changed(stranger, draft, content()).status()).isEqualTo(404);
        for (String action : List.of("submit", "take-back", "discard")) {
            assertThat(act(stranger, draft, action).status()).as(action).isEqualTo(404);
        }
        assertThat(items(get(stranger, ENTRIES + "?bankId=" + bank.id()))).isEmpty();
    }

    @Test
    void the_finance_office_sees_what_it_was_given_and_no_drafts() {
        Answer draft = begun(null, content());
        assertThat(get(financeOffice, ENTRIES + "/" + draft.id()).status()).isEqualTo(404);
        assertThat(items(get(financeOffice, ENTRIES + "?bankId=" + bank.id()))).isEmpty();
        assertThat(items(get(officer, ENTRIES))).hasSize(1);

        act(officer, draft, "submit");

        assertThat(items(get(financeOffice, ENTRIES + "?status=SUBMITTED&bankId=" + bank.id())))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("title", "巴南快贷"));
    }

    @Test
    void what_was_sent_back_is_the_banks_own_again_once_it_is_changed() {
        Answer returned = sentBack(act(officer, begun(null, content()), "submit"));
        assertThat(get(financeOffice, ENTRIES + "/" + returned.id()).get("content"))
                .hasFieldOrPropertyWithValue("title", "巴南快贷");

        Answer mended = changed(officer, returned, with(content(), "title", "未想好的名称"));

        assertThat(mended.body())
                .containsEntry("status", "DRAFT")
                .containsEntry("returnReason", "请写明联系网点")
                .doesNotContainKey("submittedAt");
        assertThat(get(financeOffice, ENTRIES + "/" + returned.id()).status()).isEqualTo(404);
        assertThat(items(get(financeOffice, ENTRIES + "?bankId=" + bank.id()))).isEmpty();
        assertThat(act(officer, mended, "take-back").code()).isEqualTo("STATE_CONFLICT");
        Answer again = act(officer, mended, "submit");
        assertThat(get(financeOffice, ENTRIES + "/" + again.id()).body())
                .containsEntry("status", "SUBMITTED")
                .containsEntry("title", "未想好的名称");
    }

    @Test
    void a_bank_does_not_publish_and_an_office_does_not_enter() {
        Answer submitted = act(officer, begun(null, content()), "submit");

        assertThat(act(officer, submitted, "approve").code()).isEqualTo("FORBIDDEN");
        assertThat(post(financeOffice, ENTRIES, Map.of("content", content())).code())
                .isEqualTo("FORBIDDEN");
        CurrentUser both = entersAndReviews();
        Answer own = post(both, ENTRIES, Map.of("content", content()));
        Answer handedIn = act(both, own, "submit");
        assertThat(act(both, handedIn, "approve").code())
                .as("nobody reviews what they entered")
                .isEqualTo("OWN_PRODUCT_ENTRY");
    }

    @Test
    void nobody_reviews_what_they_had_a_hand_in_though_another_wrote_last_and_handed_it_in() {
        CurrentUser both = entersAndReviews();
        Answer first = post(both, ENTRIES, Map.of("content", content()));
        Answer submitted = act(officer, changed(officer, first, with(content(), "title", "巴南快贷二")), "submit");

        assertThat(act(both, submitted, "approve").code()).isEqualTo("OWN_PRODUCT_ENTRY");
        assertThat(post(
                                both,
                                ENTRIES + "/" + submitted.id() + "/return",
                                Map.of("version", submitted.version(), "reason", "请再看一遍"))
                        .code())
                .isEqualTo("OWN_PRODUCT_ENTRY");
        assertThat(act(financeOffice, submitted, "approve").status()).isEqualTo(200);
    }

    @Test
    void what_an_entry_can_be_made_of_is_told() {
        List<?> facts = client.as(officer)
                .get()
                .uri(ENTRIES + "/facts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(List.class)
                .returnResult()
                .getResponseBody();

        assertThat(facts).hasSizeGreaterThan(60);
    }

    private void rulesAreOfASource() {
        jdbc.sql("""
                        update loan_product set
                          criteria = '{"clauses":[{"label":"连续纳税年数","text":"纳税满2年","certain":true},
                            {"label":"近12个月纳税额","text":"年纳税 3 万元以上","certain":false}]}',
                          rule = rule || '{
                            "criteria":{"type":"allOf","criteria":[
                              {"type":"comparison","fact":"taxYears","op":">=","value":2,"unit":"年",
                                "clause":{"text":"纳税满2年","certain":true}},
                              {"type":"comparison","fact":"taxPaid12m","op":">=","value":3.0,"unit":"万元",
                                "clause":{"text":"年纳税 3 万元以上","certain":false}}]},
                            "amount":{"least":{"wan":5.0,"clause":{"text":"一般不低于5万元","certain":false}},
                              "limits":[{"mostWan":100,"when":{"type":"unverified","label":"纯线上办理","reason":"取决于办理方式"},
                                "clause":{"text":"纯线上最高100万元","certain":true}}],
                              "considers":["taxPaid12m"],"basis":{"text":"以企业涉税数据为主要依据","certain":true}}}'
                        where id = ?""").param(product.id()).update();
    }

    private Answer next(Map<String, Object> content) {
        return act(financeOffice, act(officer, begun(product.id(), content), "submit"), "approve");
    }

    private Answer sentBack(Answer submitted) {
        return post(
                financeOffice,
                ENTRIES + "/" + submitted.id() + "/return",
                Map.of("version", submitted.version(), "reason", "请写明联系网点"));
    }

    private CurrentUser entersAndReviews() {
        return new CurrentUser(
                Ids.next(),
                "兼任",
                officer.userType(),
                null,
                null,
                bank.id(),
                bank.name(),
                officer.roles(),
                Set.of("finance.product.own", "finance.product.review"));
    }

    private static CurrentUser anotherReviewer() {
        return TestUsers.ofDepartment(Ids.next(), "finance.product.review");
    }

    private Answer begun(@Nullable UUID of, Map<String, Object> content) {
        Map<String, Object> body = new HashMap<>(Map.of("content", content));
        body.put("productId", of);
        return post(officer, ENTRIES, body);
    }

    private Answer act(CurrentUser who, Answer entry, String action) {
        return post(who, ENTRIES + "/" + entry.id() + "/" + action, Map.of("version", entry.version()));
    }

    private Answer changed(CurrentUser who, Answer entry, Map<String, Object> content) {
        return answerOf(client.as(who)
                .method(HttpMethod.PUT)
                .uri(ENTRIES + "/" + entry.id())
                .body(Map.of("version", entry.version(), "content", content))
                .exchange());
    }

    private static UUID approvedProduct(Answer approved) {
        return UUID.fromString((String) approved.get("productId"));
    }

    private String toldRule(UUID product) {
        return jdbc.sql("select data ->> 'rule' from outbox where subject = ? order by version desc limit 1")
                .param(product)
                .query(String.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> fields(Answer refused) {
        return ((List<Map<String, Object>>) refused.get("errors"))
                .stream().map(error -> error.get("field")).toList();
    }

    private static Map<String, Object> with(Map<String, Object> content, String field, @Nullable Object value) {
        Map<String, Object> other = new HashMap<>(content);
        other.put(field, value);
        return other;
    }

    private static Map<String, Object> condition(String fact, String op, Object value) {
        return Map.of("type", "comparison", "fact", fact, "op", op, "value", value);
    }

    private static Map<String, Object> allOf(Object... conditions) {
        return Map.of("type", "allOf", "criteria", List.of(conditions));
    }

    private static ConditionResult said(String label, String words) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, words, null, null, true),
                ConditionResult.Outcome.UNKNOWN,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static Map<String, Object> content() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("title", "巴南快贷"),
                Map.entry("productTypes", List.of("信用贷款", "税贷")),
                Map.entry("guarantees", List.of("信用", "保证")),
                Map.entry("minAmountWan", 5),
                Map.entry("maxAmountWan", 300),
                Map.entry("minRate", 3.45),
                Map.entry("maxRate", 4.35),
                Map.entry("minTermMonths", 3),
                Map.entry("maxTermMonths", 36),
                Map.entry("repayments", List.of("EQUAL_INSTALLMENT", "INTEREST_FIRST")),
                Map.entry("audience", "区内小微企业"),
                Map.entry("purposes", List.of("流动资金周转")),
                Map.entry(
                        "criteria",
                        allOf(condition("taxYears", ">=", 2), condition("taxCreditRating", "in", List.of("A", "B")))),
                Map.entry("materials", List.of("营业执照", "近一年纳税证明")),
                Map.entry("contacts", List.of(Map.of("branch", "巴南支行", "person", "李经理", "phone", "023-66211234"))),
                Map.entry("summary", "凭纳税记录申请的信用贷款。"),
                Map.entry("text", "线上申请，三个工作日内答复。")));
    }
}
