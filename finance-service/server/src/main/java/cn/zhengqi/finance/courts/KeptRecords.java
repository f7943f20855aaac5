package cn.zhengqi.finance.courts;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of today, so that three banks on one day are one question. Answers alone are kept: what failed is asked again at the next reading. */
@Component
class KeptRecords {

    private final JdbcClient jdbc;

    KeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<RecordKind, RecordFinding> of(UUID enterprise, LocalDate day) {
        return jdbc
                .sql("select kind, source, answer::text from public_record where enterprise_id = ? and asked_on = ?")
                .params(enterprise, day)
                .query((row, number) -> RecordFinding.told(
                        RecordKind.valueOf(row.getString("kind")),
                        RecordSource.valueOf(row.getString("source")),
                        day,
                        Json.MAPPER.readValue(row.getString("answer"), OnRecord.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(RecordFinding::kind, Function.identity()));
    }

    /** The last who asks wins: both have the same from the same source. */
    void keep(UUID enterprise, RecordFinding it, Instant at) {
        jdbc.sql("""
                        insert into public_record (id, enterprise_id, kind, source, asked_on, asked_at, answer)
                        values (gen_random_uuid(), :enterprise, :kind, :source, :day, :at, :answer::jsonb)
                        on conflict (enterprise_id, kind) do update set
                            source = excluded.source, asked_on = excluded.asked_on, asked_at = excluded.asked_at,
                            answer = excluded.answer""")
                .param("enterprise", enterprise)
                .param("kind", it.kind().name())
                .param("source", String.valueOf(it.source()))
                .param("day", it.asOf())
                .param("at", BusinessTime.at(at))
                .param("answer", Json.MAPPER.writeValueAsString(new OnRecord(it.total(), it.records())))
                .update();
    }
}
