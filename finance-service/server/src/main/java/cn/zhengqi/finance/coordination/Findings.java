package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an enterprise stands with all criteria of an edition. */
public record Findings(List<Finding> items) {

    /** What a person says of a criterion that data does not decide. */
    record Said(String code, boolean met, String words) {}

    /** What data says; the rest is open. */
    static Findings byData(CriteriaContent criteria, Evidence evidence) {
        return new Findings(criteria.items().stream().map(it -> evidence.of(it)).toList());
    }

    /**
     * The same with what a person found of those that are open.
     *
     * @throws ProblemException CRITERIA_KNOWN_BY_DATA for one that data decided, VALIDATION_FAILED for one that there is not
     */
    Findings with(List<Said> said) {
        Map<String, Finding> known = items.stream().collect(Collectors.toMap(Finding::code, Function.identity()));
        for (Said one : said) {
            Finding about = known.get(one.code());
            if (about == null) {
                throw ProblemException.validation("findings", "UNKNOWN", "没有这项标准，标准可能已修改，请刷新");
            }
            if (about.byData() && one.met() != (about.standing() == Standing.MET)) {
                throw new ProblemException(FinanceProblem.CRITERIA_KNOWN_BY_DATA, about.name() + "：" + about.reason());
            }
        }
        Map<String, Said> byCode =
                said.stream().collect(Collectors.toMap(Said::code, it -> it, (first, again) -> again));
        return new Findings(items.stream()
                .map(it -> it.byData() || !byCode.containsKey(it.code()) ? it : found(it, byCode.get(it.code())))
                .toList());
    }

    private static Finding found(Finding it, Said said) {
        return new Finding(
                it.code(),
                it.name(),
                it.explanation(),
                said.met() ? Standing.MET : Standing.NOT_MET,
                said.words(),
                false);
    }

    boolean allMet() {
        return items.stream().allMatch(it -> it.standing() == Standing.MET);
    }

    /** Those that are not met or not looked at, by name. */
    String lacking() {
        return items.stream()
                .filter(it -> it.standing() != Standing.MET)
                .map(it -> it.name() + "（" + it.standing().label() + "）")
                .collect(Collectors.joining("、"));
    }
}
