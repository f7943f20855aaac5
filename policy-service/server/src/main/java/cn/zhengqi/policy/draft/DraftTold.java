package cn.zhengqi.policy.draft;

import org.jspecify.annotations.Nullable;

/** What the record of changes tells of a draft. */
public record DraftTold(
        int edition,
        DraftState state,
        DraftContent content,
        GoldenCases cases,
        DraftReading.@Nullable Told reading,
        @Nullable String returnedReason) {

    static DraftTold of(PolicyDraft it) {
        return new DraftTold(
                it.edition(),
                it.state(),
                it.content(),
                it.cases(),
                DraftReading.Told.of(it.reading()),
                it.returnedReason());
    }
}
