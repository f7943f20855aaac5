package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.ArrayList;
import java.util.List;
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

    private final FactDictionary facts;

    public CriteriaCheck(FactDictionary facts) {
        this.facts = facts;
    }

    /** Everything that is wrong, from the top down; empty: the tree is a {@link Criterion}. */
    public List<CriteriaFault> faults(JsonNode tree) {
        Place top = new Place(tree, "", new ArrayList<>());
        new Walk().condition(top, 1);
        if (top.faults().isEmpty()) {
            new Contradictions(facts).run(top);
        }
        return List.copyOf(top.faults());
    }

    /** Through the conditions of one tree, each by itself. */
    private final class Walk {

        private int conditions;

        private void condition(Place at, int depth) {
            if (++conditions > MOST_CONDITIONS) {
                if (conditions == MOST_CONDITIONS + 1) {
                    at.fault(null, "TREE_TOO_LARGE", "条件不超过 " + MOST_CONDITIONS + " 个，请拆成几项政策");
                }
                return;
            }
            if (depth > DEEPEST) {
                at.fault(null, "TREE_TOO_DEEP", "条件最多嵌套 " + DEEPEST + " 层");
                return;
            }
            if (!at.node().isObject()) {
                at.fault(null, "CONDITION_REQUIRED", "这里缺少条件");
                return;
            }
            at.mayHaveText("label", Place.LONGEST_LABEL);
            at.mayHaveClause();
            switch (at.word("type")) {
                case "allOf", "anyOf" -> group(at, depth);
                case "atLeast" -> {
                    group(at, depth);
                    count(at);
                }
                case "comparison" -> comparison(at);
                case "banded" -> banded(at, depth);
                case "score" -> new ScoreCheck(when -> condition(when, depth + 1)).run(at);
                case "unverified" -> at.mustHaveText("reason", Place.LONGEST_TEXT, "请说明哪些内容待核实");
                default -> at.fault("type", "CONDITION_KIND", "不认识这种条件");
            }
        }

        private void group(Place at, int depth) {
            at.mayHaveFlag("exhaustive");
            at.some("criteria", "这一组还没有条件，请添加或删除这一组").forEach(part -> condition(part, depth + 1));
        }

        private void count(Place at) {
            JsonNode count = at.get("count");
            int parts = at.get("criteria").size();
            if (!count.isIntegralNumber() || !count.canConvertToInt() || count.asInt() < 1) {
                at.fault("count", "COUNT_REQUIRED", "请以整数填写至少满足几项，最少 1 项");
            } else if (parts > 0 && count.asInt() > parts) {
                at.fault("count", "COUNT_IMPOSSIBLE", "只有 " + parts + " 项条件，不可能满足 " + count.asInt() + " 项");
            }
        }

        private void comparison(Place at) {
            at.mayHaveText("hint", Place.LONGEST_TEXT);
            FactDefinition fact = fact(at, "fact");
            if (fact != null) {
                new ComparisonCheck(fact, at).run();
            }
        }

        private void banded(Place at, int depth) {
            FactDefinition by = fact(at, "by");
            BandCheck bands = by == null ? null : new BandCheck(by);
            for (Place band : at.some("bands", "还没有分档，请添加")) {
                band.mayHaveFlag("fromIncluded");
                band.mayHaveFlag("toIncluded");
                band.mustHaveText("label", Place.LONGEST_LABEL, "请填写这一档的名称");
                if (bands != null) {
                    bands.run(band);
                }
                condition(band.inside("then"), depth + 1);
            }
            if (bands != null) {
                bands.mustFollow();
            }
        }

        private @Nullable FactDefinition fact(Place at, String member) {
            String name = at.word(member);
            if (name.isBlank()) {
                at.fault(member, "FACT_REQUIRED", "请选择指标");
                return null;
            }
            FactDefinition fact = facts.find(name);
            if (fact == null) {
                at.fault(member, "FACT_UNKNOWN", "指标库中没有“" + shortened(name) + "”");
            } else if (fact.outOfUse()) {
                at.fault(member, "FACT_RETIRED", "“" + fact.label() + "”已停用，请换一项指标");
            }
            return fact;
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
