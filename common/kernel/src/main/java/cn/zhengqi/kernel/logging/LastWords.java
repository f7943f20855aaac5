package cn.zhengqi.kernel.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a thread dies of goes to the log, whose border covers it ({@link CoveringEncoder}), and not to standard error, where nothing stands before it. */
public final class LastWords {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

    private LastWords() {}

    /** Of all threads for which nobody else has said where. */
    public static void goToTheLog() {
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, failure) -> LOG.error("Thread {} died", thread.getName(), failure));
        }
    }
}
