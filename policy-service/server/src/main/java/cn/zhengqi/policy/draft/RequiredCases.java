package cn.zhengqi.policy.draft;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Which golden cases conditions cannot do without: one that qualifies and one that does not. Of conditions that nobody can meet, because some are not known here, no
 * enterprise is asked that does; of tiers that cover every case none that does not.
 */
final class RequiredCases {

    private RequiredCases() {}

    /** What is missing, in words; empty: nothing is. */
    static List<String> missing(Criterion criteria, GoldenCases cases) {
        List<String> missing = new ArrayList<>();
        if (canBeMet(criteria) && !has(cases, MatchOutcome.ELIGIBLE)) {
            missing.add("应为“可享”的");
        }
        if (canFail(criteria) && !has(cases, MatchOutcome.NEARLY) && !has(cases, MatchOutcome.INELIGIBLE)) {
            missing.add("应为“不符合”或“差一项”的");
        }
        return missing;
    }

    private static boolean has(GoldenCases cases, MatchOutcome outcome) {
        return cases.items().stream().anyMatch(one -> one.expected() == outcome);
    }

    private static boolean canBeMet(Criterion criterion) {
        return switch (criterion) {
            case Comparison ignored -> true;
            case Score ignored -> true;
            case Unverified ignored -> false;
            case AllOf all -> all.criteria().stream().allMatch(RequiredCases::canBeMet);
            case AnyOf any -> any.exhaustive() || any.criteria().stream().anyMatch(RequiredCases::canBeMet);
            case AtLeast some ->
                some.criteria().stream().filter(RequiredCases::canBeMet).count() >= some.count();
            case Banded banded -> banded.bands().stream().anyMatch(band -> canBeMet(band.then()));
        };
    }

    private static boolean canFail(Criterion criterion) {
        return switch (criterion) {
            case Comparison ignored -> true;
            case Score ignored -> true;
            case Unverified ignored -> false;
            case AllOf all -> all.criteria().stream().anyMatch(RequiredCases::canFail);
            case AnyOf any -> !any.exhaustive() && any.criteria().stream().allMatch(RequiredCases::canFail);
            case AtLeast some ->
                some.criteria().stream().filter(RequiredCases::canFail).count()
                        > some.criteria().size() - some.count();
            case Banded banded -> banded.bands().stream().anyMatch(band -> canFail(band.then()));
        };
    }
}
