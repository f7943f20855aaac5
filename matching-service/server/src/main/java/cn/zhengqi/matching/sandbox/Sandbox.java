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
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Sections;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.OpenProfiles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Holds a draft and the edition in force against the enterprises that somebody reaches. Conditions only: days of validity are for those who write them to
 * decide. Tax data is left out, for it was given for another purpose.
 */
@Service
@Transactional(readOnly = true)
class Sandbox {

    private static final String NOWHERE = "未载明";

    private final FactDictionary facts = FactDictionary.standard();
    private final CriteriaCheck check = new CriteriaCheck(facts);
    private final FactCheck factCheck = new FactCheck(facts);
    private final Library library;
    private final OpenProfiles profiles;
    private final Clock clock;

    Sandbox(Library library, OpenProfiles profiles, Clock clock) {
        this.library = library;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * How many gain, lose and stay unknown.
     *
     * @param enterprises how many were looked at
     * @param before how many qualify by the edition in force; absent: there is none
     * @param after how many would by the draft
     */
    record Summary(
            int enterprises,
            @Nullable Integer before,
            int after,
            int gain,
            int lose,
            int unknown,
            List<Slice> towns,
            List<Slice> industries,
            List<Slice> sizes) {}

    /** @param value to narrow the list by */
    record Slice(String value, String label, int gain, int lose, int unknown) {}

    /**
     * @param before by the edition in force; absent: there is none
     * @param size 大型, 中型, 小型 or 微型, or 未载明 while it is not decided
     */
    record Affected(
            UUID id,
            String name,
            String town,
            String industry,
            String size,
            @Nullable Truth before,
            Truth after,
            Change change) {}

    /** What the list is narrowed by, by the values of {@link Slice}. */
    record Narrowed(
            Change change,
            @Nullable String town,
            @Nullable String industry,
            @Nullable String size) {}

    /** @throws ProblemException CRITERIA_FAULTY */
    Summary summary(String code, Map<String, Object> criteria, DataScope scope) {
        Counts all = new Counts();
        Map<String, Counts> towns = new TreeMap<>();
        Map<String, Counts> industries = new TreeMap<>();
        Map<String, Counts> sizes = new TreeMap<>();
        boolean first = run(code, criteria, scope, affected -> {
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
        return new Summary(
                all.enterprises,
                first ? null : all.before,
                all.after,
                all.gain,
                all.lose,
                all.unknown,
                slices(towns),
                slices(industries),
                slices(sizes));
    }

    /** @throws ProblemException CRITERIA_FAULTY */
    Page<Affected> list(
            String code, Map<String, Object> criteria, Narrowed narrowed, DataScope scope, PageRequest page) {
        List<Affected> found = new ArrayList<>();
        run(code, criteria, scope, affected -> {
            if (affected.change() == narrowed.change()
                    && within(narrowed.town(), affected.town())
                    && within(narrowed.industry(), affected.industry())
                    && within(narrowed.size(), affected.size())) {
                found.add(affected);
            }
        });
        found.sort(Comparator.comparing(Affected::name).thenComparing(Affected::id));
        return Page.of(found.stream().skip(page.offset()).limit(page.size()).toList(), found.size(), page);
    }

    private static boolean within(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    /** @return whether there is no edition in force to compare with */
    private boolean run(String code, Map<String, Object> criteria, DataScope scope, Consumer<Affected> receiver) {
        JsonNode tree = Json.MAPPER.valueToTree(criteria);
        List<CriteriaFault> faults = check.faults(tree);
        if (!faults.isEmpty()) {
            throw new ProblemException(MatchingProblem.CRITERIA_FAULTY, "申报条件有误，改好后再推演", Map.of("faults", faults));
        }
        Criterion draft = Json.MAPPER.treeToValue(tree, Criterion.class);
        Criterion current = inForce(code);
        RuleBook book = RuleBook.of(
                facts, current == null ? List.of(rule("1", draft)) : List.of(rule("1", draft), rule("2", current)));
        LocalDate today = BusinessTime.today(clock);
        profiles.each(scope, profile -> {
            FactVector vector = FactVector.of(facts, factCheck.sound(profile.facts(), today), today);
            Evaluation evaluation = book.evaluate(vector);
            Truth before = current == null ? null : evaluation.criteria(1);
            Truth after = evaluation.criteria(0);
            receiver.accept(new Affected(
                    profile.id(),
                    profile.name(),
                    Objects.requireNonNullElse(profile.town(), NOWHERE),
                    section(profile.facts().get("industryCode")),
                    Objects.requireNonNullElse(vector.size(), NOWHERE),
                    before,
                    after,
                    Change.of(before, after)));
        });
        return current == null;
    }

    private @Nullable Criterion inForce(String code) {
        RuleBook book = library.shelf().book();
        for (int i = 0; i < book.size(); i++) {
            EligibilityRule rule = book.rule(i);
            if (rule instanceof PolicyRule && rule.id().equals(code)) {
                return rule.criteria();
            }
        }
        return null;
    }

    private static PolicyRule rule(String edition, Criterion criteria) {
        return new PolicyRule(
                "SANDBOX",
                edition,
                "",
                "",
                "",
                "",
                Validity.OPEN,
                false,
                null,
                null,
                true,
                null,
                null,
                criteria,
                List.of());
    }

    /** The section of the classification of industries (门类), by its letter. */
    private static String section(@Nullable Object industryCode) {
        return industryCode instanceof String code && !code.isEmpty() && Character.isUpperCase(code.charAt(0))
                ? code.substring(0, 1)
                : NOWHERE;
    }

    private static List<Slice> slices(Map<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(one -> new Slice(
                        one.getKey(),
                        label(one.getKey()),
                        one.getValue().gain,
                        one.getValue().lose,
                        one.getValue().unknown))
                .toList();
    }

    private static String label(String value) {
        return value.length() == 1 ? Sections.name(value) : value;
    }

    private static final class Counts {

        private int enterprises;
        private int before;
        private int after;
        private int gain;
        private int lose;
        private int unknown;

        void add(Affected affected) {
            enterprises++;
            before += affected.before() == Truth.TRUE ? 1 : 0;
            after += affected.after() == Truth.TRUE ? 1 : 0;
            gain += affected.change() == Change.GAIN ? 1 : 0;
            lose += affected.change() == Change.LOSE ? 1 : 0;
            unknown += affected.change() == Change.UNKNOWN ? 1 : 0;
        }
    }
}
