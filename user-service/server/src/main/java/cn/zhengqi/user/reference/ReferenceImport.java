package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file would do to 基础数据, and everything that is wrong with it. Writes nothing. */
final class ReferenceImport {

    static final int MOST_PROBLEMS = 200;

    private final List<ReferenceRow> added = new ArrayList<>();
    private final List<ReferenceRow> changed = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final int rows;

    private ReferenceImport(int rows) {
        this.rows = rows;
    }

    /** @param number as a spreadsheet counts, with the heading as 1 */
    record Line(int number, ReferenceDraft draft) {}

    record LineProblem(int line, String code, String field, String message) {}

    /**
     * @param problems the first of them
     * @param problemCount how many there are in all; with any of them nothing is written
     */
    record Report(int rows, int added, int changed, int same, int problemCount, List<LineProblem> problems) {}

    /** What stands above may stand further down in the file. */
    static ReferenceImport plan(ReferenceKind kind, List<Line> lines, List<ReferenceRow> there) {
        ReferenceImport plan = new ReferenceImport(lines.size());
        ReferenceRules rules = new ReferenceRules(there);
        Map<String, Integer> seen = new HashMap<>();
        // The shorter code stands above the longer one, and of two divisions that which ends in noughts.
        List<Line> ordered = lines.stream()
                .sorted(Comparator.<Line>comparingInt(
                                line -> line.draft().code().length())
                        .thenComparing(line -> line.draft().code()))
                .toList();
        for (Line line : ordered) {
            String code = line.draft().code();
            Integer before = seen.putIfAbsent(code, line.number());
            if (before != null) {
                plan.wrong(line, "code", "代码与第 " + Math.min(before, line.number()) + " 行重复");
                continue;
            }
            try {
                plan.take(rules, rules.row(kind, line.draft()), line);
            } catch (ProblemException wrong) {
                wrong.fieldErrors().forEach(problem -> plan.wrong(line, problem.field(), problem.message()));
            }
        }
        plan.problems.sort(Comparator.comparingInt(LineProblem::line));
        return plan;
    }

    private void take(ReferenceRules rules, ReferenceRow row, Line line) {
        Optional<ReferenceRow> there = rules.find(row.kind(), row.code());
        if (there.isEmpty()) {
            added.add(row);
            rules.accept(row);
        } else if (there.get().retired()) {
            wrong(line, "code", "代码已停用，请先恢复");
        } else if (!there.get().equals(row)) {
            changed.add(row);
            rules.accept(row);
        }
    }

    private void wrong(Line line, String field, String message) {
        problems.add(new LineProblem(line.number(), line.draft().code(), field, message));
    }

    List<ReferenceRow> added() {
        return added;
    }

    List<ReferenceRow> changed() {
        return changed;
    }

    /** @throws ProblemException REFERENCE_IMPORT_INVALID with the lines */
    void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    UserProblem.REFERENCE_IMPORT_INVALID,
                    "文件中有 " + problems.size() + " 处错误，没有导入任何数据",
                    Map.of("problemCount", problems.size(), "problems", report().problems()));
        }
    }

    Report report() {
        int wrongLines =
                (int) problems.stream().map(LineProblem::line).distinct().count();
        return new Report(
                rows,
                added.size(),
                changed.size(),
                rows - wrongLines - added.size() - changed.size(),
                problems.size(),
                problems.stream().limit(MOST_PROBLEMS).toList());
    }
}
