package cn.zhengqi.matching.api.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses formulas that mean nothing: unknown facts, units that do not go together, circles. Tells the unit of what is left. */
public final class FormulaCheck {

    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 12;
    private static final BigDecimal GREATEST = new BigDecimal("1000000000000");
    private static final String PERCENT = "%";

    /** Of these there is no such thing as "for each". */
    private static final Set<String> NO_DIVISOR = Set.of(PERCENT, "名", "分", "岁");

    private static final Set<FactKind> NUMBERS = Set.of(FactKind.NUMBER, FactKind.INTEGER, FactKind.YEARS);

    private final FactDictionary facts;
    private final String name;
    private final List<FormulaFault> faults = new ArrayList<>();

    private FormulaCheck(FactDictionary facts, String name) {
        this.facts = facts;
        this.name = name;
    }

    /**
     * What came out of it.
     *
     * @param unit of the result; absent for how many times, and where there are faults
     * @param kind of the result
     */
    public record Result(@Nullable String unit, FactKind kind, List<FormulaFault> faults) {}

    /** @param name of the fact that is to be computed by it, known or new */
    public static Result of(FactDictionary facts, String name, Formula formula) {
        FormulaCheck check = new FormulaCheck(facts, name);
        Unit unit = check.unit(formula, "", 0);
        if (check.faults.isEmpty() && formula.inputs().isEmpty()) {
            check.fault("", "FORMULA_WITHOUT_FACT", "公式里没有指标，请至少选择一项");
        }
        if (check.faults.isEmpty()) {
            check.circle(formula);
        }
        FactKind kind = formula instanceof Formula.Since since && since.in() == Formula.Span.DAYS
                ? FactKind.INTEGER
                : FactKind.NUMBER;
        return new Result(check.faults.isEmpty() && unit != null ? unit.name : null, kind, List.copyOf(check.faults));
    }

    /** The unit of a formula without faults; absent for a plain number. */
    public static @Nullable String unit(FactDictionary facts, Formula formula) {
        Unit unit = new FormulaCheck(facts, "").unit(formula, "", 0);
        return unit == null ? null : unit.name;
    }

    /** @param name absent for a plain number */
    private record Unit(@Nullable String name) {

        boolean plain() {
            return name == null;
        }

        boolean percent() {
            return PERCENT.equals(name);
        }

        String words() {
            return name == null ? "无单位" : name;
        }
    }

    private static final Unit PLAIN = new Unit(null);
    private static final Unit IN_PERCENT = new Unit(PERCENT);

    private @Nullable Unit unit(@Nullable Formula formula, String path, int depth) {
        if (formula == null) {
            fault(path, "FORMULA_INCOMPLETE", "这一处还没有填");
            return null;
        }
        if (depth > DEEPEST) {
            fault(path, "FORMULA_TOO_DEEP", "公式最多 " + DEEPEST + " 层，请先建一个中间指标");
            return null;
        }
        return switch (formula) {
            case Formula.Figure figure -> figure(figure, path);
            case Formula.Constant number -> constant(number, path);
            case Formula.Plus plus -> alike(plus.parts(), path, depth, "相加");
            case Formula.Least least -> alike(least.parts(), path, depth, "比大小");
            case Formula.Greatest greatest -> alike(greatest.parts(), path, depth, "比大小");
            case Formula.Minus minus -> same(minus.from(), "/from", minus.less(), "/less", path, depth, "相减");
            case Formula.Times times -> times(times, path, depth);
            case Formula.Over over -> over(over, path, depth);
            case Formula.Percent percent ->
                same(percent.part(), "/part", percent.whole(), "/whole", path, depth, "算占比") == null
                        ? null
                        : IN_PERCENT;
            case Formula.Growth growth -> growth(growth, path);
            case Formula.Total total -> ofYears(total.fact(), total.years(), path, "合计");
            case Formula.Mean mean -> ofYears(mean.fact(), mean.years(), path, "平均");
            case Formula.TotalShare share -> share(share, path);
            case Formula.Since since -> since(since, path);
            case Formula.Official ignored -> {
                fault(path, "FORMULA_OF_STANDARD", "国家标准规定的算法由系统维护，不能选用");
                yield null;
            }
        };
    }

    private @Nullable Unit figure(Formula.Figure figure, String path) {
        FactDefinition fact = fact(figure.fact(), path + "/fact");
        if (fact == null) {
            return null;
        }
        if (!NUMBERS.contains(fact.kind())) {
            fault(path + "/fact", "FORMULA_NOT_A_NUMBER", "“" + fact.label() + "”不是数，不能参加计算");
            return null;
        }
        Integer year = figure.year();
        if (fact.kind() == FactKind.YEARS) {
            int last = years(fact) - 1;
            if (year == null ? !fact.readAsNewest() : year < 0 || year > last) {
                fault(path + "/year", "FORMULA_YEAR", "请选择“" + fact.label() + "”的哪一年");
                return null;
            }
        } else if (year != null) {
            fault(path + "/year", "FORMULA_YEAR", "“" + fact.label() + "”不分年份");
            return null;
        }
        return new Unit(fact.unit());
    }

    private @Nullable Unit constant(Formula.Constant number, String path) {
        if (number.value() == null || number.value().abs().compareTo(GREATEST) > 0) {
            fault(path + "/value", "FORMULA_NUMBER", "请填写数字");
            return null;
        }
        String unit = number.unit();
        return unit == null || unit.isBlank() ? PLAIN : new Unit(unit);
    }

    private @Nullable Unit alike(@Nullable List<Formula> parts, String path, int depth, String doing) {
        if (parts == null || parts.size() < 2 || parts.size() > MOST_PARTS) {
            fault(path, "FORMULA_PARTS", doing + "要有 2 到 " + MOST_PARTS + " 项");
            return null;
        }
        Unit first = null;
        boolean sound = true;
        for (int i = 0; i < parts.size(); i++) {
            Unit unit = unit(parts.get(i), path + "/parts/" + i, depth + 1);
            if (unit == null) {
                sound = false;
            } else if (first == null) {
                first = unit;
            } else if (!first.equals(unit)) {
                mismatch(path + "/parts/" + i, first, unit, doing);
                sound = false;
            }
        }
        return sound ? first : null;
    }

    private @Nullable Unit same(
            Formula one, String onePath, Formula other, String otherPath, String path, int depth, String doing) {
        Unit first = unit(one, path + onePath, depth + 1);
        Unit second = unit(other, path + otherPath, depth + 1);
        if (first == null || second == null) {
            return null;
        }
        if (!first.equals(second)) {
            mismatch(path + otherPath, first, second, doing);
            return null;
        }
        return first;
    }

    private @Nullable Unit times(Formula.Times times, String path, int depth) {
        Unit left = unit(times.left(), path + "/left", depth + 1);
        Unit right = unit(times.right(), path + "/right", depth + 1);
        if (left == null || right == null) {
            return null;
        }
        if (left.plain() || (left.percent() && !right.plain())) {
            return right;
        }
        if (right.plain() || right.percent()) {
            return left;
        }
        fault(
                path + "/right",
                "FORMULA_UNIT_MISMATCH",
                "“" + left.words() + "”和“" + right.words() + "”不能相乘：至少一边应是没有单位的数或百分比");
        return null;
    }

    private @Nullable Unit over(Formula.Over over, String path, int depth) {
        Unit part = unit(over.part(), path + "/part", depth + 1);
        Unit whole = unit(over.whole(), path + "/whole", depth + 1);
        if (part == null || whole == null) {
            return null;
        }
        if (over.whole() instanceof Formula.Constant by && by.value().signum() <= 0) {
            fault(path + "/whole", "FORMULA_DIVISOR", "除数应大于 0");
            return null;
        }
        if (whole.plain()) {
            return part;
        }
        if (part.equals(whole)) {
            return PLAIN;
        }
        if (part.plain() || NO_DIVISOR.contains(whole.name) || compound(whole) || compound(part) || part.percent()) {
            fault(path + "/whole", "FORMULA_DIVISOR", "“" + part.words() + "”除以“" + whole.words() + "”没有意义，请换一项作除数");
            return null;
        }
        return new Unit(part.name + "/" + whole.name);
    }

    private static boolean compound(Unit unit) {
        return unit.name != null && unit.name.contains("/");
    }

    private @Nullable Unit growth(Formula.Growth growth, String path) {
        FactDefinition fact = byYears(growth.fact(), path + "/fact");
        if (fact == null) {
            return null;
        }
        if (PERCENT.equals(fact.unit())) {
            fault(path + "/fact", "FORMULA_UNIT_MISMATCH", "“" + fact.label() + "”已是百分比，不再算同比增长");
            return null;
        }
        if (growth.year() < 0 || growth.year() > years(fact) - 2) {
            fault(path + "/year", "FORMULA_YEAR", "“" + fact.label() + "”没有这一年的上一年，不能算同比增长");
            return null;
        }
        return IN_PERCENT;
    }

    private @Nullable Unit ofYears(String name, int years, String path, String doing) {
        FactDefinition fact = byYears(name, path + "/fact");
        if (fact == null) {
            return null;
        }
        if (years < 2 || years > years(fact)) {
            fault(path + "/years", "FORMULA_YEAR", "“" + fact.label() + "”可" + doing + " 2 到 " + years(fact) + " 年");
            return null;
        }
        if (doing.equals("合计") && PERCENT.equals(fact.unit())) {
            fault(path + "/fact", "FORMULA_UNIT_MISMATCH", "百分比不能合计，可用平均");
            return null;
        }
        return new Unit(fact.unit());
    }

    private @Nullable Unit share(Formula.TotalShare share, String path) {
        Unit part = ofYears(share.part(), share.years(), path, "合计");
        FactDefinition whole = byYears(share.whole(), path + "/whole");
        if (part == null || whole == null) {
            return null;
        }
        if (share.years() > years(whole)) {
            fault(path + "/years", "FORMULA_YEAR", "“" + whole.label() + "”只有 " + years(whole) + " 年");
            return null;
        }
        if (!Objects.equals(part.name, whole.unit())) {
            mismatch(path + "/whole", part, new Unit(whole.unit()), "算占比");
            return null;
        }
        return IN_PERCENT;
    }

    private @Nullable Unit since(Formula.Since since, String path) {
        FactDefinition fact = fact(since.fact(), path + "/fact");
        if (fact == null) {
            return null;
        }
        if (since.in() == null) {
            fault(path + "/in", "FORMULA_INCOMPLETE", "请选择按天还是按年");
            return null;
        }
        if (fact.kind() != FactKind.DATE) {
            fault(path + "/fact", "FORMULA_NOT_A_DAY", "“" + fact.label() + "”不是日期");
            return null;
        }
        return new Unit(since.in().unit());
    }

    private @Nullable FactDefinition byYears(String name, String path) {
        FactDefinition fact = fact(name, path);
        if (fact != null && fact.kind() != FactKind.YEARS) {
            fault(path, "FORMULA_YEAR", "“" + fact.label() + "”不是按年填报的");
            return null;
        }
        return fact;
    }

    private static int years(FactDefinition fact) {
        return Objects.requireNonNullElse(fact.years(), 1);
    }

    private @Nullable FactDefinition fact(@Nullable String name, String path) {
        if (name == null || name.isBlank()) {
            fault(path, "FORMULA_INCOMPLETE", "请选择指标");
            return null;
        }
        FactDefinition fact = facts.find(name);
        if (fact == null) {
            fault(
                    path,
                    "FORMULA_FACT_UNKNOWN",
                    "没有“" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "”这个指标");
        } else if (fact.outOfUse()) {
            fault(path, "FORMULA_FACT_RETIRED", "“" + fact.label() + "”已停用，请换一项");
        }
        return fact;
    }

    /** Names the circle, from the fact back to itself. */
    private void circle(Formula formula) {
        Map<String, String> reached = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String input : formula.inputs()) {
            String fact = facts.get(input).name();
            if (reached.putIfAbsent(fact, name) == null) {
                open.add(fact);
            }
        }
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String fact = open.removeFirst();
            if (fact.equals(name)) {
                fault("", "FORMULA_CIRCULAR", "指标循环引用：" + wayBack(reached));
                return;
            }
            if (seen.add(fact)) {
                for (String input : facts.get(fact).inputs()) {
                    String next = facts.get(input).name();
                    if (reached.putIfAbsent(next, fact) == null) {
                        open.add(next);
                    }
                }
            }
        }
    }

    private String wayBack(Map<String, String> reached) {
        List<String> way = new ArrayList<>(List.of(name));
        String at = Objects.requireNonNull(reached.get(name));
        while (!at.equals(name)) {
            way.addFirst(at);
            at = Objects.requireNonNull(reached.get(at));
        }
        way.addFirst(name);
        return way.stream()
                .map(fact -> {
                    FactDefinition known = facts.find(fact);
                    return known == null ? fact : known.label();
                })
                .collect(Collectors.joining(" ← "));
    }

    private void mismatch(String path, Unit one, Unit other, String doing) {
        fault(path, "FORMULA_UNIT_MISMATCH", "单位不一致，“" + one.words() + "”和“" + other.words() + "”不能" + doing);
    }

    private void fault(String path, String code, String message) {
        faults.add(new FormulaFault(path, code, message));
    }
}
