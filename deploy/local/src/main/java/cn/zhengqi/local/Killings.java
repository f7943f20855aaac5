package cn.zhengqi.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Kills one process of a copy after the other with -9, without a word to it, and starts it again as whoever runs containers would. */
final class Killings {

    private static final int ATTEMPTS = 5;

    /** Until each was hit once. */
    private static final Pause AT_FIRST = new Pause(2_000, 6_000);

    /** From then on: a long run is to show many orders, not many starts of processes. */
    private static final Pause LATER = new Pause(20_000, 40_000);

    private record Pause(int leastMillis, int mostMillis) {

        int millis(Random dice) {
            return dice.nextInt(leastMillis, mostMillis);
        }
    }

    private final Platform platform;
    private final Terminal terminal;
    private final Random dice;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Map<String, Integer> killed = new ConcurrentSkipListMap<>();
    private final Set<String> victims;
    private final Ration ration;
    private final LongSupplier acknowledged;

    /**
     * @param platform that tells nobody what it starts
     * @param victims names of processes
     * @param ration of orders while one is away
     * @param acknowledged orders until now
     */
    Killings(
            Platform platform,
            Set<String> victims,
            Ration ration,
            LongSupplier acknowledged,
            Terminal terminal,
            Random dice) {
        this.platform = platform;
        this.victims = victims;
        this.ration = ration;
        this.acknowledged = acknowledged;
        this.terminal = terminal;
        this.dice = dice;
    }

    /** Until told that it is enough; everything runs afterwards. */
    void go() {
        try {
            List<String> next = new ArrayList<>();
            while (!isEnoughAfter(hitAll() ? LATER : AT_FIRST)) {
                if (next.isEmpty()) {
                    next.addAll(victims);
                    Collections.shuffle(next, dice);
                }
                kill(next.removeLast());
            }
        } finally {
            // Also where one did not come back: the lanes wait for the ration that its return would have given.
            ration.ends();
        }
    }

    void stop() {
        enough.countDown();
    }

    void print() {
        terminal.result("killed with -9: " + killed);
    }

    boolean hitAll() {
        return spared().isEmpty();
    }

    /** The victims that are still to be killed. */
    Set<String> spared() {
        var spared = new TreeSet<>(victims);
        spared.removeAll(killed.keySet());
        return spared;
    }

    private void kill(String process) {
        var pid = platform.pids().get(process);
        if (pid == null) {
            throw new LauncherException(process + " is not there to be killed: it ended by itself");
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        terminal.step("killed %s after %,d orders".formatted(process, acknowledged.getAsLong()));
        ration.begins();
        try {
            bringBack();
            killed.merge(process, 1, Integer::sum);
        } finally {
            ration.begins();
        }
    }

    /** What a killed engine leaves behind, such as children that have not noticed yet, can refuse its successor for a moment. */
    private void bringBack() {
        for (int attempt = 1; ; attempt++) {
            try {
                platform.up(process -> false);
                return;
            } catch (RuntimeException notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private boolean isEnoughAfter(Pause pause) {
        try {
            return enough.await(pause.millis(dice), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whole, also when it is enough: what was killed has to come back all the same. */
    private void pause() {
        try {
            Thread.sleep(AT_FIRST.millis(dice));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LauncherException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LauncherException("interrupted", e);
    }
}
