package cn.zhengqi.web.security;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many may be inside at once. Newcomers wait in line, the first come first; who has stepped out for a while comes back before all of them, for they were let
 * in once already. A place that becomes free is handed to the next, so that nobody slips in between.
 */
final class Places {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Turn> line = new ArrayDeque<>();
    private final Queue<Turn> comingBack = new ArrayDeque<>();
    private final int longestLine;
    private final int mostOutside;
    private int free;
    private int outside;

    /**
     * @param inside how many may be inside
     * @param longestLine how many may wait in line
     * @param mostOutside how many may step out at once
     */
    Places(int inside, int longestLine, int mostOutside) {
        this.free = inside;
        this.longestLine = longestLine;
        this.mostOutside = mostOutside;
    }

    private static final class Turn {

        private final Condition called;
        private boolean come;

        private Turn(Condition called) {
            this.called = called;
        }
    }

    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    int outside() {
        lock.lock();
        try {
            return outside;
        } finally {
            lock.unlock();
        }
    }

    /** @return false: the line is full, or it took longer than the patience */
    boolean enter(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0) {
                free--;
                return true;
            }
            if (line.size() >= longestLine) {
                return false;
            }
            Turn turn = new Turn(lock.newCondition());
            line.add(turn);
            return waitInLine(turn, patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private boolean waitInLine(Turn turn, long nanos) throws InterruptedException {
        long left = nanos;
        try {
            while (!turn.come && left > 0) {
                left = turn.called.awaitNanos(left);
            }
        } catch (InterruptedException gone) {
            if (turn.come) {
                handOn();
            }
            line.remove(turn);
            throw gone;
        }
        return turn.come || !line.remove(turn);
    }

    void leave() {
        lock.lock();
        try {
            handOn();
        } finally {
            lock.unlock();
        }
    }

    /** @return false: too many are outside already, and the place is kept */
    boolean stepOut() {
        lock.lock();
        try {
            if (outside == mostOutside) {
                return false;
            }
            outside++;
            handOn();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void comeBack() {
        lock.lock();
        try {
            outside--;
            if (free > 0) {
                free--;
                return;
            }
            Turn turn = new Turn(lock.newCondition());
            comingBack.add(turn);
            while (!turn.come) {
                turn.called.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void handOn() {
        Turn next = comingBack.isEmpty() ? line.poll() : comingBack.poll();
        if (next == null) {
            free++;
        } else {
            next.come = true;
            next.called.signal();
        }
    }
}
