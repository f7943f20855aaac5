package cn.zhengqi.policy.catalogue;

import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.IndustryLimit;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.IndustrySection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For which industries a policy is: those to which its conditions are limited, and those that a tag calls by the name of the standard (制造业). Nothing is guessed from its text. */
final class PolicyIndustries {

    /** A letter and two digits: 大类. */
    private static final int DIVISION = 3;

    private static final Map<String, IndustrySection> BY_NAME = byName();

    private PolicyIndustries() {}

    /** In the order of the standard; empty where it says none. */
    static List<IndustrySection> of(@Nullable PolicyRule rule, List<String> tags) {
        Set<IndustrySection> industries = EnumSet.noneOf(IndustrySection.class);
        if (rule != null) {
            industries.addAll(IndustryLimit.of(rule.criteria()));
        }
        tags.stream().map(BY_NAME::get).filter(Objects::nonNull).forEach(industries::add);
        return List.copyOf(industries);
    }

    private static Map<String, IndustrySection> byName() {
        return ReferenceFiles.lines("gbt4754_2017.tsv").stream()
                .map(line -> line.split("\t"))
                .filter(row -> row.length > 1 && row[0].length() <= DIVISION)
                .flatMap(row -> IndustrySection.of(row[0]).map(section -> Map.entry(row[1], section)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }
}
