package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Combination;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an {@link Evaluation} condition by condition, rule by rule as asked. What rules say alike is told once per enterprise,
 * and what does not depend on the enterprise was made when the rules were compiled ({@link Wording}).
 */
public final class Explainer {

    private final Evaluation evaluation;
    private final FactWords facts;
    private final MissingFacts missing;
    private final ScoreExplainer scores;
    private final @Nullable ConditionResult[] told;

    public Explainer(Evaluation evaluation) {
        this.evaluation = evaluation;
        facts = new FactWords(evaluation.vector(), evaluation.book().refs());
        missing = new MissingFacts(evaluation, facts);
        scores = new ScoreExplainer(evaluation, missing, this::gapText);
        told = new ConditionResult[evaluation.book().sharedCount()];
    }

    /** The conditions that all have to hold, each with its parts. */
    public List<ConditionResult> conditions(int rule) {
        Node[] top = evaluation.book().top(rule);
        // Most rules have one or two conditions, for which a list needs no array.
        if (top.length == 1) {
            return List.of(explain(top[0]));
        }
        if (top.length == 2) {
            return List.of(explain(top[0]), explain(top[1]));
        }
        ConditionResult[] conditions = new ConditionResult[top.length];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = explain(top[i]);
        }
        return Arrays.asList(conditions);
    }

    /** The facts whose filling in could decide a rule that is unknown; empty for one that is decided. */
    public List<FactRef> missing(int rule) {
        return missing.of(evaluation.book().root(rule));
    }

    /** The same, given what is told of its conditions. */
    public List<FactRef> missing(int rule, List<ConditionResult> conditions) {
        return conditions.size() == 1 ? conditions.getFirst().missingFacts() : missing(rule);
    }

    /** What the enterprise has, null while it is not known. */
    public @Nullable String actual(String fact) {
        return facts.actual(evaluation.vector().dictionary().slot(fact));
    }

    /** What the enterprise could fill in to make a fact known. */
    public List<FactRef> toFill(String fact) {
        return facts.missing(evaluation.vector().dictionary().slot(fact)).refs();
    }

    /** Qualifications that the rule asks for and the enterprise does not hold, any of which would be a step towards it. */
    public List<String> missingQualifications(int rule) {
        return evaluation.book().columns().asksForQualifications[rule]
                ? qualifications(evaluation.book().root(rule))
                : List.of();
    }

    /** The first scoring table of a rule, line by line; null for a rule without one. */
    public @Nullable ScoreSheet scoreSheet(int rule) {
        return scoreSheet(evaluation.book().root(rule));
    }

    private @Nullable ScoreSheet scoreSheet(Node node) {
        if (node.words() instanceof ScoreWords words) {
            return new ScoreSheets(evaluation, missing, this::gapText).tell(node, words);
        }
        for (Node part : node.part) {
            ScoreSheet sheet = scoreSheet(part);
            if (sheet != null) {
                return sheet;
            }
        }
        return null;
    }

    private List<String> qualifications(Node node) {
        if (!node.asksForQualifications() || evaluation.code(node) != Truth.NO) {
            return List.of();
        }
        List<String> missing = node.qualifications();
        for (Node part : node.part) {
            List<String> more = qualifications(part);
            missing = missing.isEmpty() || more.isEmpty() ? (missing.isEmpty() ? more : missing) : union(missing, more);
        }
        return missing;
    }

    private static List<String> union(List<String> some, List<String> more) {
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(more);
        return List.copyOf(union);
    }

    private ConditionResult explain(Node node) {
        if (node.shared == Node.NONE) {
            return tell(node);
        }
        ConditionResult known = told[node.shared];
        if (known == null) {
            known = tell(node);
            told[node.shared] = known;
        }
        return known;
    }

    private ConditionResult tell(Node node) {
        // Most conditions compare, and so need no call whose target cannot be foreseen.
        return node.words() instanceof ComparisonWords comparison
                ? comparison(node, comparison)
                : node.words().tell(node, this);
    }

    /** How far a condition that is not met is from being met. */
    private @Nullable String gapText(Node node) {
        // Nobody else asks for it, so the rest need not be told.
        return node.shared == Node.NONE && node.words() instanceof ComparisonWords comparison
                ? comparison.gapText(facts)
                : explain(node).gapText();
    }

    ConditionResult comparison(Node node, ComparisonWords words) {
        return words.tell(evaluation.code(node), facts);
    }

    ConditionResult score(Node node, ScoreWords words) {
        return scores.explain(node, words);
    }

    ConditionResult unchecked(Node node, UncheckedWords words) {
        return new ConditionResult(words.asked(), evaluation.told(node), null, null, words.reason(), List.of(), null);
    }

    private @Nullable String firstMet(Node node) {
        if (evaluation.code(node) != Truth.YES) {
            return null;
        }
        for (Node part : node.part) {
            if (evaluation.code(part) == Truth.YES) {
                return part.words().named();
            }
        }
        return null;
    }

    ConditionResult combination(Node node, CombinedWords words) {
        ConditionResult[] children = new ConditionResult[node.part.length];
        for (int i = 0; i < children.length; i++) {
            children[i] = explain(node.part[i]);
        }
        Choice choice = words.choice();
        return new ConditionResult(
                words.asked(children),
                evaluation.told(node),
                null,
                null,
                evaluation.code(node) == Truth.NO ? gapOf(node, children, choice) : null,
                missing.of(node),
                new Combination(choice, choice == Choice.ANY ? firstMet(node) : null, null, Arrays.asList(children)));
    }

    /** Of alternatives only those are told that the enterprise can do something about, where there are any. */
    private String gapOf(Node node, ConditionResult[] children, Choice choice) {
        String between = choice == Choice.ALL ? "；" : "；或 ";
        String only = "";
        String @Nullable [] gaps = null;
        int count = 0;
        boolean hope = choice == Choice.ALL;
        for (int i = 0; i < children.length; i++) {
            String gap = children[i].gapText();
            if (gap != null && children[i].outcome() == Outcome.NOT_MET) {
                boolean closable = choice == Choice.ALL || evaluation.closable(node.part[i]);
                if (closable && !hope) {
                    hope = true;
                    count = 0;
                }
                if (closable == hope) {
                    if (count == 0) {
                        only = gap;
                    } else {
                        if (gaps == null) {
                            gaps = new String[children.length];
                        }
                        gaps[0] = only;
                        gaps[count] = gap;
                    }
                    count++;
                }
            }
        }
        if (gaps == null || count < 2) {
            return only;
        }
        return String.join(between, count == gaps.length ? gaps : Arrays.copyOf(gaps, count));
    }

    ConditionResult banded(Node node, BandedWords words) {
        ConditionResult[] children = new ConditionResult[node.part.length];
        int count = 0;
        ConditionResult applied = null;
        String chosen = null;
        for (int i = 0; i < node.part.length; i++) {
            Truth applies = evaluation.guard(node, i);
            if (applies != Truth.FALSE) {
                ConditionResult child = called(words.ofBand(i), node.part[i]);
                children[count++] = child;
                if (applies == Truth.TRUE) {
                    chosen = words.band(i);
                    applied = child;
                }
            }
        }
        String basis = basis(words.slot);
        return new ConditionResult(
                applied == null
                        ? words.asked()
                        : applied.asked().called(words.asked().label()),
                evaluation.told(node),
                applied == null ? basis : applied.actual(),
                applied == null ? null : applied.gap(),
                gapOfBand(node, applied, basis),
                missing.of(node),
                new Combination(
                        Choice.BAND,
                        chosen == null ? null : chosen + "（" + basis + "）",
                        null,
                        Arrays.asList(count == children.length ? children : Arrays.copyOf(children, count))));
    }

    /** What chooses the band, as far as it is known. */
    private String basis(int slot) {
        return facts.actual(slot) == null ? facts.start(slot) + "未知" : facts.start(slot);
    }

    private @Nullable String gapOfBand(Node node, @Nullable ConditionResult applied, String basis) {
        if (evaluation.code(node) != Truth.NO) {
            return null;
        }
        return applied == null ? basis + "，没有适用的档次" : applied.gapText();
    }

    /** @param asked what it asks where nothing in it is in doubt, under the name by which it is told */
    private ConditionResult called(Requirement asked, Node node) {
        if (node.shared == Node.NONE && node.words() instanceof ComparisonWords comparison) {
            return comparison.tell(evaluation.code(node), asked, facts);
        }
        return explain(node).called(asked.label());
    }
}
