package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.promise.PromiseView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as staff see it.
 *
 * @param caseId null where its reader does not see whose an anonymous one is; so the number and the enterprise
 * @param enterpriseName of a claim that was rejected 申请人, without an id: who claimed it speaks for no enterprise
 * @param words without what tells whose it is, there; so {@code againWords}
 * @param finishedAt null there too: who handled it knows by the minute whose case ended when
 * @param called whether somebody spoke with the enterprise in this round
 * @param promise of the call-back; null for who was satisfied
 */
public record EvaluationView(
        UUID id,
        CaseKind caseKind,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        String title,
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable OffsetDateTime finishedAt,
        Grade grade,
        List<String> tags,
        @Nullable String words,
        boolean anonymous,
        Channel channel,
        OffsetDateTime givenAt,
        EvaluationState state,
        boolean called,
        @Nullable CallBackAnswer answer,
        @Nullable String answerWords,
        @Nullable LocalDate againUntil,
        @Nullable Grade againGrade,
        @Nullable String againWords,
        @Nullable OffsetDateTime againAt,
        Publication publication,
        List<String> coveredWords,
        @Nullable PromiseView promise,
        int version) {

    public EvaluationView {
        tags = List.copyOf(tags);
        coveredWords = List.copyOf(coveredWords);
    }

    /** @param sees whose an anonymous one is */
    static EvaluationView of(Evaluation it, @Nullable PromiseView promise, boolean sees) {
        boolean known = sees || !it.anonymous();
        return new EvaluationView(
                it.id(),
                it.caseKind(),
                known ? it.caseId() : null,
                known ? it.caseNumber() : null,
                it.title(),
                known && !it.isOfPerson() ? it.enterpriseId() : null,
                known ? it.speaker() : null,
                it.institutionId(),
                it.institutionName(),
                known ? BusinessTime.at(it.finishedAt()) : null,
                it.grade(),
                it.tags(),
                known ? it.words() : PublicEvaluation.covered(it.words(), it),
                it.anonymous(),
                it.channel(),
                BusinessTime.at(it.givenAt()),
                it.state(),
                it.calledAt() != null,
                it.answer(),
                it.answerWords(),
                it.againUntil(),
                it.againGrade(),
                known ? it.againWords() : PublicEvaluation.covered(it.againWords(), it),
                time(it.againAt()),
                it.publication(),
                known ? it.coveredWords() : List.of(),
                promise,
                it.version());
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : BusinessTime.at(at);
    }
}
