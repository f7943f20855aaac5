package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.reading.Proposal.Applies;
import cn.zhengqi.policy.reading.Vocabulary.NumberRule;
import cn.zhengqi.policy.reading.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the numbers of a sentence against the facts whose words stand before them, or right after them. */
final class NumberReading {

    /** 给予补助，最高不超过50万元; in 贷款规模最高1000万元 it is said of what. */
    private static final Pattern AT_MOST = Pattern.compile("(?:^|[，,；;、（(])\\s*最高[^，,；;、]*$");

    private static final Pattern SEPARATOR = Pattern.compile("[，,。：:]");
    private static final Pattern JOINS = Pattern.compile("[，,、]|且|和|并|及|与|同时");
    private static final Pattern OF_BAND = Pattern.compile("^\\s*(?:[：:]|的|但)");

    private final FactDictionary facts;
    private final Vocabulary.Words words;
    private final List<NumberRule> rules;
    private final Quantities quantities;

    NumberReading(Vocabulary vocabulary) {
        facts = vocabulary.facts();
        words = vocabulary.words();
        rules = words.numbers();
        quantities = new Quantities(words);
    }

    /** @param unread what is compared with nothing that is known */
    record Read(List<Finding> findings, List<Quantity> unread) {}

    /** A fact for a number, with where its words stand. */
    private record Named(NumberRule rule, int from, int to, int weight, boolean near) {}

    /** @param before what was read in the sentence before, which may go on here without its name */
    Read in(Sentence sentence, @Nullable String title, @Nullable Finding before) {
        String text = sentence.asking();
        List<Quantity> all = quantities.in(text);
        List<Quantity> outside = all.stream()
                .filter(one -> !one.bracketed() && !isGranted(text, one))
                .toList();
        List<Finding> findings = new ArrayList<>();
        List<Quantity> unread = new ArrayList<>();
        Applies band = null;
        int from = 0;
        for (int at = 0; at < outside.size(); at++) {
            Quantity quantity = outside.get(at);
            Named named = named(text, from, quantity, title);
            if (named == null) {
                Finding carried = quantity.compared() && band != null ? carried(before, quantity, band) : null;
                if (carried != null) {
                    findings.add(carried);
                    from = quantity.to();
                } else if (quantity.compared() && !quantity.dates()) {
                    unread.add(quantity);
                    from = quantity.to();
                }
                continue;
            }
            FactDefinition fact = facts.get(named.rule().fact());
            Quantity next = outside.stream()
                    .skip(at + 1L)
                    .filter(Quantity::compared)
                    .findFirst()
                    .orElse(null);
            from = quantity.to();
            if (next != null && named.rule().divides() && isBandOf(text, quantity, next)) {
                Applies read = quantity.asBand(fact);
                if (read != null) {
                    band = read;
                    continue;
                }
            }
            findings.add(finding(fact, named, quantity, band));
        }
        return new Read(withBracketed(findings, all, text, title), unread);
    }

    /** Right after a word that grants, or the most that a sentence which tells a benefit gives. */
    private boolean isGranted(String text, Quantity quantity) {
        String before = text.substring(0, quantity.from());
        return words.granted().isIn(before)
                || (words.benefit().isIn(text)
                        && AT_MOST.matcher(text.substring(0, quantity.to())).find());
    }

    /** 最近一年销售收入2亿元以上：…, 超过100人的…: it says for whom the next is asked. */
    private static boolean isBandOf(String text, Quantity quantity, Quantity next) {
        String between = text.substring(quantity.to(), next.from());
        return OF_BAND.matcher(between).find() || !JOINS.matcher(between).find();
    }

    private @Nullable Finding carried(@Nullable Finding before, Quantity quantity, Applies band) {
        if (before == null) {
            return null;
        }
        Value value = quantity.valueOf(before.fact());
        Operator op = quantity.op();
        return value == null || op == null || !Operator.comparing(before.fact()).contains(op)
                ? null
                : new Finding(
                        quantity.from(),
                        quantity.to(),
                        before.fact(),
                        op,
                        value,
                        false,
                        List.of("本句没有写明指标，沿用上一句的“" + before.fact().label() + "”", told(quantity)),
                        band);
    }

    private static Finding finding(FactDefinition fact, Named named, Quantity quantity, @Nullable Applies band) {
        Operator given = quantity.op();
        Operator op = Objects.requireNonNull(given == null ? named.rule().bare() : given);
        List<String> why = new ArrayList<>();
        why.add("按原文用词对应指标“" + fact.label() + "”");
        why.add(told(quantity));
        if (given == null) {
            why.add("原文没有写明怎样比较，按“" + (op == Operator.EQUAL ? "等于" : "不低于") + "”理解");
        }
        if (!named.near()) {
            why.add("指标与数值不在同一分句，请核对");
        }
        return new Finding(
                Math.min(named.from(), quantity.from()),
                Math.max(named.to(), quantity.to()),
                fact,
                op,
                Objects.requireNonNull(quantity.valueOf(fact)),
                given != null && named.near(),
                why,
                band);
    }

    private static String told(Quantity quantity) {
        return "比较与数值：“" + quantity.words() + "”";
    }

    /** (参保30人以上) behind a condition says for whom it is asked; other figures in brackets explain. */
    private List<Finding> withBracketed(
            List<Finding> findings, List<Quantity> all, String text, @Nullable String title) {
        if (findings.size() != 1 || findings.getFirst().applies() != null) {
            return findings;
        }
        Finding only = findings.getFirst();
        for (Quantity quantity : all) {
            if (quantity.bracketed() && quantity.compared() && quantity.from() >= only.from()) {
                int opens = Math.max(text.lastIndexOf('（', quantity.from()), text.lastIndexOf('(', quantity.from()));
                Named named = opens < 0 ? null : named(text, opens, quantity, title);
                Applies band = named == null || !named.rule().divides()
                        ? null
                        : quantity.asBand(facts.get(named.rule().fact()));
                if (band != null) {
                    return List.of(only.of(band));
                }
            }
        }
        return findings;
    }

    /** First in the same part of the sentence, then before it, then right after the number. */
    private @Nullable Named named(String text, int from, Quantity quantity, @Nullable String title) {
        int part = from;
        for (Matcher one = SEPARATOR.matcher(text).region(from, Math.max(from, quantity.from())); one.find(); ) {
            part = one.end();
        }
        Named named = best(text, part, Math.max(part, quantity.from()), quantity, title, true);
        if (named == null) {
            named = after(text, quantity, title);
        }
        return named == null && part > from ? best(text, from, quantity.from(), quantity, title, false) : named;
    }

    private @Nullable Named after(String text, Quantity quantity, @Nullable String title) {
        Matcher end = Pattern.compile("[，,。、；：:\\d]").matcher(text).region(quantity.to(), text.length());
        return best(text, quantity.to(), end.find() ? end.start() : text.length(), quantity, title, true);
    }

    private @Nullable Named best(
            String text, int from, int to, Quantity quantity, @Nullable String title, boolean near) {
        String window = text.substring(from, to);
        Named best = null;
        for (NumberRule rule : rules) {
            FactDefinition fact = facts.get(rule.fact());
            Operator op = quantity.op() == null ? rule.bare() : quantity.op();
            if (op == null || !Operator.comparing(fact).contains(op) || quantity.valueOf(fact) == null) {
                continue;
            }
            Named named = matched(rule, window, from, title, near);
            if (named != null && (best == null || named.weight() > best.weight())) {
                best = named;
            }
        }
        return best;
    }

    private static @Nullable Named matched(
            NumberRule rule, String window, int offset, @Nullable String title, boolean near) {
        if ((rule.not() != null && rule.not().isIn(window))
                || (rule.title() != null && (title == null || !rule.title().isIn(title)))) {
            return null;
        }
        int weight = 0;
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (Phrase phrase : rule.words()) {
            Matcher found = phrase.in(window);
            if (found == null) {
                return null;
            }
            weight += found.end() - found.start();
            from = Math.min(from, found.start());
            to = Math.max(to, found.end());
        }
        return new Named(rule, offset + from, offset + to, weight, near);
    }
}
