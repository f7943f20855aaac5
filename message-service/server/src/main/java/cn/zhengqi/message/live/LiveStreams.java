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
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages of people on this copy of the service: server-sent events {@code message} and {@code unread}. */
@Component
class LiveStreams {

    /** The page connects again with a fresh token after this. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MOST_PER_ACCOUNT = 10;
    private static final int PART = 50;

    private final Messages messages;
    private final Map<UUID, List<OpenPage>> open = new ConcurrentHashMap<>();

    LiveStreams(Messages messages) {
        this.messages = messages;
    }

    record Unread(long count) {}

    /** A page and the number of the last message that was sent to it. */
    private static final class OpenPage {

        private final SseEmitter stream = new SseEmitter(LIFE.toMillis());
        private long seen;

        OpenPage(long seen) {
            this.seen = seen;
        }
    }

    /** @param last number of the last message that the page has seen: what came since is sent first */
    SseEmitter open(UUID account, @Nullable Long last) {
        OpenPage page = new OpenPage(last == null ? messages.newest(account) : last);
        List<OpenPage> pages = open.compute(account, (key, present) -> {
            List<OpenPage> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(page);
            return list;
        });
        page.stream.onCompletion(() -> close(account, page));
        page.stream.onTimeout(page.stream::complete);
        page.stream.onError(failure -> close(account, page));
        if (pages.size() > MOST_PER_ACCOUNT) {
            pages.getFirst().stream.complete();
        }
        // Registered before reading, so that nothing falls between what was missed and what comes.
        bringUpToDate(account, page);
        return page.stream;
    }

    /** A message came, or was read or deleted: each page gets what it has not had yet, in order, and the number. */
    void changed(UUID account) {
        List<OpenPage> pages = open.get(account);
        if (pages != null) {
            pages.forEach(page -> bringUpToDate(account, page));
        }
    }

    /** For when the channel was silent for a while: nobody misses a message or keeps a stale number. */
    void refreshAll() {
        new ArrayList<>(open.keySet()).forEach(this::changed);
    }

    /** Keeps proxies from closing silent streams, and finds the pages that are gone. */
    void beat() {
        open.forEach((account, pages) ->
                pages.forEach(page -> send(account, page, SseEmitter.event().comment("beat"))));
    }

    /** Two changes at once: the number is counted in the turn in which it is sent, so the last one sent is the newest. */
    private void bringUpToDate(UUID account, OpenPage page) {
        synchronized (page) {
            List<Messages.Numbered> part;
            do {
                part = messages.since(account, page.seen, PART);
                for (Messages.Numbered it : part) {
                    send(
                            account,
                            page,
                            SseEmitter.event()
                                    .id(Long.toString(it.number()))
                                    .name("message")
                                    .data(it.message()));
                    page.seen = it.number();
                }
            } while (part.size() == PART);
            send(account, page, SseEmitter.event().name("unread").data(new Unread(messages.unread(account))));
        }
    }

    private void send(UUID account, OpenPage page, SseEmitter.SseEventBuilder event) {
        try {
            page.stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            close(account, page);
        }
    }

    private void close(UUID account, OpenPage page) {
        open.computeIfPresent(account, (key, pages) -> {
            pages.remove(page);
            return pages.isEmpty() ? null : pages;
        });
    }
}
