package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.api.WeChatBindingChanged;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which WeChat user opens which account: one the other, and neither anything else. Openid and nickname lie encrypted in the table. */
@Component
public class WeChatBindings {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final ProtectedColumn openids;
    private final ProtectedColumn nicknames;

    WeChatBindings(
            JdbcClient jdbc,
            Accounts accounts,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            DataProtection protection) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.openids = protection.column("wechat_binding", "openid");
        this.nicknames = protection.column("wechat_binding", "nickname");
    }

    /** @param nickname as WeChat told it when it was bound; absent where it told none */
    public record Binding(@Nullable String nickname, OffsetDateTime boundAt) {}

    /** The account that this WeChat user opens. */
    public Optional<Account> accountOf(WeChatUser user) {
        return jdbc.sql("select account_id from wechat_binding where openid_index = ?")
                .param(openids.index(user.openid()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::find);
    }

    public Optional<Binding> of(UUID account) {
        return jdbc.sql("select nickname, bound_at from wechat_binding where account_id = ?")
                .param(account)
                .query((row, n) -> {
                    String nickname = row.getString("nickname");
                    return new Binding(
                            nickname == null ? null : nicknames.open(nickname),
                            BusinessTime.at(row.getTimestamp("bound_at").toInstant()));
                })
                .optional();
    }

    /** Those of them that have bound WeChat. */
    Set<UUID> boundOf(Set<UUID> some) {
        return jdbc.sql("select account_id from wechat_binding where account_id = any(?)")
                .param(some.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** By which WeChat is told to whom something goes. */
    Optional<String> openidOf(UUID account) {
        return jdbc.sql("select openid from wechat_binding where account_id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .map(openids::open);
    }

    /**
     * Whether this account may be bound at all, once its owner has shown the first factor.
     *
     * @throws ProblemException PHONE_UNVERIFIED: who opened such an account for another's phone would keep a way in; WECHAT_OTHER
     */
    public void refuseUnlessBindable(Account account) {
        if (!account.phoneVerified()) {
            throw new ProblemException(AuthProblem.PHONE_UNVERIFIED);
        }
        if (of(account.id()).isPresent()) {
            throw new ProblemException(AuthProblem.WECHAT_OTHER);
        }
    }

    /** @throws ProblemException WECHAT_TAKEN when the other side of it was bound meanwhile */
    @Transactional
    public void bind(Account account, WeChatUser user) {
        Instant now = clock.instant();
        String nickname = user.nickname();
        try {
            jdbc.sql("""
                            insert into wechat_binding (account_id, openid, openid_index, nickname, bound_at)
                            values (:account, :openid, :index, :nickname, :now)""")
                    .param("account", account.id())
                    .param("openid", openids.seal(user.openid()))
                    .param("index", openids.index(user.openid()))
                    .param("nickname", nickname == null || nickname.isBlank() ? null : nicknames.seal(nickname))
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new ProblemException(AuthProblem.WECHAT_TAKEN);
        }
        audit.by(account.id(), account.displayName())
                .changed(AccountAction.WECHAT_BOUND, account.id(), account.displayName(), null, null);
        outbox.publish(new WeChatBindingChanged(account.id(), true, now), account.version());
    }

    /**
     * By its owner.
     *
     * @throws ProblemException WECHAT_NOT_BOUND
     */
    @Transactional
    public void unbind(Account account) {
        if (!remove(account.id())) {
            throw new ProblemException(AuthProblem.WECHAT_NOT_BOUND);
        }
        audit.changed(AccountAction.WECHAT_UNBOUND, account.id(), account.displayName(), null, null);
        outbox.publish(new WeChatBindingChanged(account.id(), false, clock.instant()), account.version());
    }

    /**
     * With the credentials of before: who sets a password without the old one, or has it set, begins anew.
     *
     * @return false where none was bound
     */
    @Transactional
    public boolean forget(Account account) {
        boolean was = remove(account.id());
        if (was) {
            outbox.publish(new WeChatBindingChanged(account.id(), false, clock.instant()), account.version());
        }
        return was;
    }

    private boolean remove(UUID account) {
        return jdbc.sql("delete from wechat_binding where account_id = ?")
                        .param(account)
                        .update()
                == 1;
    }
}
