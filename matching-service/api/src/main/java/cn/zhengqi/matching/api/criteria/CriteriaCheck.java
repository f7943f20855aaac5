package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what is wrong with a tree of conditions that a person has entered, all of it at once and each at its place, before it becomes a
 * {@link Criterion}: a tree without faults can be read as one, and the matching engine takes it.
 */
public final class CriteriaCheck {

    /** More is nothing that a person could read. */
    public static final int DEEPEST = 10;

    public static final int MOST_CONDITIONS = 400;

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_VALUES = 400;
    private static final BigDecimal GREATEST = new BigDecimal("1000000000000");

    private static final Set<Operator> ORDERS =
            EnumSet.of(Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN);

    private final FactDictionary facts;

    public CriteriaCheck(FactDictionary facts) {
        this.facts = facts;
    }

    /** How a fact can be compared; nothing for one that criteria do not use themselves. */
    public static Set<Operator> allowed(FactDefinition fact) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER -> numeric();
            case YEARS -> fact.readAsNewest() ? numeric() : EnumSet.noneOf(Operator.class);
            case DATE -> with(ORDERS, Operator.EQUAL, Operator.NOT_EQUAL);
            case BOOLEAN -> EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);
            case TEXT, CHOICE -> EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.NOT_IN);
            case MULTI_CHOICE -> EnumSet.of(Operator.CONTAINS, Operator.CONTAINS_ANY, Operator.IN, Operator.NOT_IN);
        };
    }

    private static Set<Operator> numeric() {
        return with(ORDERS, Operator.EQUAL, Operator.NOT_EQUAL, Operator.BETWEEN);
    }

    private static Set<Operator> with(Set<Operator> some, Operator... more) {
        Set<Operator> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    /** Everything that is wrong, from the top down; empty: the tree is a {@link Criterion}. */
    public List<CriteriaFault> faults(JsonNode tree) {
        Run run = new Run();
        run.condition(tree, "", 1);
        if (run.faults.isEmpty()) {
            run.contradictions(tree, "");
        }
        return List.copyOf(run.faults);
    }

    private final class Run {

        private final List<CriteriaFault> faults = new ArrayList<>();
        private int conditions;

        private void condition(@Nullable JsonNode node, String path, int depth) {
            if (++conditions > MOST_CONDITIONS) {
                if (conditions == MOST_CONDITIONS + 1) {
                    fault(path, null, "TREE_TOO_LARGE", "条件不超过 " + MOST_CONDITIONS + " 个，请拆成几项政策");
                }
                return;
            }
            if (depth > DEEPEST) {
                fault(path, null, "TREE_TOO_DEEP", "条件最多嵌套 " + DEEPEST + " 层");
                return;
            }
            if (node == null || !node.isObject()) {
                fault(path, null, "CONDITION_REQUIRED", "这里缺少条件");
                return;
            }
            text(node, path, "label", LONGEST_LABEL, false, "");
            clause(node, path);
            switch (node.path("type").asString("")) {
                case "allOf", "anyOf" -> parts(node, path, depth);
                case "atLeast" -> {
                    parts(node, path, depth);
                    count(node, path);
                }
                case "comparison" -> comparison(node, path);
                case "banded" -> banded(node, path, depth);
                case "score" -> score(node, path, depth);
                case "unverified" -> text(node, path, "reason", LONGEST_TEXT, true, "请说明哪些内容待核实");
                default -> fault(path, "type", "CONDITION_KIND", "不认识这种条件");
            }
        }

        private void parts(JsonNode node, String path, int depth) {
            flag(node, path, "exhaustive");
            JsonNode parts = node.path("criteria");
            if (!parts.isArray() || parts.isEmpty()) {
                fault(path, "criteria", "GROUP_EMPTY", "这一组还没有条件，请添加或删除这一组");
                return;
            }
            for (int i = 0; i < parts.size(); i++) {
                condition(parts.get(i), path + "/criteria/" + i, depth + 1);
            }
        }

        /** What cannot hold together, of a tree in which each condition by itself is well-formed. */
        private void contradictions(JsonNode node, String path) {
            if (node.isObject()) {
                if ("allOf".equals(node.path("type").asString(""))) {
                    together(node, path, new HashMap<>());
                    return;
                }
                node.properties().forEach(member -> contradictions(member.getValue(), path + "/" + member.getKey()));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    contradictions(node.get(i), path + "/" + i);
                }
            }
        }

        /** @param allowed by the name of the fact, what those before leave; groups of the same kind within are of the same group */
        private void together(JsonNode node, String path, Map<String, PossibleValues> allowed) {
            JsonNode parts = node.path("criteria");
            for (int i = 0; i < parts.size(); i++) {
                JsonNode part = parts.get(i);
                String place = path + "/criteria/" + i;
                switch (part.path("type").asString("")) {
                    case "allOf" -> together(part, place, allowed);
                    case "comparison" -> narrow(part, place, allowed);
                    default -> contradictions(part, place);
                }
            }
        }

        private void narrow(JsonNode node, String path, Map<String, PossibleValues> allowed) {
            FactDefinition fact = facts.get(node.path("fact").asString(""));
            Operator op = Objects.requireNonNull(operator(node.path("op").asString("")));
            PossibleValues.of(fact, op, node.path("value")).ifPresent(wanted -> {
                PossibleValues before = allowed.get(fact.name());
                PossibleValues both = before == null ? wanted : before.and(wanted);
                if (both.isEmptyFor(fact.kind())) {
                    fault(path, "value", "RANGE_EMPTY", "与同一组里对“" + fact.label() + "”的另一个要求矛盾，不可能同时满足");
                } else {
                    allowed.put(fact.name(), both);
                }
            });
        }

        private boolean isFaulty(String path) {
            return faults.stream().anyMatch(fault -> fault.path().equals(path));
        }

        private void count(JsonNode node, String path) {
            JsonNode count = node.path("count");
            int parts = node.path("criteria").size();
            if (!count.isIntegralNumber() || !count.canConvertToInt() || count.asInt() < 1) {
                fault(path, "count", "COUNT_REQUIRED", "请填写至少满足几项，最少 1 项");
            } else if (count.asInt() > parts) {
                fault(path, "count", "COUNT_IMPOSSIBLE", "只有 " + parts + " 项条件，不可能满足 " + count.asInt() + " 项");
            }
        }

        private void comparison(JsonNode node, String path) {
            text(node, path, "hint", LONGEST_TEXT, false, "");
            FactDefinition fact = fact(node, path, "fact");
            if (fact == null) {
                return;
            }
            Set<Operator> allowed = allowed(fact);
            if (allowed.isEmpty()) {
                fault(path, "fact", "FACT_BY_YEAR", "“" + fact.label() + "”按年份记录，请选用由它算出的指标（如最近一年的）");
                return;
            }
            unit(node, path, fact);
            Operator op = operator(node.path("op").asString(""));
            if (op == null) {
                fault(path, "op", "OPERATOR_REQUIRED", "请选择比较方式");
            } else if (!allowed.contains(op)) {
                fault(path, "op", "OPERATOR_NOT_ALLOWED", "“" + fact.label() + "”不能这样比较");
            } else {
                value(node.path("value"), path, fact, op);
                if (!isFaulty(path)) {
                    possible(node.path("value"), path, fact, op);
                }
            }
        }

        /** Both ends may be values of the fact and yet none satisfy it: more than the most, or between two that follow each other. */
        private void possible(JsonNode value, String path, FactDefinition fact, Operator op) {
            PossibleValues.of(fact, op, value)
                    .filter(wanted -> wanted.and(PossibleValues.of(fact)).isEmptyFor(fact.kind()))
                    .ifPresent(none -> {
                        if (op == Operator.BETWEEN || op == Operator.EQUAL) {
                            fault(path, "value", "RANGE_EMPTY", "“" + fact.label() + "”只取整数，没有这样的值");
                        } else {
                            fault(
                                    path,
                                    "value",
                                    "VALUE_OUT_OF_RANGE",
                                    "“" + fact.label() + "”"
                                            + (op == Operator.MORE_THAN
                                                    ? "最多 " + told(fact.max(), fact) + "，不可能高于此数"
                                                    : "最少 " + told(fact.min(), fact) + "，不可能低于此数"));
                        }
                    });
        }

        private static String told(@Nullable BigDecimal end, FactDefinition fact) {
            return end == null ? "" : plain(end) + (fact.unit() == null ? "" : fact.unit());
        }

        private void unit(JsonNode node, String path, FactDefinition fact) {
            JsonNode given = node.path("unit");
            String unit = given.asString("");
            if (!open(given) && (!given.isString() || !unit.equals(fact.unit()))) {
                fault(
                        path,
                        "unit",
                        "UNIT_MISMATCH",
                        fact.unit() == null
                                ? "“" + fact.label() + "”没有单位"
                                : "“" + fact.label() + "”的单位是“" + fact.unit() + "”，不是“" + unit + "”，请换算");
            }
        }

        private void value(JsonNode value, String path, FactDefinition fact, Operator op) {
            if (value.isMissingNode() || value.isNull()) {
                fault(path, "value", "VALUE_REQUIRED", "请填写比较的值");
                return;
            }
            if (op == Operator.BETWEEN) {
                range(value, path, fact);
                return;
            }
            switch (fact.kind()) {
                case NUMBER, INTEGER, YEARS -> number(value, path, fact);
                case BOOLEAN -> {
                    if (!value.isBoolean()) {
                        fault(path, "value", "VALUE_KIND", "“" + fact.label() + "”的值为是或否");
                    }
                }
                case DATE -> day(value, path, fact);
                case TEXT, CHOICE, MULTI_CHOICE -> words(value, path, fact, op);
            }
        }

        private void number(JsonNode value, String path, FactDefinition fact) {
            if (!value.isNumber()) {
                fault(path, "value", "VALUE_KIND", "“" + fact.label() + "”的值为数字");
                return;
            }
            bounds(value.decimalValue(), path, fact);
        }

        private void range(JsonNode value, String path, FactDefinition fact) {
            if (!value.isArray()
                    || value.size() != 2
                    || !value.get(0).isNumber()
                    || !value.get(1).isNumber()) {
                fault(path, "value", "VALUE_KIND", "请填写范围的两端");
                return;
            }
            BigDecimal from = value.get(0).decimalValue();
            BigDecimal to = value.get(1).decimalValue();
            if (from.compareTo(to) > 0) {
                fault(path, "value", "RANGE_REVERSED", "范围的下限 " + plain(from) + " 大于上限 " + plain(to));
                return;
            }
            if (bounds(from, path, fact)) {
                bounds(to, path, fact);
            }
        }

        private boolean bounds(BigDecimal number, String path, FactDefinition fact) {
            BigDecimal least = fact.min() == null ? GREATEST.negate() : fact.min();
            BigDecimal most = fact.max() == null ? GREATEST : fact.max();
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                String unit = fact.unit() == null ? "" : fact.unit();
                fault(
                        path,
                        "value",
                        "VALUE_OUT_OF_RANGE",
                        "“" + fact.label() + "”只能在 " + plain(least) + " 至 " + plain(most) + unit + " 之间，"
                                + plain(number) + unit + " 不可能");
                return false;
            }
            return true;
        }

        private void day(JsonNode value, String path, FactDefinition fact) {
            try {
                if (value.isString()) {
                    LocalDate.parse(value.asString());
                    return;
                }
            } catch (DateTimeException notADay) {
                // told below
            }
            fault(path, "value", "VALUE_KIND", "“" + fact.label() + "”的值为日期，如 2026-01-31");
        }

        private void words(JsonNode value, String path, FactDefinition fact, Operator op) {
            boolean several = op == Operator.IN || op == Operator.NOT_IN || op == Operator.CONTAINS_ANY;
            List<JsonNode> given =
                    value.isArray() && several ? value.values().stream().toList() : List.of(value);
            if (given.isEmpty()
                    || given.stream()
                            .anyMatch(one -> !one.isString() || one.asString().isBlank())) {
                fault(path, "value", "VALUE_KIND", several ? "请至少选择或填写一项" : "请选择或填写一项");
                return;
            }
            if (given.size() > MOST_VALUES) {
                fault(path, "value", "TOO_MANY_VALUES", "不超过 " + MOST_VALUES + " 项");
                return;
            }
            for (JsonNode one : given) {
                choice(one.asString(), path, "value", fact);
            }
        }

        private void choice(String word, String path, String member, FactDefinition fact) {
            if (word.length() > LONGEST_LABEL) {
                fault(path, member, "TEXT_TOO_LONG", "每项不超过 " + LONGEST_LABEL + " 字");
            } else if (fact.kind() == FactKind.CHOICE
                    && !fact.choices().isEmpty()
                    && !fact.choices().contains(word)) {
                fault(path, member, "CHOICE_UNKNOWN", "“" + fact.label() + "”没有“" + word + "”这一项");
            }
        }

        private void banded(JsonNode node, String path, int depth) {
            FactDefinition by = fact(node, path, "by");
            JsonNode bands = node.path("bands");
            if (!bands.isArray() || bands.isEmpty()) {
                fault(path, "bands", "GROUP_EMPTY", "还没有分档，请添加");
                return;
            }
            List<Ends> ranges = new ArrayList<>();
            Map<String, Integer> taken = new TreeMap<>();
            for (int i = 0; i < bands.size(); i++) {
                JsonNode band = bands.get(i);
                String place = path + "/bands/" + i;
                flag(band, place, "fromIncluded");
                flag(band, place, "toIncluded");
                text(band, place, "label", LONGEST_LABEL, true, "请填写这一档的名称");
                if (by != null) {
                    band(band, place, by, ranges, taken);
                }
                condition(band.path("then"), place + "/then", depth + 1);
            }
        }

        /** Both ends of a band, with infinity where it is open. */
        private record Ends(
                @Nullable BigDecimal from,
                boolean fromIncluded,
                @Nullable BigDecimal to,
                boolean toIncluded) {

            private boolean endsBefore(Ends other) {
                if (to == null || other.from == null) {
                    return false;
                }
                int order = to.compareTo(other.from);
                return order < 0 || (order == 0 && !(toIncluded && other.fromIncluded));
            }

            boolean overlaps(Ends other) {
                return !endsBefore(other) && !other.endsBefore(this);
            }
        }

        private void band(
                JsonNode band, String place, FactDefinition by, List<Ends> ranges, Map<String, Integer> taken) {
            JsonNode from = band.path("from");
            JsonNode to = band.path("to");
            JsonNode in = band.path("in");
            boolean list = !in.isMissingNode() && !in.isNull();
            boolean numbers = by.kind() == FactKind.NUMBER || by.kind() == FactKind.INTEGER || by.readAsNewest();
            if (numbers == list) {
                fault(
                        place,
                        list ? "in" : "from",
                        "BAND_KIND",
                        "按“" + by.label() + "”分档，" + (numbers ? "请填写数字范围" : "请填写或选择这一档包括哪些"));
                return;
            }
            if (list) {
                if (!in.isArray() || in.isEmpty()) {
                    fault(place, "in", "BAND_EMPTY", "请填写这一档包括哪些");
                    return;
                }
                for (JsonNode one : in) {
                    if (!one.isString() || one.asString().isBlank()) {
                        fault(place, "in", "VALUE_KIND", "请填写这一档包括哪些");
                        return;
                    }
                    choice(one.asString(), place, "in", by);
                    if (taken.put(one.asString(), 0) != null) {
                        fault(place, "in", "BANDS_OVERLAP", "“" + one.asString() + "”已在另一档中");
                    }
                }
                return;
            }
            if ((!open(from) && !from.isNumber()) || (!open(to) && !to.isNumber())) {
                fault(place, "from", "VALUE_KIND", "分档的两端为数字，不填表示不限");
                return;
            }
            Ends ends = new Ends(
                    open(from) ? null : from.decimalValue(),
                    band.path("fromIncluded").asBoolean(false),
                    open(to) ? null : to.decimalValue(),
                    band.path("toIncluded").asBoolean(false));
            if (ends.from() != null && ends.to() != null) {
                int order = ends.from().compareTo(ends.to());
                if (order > 0 || (order == 0 && !(ends.fromIncluded() && ends.toIncluded()))) {
                    fault(place, "from", "RANGE_REVERSED", "这一档是空的：下限不小于上限");
                    return;
                }
            }
            if (ends.from() != null && !bounds(ends.from(), place, by)) {
                return;
            }
            if (ends.to() != null && !bounds(ends.to(), place, by)) {
                return;
            }
            if (ranges.stream().anyMatch(ends::overlaps)) {
                fault(place, "from", "BANDS_OVERLAP", "这一档和前面的档重叠，同一个数会落入两档");
            }
            ranges.add(ends);
        }

        private static boolean open(JsonNode end) {
            return end.isMissingNode() || end.isNull();
        }

        private void score(JsonNode node, String path, int depth) {
            JsonNode groups = node.path("groups");
            if (!groups.isArray() || groups.isEmpty()) {
                fault(path, "groups", "GROUP_EMPTY", "评分表还没有项目，请添加");
                return;
            }
            BigDecimal most = BigDecimal.ZERO;
            Set<String> names = new HashSet<>();
            for (int g = 0; g < groups.size(); g++) {
                JsonNode group = groups.get(g);
                String place = path + "/groups/" + g;
                text(group, place, "name", LONGEST_LABEL, true, "请填写这一组的名称");
                if (!names.add(group.path("name").asString(""))) {
                    fault(place, "name", "NAME_TWICE", "已有同名的一组");
                }
                JsonNode items = group.path("items");
                if (!items.isArray() || items.isEmpty()) {
                    fault(place, "items", "GROUP_EMPTY", "这一组还没有评分项，请添加");
                    continue;
                }
                BigDecimal ofGroup = BigDecimal.ZERO;
                for (int i = 0; i < items.size(); i++) {
                    ofGroup = ofGroup.add(item(items.get(i), place + "/items/" + i, depth));
                }
                JsonNode minimum = group.path("minimum");
                if (!open(minimum) && !minimum.isNumber()) {
                    fault(place, "minimum", "VALUE_KIND", "最低分为数字");
                } else if (minimum.isNumber() && minimum.decimalValue().compareTo(ofGroup) > 0) {
                    fault(place, "minimum", "SCORE_IMPOSSIBLE", "这一组最多 " + plain(ofGroup) + " 分，达不到最低分");
                }
                most = most.add(ofGroup);
            }
            flag(node, path, "strict");
            JsonNode pass = node.path("pass");
            if (!pass.isNumber()) {
                fault(path, "pass", "POINTS_REQUIRED", "请填写及格分");
            } else {
                int order = pass.decimalValue().compareTo(most);
                if (order > 0 || (order == 0 && node.path("strict").asBoolean(false))) {
                    fault(path, "pass", "SCORE_IMPOSSIBLE", "全部项目最多 " + plain(most) + " 分，达不到及格分");
                }
            }
        }

        /** @return the most that it can give */
        private BigDecimal item(JsonNode item, String place, int depth) {
            text(item, place, "name", LONGEST_LABEL, true, "请填写评分项的名称");
            clause(item, place);
            BigDecimal most = points(item, place, "otherwise");
            JsonNode tiers = item.path("tiers");
            if (!tiers.isArray() || tiers.isEmpty()) {
                fault(place, "tiers", "GROUP_EMPTY", "这一项还没有分档，请添加");
                return most;
            }
            for (int t = 0; t < tiers.size(); t++) {
                String tier = place + "/tiers/" + t;
                most = most.max(points(tiers.get(t), tier, "points"));
                condition(tiers.get(t).path("when"), tier + "/when", depth + 1);
            }
            return most;
        }

        private BigDecimal points(JsonNode node, String place, String member) {
            JsonNode points = node.path(member);
            if (!points.isNumber() || points.decimalValue().abs().compareTo(GREATEST) > 0) {
                fault(place, member, "POINTS_REQUIRED", "请填写分值");
                return BigDecimal.ZERO;
            }
            return points.decimalValue();
        }

        private @Nullable FactDefinition fact(JsonNode node, String path, String member) {
            String name = node.path(member).asString("");
            if (name.isBlank()) {
                fault(path, member, "FACT_REQUIRED", "请选择指标");
                return null;
            }
            FactDefinition fact = facts.find(name);
            if (fact == null) {
                fault(path, member, "FACT_UNKNOWN", "指标库中没有“" + shortened(name) + "”");
            } else if (fact.outOfUse()) {
                fault(path, member, "FACT_RETIRED", "“" + fact.label() + "”已停用，请换一项指标");
            }
            return fact;
        }

        private void clause(JsonNode node, String path) {
            JsonNode clause = node.path("clause");
            if (clause.isMissingNode() || clause.isNull()) {
                return;
            }
            if (!clause.isObject()) {
                fault(path, "clause", "CLAUSE_REQUIRED", "请填写原文");
                return;
            }
            flag(clause, path, "certain");
            if (!clause.path("text").isString()
                    || clause.path("text").asString().isBlank()) {
                fault(path, "clause", "CLAUSE_REQUIRED", "请填写原文，或去掉原文出处");
            }
            JsonNode place = clause.path("place");
            if (!open(place) && !place.isString()) {
                fault(path, "clause", "CLAUSE_REQUIRED", "出处为文字，如 第十一条（四）");
            }
            if (clause.path("text").asString("").length() > LONGEST_TEXT
                    || clause.path("place").asString("").length() > LONGEST_LABEL) {
                fault(path, "clause", "TEXT_TOO_LONG", "原文不超过 " + LONGEST_TEXT + " 字，出处不超过 " + LONGEST_LABEL + " 字");
            }
        }

        private void text(JsonNode node, String path, String member, int longest, boolean required, String otherwise) {
            JsonNode text = node.path(member);
            if (text.isMissingNode() || text.isNull()) {
                if (required) {
                    fault(path, member, "TEXT_REQUIRED", otherwise);
                }
            } else if (!text.isString() || (required && text.asString().isBlank())) {
                fault(path, member, "TEXT_REQUIRED", otherwise.isEmpty() ? "请填写文字" : otherwise);
            } else if (text.asString().length() > longest) {
                fault(path, member, "TEXT_TOO_LONG", "不超过 " + longest + " 字");
            }
        }

        private void flag(JsonNode node, String path, String member) {
            JsonNode flag = node.path(member);
            if (!open(flag) && !flag.isBoolean()) {
                fault(path, member, "VALUE_KIND", "这里只能是或否");
            }
        }

        private void fault(String path, @Nullable String member, String code, String message) {
            faults.add(new CriteriaFault(path, member, code, message));
        }
    }

    private static @Nullable Operator operator(String symbol) {
        for (Operator operator : Operator.values()) {
            if (operator.symbol().equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
