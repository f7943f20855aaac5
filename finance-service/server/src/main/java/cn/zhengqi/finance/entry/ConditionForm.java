package cn.zhengqi.finance.entry;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a fact can be compared in a list of conditions, by its kind; the same comparisons that the matching engine knows. */
public enum ConditionForm {
    FIGURE(List.of(
            new Way(Operator.AT_LEAST, "不低于"),
            new Way(Operator.MORE_THAN, "高于"),
            new Way(Operator.AT_MOST, "不高于"),
            new Way(Operator.LESS_THAN, "低于"),
            new Way(Operator.EQUAL, "等于"),
            new Way(Operator.BETWEEN, "介于"))),
    FLAG(List.of(new Way(Operator.EQUAL, "为"))),
    DAY(List.of(new Way(Operator.AT_LEAST, "不早于"), new Way(Operator.AT_MOST, "不晚于"))),
    /** One of a list. */
    CHOICE(List.of(new Way(Operator.IN, "为其中之一"), new Way(Operator.NOT_IN, "不为其中任何一个"))),
    /** Several of a list. */
    CHOICES(List.of(new Way(Operator.CONTAINS_ANY, "有其中之一"), new Way(Operator.NOT_IN, "没有其中任何一个"))),
    /** Compared by its beginning: an industry, a region. */
    CODE(List.of(new Way(Operator.IN, "属于"), new Way(Operator.NOT_IN, "不属于")));

    private static final Pattern CODES = Pattern.compile("[A-Z0-9]{1,12}");

    private final List<Way> ways;

    ConditionForm(List<Way> ways) {
        this.ways = ways;
    }

    /** @param label as it is chosen and read */
    record Way(Operator op, String label) {}

    /** Null for a fact that takes part only through others derived from it. */
    static @Nullable ConditionForm of(FactDefinition fact) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER -> FIGURE;
            case BOOLEAN -> FLAG;
            case DATE -> DAY;
            case CHOICE -> CHOICE;
            case MULTI_CHOICE -> CHOICES;
            case TEXT -> CODE;
            case YEARS -> fact.readAsNewest() ? FIGURE : null;
        };
    }

    List<Way> ways() {
        return ways;
    }

    @Nullable
    FieldProblem problem(String field, FactDefinition fact, Condition it) {
        if (ways.stream().noneMatch(way -> way.op().symbol().equals(it.op()))) {
            return new FieldProblem(field + ".op", "COMPARISON_UNFIT", fact.label() + "不能这样比较");
        }
        return switch (this) {
            case FIGURE -> figureProblem(field, fact, it);
            case FLAG -> it.flag() == null ? missing(field + ".flag", "请选择是或否") : null;
            case DAY -> day(it) == null ? missing(field + ".words", "请填写日期") : null;
            case CHOICE, CHOICES -> choiceProblem(field, fact, it);
            case CODE ->
                it.words().isEmpty()
                        ? missing(field + ".words", "请填写代码")
                        : it.words().stream()
                                        .allMatch(word -> CODES.matcher(word).matches())
                                ? null
                                : new FieldProblem(field + ".words", "FORMAT", "代码由大写字母和数字组成，不超过 12 位");
        };
    }

    /** Only for one without a problem. */
    Value value(Condition it) {
        return switch (this) {
            case FIGURE -> {
                BigDecimal number = it.number() == null ? BigDecimal.ZERO : it.number();
                yield it.upTo() == null || !isRange(it) ? new Value.Amount(number) : new Value.Range(number, it.upTo());
            }
            case FLAG -> new Value.Flag(Boolean.TRUE.equals(it.flag()));
            case DAY -> new Value.Text(it.words().getFirst());
            case CHOICE, CHOICES, CODE -> new Value.Texts(it.words());
        };
    }

    String inWords(FactDefinition fact, Condition it) {
        String unit = fact.unit() == null ? "" : fact.unit().equals("%") ? "%" : " " + fact.unit();
        String list = String.join("、", it.words());
        return fact.label()
                + switch (this) {
                    case FIGURE ->
                        isRange(it) && it.upTo() != null
                                ? "在 " + plain(it.number()) + " 到 " + plain(it.upTo()) + unit + " 之间"
                                : label(it) + " " + plain(it.number()) + unit;
                    case FLAG -> Boolean.TRUE.equals(it.flag()) ? "：是" : "：否";
                    case DAY -> {
                        LocalDate day = day(it);
                        yield label(it) + (day == null ? "" : BusinessTime.inWords(day));
                    }
                    case CHOICE -> (it.op().equals(Operator.IN.symbol()) ? "为 " : "不为 ") + list + among(it);
                    case CHOICES -> (it.op().equals(Operator.NOT_IN.symbol()) ? "：没有 " : "：有 ") + list + among(it);
                    case CODE -> (it.op().equals(Operator.IN.symbol()) ? "属于 " : "不属于 ") + list;
                };
    }

    private String label(Condition it) {
        return ways.stream()
                .filter(way -> way.op().symbol().equals(it.op()))
                .map(Way::label)
                .findFirst()
                .orElse("");
    }

    private static String among(Condition it) {
        boolean anyOf = !it.op().equals(Operator.NOT_IN.symbol());
        return it.words().size() == 1 ? "" : anyOf ? " 之一" : " 中的任何一个";
    }

    private static @Nullable FieldProblem figureProblem(String field, FactDefinition fact, Condition it) {
        if (it.number() == null) {
            return missing(field + ".number", "请填写数值");
        }
        if (isRange(it) && it.upTo() == null) {
            return missing(field + ".upTo", "请填写上限");
        }
        if (isRange(it) && it.upTo() != null && it.number().compareTo(it.upTo()) > 0) {
            return new FieldProblem(field + ".upTo", "MIN_ABOVE_MAX", "上限不能小于下限");
        }
        if (outside(fact, it.number())) {
            return outOfRange(field + ".number", fact);
        }
        return isRange(it) && it.upTo() != null && outside(fact, it.upTo()) ? outOfRange(field + ".upTo", fact) : null;
    }

    private static @Nullable FieldProblem choiceProblem(String field, FactDefinition fact, Condition it) {
        if (it.words().isEmpty()) {
            return missing(field + ".words", "请至少选择一项");
        }
        return it.words().stream()
                .filter(word -> !fact.choices().contains(word))
                .findFirst()
                .map(word -> new FieldProblem(field + ".words", "NO_SUCH_CHOICE", fact.label() + "没有“" + word + "”"))
                .orElse(null);
    }

    private static boolean isRange(Condition it) {
        return it.op().equals(Operator.BETWEEN.symbol());
    }

    private static boolean outside(FactDefinition fact, BigDecimal number) {
        return (fact.min() != null && number.compareTo(fact.min()) < 0)
                || (fact.max() != null && number.compareTo(fact.max()) > 0);
    }

    private static FieldProblem outOfRange(String field, FactDefinition fact) {
        String from = fact.min() == null ? "" : "不小于 " + plain(fact.min());
        String to = fact.max() == null ? "" : "不大于 " + plain(fact.max());
        return new FieldProblem(
                field,
                "RANGE",
                fact.label() + "应" + String.join("且", List.of(from, to)).replaceAll("^且|且$", ""));
    }

    private static FieldProblem missing(String field, String message) {
        return new FieldProblem(field, "REQUIRED", message);
    }

    private static @Nullable LocalDate day(Condition it) {
        try {
            return it.words().size() == 1 ? LocalDate.parse(it.words().getFirst()) : null;
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
