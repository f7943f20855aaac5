package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of rules ready to be evaluated. Immutable and thread-safe. */
public final class RuleBook {

    private final FactDictionary facts;
    private final List<CompiledRule> rules;
    private final Map<String, Integer> byId = new HashMap<>();
    private final FlatConditions conditions;
    private final RuleColumns columns;
    private final FactRefs refs;
    private final int phraseCount;

    /** @param phraseCount how many different criteria its rules have */
    RuleBook(FactDictionary facts, List<CompiledRule> rules, FlatConditions conditions, int phraseCount) {
        this.facts = facts;
        this.rules = rules;
        this.conditions = conditions;
        this.phraseCount = phraseCount;
        columns = new RuleColumns(facts, rules);
        refs = new FactRefs(facts);
        for (int i = 0; i < rules.size(); i++) {
            EligibilityRule rule = rule(i);
            if (byId.putIfAbsent(key(rule.id(), rule.edition()), i) != null) {
                throw new IllegalArgumentException("Two rules are " + rule.id() + " " + rule.edition());
            }
        }
    }

    /**
     * Compiles rules for the standard fact dictionary.
     *
     * @throws IllegalArgumentException when a rule names an unknown fact, compares it with what it cannot be compared with, or
     *     two are the same edition; the message names the rule
     */
    public static RuleBook of(List<? extends EligibilityRule> rules) {
        return of(FactDictionary.standard(), rules);
    }

    public static RuleBook of(FactDictionary facts, List<? extends EligibilityRule> rules) {
        return new RuleCompiler(facts).compile(rules);
    }

    /** Evaluates every condition of every rule for one enterprise. */
    public Evaluation evaluate(FactVector vector) {
        Evaluation evaluation = new Evaluation(this);
        evaluation.run(vector);
        return evaluation;
    }

    /** An evaluation to be used again and again by one thread, for bulk runs. */
    public Evaluation scratch() {
        return new Evaluation(this);
    }

    public FactDictionary facts() {
        return facts;
    }

    public int size() {
        return rules.size();
    }

    public EligibilityRule rule(int index) {
        return rules.get(index).rule();
    }

    /** The position of an edition, or null. */
    public @Nullable Integer find(String id, String edition) {
        return byId.get(key(id, edition));
    }

    /** How many different comparisons its rules make; each is evaluated once per enterprise. */
    public int comparisonCount() {
        return conditions.comparisonCount();
    }

    CompiledRule compiled(int index) {
        return rules.get(index);
    }

    FlatConditions conditions() {
        return conditions;
    }

    RuleColumns columns() {
        return columns;
    }

    FactRefs refs() {
        return refs;
    }

    int phraseCount() {
        return phraseCount;
    }

    private static String key(String id, String edition) {
        return id + "\n" + edition;
    }
}
