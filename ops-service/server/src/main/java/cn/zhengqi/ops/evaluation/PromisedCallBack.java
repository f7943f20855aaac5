package cn.zhengqi.ops.evaluation;

import cn.zhengqi.promise.PromiseBranch;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.Promises;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was not satisfied is called back, and told what was done, within the promised time; what is sent back is promised anew. */
@Component
class PromisedCallBack {

    private final Promises promises;
    private final PromiseKind kind;

    PromisedCallBack(Promises promises, PromiseKind kind) {
        this.promises = promises;
        this.kind = kind;
    }

    void give(Evaluation it, Instant at) {
        promises.give(
                new PromisedCase(
                        kind.name(),
                        CallBackClass.CALL_BACK.name(),
                        round(it),
                        // On boards and in notices stands nothing that says whose an anonymous one is.
                        it.anonymous() ? "匿名评价" : it.caseNumber(),
                        (it.anonymous() ? "" : it.speaker() + "　") + it.title() + "　"
                                + it.grade().label(),
                        it.institutionId(),
                        it.institutionName(),
                        it.townCode(),
                        branch(it)),
                at);
    }

    void answered(Evaluation it, Instant at) {
        promises.answered(kind, round(it), at);
    }

    @Nullable
    PromiseView of(Evaluation it) {
        UUID round = it.roundId();
        return round == null ? null : promises.of(kind, round);
    }

    /** By their rounds. */
    Map<UUID, PromiseView> of(Collection<Evaluation> all) {
        List<UUID> rounds =
                all.stream().map(Evaluation::roundId).filter(Objects::nonNull).toList();
        return promises.of(kind, rounds);
    }

    /** Which handled it; what it is called no fact of its case says. */
    private static @Nullable PromiseBranch branch(Evaluation it) {
        UUID branch = it.branchId();
        return branch == null ? null : new PromiseBranch(branch, null);
    }

    private static UUID round(Evaluation it) {
        return Objects.requireNonNull(it.roundId(), "only who was not satisfied is called back");
    }
}
