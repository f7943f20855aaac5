package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of rules ready to be evaluated. Immutable and thread-safe. */
public final class RuleBook {

    private final FactDictionary facts;
    private final EligibilityRule[] rules;
    private final Map<String, Integer> byId = new HashMap<>();
    private final FlatConditions conditions;
    private final RuleColumns columns;
    private final FactRefs refs;
    private final Node[] roots;
    private final Node[][] tops;
    private final int half;
    private final int sharedCount;

    /**
     * @param half the position of the rule with which the second half of the conditions begins
     * @param sharedCount how many different criteria stand at several places
     */
    RuleBook(FactDictionary facts, List<CompiledRule> rules, FlatConditions conditions, int half, int sharedCount) {
        this.facts = facts;
        this.rules = rules.stream().map(CompiledRule::rule).toArray(EligibilityRule[]::new);
        this.conditions = conditions;
        this.half = half;
        this.sharedCount = sharedCount;
        columns = new RuleColumns(facts, rules);
        refs = new FactRefs(facts);
        roots = rules.stream().map(CompiledRule::root).toArray(Node[]::new);
        tops = rules.stream().map(rule -> rule.top().toArray(Node[]::new)).toArray(Node[][]::new);
        for (int i = 0; i < size(); i++) {
            EligibilityRule rule = rule(i);
            if (byId.putIfAbsent(key(rule.id(), rule.edition()), i) != null) {
                throw new IllegalArgumentException("Two rules are " + rule.id() + " " + rule.edition());
            }
        }
    }

    /**
     * Compiles rules for the fact dictionary in force.
     *
     * @throws IllegalArgumentException when a rule names an unknown fact, compares it with what it cannot be compared with, or
     *     two are the same edition; the message names the rule
     */
    public static RuleBook of(List<? extends EligibilityRule> rules) {
        return of(FactDictionary.inForce(), rules);
    }

    public static RuleBook of(FactDictionary facts, List<? extends EligibilityRule> rules) {
        return new RuleCompiler(facts).compile(rules);
    }

    /** Evaluates every condition of every rule for one enterprise. */
    public Evaluation evaluate(FactVector vector) {
        Evaluation evaluation = begin(vector);
        evaluation.run();
        return evaluation;
    }

    /** An evaluation that is to be run yet, as a whole or in halves. */
    public Evaluation begin(FactVector vector) {
        return new Evaluation(this, vector);
    }

    /** An evaluation to be used again and again by one thread, for bulk runs. */
    public Evaluation scratch() {
        return new Evaluation(this);
    }

    public FactDictionary facts() {
        return facts;
    }

    public int size() {
        return rules.length;
    }

    /** The position of the rule with which the second half of all conditions begins. */
    public int half() {
        return half;
    }

    public EligibilityRule rule(int index) {
        return rules[index];
    }

    /** The position of an edition, or null. */
    public @Nullable Integer find(String id, String edition) {
        return byId.get(key(id, edition));
    }

    /** How many different comparisons its rules make; each is evaluated once per enterprise. */
    public int comparisonCount() {
        return conditions.comparisonCount();
    }

    Node root(int rule) {
        return roots[rule];
    }

    /** The conditions that all have to hold. */
    Node[] top(int rule) {
        return tops[rule];
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

    int sharedCount() {
        return sharedCount;
    }

    private static String key(String id, String edition) {
        return id + "\n" + edition;
    }
}
