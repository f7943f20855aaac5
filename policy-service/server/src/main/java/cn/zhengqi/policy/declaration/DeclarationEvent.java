package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.project.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the timeline; written once, never changed.
 *
 * @param step of the department's, in which it happened; absent for what the enterprise does
 * @param answers what was handed in at that moment
 * @param fileIds files that it names
 */
record DeclarationEvent(
        UUID id,
        UUID declarationId,
        Instant at,
        EventKind kind,
        Step.@Nullable Kind step,
        UUID actorId,
        String actor,
        @Nullable String note,
        @Nullable Answers answers,
        @Nullable Papers materials,
        List<String> fileIds) {

    static DeclarationEvent of(
            UUID declaration,
            EventKind kind,
            Step.@Nullable Kind step,
            Actor actor,
            @Nullable String note,
            Instant at) {
        return new DeclarationEvent(
                Ids.next(), declaration, at, kind, step, actor.accountId(), actor.name(), note, null, null, List.of());
    }

    DeclarationEvent with(Answers filled, Papers papers, List<String> files) {
        return new DeclarationEvent(id, declarationId, at, kind, step, actorId, actor, note, filled, papers, files);
    }
}
