package cn.zhengqi.message.sms;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Texts are handed over side by side: a provider takes up to some tenths of a second for each, and a hundred thousand may wait. There are fewer lanes than connections to the database, so
 * that pages are not held up by them.
 */
public final class Lanes {

    private static final int MANY = 4;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Each of them once, by whichever lane is free; returns when all are done. What fails in one lane is thrown when the others are done. */
    public <T> void each(Collection<T> all, Consumer<T> action) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
        inEach(() -> {
            for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                action.accept(next);
            }
        });
    }

    /** The same in each lane, which takes for itself what there is; returns when all have come back. */
    void inEach(Runnable lane) {
        Callable<Object> task = Executors.callable(lane);
        try {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> task).limit(MANY).toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lane of text messages", e.getCause());
        }
    }
}
