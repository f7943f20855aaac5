package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.api.AccountFieldRevealed;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 查看明文 of a person's account: on record, and the person is told who looked, and why. */
@Component
class EnterpriseAccountReveals {

    private final EnterpriseAccounts accounts;
    private final InternalAccounts auth;
    private final Reveals reveals;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnterpriseAccountReveals(
            EnterpriseAccounts accounts,
            InternalAccounts auth,
            Reveals reveals,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.auth = auth;
        this.reveals = reveals;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND out of scope, and as {@link Reveals#show} */
    Reveals.Revealed reveal(UUID id, Reveals.Ask ask, CurrentUser reader) {
        accounts.require(id, reader);
        // Asked before the transaction: no connection is held while auth-service thinks.
        InternalAccounts.AccountRecord account = auth.account(id);
        Map<String, Reveals.Plain> fields =
                Map.of(UserFields.ENTERPRISE_ACCOUNT_PHONE, new Reveals.Plain("手机号", account.phone()));
        return Objects.requireNonNull(transaction.execute(status -> {
            Reveals.Revealed revealed = reveals.show(
                    UserAction.ENTERPRISE_ACCOUNT_FIELD_REVEALED, id, account.displayName(), ask, fields, reader);
            AccountFieldRevealed told = new AccountFieldRevealed(
                    Ids.next(),
                    id,
                    reader.name(),
                    reader.institutionName(),
                    revealed.name(),
                    revealed.reason(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            outbox.publish(told, 0, told.at());
            return revealed;
        }));
    }
}
