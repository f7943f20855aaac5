package cn.zhengqi.policy.project;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form asks, as people design and read it; {@link FormSchema} says the same to a validator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormDesign(
        @NotEmpty(message = "表单至少有一组") @Size(max = 20, message = "表单不超过 20 组")
        List<@Valid Group> groups) {

    /** Stable name of a field in what was filled in. */
    static final String KEY = "[a-z][A-Za-z0-9_]{0,39}";

    static final String KEY_WORDS = "字段标识以小写字母开头，只含字母、数字和下划线，不超过 40 个字符";

    public FormDesign {
        groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            @NotBlank(message = "请填写分组名称") @Size(max = 50, message = "分组名称不超过 50 字")
            String title,

            @Nullable @Size(max = 200, message = "说明不超过 200 字")
            String hint,

            @NotEmpty(message = "每组至少有一个字段") @Size(max = 60, message = "每组不超过 60 个字段")
            List<@Valid Field> fields) {

        public Group {
            fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
        }
    }

    /**
     * @param options of a choice
     * @param min least number, or least length of nothing else
     * @param maxLength of a text
     * @param fact name in the fact dictionary from which it is prefilled
     * @param shownWhen absent: always shown
     * @param columns of a table
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            @NotBlank(message = KEY_WORDS) @Pattern(regexp = KEY, message = KEY_WORDS)
            String key,

            @NotBlank(message = "请填写字段名称") @Size(max = 60, message = "字段名称不超过 60 字")
            String label,

            @NotNull(message = "请选择字段类型") FieldType type,
            boolean required,

            @Nullable @Size(max = 200, message = "说明不超过 200 字")
            String hint,

            @Nullable @Size(max = 10, message = "单位不超过 10 字")
            String unit,

            @Nullable @Size(max = 50, message = "选项不超过 50 个")
            List<@NotBlank(message = "选项不能为空") @Size(max = 60, message = "选项不超过 60 字") String> options,

            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer maxLength,
            @Nullable @Size(max = 60, message = "预填的指标不存在") String fact,
            @Nullable @Valid ShownWhen shownWhen,

            @Nullable @Size(max = 12, message = "表格不超过 12 列")
            List<@Valid Column> columns) {

        static final int USUAL_LENGTH = 200;

        private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");

        private static final Set<String> MONEY_UNITS = Set.of("元", "万元", "亿元");

        /** There is no half of one. */
        private static final Set<String> COUNTED_UNITS = Set.of("人", "名", "台", "套", "辆");

        /**
         * Whether a figure in this unit can be taken over: a number as it is, but money only where the number says in which unit it is; an amount of money from 万元
         * or 元.
         *
         * @param factUnit null: without a unit
         */
        public boolean takes(@Nullable String factUnit) {
            return switch (type) {
                case NUMBER ->
                    unit == null ? factUnit == null || !MONEY_UNITS.contains(factUnit) : unit.equals(factUnit);
                case MONEY -> "万元".equals(factUnit) || "元".equals(factUnit) && !"万元".equals(unit);
                default -> true;
            };
        }

        /** Whether it counts: persons, machines, or what the fact that it is prefilled from counts. */
        boolean whole() {
            if (type != FieldType.NUMBER) {
                return false;
            }
            FactDefinition taken =
                    fact == null ? null : FactDictionary.inForce().find(fact);
            return (unit != null && COUNTED_UNITS.contains(unit))
                    || (taken != null && taken.kind() == FactKind.INTEGER);
        }

        /** The least figure that it takes: no amount of money is less than nothing. */
        public @Nullable BigDecimal least() {
            return min == null && type == FieldType.MONEY ? BigDecimal.ZERO : min;
        }

        /** The greatest figure that it takes. */
        public @Nullable BigDecimal most() {
            return max == null && type == FieldType.MONEY ? MOST_MONEY : max;
        }

        /** A figure of it as it is read: with its unit, and its thousands set apart unless it may be a year. */
        public String figure(BigDecimal value) {
            String in = unit == null && type == FieldType.MONEY ? "元" : unit;
            if (in == null || in.equals("年")) {
                return value.toPlainString() + (in == null ? "" : " " + in);
            }
            String digits =
                    new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
            return digits + ("%".equals(in) ? "" : " ") + in;
        }

        int longest() {
            return maxLength == null ? USUAL_LENGTH : maxLength;
        }

        List<String> choices() {
            return options == null ? List.of() : options;
        }

        List<Column> cells() {
            return columns == null ? List.of() : columns;
        }
    }

    /**
     * A column of a table: a field without conditions and without a table of its own.
     *
     * @param min least number
     * @param max greatest number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            @NotBlank(message = KEY_WORDS) @Pattern(regexp = KEY, message = KEY_WORDS)
            String key,

            @NotBlank(message = "请填写列名") @Size(max = 40, message = "列名不超过 40 字")
            String label,

            @NotNull(message = "请选择列的类型") FieldType type,
            boolean required,

            @Nullable @Size(max = 10, message = "单位不超过 10 字")
            String unit,

            @Nullable @Size(max = 50, message = "选项不超过 50 个")
            List<@NotBlank(message = "选项不能为空") @Size(max = 60, message = "选项不超过 60 字") String> options,

            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {

        /** The same as a field. */
        public Field asField() {
            return new Field(key, label, type, required, null, unit, options, min, max, null, null, null, null);
        }
    }

    /**
     * Shown where the other field, which stands before it, has one of these values.
     *
     * @param values options of a choice; {@code true} or {@code false} of a yes or no
     */
    public record ShownWhen(
            @NotBlank(message = "请选择显示条件的字段") @Size(max = 40, message = "显示条件引用的字段不存在")
            String field,

            @NotEmpty(message = "请选择显示条件的取值") @Size(max = 50, message = "显示条件的取值不超过 50 个")
            List<@NotNull(message = "请选择显示条件的取值") @Size(max = 60, message = "显示条件的取值不在选项中") String> values) {

        public ShownWhen {
            values = List.copyOf(Objects.requireNonNullElse(values, List.of()));
        }
    }

    public Stream<Field> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    public Map<String, Field> byKey() {
        return fields().collect(Collectors.toMap(Field::key, Function.identity(), (first, second) -> first));
    }
}
