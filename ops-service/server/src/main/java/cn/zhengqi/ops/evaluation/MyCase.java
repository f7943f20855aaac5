package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished case as its enterprise evaluates it.
 *
 * @param until last day on which it can be evaluated
 * @param open whether it can be evaluated now
 * @param nameless whether who handled it may not know whose it is: it is evaluated anonymously unless the enterprise says otherwise
 * @param evaluation null while there is none
 */
public record MyCase(
        CaseKind caseKind,
        UUID caseId,
        String caseNumber,
        String title,
        @Nullable String institutionName,
        OffsetDateTime finishedAt,
        LocalDate until,
        boolean open,
        boolean nameless,
        @Nullable MyEvaluation evaluation) {

    /**
     * @param state who looks at an answer is not the enterprise's business: it waits until there is one
     * @param answer null until it was looked at; so its words
     * @param againOpen whether it can be evaluated once more now
     */
    public record MyEvaluation(
            UUID id,
            Grade grade,
            List<String> tags,
            @Nullable String words,
            boolean anonymous,
            OffsetDateTime givenAt,
            EvaluationState state,
            @Nullable CallBackAnswer answer,
            @Nullable String answerWords,
            @Nullable LocalDate againUntil,
            boolean againOpen,
            @Nullable Grade againGrade,
            @Nullable String againWords,
            @Nullable OffsetDateTime againAt,
            int version) {

        public MyEvaluation {
            tags = List.copyOf(tags);
        }

        static MyEvaluation of(Evaluation it, LocalDate today) {
            boolean passed = it.againUntil() != null;
            return new MyEvaluation(
                    it.id(),
                    it.grade(),
                    it.tags(),
                    it.words(),
                    it.anonymous(),
                    BusinessTime.at(it.givenAt()),
                    it.state() == EvaluationState.TO_REVIEW ? EvaluationState.TO_ANSWER : it.state(),
                    passed ? it.answer() : null,
                    passed ? it.answerWords() : null,
                    it.againUntil(),
                    it.state() == EvaluationState.TO_EVALUATE_AGAIN && passed && !today.isAfter(it.againUntil()),
                    it.againGrade(),
                    it.againWords(),
                    EvaluationView.time(it.againAt()),
                    it.version());
        }
    }

    static MyCase of(FinishedCase it, LocalDate until, LocalDate today) {
        return new MyCase(
                it.kind(),
                it.caseId(),
                it.number(),
                it.title(),
                it.institutionName(),
                BusinessTime.at(it.finishedAt()),
                until,
                !today.isAfter(until),
                it.nameless(),
                null);
    }

    static MyCase of(Evaluation it, LocalDate until, LocalDate today) {
        Instant finished = it.finishedAt();
        return new MyCase(
                it.caseKind(),
                it.caseId(),
                it.caseNumber(),
                it.title(),
                it.institutionName(),
                BusinessTime.at(finished),
                until,
                false,
                false,
                MyEvaluation.of(it, today));
    }
}
