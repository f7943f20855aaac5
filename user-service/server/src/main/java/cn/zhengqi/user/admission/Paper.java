package cn.zhengqi.user.admission;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.file.BarePicture;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.FileName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paper that was handed in. What it is, its first bytes say, never its name or its sender. */
record Paper(String name, String contentType, byte[] bytes) {

    static final int MAX_BYTES = 5 * 1024 * 1024;

    /** @throws ProblemException ADMISSION_FILE_TYPE, ADMISSION_FILE_SIZE */
    static Paper of(@Nullable String given, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refused(UserProblem.ADMISSION_FILE_SIZE);
        }
        FileKind kind = FileKind.of(bytes).orElseThrow(() -> refused(UserProblem.ADMISSION_FILE_TYPE));
        return new Paper(FileName.of(given, kind), kind.contentType(), BarePicture.of(bytes));
    }

    static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("papers", problem.name(), problem.title())),
                Map.of());
    }
}
