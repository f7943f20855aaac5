package cn.zhengqi.matching.sandbox;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.OwnersCounts;
import cn.zhengqi.matching.engine.OwnersShare;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.OwnersQuestions;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Holds a draft and the edition in force against the enterprises that somebody reaches. Conditions only: days of validity are for those who write them to
 * decide. Tax data is left out, for it was given for another purpose.
 */
@Service
class Sandbox {

    /** Fact by which figures are told apart, whatever the conditions ask. */
    private static final String SIZE = "enterpriseSize";

    static final String NOWHERE = "未载明";

    private final Library library;
    private final ProfileScan profiles;
    private final OwnersQuestions questions;
    private final Clock clock;

    Sandbox(Library library, ProfileScan profiles, OwnersQuestions questions, Clock clock) {
        this.library = library;
        this.profiles = profiles;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * What is held against the edition in force.
     *
     * @param code of the policy
     * @param benefit in the words of the draft; null: as in the edition in force
     */
    record Tried(
            String code,
            Map<String, Object> criteria,
            @Nullable String benefit) {}

    /** What the list is narrowed by, by the values of {@link SandboxSlice}. */
    record Narrowed(
            @Nullable SandboxChange change,
            @Nullable Truth before,
            @Nullable Truth after,
            @Nullable String town,
            @Nullable String industry,
            @Nullable String size) {}

    /**
     * @param matchesBackwards whether the asker may read who meets published conditions, so that this is nothing to hide
     * @throws ProblemException CRITERIA_FAULTY, OWNERS_LIMIT_TOO_FINE, OWNERS_QUESTION_TOO_LONG, TOO_MANY_REQUESTS
     */
    SandboxSummary summary(Tried tried, DataScope scope, UUID asker, boolean matchesBackwards) {
        Pair pair = pair(tried);
        questions.check(pair.draft(), pair.current());
        Counts all = new Counts();
        Map<String, Counts> towns = new TreeMap<>();
        Map<String, Counts> industries = new TreeMap<>();
        Map<String, Counts> sizes = new TreeMap<>();
        Run run = run(pair, tried.benefit(), scope, matchesBackwards, found -> {
            all.add(found);
            SandboxEnterprise affected = found.affected();
            for (Map.Entry<Map<String, Counts>, String> part : List.of(
                    Map.entry(towns, affected.town()),
                    Map.entry(industries, affected.industry()),
                    Map.entry(sizes, affected.size()))) {
                part.getKey()
                        .computeIfAbsent(part.getValue(), none -> new Counts())
                        .add(found);
            }
        });
        // What is withheld whatever the figures are tells nothing, and does not count.
        if (!all.owners.ofVeryFew()) {
            questions.count(asker, "政策沙盘 " + tried.code(), pair.draft());
        }
        all.settle(run);
        Stream.of(towns, industries, sizes)
                .flatMap(slices -> slices.values().stream())
                .forEach(slice -> slice.settle(run));
        return new Told(run, all.owners).summary(all, towns, industries, sizes);
    }

    /** @throws ProblemException CRITERIA_FAULTY, SANDBOX_COUNTS_ONLY */
    Page<SandboxEnterprise> list(Tried tried, Narrowed narrowed, DataScope scope, PageRequest page) {
        List<SandboxEnterprise> found = new ArrayList<>();
        Pair pair = pair(tried);
        if (!pair.listed()) {
            throw new ProblemException(MatchingProblem.SANDBOX_COUNTS_ONLY);
        }
        run(pair, tried.benefit(), scope, false, one -> {
            SandboxEnterprise affected = one.affected();
            if ((narrowed.change() == null || narrowed.change() == affected.change())
                    && (narrowed.before() == null || narrowed.before() == one.before())
                    && (narrowed.after() == null || narrowed.after() == one.after())
                    && within(narrowed.town(), affected.town())
                    && within(narrowed.industry(), affected.industry())
                    && within(narrowed.size(), affected.size())) {
                found.add(affected);
            }
        });
        found.sort(Comparator.comparing(SandboxEnterprise::name).thenComparing(SandboxEnterprise::id));
        return Page.of(found.stream().skip(page.offset()).limit(page.size()).toList(), found.size(), page);
    }

    private static boolean within(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    /** The conditions of the draft, and what is in force. */
    private record Pair(Criterion draft, @Nullable PolicyRule inForce) {

        @Nullable
        Criterion current() {
            return inForce == null ? null : inForce.criteria();
        }

        /** Who writes the conditions could ask by the lists for the figures of each enterprise: not for those that the dictionary shows to it alone. */
        boolean listed() {
            Criterion current = current();
            return !RuleFacts.ownersAlone(draft) && (current == null || !RuleFacts.ownersAlone(current));
        }
    }

    private Pair pair(Tried tried) {
        JsonNode tree = Json.MAPPER.valueToTree(tried.criteria());
        List<CriteriaFault> faults = new CriteriaCheck(FactDictionary.inForce()).faults(tree);
        if (!faults.isEmpty()) {
            throw new ProblemException(MatchingProblem.CRITERIA_FAULTY, "申报条件有误，改好后再推演", Map.of("faults", faults));
        }
        return new Pair(Json.MAPPER.treeToValue(tree, Criterion.class), inForce(tried.code()));
    }

    /**
     * An enterprise that was held against both.
     *
     * @param before by the edition in force; null: there is none
     * @param decided null: what is for the enterprises alone decides nothing of it
     * @param sum empty: none can be told
     * @param averaged whether its own figure does not count in money, but the average of its size
     */
    private record Found(
            SandboxEnterprise affected,
            @Nullable Truth before,
            Truth after,
            OwnersShare.@Nullable Decided decided,
            Optional<BenefitSums.Sum> sum,
            boolean averaged) {}

    /** What is to be known of it besides the enterprises. */
    private static final class Run {

        private final FactDictionary facts;
        private final boolean listed;
        private final boolean compared;
        private final @Nullable LocalDate beginsOn;
        private final @Nullable String benefitBefore;
        private final @Nullable String benefitAfter;
        private final Optional<FactDefinition> ownersBefore;
        private final Optional<FactDefinition> ownersAfter;
        private final Map<String, SizeAverages> averages = new HashMap<>();
        private int switchedOff;

        Run(Pair pair, @Nullable String benefit, FactDictionary facts, LocalDate today) {
            this.facts = facts;
            PolicyRule current = pair.inForce();
            listed = pair.listed();
            compared = current != null;
            beginsOn = current == null ? null : current.validity().beginsAfter(today);
            benefitBefore = current == null ? null : current.benefit();
            benefitAfter = benefit == null ? benefitBefore : benefit;
            ownersBefore = ownersFigure(benefitBefore);
            ownersAfter = ownersFigure(benefitAfter);
            Stream.of(ownersBefore, ownersAfter)
                    .flatMap(Optional::stream)
                    .forEach(fact -> averages.put(fact.name(), new SizeAverages()));
        }

        /** What is lost is what the edition in force grants. */
        @Nullable
        String benefit(SandboxChange change) {
            return change == SandboxChange.LOSE ? benefitBefore : benefitAfter;
        }

        /** The fact that is for the enterprises alone and by which a benefit in these words becomes a sum. */
        private Optional<FactDefinition> ownersFigure(@Nullable String words) {
            return BenefitSums.fact(words)
                    .map(facts::get)
                    .filter(fact -> Stream.concat(Stream.of(fact.name()), facts.basis(fact.name()).stream())
                            .anyMatch(name -> facts.get(name).visibility() == FactVisibility.OWNER));
        }

        private Optional<FactDefinition> owners(SandboxChange change) {
            return change == SandboxChange.LOSE ? ownersBefore : ownersAfter;
        }

        boolean averaged(SandboxChange change) {
            return owners(change).isPresent();
        }

        void average(FactVector enterprise, String size) {
            averages.forEach((fact, average) -> {
                double figure = enterprise.number(fact);
                if (!Double.isNaN(figure)) {
                    average.add(size, figure);
                }
            });
        }

        /** Of one of that size. */
        Optional<BenefitSums.Sum> averageSum(SandboxChange change, String size) {
            String words = benefit(change);
            return ownersFigure(words)
                    .flatMap(fact ->
                            Objects.requireNonNull(averages.get(fact.name())).of(size))
                    .flatMap(average -> new BenefitSums(fact -> average.doubleValue()).sum(benefit(change)));
        }

        /** @param byOwners whether what is for the enterprises alone decides of some */
        SandboxBenefit told(@Nullable String words, boolean byOwners) {
            if (words != null && byOwners && BenefitSums.fact(words).isPresent()) {
                return SandboxBenefit.untold(words);
            }
            return ownersFigure(words)
                    .map(fact -> SandboxBenefit.averaged(Objects.requireNonNull(words), fact.label()))
                    .orElseGet(() -> SandboxBenefit.of(words));
        }
    }

    private Run run(
            Pair pair, @Nullable String benefit, DataScope scope, boolean matchesBackwards, Consumer<Found> receiver) {
        FactDictionary facts = FactDictionary.inForce();
        Criterion draft = pair.draft();
        Criterion current = pair.current();
        RuleBook book = RuleBook.of(
                facts,
                current == null
                        ? List.of(PolicyRule.ofConditions("SANDBOX", "1", "", draft))
                        : List.of(
                                PolicyRule.ofConditions("SANDBOX", "1", "", draft),
                                PolicyRule.ofConditions("SANDBOX", "2", "", current)));
        LocalDate today = BusinessTime.today(clock);
        Evaluation evaluation = book.scratch();
        Run run = new Run(pair, benefit, facts, today);
        // Of what grants nothing itself nobody reads who meets it.
        boolean readable =
                matchesBackwards && pair.inForce() != null && !pair.inForce().reference();
        OwnersShare owners = new OwnersShare(facts, draft, readable ? current : null);
        profiles.inTurn(() -> profiles.each(
                ProfileScan.Which.withoutTaxData(scope), names(facts, draft, current, run), today, one -> {
                    if (!one.personalised()) {
                        run.switchedOff++;
                        return;
                    }
                    FactVector vector = FactVector.of(facts, one.facts(), today);
                    evaluation.run(vector);
                    Truth before = current == null ? null : evaluation.criteria(1);
                    Truth after = evaluation.criteria(0);
                    SandboxChange change = SandboxChange.of(before, after);
                    String size = Objects.requireNonNullElse(vector.size(), NOWHERE);
                    run.average(vector, size);
                    boolean averaged = run.averaged(change);
                    receiver.accept(new Found(
                            new SandboxEnterprise(
                                    one.id(),
                                    one.name(),
                                    Objects.requireNonNullElse(one.townName(), NOWHERE),
                                    section(one.industryCode()),
                                    size,
                                    current == null ? null : evaluation.outcome(1),
                                    evaluation.outcome(0),
                                    change),
                            before,
                            after,
                            owners.of(one.facts(), today, before),
                            change == SandboxChange.SAME || averaged
                                    ? Optional.empty()
                                    : new BenefitSums(figures(vector, run.benefit(change))).sum(run.benefit(change)),
                            averaged));
                }));
        return run;
    }

    /** The figure alone by which such words are reckoned for many: no other is to be read from a sum over few. */
    private static ToDoubleFunction<String> figures(FactVector vector, @Nullable String words) {
        String reckoned = BenefitSums.fact(words).orElse("");
        return fact -> fact.equals(reckoned) ? vector.number(fact) : Double.NaN;
    }

    private static Set<String> names(FactDictionary facts, Criterion draft, @Nullable Criterion current, Run run) {
        Set<String> names = new HashSet<>(RuleFacts.of(draft));
        if (current != null) {
            names.addAll(RuleFacts.of(current));
        }
        names.addAll(facts.basis(SIZE));
        Stream.of(run.benefitBefore, run.benefitAfter)
                .flatMap(words -> BenefitSums.fact(words).stream())
                .forEach(fact -> names.addAll(facts.basis(fact)));
        return names;
    }

    private @Nullable PolicyRule inForce(String code) {
        RuleBook book = library.shelf().book();
        return IntStream.range(0, book.size())
                .mapToObj(book::rule)
                .filter(rule -> rule.id().equals(code))
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .max(Comparator.comparing(PolicyRule::edition))
                .orElse(null);
    }

    /** The section of the classification of industries (门类), by its letter. */
    private static String section(@Nullable String code) {
        return code != null && !code.isEmpty() && Character.isUpperCase(code.charAt(0))
                ? code.substring(0, 1)
                : NOWHERE;
    }

    /** What may be told of what was counted. */
    private record Told(Run run, OwnersCounts owners) {

        SandboxSummary summary(
                Counts all, Map<String, Counts> towns, Map<String, Counts> industries, Map<String, Counts> sizes) {
            return new SandboxSummary(
                    all.enterprises,
                    run.switchedOff,
                    run.listed,
                    run.compared,
                    run.beginsOn,
                    owners.ofVeryFew(),
                    OwnersCounts.FEWEST,
                    run.compared ? all.before : null,
                    owners.told(all.after, (before, after) -> after == Truth.TRUE),
                    number(all, SandboxChange.GAIN),
                    number(all, SandboxChange.LOSE),
                    number(all, SandboxChange.UNKNOWN),
                    owners.told(all.decided, (before, after) -> before == Truth.UNKNOWN && after == Truth.TRUE),
                    owners.told(all.undecided, (before, after) -> before == Truth.TRUE && after == Truth.UNKNOWN),
                    // How far who loses is from it tells of figures: where these are for the enterprises alone, it is
                    // not said.
                    run.listed ? all.nearly : null,
                    run.told(run.benefitAfter, byOwners()),
                    run.compared ? run.told(run.benefitBefore, byOwners()) : null,
                    money(all, SandboxChange.GAIN),
                    money(all, SandboxChange.LOSE),
                    money(all, SandboxChange.UNKNOWN),
                    slices(towns),
                    slices(industries),
                    slices(sizes));
        }

        private boolean byOwners() {
            return owners.enterprises() > 0;
        }

        private @Nullable Integer number(Counts counts, SandboxChange change) {
            return owners.told(counts.of(change).enterprises(), change::isOf);
        }

        /** Who comes out how is read by sums of figures that others know. */
        private boolean reckoned(SandboxChange change) {
            return !byOwners() || BenefitSums.fact(run.benefit(change)).isEmpty();
        }

        private SandboxMoney money(Counts counts, SandboxChange change) {
            return number(counts, change) == null || !reckoned(change)
                    ? Estimate.NOTHING
                    : counts.of(change).money();
        }

        private List<SandboxSlice> slices(Map<String, Counts> counts) {
            if (owners.ofVeryFew()) {
                return List.of();
            }
            Map<String, OwnersCounts> shares = new TreeMap<>();
            counts.forEach((value, one) -> shares.put(value, one.owners));
            Map<SandboxChange, Set<String>> uncounted = new EnumMap<>(SandboxChange.class);
            Map<SandboxChange, Set<String>> keptBack = new EnumMap<>(SandboxChange.class);
            for (SandboxChange change : SandboxChange.values()) {
                Map<String, Estimate> parts = new TreeMap<>();
                counts.forEach((value, one) -> parts.put(value, one.of(change)));
                uncounted.put(change, OwnersCounts.untold(shares, change::isOf));
                keptBack.put(change, Estimate.keptBack(parts));
            }
            return counts.entrySet().stream()
                    .map(one -> {
                        String value = one.getKey();
                        Predicate<SandboxChange> told = change ->
                                !uncounted.getOrDefault(change, Set.of()).contains(value);
                        Function<SandboxChange, @Nullable Integer> number = change ->
                                told.test(change) ? one.getValue().of(change).enterprises() : null;
                        Function<SandboxChange, SandboxMoney> money = change -> {
                            Estimate estimate = one.getValue().of(change);
                            if (!told.test(change) || !reckoned(change)) {
                                return Estimate.NOTHING;
                            }
                            return keptBack.getOrDefault(change, Set.of()).contains(value)
                                    ? estimate.keptBack()
                                    : estimate.money();
                        };
                        return new SandboxSlice(
                                value,
                                label(value),
                                number.apply(SandboxChange.GAIN),
                                number.apply(SandboxChange.LOSE),
                                number.apply(SandboxChange.UNKNOWN),
                                money.apply(SandboxChange.GAIN),
                                money.apply(SandboxChange.LOSE),
                                money.apply(SandboxChange.UNKNOWN));
                    })
                    .toList();
        }
    }

    private static String label(String value) {
        return value.length() == 1 ? CodeNames.section(value) : value;
    }

    private static final class Counts {

        private int enterprises;
        private int before;
        private int after;
        private int decided;
        private int undecided;
        private int nearly;
        private final Map<SandboxChange, Estimate> changes = new EnumMap<>(SandboxChange.class);
        private final OwnersCounts owners = new OwnersCounts();

        void add(Found found) {
            SandboxEnterprise affected = found.affected();
            enterprises++;
            before += found.before() == Truth.TRUE ? 1 : 0;
            after += found.after() == Truth.TRUE ? 1 : 0;
            decided += found.before() == Truth.UNKNOWN && found.after() == Truth.TRUE ? 1 : 0;
            undecided += found.before() == Truth.TRUE && found.after() == Truth.UNKNOWN ? 1 : 0;
            nearly += affected.change() == SandboxChange.LOSE && affected.after() == MatchOutcome.NEARLY ? 1 : 0;
            if (found.averaged()) {
                of(affected.change()).addAveraged(affected.size());
            } else {
                of(affected.change()).add(found.sum());
            }
            owners.add(found.decided());
        }

        void settle(Run run) {
            changes.forEach((change, estimate) -> estimate.settle(size -> run.averageSum(change, size)));
        }

        Estimate of(SandboxChange change) {
            return changes.computeIfAbsent(change, none -> new Estimate());
        }
    }
}
