package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.api.criteria.PolicyRule;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tags in use that follow from conditions. */
@Component
public class DerivedTags {

    private final JdbcClient jdbc;

    DerivedTags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tag> all() {
        return jdbc.sql(
                        "select " + Tag.COLUMNS
                                + " from tag t where t.criteria is not null and t.retired_at is null order by t.category, t.name")
                .query(Tag::of)
                .list();
    }

    /** Their conditions, by the tag's id, with its name for the title. */
    public List<PolicyRule> rules() {
        return all().stream().map(Tag::rule).toList();
    }
}
