package cn.zhengqi.matching.reference;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the flat {@code criteria[]} of a collected row into a tree, by what the row says and never by which row it is:
 * {@code group} strings become alternatives and bands, scoring tables become scores, references are followed, and what gives
 * no figure becomes unverified. The result is a draft: {@code policy_rules.jsonl} holds the reading that a person completed.
 */
public final class ReferenceCriteria {

    private static final Pattern BAND_GROUP = Pattern.compile("按(.+)分档[:：](.+)");
    private static final Pattern ONE_END = Pattern.compile("([≤≥<>])\\s*([\\d.]+)\\s*(\\S*)");
    private static final Pattern TWO_ENDS = Pattern.compile("([\\d.]+)\\s*([^\\d~～]*)[~～]([\\d.]+)\\s*(\\S*)");

    /** What rows call the fact that chooses a band. */
    private static final Map<String, String> BAND_FACTS = Map.of(
            "最近一年销售收入", "revenueY1",
            "营收", "revenueY1",
            "营业收入", "revenueY1",
            "参保人数", "insured",
            "职工人数", "employees");

    /** What scoring tables call the fact that a table of thresholds is about. */
    private static final Map<String, String> SCORED_FACTS = Map.of(
            "科技人员占比", "rdStaffRatio",
            "研发费用占销售收入", "rdRatioY1",
            "研发费用占营收", "rdRatioY1",
            "主营业务收入增长率", "mainGrowthY1",
            "主营业务收入占比", "mainRevenueRatio",
            "资产负债率", "debtRatio",
            "净利润率", "netProfitMargin",
            "研发人员占比", "rdStaffRatio");

    private final FactDictionary facts;
    private final Function<String, @Nullable JsonNode> rows;

    /**
     * @param rows finds another row by its id, for references
     */
    public ReferenceCriteria(FactDictionary facts, Function<String, @Nullable JsonNode> rows) {
        this.facts = facts;
        this.rows = rows;
    }

    /**
     * The tree of one row.
     *
     * @throws IllegalArgumentException when a field, an operator or a group cannot be understood
     */
    public Criterion translate(JsonNode row) {
        List<Criterion> parts = new ArrayList<>();
        Map<String, List<Criterion>> alternatives = new LinkedHashMap<>();
        Map<String, List<Band>> bands = new LinkedHashMap<>();
        List<Criterion> directPasses = new ArrayList<>();

        for (JsonNode entry : row.path("criteria")) {
            Criterion leaf = leaf(row, entry);
            String group = entry.path("group").asString("");
            Matcher band = BAND_GROUP.matcher(group);
            if (group.isEmpty()) {
                parts.add(leaf);
            } else if (group.startsWith("直通")) {
                directPasses.add(leaf);
            } else if (band.matches()) {
                String by = BAND_FACTS.get(band.group(1));
                if (by == null) {
                    throw new IllegalArgumentException("No fact is known for bands by " + band.group(1));
                }
                bands.computeIfAbsent(by, key -> new ArrayList<>()).add(band(band.group(2), leaf));
            } else if (group.startsWith("任一")) {
                alternatives
                        .computeIfAbsent(group.split("[:：]")[0], key -> new ArrayList<>())
                        .add(labelled(leaf, group));
            } else {
                throw new IllegalArgumentException("Group not understood: " + group);
            }
        }
        alternatives.values().forEach(options -> parts.add(new AnyOf(null, null, coversEveryCase(options), options)));
        bands.forEach((by, list) -> parts.add(new Banded(null, null, by, joined(list))));
        if (!directPasses.isEmpty()) {
            replaceScoreByAlternatives(parts, directPasses);
        }
        if (parts.isEmpty()) {
            return new Unverified(null, null, "没有可逐条判断的企业条件");
        }
        return parts.size() == 1 ? parts.getFirst() : new AllOf(null, null, parts);
    }

    private Criterion leaf(JsonNode row, JsonNode entry) {
        String field = entry.path("field").asString();
        String text = entry.path("text").asString();
        Clause clause = new Clause(text, null, entry.path("sure").asBoolean(true));
        switch (entry.path("op").asString()) {
            case "unknown" -> {
                return new Unverified(null, clause, text);
            }
            case "ref" -> {
                String other = entry.path("value").asString();
                JsonNode target = rows.apply(other);
                if (target == null) {
                    throw new IllegalArgumentException("Refers to the unknown row " + other);
                }
                return new AllOf("沿用" + other + "的条件", clause, List.of(translate(target)));
            }
            default -> {
                Value value = Value.of(plain(entry.path("value")));
                Operator op = Operator.of(entry.path("op").asString());
                if (facts.find(field) == null && field.endsWith("Score") && value instanceof Value.Amount pass) {
                    return score(row, op, pass, clause);
                }
                String unit =
                        entry.path("unit").isNull() ? null : entry.path("unit").asString(null);
                return new Comparison(null, facts.get(field).name(), op, value, unit, clause, null);
            }
        }
    }

    /** Tables of numbers become tiers; tables told in words stay unverified until a person enters them. */
    private Score score(JsonNode row, Operator op, Value.Amount pass, Clause clause) {
        List<Score.Group> groups = new ArrayList<>();
        row.path("scoring").propertyStream().forEach(entry -> {
            if (entry.getValue().isObject()) {
                List<Score.Item> items = entry.getValue()
                        .propertyStream()
                        .map(item -> item(item.getKey(), item.getValue()))
                        .toList();
                groups.add(new Score.Group(entry.getKey(), null, items));
            } else {
                groups.add(new Score.Group(entry.getKey(), null, List.of(item(entry.getKey(), entry.getValue()))));
            }
        });
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A score without a scoring table: " + clause.text());
        }
        return new Score(null, clause, pass.number(), op == Operator.MORE_THAN, groups);
    }

    private Score.Item item(String name, JsonNode table) {
        String plainName = name.replaceAll("^或|\\(.*\\)$", "");
        String fact = SCORED_FACTS.get(plainName);
        if (table.isArray() && fact != null) {
            List<Score.Tier> tiers = new ArrayList<>();
            BigDecimal otherwise = BigDecimal.ZERO;
            for (int i = 0; i < table.size(); i++) {
                BigDecimal threshold = table.get(i).get(0).decimalValue();
                BigDecimal points = table.get(i).get(1).decimalValue();
                boolean floor = i == table.size() - 1 && points.signum() == 0;
                if (floor) {
                    otherwise = points;
                } else {
                    tiers.add(new Score.Tier(
                            points, Comparison.of(fact, Operator.AT_LEAST, new Value.Amount(threshold))));
                }
            }
            return new Score.Item(plainName, tiers, otherwise, null);
        }
        Matcher maximum = Pattern.compile("\\((\\d+)\\)$").matcher(name);
        BigDecimal points = maximum.find() ? new BigDecimal(maximum.group(1)) : BigDecimal.ZERO;
        String words = table.isString() ? table.asString() : table.toString();
        return new Score.Item(
                plainName,
                List.of(new Score.Tier(points, new Unverified(null, null, words))),
                BigDecimal.ZERO,
                new Clause(words, null, false));
    }

    private static void replaceScoreByAlternatives(List<Criterion> parts, List<Criterion> directPasses) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Score score) {
                List<Criterion> options = new ArrayList<>();
                options.add(score);
                options.addAll(directPasses);
                parts.set(i, new AnyOf(null, null, false, options));
                return;
            }
        }
        throw new IllegalArgumentException("直通 stands for a score, and there is none");
    }

    private static Criterion labelled(Criterion leaf, String group) {
        String[] words = group.split("[:：]", 2);
        return words.length == 2 && leaf instanceof Comparison comparison
                ? new Comparison(
                        words[1],
                        comparison.fact(),
                        comparison.op(),
                        comparison.value(),
                        comparison.unit(),
                        comparison.clause(),
                        comparison.hint())
                : leaf;
    }

    /** Two options of which one is exactly the opposite of the other leave no case out. */
    private static boolean coversEveryCase(List<Criterion> options) {
        for (Criterion one : options) {
            for (Criterion other : options) {
                if (one instanceof Comparison a
                        && other instanceof Comparison b
                        && a.fact().equals(b.fact())
                        && a.value().equals(b.value())
                        && (a.op() == Operator.AT_LEAST && b.op() == Operator.LESS_THAN
                                || a.op() == Operator.MORE_THAN && b.op() == Operator.AT_MOST)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Band band(String words, Criterion then) {
        Matcher one = ONE_END.matcher(words);
        if (one.matches()) {
            BigDecimal end = new BigDecimal(one.group(2)).multiply(factor(one.group(3)));
            return switch (one.group(1)) {
                case "≤" -> new Band(words, null, false, end, true, null, then);
                case "<" -> new Band(words, null, false, end, false, null, then);
                case "≥" -> new Band(words, end, true, null, false, null, then);
                default -> new Band(words, end, false, null, false, null, then);
            };
        }
        Matcher two = TWO_ENDS.matcher(words);
        if (two.matches()) {
            BigDecimal toFactor = factor(two.group(4));
            BigDecimal fromFactor = two.group(2).isEmpty() ? toFactor : factor(two.group(2));
            return new Band(
                    words,
                    new BigDecimal(two.group(1)).multiply(fromFactor),
                    false,
                    new BigDecimal(two.group(3)).multiply(toFactor),
                    false,
                    null,
                    then);
        }
        throw new IllegalArgumentException("Band not understood: " + words);
    }

    /** Into 万元; people stay people. */
    private static BigDecimal factor(String unit) {
        return unit.startsWith("亿") ? BigDecimal.valueOf(10_000) : BigDecimal.ONE;
    }

    /** In order, and each end of a band between two others belongs to it unless its neighbour has it. */
    private static List<Band> joined(List<Band> bands) {
        List<Band> ordered = new ArrayList<>(bands);
        ordered.sort((a, b) -> {
            BigDecimal left = a.from();
            BigDecimal right = b.from();
            if (left == null || right == null) {
                return left == null ? (right == null ? 0 : -1) : 1;
            }
            return left.compareTo(right);
        });
        List<Band> joined = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Band band = ordered.get(i);
            if (band.from() != null && band.to() != null) {
                boolean fromFree = i == 0 || !ordered.get(i - 1).toIncluded();
                boolean toFree = i == ordered.size() - 1 || !ordered.get(i + 1).fromIncluded();
                band = new Band(band.label(), band.from(), fromFree, band.to(), toFree, null, band.then());
            }
            joined.add(band);
        }
        return joined;
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isString()) {
            return value.asString();
        }
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            value.forEach(item -> items.add(plain(item)));
            return items;
        }
        throw new IllegalArgumentException("Not a value to compare with: " + value);
    }
}
