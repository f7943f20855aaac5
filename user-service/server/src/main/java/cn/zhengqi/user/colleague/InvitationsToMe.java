package cn.zhengqi.user.colleague;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InvitationAccepted;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.web.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How colleagues come in: whoever has the link, or whoever has the phone, says yes to an invitation that is worth something, once and in time, or no. */
@Component
class InvitationsToMe {

    private static final String TO_ME = """
            select i.id, i.enterprise_id, e.name as enterprise_name, i.role_code, i.invited_by, i.invited_by_name, i.expires_at
            from enterprise_invitation i join enterprise e on e.id = i.enterprise_id where
            """;

    private final Memberships memberships;
    private final EnterpriseTurns turns;
    private final InternalAccounts auth;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ProtectedColumn phones;

    InvitationsToMe(
            Memberships memberships,
            EnterpriseTurns turns,
            InternalAccounts auth,
            JdbcClient jdbc,
            AuditTrail audit,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock,
            DataProtection protection) {
        this.memberships = memberships;
        this.turns = turns;
        this.auth = auth;
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.phones = protection.column("enterprise_invitation", "phone");
    }

    /** An invitation that somebody may still say yes to. */
    private record Open(
            UUID id,
            UUID enterpriseId,
            String enterpriseName,
            ColleagueRole role,
            UUID invitedBy,
            InvitationToMe shown) {}

    /**
     * What a link leads to, before one says yes to it.
     *
     * @throws ProblemException INVITATION_INVALID
     */
    @Transactional
    InvitationToMe behind(String token) {
        return byToken(token).shown();
    }

    /** Invitations to the owner of this person's phone. */
    List<InvitationToMe> to(CurrentUser user) {
        if (user.userType() != UserType.ENTERPRISE) {
            return List.of();
        }
        AccountRecord account = auth.account(user.accountId());
        if (!account.phoneProved()) {
            return List.of();
        }
        return jdbc.sql(TO_ME + "i.phone_index = :phone and" + Invitations.WORTH_SOMETHING
                        + "order by i.created_at desc limit 20")
                .param("phone", phones.index(account.phone()))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> open(row).shown())
                .list();
    }

    /** @throws ProblemException INVITATION_INVALID, INVITATION_NOT_FOR_ACCOUNT, ALREADY_MEMBER */
    UUID accept(String token, CurrentUser user) {
        AccountRecord account = auth.account(user.accountId());
        String phone = account.phoneProved() ? account.phone() : null;
        return transaction.execute(status -> accept(byToken(token), phone, user));
    }

    /** @throws ProblemException NOT_FOUND for an invitation to another phone; as {@link #accept(String, CurrentUser)} */
    UUID accept(UUID id, CurrentUser user) {
        String phone = phoneOf(user);
        return transaction.execute(status -> accept(toPhone(id, phone), phone, user));
    }

    /** @throws ProblemException NOT_FOUND for an invitation to another phone */
    void decline(UUID id, CurrentUser user) {
        String phone = phoneOf(user);
        transaction.executeWithoutResult(status -> {
            Open invitation = toPhone(id, phone);
            int declined =
                    jdbc.sql("""
                            update enterprise_invitation set withdrawn_at = ?
                            where id = ? and accepted_at is null and withdrawn_at is null""").params(Timestamp.from(clock.instant()), id).update();
            if (declined == 0) {
                // Accepted or withdrawn since it was looked at.
                throw ProblemException.notFound("邀请不存在或已失效");
            }
            audit.changed(
                    UserAction.INVITATION_DECLINED,
                    id,
                    invitation.enterpriseName(),
                    new Invitations.Content(invitation.role().label(), null),
                    null);
        });
    }

    /** Who named a phone and never showed that it is theirs is invited by nobody who knows its owner. */
    private String phoneOf(CurrentUser user) {
        AccountRecord account = auth.account(user.accountId());
        if (!account.phoneProved()) {
            throw ProblemException.notFound("邀请不存在或已失效");
        }
        return account.phone();
    }

    private UUID accept(Open invitation, @Nullable String phone, CurrentUser user) {
        if (user.userType() != UserType.ENTERPRISE) {
            throw new ProblemException(UserProblem.INVITATION_NOT_FOR_ACCOUNT);
        }
        // What it is worth is looked at again after the wait: a revocation of the code, or who takes the inviter out,
        // may have come first.
        turns.waitFor(invitation.enterpriseId());
        if (memberships.roleIn(user.accountId(), invitation.enterpriseId()) != null) {
            throw new ProblemException(UserProblem.ALREADY_MEMBER);
        }
        Instant now = clock.instant();
        int used = jdbc.sql("""
                        update enterprise_invitation i set accepted_by = :by, accepted_by_name = :byName, accepted_at = :now
                        where i.id = :id and""" + Invitations.WORTH_SOMETHING)
                .param("by", user.accountId())
                .param("byName", user.name())
                .param("now", Timestamp.from(now))
                .param("id", invitation.id())
                .update();
        if (used == 0) {
            throw new ProblemException(UserProblem.INVITATION_INVALID);
        }
        if (phone != null) {
            acceptOthers(invitation.enterpriseId(), phone, user, now);
        }
        memberships.join(
                new Membership(
                        Ids.next(),
                        user.accountId(),
                        invitation.enterpriseId(),
                        null,
                        invitation.role().name(),
                        now),
                user.name());
        audit.changed(
                UserAction.INVITATION_ACCEPTED,
                invitation.id(),
                invitation.enterpriseName(),
                null,
                new Invitations.Content(invitation.role().label(), null));
        outbox.publish(
                new InvitationAccepted(
                        invitation.id(),
                        invitation.invitedBy(),
                        invitation.enterpriseId(),
                        invitation.enterpriseName(),
                        user.accountId(),
                        user.name(),
                        invitation.role().label(),
                        now),
                0);
        return invitation.enterpriseId();
    }

    /** Who has joined by a link is not invited by number any more. */
    private void acceptOthers(UUID enterprise, String phone, CurrentUser user, Instant now) {
        jdbc.sql("""
                        update enterprise_invitation set accepted_by = :by, accepted_by_name = :byName, accepted_at = :now
                        where enterprise_id = :enterprise and phone_index = :phone and accepted_at is null and withdrawn_at is null""")
                .param("by", user.accountId())
                .param("byName", user.name())
                .param("now", Timestamp.from(now))
                .param("enterprise", enterprise)
                .param("phone", phones.index(phone))
                .update();
    }

    private Open byToken(String token) {
        return find("i.token_hash = :key and", Invitations.hash(token))
                .orElseThrow(() -> new ProblemException(UserProblem.INVITATION_INVALID));
    }

    private Open toPhone(UUID id, String phone) {
        return jdbc.sql(TO_ME + "i.id = :id and i.phone_index = :phone and" + Invitations.WORTH_SOMETHING)
                .param("id", id)
                .param("phone", phones.index(phone))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> open(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("邀请不存在或已失效"));
    }

    private Optional<Open> find(String which, Object key) {
        return jdbc.sql(TO_ME + which + Invitations.WORTH_SOMETHING)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> open(row))
                .optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        ColleagueRole role = ColleagueRole.valueOf(row.getString("role_code"));
        String enterprise = row.getString("enterprise_name");
        return new Open(
                id,
                row.getObject("enterprise_id", UUID.class),
                enterprise,
                role,
                row.getObject("invited_by", UUID.class),
                new InvitationToMe(
                        id, enterprise, role, row.getString("invited_by_name"), Invitations.time(row, "expires_at")));
    }
}
