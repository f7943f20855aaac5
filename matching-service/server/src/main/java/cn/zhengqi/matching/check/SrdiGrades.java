package cn.zhengqi.matching.check;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.ScoreSheet;
import cn.zhengqi.matching.library.Library;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The grades of 优质中小企业 as they are published: for each qualification and each level that has rules for it the edition that holds on a day, or the last one whose figures are known, and then what
 * has replaced it. Immutable, so that many checks share it.
 */
final class SrdiGrades {

    /** From the lowest to the highest; rules name them with the quotation marks of the document. */
    private static final List<String> QUALIFICATIONS = List.of("创新型中小企业", "专精特新中小企业", "专精特新“小巨人”企业");

    private final Library.Shelf shelf;
    private final List<PolicyRule> rules;
    private final RuleBook book;

    SrdiGrades(Library.Shelf shelf) {
        this.shelf = shelf;
        rules = published(shelf).stream()
                .filter(rule -> rule.grants() != null && QUALIFICATIONS.contains(rule.grants()))
                .map(ScoringTables::spelledOut)
                .toList();
        book = RuleBook.of(shelf.book().facts(), rules);
    }

    boolean isOf(Library.Shelf published) {
        return shelf == published;
    }

    /** @param enterprise on the day for which editions are chosen */
    SrdiCheck check(FactVector enterprise) {
        LocalDate day = enterprise.asOf();
        Evaluation evaluation = book.evaluate(enterprise);
        Explainer explainer = new Explainer(evaluation);
        List<SrdiCheck.SrdiGrade> grades = new ArrayList<>();
        for (String qualification : QUALIFICATIONS) {
            for (String level : levels(qualification)) {
                edition(qualification, level, day)
                        .map(rule -> grade(rule, qualification, day, evaluation, explainer))
                        .ifPresent(grades::add);
            }
        }
        return new SrdiCheck(day, grades, next(grades));
    }

    /** Those that have rules of their own for a qualification, in the order of the library: the whole country before the city. */
    private List<String> levels(String qualification) {
        return rules.stream()
                .filter(rule -> qualification.equals(rule.grants()))
                .map(PolicyRule::level)
                .distinct()
                .sorted(Comparator.comparingInt(level -> level.equals("国家") ? 0 : 1))
                .toList();
    }

    /** In force on the day; else the last that was; one that has not begun is not used yet. */
    private Optional<PolicyRule> edition(String qualification, String level, LocalDate day) {
        List<PolicyRule> begun = rules.stream()
                .filter(rule -> qualification.equals(rule.grants()) && level.equals(rule.level()))
                .filter(rule -> rule.statusOn(day) != Validity.Status.UPCOMING)
                .sorted(Comparator.comparing(SrdiGrades::begin).reversed())
                .toList();
        return begun.stream()
                .filter(rule -> rule.statusOn(day) == Validity.Status.IN_FORCE)
                .findFirst()
                .or(() -> begun.stream().findFirst());
    }

    private static LocalDate begin(PolicyRule rule) {
        return Objects.requireNonNullElse(rule.validity().from(), LocalDate.MIN);
    }

    private SrdiCheck.SrdiGrade grade(
            PolicyRule rule, String qualification, LocalDate day, Evaluation evaluation, Explainer explainer) {
        int index = Objects.requireNonNull(book.find(rule.id(), rule.edition()));
        List<ConditionResult> entry = new ArrayList<>();
        List<ConditionResult> alternatives = new ArrayList<>();
        for (ConditionResult condition : explainer.conditions(index)) {
            if (hasTable(condition)) {
                parts(condition).filter(part -> !hasTable(part)).forEach(alternatives::add);
            } else {
                entry.add(condition);
            }
        }
        ScoreSheet sheet = explainer.scoreSheet(index);
        return new SrdiCheck.SrdiGrade(
                shelf.idOf(rule),
                rule.id(),
                rule.title(),
                rule.docNumber(),
                rule.level(),
                rule.edition(),
                qualification,
                rule.validity().from(),
                rule.validity().to(),
                rule.statusOn(day),
                rule.validity().note(),
                successor(rule, day),
                rule.verified(),
                evaluation.alreadyHeld(index),
                switch (evaluation.criteria(index)) {
                    case TRUE -> ConditionResult.Outcome.MET;
                    case FALSE -> ConditionResult.Outcome.NOT_MET;
                    case UNKNOWN -> ConditionResult.Outcome.UNKNOWN;
                },
                entry,
                alternatives,
                sheet,
                explainer.missing(index));
    }

    private static Stream<ConditionResult> parts(ConditionResult condition) {
        List<ConditionResult> parts = condition.children();
        return condition.choice() == ConditionResult.Choice.SCORE || parts == null ? Stream.of() : parts.stream();
    }

    private static boolean hasTable(ConditionResult condition) {
        return condition.choice() == ConditionResult.Choice.SCORE
                || parts(condition).anyMatch(SrdiGrades::hasTable);
    }

    private SrdiCheck.@Nullable Successor successor(PolicyRule rule, LocalDate day) {
        String code = rule.validity().supersededBy();
        if (code == null || rule.statusOn(day) != Validity.Status.SUPERSEDED) {
            return null;
        }
        return published(shelf).stream()
                .filter(next -> next.id().equals(code))
                .findFirst()
                .map(next -> new SrdiCheck.Successor(
                        next.id(),
                        next.title(),
                        next.docNumber(),
                        next.validity().from(),
                        !(next.criteria() instanceof Unverified),
                        next.criteria() instanceof Unverified unverified ? unverified.reason() : null))
                .orElse(null);
    }

    private static List<PolicyRule> published(Library.Shelf shelf) {
        List<PolicyRule> policies = new ArrayList<>();
        for (int i = 0; i < shelf.book().size(); i++) {
            EligibilityRule rule = shelf.book().rule(i);
            if (rule instanceof PolicyRule policy) {
                policies.add(policy);
            }
        }
        return policies;
    }

    /** Open facts of grades that are not decided, those that most of them wait for first, then in the order in which they were met. */
    private static List<FactRef> next(List<SrdiCheck.SrdiGrade> grades) {
        Map<FactRef, Integer> waiting = new LinkedHashMap<>();
        grades.forEach(grade -> {
            grade.missing().forEach(fact -> waiting.merge(fact, 1, Integer::sum));
            ScoreSheet sheet = grade.sheet();
            if (sheet != null && !sheet.surelyPasses()) {
                sheet.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .flatMap(item -> item.missing().stream())
                        .filter(fact -> !grade.missing().contains(fact))
                        .distinct()
                        .forEach(fact -> waiting.merge(fact, 1, Integer::sum));
            }
        });
        return waiting.entrySet().stream()
                .sorted(Map.Entry.<FactRef, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
