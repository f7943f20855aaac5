package cn.zhengqi.matching.check;

import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scoring tables of rules that ask for a score as one figure. A match takes the figure that the enterprise was told; a self-check reckons it, item by item
 * ({@code scoring_tables.jsonl}).
 */
final class ScoringTables {

    private static final List<Table> TABLES = load();

    private ScoringTables() {}

    /**
     * One table.
     *
     * @param policy code of the policy
     * @param edition of which it is
     * @param fact the figure that it gives
     */
    record Table(String policy, String edition, String fact, Criterion score) {}

    static List<Table> all() {
        return TABLES;
    }

    /** The same rule with its table in place of the figure; as it is where it has none. */
    static PolicyRule spelledOut(PolicyRule rule) {
        return TABLES.stream()
                .filter(table ->
                        table.policy().equals(rule.id()) && table.edition().equals(rule.edition()))
                .findFirst()
                .map(table -> rule.asking(replaced(rule.criteria(), table)))
                .orElse(rule);
    }

    private static Criterion replaced(Criterion criterion, Table table) {
        return switch (criterion) {
            case Comparison comparison -> comparison.fact().equals(table.fact()) ? table.score() : comparison;
            case AllOf all -> new AllOf(all.label(), all.clause(), replaced(all.criteria(), table));
            case AnyOf any -> new AnyOf(any.label(), any.clause(), any.exhaustive(), replaced(any.criteria(), table));
            case AtLeast some -> some;
            case Banded banded -> banded;
            case Score score -> score;
            case Unverified unverified -> unverified;
        };
    }

    private static List<Criterion> replaced(List<Criterion> criteria, Table table) {
        return criteria.stream().map(part -> replaced(part, table)).toList();
    }

    private static List<Table> load() {
        JsonMapper json = JsonMapper.builder().build();
        return ReferenceFiles.lines("scoring_tables.jsonl").stream()
                .map(line -> json.readValue(line, Table.class))
                .toList();
    }
}
