package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Ids;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the timeline; written once, never changed. */
@TableName("loan_application_step")
@SuppressWarnings("UnusedVariable") // some columns are only written
class ApplicationStep {

    @TableId
    private UUID id;

    private UUID applicationId;
    private Instant at;
    private StepKind kind;
    private UUID actorId;
    private String actor;
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    private ApplicationStep() {}

    ApplicationStep(UUID applicationId, Instant at, StepKind kind, Actor actor, @Nullable String note) {
        this.id = Ids.next();
        this.applicationId = applicationId;
        this.at = at;
        this.kind = kind;
        this.actorId = actor.accountId();
        this.actor = actor.name();
        this.note = note;
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    StepKind kind() {
        return kind;
    }

    UUID actorId() {
        return actorId;
    }

    String actor() {
        return actor;
    }

    @Nullable
    String note() {
        return note;
    }
}
