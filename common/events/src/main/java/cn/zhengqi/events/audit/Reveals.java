package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.UUID;

/**
 * 查看明文: one covered field of one record, shown to somebody who says why. What was shown, to whom and why goes on record in the transaction
 * in which it is read; a person can do so only so many times a day ({@link DayLimits}).
 */
public final class Reveals {

    private static final String COUNTED_AS = "REVEAL";

    private final AuditTrail audit;
    private final DayLimits limits;
    private final int mostADay;

    Reveals(AuditTrail audit, DayLimits limits, int mostADay) {
        this.audit = audit;
        this.limits = limits;
        this.mostADay = mostADay;
    }

    /**
     * What is asked for.
     *
     * @param field its code
     * @param reason why
     */
    public record Ask(
            @NotBlank(message = "请选择要查看的字段") String field,

            @NotBlank(message = "请填写查看理由") @Explanation(of = "查看理由", max = 200)
            String reason) {}

    /**
     * The field as it is.
     *
     * @param name what people call it
     * @param reason as it went on record
     */
    public record Revealed(String field, String name, String value, String reason) {}

    /** A field that can be asked for: what people call it, and what stands in it. */
    public record Plain(String name, String value) {}

    private record Shown(String field, String reason) {}

    /**
     * Shows it and puts it on record; within the transaction in which it was read.
     *
     * @param subject the record that has the field, known to people by {@code subjectName}
     * @param fields what can be asked for, by the field's code
     * @throws ProblemException FIELD_UNKNOWN, FIELD_HIDDEN, REVEALS_USED_UP
     */
    public Revealed show(
            AuditAction action,
            UUID subject,
            String subjectName,
            Ask ask,
            Map<String, Plain> fields,
            CurrentUser reader) {
        Plain plain = fields.get(ask.field());
        if (plain == null) {
            throw new ProblemException(CommonProblem.FIELD_UNKNOWN);
        }
        FieldRules.requireVisible(reader, ask.field());
        count(reader);
        audit.changed(action, subject, subjectName, null, new Shown(plain.name(), ask.reason()));
        return new Revealed(ask.field(), plain.name(), plain.value(), ask.reason());
    }

    /** Two at once wait for each other, so that none slips through; a refused one is not counted. */
    private void count(CurrentUser reader) {
        if (limits.counted(COUNTED_AS, reader.accountId()) > mostADay) {
            throw new ProblemException(CommonProblem.REVEALS_USED_UP, "您今天查看明文已达 " + mostADay + " 次上限，请明天再试");
        }
    }
}
