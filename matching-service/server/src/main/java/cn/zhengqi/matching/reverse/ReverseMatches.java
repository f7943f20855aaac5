package cn.zhengqi.matching.reverse;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
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
import cn.zhengqi.matching.standing.Standings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Holds all enterprises that somebody may see against one policy or product, one after the other with the evaluation of bulk runs: of what was gone through the best
 * of the page are kept and figures, nothing else. Enterprises that want no recommendations by their profile are left out and counted, and so are those that took back
 * their consent to tax data where it is asked for; tax data counts as far as its authorization goes.
 */
@Service
public class ReverseMatches {

    /** Further down nobody leafs: who wants all of them takes the file. */
    static final int DEEPEST = 2_000;

    private static final Comparator<Standing> BEST_FIRST = Comparator.comparing(Standing::outcome)
            .thenComparing(Comparator.comparingInt(Standing::degree).reversed())
            .thenComparing(Comparator.comparingInt(Standing::completeness).reversed())
            .thenComparing(Standing::name)
            .thenComparing(Standing::id);

    private static final Map<String, Comparator<Standing>> SORTABLE = Map.of(
            "name", Comparator.comparing(Standing::name),
            "degree", Comparator.comparingInt(Standing::degree),
            "completeness", Comparator.comparingInt(Standing::completeness));

    private final Library library;
    private final ProfileScan profiles;
    private final Standings standings;
    private final OwnersQuestions questions;
    private final Clock clock;

    ReverseMatches(Library library, ProfileScan profiles, Standings standings, OwnersQuestions questions, Clock clock) {
        this.library = library;
        this.profiles = profiles;
        this.standings = standings;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param scope the enterprises that they may see
     * @param bank whose products alone they may ask for; null = all
     * @param figures whether they may know what a gap is
     * @param taxData whether it counts, as far as its authorization goes
     */
    public record Asker(DataScope scope, @Nullable UUID bank, boolean figures, boolean taxData) {

        public Asker(DataScope scope, @Nullable UUID bank, boolean figures) {
            this(scope, bank, figures, true);
        }

        /** Of conditions that nobody has published: tax data was given to be held against those that are. */
        static Asker ofDraft(DataScope scope, boolean figures) {
            return new Asker(scope, null, figures, false);
        }
    }

    /** What is remembered of an enterprise while the others are gone through. */
    private record Standing(UUID id, String name, ReverseOutcome outcome, int degree, int completeness) {}

    /** @param rules the one that is asked for, and beside it a part of its conditions where that is to be known by itself */
    private record Search(List<EligibilityRule> rules, Set<String> facts, boolean asksForTax, LocalDate today) {

        static Search of(EligibilityRule rule, LocalDate today) {
            return new Search(List.of(rule), RuleFacts.of(rule), RuleFacts.asksForTax(rule), today);
        }

        Search beside(Criterion part) {
            return new Search(
                    List.of(rule(), PolicyRule.ofConditions("PART", "1", "", part)), facts, asksForTax, today);
        }

        EligibilityRule rule() {
            return rules.getFirst();
        }

        /** Absent once it has begun. */
        @Nullable
        LocalDate beginsOn() {
            return rule().validity().beginsAfter(today);
        }
    }

    /**
     * Whom the conditions of a project mean.
     *
     * @param rule by which they are found
     * @param own as somebody writes them
     * @param policy of the project, where it has conditions
     */
    record Audience(
            EligibilityRule rule, Criterion own, @Nullable PolicyRule policy) {

        /** Whoever tries limits could ask by the list for the figures of each enterprise: not for those that the dictionary shows to it alone. */
        boolean listed() {
            return !RuleFacts.ownersAlone(own);
        }
    }

    /** All policies that grant something, by code. */
    List<ReverseTarget> policies() {
        Library.Shelf shelf = library.shelf();
        return rules(rule -> rule instanceof PolicyRule policy && !policy.reference()).stream()
                .map(PolicyRule.class::cast)
                .map(rule -> new ReverseTarget(shelf.idOf(rule), rule.id(), rule.title(), rule.docNumber()))
                .toList();
    }

    /** All products that the asker may ask for, by code. */
    List<ReverseTarget> products(Asker asker) {
        Library.Shelf shelf = library.shelf();
        return rules(products(asker.bank())).stream()
                .map(ProductRule.class::cast)
                .map(rule -> new ReverseTarget(shelf.idOf(rule), rule.id(), rule.title(), rule.bank()))
                .toList();
    }

    /** @throws ProblemException NOT_FOUND */
    EligibilityRule policy(String code) {
        return library.shelf().policy(code).orElseThrow(() -> ProblemException.notFound("没有这条政策，或它不授予任何资格"));
    }

    /** @throws ProblemException NOT_FOUND also for the product of another bank */
    EligibilityRule product(String code, Asker asker) {
        return rules(products(asker.bank()).and(rule -> rule.id().equals(code))).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("没有这个产品"));
    }

    /**
     * Who may declare under a project that has conditions of its own: those of its policy hold besides, where it has any.
     *
     * @throws ProblemException CRITERIA_FAULTY
     */
    Audience audience(@Nullable UUID policyId, Map<String, Object> criteria) {
        JsonNode tree = Json.MAPPER.valueToTree(criteria);
        List<CriteriaFault> faults = new CriteriaCheck(FactDictionary.inForce()).faults(tree);
        if (!faults.isEmpty()) {
            throw new ProblemException(MatchingProblem.CRITERIA_FAULTY, "条件有误，改好后再查看", Map.of("faults", faults));
        }
        Criterion own = Json.MAPPER.treeToValue(tree, Criterion.class);
        Library.Shelf shelf = library.shelf();
        return shelf.ids().entrySet().stream()
                .filter(entry -> entry.getValue().equals(policyId))
                .flatMap(entry -> shelf.policy(entry.getKey()).stream())
                .findFirst()
                .map(rule -> new Audience(rule.narrowedBy(own), own, rule))
                .orElseGet(() -> new Audience(PolicyRule.ofConditions("AUDIENCE", "1", "", own), own, null));
    }

    private Predicate<EligibilityRule> products(@Nullable UUID bank) {
        Library.Shelf shelf = library.shelf();
        return rule -> rule instanceof ProductRule && (bank == null || bank.equals(shelf.bankOf(rule)));
    }

    private List<EligibilityRule> rules(Predicate<EligibilityRule> wanted) {
        RuleBook book = library.shelf().book();
        return IntStream.range(0, book.size())
                .mapToObj(book::rule)
                .filter(wanted)
                .sorted(Comparator.comparing(EligibilityRule::id))
                .toList();
    }

    /** Best first, or in the order that is asked for. */
    public Page<ReverseRow> list(EligibilityRule rule, ReverseFilter filter, Asker asker, PageRequest page) {
        long end = page.offset() + page.size();
        if (end > DEEPEST) {
            throw ProblemException.validation("page", "RANGE", "只列出前 " + DEEPEST + " 家，请缩小查询范围，或导出全部");
        }
        Comparator<Standing> order = order(filter.sort());
        // The worst of the best is on top, to be pushed out by a better one.
        PriorityQueue<Standing> best = new PriorityQueue<>(order.reversed());
        Search search = Search.of(rule, BusinessTime.today(clock));
        Tally tally = inTurn(search, which(filter, asker), filter.outcome(), (one, outcome, evaluation) -> {
            best.add(new Standing(one.id(), one.name(), outcome, evaluation.degree(0), evaluation.completeness(0)));
            if (best.size() > end) {
                best.poll();
            }
        });
        List<Standing> sorted = new ArrayList<>(best);
        sorted.sort(order);
        List<UUID> wanted =
                sorted.stream().skip(page.offset()).map(Standing::id).toList();
        return Page.of(rows(search, wanted, filter, asker), tally.listed, page);
    }

    /**
     * From what is stored; where that is being judged anew in this moment, by going through all of them. So too of what begins later, as the list does: what is stored
     * does not tell who falls short by the day alone.
     */
    ReverseSummary summary(EligibilityRule rule, ReverseFilter filter, Asker asker) {
        Search search = Search.of(rule, BusinessTime.today(clock));
        ProfileScan.Which which = which(filter.withoutName(), asker);
        Standings.Counts counts = Optional.of(
                        new Standings.Sought(library.shelf().idOf(rule), search.asksForTax(), which))
                .filter(sought -> search.beginsOn() == null)
                .flatMap(standings::counts)
                .orElseGet(() -> counted(search, which));
        return summary(search, counts);
    }

    /**
     * Of conditions of which nothing is stored, by going through all of them.
     *
     * @throws ProblemException OWNERS_LIMIT_TOO_FINE, OWNERS_QUESTION_TOO_LONG, TOO_MANY_REQUESTS
     */
    AudienceSummary reached(Audience audience, ReverseFilter filter, Asker asker, UUID person) {
        PolicyRule policy = audience.policy();
        questions.check(audience.own(), policy == null ? null : policy.criteria());
        LocalDate today = BusinessTime.today(clock);
        Search search = Search.of(audience.rule(), today);
        OwnersShare share =
                new OwnersShare(FactDictionary.inForce(), audience.own(), policy == null ? null : policy.criteria());
        OwnersCounts owners = new OwnersCounts();
        Tally tally = inTurn(
                policy == null ? search : search.beside(policy.criteria()), which(filter, asker), null, new Found() {
                    @Override
                    public void counted(ProfileScan.Scanned one, Evaluation evaluation) {
                        Truth published = policy == null ? null : evaluation.criteria(1);
                        // Whom the policy leaves out is decided by what is published.
                        if (published != Truth.FALSE) {
                            owners.add(share.of(one.facts(), today, published));
                        }
                    }

                    @Override
                    public void found(ProfileScan.Scanned one, ReverseOutcome outcome, Evaluation evaluation) {}
                });
        if (!owners.ofVeryFew()) {
            questions.count(person, policy == null ? "申报或兑付对象" : "申报或兑付对象 " + policy.id(), audience.own());
        }
        Function<Truth, @Nullable Integer> told = wanted -> owners.told(
                count(tally, wanted == Truth.TRUE ? MatchOutcome.ELIGIBLE : MatchOutcome.UNKNOWN),
                (published, outcome) ->
                        Objects.requireNonNullElse(published, Truth.TRUE).and(outcome) == wanted);
        Integer meeting = told.apply(Truth.TRUE);
        Integer none = meeting == null ? null : 0;
        LocalDate begins = search.beginsOn();
        return new AudienceSummary(
                notice(audience.rule(), today),
                today,
                begins,
                audience.listed(),
                owners.ofVeryFew(),
                OwnersCounts.FEWEST,
                begins == null ? meeting : none,
                begins == null ? none : meeting,
                audience.listed() ? count(tally, MatchOutcome.NEARLY) : null,
                told.apply(Truth.UNKNOWN),
                audience.listed() ? count(tally, MatchOutcome.INELIGIBLE) : null,
                tally.switchedOff,
                tally.taxWithdrawn);
    }

    private static int count(Tally tally, MatchOutcome outcome) {
        return Math.toIntExact(tally.counts().of(outcome));
    }

    /** @throws ProblemException AUDIENCE_COUNTS_ONLY */
    Page<ReverseRow> list(Audience audience, ReverseFilter filter, Asker asker, PageRequest page) {
        if (!audience.listed()) {
            throw new ProblemException(MatchingProblem.AUDIENCE_COUNTS_ONLY);
        }
        return list(audience.rule(), filter, asker, page);
    }

    private Standings.Counts counted(Search search, ProfileScan.Which which) {
        return inTurn(search, which, null, Found.NOTHING).counts();
    }

    private static ReverseSummary summary(Search search, Standings.Counts counts) {
        EligibilityRule rule = search.rule();
        LocalDate begins = search.beginsOn();
        long meeting = counts.of(MatchOutcome.ELIGIBLE);
        return new ReverseSummary(
                rule.id(),
                rule.title(),
                rule.edition(),
                rule.verified(),
                notice(rule, search.today()),
                search.today(),
                begins,
                begins == null ? meeting : 0,
                begins == null ? 0 : meeting,
                counts.of(MatchOutcome.NEARLY),
                counts.of(MatchOutcome.UNKNOWN),
                counts.of(MatchOutcome.INELIGIBLE),
                counts.held(),
                counts.switchedOff(),
                counts.taxWithdrawn());
    }

    /** While nothing is chosen. */
    ReverseSummary nothing() {
        return new ReverseSummary(
                null, null, null, true, null, BusinessTime.today(clock), null, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public long count(EligibilityRule rule, ReverseFilter filter, Asker asker) {
        return inTurn(Search.of(rule, BusinessTime.today(clock)), which(filter, asker), filter.outcome(), Found.NOTHING)
                .listed;
    }

    /** All of them, in no order. */
    public void each(EligibilityRule rule, ReverseFilter filter, Asker asker, Consumer<ReverseRow> receiver) {
        Search search = Search.of(rule, BusinessTime.today(clock));
        through(
                search,
                which(filter, asker),
                filter.outcome(),
                (one, outcome, evaluation) ->
                        receiver.accept(ReverseWords.row(search.rule(), outcome, one, evaluation, asker.figures())));
    }

    private static @Nullable String notice(EligibilityRule rule, LocalDate today) {
        return switch (rule.statusOn(today)) {
            case IN_FORCE -> rule.validity().note();
            case UPCOMING ->
                "自 "
                        + BusinessTime.inWords(
                                Objects.requireNonNull(rule.validity().from()))
                        + (rule instanceof ProductRule ? " 起匹配" : " 起施行") + "，没有企业现在符合";
            case END_UNVERIFIED -> "已过有效期，是否延续待核实";
            case EXPIRED, SUPERSEDED -> (rule instanceof ProductRule ? "已停止匹配" : "已到期或被替代") + "，没有企业现在符合";
        };
    }

    private static Comparator<Standing> order(@Nullable String sort) {
        Sort<Comparator<Standing>> asked = Sort.parse(sort, SORTABLE);
        if (asked == null) {
            return BEST_FIRST;
        }
        return (asked.ascending() ? asked.by() : asked.by().reversed()).thenComparing(BEST_FIRST);
    }

    private static ProfileScan.Which which(ReverseFilter filter, Asker asker) {
        return new ProfileScan.Which(
                asker.scope(),
                text(filter.q()),
                text(filter.townCode()),
                text(filter.industry()),
                List.of(),
                asker.taxData());
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** How the enterprises that were gone through came out by the conditions: of what begins later as if it had begun. */
    private static final class Tally {

        private final Map<MatchOutcome, Long> outcomes = new EnumMap<>(MatchOutcome.class);
        private long held;
        private long switchedOff;
        private long taxWithdrawn;
        private long listed;

        Standings.Counts counts() {
            return new Standings.Counts(outcomes, held, switchedOff, taxWithdrawn);
        }
    }

    private interface Found {

        Found NOTHING = (one, outcome, evaluation) -> {};

        /** Who is counted, and may be listed. */
        default void counted(ProfileScan.Scanned one, Evaluation evaluation) {}

        /** Who is listed, and came out as is asked for. */
        void found(ProfileScan.Scanned one, ReverseOutcome outcome, Evaluation evaluation);
    }

    /** As {@link #through}, when its turn has come: a file goes as fast as it is taken, and has a limit of its own. */
    private Tally inTurn(Search search, ProfileScan.Which which, @Nullable ReverseOutcome outcome, Found receiver) {
        return profiles.inTurn(() -> through(search, which, outcome, receiver));
    }

    /** @param wanted of those that are handed on; null = all that are listed */
    private Tally through(Search search, ProfileScan.Which which, @Nullable ReverseOutcome wanted, Found receiver) {
        boolean toCome = search.beginsOn() != null;
        Evaluation evaluation = RuleBook.of(search.rules()).scratch();
        Tally tally = new Tally();
        profiles.each(which, search.facts(), search.today(), one -> {
            if (!one.personalised()) {
                tally.switchedOff++;
            } else if (search.asksForTax() && one.taxWithdrawn()) {
                tally.taxWithdrawn++;
            } else {
                evaluation.run(FactVector.of(FactDictionary.inForce(), one.facts(), search.today()));
                if (evaluation.alreadyHeld(0)) {
                    tally.held++;
                    return;
                }
                MatchOutcome found = evaluation.onceBegun(0);
                tally.outcomes.merge(found, 1L, Long::sum);
                receiver.counted(one, evaluation);
                ReverseOutcome outcome = ReverseOutcome.of(found, toCome);
                if (outcome != null && (wanted == null || outcome.isMeantBy(wanted))) {
                    tally.listed++;
                    receiver.found(one, outcome, evaluation);
                }
            }
        });
        return tally;
    }

    /** In words, in that order; who has switched recommendations off since is there no more. */
    private List<ReverseRow> rows(Search search, List<UUID> wanted, ReverseFilter filter, Asker asker) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<UUID, ReverseRow> told = new HashMap<>();
        through(
                search,
                which(filter, asker).only(wanted),
                filter.outcome(),
                (one, outcome, evaluation) ->
                        told.put(one.id(), ReverseWords.row(search.rule(), outcome, one, evaluation, asker.figures())));
        return wanted.stream().map(told::get).filter(Objects::nonNull).toList();
    }
}
