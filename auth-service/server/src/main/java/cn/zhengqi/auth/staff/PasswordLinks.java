package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.InternalAccounts.PasswordReset;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings a one-time link to the phone of the account's owner: whoever has it becomes that person. Into somebody else's hands it goes only where nobody
 * brings text messages. message-service is asked outside of any transaction; a link that did not go out is made anew by asking again.
 */
@Component
class PasswordLinks {

    private final ManagedAccounts accounts;
    private final InternalSms messages;

    PasswordLinks(ManagedAccounts accounts, InternalSms messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    OneTimeLink open(UUID id, NewAccount account) {
        boolean byMessage = messages.availability().available();
        OneTimeLink link = accounts.open(id, account);
        return byMessage ? sent(id, link) : link;
    }

    /** @throws ProblemException LINK_NOT_DELIVERABLE, before anything is done */
    OneTimeLink resetPassword(UUID id, PasswordReset wanted) {
        boolean byMessage = messages.availability().available();
        if (!byMessage && !wanted.intoHand()) {
            throw new ProblemException(AuthProblem.LINK_NOT_DELIVERABLE);
        }
        OneTimeLink link = accounts.resetPassword(id, wanted.by());
        return byMessage ? sent(id, link) : link;
    }

    private OneTimeLink sent(UUID id, OneTimeLink link) {
        String token = Objects.requireNonNull(link.token(), "fresh links have their token");
        messages.send(new CodeMessage(id, accounts.record(id).phone(), Purpose.PASSWORD_LINK, token));
        return new OneTimeLink(null, link.expiresAt());
    }
}
