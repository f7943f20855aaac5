package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 走访: who went to an enterprise, what they saw, and what it needs, if anything. A record; it does not change. Amounts in yuan. */
@TableName("coordination_visit")
class Visit {

    /** Days for which a visit may be entered afterwards. */
    static final int DAYS = 90;

    @TableId
    private UUID id;

    private String number;
    private UUID enterpriseId;
    private String enterpriseName;
    private String uscc;
    private boolean demo;
    private String townCode;
    private String townName;
    private LocalDate visitedOn;
    private UUID visitorId;
    private String visitorName;
    private UUID institutionId;
    private String institutionName;
    private boolean byBank;
    private @Nullable BigDecimal amount;
    private @Nullable Integer termMonths;
    private @Nullable String purpose;
    private @Nullable CreditKind creditKind;
    private String words;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    private Visit() {}

    /** @throws ProblemException VALIDATION_FAILED for a day that is still to come or long over */
    Visit(
            String number,
            Party enterprise,
            Officer visitor,
            LocalDate on,
            @Nullable Need need,
            String words,
            Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        if (on.isAfter(today) || on.isBefore(today.minusDays(DAYS))) {
            throw ProblemException.validation("visitedOn", "RANGE", "走访日期应在今天及之前 " + DAYS + " 天之内");
        }
        this.id = Ids.next();
        this.number = number;
        this.enterpriseId = enterprise.id();
        this.enterpriseName = enterprise.name();
        this.uscc = enterprise.uscc();
        this.demo = enterprise.demo();
        this.townCode = enterprise.townCode();
        this.townName = enterprise.townName();
        this.visitedOn = on;
        this.visitorId = visitor.accountId();
        this.visitorName = visitor.name();
        this.institutionId = visitor.institutionId();
        this.institutionName = visitor.institutionName();
        this.byBank = visitor.ofBank();
        if (need != null) {
            this.amount = need.amount();
            this.termMonths = need.termMonths();
            this.purpose = need.purpose();
            this.creditKind = need.kind();
        }
        this.words = words;
        this.recordedAt = at;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    String uscc() {
        return uscc;
    }

    boolean demo() {
        return demo;
    }

    String townName() {
        return townName;
    }

    LocalDate visitedOn() {
        return visitedOn;
    }

    String visitorName() {
        return visitorName;
    }

    String institutionName() {
        return institutionName;
    }

    boolean byBank() {
        return byBank;
    }

    @Nullable
    BigDecimal amount() {
        return amount;
    }

    @Nullable
    Integer termMonths() {
        return termMonths;
    }

    @Nullable
    String purpose() {
        return purpose;
    }

    @Nullable
    CreditKind creditKind() {
        return creditKind;
    }

    String words() {
        return words;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
