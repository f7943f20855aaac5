package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about evaluations, in its order; only added to. */
@Repository
class Steps {

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byName null for the enterprise and for the platform itself */
    void add(Evaluation it, StepKind kind, @Nullable String words, @Nullable String byName, Instant at) {
        jdbc.sql("insert into evaluation_step (id, evaluation_id, kind, words, by_name, at) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(Ids.next(), it.id(), kind.name(), words, byName, BusinessTime.at(at)))
                .update();
    }

    List<EvaluationDetail.Step> of(UUID evaluation) {
        return jdbc.sql("select kind, words, by_name, at from evaluation_step where evaluation_id = ? order by at, id")
                .param(evaluation)
                .query((row, number) -> new EvaluationDetail.Step(
                        StepKind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getString("by_name"),
                        BusinessTime.at(
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
    }
}
