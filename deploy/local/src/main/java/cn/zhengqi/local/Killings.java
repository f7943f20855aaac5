package cn.zhengqi.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills one process of a copy after the other with -9, without a word to it, and starts it again as whoever runs containers would. */
final class Killings {

    private static final int ATTEMPTS = 5;
    private static final int LEAST_PAUSE_MILLIS = 2_000;
    private static final int MOST_PAUSE_MILLIS = 6_000;

    private final Platform platform;
    private final Terminal terminal;
    private final Random dice;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, Integer> killed = new ConcurrentSkipListMap<>();
    private final Set<String> victims;
    private final Ration ration;

    /**
     * @param platform that tells nobody what it starts
     * @param victims names of processes
     * @param ration of orders while one is away
     */
    Killings(Platform platform, Set<String> victims, Ration ration, Terminal terminal, Random dice) {
        this.platform = platform;
        this.victims = victims;
        this.ration = ration;
        this.terminal = terminal;
        this.dice = dice;
    }

    /** Until told that it is enough; everything runs afterwards. */
    void go() {
        try {
            List<String> next = new ArrayList<>();
            while (true) {
                pause();
                if (enough.get()) {
                    return;
                }
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
        enough.set(true);
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
        terminal.step("killed " + process);
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

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(dice.nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
