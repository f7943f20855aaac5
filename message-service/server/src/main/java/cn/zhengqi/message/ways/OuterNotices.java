package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what goes by other ways than the inbox until it has arrived: held until its hour, gathered for a digest, under way, taken by a provider that will report of it,
 * or ended in vain. What has arrived is not kept.
 */
@Component
class OuterNotices {

    private final JdbcClient jdbc;
    private final Clock clock;

    OuterNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum State {
        /** Until its hour. */
        HELD,
        /** For the digest of a day. */
        DIGEST,
        UNDER_WAY,
        /** By a provider that will report of it. */
        TAKEN,
        FAILED,
        /** It may have gone out. */
        UNCERTAIN
    }

    /**
     * @param ways that are still to be tried, the next one first
     * @param failed by which it has failed for good
     */
    record Row(OuterNotice notice, List<PushChannel> ways, List<PushChannel> failed) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    new OuterNotice(
                            row.getObject("message_id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            MessageKind.valueOf(row.getString("kind")),
                            new Terms(row.getString("code"), row.getBoolean("fixed"), row.getBoolean("urgent"), false),
                            row.getString("we_chat"),
                            row.getString("subscription"),
                            row.getString("sms"),
                            row.getString("link"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("in_inbox")),
                    channels(row, "ways"),
                    channels(row, "failed"));
        }

        private static List<PushChannel> channels(ResultSet row, String column) throws SQLException {
            return Arrays.stream(Preferences.strings(row.getArray(column)))
                    .map(PushChannel::valueOf)
                    .toList();
        }
    }

    void addHeld(OuterNotice notice, List<PushChannel> ways, Instant due) {
        insert(notice, ways, State.HELD, due);
    }

    /** For the digest of a day. */
    void addGathered(OuterNotice notice, List<PushChannel> ways, Instant due) {
        insert(notice, ways, State.DIGEST, due);
    }

    /** What went out as a text message without being here before, and did not arrive. */
    void addUndelivered(OuterNotice notice) {
        insert(notice, List.of(PushChannel.SMS), State.HELD, now());
        jdbc.sql("update outer_notice set failed = '{SMS}', due_at = null, state = 'UNDER_WAY' where message_id = ?")
                .param(notice.message())
                .update();
        finishFailed(notice.message());
    }

    private void insert(OuterNotice notice, List<PushChannel> ways, State state, Instant due) {
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, we_chat, subscription, sms, link, happened_at, fixed, urgent, state, ways, due_at, in_inbox)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        notice.message(),
                        notice.account(),
                        notice.terms().code(),
                        notice.kind().name(),
                        notice.weChat(),
                        notice.subscription(),
                        notice.sms(),
                        notice.link(),
                        BusinessTime.at(notice.at()),
                        notice.terms().fixed(),
                        notice.terms().urgent(),
                        state.name(),
                        names(ways),
                        BusinessTime.at(due),
                        notice.inInbox()))
                .update();
    }

    /** @param until null: it is under way by the first of them now; else it is held until then */
    void setOut(UUID message, List<PushChannel> ways, @Nullable Instant until) {
        jdbc.sql(
                        "update outer_notice set state = ?, ways = ?, due_at = ?, ended_at = null, push_id = null where message_id = ?")
                .params(Arrays.asList(
                        (until == null ? State.UNDER_WAY : State.HELD).name(),
                        names(ways),
                        until == null ? null : BusinessTime.at(until),
                        message))
                .update();
    }

    /** Until the end of the transaction nobody else moves it. */
    Optional<Row> lockUnderWay(UUID message, PushChannel way) {
        return jdbc.sql("""
                        select * from outer_notice where message_id = ? and state = 'UNDER_WAY' and ways[1] = ? for update""").params(message, way.name()).query(Row::read).optional();
    }

    /** Those that a provider reports of under this id. */
    List<UUID> lockReported(UUID push) {
        return jdbc.sql("select message_id from outer_notice where push_id = ? for update")
                .param(push)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The longest held of those whose hour has come and that no other copy of the service has. */
    Optional<Row> lockDue() {
        return jdbc.sql("""
                        select * from outer_notice where state = 'HELD' and due_at <= ?
                        order by due_at limit 1 for update skip locked""").param(BusinessTime.at(now())).query(Row::read).optional();
    }

    Optional<State> lockState(UUID message) {
        return jdbc.sql("select state from outer_notice where message_id = ? for update")
                .param(message)
                .query((row, number) -> State.valueOf(row.getString("state")))
                .optional();
    }

    OuterNotice notice(UUID message) {
        return jdbc.sql("select * from outer_notice where message_id = ?")
                .param(message)
                .query(Row::read)
                .single()
                .notice();
    }

    /** Whose digest is due. */
    Optional<UUID> digestDue(Instant now) {
        return jdbc.sql("""
                        select account_id from outer_notice where state = 'DIGEST' and due_at <= ?
                        order by due_at limit 1""")
                .param(BusinessTime.at(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** What is gathered for a digest that is due, and is not kept any more. Copies that come to the same person wait for each other; the second finds nothing. */
    List<Row> takeGathered(UUID account, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_message_digest'), hashtext(?))")
                .param(account.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
        return jdbc.sql("""
                        delete from outer_notice where account_id = ? and state = 'DIGEST' and due_at <= ? returning *""")
                .params(account, BusinessTime.at(now))
                .query(Row::read)
                .list();
    }

    /** Of these, the messages that their receiver has neither read nor done nor deleted. */
    Set<UUID> unread(UUID account, List<Row> rows) {
        return jdbc.sql("""
                        select id from message where account_id = ? and id = any(?) and read_at is null and done_at is null""")
                .params(
                        account,
                        rows.stream().map(row -> row.notice().message()).toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    void failed(UUID message, Set<PushChannel> ways) {
        jdbc.sql("update outer_notice set failed = ? where message_id = ?")
                .params(names(ways), message)
                .update();
    }

    /** A provider reported that it could not bring what it took; under its push stands what it said. */
    void textFailed(UUID message) {
        jdbc.sql("""
                        update outer_notice set failed = array(select distinct unnest(failed || array['SMS']))
                        where message_id = ?""").param(message).update();
        finishFailed(message);
    }

    /** Of which nobody knew: its provider has it, and will report of it. */
    void foundTaken(UUID message) {
        jdbc.sql("""
                        update outer_notice set state = 'TAKEN', ways = '{SMS}', failed = array_remove(failed, 'SMS'), ended_at = null, taken_at = ?
                        where message_id = ? and state = 'UNCERTAIN'""").params(BusinessTime.at(now()), message).update();
    }

    /** @return whether it may go again by itself because its provider never had it: it did not too often */
    boolean goesAgain(UUID message, int most) {
        return jdbc.sql("""
                        update outer_notice set again = again + 1, failed = array_remove(failed, 'SMS')
                        where message_id = ? and state in ('UNCERTAIN', 'FAILED') and again < ?""").params(message, most).update() == 1;
    }

    void waitForReport(UUID message, UUID push) {
        jdbc.sql("update outer_notice set state = 'TAKEN', push_id = ?, taken_at = ? where message_id = ?")
                .params(push, BusinessTime.at(now()), message)
                .update();
    }

    /** None of its ways is left. */
    void finishFailed(UUID message) {
        finish(message, State.FAILED);
    }

    /** It may have gone out. @param push under which its provider will report of it; null: nobody will */
    void finishUncertain(UUID message, @Nullable UUID push) {
        finish(message, State.UNCERTAIN);
        jdbc.sql("update outer_notice set push_id = ? where message_id = ?")
                .params(Arrays.asList(push, message))
                .update();
    }

    private void finish(UUID message, State state) {
        jdbc.sql("update outer_notice set state = ?, ways = '{}', ended_at = ?, taken_at = null where message_id = ?")
                .params(state.name(), BusinessTime.at(now()), message)
                .update();
    }

    /** Those of these that wait for their hour end as text messages that did not arrive, which they were before. */
    void endHeld(List<UUID> messages) {
        jdbc.sql("""
                        update outer_notice set state = 'FAILED', ways = '{}', failed = '{SMS}', due_at = null, ended_at = ?
                        where message_id = any(?) and state = 'HELD'""")
                .params(BusinessTime.at(now()), messages.toArray(UUID[]::new))
                .update();
    }

    void sentAgain(UUID message) {
        jdbc.sql("update outer_notice set resent = resent + 1, failed = '{}' where message_id = ?")
                .param(message)
                .update();
    }

    void delete(UUID message) {
        jdbc.sql("delete from outer_notice where message_id = ?").param(message).update();
    }

    void deleteTakenUntil(Instant last) {
        jdbc.sql("delete from outer_notice where taken_at <= ?")
                .param(BusinessTime.at(last))
                .update();
    }

    void forget(UUID account) {
        jdbc.sql("delete from outer_notice where account_id = ?").param(account).update();
        jdbc.sql("delete from waiting_text_notice where account_id = ? and ended_at is not null")
                .param(account)
                .update();
    }

    private static String[] names(Iterable<PushChannel> ways) {
        Set<String> names = new LinkedHashSet<>();
        ways.forEach(way -> names.add(way.name()));
        return names.toArray(String[]::new);
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
