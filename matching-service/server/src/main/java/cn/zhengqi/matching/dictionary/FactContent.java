package cn.zhengqi.matching.dictionary;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDefinition.Closable;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactVisibility;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a fact.
 *
 * @param group of one that is filled in; derived ones stand together
 * @param closable in which direction an enterprise can sensibly change it
 * @param calculation of a derived fact; absent: it is filled in
 * @param kind of one that is filled in: NUMBER, INTEGER or BOOLEAN; so are unit, min and max, which the formula gives for a derived one
 */
record FactContent(
        @NotBlank(message = "请填写指标名称") @Size(max = 30, message = "指标名称不超过 30 字")
        String label,

        @Nullable @Size(max = 20, message = "分组不超过 20 字") String group,

        @NotBlank(message = "请填写期间") @Size(max = 20, message = "期间不超过 20 字")
        String period,

        @Nullable @Size(max = 200, message = "说明不超过 200 字") String hint,
        @NotNull(message = "请选择可见范围") FactVisibility visibility,
        @NotNull(message = "请选择改善方向") Closable closable,
        @Nullable Map<String, Object> calculation,
        @Nullable FactKind kind,
        @Nullable @Size(max = 10, message = "单位不超过 10 字") String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    String labelText() {
        return label.strip();
    }

    FactDefinition.Description describing(String inGroup) {
        return new FactDefinition.Description(labelText(), inGroup, closable, text(hint), period.strip(), visibility);
    }

    @Nullable
    String groupText() {
        return text(group);
    }

    @Nullable
    String unitText() {
        return text(unit);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
