package cn.zhengqi.code;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several people who do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    public static <T> List<T> run(int people, Callable<T> action) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<T>> running = IntStream.range(0, people)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return action.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
