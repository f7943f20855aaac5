package cn.zhengqi.ops.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How satisfied enterprises are: in all and by institution. By first evaluations; what was not evaluated counts nowhere. */
public record EvaluationFigures(Row all, List<Row> institutions) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    public EvaluationFigures {
        institutions = List.copyOf(institutions);
    }

    /** As the database counts. */
    record Counted(
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            long given,
            long points,
            long satisfied,
            long remedied) {

        Counted plus(Counted other) {
            return new Counted(
                    null,
                    null,
                    given + other.given,
                    points + other.points,
                    satisfied + other.satisfied,
                    remedied + other.remedied);
        }

        Row row() {
            long dissatisfied = given - satisfied;
            return new Row(
                    institutionId,
                    institutionName,
                    given,
                    given == 0
                            ? null
                            : BigDecimal.valueOf(points).divide(BigDecimal.valueOf(given), 2, RoundingMode.HALF_UP),
                    satisfied,
                    share(satisfied, given),
                    dissatisfied,
                    remedied,
                    share(remedied, dissatisfied));
        }

        private static @Nullable BigDecimal share(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param institutionId null for all, and for the review of claims, which no institution does alone; so the name
     * @param average from 1 to 5; null without any
     * @param satisfiedShare percent; null without any
     * @param remedied of those who were dissatisfied: what was done about it was found good
     * @param remediedShare 差评处理率, percent; null where nobody was dissatisfied
     */
    public record Row(
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            long given,
            @Nullable BigDecimal average,
            long satisfied,
            @Nullable BigDecimal satisfiedShare,
            long dissatisfied,
            long remedied,
            @Nullable BigDecimal remediedShare) {}

    static EvaluationFigures of(List<Counted> counted) {
        Counted all = counted.stream().reduce(new Counted(null, null, 0, 0, 0, 0), Counted::plus);
        return new EvaluationFigures(
                all.row(), counted.stream().map(Counted::row).toList());
    }
}
