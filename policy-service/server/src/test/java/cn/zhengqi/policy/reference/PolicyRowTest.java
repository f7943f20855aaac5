package cn.zhengqi.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.PolicyContent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyRowTest {

    @Test
    void a_date_with_a_reservation_becomes_a_date_and_a_note() {
        PolicyContent content = row("国家", "税收", "2025-12-31(2026是否延续未核对)", null).content(fact -> fact);

        assertThat(content.validTo()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(content.validityNote()).isEqualTo("2026是否延续未核对");
    }

    @Test
    void a_remark_on_the_status_is_kept_as_a_note() {
        assertThat(row("国家", "税收", null, "现行(请核对)").content(fact -> fact).validityNote())
                .isEqualTo("现行(请核对)");
        assertThat(row("国家", "税收", null, null).content(fact -> fact).validityNote())
                .isNull();
    }

    @Test
    void the_address_in_the_source_can_be_followed() {
        PolicyContent content = row("市", "创新", null, null).content(fact -> fact);

        assertThat(content.sourceUrl()).isEqualTo("http://example.cn/1.html");
        assertThat(content.level()).isEqualTo(PolicyLevel.MUNICIPAL);
        assertThat(content.category()).isEqualTo(PolicyCategory.INNOVATION);
    }

    @Test
    void conditions_are_named_after_their_fact() {
        assertThat(row("国家", "税收", null, null)
                        .content(fact -> "研发人员占比")
                        .criteria()
                        .clauses())
                .containsExactly(new CriterionView("研发人员占比", "不低于10%", false, "任一A"));
    }

    @Test
    void what_is_not_understood_stops_the_loading() {
        assertThatThrownBy(() -> row("星球", "税收", null, null).content(fact -> fact))
                .hasMessageContaining("星球");
        assertThatThrownBy(() -> row("国家", "杂项", null, null).content(fact -> fact))
                .hasMessageContaining("杂项");
        assertThatThrownBy(() -> row("国家", "税收", "明年年底", null).content(fact -> fact))
                .hasMessageContaining("明年年底");
    }

    private static PolicyRow row(String level, String category, String validTo, String status) {
        return new PolicyRow(
                "N99",
                "标题",
                "文号",
                "机关",
                level,
                category,
                "2026-01",
                null,
                validTo,
                status,
                null,
                "解读",
                "好处",
                "科技局",
                "http://example.cn/1.html 转载;未核对",
                "medium",
                List.of(new PolicyRow.Row("rdStaffRatio", "不低于10%", false, "任一A")),
                List.of(),
                List.of(),
                null);
    }
}
