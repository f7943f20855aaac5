package cn.zhengqi.message.template;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.PushChannel;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What operators changed; asked of the database each time, so that a change holds in all copies of the service at once. */
@Repository
class TemplateStore {

    private static final int VERSIONS_SHOWN = 100;

    private static final String ROWS = """
            select t.code, t.enabled, t.number, t.changed_by, t.changed_at, t.version,
              v.title, v.body, v.link, v.ways, v.we_chat, v.sms, v.conditions, v.others
            from notice_template t left join notice_template_version v on v.code = t.code and v.number = t.number""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TemplateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A kind that somebody changed.
     *
     * @param number of the words in force
     * @param content null: as the platform ships it
     */
    record Changed(
            String code,
            boolean enabled,
            int number,
            @Nullable TemplateContent content,
            String by,
            OffsetDateTime at,
            int version) {}

    private Changed changed(ResultSet row, int index) throws SQLException {
        return new Changed(
                row.getString("code"),
                row.getBoolean("enabled"),
                row.getInt("number"),
                row.getInt("number") == 0 ? null : content(row),
                row.getString("changed_by"),
                time(row, "changed_at"),
                row.getInt("version"));
    }

    Optional<Changed> find(String code) {
        return jdbc.sql(ROWS + " where t.code = ?")
                .param(code)
                .query(this::changed)
                .optional();
    }

    Map<String, Changed> all() {
        return jdbc.sql(ROWS).query(this::changed).list().stream()
                .collect(Collectors.toMap(Changed::code, Function.identity()));
    }

    List<TemplateVersion> versions(String code) {
        return jdbc.sql("select * from notice_template_version where code = ? order by number desc limit ?")
                .params(code, VERSIONS_SHOWN)
                .query((row, index) -> new TemplateVersion(
                        row.getInt("number"),
                        content(row),
                        row.getString("author_name"),
                        time(row, "written_at"),
                        row.getObject("restored_from", Integer.class)))
                .list();
    }

    Optional<TemplateContent> version(String code, int number) {
        return jdbc.sql("select * from notice_template_version where code = ? and number = ?")
                .params(code, number)
                .query((row, index) -> content(row))
                .optional();
    }

    /**
     * @param seen version that was decided by; 0: nobody had changed it
     * @throws ProblemException VERSION_CONFLICT
     */
    void set(String code, int seen, boolean enabled, int number, String by, Instant at) {
        int done = seen == 0
                ? jdbc.sql("""
                                insert into notice_template (code, enabled, number, changed_by, changed_at, version)
                                values (?, ?, ?, ?, ?, 1) on conflict do nothing""")
                        .params(code, enabled, number, by, BusinessTime.at(at))
                        .update()
                : jdbc.sql("""
                                update notice_template set enabled = ?, number = ?, changed_by = ?, changed_at = ?, version = version + 1
                                where code = ? and version = ?""")
                        .params(enabled, number, by, BusinessTime.at(at), code, seen)
                        .update();
        if (done == 0) {
            throw ProblemException.versionConflict();
        }
    }

    int nextNumber(String code) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from notice_template_version where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    void add(
            String code,
            int number,
            TemplateContent content,
            UUID author,
            String name,
            Instant at,
            @Nullable Integer restoredFrom) {
        jdbc.sql("""
                        insert into notice_template_version
                          (code, number, title, body, link, ways, we_chat, sms, conditions, others, author_id, author_name, written_at, restored_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        code,
                        number,
                        content.title(),
                        content.body(),
                        content.link(),
                        content.ways().stream().map(PushChannel::name).toArray(String[]::new),
                        content.weChat(),
                        content.sms(),
                        json.writeValueAsString(content.conditions()),
                        json.writeValueAsString(content.others()),
                        author,
                        name,
                        BusinessTime.at(at),
                        restoredFrom))
                .update();
    }

    private TemplateContent content(ResultSet row) throws SQLException {
        return new TemplateContent(
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                Arrays.stream(strings(row.getArray("ways")))
                        .map(PushChannel::valueOf)
                        .toList(),
                row.getString("we_chat"),
                row.getString("sms"),
                List.of(json.readValue(row.getString("conditions"), RuleCondition[].class)),
                List.of(json.readValue(row.getString("others"), FurtherReceivers[].class)));
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessTime.at(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
