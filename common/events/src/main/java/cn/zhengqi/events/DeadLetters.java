package cn.zhengqi.events;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events that a handler could not take, and messages that nobody could read, kept with the reason until someone has them
 * tried again.
 */
public final class DeadLetters {

    /** Stands for all handlers, where a message could not be read and so nobody knows for whom it was. */
    static final String UNREADABLE = "(unreadable)";

    private static final String BASE64 = "base64:";
    private static final int MAX_ERROR = 4000;

    private final JdbcClient jdbc;
    private final Inbox inbox;

    DeadLetters(JdbcClient jdbc, Inbox inbox) {
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    /** @param attempts deliveries that failed */
    public record DeadLetter(
            UUID id,
            UUID eventId,
            String handler,
            String type,
            String payload,
            String error,
            int attempts,
            OffsetDateTime failedAt,
            @Nullable OffsetDateTime replayedAt) {}

    /** Those not yet replayed, newest first. */
    public Page<DeadLetter> open(PageRequest request) {
        long total = jdbc.sql("select count(*) from dead_letter where replayed_at is null")
                .query(Long.class)
                .single();
        List<DeadLetter> items = jdbc.sql("""
                        select * from dead_letter where replayed_at is null order by failed_at desc, id limit ? offset ?""")
                .params(request.size(), request.offset())
                .query((row, number) -> map(row))
                .list();
        return Page.of(items, total, request);
    }

    /**
     * Gives the event to its handler again. Nothing happens when it has been handled meanwhile. Once it was handled the letter is
     * done: what a handler remembers of its events ends, and a second effect would be counted twice.
     *
     * @return the letter
     * @throws ProblemException NOT_FOUND for an unknown id, STATE_CONFLICT for a letter that was replayed before and for a
     *     message that still cannot be read
     * @throws RuntimeException of the handler, when it fails again; the letter stays open
     */
    public DeadLetter replay(UUID id) {
        DeadLetter letter = jdbc.sql("select * from dead_letter where id = ?")
                .param(id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这条死信"));
        if (letter.replayedAt() != null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "这条死信已经重放过");
        }
        CloudEvent event = read(letter);
        List<EventHandler<?>> handlers = inbox.handlersOf(event.type()).stream()
                .filter(candidate ->
                        letter.handler().equals(UNREADABLE) || candidate.name().equals(letter.handler()))
                .toList();
        if (handlers.isEmpty()) {
            throw ProblemException.notFound("处理程序已不存在：" + letter.handler());
        }
        handlers.forEach(handler -> inbox.handleOnce(handler, event));
        jdbc.sql("update dead_letter set replayed_at = now() where id = ?")
                .param(id)
                .update();
        return letter;
    }

    private static CloudEvent read(DeadLetter letter) {
        String payload = letter.payload();
        try {
            return CloudEvent.parse(
                    payload.startsWith(BASE64)
                            ? Base64.getDecoder().decode(payload.substring(BASE64.length()))
                            : payload.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException unreadable) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "消息无法识别", List.of(), Map.of(), unreadable);
        }
    }

    /**
     * A message that is no event of ours.
     *
     * @param key of the message; the event's id, if an outbox sent it
     * @param what it says it is
     */
    void addUnreadable(@Nullable String key, String what, byte[] body, Throwable error) {
        add(idOf(key, body), UNREADABLE, what, text(body), error, 1);
    }

    private static UUID idOf(@Nullable String key, byte[] body) {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException otherKey) {
            return UUID.nameUUIDFromBytes(body);
        }
    }

    /** As it is where that can be stored and read by people. */
    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean same = text.indexOf('\0') < 0 && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body);
        return same && !text.startsWith(BASE64)
                ? text
                : BASE64 + Base64.getEncoder().encodeToString(body);
    }

    void add(UUID eventId, String handler, String type, String payload, Throwable error, int attempts) {
        String text = error.toString().replace("\0", "\\0");
        jdbc.sql("""
                        insert into dead_letter (id, event_id, handler, type, payload, error, attempts) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (event_id, handler) do update
                        set error = excluded.error, attempts = excluded.attempts, failed_at = now(), replayed_at = null""")
                .params(
                        Ids.next(),
                        eventId,
                        handler,
                        type,
                        payload,
                        text.substring(0, Math.min(text.length(), MAX_ERROR)),
                        attempts)
                .update();
    }

    private static DeadLetter map(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("handler"),
                row.getString("type"),
                row.getString("payload"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("failed_at", OffsetDateTime.class),
                row.getObject("replayed_at", OffsetDateTime.class));
    }
}
