package cn.zhengqi.message.inbox;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.MessageView;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of people. Each change is told on the database channel {@value #CHANNEL} with the commit, so that every copy of
 * the service can tell whoever has a page open: the account, and the message where there is a new one.
 */
@Service
public class Messages {

    public static final String CHANNEL = "zhengqi_message";

    private final MessageMapper mapper;
    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(MessageMapper mapper, JdbcClient jdbc, Clock clock) {
        this.mapper = mapper;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells each receiver once about this event, in the caller's transaction. */
    public void tell(Set<UUID> accounts, UUID event, Notice notice, Instant at) {
        for (UUID account : accounts) {
            UUID id = Ids.next();
            int told = jdbc.sql("""
                            insert into message (id, account_id, event_id, kind, title, body, link, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (account_id, event_id) do nothing""")
                    .params(Arrays.asList(
                            id,
                            account,
                            event,
                            notice.kind().name(),
                            notice.title(),
                            notice.body(),
                            notice.link(),
                            BusinessTime.at(at)))
                    .update();
            if (told == 1) {
                announce(account + " " + id);
            }
        }
    }

    @Transactional(readOnly = true)
    public Page<MessageView> list(UUID account, MessageFilter filter, PageRequest page) {
        LambdaQueryWrapper<Message> query = Wrappers.lambdaQuery(Message.class).eq(Message::getAccountId, account);
        if (filter.read() != null) {
            query = filter.read() ? query.isNotNull(Message::getReadAt) : query.isNull(Message::getReadAt);
        }
        query.eq(filter.kind() != null, Message::getKind, filter.kind());
        String words = filter.q() == null ? "" : filter.q().strip();
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

    /** Those that came after the one with this id, oldest first. Ids grow with time. */
    public List<MessageView> since(UUID account, UUID last, int most) {
        return mapper
                .selectList(Wrappers.lambdaQuery(Message.class)
                        .eq(Message::getAccountId, account)
                        .gt(Message::getId, last)
                        .orderByAsc(Message::getId)
                        .last("limit " + most))
                .stream()
                .map(Message::view)
                .toList();
    }

    /** From the primary: people look at it right after they read a message. */
    public long unread(UUID account) {
        return jdbc.sql("select count(*) from message where account_id = ? and read_at is null")
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
            announce(account.toString());
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
        announce(account.toString());
    }

    private void announce(String text) {
        jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, text).query(row -> {
            // pg_notify answers void
        });
    }
}
