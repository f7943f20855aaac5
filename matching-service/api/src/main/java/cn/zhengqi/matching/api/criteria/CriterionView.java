package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One condition as it was published, to be read by people; what is matched is the rule.
 *
 * @param label what it is about
 * @param text the words of the document or of the bank; where there are none, the fact with what is asked of it
 * @param certain false: the figure was not checked against the document, shown as 待核实
 * @param group how many of the conditions beside it under the same name are asked for, in words that stand above them; tiers of a measure are {@code 按营业收入分档:≥1亿元}
 */
public record CriterionView(
        String label,
        String text,
        boolean certain,
        @Nullable String group) {

    private static final String BY_TIERS = "分档";

    private static final Pattern ANY_OF = Pattern.compile("任一(?:([A-Z])|[:：](.+))?");

    /** What the public reads of conditions that the engine told: in the words of the document where it has any. */
    public static List<CriterionView> of(List<ConditionResult> told) {
        List<CriterionView> views = new ArrayList<>();
        told.forEach(condition -> collect(condition, views));
        return List.copyOf(views);
    }

    /** For a cell of a table: what may be chosen from stands together after what it asks. */
    public static String inOneLine(List<CriterionView> views) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (CriterionView view : views) {
            String key = view.group == null ? "alone " + lines.size() : view.group;
            lines.merge(
                    key,
                    view.group == null ? view.text : headed(view.group) + "：" + view.textOfTier(),
                    (said, more) -> said + "、" + view.textOfTier());
        }
        return String.join("；", lines.values());
    }

    /** As pages head it: documents in the catalogue name their choices 任一, 任一A or 任一:免征. */
    private static String headed(String group) {
        Matcher any = ANY_OF.matcher(group);
        if (!any.matches()) {
            return group.replace(':', '：');
        }
        return "满足其一即可"
                + (any.group(1) == null ? "" : "（" + any.group(1) + " 组）")
                + (any.group(2) == null ? "" : "：" + any.group(2));
    }

    /** What is asked of a tier: which it is stands above it. */
    private String textOfTier() {
        String[] measure = group == null ? new String[0] : group.split(":", 2);
        return measure.length == 2 && text.startsWith(measure[1] + "：")
                ? text.substring(measure[1].length() + 1)
                : text;
    }

    private static void collect(ConditionResult condition, List<CriterionView> into) {
        List<ConditionResult> parts = partsOf(condition);
        if (parts.isEmpty()) {
            into.add(view(condition, null));
        } else if (condition.choice() == Choice.ALL) {
            parts.forEach(part -> collect(part, into));
        } else if (condition.choice() == Choice.BAND) {
            String measure = measureUnlikeOthers(condition.label(), into);
            parts.forEach(part -> into.add(view(part, measure + ":" + headOf(part))));
        } else {
            String group = unlikeOthers(titleOf(condition), into);
            parts.forEach(part -> into.add(view(part, group)));
        }
    }

    /** None of what is told in one sentence. */
    private static List<ConditionResult> partsOf(ConditionResult condition) {
        List<ConditionResult> parts = condition.children();
        return parts == null || condition.clause() != null ? List.of() : parts;
    }

    private static CriterionView view(ConditionResult condition, @Nullable String group) {
        return new CriterionView(labelOf(condition), words(condition), condition.certain(), group);
    }

    /** What is compared, where it is put together out of several. */
    private static String labelOf(ConditionResult condition) {
        List<ConditionResult> parts = partsOf(condition);
        return parts.isEmpty()
                ? condition.label()
                : parts.stream().map(CriterionView::labelOf).distinct().collect(Collectors.joining("、"));
    }

    /** A tier is called by what stands before the colon. */
    private static String headOf(ConditionResult tier) {
        return tier.label().split("：", 2)[0];
    }

    /** The label of a tier ends with what it asks. */
    private static String titleOf(ConditionResult choice) {
        String asked = choice.required();
        return asked == null || choice.label().endsWith(asked) ? choice.label() : choice.label() + "：" + asked;
    }

    /** Two choices are told apart, or what stands in one would stand in the other too. */
    private static String unlikeOthers(String title, List<CriterionView> before) {
        long others = before.stream()
                .map(CriterionView::group)
                .filter(Objects::nonNull)
                .filter(group -> group.equals(title) || group.startsWith(title + "（第 "))
                .distinct()
                .count();
        return others == 0 ? title : title + "（第 " + (others + 1) + " 组）";
    }

    /** Pages read a measure from between 按 and 分档. */
    private static String measureUnlikeOthers(String title, List<CriterionView> before) {
        String measure = title.endsWith(BY_TIERS) ? title.substring(0, title.length() - BY_TIERS.length()) : title;
        List<String> others = before.stream()
                .map(CriterionView::group)
                .filter(group -> group != null && group.contains(":"))
                .map(group -> group.split(":", 2)[0])
                .distinct()
                .toList();
        int number = 1;
        String unlike = title;
        while (others.contains(unlike)) {
            number++;
            unlike = measure + "（第 " + number + " 组）" + (measure.equals(title) ? "" : BY_TIERS);
        }
        return unlike;
    }

    private static String words(ConditionResult condition) {
        List<ConditionResult> parts = partsOf(condition);
        if (!parts.isEmpty()) {
            return together(condition, parts);
        }
        if (condition.clause() != null) {
            return condition.clause();
        }
        if (condition.required() != null) {
            return condition.label() + "：" + condition.required();
        }
        return condition.gapText() == null ? condition.label() : condition.gapText();
    }

    /** What stands within a choice is one sentence, for it counts as one. */
    private static String together(ConditionResult condition, List<ConditionResult> parts) {
        String between = switch (Objects.requireNonNull(condition.choice())) {
            case ALL -> "，且";
            case ANY -> "，或";
            default -> "；";
        };
        String said = parts.stream()
                .map(part -> partsOf(part).isEmpty() ? words(part) : "（" + words(part) + "）")
                .collect(Collectors.joining(between));
        return condition.choice() == Choice.ALL || condition.choice() == Choice.ANY
                ? said
                : titleOf(condition) + "：" + said;
    }
}
