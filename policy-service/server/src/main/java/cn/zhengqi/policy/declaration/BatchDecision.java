package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same decision about several declarations, with one opinion.
 *
 * @param opinion of a rejection the reason, which it needs
 */
record BatchDecision(
        @NotNull(message = "请选择要办理的动作") Action action,

        @NotEmpty(message = "请选择要办理的申报") @Size(max = 100, message = "一次最多办理 100 件")
        List<@Valid Decided> items,

        @Nullable @Size(max = 500, message = "意见不超过 500 字") String opinion) {

    enum Action {
        TAKE_ON,
        PASS,
        REJECT
    }

    /** @param version that the decision was made by */
    record Decided(
            @NotNull(message = "缺少申报") UUID id,
            @NotNull(message = "缺少版本号") Integer version) {}

    /**
     * What became of one.
     *
     * @param code why not; absent when it was done
     */
    record Row(
            UUID id,
            boolean done,
            @Nullable String code,
            @Nullable String detail) {

        static Row of(UUID id, @Nullable ProblemException refusal) {
            return refusal == null
                    ? new Row(id, true, null, null)
                    : new Row(id, false, refusal.code().name(), refusal.detail());
        }
    }

    /** In one order: batches that share declarations wait for each other, and none waits for one that waits for it. */
    SortedMap<UUID, Integer> ordered() {
        SortedMap<UUID, Integer> ordered = new TreeMap<>();
        items.forEach(item -> ordered.putIfAbsent(item.id(), item.version()));
        return ordered;
    }

    /** @throws ProblemException VALIDATION_FAILED for a rejection without a reason, or a word in place of one */
    void mustBeReasoned() {
        if (action != Action.REJECT) {
            return;
        }
        if (opinion == null || opinion.isBlank()) {
            throw ProblemException.validation("opinion", "REQUIRED", "请填写驳回的原因");
        }
        if (Explanation.Letters.areTooFew(opinion)) {
            throw ProblemException.validation("opinion", "LENGTH", "驳回的原因为 5 到 500 字");
        }
    }
}
