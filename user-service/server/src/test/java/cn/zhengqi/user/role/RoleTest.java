package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID BANK = Ids.next();
    private static final UUID LI = Ids.next();
    private static final UUID WANG = Ids.next();
    private final Role own = Role.made(" 信贷员 ", " 办理融资申请 ", BANK, Duty.NONE, LI, "李主任", MONDAY);
    private final Role preset = new Role(
            "BANK_OFFICER",
            "银行客户经理",
            "",
            null,
            null,
            List.of("BANK"),
            Duty.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            0);

    @Test
    void what_an_institution_makes_is_its_own_under_a_code_that_nobody_else_has() {
        assertThat(own.owner()).isEqualTo(BANK);
        assertThat(own.preset()).isFalse();
        assertThat(own.name()).isEqualTo("信贷员");
        assertThat(own.code()).matches("R_[0-9A-F]{32}");
        assertThat(Role.made("信贷员", "", BANK, Duty.NONE, LI, "李主任", MONDAY).code())
                .isNotEqualTo(own.code());
    }

    @Test
    void the_log_of_changes_knows_a_role_by_the_id_in_its_code_and_not_by_its_institution() {
        assertThat(own.subject().toString().replace("-", "").toUpperCase(Locale.ROOT))
                .isEqualTo(own.code().substring("R_".length()));
        assertThat(preset.subject()).isNotEqualTo(own.subject());
    }

    @Test
    void a_change_says_who_made_it_and_leaves_whose_it_is_and_who_made_the_role() {
        Role changed = own.changed("信贷主管 ", "", Duty.NONE, WANG, "王主任", MONDAY.plusSeconds(60), 3);

        assertThat(changed.code()).isEqualTo(own.code());
        assertThat(changed.owner()).isEqualTo(BANK);
        assertThat(changed.createdByName()).isEqualTo("李主任");
        assertThat(changed.updatedByName()).isEqualTo("王主任");
        assertThat(changed.name()).isEqualTo("信贷主管");
        assertThat(changed.version()).as("what was decided by").isEqualTo(3);
    }

    @Test
    void a_preset_role_is_nobodys_to_change() {
        assertThatCode(own::requireOwn).doesNotThrowAnyException();
        assertThatThrownBy(preset::requireOwn)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(UserProblem.ROLE_PRESET));
    }

    @Test
    void a_preset_role_is_for_people_of_its_types_of_institution() {
        assertThat(preset.isFor(InstitutionType.BANK)).isTrue();
        assertThat(preset.isFor(InstitutionType.DEPARTMENT)).isFalse();
    }
}
