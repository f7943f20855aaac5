package cn.zhengqi.events;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that a handler could not take, kept with the reason until someone has them tried again. */
public final class DeadLetters {

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
     * Gives the event to its handler again. Nothing happens when it has been handled meanwhile.
     *
     * @throws ProblemException NOT_FOUND for an unknown id
     * @throws RuntimeException of the handler, when it fails again; the letter stays open
     */
    public void replay(UUID id) {
        DeadLetter letter = jdbc.sql("select * from dead_letter where id = ?")
                .param(id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这条死信"));
        CloudEvent event = CloudEvent.parse(letter.payload().getBytes(StandardCharsets.UTF_8));
        EventHandler<?> handler = inbox.handlersOf(event.type()).stream()
                .filter(candidate -> candidate.name().equals(letter.handler()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("处理程序已不存在：" + letter.handler()));
        inbox.handleOnce(handler, event);
        jdbc.sql("update dead_letter set replayed_at = now() where id = ?")
                .param(id)
                .update();
    }

    void add(UUID eventId, String handler, String type, String payload, Throwable error, int attempts) {
        String text = error.toString();
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
