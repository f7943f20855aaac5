package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells auth-service what was asked with which key: in batches, after the answer. What it does not take is told again with the next batch; what there is no room for
 * any more, or no time when the gateway stops, is lost, and said in the log. No request waits for it.
 */
@Component
class CallLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private static final int ROOM = 5_000;
    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Within what a phase of the shutdown may take. */
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(10);

    private final KeyDirectory directory;
    private final BlockingQueue<OpenApiKeys.Call> waiting = new ArrayBlockingQueue<>(ROOM);
    private Sinks.Empty<Void> ending = Sinks.empty();
    private CompletableFuture<@Nullable Void> telling = CompletableFuture.completedFuture(null);
    private volatile boolean running;

    CallLog(KeyDirectory directory) {
        this.directory = directory;
    }

    void add(OpenApiKeys.Call call) {
        if (!waiting.offer(call)) {
            LOG.warn("A call of the open interface is not on record: {} {} {}", call.key(), call.method(), call.path());
        }
    }

    /** Stops after the web server, whose last answers are calls too. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
        ending = Sinks.empty();
        telling = Flux.interval(EVERY)
                .onBackpressureDrop()
                .takeUntilOther(ending.asMono())
                .concatMap(tick -> tellAll())
                .then(Mono.defer(this::tellAll))
                .toFuture();
    }

    @Override
    public void stop() {
        running = false;
        ending.tryEmitEmpty();
        try {
            telling.get(MOST_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notTold) {
            telling.cancel(true);
        } catch (InterruptedException interrupted) {
            telling.cancel(true);
            Thread.currentThread().interrupt();
        }
        if (!waiting.isEmpty()) {
            LOG.warn("{} calls of the open interface are not on record: the gateway stops", waiting.size());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Batch after batch, until nothing waits or one is not taken. */
    private Mono<Void> tellAll() {
        return Mono.defer(this::tell).repeat().takeWhile(told -> told).then();
    }

    /** Whether a batch was taken. */
    private Mono<Boolean> tell() {
        List<OpenApiKeys.Call> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        return batch.isEmpty()
                ? Mono.just(false)
                : directory
                        .tell(batch)
                        .thenReturn(true)
                        .doOnCancel(() -> batch.forEach(this::add))
                        .onErrorResume(failure -> {
                            LOG.warn(
                                    "{} calls of the open interface wait to be told: {}",
                                    batch.size(),
                                    failure.toString());
                            batch.forEach(this::add);
                            return Mono.just(false);
                        });
    }
}
