package cn.zhengqi.finance.upload;

import cn.zhengqi.data.files.UnusedFiles;
import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Papers and photos that people upload before something names them: {@link Uploads} by the rules that all kinds of them have here. Their rows, what names them and who
 * opens them are the affair of each kind.
 */
@Component
public class Papers {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Those that nothing names. */
    public static final Period KEPT_UNUSED = Period.ofDays(7);

    private final Uploads uploads;
    private final Clock clock;

    Papers(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * @param mostUnused that one person may have uploaded and nothing names: some tries, but no store of their own
     * @param unused by which those of the person are counted
     * @param store writes its row, and the record of it
     * @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty
     */
    public <T> T put(
            UUID account,
            @Nullable String name,
            byte[] bytes,
            int mostUnused,
            UnusedFiles unused,
            Function<Uploads.Uploaded, T> store) {
        UploadRules rules = new UploadRules(
                MAX_BYTES,
                mostUnused,
                false,
                () -> new ProblemException(FinanceProblem.FILE_TOO_LARGE),
                () -> new ProblemException(FinanceProblem.FILE_TYPE_NOT_ALLOWED),
                () -> new ProblemException(FinanceProblem.TOO_MANY_FILES));
        return uploads.put(account, name, bytes, rules, unused, store);
    }

    /**
     * @param row removes its row, and says so on record; gives its key in the store
     * @throws ProblemException NOT_FOUND where there is none
     */
    public void takeBack(Supplier<Optional<String>> row) {
        uploads.takeBack(row);
    }

    /**
     * Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects.
     *
     * @param rows removes those that were uploaded before then and that nothing names; gives their keys in the store
     */
    public void removeUnused(Function<Instant, List<String>> rows) {
        uploads.removed(rows.apply(clock.instant().minus(KEPT_UNUSED)));
    }

    public Resource bytes(String objectKey) {
        return uploads.bytes(objectKey);
    }
}
