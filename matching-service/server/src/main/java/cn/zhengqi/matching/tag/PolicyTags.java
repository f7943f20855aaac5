package cn.zhengqi.matching.tag;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.matching.api.PolicyTagged;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells policy-service which tags its policies carry, in the transaction in which that changes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicyTags {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    PolicyTags(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of all that have a tag which is called otherwise now, or is in use no more. */
    void tellAllWith(Tag tag) {
        if (tag.subject() == TagSubject.POLICY) {
            tell(jdbc.sql("select subject_id from tagging where tag_id = ?")
                    .param(tag.id())
                    .query((row, number) -> row.getObject("subject_id", UUID.class))
                    .list());
        }
    }

    /** Two at a time wait for each other in one order, and the later one reads what the other wrote. */
    void tell(Collection<UUID> policies) {
        new TreeSet<>(policies).forEach(policy -> {
            long version = jdbc.sql("""
                            insert into policy_tagged (policy_id, version) values (?, 1)
                            on conflict (policy_id) do update set version = policy_tagged.version + 1 returning version""").param(policy).query(Long.class).single();
            List<String> names = jdbc.sql("""
                            select t.name from tagging g join tag t on t.id = g.tag_id
                            where g.subject_id = ? and t.subject = 'POLICY' and t.retired_at is null order by t.category, t.name""")
                    .param(policy)
                    .query((row, number) -> row.getString("name"))
                    .list();
            outbox.publish(new PolicyTagged(policy, names, clock.instant()), version);
        });
    }
}
