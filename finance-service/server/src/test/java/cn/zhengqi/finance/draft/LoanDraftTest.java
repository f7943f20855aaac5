package cn.zhengqi.finance.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an enterprise typed of an application, on whichever device, until it hands it in. */
class LoanDraftTest extends FinanceServiceTest {

    private static final String DRAFTS = "/api/finance/my/loan-drafts";

    private CurrentUser colleague;

    @BeforeEach
    void a_colleague() {
        colleague = TestUsers.ofEnterprise(enterprise.enterpriseId(), "finance.apply");
    }

    @Test
    void what_one_typed_a_colleague_goes_on_with_on_another_device() {
        assertThat(get(enterprise, mine()).status()).isEqualTo(204);

        Answer saved = save(enterprise, typed(null, "88."));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body())
                .containsEntry("amountWan", "88.")
                .containsEntry("productCode", product.code())
                .containsEntry("bankName", bank.name())
                .containsEntry("savedBy", enterprise.name())
                .containsEntry("productSuspended", false)
                .containsEntry("productChanged", false);
        Answer found = get(colleague, mine());
        assertThat(found.body())
                .usingRecursiveComparison()
                .ignoringFields("savedByMe")
                .isEqualTo(saved.body());
        Answer more = save(colleague, typed(found.version(), "880"));
        assertThat(more.get("amountWan")).isEqualTo("880");
        assertThat(more.version()).isEqualTo(found.version() + 1);
        assertThat(get(enterprise, mine()).get("amountWan")).isEqualTo("880");
    }

    @Test
    void who_goes_on_hears_whether_it_was_themselves_who_saved_it_last() {
        Answer saved = save(enterprise, typed(null, "88"));

        assertThat(saved.get("savedByMe")).isEqualTo(true);
        assertThat(get(enterprise, mine()).get("savedByMe")).isEqualTo(true);
        assertThat(get(colleague, mine()).get("savedByMe")).isEqualTo(false);

        save(colleague, typed(saved.version(), "90"));
        assertThat(get(enterprise, mine()).get("savedByMe")).isEqualTo(false);
        assertThat(get(colleague, mine()).get("savedByMe")).isEqualTo(true);
    }

    @Test
    void what_was_cleared_is_cleared() {
        Answer first = save(enterprise, typed(null, "88"));

        Answer second = save(enterprise, new HashMap<>(Map.of("version", first.version(), "productEdition", 1)));

        assertThat(second.body()).doesNotContainKeys("amountWan", "purpose", "contactName", "contactPhone", "kind");
        assertThat(get(enterprise, mine()).body()).isEqualTo(second.body());
    }

    @Test
    void of_two_who_type_at_once_the_second_hears_of_it_and_overwrites_nothing() {
        int version = save(enterprise, typed(null, "88")).version();
        save(colleague, typed(version, "90"));

        Answer second = save(enterprise, typed(version, "100"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(get(enterprise, mine()).get("amountWan")).isEqualTo("90");
    }

    @Test
    void of_two_who_begin_at_once_one_has_begun_and_the_other_hears_of_it() throws Exception {
        List<Answer> answers =
                atOnce(List.of(() -> save(enterprise, typed(null, "88")), () -> save(colleague, typed(null, "90"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(countOf(enterprise)).isEqualTo(1);
    }

    @Test
    void a_save_whose_answer_was_lost_is_repeated_without_harm() {
        Map<String, Object> begun = typed(null, "88");
        Answer first = save(enterprise, begun);
        assertThat(save(enterprise, begun)).isEqualTo(first);

        Map<String, Object> more = typed(first.version(), "90");
        Answer second = save(enterprise, more);
        assertThat(save(enterprise, more)).isEqualTo(second);
        assertThat(second.version()).isEqualTo(first.version() + 1);
    }

    @Test
    void handing_it_in_ends_it_and_a_repetition_finds_its_answer_as_before() {
        save(enterprise, typed(null, "88"));
        String key = Ids.next().toString();

        Answer submitted = submit(enterprise, application(), key);

        assertThat(submitted.status()).isEqualTo(201);
        assertThat(get(enterprise, mine()).status()).isEqualTo(204);
        assertThat(submit(enterprise, application(), key)).isEqualTo(submitted);
        assertThat(countOf(enterprise)).isZero();
    }

    @Test
    void an_application_that_is_refused_leaves_it_as_it_was() {
        Answer saved = save(enterprise, typed(null, "88"));
        Map<String, Object> tooMuch = application();
        tooMuch.put("amount", 9_000_000);

        assertThat(submit(enterprise, tooMuch).status()).isEqualTo(422);

        assertThat(get(enterprise, mine()).body()).isEqualTo(saved.body());
    }

    @Test
    void a_save_that_comes_after_the_application_brings_nothing_back() {
        int version = save(enterprise, typed(null, "88")).version();
        submit(enterprise, application());

        assertThat(save(colleague, typed(version, "90")).code()).isEqualTo("LOAN_DRAFT_GONE");
        assertThat(save(colleague, typed(null, "90")).code()).isEqualTo("APPLICATION_ALREADY_OPEN");
        assertThat(countOf(enterprise)).isZero();
    }

    @Test
    void that_the_product_was_changed_or_suspended_is_told_and_what_was_typed_stays() {
        int version = save(enterprise, typed(null, "88")).version();
        jdbc.sql("update loan_product set edition = edition + 1, status = 'SUSPENDED' where id = ?")
                .param(product.id())
                .update();

        assertThat(get(enterprise, mine()).body())
                .containsEntry("productChanged", true)
                .containsEntry("productSuspended", true)
                .containsEntry("amountWan", "88");
        Answer beside = save(enterprise, typed(version, "90"));
        assertThat(beside.body()).containsEntry("productChanged", true).containsEntry("amountWan", "90");

        Map<String, Object> seen = typed(beside.version(), "90");
        seen.put("productEdition", 2);
        assertThat(save(enterprise, seen).get("productChanged")).isEqualTo(false);
        assertThat(save(anEnterprise(), typed(null, "90")).code()).isEqualTo("PRODUCT_SUSPENDED");
    }

    @Test
    void it_is_discarded_as_it_was_seen_and_once() {
        int version = save(enterprise, typed(null, "88")).version();
        int newer = save(colleague, typed(version, "90")).version();

        assertThat(discard(enterprise, version).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(discard(enterprise, newer).status()).isEqualTo(204);
        assertThat(discard(enterprise, newer).status()).isEqualTo(204);
        assertThat(get(enterprise, mine()).status()).isEqualTo(204);
        assertThat(save(colleague, typed(newer, "90")).code()).isEqualTo("LOAN_DRAFT_GONE");
        assertThat(save(colleague, typed(null, "90")).status()).isEqualTo(200);
    }

    @Test
    void it_is_its_enterprises_alone() {
        int version = save(enterprise, typed(null, "88")).version();
        CurrentUser stranger = anEnterprise();

        assertThat(get(stranger, mine()).status()).isEqualTo(204);
        assertThat(get(stranger, DRAFTS).get("total")).isEqualTo(0);
        assertThat(discard(stranger, version).status()).isEqualTo(204);
        assertThat(save(stranger, typed(version, "1")).code()).isEqualTo("LOAN_DRAFT_GONE");
        for (CurrentUser other : List.of(officer, financeOffice)) {
            assertThat(get(other, mine()).status()).isEqualTo(403);
            assertThat(save(other, typed(version, "1")).status()).isEqualTo(403);
            assertThat(discard(other, version).status()).isEqualTo(403);
            assertThat(get(other, DRAFTS).status()).isEqualTo(403);
        }
        assertThat(get(enterprise, mine()).get("amountWan")).isEqualTo("88");
    }

    @Test
    void no_bank_and_no_event_hears_of_it_and_its_number_lies_encrypted() {
        save(enterprise, typed(null, "88"));
        UUID id = jdbc.sql("select id from loan_draft where enterprise_id = ?")
                .param(enterprise.enterpriseId())
                .query(UUID.class)
                .single();

        assertThat(eventsOf(id)).isEmpty();
        assertThat(get(officer, "/api/finance/applications").get("total")).isEqualTo(0);
        assertThat(get(enterprise, "/api/finance/my/applications").get("total")).isEqualTo(0);
        assertThat(jdbc.sql("select contact_phone from loan_draft where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("sm4:")
                .doesNotContain("13812345678");
        assertThatThrownBy(() -> jdbc.sql("update loan_draft set contact_phone = '13812345678' where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("loan_draft_phone_encrypted");
    }

    @Test
    void who_typed_it_takes_it_out_in_clear_and_nobody_else() {
        save(enterprise, typed(null, "88"));

        assertThat((List<?>) get(enterprise, "/api/finance/my/data").get("drafts"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("productTitle", product.title())
                .containsEntry("amountWan", "88")
                .containsEntry("contactPhone", "13812345678");
        assertThat((List<?>) get(colleague, "/api/finance/my/data").get("drafts"))
                .isEmpty();
    }

    @Test
    void the_drafts_of_an_enterprise_are_listed_the_last_saved_first() {
        var other = aProductOf(bank);
        save(enterprise, typed(null, "88"));
        answerOf(client.as(enterprise)
                .put()
                .uri(DRAFTS + "/" + other.id())
                .body(typed(null, "90"))
                .exchange());

        Answer list = get(colleague, DRAFTS + "?size=1");
        assertThat(list.get("total")).isEqualTo(2);
        assertThat(items(list)).extracting(it -> it.get("productTitle")).containsExactly(other.title());
        assertThat(items(get(colleague, DRAFTS + "?size=1&page=2")))
                .extracting(it -> it.get("productTitle"))
                .containsExactly(product.title());
    }

    @Test
    void what_no_application_could_say_is_not_kept() {
        Map<String, Object> tooLong = typed(null, "88");
        tooLong.put("purposeNote", "长".repeat(201));
        assertThat(save(enterprise, tooLong).status()).isEqualTo(400);

        Map<String, Object> ofNothing = typed(null, "88");
        assertThat(answerOf(client.as(enterprise)
                                .put()
                                .uri(DRAFTS + "/" + Ids.next())
                                .body(ofNothing)
                                .exchange())
                        .status())
                .isEqualTo(404);
        assertThat(countOf(enterprise)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "enterprise_id = '0199a000-0000-7000-8000-000000000001' order by saved_at desc, id limit 1; loan_draft_newest",
                "author_id = '0199a000-0000-7000-8000-000000000001' order by saved_at desc, id limit 1; loan_draft_author",
                "saved_at < now() - interval '1 day' order by saved_at limit 1; loan_draft_age",
            })
    void each_list_has_its_index(String condition, String index) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from loan_draft where " + condition)
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }

    private String mine() {
        return DRAFTS + "/" + product.id();
    }

    private Answer save(CurrentUser who, Map<String, Object> what) {
        return answerOf(client.as(who).put().uri(mine()).body(what).exchange());
    }

    private Answer discard(CurrentUser who, int version) {
        return answerOf(
                client.as(who).delete().uri(mine() + "?version=" + version).exchange());
    }

    private long countOf(CurrentUser who) {
        return jdbc.sql("select count(*) from loan_draft where enterprise_id = ?")
                .param(who.enterpriseId())
                .query(Long.class)
                .single();
    }

    /** Half a form. */
    private static Map<String, Object> typed(Integer version, String amountWan) {
        Map<String, Object> typed = new HashMap<>(Map.of(
                "productEdition", 1,
                "amountWan", amountWan,
                "purpose", "采购原材料、支付货款",
                "kind", "FIRST",
                "contactName", "李经理",
                "useAccountPhone", false,
                "contactPhone", "13812345678"));
        if (version != null) {
            typed.put("version", version);
        }
        return typed;
    }
}
