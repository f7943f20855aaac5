package cn.zhengqi.message.notice;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.message.topic.TopicSubscribers;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New policies on their way to those who asked for their topic. Each waits a moment: who qualifies for it is told that by matching, which takes some seconds, and is not told a second time here. One that is
 * taken down meanwhile is told to nobody, of one that is published anew the newer edition, in whatever order that is heard.
 */
@Component
@EnableConfigurationProperties(TopicNews.Settings.class)
class TopicNews {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TopicSubscribers subscribers;
    private final Noticeboard board;
    private final Settings settings;
    private final Clock clock;

    TopicNews(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TopicSubscribers subscribers,
            Noticeboard board,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.subscribers = subscribers;
        this.board = board;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param after how long a policy waits for who qualifies for it */
    @ConfigurationProperties("zhengqi.message.policy-topics")
    record Settings(@DefaultValue("10m") Duration after) {}

    /** A policy as its topic's people are told of it. */
    record News(
            UUID policyId,
            String title,
            String issuer,
            PolicyLevel level,
            PolicyCategory category,
            List<IndustrySection> industries,
            EventMetadata event) {

        static News read(ResultSet row) throws SQLException {
            UUID policy = row.getObject("policy_id", UUID.class);
            return new News(
                    policy,
                    row.getString("title"),
                    row.getString("issuer"),
                    PolicyLevel.valueOf(row.getString("level")),
                    PolicyCategory.valueOf(row.getString("category")),
                    Arrays.stream((String[]) row.getArray("industries").getArray())
                            .map(IndustrySection::valueOf)
                            .toList(),
                    new EventMetadata(
                            row.getObject("event_id", UUID.class),
                            "policy.PolicyPublished",
                            policy,
                            row.getLong("version"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant()));
        }

        @Nullable
        String industryNames() {
            return industries.isEmpty()
                    ? null
                    : industries.stream().map(IndustrySection::label).collect(Collectors.joining("、"));
        }

        TopicSubscribers.About about() {
            return new TopicSubscribers.About(
                    policyId,
                    title,
                    issuer,
                    level.name(),
                    category.name(),
                    industries.stream().map(IndustrySection::name).toList());
        }
    }

    /** In the transaction of the event. What comes with the platform is no news to anybody. */
    void published(PolicyPublished policy, EventMetadata event) {
        if (Boolean.TRUE.equals(policy.comesWithPlatform()) || !board.isNews(event)) {
            return;
        }
        jdbc.sql("""
                        insert into waiting_policy_news as w (policy_id, version, event_id, title, issuer, level, category, industries, happened_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (policy_id) do update
                        set version = excluded.version, event_id = excluded.event_id, title = excluded.title, issuer = excluded.issuer,
                          level = excluded.level, category = excluded.category, industries = excluded.industries,
                          happened_at = excluded.happened_at, due_at = case when w.title is null then excluded.due_at else w.due_at end
                        where w.version < excluded.version""")
                .params(
                        policy.policyId(),
                        event.version(),
                        event.id(),
                        policy.title(),
                        policy.issuer(),
                        policy.level().name(),
                        policy.category().name(),
                        policy.industries() == null
                                ? new String[0]
                                : policy.industries().stream()
                                        .map(IndustrySection::name)
                                        .toArray(String[]::new),
                        BusinessTime.at(event.occurredAt()),
                        BusinessTime.at(clock.instant().plus(settings.after())))
                .update();
    }

    /** In the transaction of the event. It is kept until nothing that came before it is news any more. */
    void withdrawn(UUID policy, EventMetadata event) {
        jdbc.sql("""
                        insert into waiting_policy_news as w (policy_id, version, happened_at, due_at) values (?, ?, ?, ?)
                        on conflict (policy_id) do update
                        set version = excluded.version, event_id = null, title = null, issuer = null, level = null, category = null,
                          industries = '{}', happened_at = excluded.happened_at, due_at = excluded.due_at
                        where w.version < excluded.version""")
                .params(
                        policy,
                        event.version(),
                        BusinessTime.at(event.occurredAt()),
                        BusinessTime.at(board.newsUntil(event)))
                .update();
    }

    /** In every copy of the service: each takes those that no other has. */
    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void tellAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellNext()))) {
            // Until none is due.
        }
    }

    private boolean tellNext() {
        Optional<Optional<News>> next = jdbc.sql("""
                        delete from waiting_policy_news where policy_id = (
                          select policy_id from waiting_policy_news where due_at <= ? order by due_at limit 1 for update skip locked)
                        returning *""")
                .param(BusinessTime.at(clock.instant()))
                .query((row, number) ->
                        row.getString("title") == null ? Optional.<News>empty() : Optional.of(News.read(row)))
                .optional();
        next.flatMap(Function.identity())
                .ifPresent(news ->
                        board.tell(() -> subscribers.tellFirst(news.about()), news.event(), PolicyNotices.TOPIC, news));
        return next.isPresent();
    }
}
