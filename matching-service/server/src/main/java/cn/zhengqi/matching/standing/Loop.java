package cn.zhengqi.matching.standing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works for as long as there is work, is woken when there may be some, and looks for itself now and then. What fails is tried again. */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final String name;
    private final Duration look;
    private final BooleanSupplier work;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param look how long it waits at most before it looks for work
     * @param work does some of it; false: there was none
     */
    public Loop(String name, Duration look, BooleanSupplier work) {
        this.name = name;
        this.look = look;
        this.work = work;
    }

    public void wake() {
        woken.release();
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** What is in hand is finished. */
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            wake();
            try {
                working.join(FAREWELL);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean failing = false;
        while (running) {
            try {
                woken.drainPermits();
                while (running && work.getAsBoolean()) {
                    // There may be more.
                }
                failing = false;
                rest(look);
            } catch (RuntimeException failure) {
                if (running && !failing) {
                    LOG.warn("{} goes on in a moment", name, failure);
                }
                failing = true;
                rest(PAUSE);
            }
        }
    }

    private void rest(Duration most) {
        try {
            boolean ended = woken.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("{} looks for work, woken: {}", name, ended);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
