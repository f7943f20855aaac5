package cn.zhengqi.message.template;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of each kind what the last notice said, to preview words with. Covered before it is kept: nothing of a person lies here. */
@Component
class Samples {

    private final JdbcClient jdbc;
    private final Clock clock;

    Samples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param institution with which the case was; null: with none, or nobody said */
    record Sample(Map<String, String> values, @Nullable UUID institution, OffsetDateTime at) {}

    /** In the transaction of the notice; nobody waits for another who keeps one at this moment. */
    void keep(NoticeKind<?> kind, Map<String, String> values, @Nullable UUID institution) {
        Instant now = clock.instant();
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('zhengqi_notice_sample'), hashtext(?))")
                .param(kind.code())
                .query(Boolean.class)
                .single();
        if (!alone) {
            return;
        }
        Map<String, String> covered = covered(kind, values);
        jdbc.sql("""
                        insert into notice_sample (code, names, texts, institution_id, at) values (?, ?, ?, ?, ?)
                        on conflict (code) do update
                        set names = excluded.names, texts = excluded.texts, institution_id = excluded.institution_id, at = excluded.at""")
                .params(Arrays.asList(
                        kind.code(),
                        covered.keySet().toArray(String[]::new),
                        covered.values().toArray(String[]::new),
                        institution,
                        BusinessTime.at(now)))
                .update();
    }

    Optional<Sample> of(NoticeKind<?> kind) {
        return jdbc.sql("select names, texts, institution_id, at from notice_sample where code = ?")
                .param(kind.code())
                .query((row, index) -> {
                    String[] names = TemplateStore.strings(row.getArray("names"));
                    String[] texts = TemplateStore.strings(row.getArray("texts"));
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        values.put(names[i], texts[i]);
                    }
                    return new Sample(
                            values, row.getObject("institution_id", UUID.class), TemplateStore.time(row, "at"));
                })
                .optional();
    }

    /** An id leads to somebody's case: the example stands for it. */
    private static Map<String, String> covered(NoticeKind<?> kind, Map<String, String> values) {
        Map<String, String> covered = kind.covered(values);
        List.copyOf(kind.variables()).stream()
                .filter(it -> it.use() == Variable.Use.LINK)
                .forEach(it -> covered.put(it.name(), it.example()));
        return covered;
    }
}
