package cn.zhengqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldRulesTest {

    private record Row(
            String name,

            @Sensitive(mask = Mask.PHONE, plainFor = "user.phone.plain")
            String phone,

            @Sensitive(mask = Mask.ID_NUMBER) String idNumber,
            int count) {}

    private record Open(String name) {}

    private static final Row ROW = new Row("张三", "13812345678", "500113199001011234", 7);

    @Test
    void without_a_caller_everything_is_covered() {
        assertThat(FieldRules.apply(ROW, null)).isEqualTo(new Row("张三", "138****5678", "500113********1234", 7));
    }

    @Test
    void a_caller_sees_plainly_only_what_they_may() {
        assertThat(FieldRules.apply(ROW, holding("user.phone.plain")))
                .isEqualTo(new Row("张三", "13812345678", "500113********1234", 7));
        assertThat(FieldRules.apply(ROW, holding("other")).phone()).isEqualTo("138****5678");
    }

    @Test
    void a_row_with_nothing_in_it_stays_empty() {
        assertThat(FieldRules.apply(new Row("", null, "", 0), null)).isEqualTo(new Row("", null, "", 0));
        Open open = new Open("x");
        assertThat(FieldRules.apply(open, null)).isSameAs(open);
    }

    private static CurrentUser holding(String permission) {
        return new CurrentUser(
                Tokens.ACCOUNT, "李四", UserType.OPERATOR, null, null, null, null, Set.of(), Set.of(permission));
    }
}
