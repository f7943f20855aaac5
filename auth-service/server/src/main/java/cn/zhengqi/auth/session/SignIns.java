package cn.zhengqi.auth.session;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.InstitutionPeople;
import cn.zhengqi.auth.api.SignInsChanged;
import cn.zhengqi.auth.api.SignedInFromNewDevice;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ClientName;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open sign-ins of all accounts. Whoever ends one marks the account: at its next request each of its browsers asks for a new token, and the
 * one whose sign-in is over gets none.
 */
@Component
public class SignIns {

    private static final int MOST_SHOWN = 50;
    private static final String UNKNOWN = "未知设备";

    private static final String LIVE = " ended_at is null and started_at > :started and seen_at > :seen ";

    private static final String ENDED = " returning account_id, address, user_agent";

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final InstitutionPeople people;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher inside;
    private final Clock clock;
    private final boolean demonstration;

    SignIns(
            JdbcClient jdbc,
            SessionLimits limits,
            InstitutionPeople people,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher inside,
            Clock clock,
            @Value("${zhengqi.demo.enabled:false}") boolean demonstration) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
        this.inside = inside;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /**
     * One sign-in, as its owner sees it.
     *
     * @param device browser and system
     * @param address from which it was made
     * @param seenAt to a few minutes
     * @param current the one that asks
     */
    record SignedInDevice(
            UUID id, String device, String address, OffsetDateTime startedAt, OffsetDateTime seenAt, boolean current) {}

    /** With what a sign-in was made. */
    public record Device(UUID id, String address, String userAgent) {}

    /** A device that the account was never seen with is told to its owner, unless it is the first of all. */
    @Transactional
    public UUID open(Account account, Device device) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        boolean isNew = isNew(account, device);
        jdbc.sql("""
                        insert into signed_in_session (id, account_id, device_id, address, user_agent, started_at, seen_at, enterprise_id)
                        values (:id, :account, :device, :address, :agent, :now, :now,
                          (select enterprise_id from signed_in_session where account_id = :account order by started_at desc limit 1))""")
                .param("id", id)
                .param("account", account.id())
                .param("device", device.id())
                .param("address", device.address())
                .param("agent", device.userAgent())
                .param("now", Timestamp.from(now))
                .update();
        if (isNew) {
            outbox.publish(
                    new SignedInFromNewDevice(
                            id,
                            account.id(),
                            ClientName.known(device.userAgent()).orElse(UNKNOWN),
                            device.address(),
                            now),
                    0);
        }
        return id;
    }

    /** Accounts of the demonstration are everybody's: each visitor would be told of all others. */
    private boolean isNew(Account account, Device device) {
        if (account.demo() && demonstration) {
            return false;
        }
        return jdbc.sql("""
                        select exists (select 1 from signed_in_session where account_id = :account)
                          and not exists (select 1 from signed_in_session where account_id = :account and device_id = :device)""")
                .param("account", account.id())
                .param("device", device.id())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    public boolean isLive(UUID id, Account account) {
        return live(
                                "select count(*) from signed_in_session where id = :id and account_id = :account and"
                                        + LIVE,
                                account)
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The enterprise that was chosen in it; null: none was. */
    public @Nullable UUID actingFor(@Nullable UUID id) {
        return id == null
                ? null
                : jdbc.sql("select enterprise_id from signed_in_session where id = ? and enterprise_id is not null")
                        .param(id)
                        .query(UUID.class)
                        .optional()
                        .orElse(null);
    }

    /**
     * From now on this sign-in acts for another enterprise; the next that the account opens begins with it. The gateway asks for another token at its next
     * request, whichever window of the browser makes it.
     */
    @Transactional
    public void actFor(Account account, UUID id, UUID enterprise, String enterpriseName) {
        int chosen = jdbc.sql(
                        "update signed_in_session set enterprise_id = ? where id = ? and account_id = ? and ended_at is null")
                .params(enterprise, id, account.id())
                .update();
        if (chosen == 0) {
            throw ProblemException.notFound("登录已结束");
        }
        audit.changed(AccountAction.ENTERPRISE_SWITCHED, account.id(), enterpriseName, null, null);
        tell(account.id());
    }

    /**
     * The gateway gets a token for it. The enterprise that it acts for without a choice is its own from then on: who comes to belong to another meanwhile is
     * not put there unasked.
     */
    public void seen(UUID id, @Nullable UUID enterprise) {
        jdbc.sql("""
                        update signed_in_session set seen_at = :now, enterprise_id = coalesce(enterprise_id, :enterprise)
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("enterprise", enterprise, Types.OTHER)
                .param("id", id)
                .update();
    }

    /** Newest first. */
    List<SignedInDevice> of(Account account, @Nullable UUID current) {
        return live(
                        "select id, user_agent, address, started_at, seen_at from signed_in_session where account_id = :account and"
                                + LIVE + "order by started_at desc limit " + MOST_SHOWN,
                        account)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new SignedInDevice(
                            id,
                            ClientName.known(row.getString("user_agent")).orElse(UNKNOWN),
                            row.getString("address"),
                            BusinessTime.at(row.getTimestamp("started_at").toInstant()),
                            BusinessTime.at(row.getTimestamp("seen_at").toInstant()),
                            id.equals(current));
                })
                .list();
    }

    /** @throws ProblemException NOT_FOUND also for the sign-in of another person */
    @Transactional
    void endOne(Account account, UUID id) {
        SignedOut ended = jdbc.sql(
                        "update signed_in_session set ended_at = ? where id = ? and account_id = ? and ended_at is null"
                                + ENDED)
                .params(Timestamp.from(clock.instant()), id, account.id())
                .query((row, n) -> ended(row, SignOut.ELSEWHERE))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("该设备已退出登录"));
        inside.publishEvent(ended);
        audit.changed(
                AccountAction.DEVICE_SIGNED_OUT,
                account.id(),
                ClientName.known(ended.userAgent()).orElse(UNKNOWN),
                null,
                null);
        tell(account.id());
    }

    @Transactional
    void endOthers(Account account, @Nullable UUID current) {
        if (end(account.id(), current, SignOut.ELSEWHERE) > 0) {
            audit.changed(AccountAction.OTHER_DEVICES_SIGNED_OUT, account.id(), account.displayName(), null, null);
        }
    }

    /**
     * All but one.
     *
     * @param except the one that goes on; null: none does
     * @return how many there were
     */
    @Transactional
    public int end(UUID account, @Nullable UUID except, SignOut by) {
        List<SignedOut> ended = jdbc.sql("""
                        update signed_in_session set ended_at = :now
                        where account_id = :account and ended_at is null and id is distinct from cast(:except as uuid)""" + ENDED)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("except", except)
                .query((row, n) -> ended(row, by))
                .list();
        ended.forEach(inside::publishEvent);
        tell(account);
        return ended.size();
    }

    /** In its browser, for portal, H5 and console alike: by its owner, or because they did nothing for too long. One that has ended before ended by that. */
    @Transactional
    public void signedOut(UUID id, SignOut by) {
        jdbc.sql("update signed_in_session set ended_at = ? where id = ? and ended_at is null" + ENDED)
                .params(Timestamp.from(clock.instant()), id)
                .query((row, n) -> ended(row, by))
                .list()
                .forEach(inside::publishEvent);
    }

    /**
     * Those whose time is over. They opened nothing any more; from now on it is on record that they ended.
     *
     * @return how many there were, at most so many as were asked for
     */
    @Transactional
    int endLapsed(int most) {
        Instant now = clock.instant();
        List<SignedOut> ended = jdbc.sql("""
                        with lapsed as (
                          select s.id, s.started_at <= :started as by_time
                          from signed_in_session s join account a on a.id = s.account_id
                          where s.ended_at is null
                            and (s.started_at <= :started or s.seen_at <= :staffSeen and (a.at_institution or a.user_type = any(cast(:staff as text[]))))
                          limit :most for update of s skip locked)
                        update signed_in_session s set ended_at = :now from lapsed where s.id = lapsed.id
                        returning s.account_id, s.address, s.user_agent, lapsed.by_time""")
                .param("started", Timestamp.from(limits.startedAfter(now)))
                .param("staffSeen", Timestamp.from(limits.seenAfter(true, now)))
                .param(
                        "staff",
                        Arrays.stream(UserType.values())
                                .filter(UserType::isStaff)
                                .map(UserType::name)
                                .toArray(String[]::new))
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query((row, n) -> ended(row, row.getBoolean("by_time") ? SignOut.BY_TIME : SignOut.IDLE))
                .list();
        ended.forEach(inside::publishEvent);
        return ended.size();
    }

    private static SignedOut ended(ResultSet row, SignOut by) throws SQLException {
        return new SignedOut(
                row.getObject("account_id", UUID.class), row.getString("address"), row.getString("user_agent"), by);
    }

    /** When it was made; of one that is kept no more nobody knows. */
    public Optional<Instant> startedAt(UUID id) {
        return jdbc.sql("select started_at from signed_in_session where id = ?")
                .param(id)
                .query((row, n) -> row.getTimestamp("started_at").toInstant())
                .optional();
    }

    /** By an application that its owner signs out of: the platform in this browser is left with it. */
    @Transactional
    public void signedOutByApp(UUID id, UUID account) {
        signedOut(id, SignOut.BY_APP);
        tell(account);
    }

    private void tell(UUID account) {
        UUID event = outbox.publish(new SignInsChanged(account, clock.instant()), 0);
        inside.publishEvent(new AuthorityChanged(account, event));
    }

    private JdbcClient.StatementSpec live(String sql, Account account) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .param("account", account.id())
                .param("started", Timestamp.from(limits.startedAfter(now)))
                .param("seen", Timestamp.from(limits.seenAfter(people.include(account), now)));
    }
}
