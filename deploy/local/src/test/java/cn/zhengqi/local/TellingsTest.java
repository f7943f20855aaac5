package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.local.Tellings.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingsTest {

    private static final Message SUBMITTED = new Message("a", "融资申请已提交", "500 元");
    private static final Message FIRST = new Message("a", "贷款已放款", "累计 1.01 元");
    private static final Message SECOND = new Message("a", "贷款已放款", "累计 3.02 元");

    private final Tellings owed = new Tellings();

    TellingsTest() {
        owed.owe("a", List.of("融资申请已提交", "贷款已放款", "贷款已放款"));
    }

    @Test
    void each_told_once_is_no_complaint_whatever_is_told_of_other_loans() {
        var inbox = List.of(SUBMITTED, FIRST, SECOND, new Message("before", "贷款已结清", ""));

        assertThat(owed.lacks(inbox)).isFalse();
        assertThat(owed.complaints(inbox)).isEmpty();
    }

    @Test
    void one_lost_and_one_doubled_are_two_complaints() {
        var inbox = List.of(SUBMITTED, SUBMITTED, FIRST);

        assertThat(owed.lacks(inbox)).isTrue();
        assertThat(owed.complaints(inbox))
                .containsExactlyInAnyOrder(
                        "told “融资申请已提交” 2 times instead of 1",
                        "told “贷款已放款” 1 times instead of 2",
                        "told “融资申请已提交” twice in the same words");
    }

    @Test
    void of_two_payments_one_told_twice_is_not_both_told() {
        assertThat(owed.complaints(List.of(SUBMITTED, FIRST, FIRST)))
                .containsExactly("told “贷款已放款” twice in the same words");
    }

    @Test
    void what_nobody_did_is_not_told() {
        assertThat(owed.complaints(List.of(SUBMITTED, FIRST, SECOND, new Message("a", "贷款已结清", ""))))
                .containsExactly("told “贷款已结清” 1 times instead of 0");
    }

    @Test
    void a_link_says_which_loan_it_is_about_whoever_else_it_names() {
        assertThat(Tellings.last("/my/applications/01a2?of=019a")).isEqualTo("01a2");
        assertThat(Tellings.last("/applications/01a2")).isEqualTo("01a2");
        assertThat(Tellings.last("")).isEmpty();
    }
}
