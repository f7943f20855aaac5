package cn.zhengqi.matching.api.facts;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A formula in one line, as people write it down. */
public final class FormulaWords {

    private final UnaryOperator<String> naming;
    private final boolean spoken;

    private FormulaWords(UnaryOperator<String> naming, boolean spoken) {
        this.naming = naming;
        this.spoken = spoken;
    }

    /** With the names of facts, and years by their place: {@code rdExpense[0] ÷ revenue[0]}. Whoever shows it puts words in their place. */
    public static String named(Formula formula) {
        return new FormulaWords(name -> name, false).of(formula);
    }

    /** With what people call the facts; a name that is none stays as it is. */
    public static String spoken(Formula formula, FactDictionary facts) {
        return new FormulaWords(
                        name -> {
                            FactDefinition fact = facts.find(name);
                            return fact == null ? name : fact.label().replaceFirst("（[^）]*）$", "");
                        },
                        true)
                .of(formula);
    }

    private String of(Formula formula) {
        return switch (formula) {
            case Formula.Figure figure -> figure(figure.fact(), figure.year());
            case Formula.Constant number ->
                number.value().stripTrailingZeros().toPlainString()
                        + (number.unit() == null ? "" : " " + number.unit());
            case Formula.Plus plus -> joined(plus.parts(), " + ");
            case Formula.Minus minus -> within(minus.from(), false) + " − " + within(minus.less(), true);
            case Formula.Times times -> within(times.left(), true) + " × " + within(times.right(), true);
            case Formula.Over over -> within(over.part(), true) + " ÷ " + within(over.whole(), true);
            case Formula.Percent percent -> within(percent.part(), true) + " ÷ " + within(percent.whole(), true);
            case Formula.Growth growth ->
                "(" + figure(growth.fact(), growth.year()) + " − " + figure(growth.fact(), growth.year() + 1) + ") ÷ "
                        + figure(growth.fact(), growth.year() + 1);
            case Formula.Total total -> "近 " + total.years() + " 年 " + naming.apply(total.fact()) + " 合计（成立以前的年份按 0 计）";
            case Formula.Mean mean -> "近 " + mean.years() + " 年 " + naming.apply(mean.fact()) + " 平均";
            case Formula.TotalShare share ->
                "近 " + share.years() + " 年 " + naming.apply(share.part()) + " 合计 ÷ " + naming.apply(share.whole())
                        + " 合计（按两者都已知的年份）";
            case Formula.Least least -> chosen(least.parts(), "最小者");
            case Formula.Greatest greatest -> chosen(greatest.parts(), "最大者");
            case Formula.Since since ->
                "从 " + naming.apply(since.fact()) + " 到当天的" + since.in().unit() + "数";
            case Formula.Official official ->
                switch (official.standard()) {
                    case ENTERPRISE_SIZE -> "国统字〔2017〕213号 划型标准";
                    case SMALL_LOW_PROFIT -> "小型微利企业标准";
                };
        };
    }

    private String figure(String fact, @Nullable Integer year) {
        String name = naming.apply(fact);
        if (year == null) {
            return name;
        }
        return spoken ? name + yearWords(year) : name + "[" + year + "]";
    }

    private static String yearWords(int year) {
        return switch (year) {
            case 0 -> "（最近一年）";
            case 1 -> "（前一年）";
            case 2 -> "（前两年）";
            default -> "（前 " + year + " 年）";
        };
    }

    private String joined(List<Formula> parts, String by) {
        return parts.stream().map(part -> within(part, false)).collect(Collectors.joining(by));
    }

    private String chosen(List<Formula> parts, String which) {
        return parts.stream().map(part -> within(part, true)).collect(Collectors.joining("、")) + " 中的" + which;
    }

    /** @param tight whether what is added up has to be put into brackets */
    private String within(Formula part, boolean tight) {
        String words = of(part);
        return switch (part) {
            case Formula.Figure ignored -> words;
            case Formula.Constant ignored -> words;
            case Formula.Plus ignored -> tight ? "(" + words + ")" : words;
            case Formula.Minus ignored -> tight ? "(" + words + ")" : words;
            case Formula.Times ignored -> tight ? "(" + words + ")" : words;
            default -> "(" + words + ")";
        };
    }
}
