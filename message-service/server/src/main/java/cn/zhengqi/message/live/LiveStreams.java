package cn.zhengqi.message.live;

import cn.zhengqi.message.inbox.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of people on this copy of the service: server-sent events {@code message} and {@code unread}. When the copy stops they end first, and come again to
 * another: the web server waits for every answer under way, and these never end by themselves.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    /** The page connects again with a fresh token after this. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MOST_PER_ACCOUNT = 10;
    private static final int PART = 50;

    private final Messages messages;
    private final Map<UUID, List<OpenPage>> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    LiveStreams(Messages messages) {
        this.messages = messages;
    }

    record Unread(long count) {}

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach((account, pages) -> pages.forEach(page -> drop(account, page)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** @param last number of the last message that the page has seen, or up to which it was told that there is none: what came since is sent first */
    SseEmitter open(UUID account, @Nullable Long last) {
        OpenPage page = new OpenPage(LIFE, last == null ? messages.newest(account) : last);
        page.stream().onCompletion(() -> close(account, page));
        page.stream().onTimeout(page::end);
        page.stream().onError(failure -> close(account, page));
        List<OpenPage> pages = open.compute(account, (key, present) -> {
            List<OpenPage> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(page);
            return list;
        });
        if (pages.size() > MOST_PER_ACCOUNT) {
            drop(account, pages.getFirst());
        }
        if (!running) {
            drop(account, page);
        }
        // Registered before reading, so that nothing falls between what was missed and what comes.
        want(account, page, OpenPage.Work.NEWS);
        return page.stream();
    }

    /** A message came, or was read or deleted: each page gets what it has not had yet, in order, and the number. Waits for no page. */
    void changed(UUID account) {
        List<OpenPage> pages = open.get(account);
        if (pages != null) {
            pages.forEach(page -> want(account, page, OpenPage.Work.NEWS));
        }
    }

    /** For when the channel was silent for a while: nobody misses a message or keeps a stale number. */
    void refreshAll() {
        new ArrayList<>(open.keySet()).forEach(this::changed);
    }

    /**
     * Keeps proxies from closing silent streams, and finds the pages that are gone. One that has not moved since the last beat
     * reads nothing: it is dropped, and comes back when it can.
     */
    void beat() {
        open.forEach((account, pages) -> pages.forEach(page -> {
            if (page.isStuck()) {
                drop(account, page);
            } else {
                want(account, page, OpenPage.Work.BEAT);
            }
        }));
    }

    boolean isOpen(UUID account) {
        return open.containsKey(account);
    }

    private void want(UUID account, OpenPage page, OpenPage.Work work) {
        if (page.want(work)) {
            Thread.ofVirtual().name("page").start(() -> write(account, page));
        }
    }

    private void write(UUID account, OpenPage page) {
        try {
            page.write(it -> bringUpToDate(account, it));
        } catch (IOException | IllegalStateException gone) {
            close(account, page);
        } catch (RuntimeException failure) {
            log.warn("A page was not brought up to date and has to come again: {}", failure.toString());
            close(account, page);
            page.stream().complete();
        }
    }

    /** Two changes at once: the number is counted in the turn in which it is sent, so the last one sent is the newest. */
    private void bringUpToDate(UUID account, OpenPage page) throws IOException {
        List<Messages.Numbered> part;
        do {
            part = messages.since(account, page.seen(), PART);
            for (Messages.Numbered it : part) {
                page.send(SseEmitter.event()
                        .id(Long.toString(it.number()))
                        .name("message")
                        .data(it.message()));
                page.hasSeen(it.number());
            }
        } while (part.size() == PART && !page.isOver());
        // A page that has had no message yet learns by this where it stands, and goes on from there when it comes back.
        page.send(SseEmitter.event()
                .id(Long.toString(page.seen()))
                .name("unread")
                .data(new Unread(messages.unread(account))));
    }

    private void drop(UUID account, OpenPage page) {
        close(account, page);
        page.end();
    }

    private void close(UUID account, OpenPage page) {
        open.computeIfPresent(account, (key, pages) -> {
            pages.remove(page);
            return pages.isEmpty() ? null : pages;
        });
    }
}
