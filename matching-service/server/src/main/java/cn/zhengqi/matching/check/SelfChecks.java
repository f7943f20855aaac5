package cn.zhengqi.matching.check;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CodeChoices;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.fill.NextFactsFinder;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.MatchOrder;
import cn.zhengqi.matching.match.Matcher;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.matching.recommendation.Recommendations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers self-checks with the engine of the matches and keeps nothing of what was typed. Who acts for an enterprise starts from its profile, and what they type
 * over it counts in this answer alone.
 */
@Service
class SelfChecks {

    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 2;

    private final Profiles profiles;
    private final Recommendations recommendations;
    private final Matches matches;
    private final Library library;
    private final Clock clock;
    private final AtomicReference<@Nullable SrdiGrades> grades = new AtomicReference<>();

    SelfChecks(Profiles profiles, Recommendations recommendations, Matches matches, Library library, Clock clock) {
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.matches = matches;
        this.library = library;
        this.clock = clock;
    }

    /** @param enterprise whose profile it starts from; null = an empty form */
    SelfCheckForm form(SelfCheckKind kind, @Nullable UUID enterprise) {
        Profiles.Excerpt excerpt = profiles.excerpt(
                enterprise,
                kind.asks().stream().flatMap(ask -> ask.facts().stream()).toList());
        return new SelfCheckForm(
                kind,
                kind.title(),
                excerpt.enterpriseName(),
                excerpt.version(),
                kind.asks().stream()
                        .map(ask -> new SelfCheckForm.AskedStep(
                                ask.name(),
                                ask.facts().stream().map(excerpt::fact).toList()))
                        .toList(),
                kind.asks().stream()
                        .flatMap(ask -> ask.facts().stream())
                        .filter(fact -> !CodeChoices.of(fact).isEmpty())
                        .map(fact -> new SelfCheckForm.FactChoices(fact, CodeChoices.of(fact)))
                        .toList());
    }

    /** @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be */
    PolicyCheck policies(@Nullable UUID enterprise, Map<String, @Nullable Object> typed) {
        LocalDate today = BusinessTime.today(clock);
        List<PolicyMatch> policies = new Matcher(matches.shelfOn(today), vector(enterprise, typed, today)).policies();
        MatchOrder order = order(enterprise);
        return new PolicyCheck(
                today,
                order,
                order == MatchOrder.BY_PROFILE
                        ? policies
                        : policies.stream()
                                .sorted(Comparator.comparing(PolicyMatch::code))
                                .map(PolicyMatch::withoutProposal)
                                .toList(),
                NextFactsFinder.ofPolicies(policies));
    }

    /** @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be */
    LoanCheck loans(@Nullable UUID enterprise, Map<String, @Nullable Object> typed) {
        LocalDate today = BusinessTime.today(clock);
        List<LoanMatch> loans = new Matcher(matches.shelfOn(today), vector(enterprise, typed, today)).loans();
        MatchOrder order = order(enterprise);
        return new LoanCheck(
                today,
                order,
                order == MatchOrder.BY_PROFILE
                        ? loans
                        : loans.stream()
                                .sorted(Comparator.comparing(LoanMatch::code))
                                .toList(),
                NextFactsFinder.ofLoans(loans));
    }

    /**
     * @param day for which editions are chosen; null = today
     * @throws ProblemException VALIDATION_FAILED with a field for each fact that cannot be, and for a day that is too far away
     */
    SrdiCheck srdi(@Nullable UUID enterprise, Map<String, @Nullable Object> typed, @Nullable LocalDate day) {
        LocalDate today = BusinessTime.today(clock);
        LocalDate on = day == null ? today : day;
        if (on.isBefore(today.minusYears(YEARS_BACK)) || on.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw ProblemException.validation("day", "RANGE", "日期应在前 " + YEARS_BACK + " 年到后 " + YEARS_AHEAD + " 年之间");
        }
        // What was published since may have taken the place of the edition of that day.
        SrdiGrades published = on.isBefore(today) ? new SrdiGrades(library.shelfOn(on)) : grades();
        return published.check(FactVector.of(dictionary(), facts(enterprise, typed, today), on));
    }

    private MatchOrder order(@Nullable UUID enterprise) {
        return enterprise == null || recommendations.of(enterprise).personalised()
                ? MatchOrder.BY_PROFILE
                : MatchOrder.GENERAL;
    }

    private FactVector vector(@Nullable UUID enterprise, Map<String, @Nullable Object> typed, LocalDate today) {
        return FactVector.of(dictionary(), facts(enterprise, typed, today), today);
    }

    /** What is known with what was typed over it; figures that cannot be are refused, as in the profile. */
    private Map<String, Object> facts(@Nullable UUID enterprise, Map<String, @Nullable Object> typed, LocalDate today) {
        if (enterprise != null) {
            return profiles.whatIf(enterprise, typed);
        }
        List<FieldProblem> problems = check().check(typed, today).stream()
                .map(problem -> new FieldProblem(problem.field(), problem.code(), problem.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        Map<String, Object> facts = new HashMap<>();
        typed.forEach((name, value) -> {
            if (value != null) {
                facts.put(dictionary().get(name).name(), check().normal(name, value));
            }
        });
        return facts;
    }

    /** Made anew when something was published. */
    private SrdiGrades grades() {
        Library.Shelf published = library.shelf();
        SrdiGrades present = grades.get();
        if (present == null || !present.isOf(published)) {
            present = new SrdiGrades(published);
            grades.set(present);
        }
        return present;
    }

    private static FactDictionary dictionary() {
        return FactDictionary.inForce();
    }

    private static FactCheck check() {
        return new FactCheck(dictionary());
    }
}
