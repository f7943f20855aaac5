package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 查看明文 of an application: on record here, and told to the enterprise, which reads of it in 数据查看记录. */
@Component
class ApplicationReveals {

    private final LoanApplications applications;
    private final Reveals reveals;
    private final Outbox outbox;
    private final Clock clock;

    ApplicationReveals(LoanApplications applications, Reveals reveals, Outbox outbox, Clock clock) {
        this.applications = applications;
        this.reveals = reveals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND out of scope, and as {@link Reveals#show} */
    @Transactional
    Reveals.Revealed reveal(UUID id, DataScope scope, Reveals.Ask ask, CurrentUser reader) {
        LoanApplicationView it = applications.detail(id, scope);
        Map<String, Reveals.Plain> fields = Map.of(
                FinanceFields.CONTACT_NAME, new Reveals.Plain("联系人", it.contactName()),
                FinanceFields.CONTACT_PHONE, new Reveals.Plain("联系电话", it.contactPhone()));
        Reveals.Revealed revealed = reveals.show(
                FinanceAction.APPLICATION_FIELD_REVEALED,
                id,
                it.number() + " " + it.enterpriseName(),
                ask,
                fields,
                reader);
        LoanApplicationViewed viewed = new LoanApplicationViewed(
                Ids.next(),
                id,
                it.number(),
                it.enterpriseId(),
                reader.accountId(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                List.of(),
                revealed.name(),
                revealed.reason(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        outbox.publish(viewed, 0, viewed.at());
        return revealed;
    }
}
