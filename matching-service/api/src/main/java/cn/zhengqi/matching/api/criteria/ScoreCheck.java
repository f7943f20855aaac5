package cn.zhengqi.matching.api.criteria;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A scoring table, of which the points that are asked for can be had. */
final class ScoreCheck {

    /** Looks at the condition of a tier. */
    private final Consumer<Place> condition;

    ScoreCheck(Consumer<Place> condition) {
        this.condition = condition;
    }

    void run(Place table) {
        List<Place> groups = table.some("groups", "评分表还没有项目，请添加");
        if (groups.isEmpty()) {
            return;
        }
        BigDecimal most = BigDecimal.ZERO;
        Set<String> names = new HashSet<>();
        for (Place group : groups) {
            group.mustHaveText("name", Place.LONGEST_LABEL, "请填写这一组的名称");
            if (!names.add(group.word("name"))) {
                group.fault("name", "NAME_TWICE", "已有同名的一组");
            }
            most = most.add(group(group));
        }
        table.mayHaveFlag("strict");
        JsonNode pass = table.get("pass");
        if (!table.hasNumber("pass")) {
            table.fault("pass", "POINTS_REQUIRED", "请填写及格分");
            return;
        }
        int order = pass.decimalValue().compareTo(most);
        if (order > 0 || (order == 0 && table.get("strict").asBoolean(false))) {
            table.fault("pass", "SCORE_IMPOSSIBLE", "全部项目最多 " + AcceptedValues.plain(most) + " 分，达不到及格分");
        }
    }

    /** @return the most that it can give; so in what follows */
    private BigDecimal group(Place group) {
        List<Place> items = group.some("items", "这一组还没有评分项，请添加");
        if (items.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal most = BigDecimal.ZERO;
        for (Place item : items) {
            most = most.add(item(item));
        }
        JsonNode minimum = group.get("minimum");
        if (!group.leavesOpen("minimum") && !group.hasNumber("minimum")) {
            group.fault("minimum", "VALUE_KIND", "最低分为数字");
        } else if (group.hasNumber("minimum") && minimum.decimalValue().compareTo(most) > 0) {
            group.fault("minimum", "SCORE_IMPOSSIBLE", "这一组最多 " + AcceptedValues.plain(most) + " 分，达不到最低分");
        }
        return most;
    }

    private BigDecimal item(Place item) {
        item.mustHaveText("name", Place.LONGEST_LABEL, "请填写评分项的名称");
        item.mayHaveClause();
        BigDecimal most = points(item, "otherwise");
        for (Place tier : item.some("tiers", "这一项还没有分档，请添加")) {
            most = most.max(points(tier, "points"));
            condition.accept(tier.inside("when"));
        }
        return most;
    }

    private static BigDecimal points(Place at, String member) {
        JsonNode points = at.get(member);
        if (!at.hasNumber(member)
                || points.decimalValue().abs().compareTo(AcceptedValues.GREATEST) > 0
                || points.decimalValue().scale() > PossibleValues.FINEST) {
            at.fault(member, "POINTS_REQUIRED", "请填写分值");
            return BigDecimal.ZERO;
        }
        return points.decimalValue();
    }
}
