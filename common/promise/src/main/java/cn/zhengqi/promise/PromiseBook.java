package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.promise.Promise.Extension;
import cn.zhengqi.promise.Promise.Span;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of promises. Who changes one locks its row first. */
final class PromiseBook {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PromiseBook(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(Promise it) {
        PromisedCase about = it.about();
        jdbc.sql("""
                        insert into promise (id, kind, case_class, case_id, case_number, about, institution_id, institution_name, town_code,
                            branch_id, branch_name, handler_id, working_days, warn_after, escalate_after, escalate_to, state, ran, started_at, ended_at, warn_at,
                            due_at, escalate_at, told, next_at, reckoned_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::integer[], ?::text[], ?, ?::timestamptz[], ?, ?, ?, ?, ?::timestamptz[], ?, ?, ?)""")
                .params(Arrays.asList(
                        it.id(),
                        about.kind(),
                        about.caseClass(),
                        about.id(),
                        about.number(),
                        about.about(),
                        about.institutionId(),
                        about.institutionName(),
                        about.townCode(),
                        branchId(it),
                        branchName(it),
                        it.handlerId(),
                        it.term().workingDays(),
                        it.term().warnAfter(),
                        it.term().escalateAfter().toArray(Integer[]::new),
                        PromiseTerms.names(it.term().escalateTo()),
                        it.state().name(),
                        ran(it),
                        time(it.spans().getFirst().from()),
                        time(it.endedAt()),
                        time(it.deadlines().warnAt()),
                        time(it.deadlines().dueAt()),
                        times(it.deadlines().escalateAt()),
                        it.told(),
                        time(it.nextAt()),
                        it.reckonedBy()))
                .update();
    }

    void store(Promise it) {
        storeAll(List.of(it));
    }

    /** One trip for all of them. */
    void storeAll(Collection<Promise> changed) {
        batches.batchUpdate("""
                update promise
                set handler_id = ?, branch_id = ?, branch_name = ?, state = ?, ran = ?::timestamptz[], ended_at = ?, warn_at = ?, due_at = ?,
                    escalate_at = ?::timestamptz[], told = ?, next_at = ?, reckoned_by = ?, extended_by = ?, extended_reason = ?,
                    extended_at = ?, former_due_at = ?, set_aside_until = null
                where id = ?""", changed, Math.max(1, changed.size()), (row, it) -> {
            row.setObject(1, it.handlerId());
            row.setObject(2, branchId(it));
            row.setString(3, branchName(it));
            row.setString(4, it.state().name());
            row.setObject(5, ran(it));
            row.setObject(6, time(it.endedAt()));
            row.setObject(7, time(it.deadlines().warnAt()));
            row.setObject(8, time(it.deadlines().dueAt()));
            row.setObject(9, times(it.deadlines().escalateAt()));
            row.setInt(10, it.told());
            row.setObject(11, time(it.nextAt()));
            row.setLong(12, it.reckonedBy());
            Extension more = it.extension();
            row.setObject(13, more == null ? null : more.by(), Types.INTEGER);
            row.setString(14, more == null ? null : more.reason());
            row.setObject(15, more == null ? null : time(more.at()));
            row.setObject(16, more == null ? null : time(more.formerDueAt()));
            row.setObject(17, it.id());
        });
    }

    /** Empty for a case that was closed before there were promises. */
    Optional<Promise> lock(String kind, UUID caseId) {
        return jdbc.sql("select * from promise where kind = ? and case_id = ? for update")
                .params(kind, caseId)
                .query(PromiseBook::promise)
                .optional();
    }

    /** One open promise after the other, in a transaction; none is kept. */
    void eachOpen(Consumer<Promise> receiver) {
        jdbc.sql("select * from promise where ended_at is null")
                .withFetchSize(1000)
                .query(row -> {
                    receiver.accept(promise(row, 0));
                });
    }

    /** Those of whom somebody has to be told now, as many as one step takes, without those that are set aside; what another copy has in hand is left to it. */
    List<UUID> lockDue(Instant now, int most) {
        return jdbc.sql("""
                        select id from promise where next_at <= :now and (set_aside_until is null or set_aside_until <= :now)
                        order by next_at limit :most for update skip locked""")
                .param("now", BusinessTime.at(now))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Open ones whose dates come from another calendar than this one, as {@link #lockDue}. */
    List<UUID> lockOutdated(long calendar, Instant now, int most) {
        return jdbc.sql("""
                        select id from promise where ended_at is null and (reckoned_by < :calendar or reckoned_by > :calendar)
                          and (set_aside_until is null or set_aside_until <= :now)
                        limit :most for update skip locked""")
                .param("calendar", calendar)
                .param("now", BusinessTime.at(now))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that no other copy has in hand, in the order in which somebody has to be told. */
    List<Promise> lock(Collection<UUID> ids) {
        return jdbc.sql("select * from promise where id = any(?) order by next_at for update skip locked")
                .param(ids.toArray(UUID[]::new))
                .query(PromiseBook::promise)
                .list();
    }

    void setAside(UUID id, Instant until) {
        jdbc.sql("update promise set set_aside_until = ? where id = ?")
                .params(BusinessTime.at(until), id)
                .update();
    }

    /** How many could not be judged. */
    long aside() {
        return jdbc.sql("select count(*) from promise where set_aside_until is not null")
                .query(Long.class)
                .single();
    }

    List<Promise> of(String kind, Collection<UUID> cases) {
        return jdbc.sql("select * from promise where kind = ? and case_id = any(?)")
                .params(kind, cases.toArray(UUID[]::new))
                .query(PromiseBook::promise)
                .list();
    }

    /** What became of it that more time was asked, so far as it was not given: by promise, none for those for which nobody asked. */
    Map<UUID, AskedBefore> extensionsAsked(Collection<UUID> promises) {
        if (promises.isEmpty()) {
            return Map.of();
        }
        Map<UUID, AskedBefore> found = new HashMap<>();
        jdbc.sql("""
                        select promise_id, state, working_days, decided_at from promise_extension
                        where promise_id = any(?) and state <> 'APPROVED' order by asked_at""").param(promises.toArray(UUID[]::new)).query(row -> {
            Instant decided = instant(row, "decided_at");
            found.merge(
                    row.getObject("promise_id", UUID.class),
                    decided == null
                            ? AskedBefore.WAITING
                            : AskedBefore.refused(
                                    new PromiseView.NotExtended(row.getInt("working_days"), BusinessTime.at(decided))),
                    AskedBefore::and);
        });
        return found;
    }

    /** Whether anybody was told of it who may still think that it waits for them. */
    boolean somebodyWasCalledTo(UUID promise) {
        return jdbc.sql("""
                        select told > 0 or urged_at is not null
                          or exists (select 1 from promise_extension where promise_id = promise.id)
                        from promise where id = ?""").param(promise).query(Boolean.class).single();
    }

    static Promise promise(ResultSet row, int number) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                new PromisedCase(
                        row.getString("kind"),
                        row.getString("case_class"),
                        row.getObject("case_id", UUID.class),
                        row.getString("case_number"),
                        row.getString("about"),
                        row.getObject("institution_id", UUID.class),
                        row.getString("institution_name"),
                        row.getString("town_code"),
                        branch(row)),
                PromiseTerms.term(row),
                row.getObject("handler_id", UUID.class),
                PromiseState.valueOf(row.getString("state")),
                spans(instants(row.getArray("ran"))),
                instant(row, "ended_at"),
                new Deadlines(instant(row, "warn_at"), instant(row, "due_at"), instants(row.getArray("escalate_at"))),
                row.getInt("told"),
                row.getLong("reckoned_by"),
                extension(row));
    }

    private static @Nullable PromiseBranch branch(ResultSet row) throws SQLException {
        UUID id = row.getObject("branch_id", UUID.class);
        return id == null ? null : new PromiseBranch(id, row.getString("branch_name"));
    }

    private static @Nullable UUID branchId(Promise it) {
        PromiseBranch branch = it.about().branch();
        return branch == null ? null : branch.id();
    }

    private static @Nullable String branchName(Promise it) {
        PromiseBranch branch = it.about().branch();
        return branch == null ? null : branch.name();
    }

    private static @Nullable Extension extension(ResultSet row) throws SQLException {
        Instant at = instant(row, "extended_at");
        return at == null
                ? null
                : new Extension(
                        row.getInt("extended_by"), row.getString("extended_reason"), at, instant(row, "former_due_at"));
    }

    private static List<Span> spans(List<Instant> ran) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < ran.size(); i += 2) {
            spans.add(new Span(ran.get(i), i + 1 < ran.size() ? ran.get(i + 1) : null));
        }
        return spans;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<Instant> instants(Array array) throws SQLException {
        return Stream.of((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : BusinessTime.at(instant);
    }

    private static String[] ran(Promise it) {
        return it.spans().stream()
                .flatMap(span -> span.to() == null ? Stream.of(span.from()) : Stream.of(span.from(), span.to()))
                .map(Instant::toString)
                .toArray(String[]::new);
    }

    private static String[] times(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }
}
