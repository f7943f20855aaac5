package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.register.RegisteredEnterprise;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares who is said to represent an enterprise with the register, whose pages cover the name: it is not to be found out here by trying. A wrong one is counted
 * and goes on record although the claim is refused, and after some in a day a right one is refused too.
 */
@Component
class NamedRepresentatives {

    static final int MOST_WRONG_A_DAY = 10;

    private final ClaimMapper mapper;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NamedRepresentatives(
            ClaimMapper mapper, JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * In a transaction of its own: that of the claim takes back what it wrote.
     *
     * @throws ProblemException LEGAL_REP_MISMATCH; CLAIMS_USED_UP
     */
    void mustRepresent(RegisteredEnterprise enterprise, String name, Actor applicant) {
        Instant now = clock.instant();
        ProblemException refusal = transaction.execute(status -> compared(enterprise, name.strip(), applicant, now));
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable ProblemException compared(
            RegisteredEnterprise enterprise, String name, Actor applicant, Instant now) {
        LocalDate today = BusinessTime.dayOf(now);
        // Many at once are counted as many one after the other.
        mapper.lock(applicant.id());
        if (wrongOn(today, applicant) >= MOST_WRONG_A_DAY) {
            return new ProblemException(
                    CodeProblem.CLAIMS_USED_UP,
                    "您今天填写的法定代表人姓名已 " + MOST_WRONG_A_DAY + " 次与登记信息不一致，请核对后明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
        if (enterprise.legalRep().equals(name)) {
            return null;
        }
        jdbc.sql("delete from wrong_representative where account_id = ? and day < ?")
                .params(applicant.id(), today)
                .update();
        jdbc.sql("""
                        insert into wrong_representative as w (account_id, day, count) values (?, ?, 1)
                        on conflict (account_id, day) do update set count = w.count + 1""").params(applicant.id(), today).update();
        audit.changed(CodeAction.CLAIM_NAME_REFUSED, enterprise.id(), enterprise.name(), null, null);
        return new ProblemException(CodeProblem.LEGAL_REP_MISMATCH);
    }

    private int wrongOn(LocalDate day, Actor applicant) {
        return jdbc.sql("select coalesce(max(count), 0) from wrong_representative where account_id = ? and day = ?")
                .params(applicant.id(), day)
                .query(Integer.class)
                .single();
    }
}
