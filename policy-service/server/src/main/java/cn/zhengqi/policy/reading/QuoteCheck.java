package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the figures of conditions against the words that they quote: enterprises read the words and are matched by the figure. Where the words have figures in the unit
 * of the fact and none of them is the condition's, that is said.
 *
 * <p>The limits of bands and the points of scoring tables are not looked at: what is quoted for them is a table as a whole.
 */
@Component
public class QuoteCheck {

    /** 近三年 says of when, and is no figure that a condition could have missed. */
    private static final Pattern PERIOD = Pattern.compile("(?:近|前|后|过去|最近|连续|每|上|下|第)$");

    private final Quantities quantities = new Quantities(Vocabulary.asWritten());

    /** From the top down. */
    public List<QuoteDifference> differences(Criterion tree) {
        List<QuoteDifference> all = new ArrayList<>();
        walk(tree, "", FactDictionary.inForce(), all);
        return List.copyOf(all);
    }

    private void walk(Criterion criterion, String path, FactDictionary facts, List<QuoteDifference> all) {
        switch (criterion) {
            case Comparison one -> {
                QuoteDifference difference = difference(one, path, facts);
                if (difference != null) {
                    all.add(difference);
                }
            }
            case AllOf several -> parts(several.criteria(), path, facts, all);
            case AnyOf several -> parts(several.criteria(), path, facts, all);
            case AtLeast several -> parts(several.criteria(), path, facts, all);
            case Banded banded -> {
                for (int at = 0; at < banded.bands().size(); at++) {
                    walk(banded.bands().get(at).then(), path + "/bands/" + at + "/then", facts, all);
                }
            }
            case Score ignored -> {}
            case Unverified ignored -> {}
        }
    }

    private void parts(List<Criterion> parts, String path, FactDictionary facts, List<QuoteDifference> all) {
        for (int at = 0; at < parts.size(); at++) {
            walk(parts.get(at), path + "/criteria/" + at, facts, all);
        }
    }

    private @Nullable QuoteDifference difference(Comparison one, String path, FactDictionary facts) {
        FactDefinition fact = facts.find(one.fact());
        List<String> wanted = figures(one.value());
        if (fact == null
                || one.clause() == null
                || wanted.isEmpty()
                || (one.unit() != null && !one.unit().equals(fact.unit()))) {
            return null;
        }
        String text = one.clause().text();
        List<Quantity> comparable = quantities.in(text).stream()
                .filter(quantity -> quantity.valueOf(fact) != null)
                .toList();
        List<String> quoted = comparable.stream()
                .flatMap(quantity -> figures(Objects.requireNonNull(quantity.valueOf(fact))).stream())
                .toList();
        List<String> others = comparable.stream()
                .filter(quantity -> !isPeriod(text, quantity))
                .map(quantity -> told(quantity, fact))
                .distinct()
                .toList();
        return quoted.containsAll(wanted) || others.isEmpty()
                ? null
                : new QuoteDifference(
                        path,
                        Objects.requireNonNullElse(one.label(), fact.label()),
                        "数值 " + told(wanted, fact) + " 与引用原文中的 " + String.join("、", others) + " 不一致",
                        one.clause().certain());
    }

    private static boolean isPeriod(String text, Quantity quantity) {
        return quantity.measure() == Measure.TIME
                && PERIOD.matcher(text.substring(0, quantity.from())).find();
    }

    /** Figures and days, each written in one way; none of a yes or no, or of names. */
    private static List<String> figures(Value value) {
        return switch (value) {
            case Value.Amount amount -> List.of(plain(amount.number()));
            case Value.Range range ->
                Stream.of(range.from(), range.to()).map(QuoteCheck::plain).toList();
            case Value.Text text -> List.of(text.text());
            case Value.Texts ignored -> List.of();
            case Value.Flag ignored -> List.of();
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** In the unit of the fact, with the words where they have another one. */
    private static String told(Quantity quantity, FactDefinition fact) {
        List<String> figures = figures(Objects.requireNonNull(quantity.valueOf(fact)));
        String told = told(figures, fact);
        return figures.stream().allMatch(quantity.words()::contains) || quantity.measure() == Measure.DAY
                ? told
                : told + "（" + quantity.words() + "）";
    }

    private static String told(List<String> figures, FactDefinition fact) {
        String unit = Objects.requireNonNullElse(fact.unit(), "");
        return figures.stream().collect(Collectors.joining("—"))
                + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
    }
}
