package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as everybody reads it: whose it is stays covered, also in what is said in words, with phones and other numbers of persons; which case it is about is
 * not told.
 *
 * @param enterpriseName covered; null for an anonymous one; 申请人 for who speaks for no enterprise
 */
public record PublicEvaluation(
        UUID id,
        CaseKind caseKind,
        @Nullable String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        Grade grade,
        List<String> tags,
        @Nullable String words,
        LocalDate givenOn,
        @Nullable CallBackAnswer answer,
        @Nullable String answerWords,
        @Nullable Grade againGrade,
        @Nullable String againWords) {

    public PublicEvaluation {
        tags = List.copyOf(tags);
    }

    static PublicEvaluation of(Evaluation it) {
        return new PublicEvaluation(
                it.id(),
                it.caseKind(),
                it.anonymous()
                        ? null
                        : it.isOfPerson() ? it.speaker() : Mask.ENTERPRISE_NAME.apply(it.enterpriseName()),
                it.institutionId(),
                it.institutionName(),
                it.grade(),
                it.tags(),
                covered(it.words(), it),
                BusinessTime.dayOf(it.givenAt()),
                it.answer(),
                covered(it.answerWords(), it),
                it.againGrade(),
                covered(it.againWords(), it));
    }

    /** What is said, without names and numbers that tell whose it is, or of whom. */
    static @Nullable String covered(@Nullable String words, Evaluation it) {
        if (words == null) {
            return null;
        }
        CoveredText covered = new CoveredText(words).showing(it.enterpriseName(), coveredName(it));
        it.coveredWords().forEach(covered::without);
        it.ownNames().forEach(covered::without);
        return covered.toString();
    }

    private static String coveredName(Evaluation it) {
        if (it.isOfPerson()) {
            // The enterprise is not theirs, and nobody is to read whose code was asked for.
            return "该企业";
        }
        return it.anonymous() ? "本企业" : Mask.ENTERPRISE_NAME.apply(it.enterpriseName());
    }
}
