package cn.zhengqi.message.live;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A page and the number of the last message that was sent to it. One thread at a time writes to it; who comes meanwhile leaves
 * word and waits for nothing, because the line to a page can stand still.
 */
final class OpenPage {

    /** What there is to write, the first before the second. */
    enum Work {
        NEWS,
        BEAT
    }

    /** Where what is new comes from. */
    @FunctionalInterface
    interface News {
        void sendTo(OpenPage page) throws IOException;
    }

    private final SseEmitter stream;
    private final Set<Work> wanted = EnumSet.noneOf(Work.class);
    private boolean writing;
    private boolean quiet;
    private boolean over;
    private long seen;

    OpenPage(Duration life, long seen) {
        this.stream = new SseEmitter(life.toMillis());
        this.seen = seen;
    }

    SseEmitter stream() {
        return stream;
    }

    /** @return whether a thread has to be started for {@link #write}; otherwise the one that writes does this as well */
    synchronized boolean want(Work work) {
        if (over) {
            return false;
        }
        wanted.add(work);
        boolean start = !writing;
        writing = true;
        return start;
    }

    /** To be asked at each beat: whether something was being written at the last one, and nothing has gone through since. */
    synchronized boolean isStuck() {
        boolean stuck = writing && quiet;
        quiet = true;
        return stuck;
    }

    /** Writes until there is nothing more to write. What it throws ends the page: nobody writes to it again. */
    void write(News news) throws IOException {
        for (Work work = next(); work != null; work = next()) {
            switch (work) {
                case NEWS -> news.sendTo(this);
                case BEAT -> send(SseEmitter.event().comment("beat"));
            }
        }
        if (isOver()) {
            stream.complete();
        }
    }

    private synchronized @Nullable Work next() {
        for (Work work : Work.values()) {
            if (wanted.remove(work)) {
                return work;
            }
        }
        writing = false;
        return null;
    }

    void send(SseEmitter.SseEventBuilder event) throws IOException {
        stream.send(event);
        synchronized (this) {
            quiet = false;
        }
    }

    /** Only for who writes. */
    long seen() {
        return seen;
    }

    /** Only for who writes. */
    void hasSeen(long number) {
        seen = number;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Nothing more is written to it, and it closes: at once, or when what is being written has gone through. Waits for nothing. */
    void end() {
        synchronized (this) {
            over = true;
            wanted.clear();
            if (writing) {
                return;
            }
        }
        stream.complete();
    }
}
