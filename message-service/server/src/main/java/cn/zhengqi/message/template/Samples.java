package cn.zhengqi.message.template;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of each kind what a recent notice said, to preview words with. Covered before it is kept: nothing of a person lies here. */
@Component
class Samples {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Samples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Sample(Map<String, String> values, OffsetDateTime at) {}

    /** Now and then, in the transaction of the notice; nobody waits for another who keeps one. */
    void keep(NoticeKind<?> kind, Map<String, String> values) {
        Instant now = clock.instant();
        boolean due = jdbc.sql("""
                        select not exists (select 1 from notice_sample where code = ? and at > ?)
                          and pg_try_advisory_xact_lock(hashtext('zhengqi_notice_sample'), hashtext(?))""")
                .params(kind.code(), BusinessTime.at(now.minus(FRESH)), kind.code())
                .query(Boolean.class)
                .single();
        if (!due) {
            return;
        }
        Map<String, String> covered = covered(kind, values);
        jdbc.sql("""
                        insert into notice_sample (code, names, texts, at) values (?, ?, ?, ?)
                        on conflict (code) do update set names = excluded.names, texts = excluded.texts, at = excluded.at""")
                .params(
                        kind.code(),
                        covered.keySet().toArray(String[]::new),
                        covered.values().toArray(String[]::new),
                        BusinessTime.at(now))
                .update();
    }

    Optional<Sample> of(NoticeKind<?> kind) {
        return jdbc.sql("select names, texts, at from notice_sample where code = ?")
                .param(kind.code())
                .query((row, index) -> {
                    String[] names = TemplateStore.strings(row.getArray("names"));
                    String[] texts = TemplateStore.strings(row.getArray("texts"));
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        values.put(names[i], texts[i]);
                    }
                    return new Sample(values, TemplateStore.time(row, "at"));
                })
                .optional();
    }

    /** An id leads to somebody's case: the example stands for it. */
    private static Map<String, String> covered(NoticeKind<?> kind, Map<String, String> values) {
        Map<String, String> covered = new LinkedHashMap<>();
        for (Variable<?> variable : List.copyOf(kind.variables())) {
            String value = values.get(variable.name());
            Mask mask = variable.cover();
            if (variable.use() == Variable.Use.LINK) {
                covered.put(variable.name(), variable.example());
            } else if (value != null) {
                covered.put(variable.name(), mask == null ? value : mask.apply(value));
            }
        }
        return covered;
    }
}
