package cn.zhengqi.matching.library;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LibraryTest extends MatchingTest {

    @Autowired
    private Library library;

    @Autowired
    private EventHandler<PolicyPublished> policyOnShelf;

    @Autowired
    private EventHandler<PolicyWithdrawn> policyOffShelf;

    @Autowired
    private EventHandler<LoanProductPublished> productOnShelf;

    @Autowired
    private EventHandler<LoanProductSuspended> productOffShelf;

    private final UUID id = Ids.next();
    private final String code = "X" + id;

    @Test
    void a_policy_whose_withdrawal_is_heard_before_its_publication_stays_off_the_shelf() {
        hear(policyOffShelf, new PolicyWithdrawn(id, code, 1, Instant.now()), 2);
        hear(policyOnShelf, Published.policy(id, code, true), 1);

        assertThat(library.shelf().ids()).doesNotContainKey(code);
    }

    @Test
    void a_product_whose_suspension_is_heard_before_its_publication_stays_off_the_shelf_until_a_newer_one() {
        hear(productOffShelf, new LoanProductSuspended(id, code, "测试产品", Ids.next(), Instant.now()), 2);
        hear(productOnShelf, Published.product(id, code), 1);
        assertThat(library.shelf().ids()).doesNotContainKey(code);

        hear(productOnShelf, Published.product(id, code), 3);
        assertThat(library.shelf().ids()).containsEntry(code, id);
    }

    @Test
    void a_new_edition_without_a_rule_takes_the_rule_of_the_edition_before_off_the_shelf() {
        hear(policyOnShelf, Published.policy(id, code, true), 1);
        assertThat(library.shelf().ids()).containsEntry(code, id);

        hear(policyOnShelf, Published.policy(id, code, false), 2);
        assertThat(library.shelf().ids()).doesNotContainKey(code);
    }

    @Test
    void each_change_is_another_revision_whatever_the_clocks_say() {
        hear(policyOnShelf, Published.policy(id, code, true), 1);
        long before = library.shelf().revision();
        hear(policyOnShelf, Published.policy(id, code, true), 2);

        assertThat(library.shelf().revision()).isGreaterThan(before);
    }

    @Test
    void days_that_held_the_same_share_what_was_compiled_until_the_library_changes() {
        hear(policyOnShelf, Published.policy(id, code, true), 1);
        LocalDate day = LocalDate.of(2026, 3, 1);
        Library.Shelf held = library.shelfOn(day);
        assertThat(held.ids()).containsEntry(code, id);
        assertThat(library.shelfOn(day)).isSameAs(held);
        assertThat(library.shelfOn(day.plusDays(1)))
                .as("nothing began in between")
                .isSameAs(held);

        hear(policyOnShelf, Published.policy(id, code, false), 2);
        assertThat(library.shelfOn(day)).as("an edition may have been changed").isNotSameAs(held);
        assertThat(library.shelfOn(LocalDate.now(BusinessTime.ZONE)).ids()).doesNotContainKey(code);
    }

    @Test
    void a_product_was_offered_from_its_first_day_to_its_suspension_and_a_policy_held_before_it_was_known_here() {
        UUID policy = Ids.next();
        hear(policyOnShelf, Published.policy(policy, "Y" + policy, true), 1);
        hear(productOnShelf, Published.product(id, code), 1);
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        jdbc.sql("update library_edition set published_on = ? where subject_id = ?")
                .params(today.minusDays(9), id)
                .update();
        hear(productOffShelf, new LoanProductSuspended(id, code, "测试产品", Ids.next(), Instant.now()), 2);

        assertThat(library.shelfOn(today.minusDays(10)).ids())
                .containsKey("Y" + policy)
                .doesNotContainKey(code);
        assertThat(library.shelfOn(today.minusDays(9)).ids()).containsKey(code);
        assertThat(library.shelfOn(today).ids()).doesNotContainKey(code);
    }

    @Test
    void
            a_product_is_not_offered_on_days_before_it_was_published_or_while_it_was_suspended_whatever_first_day_its_bank_gave_it() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        hear(productOnShelf, Published.product(id, code), 1);
        hear(productOffShelf, new LoanProductSuspended(id, code, "测试产品", Ids.next(), Instant.now()), 2);
        hear(productOnShelf, Published.product(id, code), 3);
        jdbc.sql("""
                        update library_edition set published_on = ?::date - (10 * (4 - version))::int,
                          rule = jsonb_set(rule, '{validity,from}', to_jsonb(?::date - 35))
                        where subject_id = ?""").params(today, today, id).update();

        assertThat(library.shelfOn(today.minusDays(31)).ids())
                .as("not published")
                .doesNotContainKey(code);
        assertThat(library.shelfOn(today.minusDays(30)).ids()).containsKey(code);
        assertThat(library.shelfOn(today.minusDays(15)).ids()).as("suspended").doesNotContainKey(code);
        assertThat(library.shelfOn(today.minusDays(5)).ids())
                .as("offered again")
                .containsKey(code);
    }

    @Test
    void a_correction_with_the_same_first_day_holds_from_the_day_on_which_it_was_published() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        LocalDate from = today.minusYears(5);
        hear(policyOnShelf, Published.edition(id, code, 1, from, 10), 1);
        hear(policyOnShelf, Published.edition(id, code, 2, from, 20), 2);
        // One that begins later counts from then on, and a correction of it from its own day.
        hear(policyOnShelf, Published.edition(id, code, 3, today.minusDays(20), 30), 3);
        hear(policyOnShelf, Published.edition(id, code, 4, today.minusDays(20), 40), 4);
        publishedBefore(Map.of(1, 300, 2, 60, 3, 25, 4, 10));

        assertThat(editionOn(today.minusYears(6))).isEqualTo("第 1 版");
        assertThat(editionOn(today.minusDays(61))).isEqualTo("第 1 版");
        assertThat(editionOn(today.minusDays(60))).isEqualTo("第 2 版");
        assertThat(editionOn(today.minusDays(21))).isEqualTo("第 2 版");
        assertThat(editionOn(today.minusDays(20))).isEqualTo("第 3 版");
        assertThat(editionOn(today.minusDays(11))).isEqualTo("第 3 版");
        assertThat(editionOn(today.minusDays(10))).isEqualTo("第 4 版");
    }

    @Test
    void what_was_withdrawn_and_published_again_was_not_there_in_between() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        LocalDate from = today.minusYears(5);
        hear(policyOnShelf, Published.edition(id, code, 1, from, 10), 1);
        hear(policyOffShelf, new PolicyWithdrawn(id, code, 1, Instant.now()), 2);
        hear(policyOnShelf, Published.edition(id, code, 3, from, 10), 3);
        publishedBefore(Map.of(1, 300, 2, 60, 3, 10));

        assertThat(editionOn(today.minusDays(61))).isEqualTo("第 1 版");
        assertThat(library.shelfOn(today.minusDays(30)).ids()).doesNotContainKey(code);
        assertThat(editionOn(today.minusDays(10))).isEqualTo("第 3 版");
    }

    /** @param days how long ago each version was published */
    private void publishedBefore(Map<Integer, Integer> days) {
        days.forEach((version, ago) -> jdbc.sql(
                        "update library_edition set published_on = ? where subject_id = ? and version = ?")
                .params(LocalDate.now(BusinessTime.ZONE).minusDays(ago), id, version)
                .update());
    }

    private String editionOn(LocalDate day) {
        return library.shelfOn(day).policy(code).orElseThrow().edition();
    }

    @Test
    void a_product_stands_under_the_name_by_which_the_platform_knows_its_bank() {
        LoanProductPublished told = Published.product(id, code);
        assertThat(told.rule().bank()).isEqualTo("中国建设银行");
        hear(
                productOnShelf,
                new LoanProductPublished(
                        id,
                        code,
                        told.title(),
                        told.bankId(),
                        "中国建设银行重庆市分行",
                        told.productType(),
                        told.guarantee(),
                        told.maxAmountWan(),
                        told.termMonths(),
                        told.rateText(),
                        told.rule(),
                        told.at()),
                1);

        assertThat(library.shelf().book().rule(bookPlace()))
                .isInstanceOfSatisfying(
                        ProductRule.class, rule -> assertThat(rule.bank()).isEqualTo("中国建设银行重庆市分行"));
    }

    private int bookPlace() {
        RuleBook book = library.shelf().book();
        return IntStream.range(0, book.size())
                .filter(place -> book.rule(place).id().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private <E extends DomainEvent> void hear(EventHandler<E> handler, E event, long version) {
        transaction.executeWithoutResult(status -> handler.handle(event, meta(event.subject(), version)));
    }

    private static EventMetadata meta(UUID subject, long version) {
        return new EventMetadata(Ids.next(), "test", subject, version, Instant.now());
    }
}
