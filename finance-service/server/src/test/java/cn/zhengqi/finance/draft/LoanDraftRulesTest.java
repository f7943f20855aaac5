package cn.zhengqi.finance.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.Products;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A draft by itself. */
class LoanDraftRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");

    private final LoanProduct product = Products.of(300, 24);
    private final DraftAuthor author = new DraftAuthor(Ids.next(), Ids.next(), "陈志远");
    private final LoanDraft draft = LoanDraft.begin(product, 1, of("88"), author, NOW);

    @Test
    void says_what_was_typed_and_when() {
        assertThat(draft.content()).isEqualTo(of("88"));
        assertThat(LoanDraftView.of(draft, product, author.accountId())
                        .savedAt()
                        .toInstant())
                .isEqualTo(NOW);
    }

    @Test
    void the_same_once_more_is_no_change_and_another_amount_is_one() {
        assertThat(draft.says(of("88"), 1)).isTrue();
        assertThat(draft.says(of("88.0"), 1)).isFalse();
    }

    @Test
    void is_saved_only_by_who_saw_it_as_it_is() {
        assertThatThrownBy(() -> draft.save(null, product, 1, of("90"), author, NOW))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> draft.save(7, product, 1, of("90"), author, NOW))
                .isInstanceOf(ProblemException.class);
        assertThat(draft.content()).isEqualTo(of("88"));

        draft.save(0, product, 1, of("90"), author, NOW.plusSeconds(1));
        assertThat(draft.content()).isEqualTo(of("90"));
        assertThat(draft.savedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void cannot_have_been_typed_beside_an_edition_that_is_not_out() {
        draft.save(0, product, 99, of("90"), author, NOW);

        assertThat(draft.productEdition()).isEqualTo(product.edition());
        assertThat(LoanDraftView.of(draft, product, author.accountId()).productChanged())
                .isFalse();
    }

    @Test
    void writes_no_number_into_a_log() {
        assertThat(of("88").toString()).doesNotContain("13812345678");
    }

    private static DraftContent of(String amountWan) {
        return new DraftContent(amountWan, 12, "购置设备", null, null, null, "陈志远", false, new DraftPhone("13812345678"));
    }
}
