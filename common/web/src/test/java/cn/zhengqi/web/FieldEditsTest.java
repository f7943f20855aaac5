package cn.zhengqi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldEditsTest {

    private static final String PHONE = "user.row.phone";
    private static final String ID_NUMBER = "user.row.id-number";

    private record Edit(
            String name,

            @Sensitive(mask = Mask.PHONE, editableFor = "user.edit", field = PHONE) @Nullable
            String phone,

            @Sensitive(mask = Mask.ID_NUMBER, editableFor = "user.edit", field = ID_NUMBER) @Nullable
            String idNumber) {}

    private static final Edit NOW = new Edit("张三", "13812345678", "110101199001011234");

    @ParameterizedTest
    @EnumSource(
            value = FieldRule.class,
            names = {"HIDDEN", "MASKED", "PLAIN"})
    void a_field_that_is_not_editable_cannot_be_changed_however_it_is_seen(FieldRule rule) {
        CurrentUser user = FieldRulesTest.holding("user.edit").seeing(Map.of(PHONE, rule));

        assertThatThrownBy(() -> FieldEdits.accept(new Edit("李四", "13900000000", null), NOW, user))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CommonProblem.FIELD_NOT_EDITABLE);
                    assertThat(refused.fieldErrors())
                            .extracting(FieldProblem::field)
                            .containsExactly("phone");
                });
    }

    @Test
    void every_field_that_would_change_is_named() {
        CurrentUser user = FieldRulesTest.holding("other");

        assertThatThrownBy(() -> FieldEdits.accept(new Edit("李四", "13900000000", "110101199001010000"), NOW, user))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.fieldErrors())
                                .extracting(FieldProblem::field)
                                .isEqualTo(List.of("phone", "idNumber")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "13812345678", "138****5678"})
    void what_is_left_out_or_comes_back_as_it_was_shown_stays(@Nullable String phone) {
        CurrentUser user = FieldRulesTest.holding("other");

        assertThat(FieldEdits.accept(new Edit("李四", phone, null), NOW, user))
                .isEqualTo(new Edit("李四", "13812345678", "110101199001011234"));
    }

    @Test
    void an_editable_field_is_changed_by_what_roles_say_or_by_the_permission_where_they_say_nothing() {
        Edit wanted = new Edit("张三", "13900000000", "110101199001011234");

        assertThat(FieldEdits.accept(wanted, NOW, FieldRulesTest.holding("user.edit")))
                .isEqualTo(wanted);
        assertThat(FieldEdits.accept(
                        wanted, NOW, FieldRulesTest.holding("other").seeing(Map.of(PHONE, FieldRule.EDITABLE))))
                .isEqualTo(wanted);
    }

    @Test
    void a_covered_text_of_somebody_else_is_not_written_over_the_real_one() {
        assertThatThrownBy(() -> FieldEdits.accept(
                        new Edit("张三", "139****0000", null), NOW, FieldRulesTest.holding("user.edit")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CommonProblem.VALIDATION_FAILED));
    }

    @Test
    void an_editable_field_is_shown_as_it_is() {
        record Shown(
                @Sensitive(mask = Mask.PHONE, field = PHONE) String phone) {}
        CurrentUser user = FieldRulesTest.holding("other").seeing(Map.of(PHONE, FieldRule.EDITABLE));

        assertThat(FieldRules.apply(new Shown("13812345678"), user).phone()).isEqualTo("13812345678");
    }
}
