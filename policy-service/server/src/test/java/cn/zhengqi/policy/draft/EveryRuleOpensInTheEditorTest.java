package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that comes with the platform can be opened as a draft and saved again, and is the same afterwards. */
class EveryRuleOpensInTheEditorTest {

    private final CriteriaCheck check = new CriteriaCheck(FactDictionary.standard());

    static Stream<PolicyRule> rules() {
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class))
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast);
    }

    static Stream<EligibilityRule> all() {
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saved_without_a_change_it_is_the_same_rule(PolicyRule rule) {
        DraftContent opened = DraftedEdition.of(document(rule), rule.validity().supersededBy(), List.of(), rule);
        DraftContent kept = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(opened), DraftContent.class);

        assertThat(kept).isEqualTo(opened);
        assertThat(DraftedEdition.rule(rule.id(), kept, kept.appliesFrom(), rule.verified()))
                .isEqualTo(rule);
        assertThat(Json.MAPPER.writeValueAsString(
                        DraftedEdition.rule(rule.id(), kept, kept.appliesFrom(), rule.verified())))
                .isEqualTo(Json.MAPPER.writeValueAsString(rule));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_is_found_wrong_with_it(EligibilityRule rule) {
        assertThat(check.faults(Json.MAPPER.valueToTree(rule.criteria()))).isEmpty();
    }

    private static PolicyContent document(PolicyRule rule) {
        return new PolicyContent(
                rule.title(),
                rule.docNumber(),
                "发文机关",
                Arrays.stream(PolicyLevel.values())
                        .filter(level -> level.label().equals(rule.level()))
                        .findFirst()
                        .orElseThrow(),
                Arrays.stream(PolicyCategory.values())
                        .filter(category -> category.label().startsWith(rule.category()))
                        .findFirst()
                        .orElseThrow(),
                "主管部门",
                "2026-01",
                null,
                null,
                null,
                "解读",
                Objects.requireNonNullElse(rule.benefit(), ""),
                List.of(),
                List.of(),
                new PolicyCriteria(List.of()),
                Objects.requireNonNull(rule.source()),
                null,
                Objects.requireNonNull(rule.confidence()),
                null);
    }
}
