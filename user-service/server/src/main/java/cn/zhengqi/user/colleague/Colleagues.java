package cn.zhengqi.user.colleague;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.OwnerProof;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.ColleagueStandingChanged;
import cn.zhengqi.user.api.ColleagueStandingChanged.Change;
import cn.zhengqi.user.api.EnterpriseHandedOver;
import cn.zhengqi.user.membership.MembershipEnding;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people of an enterprise. There is always one who administers it: those who take, leave or hand over that role wait for each other on the row of the
 * enterprise, so that two last ones do not go at once.
 */
@Component
class Colleagues {

    private final Memberships memberships;
    private final EnterpriseTurns turns;
    private final InternalAccounts auth;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Colleagues(
            Memberships memberships,
            EnterpriseTurns turns,
            InternalAccounts auth,
            JdbcClient jdbc,
            AuditTrail audit,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.memberships = memberships;
        this.turns = turns;
        this.auth = auth;
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of a colleague, what goes on record. */
    private record Content(String displayName, String role) {}

    /** From the primary: who was let in a moment ago is among them. */
    @Transactional
    List<Colleague> of(UUID enterpriseId, CurrentUser user) {
        return jdbc.sql("""
                        select m.account_id, coalesce(a.display_name, '（同步中）') as name, m.role_code,
                          coalesce(a.enabled, true) as enabled, m.joined_at
                        from membership m left join account a on a.id = m.account_id
                        where m.enterprise_id = ? and m.role_code in ('ENTERPRISE_ADMIN', 'ENTERPRISE_MEMBER')
                        order by m.role_code, m.joined_at, m.account_id""")
                .param(enterpriseId)
                .query((row, n) -> {
                    UUID account = row.getObject("account_id", UUID.class);
                    return new Colleague(
                            account,
                            row.getString("name"),
                            ColleagueRole.valueOf(row.getString("role_code")),
                            row.getBoolean("enabled"),
                            BusinessTime.at(row.getTimestamp("joined_at").toInstant()),
                            account.equals(user.accountId()));
                })
                .list();
    }

    /** Those that the person can act for, newest first. */
    @Transactional
    List<OwnEnterprise> enterprisesOf(CurrentUser user) {
        return jdbc.sql("""
                        select distinct on (m.joined_at, e.id) e.id, e.name, e.uscc, m.role_code, m.joined_at
                        from membership m join enterprise e on e.id = m.enterprise_id
                        where m.account_id = ? and m.role_code in ('ENTERPRISE_ADMIN', 'ENTERPRISE_MEMBER')
                        order by m.joined_at desc, e.id""")
                .param(user.accountId())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new OwnEnterprise(
                            id,
                            row.getString("name"),
                            row.getString("uscc"),
                            ColleagueRole.valueOf(row.getString("role_code")),
                            BusinessTime.at(row.getTimestamp("joined_at").toInstant()),
                            id.equals(user.enterpriseId()));
                })
                .list();
    }

    /** Those that the person acted for until the code was revoked, and does not again, latest first. */
    @Transactional
    List<EndedEnterprise> endedOf(CurrentUser user) {
        return jdbc.sql("""
                        select e.name, e.uscc, x.reason, x.ended_at
                        from (select distinct on (enterprise_id) * from former_membership
                          where account_id = ? and enterprise_id is not null order by enterprise_id, ended_at desc) x
                        join enterprise e on e.id = x.enterprise_id
                        where x.ending = 'CODE_REVOKED' and not exists (select 1 from membership m
                          where m.account_id = x.account_id and m.enterprise_id = x.enterprise_id)
                        order by x.ended_at desc, e.id""")
                .param(user.accountId())
                .query((row, n) -> new EndedEnterprise(
                        row.getString("name"),
                        row.getString("uscc"),
                        row.getString("reason"),
                        BusinessTime.at(row.getTimestamp("ended_at").toInstant())))
                .list();
    }

    /** @throws ProblemException LAST_ADMIN */
    @Transactional
    void give(UUID accountId, ColleagueRole role, CurrentUser user) {
        UUID enterprise = administered(user);
        ColleagueRole before = roleOf(accountId, enterprise);
        if (before == role) {
            return;
        }
        if (before == ColleagueRole.ENTERPRISE_ADMIN) {
            refuseWithoutAdminBut(accountId, enterprise);
        }
        String name = nameOf(accountId);
        put(accountId, name, enterprise, role);
        audit.changed(
                UserAction.COLLEAGUE_ROLE_CHANGED,
                accountId,
                name,
                new Content(name, before.label()),
                new Content(name, role.label()));
        tell(
                accountId,
                enterprise,
                role == ColleagueRole.ENTERPRISE_ADMIN ? Change.MADE_ADMIN : Change.MADE_MEMBER,
                user);
    }

    /**
     * Makes a colleague the administrator in one's own place, after auth-service has asked who does it for their password again.
     *
     * @param code of the second factor, where it is on
     * @throws ProblemException PASSWORD_WRONG, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED; NOT_FOUND for who is no colleague
     */
    void handOver(UUID accountId, String password, @Nullable String code, CurrentUser user) {
        auth.prove(user.accountId(), new OwnerProof(password, code));
        transaction.executeWithoutResult(status -> handOver(accountId, user));
    }

    private void handOver(UUID accountId, CurrentUser user) {
        UUID enterprise = administered(user);
        ColleagueRole before = roleOf(accountId, enterprise);
        if (accountId.equals(user.accountId())) {
            throw ProblemException.validation("accountId", "SELF", "请选择其他成员");
        }
        refuseDisabled(accountId);
        String name = nameOf(accountId);
        if (before != ColleagueRole.ENTERPRISE_ADMIN) {
            put(accountId, name, enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        }
        put(user.accountId(), user.name(), enterprise, ColleagueRole.ENTERPRISE_MEMBER);
        audit.changed(
                UserAction.ENTERPRISE_HANDED_OVER,
                accountId,
                name,
                new Content(name, before.label()),
                new Content(name, ColleagueRole.ENTERPRISE_ADMIN.label()));
        audit.changed(
                UserAction.COLLEAGUE_ROLE_CHANGED,
                user.accountId(),
                user.name(),
                new Content(user.name(), ColleagueRole.ENTERPRISE_ADMIN.label()),
                new Content(user.name(), ColleagueRole.ENTERPRISE_MEMBER.label()));
        tell(accountId, enterprise, Change.HANDED_OVER, user);
        outbox.publish(
                new EnterpriseHandedOver(
                        Ids.next(),
                        user.accountId(),
                        enterprise,
                        enterpriseName(enterprise),
                        accountId,
                        name,
                        clock.instant()),
                0);
    }

    /** @throws ProblemException LAST_ADMIN */
    @Transactional
    void remove(UUID accountId, CurrentUser user) {
        UUID enterprise = administered(user);
        takeOut(accountId, enterprise, UserAction.COLLEAGUE_REMOVED, MembershipEnding.REMOVED);
        tell(accountId, enterprise, Change.REMOVED, user);
    }

    /** @throws ProblemException LAST_ADMIN */
    @Transactional
    void leave(CurrentUser user) {
        takeOut(user.accountId(), locked(user), UserAction.COLLEAGUE_LEFT, MembershipEnding.LEFT);
    }

    private void takeOut(UUID accountId, UUID enterprise, UserAction action, MembershipEnding why) {
        ColleagueRole role = roleOf(accountId, enterprise);
        if (role == ColleagueRole.ENTERPRISE_ADMIN) {
            refuseWithoutAdminBut(accountId, enterprise);
        }
        String name = nameOf(accountId);
        memberships.leave(accountId, enterprise, why, clock.instant());
        audit.changed(action, accountId, name, new Content(name, role.label()), null);
    }

    /** The colleague, in the transaction of the change; who does something to themselves knows it. */
    private void tell(UUID accountId, UUID enterprise, Change change, CurrentUser by) {
        if (accountId.equals(by.accountId())) {
            return;
        }
        outbox.publish(
                new ColleagueStandingChanged(
                        Ids.next(),
                        accountId,
                        enterprise,
                        enterpriseName(enterprise),
                        change,
                        by.accountId(),
                        by.name(),
                        clock.instant()),
                0);
    }

    private String enterpriseName(UUID enterprise) {
        return jdbc.sql("select name from enterprise where id = ?")
                .param(enterprise)
                .query(String.class)
                .single();
    }

    private void put(UUID accountId, String name, UUID enterprise, ColleagueRole role) {
        memberships.changeRole(accountId, name, enterprise, role.name(), clock.instant());
    }

    /** The token may be a moment older than what is true: whoever is no administrator any more manages nobody. */
    private UUID administered(CurrentUser user) {
        UUID enterprise = locked(user);
        if (!ColleagueRole.ENTERPRISE_ADMIN.name().equals(memberships.roleIn(user.accountId(), enterprise))) {
            throw ProblemException.notFound("您已不是该企业的管理员");
        }
        return enterprise;
    }

    private UUID locked(CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        turns.waitFor(enterprise);
        return enterprise;
    }

    private ColleagueRole roleOf(UUID accountId, UUID enterprise) {
        String role = memberships.roleIn(accountId, enterprise);
        if (role == null) {
            throw ProblemException.notFound("企业没有这位成员");
        }
        return ColleagueRole.valueOf(role);
    }

    /** Whose account is disabled administers nothing: such a one may go, and does not stand in for another who goes. */
    private void refuseWithoutAdminBut(UUID accountId, UUID enterprise) {
        boolean administered =
                jdbc.sql("""
                        select exists (select 1 from membership m left join account a on a.id = m.account_id
                          where m.enterprise_id = ? and m.role_code = 'ENTERPRISE_ADMIN' and m.account_id <> ?
                            and coalesce(a.enabled, true))""").params(enterprise, accountId).query(Boolean.class).single();
        if (!administered) {
            throw new ProblemException(UserProblem.LAST_ADMIN);
        }
    }

    private void refuseDisabled(UUID accountId) {
        boolean disabled = jdbc.sql("select exists (select 1 from account where id = ? and not enabled)")
                .param(accountId)
                .query(Boolean.class)
                .single();
        if (disabled) {
            throw ProblemException.validation("accountId", "DISABLED", "该成员的账号已停用，请选择其他成员");
        }
    }

    private String nameOf(UUID accountId) {
        return jdbc.sql("select display_name from account where id = ?")
                .param(accountId)
                .query(String.class)
                .optional()
                .orElse("企业成员");
    }
}
