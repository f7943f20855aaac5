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
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.OwnersShare;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final String NOWHERE = "未载明";

    private final Library library;
    private final ProfileScan profiles;
    private final Clock clock;

    Sandbox(Library library, ProfileScan profiles, Clock clock) {
        this.library = library;
        this.profiles = profiles;
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

    /** @throws ProblemException CRITERIA_FAULTY */
    SandboxSummary summary(Tried tried, DataScope scope) {
        Counts all = new Counts();
        Map<String, Counts> towns = new TreeMap<>();
        Map<String, Counts> industries = new TreeMap<>();
        Map<String, Counts> sizes = new TreeMap<>();
        Run run = run(pair(tried), tried.benefit(), scope, (affected, sum) -> {
            all.add(affected, sum);
            for (Map.Entry<Map<String, Counts>, String> part : List.of(
                    Map.entry(towns, affected.town()),
                    Map.entry(industries, affected.industry()),
                    Map.entry(sizes, affected.size()))) {
                part.getKey()
                        .computeIfAbsent(part.getValue(), none -> new Counts())
                        .add(affected, sum);
            }
        });
        return new Told(run.owners).summary(run, all, towns, industries, sizes);
    }

    /** @throws ProblemException CRITERIA_FAULTY, SANDBOX_COUNTS_ONLY */
    Page<SandboxEnterprise> list(Tried tried, Narrowed narrowed, DataScope scope, PageRequest page) {
        List<SandboxEnterprise> found = new ArrayList<>();
        Pair pair = pair(tried);
        if (!pair.listed()) {
            throw new ProblemException(MatchingProblem.SANDBOX_COUNTS_ONLY);
        }
        run(pair, tried.benefit(), scope, (affected, sum) -> {
            if ((narrowed.change() == null || narrowed.change() == affected.change())
                    && (narrowed.before() == null || narrowed.before() == affected.before())
                    && (narrowed.after() == null || narrowed.after() == affected.after())
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

    /** What is to be known of it besides the enterprises. */
    private static final class Run {

        private final boolean listed;
        private final boolean compared;
        private final @Nullable String benefitBefore;
        private final @Nullable String benefitAfter;
        private final OwnersShare owners;
        private int switchedOff;

        Run(Pair pair, @Nullable String benefit, FactDictionary facts) {
            owners = new OwnersShare(facts, pair.draft());
            PolicyRule current = pair.inForce();
            listed = pair.listed();
            compared = current != null;
            benefitBefore = current == null ? null : current.benefit();
            benefitAfter = benefit == null ? benefitBefore : benefit;
        }

        /** What is lost is what the edition in force grants. */
        @Nullable
        String benefit(SandboxChange change) {
            return change == SandboxChange.LOSE ? benefitBefore : benefitAfter;
        }
    }

    private Run run(
            Pair pair,
            @Nullable String benefit,
            DataScope scope,
            BiConsumer<SandboxEnterprise, Optional<BenefitSums.Sum>> receiver) {
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
        Run run = new Run(pair, benefit, facts);
        profiles.inTurn(() -> profiles.each(
                ProfileScan.Which.withoutTaxData(scope), names(facts, draft, current, run), today, one -> {
                    if (!one.personalised()) {
                        run.switchedOff++;
                        return;
                    }
                    FactVector vector = FactVector.of(facts, one.facts(), today);
                    evaluation.run(vector);
                    run.owners.add(one.facts(), today);
                    Truth before = current == null ? null : evaluation.criteria(1);
                    Truth after = evaluation.criteria(0);
                    SandboxChange change = SandboxChange.of(before, after);
                    receiver.accept(
                            new SandboxEnterprise(
                                    one.id(),
                                    one.name(),
                                    Objects.requireNonNullElse(one.townName(), NOWHERE),
                                    section(one.industryCode()),
                                    Objects.requireNonNullElse(vector.size(), NOWHERE),
                                    before,
                                    after,
                                    change),
                            change == SandboxChange.SAME
                                    ? Optional.empty()
                                    : new BenefitSums(vector).sum(run.benefit(change)));
                }));
        return run;
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
    private record Told(OwnersShare owners) {

        SandboxSummary summary(
                Run run,
                Counts all,
                Map<String, Counts> towns,
                Map<String, Counts> industries,
                Map<String, Counts> sizes) {
            Integer gain = number(all, SandboxChange.GAIN);
            Integer lose = number(all, SandboxChange.LOSE);
            Integer undecided = owners.told(all.undecided);
            // With how many there were before, how many there are tells the one of these that is not told.
            boolean follows = run.compared && (gain == null || lose == null || undecided == null);
            return new SandboxSummary(
                    all.enterprises,
                    run.switchedOff,
                    run.listed,
                    run.compared,
                    owners.ofVeryFew(),
                    OwnersShare.FEWEST,
                    run.compared ? all.before : null,
                    follows ? null : owners.told(all.after),
                    gain,
                    lose,
                    number(all, SandboxChange.UNKNOWN),
                    owners.told(all.decided),
                    undecided,
                    SandboxBenefit.of(run.benefitAfter),
                    run.compared ? SandboxBenefit.of(run.benefitBefore) : null,
                    money(all, SandboxChange.GAIN),
                    money(all, SandboxChange.LOSE),
                    money(all, SandboxChange.UNKNOWN),
                    slices(towns),
                    slices(industries),
                    slices(sizes));
        }

        private @Nullable Integer number(Counts counts, SandboxChange change) {
            return owners.told(counts.of(change).enterprises());
        }

        private SandboxMoney money(Counts counts, SandboxChange change) {
            return number(counts, change) == null
                    ? Estimate.NOTHING
                    : counts.of(change).money();
        }

        private List<SandboxSlice> slices(Map<String, Counts> counts) {
            if (owners.ofVeryFew()) {
                return List.of();
            }
            Map<SandboxChange, Set<String>> uncounted = new EnumMap<>(SandboxChange.class);
            Map<SandboxChange, Set<String>> keptBack = new EnumMap<>(SandboxChange.class);
            for (SandboxChange change : SandboxChange.values()) {
                Map<String, Estimate> parts = new TreeMap<>();
                counts.forEach((value, one) -> parts.put(value, one.of(change)));
                uncounted.put(change, owners.tellsAll() ? Set.of() : Estimate.uncounted(parts));
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
                            if (!told.test(change)) {
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
        private final Map<SandboxChange, Estimate> changes = new EnumMap<>(SandboxChange.class);

        void add(SandboxEnterprise affected, Optional<BenefitSums.Sum> sum) {
            enterprises++;
            before += affected.before() == Truth.TRUE ? 1 : 0;
            after += affected.after() == Truth.TRUE ? 1 : 0;
            decided += affected.before() == Truth.UNKNOWN && affected.after() == Truth.TRUE ? 1 : 0;
            undecided += affected.before() == Truth.TRUE && affected.after() == Truth.UNKNOWN ? 1 : 0;
            of(affected.change()).add(sum);
        }

        Estimate of(SandboxChange change) {
            return changes.computeIfAbsent(change, none -> new Estimate());
        }
    }
}
