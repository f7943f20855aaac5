package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws that hold for every rule and every profile, tried on thousands of random ones. The seeds are fixed. */
class EngineLawsTest {

    private static final FactDictionary FACTS = FactDictionary.standard();
    private static final List<FactDefinition> NUMERIC = FACTS.facts().stream()
            .filter(fact -> (fact.kind() == FactKind.NUMBER || fact.kind() == FactKind.INTEGER) && !fact.derived())
            .toList();

    /**
     * Of others only bounds may be known. Whether bands leave a gap the engine looks at over the whole line and not between such bounds, so it says open where all
     * bands between them agree (docs/matching.md, known limits); the naive evaluator looks between them.
     */
    private static final List<FactDefinition> UNBOUNDED = NUMERIC.stream()
            .filter(fact -> !List.of("class1IpSelfDeveloped", "class1IpHighValue", "ipCount")
                    .contains(fact.name()))
            .toList();

    private static final List<String> SUMS = List.of("rdExpenseSum3y", "revenueSum3y");

    /** All but the ratio over the years that are known. */
    private static final List<String> DERIVED = List.of(
            "rdStaffRatio",
            "debtRatio",
            "rdRatio2yMin",
            "rdExpenseAvg2y",
            "revenueY1",
            "rdExpenseSum3y",
            "revenueSum3y");

    private static final List<FactDefinition> CHOICES = FACTS.facts().stream()
            .filter(fact -> fact.kind() == FactKind.CHOICE && !fact.derived() && fact.defaultValue() == null)
            .toList();
    private static final List<FactDefinition> FLAGS = FACTS.facts().stream()
            .filter(fact -> fact.kind() == FactKind.BOOLEAN && !fact.derived())
            .toList();
    private static final List<String> CODES = List.of("C16", "C3484", "H", "H6210", "I65", "I6513", "F51", "K70");

    @Test
    void kleenes_laws_hold() {
        for (Truth a : Truth.values()) {
            assertThat(a.not().not()).isEqualTo(a);
            assertThat(a.and(Truth.TRUE)).isEqualTo(a);
            assertThat(a.or(Truth.FALSE)).isEqualTo(a);
            assertThat(a.and(a)).isEqualTo(a);
            for (Truth b : Truth.values()) {
                assertThat(a.and(b)).isEqualTo(b.and(a));
                assertThat(a.or(b)).isEqualTo(b.or(a));
                assertThat(a.and(b).not()).as("De Morgan").isEqualTo(a.not().or(b.not()));
                assertThat(a.or(a.and(b))).as("absorption").isEqualTo(a);
                for (Truth c : Truth.values()) {
                    assertThat(a.and(b.or(c)))
                            .as("distribution")
                            .isEqualTo(a.and(b).or(a.and(c)));
                    assertThat(a.and(b.and(c))).isEqualTo(a.and(b).and(c));
                }
            }
        }
    }

    @Test
    void what_is_left_out_because_nothing_it_rests_on_is_told_would_say_nothing() {
        Random random = new Random(20261202);
        List<Map<String, Object>> told = new ArrayList<>(List.of(Map.of()));
        for (int round = 0; round < 400; round++) {
            told.add(profile(random, random.nextDouble()));
        }
        for (int round = 0; round < 10; round++) {
            profile(random, 1).forEach((fact, value) -> told.add(Map.of(fact, value)));
        }
        told.forEach(facts -> {
            FactVector read = FactVector.of(FACTS, facts, Rules.AS_OF);
            // Of a made-up enterprise each formula is reckoned, whatever is told.
            FactVector reckoned = FactVector.ofCase(FACTS, facts, Rules.AS_OF);
            assertThat(read.low).as("%s", facts).isEqualTo(reckoned.low);
            assertThat(read.high).as("%s", facts).isEqualTo(reckoned.high);
            assertThat(Arrays.deepEquals(read.text, reckoned.text))
                    .as("%s", facts)
                    .isTrue();
            assertThat(FACTS.facts().stream()
                            .map(fact -> read.known(fact.name()))
                            .toList())
                    .as("%s", facts)
                    .isEqualTo(FACTS.facts().stream()
                            .map(fact -> reckoned.known(fact.name()))
                            .toList());
        });
    }

    @Test
    void the_engine_agrees_with_a_naive_evaluator_on_thousands_of_random_trees() {
        Random random = new Random(20260315);
        for (int round = 0; round < 80; round++) {
            List<PolicyRule> rules = IntStream.range(0, 25)
                    .mapToObj(i -> Rules.rule("R" + i, tree(random, 4), Validity.OPEN))
                    .toList();
            RuleBook book = RuleBook.of(rules);
            for (int profile = 0; profile < 8; profile++) {
                FactVector vector = FactVector.of(FACTS, profile(random, 0.6), Rules.AS_OF);
                Evaluation evaluation = book.evaluate(vector);
                NaiveEvaluator naive = new NaiveEvaluator(vector);
                for (int i = 0; i < rules.size(); i++) {
                    assertThat(evaluation.criteria(i))
                            .as("%s with %s", rules.get(i).criteria(), vector)
                            .isEqualTo(naive.truth(rules.get(i).criteria()));
                }
            }
        }
    }

    @Test
    void the_opposite_of_a_condition_holds_exactly_where_it_does_not() {
        Random random = new Random(5);
        int written = 0;
        for (int round = 0; round < 400; round++) {
            Criterion criterion = tree(random, 3);
            Criterion opposite = Opposite.of(criterion).orElse(null);
            if (opposite == null) {
                continue;
            }
            written++;
            RuleBook book = RuleBook.of(
                    List.of(Rules.rule("R", criterion, Validity.OPEN), Rules.rule("O", opposite, Validity.OPEN)));
            for (int profile = 0; profile < 8; profile++) {
                FactVector vector = FactVector.of(FACTS, profile(random, 0.6), Rules.AS_OF);
                Evaluation evaluation = book.evaluate(vector);
                assertThat(evaluation.criteria(1))
                        .as("%s with %s", criterion, vector)
                        .isEqualTo(evaluation.criteria(0).not());
            }
        }
        assertThat(written).isGreaterThan(50);
    }

    @Test
    void each_half_of_a_book_comes_out_as_in_the_whole_while_the_other_is_not_evaluated() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            List<PolicyRule> rules = new ArrayList<>(ReferenceRules.policies());
            IntStream.range(0, 40).forEach(i -> rules.add(Rules.rule("R" + i, tree(random, 4), Validity.OPEN)));
            Collections.shuffle(rules, random);
            RuleBook book = RuleBook.of(rules);
            FactVector vector = FactVector.of(FACTS, profile(random, 0.6), Rules.AS_OF);
            Evaluation whole = book.evaluate(vector);
            assertThat(book.half()).isBetween(1, book.size() - 1);
            for (boolean first : new boolean[] {true, false}) {
                Evaluation half = book.begin(vector);
                half.runHalf(first);
                for (int i = first ? 0 : book.half(); i < (first ? book.half() : book.size()); i++) {
                    assertThat(half.criteria(i)).as(book.rule(i).id()).isEqualTo(whole.criteria(i));
                    assertThat(half.outcome(i)).isEqualTo(whole.outcome(i));
                    assertThat(half.degree(i)).isEqualTo(whole.degree(i));
                    assertThat(half.completeness(i)).isEqualTo(whole.completeness(i));
                }
            }
        }
    }

    @Test
    void everything_that_is_told_is_what_a_naive_explainer_tells_whatever_was_asked_before() {
        Random random = new Random(11);
        for (int round = 0; round < 6; round++) {
            List<PolicyRule> rules = new ArrayList<>(ReferenceRules.policies());
            IntStream.range(0, 25).forEach(i -> rules.add(Rules.rule("R" + i, tree(random, 4), Validity.OPEN)));
            RuleBook book = RuleBook.of(rules);
            for (int profile = 0; profile < 4; profile++) {
                Evaluation evaluation = book.evaluate(FactVector.of(FACTS, profile(random, 0.6), Rules.AS_OF));
                NaiveExplainer naive = new NaiveExplainer(evaluation);
                Explainer explainer = new Explainer(evaluation);
                for (int i : random.ints(0, book.size())
                        .distinct()
                        .limit(book.size())
                        .toArray()) {
                    assertThat(explainer.conditions(i)).as(book.rule(i).id()).isEqualTo(naive.conditions(i));
                    assertThat(explainer.missing(i)).isEqualTo(naive.missing(i));
                    assertThat(explainer.missing(i, explainer.conditions(i))).isEqualTo(naive.missing(i));
                    assertThat(explainer.missingQualifications(i)).isEqualTo(naive.missingQualifications(i));
                }
            }
        }
    }

    @Test
    void learning_a_fact_never_changes_a_decided_outcome() {
        Random random = new Random(42);
        List<PolicyRule> rules = new ArrayList<>(ReferenceRules.policies());
        IntStream.range(0, 400).forEach(i -> rules.add(Rules.rule("R" + i, tree(random, 4), Validity.OPEN)));
        RuleBook book = RuleBook.of(rules);
        for (int round = 0; round < 150; round++) {
            Map<String, Object> full = profile(random, 1.0);
            Map<String, Object> less = without(random, full);
            Evaluation knowing = book.evaluate(FactVector.of(FACTS, full, Rules.AS_OF));
            Evaluation guessing = book.evaluate(FactVector.of(FACTS, less, Rules.AS_OF));
            for (int i = 0; i < book.size(); i++) {
                if (guessing.criteria(i) != Truth.UNKNOWN) {
                    assertThat(knowing.criteria(i))
                            .as("%s: %s → %s", book.rule(i).id(), less, full)
                            .isEqualTo(guessing.criteria(i));
                }
            }
        }
    }

    /** But of the ratio that by definition is taken over the years that are known. */
    @Test
    void learning_one_more_year_never_changes_a_decided_outcome() {
        Random random = new Random(43);
        List<PolicyRule> rules = new ArrayList<>(ReferenceRules.policies().stream()
                .filter(rule -> !RuleFacts.named(rule.criteria()).contains("rdRatio3y"))
                .toList());
        IntStream.range(0, 400).forEach(i -> rules.add(Rules.rule("R" + i, tree(random, 4), Validity.OPEN)));
        for (String sum : SUMS) {
            for (int limit = 0; limit < 20; limit++) {
                rules.add(Rules.rule(sum + limit, Comparison.of(sum, Operator.AT_LEAST, limit), Validity.OPEN));
                rules.add(Rules.rule(sum + "<" + limit, Comparison.of(sum, Operator.LESS_THAN, limit), Validity.OPEN));
            }
        }
        RuleBook book = RuleBook.of(rules);
        int decidedBySums = 0;
        for (int round = 0; round < 150; round++) {
            Map<String, Object> full = profile(random, 1.0);
            Map<String, Object> less = withoutYears(random, full);
            Evaluation knowing = book.evaluate(FactVector.of(FACTS, full, Rules.AS_OF));
            Evaluation guessing = book.evaluate(FactVector.of(FACTS, less, Rules.AS_OF));
            for (int i = 0; i < book.size(); i++) {
                if (guessing.criteria(i) != Truth.UNKNOWN) {
                    decidedBySums += SUMS.stream().anyMatch(book.rule(i).id()::startsWith) ? 1 : 0;
                    assertThat(knowing.criteria(i))
                            .as("%s: %s → %s", book.rule(i).id(), less, full)
                            .isEqualTo(guessing.criteria(i));
                }
            }
        }
        assertThat(decidedBySums).isPositive();
    }

    @Test
    void the_degree_is_full_exactly_when_the_conditions_are_met() {
        Random random = new Random(7);
        List<PolicyRule> rules = IntStream.range(0, 300)
                .mapToObj(i -> Rules.rule("R" + i, tree(random, 3), Validity.OPEN))
                .toList();
        RuleBook book = RuleBook.of(rules);
        for (int round = 0; round < 200; round++) {
            Evaluation evaluation = book.evaluate(FactVector.of(FACTS, profile(random, 0.8), Rules.AS_OF));
            for (int i = 0; i < book.size(); i++) {
                assertThat(evaluation.degree(i) == 100)
                        .as("%s", rules.get(i).criteria())
                        .isEqualTo(evaluation.criteria(i) == Truth.TRUE);
                assertThat(evaluation.degree(i)).isBetween(0, 100);
                assertThat(evaluation.completeness(i)).isBetween(0, 100);
            }
        }
    }

    /** Each fact stands once in such a rule, so that what meets one condition spoils no other; what chooses a band stays as it is. */
    @Test
    void who_is_one_thing_away_is_who_meets_all_once_facts_have_moved_as_they_can() {
        Random random = new Random(2026);
        int nearly = 0;
        for (int round = 0; round < 600; round++) {
            List<FactDefinition> shuffled = new ArrayList<>(UNBOUNDED);
            Collections.shuffle(shuffled, random);
            Deque<String> deck =
                    new ArrayDeque<>(shuffled.stream().map(FactDefinition::name).toList());
            Criterion tree = new AllOf(
                    null,
                    null,
                    IntStream.range(0, random.nextInt(1, 4))
                            .mapToObj(i -> ofEachFactOnce(random, 2, deck))
                            .toList());
            RuleBook book = RuleBook.of(List.of(Rules.rule("R", tree, Validity.OPEN)));
            for (int profile = 0; profile < 8; profile++) {
                Map<String, Object> facts = new HashMap<>();
                UNBOUNDED.forEach(fact -> facts.put(fact.name(), random.nextInt(0, 7)));
                FactVector vector = FactVector.of(FACTS, facts, Rules.AS_OF);
                Evaluation evaluation = book.evaluate(vector);
                if (evaluation.criteria(0) == Truth.TRUE) {
                    continue;
                }
                Map<String, Object> moved = new HashMap<>(facts);
                move(tree, new NaiveEvaluator(vector), moved);
                boolean meetsAll =
                        book.evaluate(FactVector.of(FACTS, moved, Rules.AS_OF)).criteria(0) == Truth.TRUE;
                long failing = Arrays.stream(book.top(0))
                        .filter(node -> evaluation.code(node) == Truth.NO)
                        .count();
                nearly += failing == 1 && meetsAll ? 1 : 0;
                assertThat(evaluation.outcome(0))
                        .as("%s: %s", tree, facts)
                        .isEqualTo(failing == 1 && meetsAll ? MatchOutcome.NEARLY : MatchOutcome.INELIGIBLE);
            }
        }
        assertThat(nearly).isGreaterThan(200);
    }

    /** Moves each fact that fails a comparison as far as it can be moved towards it. */
    private static void move(Criterion criterion, NaiveEvaluator naive, Map<String, Object> facts) {
        switch (criterion) {
            case AllOf all -> all.criteria().forEach(part -> move(part, naive, facts));
            case AnyOf any -> any.criteria().forEach(part -> move(part, naive, facts));
            case AtLeast some -> some.criteria().forEach(part -> move(part, naive, facts));
            case Banded banded -> banded.bands().forEach(band -> move(band.then(), naive, facts));
            case Comparison comparison -> {
                FactDefinition.Closable way = FACTS.get(comparison.fact()).closable();
                if (naive.truth(comparison) == Truth.FALSE && way != FactDefinition.Closable.NO) {
                    facts.put(comparison.fact(), way == FactDefinition.Closable.UP ? 1_000 : -1_000);
                }
            }
            case Score ignored -> throw new IllegalArgumentException("no score");
            case Unverified ignored -> {}
        }
    }

    private static Criterion ofEachFactOnce(Random random, int depth, Deque<String> deck) {
        int form = depth == 0 ? 0 : random.nextInt(5);
        if (form == 4) {
            String by = deck.remove();
            List<Band> bands = new ArrayList<>();
            int limit = random.nextInt(1, 5);
            if (random.nextBoolean()) {
                Criterion then = ofEachFactOnce(random, depth - 1, deck);
                bands.add(new Band("a", null, false, BigDecimal.valueOf(limit), false, null, then));
            }
            if (bands.isEmpty() || random.nextBoolean()) {
                Criterion then = ofEachFactOnce(random, depth - 1, deck);
                bands.add(new Band("b", BigDecimal.valueOf(limit), true, null, false, null, then));
            }
            return new Banded(null, null, by, bands);
        }
        if (form == 0) {
            Operator op =
                    pick(random, List.of(Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN));
            return Comparison.of(deck.remove(), op, random.nextInt(0, 6));
        }
        List<Criterion> parts = IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> ofEachFactOnce(random, depth - 1, deck))
                .toList();
        return switch (form) {
            case 1 -> new AllOf(null, null, parts);
            case 2 -> AnyOf.of(parts.toArray(Criterion[]::new));
            default -> new AtLeast(null, null, random.nextInt(1, parts.size() + 1), parts);
        };
    }

    @Test
    void a_fact_that_is_changed_by_the_gap_that_is_told_meets_the_condition_and_a_count_by_one_less_does_not() {
        int told = 0;
        for (FactDefinition fact : UNBOUNDED) {
            boolean whole = fact.kind() == FactKind.INTEGER;
            for (Operator op : ONE_SIDED) {
                for (double limit = 0; limit <= 4; limit += 0.5) {
                    RuleBook book =
                            RuleBook.of(List.of(Rules.rule("R", Comparison.of(fact.name(), op, limit), Validity.OPEN)));
                    for (double value = 0; value <= 5; value += whole ? 1 : 0.5) {
                        ConditionResult result = of(book, Map.of(fact.name(), value), Rules.AS_OF);
                        if (result.outcome() != ConditionResult.Outcome.NOT_MET) {
                            continue;
                        }
                        told++;
                        double gap =
                                Objects.requireNonNull(result.gap()).amount().doubleValue();
                        double hair = whole || op == Operator.AT_LEAST || op == Operator.AT_MOST ? 0 : 0.001;
                        double way = op == Operator.AT_LEAST || op == Operator.MORE_THAN ? 1 : -1;
                        String about = fact.name() + " " + value + " " + op + " " + limit + ": " + result.gapText();
                        assertThat(met(book, Map.of(fact.name(), value + way * (gap + hair)), Rules.AS_OF))
                                .as(about)
                                .isTrue();
                        if (whole) {
                            assertThat(met(book, Map.of(fact.name(), value + way * (gap - 1)), Rules.AS_OF))
                                    .as(about)
                                    .isFalse();
                            assertThat(book.evaluate(FactVector.of(FACTS, Map.of(fact.name(), value), Rules.AS_OF))
                                            .gaps())
                                    .as(about)
                                    .containsExactly(gap);
                        }
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    @Test
    void so_many_people_more_as_are_told_meet_a_share() {
        Pattern people = Pattern.compile("还差约 (\\d+) 人");
        int told = 0;
        for (Operator op : List.of(Operator.AT_LEAST, Operator.MORE_THAN)) {
            for (double share : List.of(5.0, 10.0, 12.5, 33.0)) {
                RuleBook book =
                        RuleBook.of(List.of(Rules.rule("R", Comparison.of("rdStaffRatio", op, share), Validity.OPEN)));
                for (int staff = 1; staff <= 40; staff++) {
                    for (int research = 0; research <= staff / 2; research++) {
                        Map<String, Object> facts = Map.of("employees", staff, "rdStaff", research);
                        String gap = of(book, facts, Rules.AS_OF).gapText();
                        Matcher found = people.matcher(gap == null ? "" : gap);
                        if (!found.find()) {
                            continue;
                        }
                        told++;
                        int more = Integer.parseInt(found.group(1));
                        assertThat(met(book, Map.of("employees", staff, "rdStaff", research + more), Rules.AS_OF))
                                .as("%s of %s, %s: %s", research, staff, op, gap)
                                .isTrue();
                        assertThat(met(book, Map.of("employees", staff, "rdStaff", research + more - 1), Rules.AS_OF))
                                .as("%s of %s, %s: %s", research, staff, op, gap)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void who_waits_for_as_many_days_as_are_told_is_old_enough_on_that_day_and_not_before() {
        Random random = new Random(13);
        for (String fact : List.of("regAgeDays", "ageYears")) {
            for (Operator op : List.of(Operator.AT_LEAST, Operator.MORE_THAN)) {
                for (double limit : fact.equals("ageYears") ? List.of(1.0, 2.0, 1.5, 3.7) : List.of(365.0, 730.0)) {
                    RuleBook book =
                            RuleBook.of(List.of(Rules.rule("R", Comparison.of(fact, op, limit), Validity.OPEN)));
                    for (int round = 0; round < 60; round++) {
                        // Among them some of the 29th of February.
                        LocalDate founded = round % 10 == 0
                                ? LocalDate.of(2024, 2, 29)
                                : Rules.AS_OF.minusDays(random.nextInt(1_500));
                        Map<String, Object> facts = Map.of("established", founded);
                        ConditionResult result = of(book, facts, Rules.AS_OF);
                        if (result.outcome() == ConditionResult.Outcome.NOT_MET) {
                            ConditionResult.Gap gap = Objects.requireNonNull(result.gap());
                            assertThat(gap.byWaiting()).isTrue();
                            LocalDate due = Rules.AS_OF.plusDays(gap.amount().longValue());
                            assertThat(met(book, facts, due))
                                    .as("%s: %s", founded, result.gapText())
                                    .isTrue();
                            assertThat(met(book, facts, due.minusDays(1)))
                                    .as("%s: %s", founded, result.gapText())
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    private static final List<Operator> ONE_SIDED =
            List.of(Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN);

    private static ConditionResult of(RuleBook book, Map<String, Object> facts, LocalDate day) {
        return new Explainer(book.evaluate(FactVector.of(FACTS, facts, day)))
                .conditions(0)
                .getFirst();
    }

    private static boolean met(RuleBook book, Map<String, Object> facts, LocalDate day) {
        return book.evaluate(FactVector.of(FACTS, facts, day)).criteria(0) == Truth.TRUE;
    }

    @Test
    void a_better_value_never_lowers_a_score() {
        Random random = new Random(99);
        RuleBook book = RuleBook.of(ReferenceRules.policies().stream()
                .filter(rule -> rule.id().equals("N02") || rule.id().equals("N03"))
                .toList());
        Map<String, Double> betterBy = Map.of(
                "rdStaff", 1.0,
                "class1Ip", 1.0,
                "class1IpHighValue", 1.0,
                "class1IpSelfDeveloped", 1.0,
                "class2Ip", 1.0,
                "mainRevenueRatio", 1.0,
                "liabilities", -1.0);
        for (int round = 0; round < 1000; round++) {
            Map<String, Object> profile = scored(random);
            double[] before = scores(book, profile);
            String name = new ArrayList<>(betterBy.keySet()).get(random.nextInt(betterBy.size()));
            if (profile.get(name) instanceof Number number) {
                Map<String, Object> better = new HashMap<>(profile);
                double step = betterBy.get(name) * random.nextInt(1, 30);
                better.put(name, Math.max(0, number.doubleValue() + step));
                assertNoLower(before, scores(book, better), name, profile, better);
            }
            for (String series : List.of("rdExpense", "mainGrowth")) {
                Map<String, Object> better = new HashMap<>(profile);
                double first = ((Number) ((List<?>) profile.get(series)).getFirst()).doubleValue();
                better.put(series, List.of(first + random.nextInt(1, 60), 1.0));
                assertNoLower(before, scores(book, better), series, profile, better);
            }
        }
    }

    /** Of any table: where each tier asks for more than the one after it and gives no less, more of a fact gives no less. */
    @Test
    void a_better_value_never_lowers_a_score_of_any_table_that_gives_more_for_more() {
        Random random = new Random(100);
        for (int round = 0; round < 300; round++) {
            List<FactDefinition> facts = IntStream.range(0, random.nextInt(1, 6))
                    .mapToObj(i -> pick(random, UNBOUNDED))
                    .distinct()
                    .toList();
            List<Score.Item> items = facts.stream()
                    .map(fact -> new Score.Item(fact.name(), rising(random, fact.name()), BigDecimal.ZERO, null))
                    .toList();
            Criterion table = new Score(
                    null,
                    null,
                    BigDecimal.valueOf(random.nextInt(1, 30)),
                    random.nextBoolean(),
                    List.of(new Score.Group("g", null, items)));
            RuleBook book = RuleBook.of(List.of(Rules.rule("S", table, Validity.OPEN)));
            for (int change = 0; change < 20; change++) {
                Map<String, Object> profile = new HashMap<>();
                facts.stream()
                        .filter(fact -> random.nextInt(4) != 0)
                        .forEach(fact -> profile.put(fact.name(), random.nextInt(0, 12)));
                String name = pick(random, facts).name();
                if (!(profile.get(name) instanceof Integer value)) {
                    continue;
                }
                Map<String, Object> better = new HashMap<>(profile);
                better.put(name, value + random.nextInt(1, 8));
                assertNoLower(ends(book, profile), ends(book, better), name, profile, better);
            }
        }
    }

    private static List<Score.Tier> rising(Random random, String fact) {
        List<Score.Tier> tiers = new ArrayList<>();
        int limit = random.nextInt(8, 14);
        int points = random.nextInt(8, 20);
        while (limit > 0 && points > 0) {
            tiers.add(new Score.Tier(
                    BigDecimal.valueOf(points),
                    Comparison.of(fact, random.nextBoolean() ? Operator.AT_LEAST : Operator.MORE_THAN, limit)));
            limit -= random.nextInt(1, 5);
            points -= random.nextInt(0, 6);
        }
        return tiers;
    }

    private static double[] ends(RuleBook book, Map<String, Object> profile) {
        var score = new Explainer(book.evaluate(FactVector.of(FACTS, profile, Rules.AS_OF)))
                .conditions(0)
                .getFirst()
                .score();
        assertThat(score).isNotNull();
        return new double[] {score.low().doubleValue(), score.high().doubleValue()};
    }

    private static void assertNoLower(
            double[] before, double[] after, String name, Map<String, Object> profile, Map<String, Object> better) {
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).as("%s: %s → %s", name, profile, better).isGreaterThanOrEqualTo(before[i]);
        }
    }

    /** Lower and upper ends of both scores. */
    private static double[] scores(RuleBook book, Map<String, Object> profile) {
        Explainer explainer = new Explainer(book.evaluate(FactVector.of(FACTS, profile, Rules.AS_OF)));
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            explainer.conditions(i).forEach(condition -> {
                if (condition.children() != null) {
                    condition.children().forEach(child -> {
                        if (child.score() != null) {
                            ends.add(child.score().low().doubleValue());
                            ends.add(child.score().high().doubleValue());
                        }
                    });
                }
            });
        }
        assertThat(ends).hasSize(4);
        return ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, Object> scored(Random random) {
        Map<String, Object> profile = new HashMap<>();
        profile.put("employees", 100);
        profile.put("rdStaff", random.nextInt(0, 50));
        profile.put("revenue", List.of(1000.0, 900.0));
        profile.put("rdExpense", List.of((double) random.nextInt(0, 80), 10.0));
        profile.put("mainGrowth", List.of((double) random.nextInt(-20, 30), 3.0));
        profile.put("liabilities", random.nextInt(0, 120));
        profile.put("totalAssets", 100);
        profile.put("mainRevenueRatio", random.nextInt(40, 70));
        profile.put("class2Ip", random.nextInt(0, 5));
        if (random.nextBoolean()) {
            profile.put("class1Ip", random.nextInt(0, 3));
        }
        if (random.nextBoolean()) {
            profile.put("class1IpHighValue", random.nextInt(0, 2));
        }
        if (random.nextBoolean()) {
            profile.put("class1IpSelfDeveloped", random.nextInt(0, 2));
        }
        return profile;
    }

    private static Criterion tree(Random random, int depth) {
        int form = depth == 0 ? random.nextInt(5) : random.nextInt(12);
        return switch (form) {
            case 0, 1 -> numeric(random);
            case 2 -> {
                FactDefinition fact = pick(random, CHOICES);
                Operator op = random.nextBoolean() ? Operator.IN : Operator.NOT_IN;
                yield Comparison.of(
                        fact.name(),
                        op,
                        new Value.Texts(List.of(pick(random, fact.choices()), pick(random, fact.choices()))));
            }
            case 3 -> Comparison.of(pick(random, FLAGS).name(), Operator.EQUAL, random.nextBoolean());
            case 4 ->
                switch (random.nextInt(4)) {
                    case 0 -> new Unverified(null, null, "未核对");
                    case 1 ->
                        Comparison.of("industryCode", Operator.IN, List.of(pick(random, CODES), pick(random, CODES)));
                    case 2 -> Comparison.of("industryCode", Operator.NOT_IN, List.of(pick(random, CODES)));
                    default ->
                        Comparison.of(
                                "quals",
                                Operator.CONTAINS,
                                pick(random, FACTS.get("quals").choices()));
                };
            case 5, 6 -> new AllOf(null, null, parts(random, depth));
            case 7 -> AnyOf.of(parts(random, depth).toArray(Criterion[]::new));
            case 8 -> {
                // Tiers that really cover every case.
                FactDefinition fact = pick(random, NUMERIC);
                int limit = random.nextInt(0, 6);
                yield new AnyOf(
                        null,
                        null,
                        true,
                        List.of(
                                Comparison.of(fact.name(), Operator.AT_LEAST, limit),
                                tree(random, depth - 1),
                                Comparison.of(fact.name(), Operator.LESS_THAN, limit)));
            }
            case 9 -> {
                List<Criterion> parts = parts(random, depth);
                yield new AtLeast(null, null, random.nextInt(1, parts.size() + 1), parts);
            }
            case 10 -> banded(random, depth);
            default -> score(random, depth);
        };
    }

    private static Criterion numeric(Random random) {
        String fact = random.nextInt(5) == 0
                ? pick(random, DERIVED)
                : pick(random, NUMERIC).name();
        int limit = random.nextInt(0, 6);
        return switch (random.nextInt(7)) {
            case 0 -> Comparison.of(fact, Operator.AT_LEAST, limit);
            case 1 -> Comparison.of(fact, Operator.MORE_THAN, limit);
            case 2 -> Comparison.of(fact, Operator.AT_MOST, limit);
            case 3 -> Comparison.of(fact, Operator.LESS_THAN, limit);
            case 4 -> Comparison.of(fact, Operator.EQUAL, limit);
            case 5 -> Comparison.of(fact, Operator.NOT_EQUAL, limit);
            default -> Comparison.of(fact, Operator.BETWEEN, List.of(limit, limit + random.nextInt(0, 3)));
        };
    }

    private static Criterion banded(Random random, int depth) {
        List<Band> bands = new ArrayList<>();
        int first = random.nextInt(0, 3);
        int second = first + random.nextInt(1, 4);
        boolean included = random.nextBoolean();
        if (random.nextInt(4) != 0) {
            bands.add(new Band("a", null, false, BigDecimal.valueOf(first), included, null, tree(random, depth - 1)));
        }
        bands.add(new Band(
                "b",
                BigDecimal.valueOf(first),
                !included,
                BigDecimal.valueOf(second),
                true,
                null,
                tree(random, depth - 1)));
        if (random.nextInt(4) != 0) {
            bands.add(new Band("c", BigDecimal.valueOf(second), false, null, false, null, tree(random, depth - 1)));
        }
        String by = random.nextInt(3) == 0
                ? "rdRatio2yMin"
                : pick(random, UNBOUNDED).name();
        return new Banded(null, null, by, bands);
    }

    private static Criterion score(Random random, int depth) {
        List<Score.Group> groups = new ArrayList<>();
        for (int g = 0; g < random.nextInt(1, 4); g++) {
            List<Score.Item> items = new ArrayList<>();
            for (int i = 0; i < random.nextInt(1, 4); i++) {
                List<Score.Tier> tiers = new ArrayList<>();
                for (int t = 0; t < random.nextInt(1, 4); t++) {
                    tiers.add(new Score.Tier(
                            BigDecimal.valueOf(random.nextInt(0, 10)),
                            random.nextInt(4) == 0 ? tree(random, Math.min(1, depth - 1)) : numeric(random)));
                }
                items.add(new Score.Item("i", tiers, BigDecimal.valueOf(random.nextInt(0, 3)), null));
            }
            groups.add(new Score.Group(
                    "g", random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(0, 8)) : null, items));
        }
        return new Score(null, null, BigDecimal.valueOf(random.nextInt(0, 25)), random.nextBoolean(), groups);
    }

    private static List<Criterion> parts(Random random, int depth) {
        return IntStream.range(0, random.nextInt(1, 5))
                .mapToObj(i -> tree(random, depth - 1))
                .toList();
    }

    private static Map<String, Object> profile(Random random, double known) {
        Map<String, Object> profile = new HashMap<>();
        for (FactDefinition fact : FACTS.facts()) {
            if (!fact.derived() && random.nextDouble() < known) {
                switch (fact.kind()) {
                    case NUMBER, INTEGER -> profile.put(fact.name(), random.nextInt(0, 7));
                    case BOOLEAN -> profile.put(fact.name(), random.nextBoolean());
                    case DATE -> profile.put(fact.name(), Rules.AS_OF.minusDays(random.nextInt(2000)));
                    case TEXT ->
                        profile.put(fact.name(), pick(random, List.of("C", "C1610", "H6210", "I6513", "K70", "F5111")));
                    case CHOICE -> profile.put(fact.name(), pick(random, fact.choices()));
                    case MULTI_CHOICE ->
                        profile.put(
                                fact.name(),
                                fact.choices().stream()
                                        .filter(choice -> random.nextInt(3) == 0)
                                        .toList());
                    case YEARS ->
                        profile.put(
                                fact.name(),
                                random.doubles(fact.years() == null ? 2 : fact.years(), 0, 7)
                                        .boxed()
                                        .toList());
                }
            }
        }
        nothingBeforeTheFoundation(profile, "revenue");
        nothingBeforeTheFoundation(profile, "rdExpense");
        keepWithin(profile, "class1IpHighValue", "class1Ip");
        keepWithin(profile, "class1IpSelfDeveloped", "class1Ip");
        profile.computeIfPresent("ipCount", (name, count) -> 20);
        if ("个体工商户".equals(profile.get("entityType"))) {
            profile.computeIfPresent("residentEnterprise", (name, resident) -> false);
        }
        return profile;
    }

    private static void nothingBeforeTheFoundation(Map<String, Object> profile, String series) {
        if (profile.get("established") instanceof LocalDate day && profile.get(series) instanceof List<?> years) {
            profile.put(
                    series,
                    IntStream.range(0, years.size())
                            .mapToObj(i -> Rules.AS_OF.getYear() - 1 - i < day.getYear() ? (Object) 0.0 : years.get(i))
                            .toList());
        }
    }

    /** Facts of one enterprise do not contradict each other. */
    private static void keepWithin(Map<String, Object> profile, String part, String whole) {
        if (profile.get(part) instanceof Integer p && profile.get(whole) instanceof Integer w && p > w) {
            profile.put(part, w);
        }
    }

    /** Takes single years of figures away. */
    private static Map<String, Object> withoutYears(Random random, Map<String, Object> profile) {
        Map<String, Object> less = new HashMap<>(profile);
        double share = random.nextDouble();
        less.replaceAll((name, value) -> {
            if (FACTS.get(name).kind() != FactKind.YEARS) {
                return value;
            }
            List<Object> years = new ArrayList<>((List<?>) value);
            years.replaceAll(year -> random.nextDouble() < share ? null : year);
            return years;
        });
        return less;
    }

    /** Takes facts away, years as a whole: the three-year ratio is by definition over the years known. */
    private static Map<String, Object> without(Random random, Map<String, Object> profile) {
        Map<String, Object> less = new HashMap<>(profile);
        double share = random.nextDouble();
        less.keySet().removeIf(name -> FACTS.get(name).defaultValue() == null && random.nextDouble() < share);
        return less;
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
