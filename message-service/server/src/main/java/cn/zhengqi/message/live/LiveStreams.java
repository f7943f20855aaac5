package cn.zhengqi.message.live;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.MessageView;
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
    private static final int MOST_MISSED = 50;

    private final Messages messages;
    private final Map<UUID, List<SseEmitter>> open = new ConcurrentHashMap<>();

    LiveStreams(Messages messages) {
        this.messages = messages;
    }

    record Unread(long count) {}

    /** @param last id of the last message that the page has seen: what came since is sent first */
    SseEmitter open(UUID account, @Nullable UUID last) {
        SseEmitter stream = new SseEmitter(LIFE.toMillis());
        List<SseEmitter> streams = open.compute(account, (key, present) -> {
            List<SseEmitter> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(stream);
            return list;
        });
        stream.onCompletion(() -> close(account, stream));
        stream.onTimeout(stream::complete);
        stream.onError(failure -> close(account, stream));
        if (streams.size() > MOST_PER_ACCOUNT) {
            streams.getFirst().complete();
        }
        // Registered before reading, so that nothing falls between what was missed and what comes.
        if (last != null) {
            messages.since(account, last, MOST_MISSED).forEach(message -> send(account, stream, message));
        }
        send(account, stream, SseEmitter.event().name("unread").data(new Unread(messages.unread(account))));
        return stream;
    }

    void messageCame(UUID account, UUID message) {
        List<SseEmitter> streams = open.get(account);
        if (streams == null) {
            return;
        }
        try {
            MessageView view = messages.find(account, message);
            streams.forEach(stream -> send(account, stream, view));
        } catch (ProblemException deletedMeanwhile) {
            // The count below is all that is left to tell.
        }
        unreadChanged(account);
    }

    void unreadChanged(UUID account) {
        List<SseEmitter> streams = open.get(account);
        if (streams != null) {
            Unread unread = new Unread(messages.unread(account));
            streams.forEach(stream ->
                    send(account, stream, SseEmitter.event().name("unread").data(unread)));
        }
    }

    /** For when the channel was silent for a while: nobody keeps a stale number. */
    void refreshAll() {
        new ArrayList<>(open.keySet()).forEach(this::unreadChanged);
    }

    /** Keeps proxies from closing silent streams, and finds the pages that are gone. */
    void beat() {
        open.forEach((account, streams) -> streams.forEach(
                stream -> send(account, stream, SseEmitter.event().comment("beat"))));
    }

    private void send(UUID account, SseEmitter stream, MessageView message) {
        send(
                account,
                stream,
                SseEmitter.event().id(message.id().toString()).name("message").data(message));
    }

    private void send(UUID account, SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            close(account, stream);
        }
    }

    private void close(UUID account, SseEmitter stream) {
        open.computeIfPresent(account, (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }
}
