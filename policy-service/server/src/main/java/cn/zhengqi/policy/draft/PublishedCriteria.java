package cn.zhengqi.policy.draft;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.reading.QuoteCheck;
import cn.zhengqi.policy.reading.QuoteDifference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What has to be right with conditions before they are published, and what the public reads of them. */
@Component
class PublishedCriteria {

    private final InternalTrials trials;
    private final QuoteCheck quotes;

    PublishedCriteria(InternalTrials trials, QuoteCheck quotes) {
        this.trials = trials;
        this.quotes = quotes;
    }

    /** @throws ProblemException CRITERIA_FAULTY with what is wrong at which place */
    void requireSound(DraftContent draft) {
        if (draft.criteria() == null) {
            return;
        }
        requireNone(new CriteriaCheck(FactDictionary.inForce()).faults(Json.MAPPER.valueToTree(draft.criteria())));
    }

    private static void requireNone(List<CriteriaFault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.CRITERIA_FAULTY,
                    "申报条件有 " + faults.size() + " 处错误：" + faults.getFirst().message(),
                    Map.of("faults", faults));
        }
    }

    /**
     * What is handed in as held against the text does not ask for another figure than the text that it quotes. Whoever means another one says that it is not verified.
     *
     * @param draft with sound conditions
     * @throws ProblemException QUOTE_DIFFERS naming each condition with both figures
     */
    void requireQuoted(DraftContent draft) {
        if (draft.criteria() == null) {
            return;
        }
        List<QuoteDifference> differences = differences(draft.criteria()).stream()
                .filter(QuoteDifference::certain)
                .toList();
        if (!differences.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.QUOTE_DIFFERS,
                    differences.stream().map(QuoteDifference::told).collect(Collectors.joining("；"))
                            + "。请改正数值或原文；暂不能确定的，取消勾选“数值已与原文核对”",
                    Map.of("differences", differences));
        }
    }

    /** @param criteria without faults */
    private List<QuoteDifference> differences(Map<String, Object> criteria) {
        return quotes.differences(Json.MAPPER.convertValue(criteria, Criterion.class));
    }

    /**
     * Conditions that nobody has tried on an enterprise that qualifies and on one that does not are not handed in. Policies that come with the platform are tried by its
     * own profiles, and their next editions as all others.
     *
     * @param draft with sound conditions
     * @throws ProblemException GOLDEN_CASE_REQUIRED
     */
    void requireCases(DraftContent draft, GoldenCases cases) {
        if (draft.criteria() == null) {
            return;
        }
        List<String> missing =
                RequiredCases.missing(Json.MAPPER.convertValue(draft.criteria(), Criterion.class), cases);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.GOLDEN_CASE_REQUIRED, "请在核验案例中各写一家企业：还缺" + String.join("、", missing) + "案例");
        }
    }

    /**
     * Asks the engine once, for the cases and for the words: the conditions one by one, as the page of the policy shows them.
     *
     * @throws ProblemException CRITERIA_FAULTY, GOLDEN_CASE_REQUIRED, GOLDEN_CASE_FAILED naming each case with what was expected and what came out
     */
    PolicyCriteria tried(DraftContent draft, GoldenCases cases) {
        requireSound(draft);
        requireCases(draft, cases);
        return heldByCases(draft, cases, "不能发布");
    }

    /**
     * What was published before and is published once more. No case is asked for: what came with the platform has none.
     *
     * @throws ProblemException CRITERIA_FAULTY, GOLDEN_CASE_FAILED
     */
    void triedAgain(DraftContent edition, GoldenCases cases) {
        requireSound(edition);
        if (edition.criteria() != null) {
            answered(edition, cases, "不能重新发布");
        }
    }

    /**
     * Whether every case that there is comes out as it has to.
     *
     * @param draft with sound conditions
     * @param otherwise what then cannot be done
     * @throws ProblemException CRITERIA_FAULTY, GOLDEN_CASE_FAILED
     */
    PolicyCriteria heldByCases(DraftContent draft, GoldenCases cases, String otherwise) {
        if (draft.criteria() == null) {
            if (!cases.items().isEmpty()) {
                throw new ProblemException(PolicyProblem.GOLDEN_CASE_FAILED, "有核验案例而没有申报条件，请填写条件或删除案例");
            }
            return new PolicyCriteria(List.of());
        }
        return answered(draft, cases, otherwise);
    }

    private PolicyCriteria answered(DraftContent draft, GoldenCases cases, String otherwise) {
        Trial.Answer answer = preview(Objects.requireNonNull(draft.criteria()), cases.profiles());
        // The dictionary here may be some seconds behind that of the engine.
        requireNone(answer.faults());
        requireGolden(cases, answer.outcomes(), otherwise);
        return new PolicyCriteria(CriterionView.of(answer.conditions()));
    }

    private static void requireGolden(GoldenCases cases, List<Trial.Outcome> outcomes, String otherwise) {
        List<GoldenCases.Failure> failures = cases.failures(outcomes);
        if (!failures.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.GOLDEN_CASE_FAILED,
                    failures.stream().map(PublishedCriteria::told).collect(Collectors.joining("；")) + "，" + otherwise,
                    Map.of("failures", failures));
        }
    }

    private static String told(GoldenCases.Failure failure) {
        return failure.problems().isEmpty()
                ? "核验案例“" + failure.name() + "”应为“" + word(failure.expected()) + "”，实为“" + word(failure.got()) + "”"
                : "核验案例“" + failure.name() + "”的数据有误：" + failure.problems().getFirst();
    }

    private static String word(MatchOutcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> "可享";
            case NEARLY -> "差一项";
            case UNKNOWN -> "待补充";
            case INELIGIBLE -> "不符合";
        };
    }

    /**
     * A tree as it is written.
     *
     * @param faults what is wrong with it; then there is nothing else
     * @param conditions in the words in which enterprises are told of it
     * @param outcomes how the cases come out
     * @param differences where it asks for another figure than the words that it quotes
     */
    record Previewed(
            List<CriteriaFault> faults,
            List<ConditionResult> conditions,
            List<Trial.Outcome> outcomes,
            List<QuoteDifference> differences) {}

    /** The same, held against what it quotes. */
    Previewed previewed(Map<String, Object> criteria, List<Trial.Profile> profiles) {
        Trial.Answer answer = preview(criteria, profiles);
        return new Previewed(
                answer.faults(),
                answer.conditions(),
                answer.outcomes(),
                answer.faults().isEmpty() ? differences(criteria) : List.of());
    }

    /** What is wrong and, where nothing is, the conditions in words. */
    private Trial.Answer preview(Map<String, Object> criteria, List<Trial.Profile> profiles) {
        List<CriteriaFault> faults =
                new CriteriaCheck(FactDictionary.inForce()).faults(Json.MAPPER.valueToTree(criteria));
        return faults.isEmpty()
                ? trials.answer(new Trial.Question(criteria, profiles, null))
                : new Trial.Answer(faults, List.of(), List.of());
    }
}
