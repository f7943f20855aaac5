package cn.zhengqi.ops.export;

import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes the files, one at a time in each copy of the service, beside its other scheduled work. */
@Component
class ExportWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ExportQueue queue;
    private final Askers askers;
    private final ExportSecrets secrets;
    private final Map<ExportKind, ExportSource> sources;
    private final Clock clock;
    private final Semaphore free = new Semaphore(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("export-jobs").daemon().factory());

    ExportWorker(ExportQueue queue, Askers askers, ExportSecrets secrets, List<ExportSource> sources, Clock clock) {
        this.queue = queue;
        this.askers = askers;
        this.secrets = secrets;
        this.sources = sources.stream().collect(Collectors.toMap(ExportSource::kind, Function.identity()));
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${zhengqi.export-jobs.look:PT2S}",
            initialDelayString = "${zhengqi.export-jobs.look:PT2S}")
    void look() {
        if (free.tryAcquire()) {
            thread.execute(this::workAll);
        }
    }

    private void workAll() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = work();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Exports were not looked for; the next look does it", failure);
        } finally {
            free.release();
        }
    }

    /** @return whether there was a job */
    boolean work() {
        Optional<ExportAttempt.Claimed> claimed = queue.claim();
        claimed.ifPresent(job -> {
            ExportAttempt attempt = queue.attempt(job);
            try {
                write(job, attempt);
            } catch (ExportAttempt.NotMine over) {
                LOG.info("{}", over.getMessage());
            } catch (RuntimeException failure) {
                LOG.warn("Export {} broke off at attempt {}", job.id(), job.attempt(), failure);
                attempt.putOff(PAUSE);
            }
        });
        return claimed.isPresent();
    }

    private void write(ExportAttempt.Claimed job, ExportAttempt attempt) {
        if (job.attempt() > MOST_ATTEMPTS) {
            attempt.failed("多次写出中断，请缩小查询范围后重新申请");
            return;
        }
        CurrentUser reader = askers.now(job);
        if (!reader.has(job.kind().permission())) {
            attempt.failed("申请人已没有查看" + job.kind().title() + "的权限");
            return;
        }
        String key = secrets.newKey();
        PartStream file = new PartStream(attempt, secrets.sealerOf(key));
        Objects.requireNonNull(sources.get(job.kind()))
                .write(job.filter(), reader, clock.instant(), file, attempt::row);
        file.close();
        attempt.done(file.bytes(), key);
    }

    /** What is broken off here is taken up by another copy, or by this one when it is back. */
    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
