package cn.zhengqi.ops.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@link EvaluationFigures} as visitors read them. Of fewer than {@value #FEWEST} evaluations nothing is told but how many: an average of two is what two enterprises said.
 */
public record PublishedFigures(PublishedRow all, List<PublishedRow> institutions) {

    static final int FEWEST = 3;

    public PublishedFigures {
        institutions = List.copyOf(institutions);
    }

    /**
     * @param institutionId null for all, and for the review of claims, which no institution does alone; so the name
     * @param few too few to be told of, or they would tell of others that are; all but {@code given} is absent then
     * @param average from 1 to 5
     * @param satisfiedShare percent
     * @param remedied of those who were dissatisfied: what was done about it was found good
     * @param remediedShare 差评处理率, percent; absent also where nobody was dissatisfied
     */
    public record PublishedRow(
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            long given,
            boolean few,
            @Nullable BigDecimal average,
            @Nullable BigDecimal satisfiedShare,
            @Nullable Long dissatisfied,
            @Nullable Long remedied,
            @Nullable BigDecimal remediedShare) {

        static PublishedRow of(EvaluationFigures.Row row, boolean few) {
            return few
                    ? new PublishedRow(
                            row.institutionId(), row.institutionName(), row.given(), true, null, null, null, null, null)
                    : new PublishedRow(
                            row.institutionId(),
                            row.institutionName(),
                            row.given(),
                            false,
                            row.average(),
                            row.satisfiedShare(),
                            row.dissatisfied(),
                            row.remedied(),
                            row.remediedShare());
        }
    }

    static PublishedFigures of(EvaluationFigures figures) {
        Set<EvaluationFigures.Row> covered = covered(figures.institutions());
        return new PublishedFigures(
                PublishedRow.of(figures.all(), isFew(figures.all().given())),
                figures.institutions().stream()
                        .map(row -> PublishedRow.of(row, covered.contains(row)))
                        .toList());
    }

    /** What is taken from the figures of all is those that are covered, together: where these are too few as well the next smallest is covered with them. */
    private static Set<EvaluationFigures.Row> covered(List<EvaluationFigures.Row> rows) {
        Set<EvaluationFigures.Row> covered = new HashSet<>();
        long together = 0;
        for (EvaluationFigures.Row row : rows.stream()
                .sorted(Comparator.comparingLong(EvaluationFigures.Row::given))
                .toList()) {
            if (isFew(row.given()) || isFew(together) && together > 0) {
                covered.add(row);
                together += row.given();
            }
        }
        return covered;
    }

    private static boolean isFew(long given) {
        return given > 0 && given < FEWEST;
    }
}
