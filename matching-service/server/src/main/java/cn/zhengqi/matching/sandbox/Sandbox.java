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
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    private final FactDictionary facts = FactDictionary.standard();
    private final CriteriaCheck check = new CriteriaCheck(facts);
    private final Library library;
    private final ProfileScan profiles;
    private final Clock clock;

    Sandbox(Library library, ProfileScan profiles, Clock clock) {
        this.library = library;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** What the list is narrowed by, by the values of {@link SandboxSlice}. */
    record Narrowed(
            SandboxChange change,
            @Nullable String town,
            @Nullable String industry,
            @Nullable String size) {}

    /** @throws ProblemException CRITERIA_FAULTY */
    SandboxSummary summary(String code, Map<String, Object> criteria, DataScope scope) {
        Counts all = new Counts();
        Map<String, Counts> towns = new TreeMap<>();
        Map<String, Counts> industries = new TreeMap<>();
        Map<String, Counts> sizes = new TreeMap<>();
        Run run = run(code, criteria, scope, affected -> {
            all.add(affected);
            for (Map.Entry<Map<String, Counts>, String> part : List.of(
                    Map.entry(towns, affected.town()),
                    Map.entry(industries, affected.industry()),
                    Map.entry(sizes, affected.size()))) {
                part.getKey()
                        .computeIfAbsent(part.getValue(), none -> new Counts())
                        .add(affected);
            }
        });
        return new SandboxSummary(
                all.enterprises,
                run.switchedOff,
                run.compared ? all.before : null,
                all.after,
                all.gain,
                all.lose,
                all.unknown,
                slices(towns),
                slices(industries),
                slices(sizes));
    }

    /** @throws ProblemException CRITERIA_FAULTY */
    Page<SandboxEnterprise> list(
            String code, Map<String, Object> criteria, Narrowed narrowed, DataScope scope, PageRequest page) {
        List<SandboxEnterprise> found = new ArrayList<>();
        run(code, criteria, scope, affected -> {
            if (affected.change() == narrowed.change()
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

    /** What is to be known of it besides the enterprises. */
    private static final class Run {

        private final boolean compared;
        private int switchedOff;

        Run(boolean compared) {
            this.compared = compared;
        }
    }

    private Run run(String code, Map<String, Object> criteria, DataScope scope, Consumer<SandboxEnterprise> receiver) {
        JsonNode tree = Json.MAPPER.valueToTree(criteria);
        List<CriteriaFault> faults = check.faults(tree);
        if (!faults.isEmpty()) {
            throw new ProblemException(MatchingProblem.CRITERIA_FAULTY, "申报条件有误，改好后再推演", Map.of("faults", faults));
        }
        Criterion draft = Json.MAPPER.treeToValue(tree, Criterion.class);
        Criterion current = inForce(code);
        RuleBook book = RuleBook.of(
                facts,
                current == null
                        ? List.of(PolicyRule.ofConditions("SANDBOX", "1", "", draft))
                        : List.of(
                                PolicyRule.ofConditions("SANDBOX", "1", "", draft),
                                PolicyRule.ofConditions("SANDBOX", "2", "", current)));
        LocalDate today = BusinessTime.today(clock);
        Evaluation evaluation = book.scratch();
        Run run = new Run(current != null);
        profiles.inTurn(() ->
                profiles.each(ProfileScan.Which.withoutTaxData(scope), facts(draft, current), today, one -> {
                    if (!one.personalised()) {
                        run.switchedOff++;
                        return;
                    }
                    FactVector vector = FactVector.of(facts, one.facts(), today);
                    evaluation.run(vector);
                    Truth before = current == null ? null : evaluation.criteria(1);
                    Truth after = evaluation.criteria(0);
                    receiver.accept(new SandboxEnterprise(
                            one.id(),
                            one.name(),
                            Objects.requireNonNullElse(one.townName(), NOWHERE),
                            section(one.industryCode()),
                            Objects.requireNonNullElse(vector.size(), NOWHERE),
                            before,
                            after,
                            SandboxChange.of(before, after)));
                }));
        return run;
    }

    private Set<String> facts(Criterion draft, @Nullable Criterion current) {
        Set<String> names = new HashSet<>(RuleFacts.of(draft));
        if (current != null) {
            names.addAll(RuleFacts.of(current));
        }
        names.addAll(facts.basis(SIZE));
        return names;
    }

    private @Nullable Criterion inForce(String code) {
        RuleBook book = library.shelf().book();
        return IntStream.range(0, book.size())
                .mapToObj(book::rule)
                .filter(rule -> rule instanceof PolicyRule && rule.id().equals(code))
                .max(Comparator.comparing(EligibilityRule::edition))
                .map(EligibilityRule::criteria)
                .orElse(null);
    }

    /** The section of the classification of industries (门类), by its letter. */
    private static String section(@Nullable String code) {
        return code != null && !code.isEmpty() && Character.isUpperCase(code.charAt(0))
                ? code.substring(0, 1)
                : NOWHERE;
    }

    private static List<SandboxSlice> slices(Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(one -> new SandboxSlice(
                        one.getKey(),
                        label(one.getKey()),
                        one.getValue().gain,
                        one.getValue().lose,
                        one.getValue().unknown))
                .toList();
    }

    private static String label(String value) {
        return value.length() == 1 ? CodeNames.section(value) : value;
    }

    private static final class Counts {

        private int enterprises;
        private int before;
        private int after;
        private int gain;
        private int lose;
        private int unknown;

        void add(SandboxEnterprise affected) {
            enterprises++;
            before += affected.before() == Truth.TRUE ? 1 : 0;
            after += affected.after() == Truth.TRUE ? 1 : 0;
            gain += affected.change() == SandboxChange.GAIN ? 1 : 0;
            lose += affected.change() == SandboxChange.LOSE ? 1 : 0;
            unknown += affected.change() == SandboxChange.UNKNOWN ? 1 : 0;
        }
    }
}
