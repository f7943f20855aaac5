package cn.zhengqi.matching.tag;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.web.file.UploadedTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * That one enterprise or policy is to have a tag.
 *
 * @param line where it is asked for, to say what is wrong with it
 * @param code USCC of the enterprise, or code of the policy
 */
record Wish(int line, String tag, String code, @Nullable String note) {

    static final String TAG = "标签名称";
    static final String NOTE = "理由";

    /** As many as one request does at once. */
    static final int MOST = 1_000;

    /** What files that were made for enterprises and policies alike have above their codes. */
    private static final String CODE_OF_EITHER = "统一社会信用代码或政策编号";

    private static final int MOST_PROBLEMS = 200;
    private static final int LONGEST_NOTE = 100;

    private static final UploadedTable.Refusals REFUSALS =
            new UploadedTable.Refusals(CommonProblem.FILE_UNREADABLE, CommonProblem.PAYLOAD_TOO_LARGE);

    Wish {
        code = code.strip().toUpperCase(Locale.ROOT);
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /**
     * Of a file that somebody brings.
     *
     * @param subject what its codes name
     * @throws ProblemException FILE_UNREADABLE, PAYLOAD_TOO_LARGE, FILE_UNPACKS_TOO_LARGE
     */
    static List<Wish> read(TagSubject subject, byte[] file) {
        String code = subject.codeName();
        List<UploadedTable.Line> lines =
                UploadedTable.read(file, List.of(TAG, code), Map.of("标签", TAG, CODE_OF_EITHER, code), REFUSALS);
        if (lines.size() > MOST) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "一次最多导入 " + MOST + " 行");
        }
        return lines.stream()
                .map(line -> new Wish(line.number(), line.cell(TAG).strip(), line.cell(code), line.cell(NOTE)))
                .toList();
    }

    /** Of a list that somebody typed, a line for each. */
    static List<Wish> of(Tag tag, List<String> codes, @Nullable String note) {
        return IntStream.range(0, codes.size())
                .mapToObj(place -> new Wish(place + 1, tag.name(), codes.get(place), note))
                .toList();
    }

    boolean longNote() {
        return note != null && note.length() > LONGEST_NOTE;
    }

    FieldProblem problem(String problem, String words) {
        return new FieldProblem("rows[" + line + "]", problem, "第 " + line + " 行：" + words);
    }

    /** @throws ProblemException TAGGING_FAULTY with each line that is wrong, where there is one */
    static void requireNone(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    MatchingProblem.TAGGING_FAULTY,
                    "有 " + problems.size() + " 处错误，没有保存任何标签："
                            + problems.getFirst().message(),
                    problems.stream().limit(MOST_PROBLEMS).toList(),
                    Map.of("problemCount", problems.size()));
        }
    }
}
