package cn.zhengqi.message.inbox;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.MessageView;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.message.ways.OuterWays;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of people. Each change is told on the database channel {@value #CHANNEL} with the commit, by the account, so
 * that every copy of the service can tell whoever has a page open.
 */
@Service
public class Messages {

    public static final String CHANNEL = "zhengqi_message";

    /** Longer than anything is news. */
    private static final Period TALLIES_KEPT = Period.ofDays(60);

    private final MessageMapper mapper;
    private final JdbcClient jdbc;
    private final PushLog pushes;
    private final OuterWays ways;
    private final Clock clock;

    Messages(MessageMapper mapper, JdbcClient jdbc, PushLog pushes, OuterWays ways, Clock clock) {
        this.mapper = mapper;
        this.jdbc = jdbc;
        this.pushes = pushes;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * A message with its place among those of its receiver.
     *
     * @param number grows in the order of commits
     */
    public record Numbered(long number, MessageView message) {}

    /** What somebody has been told and has not deleted, the newest first. */
    @Transactional(readOnly = true)
    public MyData all(UUID account) {
        return new MyData(mapper
                .selectList(new LambdaQueryWrapper<Message>()
                        .eq(Message::getAccountId, account)
                        .orderByDesc(Message::getCreatedAt, Message::getId))
                .stream()
                .map(one -> new MyData.Told(one.getCreatedAt(), one.getTitle(), one.getBody(), one.getReadAt()))
                .toList());
    }

    /** Tells each receiver once about this event, in the caller's transaction. */
    @Transactional
    public void tell(Set<UUID> accounts, UUID event, Notice notice, Instant at) {
        tell(accounts, event, notice, false, null, at);
    }

    /** Asks each of them once for something that one of them may do for all, until {@link #done}; it may be done already. */
    @Transactional
    public void ask(Set<UUID> accounts, UUID event, Notice notice, Task task, Instant at) {
        takeTurn(task.caseId());
        tell(accounts, event, notice, false, task, at);
    }

    /**
     * Tells each receiver of one more fact of a topic: in the message of its day, which has the words of now then and is unread again, or in a new one. Such a message is pushed once a day.
     *
     * @param words by how often it happened that day
     */
    @Transactional
    public void tellOften(Set<UUID> accounts, Topic topic, UUID event, IntFunction<Notice> words, Instant at) {
        Notice notice = words.apply(countOnce(topic));
        takeTurns(accounts);
        for (UUID account : stillThere(accounts)) {
            UUID fresh = Ids.next();
            jdbc.sql("""
                            insert into message (id, account_id, event_id, at_desk, kind, title, body, link, created_at, topic, day,
                                enterprise_id, enterprise_name)
                            values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, (select name from enterprise where id = ?))
                            on conflict (account_id, day, topic) where topic is not null do update
                            set event_id = excluded.event_id, body = excluded.body, read_at = null, seq = default,
                              created_at = greatest(message.created_at, excluded.created_at)
                            returning id""")
                    .params(Arrays.asList(
                            fresh,
                            account,
                            event,
                            notice.kind().name(),
                            notice.title(),
                            notice.body(),
                            notice.link(),
                            BusinessTime.at(at),
                            topic.name(),
                            topic.day(),
                            notice.enterprise(),
                            notice.enterprise()))
                    .query(UUID.class)
                    .optional()
                    .filter(fresh::equals)
                    .ifPresent(id -> push(id, account, notice, at));
            announce(account);
        }
    }

    /** @return how often it has happened that day */
    private int countOnce(Topic topic) {
        int times = jdbc.sql("""
                        insert into tally as t (topic, day, times) values (?, ?, 1)
                        on conflict (day, topic) do update set times = t.times + 1 returning times""")
                .params(topic.name(), topic.day())
                .query(Integer.class)
                .single();
        if (times == 1) {
            jdbc.sql("delete from tally where day < ?")
                    .param(topic.day().minus(TALLIES_KEPT))
                    .update();
        }
        return times;
    }

    private void push(UUID message, UUID account, Notice notice, Instant at) {
        pushes.sent(message, account, PushChannel.IN_SITE, PushResult.DELIVERED, notice.kind(), notice.title(), at);
        ways.add(notice.outer(message, account, at));
    }

    /**
     * Tells each of those whose desk it is once, whatever they are told of this event on another side.
     *
     * @param task work that waits until {@link #done}; it may be done already
     */
    @Transactional
    public void tellDesk(Set<UUID> accounts, UUID event, Notice notice, @Nullable Task task, Instant at) {
        if (task != null) {
            takeTurn(task.caseId());
        }
        tell(accounts, event, notice, true, task, at);
    }

    /** Tells each of those who hear of it besides once; who was told of this event already, as one whom it concerns, is not told again. */
    @Transactional
    public void tellBesides(Set<UUID> accounts, UUID event, Notice notice, Instant at) {
        takeTurns(accounts);
        Set<UUID> rest = new HashSet<>(accounts);
        rest.removeAll(jdbc.sql("select account_id from message where event_id = ? and account_id = any(?)")
                .params(event, accounts.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set());
        tell(rest, event, notice, true, null, at);
    }

    /** Whoever was asked to work on an older version of the case is asked no more. */
    @Transactional
    public void done(Task task, Instant at) {
        takeTurn(task.caseId());
        jdbc.sql("""
                        insert into work_done (case_id, version, done_at) values (?, ?, ?)
                        on conflict (case_id) do update set version = excluded.version, done_at = excluded.done_at
                        where work_done.version < excluded.version""").params(task.caseId(), task.version(), BusinessTime.at(at)).update();
        jdbc.sql("""
                        update message set done_at = ? where case_id = ? and case_version < ? and done_at is null
                        returning account_id""")
                .params(BusinessTime.at(at), task.caseId(), task.version())
                .query(UUID.class)
                .set()
                .forEach(this::announce);
    }

    private void tell(Set<UUID> accounts, UUID event, Notice notice, boolean atDesk, @Nullable Task task, Instant at) {
        OffsetDateTime doneAt = task == null ? null : doneAt(task);
        takeTurns(accounts);
        for (UUID account : stillThere(accounts)) {
            UUID id = Ids.next();
            int told = jdbc.sql("""
                            insert into message (id, account_id, event_id, at_desk, kind, title, body, link, created_at,
                                case_id, case_version, done_at, enterprise_id, enterprise_name)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select name from enterprise where id = ?))
                            on conflict (account_id, event_id, at_desk) do nothing""")
                    .params(Arrays.asList(
                            id,
                            account,
                            event,
                            atDesk,
                            notice.kind().name(),
                            notice.title(),
                            notice.body(),
                            notice.link(),
                            BusinessTime.at(at),
                            task == null ? null : task.caseId(),
                            task == null ? null : task.version(),
                            doneAt,
                            notice.enterprise(),
                            notice.enterprise()))
                    .update();
            if (told == 1) {
                push(id, account, notice, at);
                announce(account);
            }
        }
    }

    /**
     * Tells many people at once what an operator wrote, each once, and in-site alone: by which other ways it goes was decided with it.
     *
     * @param notification of which it is told
     */
    @Transactional
    public void post(Set<UUID> accounts, UUID notification, Notice notice, Instant at) {
        takeTurns(accounts);
        Map<UUID, UUID> told = new HashMap<>();
        jdbc.sql("""
                        insert into message (id, account_id, event_id, at_desk, kind, title, body, link, created_at)
                        select uuidv7(), account, ?, false, ?, ?, ?, ?, ? from unnest(?) account
                        on conflict (account_id, event_id, at_desk) do nothing
                        returning id, account_id""")
                .params(Arrays.asList(
                        notification,
                        notice.kind().name(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        BusinessTime.at(at),
                        stillThere(accounts).toArray(UUID[]::new)))
                .query(row -> {
                    told.put(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class));
                });
        pushes.sent(told, PushChannel.IN_SITE, PushResult.DELIVERED, notice.kind(), notice.title(), at);
        told.values().forEach(this::announce);
    }

    /** The account is closed for good: its messages go, and what is heard for it later is not kept. Whoever is writing to it is waited for. */
    @Transactional
    public void forget(UUID account, Instant at) {
        takeTurns(Set.of(account));
        jdbc.sql("insert into closed_account (account_id, closed_at) values (?, ?) on conflict do nothing")
                .params(account, BusinessTime.at(at))
                .update();
        jdbc.sql("delete from message where account_id = ?").param(account).update();
        ways.forget(account);
    }

    /** Of those whose turn it is, all whose accounts were not closed. */
    private Set<UUID> stillThere(Set<UUID> accounts) {
        return jdbc.sql("""
                        select account from unnest(?) account
                        where not exists (select 1 from closed_account where account_id = account)""")
                .param(accounts.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /**
     * Who writes to the same person waits until the other has committed: numbers are then given in the order in which they
     * can be seen. People share a bounded number of locks, taken in one order.
     */
    private void takeTurns(Set<UUID> accounts) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtext('zhengqi_message'), turn) from (
                            select distinct hashtext(account::text) & 1023 as turn from unnest(?) account order by 1) turns""").param(accounts.toArray(UUID[]::new)).query(row -> {
            // pg_advisory_xact_lock answers void
        });
    }

    private @Nullable OffsetDateTime doneAt(Task task) {
        return jdbc.sql("select done_at from work_done where case_id = ? and version > ?")
                .params(task.caseId(), task.version())
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    /** Asking for work and hearing that it is done wait for each other, or each could miss the other. */
    private void takeTurn(UUID caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_message_case'), hashtext(?))")
                .param(caseId.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
    }

    /** From the primary: it is asked again right after something was read or came in, and has to hold what the badge counts. */
    @Transactional
    public Page<MessageView> list(UUID account, MessageFilter filter, PageRequest page) {
        LambdaQueryWrapper<Message> query = Wrappers.lambdaQuery(Message.class).eq(Message::getAccountId, account);
        if (filter.read() != null) {
            query = filter.read()
                    ? query.and(
                            either -> either.isNotNull(Message::getReadAt).or().isNotNull(Message::getDoneAt))
                    : query.isNull(Message::getReadAt).isNull(Message::getDoneAt);
        }
        query.eq(filter.kind() != null, Message::getKind, filter.kind());
        // MyBatis-Plus adds the % itself.
        String words = filter.q() == null ? "" : LikePattern.literal(filter.q().strip());
        query.and(
                !words.isEmpty(),
                either -> either.like(Message::getTitle, words).or().like(Message::getBody, words));
        query.orderByDesc(Message::getCreatedAt).orderByDesc(Message::getId);
        return mapper.page(query, page).map(Message::view);
    }

    /** @throws ProblemException NOT_FOUND also for the message of another person */
    public MessageView find(UUID account, UUID id) {
        return mapper.find(id)
                .filter(message -> message.getAccountId().equals(account))
                .orElseThrow(() -> ProblemException.notFound("没有这条消息"))
                .view();
    }

    /** Those that came after the one with this number, oldest first. */
    public List<Numbered> since(UUID account, long last, int most) {
        return mapper
                .selectList(Wrappers.lambdaQuery(Message.class)
                        .eq(Message::getAccountId, account)
                        .gt(Message::getSeq, last)
                        .orderByAsc(Message::getSeq)
                        .last("limit " + most))
                .stream()
                .map(message -> new Numbered(message.getSeq(), message.view()))
                .toList();
    }

    /** Number of the newest message of a person; 0 without any. */
    public long newest(UUID account) {
        return jdbc.sql("select coalesce(max(seq), 0) from message where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    /** From the primary: people look at it right after they read a message. */
    public long unread(UUID account) {
        return jdbc.sql("select count(*) from message where account_id = ? and read_at is null and done_at is null")
                .param(account)
                .query(Long.class)
                .single();
    }

    /** @param ids null: all of them */
    @Transactional
    public void markRead(UUID account, @Nullable List<UUID> ids) {
        JdbcClient.StatementSpec statement = ids == null
                ? jdbc.sql("update message set read_at = ? where account_id = ? and read_at is null")
                        .params(BusinessTime.at(clock.instant()), account)
                : jdbc.sql("update message set read_at = ? where account_id = ? and read_at is null and id = any(?)")
                        .params(BusinessTime.at(clock.instant()), account, ids.toArray(UUID[]::new));
        if (statement.update() > 0) {
            announce(account);
        }
    }

    /** @throws ProblemException NOT_FOUND also for the message of another person */
    @Transactional
    public void delete(UUID account, UUID id) {
        int deleted = jdbc.sql("delete from message where id = ? and account_id = ?")
                .params(id, account)
                .update();
        if (deleted == 0) {
            throw ProblemException.notFound("没有这条消息");
        }
        announce(account);
    }

    private void announce(UUID account) {
        jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, account.toString()).query(row -> {
            // pg_notify answers void
        });
    }
}
