package cn.zhengqi.message.topic;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The topics of people, each their own. From the primary, because people look right after they changed something. */
@Service
@Transactional
class PolicyTopics {

    static final int MOST = 10;

    /** One letter stands in nearly every title. */
    private static final int SHORTEST = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyTopics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PolicyTopic> of(UUID account) {
        return jdbc.sql("select * from policy_topic where account_id = ? order by created_at desc, id")
                .param(account)
                .query(PolicyTopics::topic)
                .list();
    }

    /**
     * The same topic once more changes nothing.
     *
     * @throws ProblemException VALIDATION_FAILED for one that asks nothing, TOO_MANY_TOPICS
     */
    PolicyTopic add(UUID account, TopicContent content) {
        if (content.asksNothing()) {
            throw ProblemException.validation("categories", "REQUIRED", "请至少选择一项类别、级别、行业或填写关键词");
        }
        String typed = content.typed();
        if (typed != null && typed.length() < SHORTEST) {
            throw ProblemException.validation("words", "SIZE", "关键词至少 2 个字");
        }
        // Two open pages wait for each other, or both would see room for one more.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_policy_topic'), hashtext(?))")
                .param(account.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
        boolean added = jdbc.sql("""
                        insert into policy_topic (id, account_id, categories, levels, industries, words, created_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint policy_topic_once do nothing""")
                        .params(Arrays.asList(
                                Ids.next(),
                                account,
                                content.categoryNames(),
                                content.levelNames(),
                                content.industryNames(),
                                typed,
                                BusinessTime.at(clock.instant().truncatedTo(ChronoUnit.MICROS))))
                        .update()
                == 1;
        if (added && of(account).size() > MOST) {
            throw new ProblemException(MessageProblem.TOO_MANY_TOPICS);
        }
        return jdbc.sql("""
                        select * from policy_topic where account_id = ? and categories = ?::text[] and levels = ?::text[]
                          and industries = ?::text[] and words is not distinct from ?""")
                .params(Arrays.asList(
                        account, content.categoryNames(), content.levelNames(), content.industryNames(), typed))
                .query(PolicyTopics::topic)
                .single();
    }

    /** @throws ProblemException NOT_FOUND for another's too */
    void remove(UUID account, UUID id) {
        if (jdbc.sql("delete from policy_topic where id = ? and account_id = ?")
                        .params(id, account)
                        .update()
                == 0) {
            throw ProblemException.notFound("没有这个订阅");
        }
    }

    private static <T> List<T> chosen(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(read)
                .toList();
    }

    private static PolicyTopic topic(ResultSet row, int number) throws SQLException {
        return new PolicyTopic(
                row.getObject("id", UUID.class),
                chosen(row, "categories", PolicyCategory::valueOf),
                chosen(row, "levels", PolicyLevel::valueOf),
                chosen(row, "industries", IndustrySection::valueOf),
                row.getString("words"),
                BusinessTime.at(
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }
}
