package cn.zhengqi.web.file;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * So many megabytes of files are in memory at once. What is being received lies on the disk and weighs nothing: a handler asks here when the file has come and
 * the caller may hand it in, and reads it then.
 */
public final class FilesInMemory {

    private static final long MEGABYTE = 1024L * 1024;

    private final Semaphore free;
    private final int megabytes;
    private final Duration patience;

    /**
     * @param megabytes in memory at once; a file that is larger has to be there alone
     * @param patience how long one waits for another file to be done with
     */
    public FilesInMemory(int megabytes, Duration patience) {
        this.free = new Semaphore(megabytes, true);
        this.megabytes = megabytes;
        this.patience = patience;
    }

    /** What is done with bytes that are read and let go within. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T done() throws IOException;
    }

    /**
     * @param bytes that the work reads
     * @throws ProblemException SERVICE_BUSY when others are not done with theirs in time
     */
    public <T extends @Nullable Object> T during(long bytes, Work<T> work) throws IOException {
        int weight = (int) Math.min(megabytes, Math.ceilDiv(bytes, MEGABYTE));
        if (!taken(weight)) {
            throw new ProblemException(
                    CommonProblem.SERVICE_BUSY, CommonProblem.SERVICE_BUSY.title(), Map.of("retryAfterSeconds", 1));
        }
        try {
            return work.done();
        } finally {
            free.release(weight);
        }
    }

    private boolean taken(int weight) {
        try {
            return free.tryAcquire(weight, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
