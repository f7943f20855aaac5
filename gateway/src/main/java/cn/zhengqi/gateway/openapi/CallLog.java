package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells auth-service what was asked with which key: in batches, after the answer. What it does not take is told again with the next batch; what there is no room for
 * any more is lost, and said in the log. No request waits for it.
 */
@Component
class CallLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private static final int ROOM = 5_000;
    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final KeyDirectory directory;
    private final BlockingQueue<OpenApiKeys.Call> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Disposable.Swap telling = Disposables.swap();
    private volatile boolean running;

    CallLog(KeyDirectory directory) {
        this.directory = directory;
    }

    void add(OpenApiKeys.Call call) {
        if (!waiting.offer(call)) {
            LOG.warn("A call of the open interface is not on record: {} {} {}", call.key(), call.method(), call.path());
        }
    }

    @Override
    public void start() {
        running = true;
        telling.update(Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> tell())
                .subscribe());
    }

    @Override
    public void stop() {
        running = false;
        telling.dispose();
        tell().block(Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Mono<Void> tell() {
        List<OpenApiKeys.Call> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        return batch.isEmpty()
                ? Mono.empty()
                : directory.tell(batch).onErrorResume(failure -> {
                    LOG.warn("{} calls of the open interface wait to be told: {}", batch.size(), failure.toString());
                    batch.forEach(this::add);
                    return Mono.empty();
                });
    }
}
