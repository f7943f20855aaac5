package cn.zhengqi.matching.match;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.profile.Profile;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.LargeBody;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("policy-service")
@RequestMapping("/internal/enterprises")
class StandingsEndpoint implements InternalStandings {

    /** Its report to a bank rests on a consent of its own; no other service gets tax data, which was consented to for matching. */
    private static final String REPORTS_TO_BANKS = "finance-service";

    private final Matches matches;
    private final Profiles profiles;
    private final HttpServletRequest request;

    StandingsEndpoint(Matches matches, Profiles profiles, HttpServletRequest request) {
        this.matches = matches;
        this.profiles = profiles;
        this.request = request;
    }

    @Override
    public Standing standing(UUID enterpriseId, UUID policyId) {
        return standing(enterpriseId, policyId, criterion -> false);
    }

    @Override
    public Standing evidence(UUID enterpriseId, UUID policyId) {
        return standing(enterpriseId, policyId, RuleFacts::ownersAlone);
    }

    /** @param withheld of which conditions no figure is told, besides those that rest on tax data */
    private Standing standing(UUID enterpriseId, UUID policyId, Predicate<Criterion> withheld) {
        return standing(profiles.basis(enterpriseId), policyId, withheld);
    }

    private Standing standing(Profiles.Basis basis, UUID policyId, Predicate<Criterion> withheld) {
        LocalDate today = basis.vector().asOf();
        ShelfOnDay shelf = matches.shelfOn(today);
        Matcher matcher = new Matcher(shelf, basis.vector());
        return matcher.policies().stream()
                .filter(match -> match.policyId().equals(policyId))
                .findFirst()
                .map(match -> new Standing(
                        today,
                        matcher.onceBegun(match),
                        match.verified(),
                        told(
                                match.conditions(),
                                shelf.policy(policyId).orElseThrow(),
                                withheld.or(criterion -> restsOn(criterion, basis.taxFacts()))),
                        match.missing(),
                        match.beginsOn()))
                .orElseGet(() -> new Standing(today, null, false, List.of(), List.of(), null));
    }

    @Override
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + 16)
    public Standing against(UUID enterpriseId, Conditions conditions) {
        return against(profiles.basis(enterpriseId), conditions.criteria(), criterion -> false);
    }

    @Override
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + 16)
    public Standing evidenceAgainst(UUID enterpriseId, Conditions conditions) {
        return against(profiles.basis(enterpriseId), conditions.criteria(), RuleFacts::ownersAlone);
    }

    /** Each in a transaction of its own, as when they are asked after one by one. */
    @Override
    @LargeBody(kilobytes = Trial.MOST_KILOBYTES_OF_CRITERIA + 16)
    public List<EvidenceOfOne> evidenceOfMany(EvidenceQuestion question) {
        if (question.enterprises().size() > MOST_ENTERPRISES) {
            throw ProblemException.validation("enterprises", "SIZE", "一次最多 " + MOST_ENTERPRISES + " 家企业");
        }
        Map<String, Object> criteria = question.criteria();
        PolicyRule rule = criteria == null ? null : rule(criteria);
        // All of them know the same dictionary, unless one came into force meanwhile.
        Map<FactDictionary, RuleBook> compiled = new HashMap<>();
        return question.enterprises().stream()
                .map(enterprise -> {
                    Profiles.Basis basis = profiles.basis(enterprise);
                    return new EvidenceOfOne(
                            enterprise,
                            standing(basis, question.policyId(), RuleFacts::ownersAlone),
                            rule == null
                                    ? null
                                    : against(
                                            basis,
                                            rule,
                                            compiled.computeIfAbsent(
                                                    basis.vector().dictionary(), of -> RuleBook.of(of, List.of(rule))),
                                            RuleFacts::ownersAlone));
                })
                .toList();
    }

    private static PolicyRule rule(Map<String, Object> criteria) {
        return PolicyRule.ofConditions("CONDITIONS", "1", "", Json.MAPPER.convertValue(criteria, Criterion.class));
    }

    private static Standing against(Profiles.Basis basis, Map<String, Object> criteria, Predicate<Criterion> withheld) {
        PolicyRule rule = rule(criteria);
        return against(basis, rule, RuleBook.of(basis.vector().dictionary(), List.of(rule)), withheld);
    }

    /** @param book of that rule alone */
    private static Standing against(
            Profiles.Basis basis, PolicyRule rule, RuleBook book, Predicate<Criterion> withheld) {
        Evaluation evaluation = book.evaluate(basis.vector());
        Explainer explainer = new Explainer(evaluation);
        return new Standing(
                basis.vector().asOf(),
                evaluation.outcome(0),
                true,
                told(explainer.conditions(0), rule, withheld.or(criterion -> restsOn(criterion, basis.taxFacts()))),
                explainer.missing(0),
                null);
    }

    private static boolean restsOn(Criterion criterion, Set<String> facts) {
        return !Collections.disjoint(RuleFacts.of(criterion), facts);
    }

    /** It is kept with a declaration and read by departments, for longer than any authorization of tax data goes. */
    private static List<ConditionResult> told(
            List<ConditionResult> conditions, PolicyRule rule, Predicate<Criterion> withheld) {
        List<Criterion> criteria = RuleFacts.conditions(rule);
        return IntStream.range(0, criteria.size())
                .mapToObj(
                        i -> withheld.test(criteria.get(i)) ? conditions.get(i).withoutFigures() : conditions.get(i))
                .toList();
    }

    /** A bank's report tells some of them, by the consent of the enterprise to that bank. What rests on tax data is in no declaration, which outlasts its authorization. */
    @Override
    @Callers({"policy-service", REPORTS_TO_BANKS})
    public Facts facts(UUID enterpriseId) {
        Principal caller = request.getUserPrincipal();
        Set<String> withheld = caller != null && REPORTS_TO_BANKS.equals(caller.getName())
                ? Set.of()
                : profiles.basis(enterpriseId).taxFacts();
        FactDictionary dictionary = FactDictionary.inForce();
        return new Facts(profiles.profile(enterpriseId).groups().stream()
                .map(Profile.Group::facts)
                .flatMap(List::stream)
                .filter(fact -> Collections.disjoint(dictionary.basis(fact.name()), withheld))
                .flatMap(fact -> Stream.ofNullable(fact.value())
                        .map(value -> new Fact(
                                fact.name(),
                                fact.label(),
                                fact.unit(),
                                fact.kind(),
                                Objects.requireNonNull(value),
                                fact.valueName(),
                                fact.source(),
                                fact.asOf())))
                .toList());
    }
}
