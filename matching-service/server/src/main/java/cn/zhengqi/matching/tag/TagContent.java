package cn.zhengqi.matching.tag;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.engine.RuleFacts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be said of a tag.
 *
 * @param category words under which tags are put together, such as 行业, 资质, 主题
 * @param criteria by which it is derived; absent: it is set by hand
 */
record TagContent(
        @NotBlank(message = "请填写标签名称") @Size(max = 20, message = "标签名称不超过 20 字")
        String name,

        @NotBlank(message = "请填写分类") @Size(max = 20, message = "分类不超过 20 字")
        String category,

        @Nullable @Size(max = 200, message = "说明不超过 200 字") String description,
        @Nullable Map<String, Object> criteria) {

    String nameText() {
        return name.strip();
    }

    String categoryText() {
        return category.strip();
    }

    @Nullable
    String descriptionText() {
        return description == null || description.isBlank() ? null : description.strip();
    }

    /**
     * Holds it against what its kind may be.
     *
     * @throws ProblemException VALIDATION_FAILED, CRITERIA_FAULTY, TAG_USES_OWNERS_FACTS
     */
    void require(TagSubject subject, TagKind kind) {
        if (subject == TagSubject.POLICY && (kind == TagKind.ADVANCED || criteria != null)) {
            throw ProblemException.validation("criteria", "NOT_ALLOWED", "政策标签由人工设置，没有判定条件");
        }
        if (criteria == null) {
            if (kind == TagKind.ADVANCED) {
                throw ProblemException.validation("criteria", "REQUIRED", "进阶标签由条件得出，请填写判定条件");
            }
            return;
        }
        Criterion tree = sound(criteria);
        if (kind == TagKind.BASIC && !(tree instanceof Comparison)) {
            throw ProblemException.validation("criteria", "SINGLE", "基础标签只取自一项指标；几项条件组合请建进阶标签");
        }
        // Whoever writes the conditions reads by who has the tag what its limits are asked of.
        if (RuleFacts.ownersAlone(tree)) {
            throw new ProblemException(
                    MatchingProblem.TAG_USES_OWNERS_FACTS, "只对企业本人可见的数据（包括涉税数据）不能用来打标签：" + owners(tree));
        }
    }

    private static String owners(Criterion tree) {
        return Stream.concat(RuleFacts.named(tree).stream(), RuleFacts.of(tree).stream())
                .distinct()
                .map(FactDictionary.inForce()::get)
                .filter(fact -> fact.visibility() == FactVisibility.OWNER)
                .map(FactDefinition::label)
                .collect(Collectors.joining("、"));
    }

    private static Criterion sound(Map<String, Object> criteria) {
        JsonNode tree = Json.MAPPER.valueToTree(criteria);
        List<CriteriaFault> faults = new CriteriaCheck(FactDictionary.inForce()).faults(tree);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    MatchingProblem.CRITERIA_FAULTY,
                    "判定条件有 " + faults.size() + " 处错误：" + faults.getFirst().message(),
                    Map.of("faults", faults));
        }
        return Json.MAPPER.treeToValue(tree, Criterion.class);
    }
}
