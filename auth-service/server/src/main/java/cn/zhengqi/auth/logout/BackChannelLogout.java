package cn.zhengqi.auth.logout;

import cn.zhengqi.auth.app.AppProperties;
import cn.zhengqi.auth.outside.BackOff;
import cn.zhengqi.auth.outside.OutsideCalls;
import cn.zhengqi.auth.outside.Places;
import cn.zhengqi.auth.session.SessionLimits;
import cn.zhengqi.auth.token.LogoutTokens;
import cn.zhengqi.kernel.UserType;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * OpenID Connect Back-Channel Logout 1.0. Whichever way a sign-in ends, by its owner or by its time, it is found here within seconds, and each application into which
 * somebody came by it is told. A copy of the service claims what is due by putting off its next try; should it die in between, the application is told again.
 */
@Component
class BackChannelLogout implements DisposableBean {

    /** Over about ten minutes: an application that is away for longer notices when it renews. */
    static final int MOST_TRIES = 6;

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    /** Longer than a try can take. */
    private static final Duration CLAIMED = Duration.ofMinutes(1);

    /** Of the places of a copy, how many one application can hold. */
    private static final int MOST_TO_ONE = 4;

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final LogoutTokens tokens;
    private final OutsideCalls calls;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Places places = new Places(OutsideCalls.MOST_AT_ONCE, MOST_TO_ONE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    BackChannelLogout(
            JdbcClient jdbc, SessionLimits limits, LogoutTokens tokens, AppProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.tokens = tokens;
        this.calls = new OutsideCalls("ZhengQi-Logout/1", properties.thisMachine());
        this.clock = clock;
    }

    private record Ended(UUID app, UUID signIn, UUID account, String client, URI uri, int tries) {}

    /** In every copy of the service; rarer than places are filled, because it looks at every sign-in that is open. */
    @Scheduled(fixedDelayString = "${zhengqi.apps.look-for-ended-every:PT10S}")
    void lookForEnded() {
        dropUnwanted();
        findEnded();
    }

    @Scheduled(fixedDelayString = "${zhengqi.apps.tell-of-ended-every:PT2S}")
    void tellOfEnded() {
        fillPlaces();
    }

    /** Those that are not live any more, as {@code SignIns} sees it. */
    private void findEnded() {
        Instant now = clock.instant();
        jdbc.sql("""
                        update app_sign_in a set ended_at = :now, next_try_at = :now
                        where a.ended_at is null and not exists (
                          select 1 from signed_in_session s join account p on p.id = s.account_id
                          where s.id = a.sign_in and s.ended_at is null and s.started_at > :started and p.enabled
                            and s.seen_at > case when p.at_institution or p.user_type = any(cast(:staff as text[]))
                              then cast(:staffSeen as timestamptz) else cast(:seen as timestamptz) end)""")
                .param("now", Timestamp.from(now))
                .param("started", Timestamp.from(limits.startedAfter(now)))
                .param(
                        "staff",
                        Arrays.stream(UserType.values())
                                .filter(UserType::isStaff)
                                .map(UserType::name)
                                .toArray(String[]::new))
                .param("staffSeen", Timestamp.from(limits.seenAfter(true, now)))
                .param("seen", Timestamp.from(limits.seenAfter(false, now)))
                .update();
    }

    /** Of applications that want to hear nothing, or may not any more, also while the sign-in lasts: nobody asks after them. One that gives an address later hears of whoever renews since. */
    private void dropUnwanted() {
        jdbc.sql("""
                        delete from app_sign_in a using connected_app c
                        where c.id = a.app
                          and (c.back_channel_logout_uri is null or c.disabled_at is not null)""").update();
    }

    /** One at a time, so that the places counted are still free when they are taken. */
    private synchronized void fillPlaces() {
        if (places.free() == 0) {
            return;
        }
        for (Ended one : claim()) {
            places.take(one.app());
            threads.execute(() -> tellOrSay(one));
        }
    }

    private List<Ended> claim() {
        Instant now = clock.instant();
        Map<UUID, Integer> taken = places.taken();
        UUID[] apps = taken.keySet().toArray(UUID[]::new);
        Integer[] counts =
                Arrays.stream(apps).map(it -> taken.getOrDefault(it, 0)).toArray(Integer[]::new);
        return jdbc.sql("""
                        update app_sign_in a set tries = tries + 1, next_try_at = :until
                        from connected_app c
                        where c.id = a.app and (a.app, a.sign_in) in (
                          select due.app, due.sign_in
                          from (
                            select id from connected_app where back_channel_logout_uri is not null and disabled_at is null) c
                          left join unnest(cast(:apps as uuid[]), cast(:counts as integer[])) as busy (app, places)
                            on busy.app = c.id
                          cross join lateral (
                            select app, sign_in, next_try_at from app_sign_in
                            where app = c.id and ended_at is not null and next_try_at <= :now
                            order by next_try_at limit :each - coalesce(busy.places, 0) for update skip locked) due
                          order by due.next_try_at limit :free)
                        returning a.app, a.sign_in, a.account_id, c.client_id, c.back_channel_logout_uri, a.tries""")
                .param("until", Timestamp.from(now.plus(CLAIMED)))
                .param("now", Timestamp.from(now))
                .param("apps", apps)
                .param("counts", counts)
                .param("each", places.each())
                .param("free", places.free())
                .query((row, number) -> new Ended(
                        row.getObject("app", UUID.class),
                        row.getObject("sign_in", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("client_id"),
                        URI.create(row.getString("back_channel_logout_uri")),
                        row.getInt("tries")))
                .list();
    }

    private void tellOrSay(Ended one) {
        try {
            tell(one);
        } catch (RuntimeException failure) {
            LOG.warn("Application {} was not told of a sign-out and is tried again", one.client(), failure);
        } finally {
            places.giveBack(one.app());
        }
    }

    private void tell(Ended one) {
        HttpPost post = new HttpPost(one.uri());
        post.setEntity(new UrlEncodedFormEntity(List.of(
                new BasicNameValuePair("logout_token", tokens.issue(one.client(), one.account(), one.signIn())))));
        OutsideCalls.Outcome outcome = calls.send(post);
        boolean givenUp = !outcome.isDelivered() && one.tries() >= MOST_TRIES;
        if (givenUp) {
            LOG.warn(
                    "Application {} was not told of a sign-out in {} tries: {}",
                    one.client(),
                    one.tries(),
                    outcome.status() == null ? outcome.problem() : outcome.status());
        }
        if (outcome.isDelivered() || givenUp) {
            jdbc.sql("delete from app_sign_in where app = ? and sign_in = ? and tries = ?")
                    .params(one.app(), one.signIn(), one.tries())
                    .update();
        } else {
            jdbc.sql("update app_sign_in set next_try_at = ? where app = ? and sign_in = ? and tries = ?")
                    .params(
                            Timestamp.from(clock.instant().plus(BackOff.after(one.tries(), random))),
                            one.app(),
                            one.signIn(),
                            one.tries())
                    .update();
        }
    }

    /** What is broken off here was put off before, and is told again. */
    @Override
    public void destroy() throws IOException {
        threads.shutdownNow();
        calls.close();
    }
}
