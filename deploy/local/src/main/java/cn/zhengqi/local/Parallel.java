package cn.zhengqi.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does the same to many things at once and reports every failure, not only the first. */
final class Parallel {

    private Parallel() {}

    static <T> void each(List<T> items, Consumer<T> action) {
        atMost(Integer.MAX_VALUE, items, action);
    }

    /** Begins with them in their order. */
    static <T> void atMost(int limit, List<T> items, Consumer<T> action) {
        var permits = new Semaphore(limit);
        var failures = new ArrayList<Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<?>>();
            for (var item : items) {
                permits.acquireUninterruptibly();
                futures.add(threads.submit(() -> {
                    try {
                        action.accept(item);
                    } finally {
                        permits.release();
                    }
                }));
            }
            for (var future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause() == null ? e : e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LauncherException("interrupted", e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new LauncherException(
                    failures.stream()
                            .map(String::valueOf)
                            .map(Parallel::withoutType)
                            .collect(Collectors.joining("\n")),
                    failures.getFirst());
        }
    }

    private static String withoutType(String failure) {
        return failure.replaceFirst("^cn\\.zhengqi\\.[\\w.]+Exception: ", "");
    }
}
