package cn.zhengqi.user.colleague;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.ColleagueInvited;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Sensitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How colleagues are asked in: by a link, or by a phone, for a time. An invitation is worth what who made it is worth: it is void when they are no administrator
 * any more, or the enterprise's code was revoked. Whose phone it is auth-service knows, and is asked outside of any transaction.
 */
@Component
class Invitations {

    static final Duration LINK_LIFE = Duration.ofDays(3);
    static final Duration PHONE_LIFE = Duration.ofDays(7);

    /** Open ones at a time. */
    static final int MOST_OPEN = 50;

    /** Also of those that were withdrawn: each may tell somebody who has nothing to do with the enterprise. */
    static final int MOST_A_DAY = 50;

    /** Who is invited, let go and invited again within it hears of it once. */
    private static final Duration TOLD_ONCE = Duration.ofDays(1);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final int MOST_SHOWN = 100;
    private static final int TOKEN_BYTES = 32;

    /** Whoever invited administers the enterprise still, and it holds its code. */
    static final String WORTH_SOMETHING = """
             i.accepted_at is null and i.withdrawn_at is null and i.expires_at > :now
             and exists (select 1 from enterprise e where e.id = i.enterprise_id and e.certified_at is not null)
             and exists (select 1 from membership m where m.account_id = i.invited_by and m.enterprise_id = i.enterprise_id
               and m.role_code = 'ENTERPRISE_ADMIN')
            """;

    private final Memberships memberships;
    private final EnterpriseTurns turns;
    private final InternalAccounts auth;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final OneEffect once;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ProtectedColumn phones;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Memberships memberships,
            EnterpriseTurns turns,
            InternalAccounts auth,
            JdbcClient jdbc,
            AuditTrail audit,
            Outbox outbox,
            OneEffect once,
            TransactionTemplate transaction,
            Clock clock,
            DataProtection protection) {
        this.memberships = memberships;
        this.turns = turns;
        this.auth = auth;
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.once = once;
        this.transaction = transaction;
        this.clock = clock;
        this.phones = protection.column("enterprise_invitation", "phone");
    }

    /** Of an invitation, what goes on record. */
    record Content(
            String role,
            @Sensitive(mask = Mask.PHONE) @Nullable String phone) {}

    /** @param token of the link, shown once; absent: the owner of the phone finds the invitation after signing in */
    record Invited(UUID id, @Nullable String token, OffsetDateTime expiresAt) {}

    /**
     * @throws ProblemException VALIDATION_FAILED for one's own phone and PHONE_OF_COLLEAGUE for a colleague's: who belongs to the enterprise could never accept it;
     *     PHONE_INVITED while an invitation to the phone is open; TOO_MANY_INVITATIONS, INVITATIONS_USED_UP
     */
    Invited invite(ColleagueRole role, @Nullable String phone, CurrentUser user) {
        UUID owner = phone == null
                ? null
                : auth.ownerOf(new InternalAccounts.Phone(phone)).accountId();
        if (user.accountId().equals(owner)) {
            throw ProblemException.validation("phone", "OWN_PHONE", "这是您自己的手机号，请填写同事的手机号");
        }
        boolean told = owner != null && mayAccept(owner);
        return once.of(() -> transaction.execute(status -> invited(role, phone, owner, told, user)));
    }

    /** Nobody hears of an invitation who would not find it: it may be meant for somebody else. */
    private boolean mayAccept(UUID owner) {
        InternalAccounts.AccountRecord account = auth.account(owner);
        return account.userType() == UserType.ENTERPRISE && account.phoneProved();
    }

    private Invited invited(
            ColleagueRole role, @Nullable String phone, @Nullable UUID owner, boolean told, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        Instant now = clock.instant();
        turns.waitFor(enterprise);
        if (owner != null && memberships.roleIn(owner, enterprise) != null) {
            throw atPhone(UserProblem.PHONE_OF_COLLEAGUE, UserProblem.PHONE_OF_COLLEAGUE.title(), Map.of());
        }
        if (phone != null) {
            refuseSecond(enterprise, phone, now);
        }
        refuseMore(enterprise, now);
        boolean news = phone != null && told && !wasInvited(enterprise, phone, now.minus(TOLD_ONCE));
        UUID id = Ids.next();
        String token = phone == null ? secret() : null;
        Instant end = now.plus(phone == null ? LINK_LIFE : PHONE_LIFE);
        jdbc.sql("""
                        insert into enterprise_invitation
                          (id, enterprise_id, role_code, phone, phone_index, token_hash, invited_by, invited_by_name, created_at, expires_at)
                        values (:id, :enterprise, :role, :phone, :phoneIndex, :hash, :by, :byName, :now, :end)""")
                .param("id", id)
                .param("enterprise", enterprise)
                .param("role", role.name())
                .param("phone", phone == null ? null : phones.seal(phone))
                .param("phoneIndex", phone == null ? null : phones.index(phone))
                .param("hash", token == null ? null : hash(token))
                .param("by", user.accountId())
                .param("byName", user.name())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(end))
                .update();
        audit.changed(
                UserAction.COLLEAGUE_INVITED,
                id,
                phone == null ? "链接邀请" : "手机号邀请",
                null,
                new Content(role.label(), phone));
        if (owner != null && news) {
            outbox.publish(
                    new ColleagueInvited(
                            id, owner, enterprise, nameOf(enterprise), user.accountId(), user.name(), now, end),
                    0);
        }
        return new Invited(id, token, BusinessTime.at(end));
    }

    private String nameOf(UUID enterprise) {
        return jdbc.sql("select name from enterprise where id = ?")
                .param(enterprise)
                .query(String.class)
                .single();
    }

    /** Newest first. */
    @Transactional
    List<Invitation> of(UUID enterprise) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select id, role_code, phone, invited_by_name, created_at, expires_at, accepted_at, accepted_by_name, withdrawn_at
                        from enterprise_invitation where enterprise_id = ? order by created_at desc, id limit
                        """ + MOST_SHOWN)
                .param(enterprise)
                .query((row, n) -> new Invitation(
                        row.getObject("id", UUID.class),
                        ColleagueRole.valueOf(row.getString("role_code")),
                        opened(row.getString("phone")),
                        row.getString("invited_by_name"),
                        time(row, "created_at"),
                        time(row, "expires_at"),
                        state(row, now),
                        row.getString("accepted_by_name")))
                .list();
    }

    /** @throws ProblemException NOT_FOUND also for another enterprise's */
    @Transactional
    void withdraw(UUID id, CurrentUser user) {
        String role = jdbc.sql("""
                        update enterprise_invitation set withdrawn_at = ?
                        where id = ? and enterprise_id = ? and accepted_at is null and withdrawn_at is null
                        returning role_code""")
                .params(Timestamp.from(clock.instant()), id, user.requireEnterprise())
                .query(String.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("邀请不存在、已接受或已撤回"));
        audit.changed(
                UserAction.INVITATION_WITHDRAWN,
                id,
                "邀请",
                new Content(ColleagueRole.valueOf(role).label(), null),
                null);
    }

    private @Nullable String opened(@Nullable String stored) {
        return stored == null ? null : phones.open(stored);
    }

    /** Names the open one, which can be withdrawn. Void ones, of who is no administrator any more, stand in nobody's way. */
    private void refuseSecond(UUID enterprise, String phone, Instant now) {
        record First(UUID id, ColleagueRole role, String by, OffsetDateTime at, OffsetDateTime end) {}
        jdbc.sql("""
                        select i.id, i.role_code, i.invited_by_name, i.created_at, i.expires_at from enterprise_invitation i
                        where i.enterprise_id = :enterprise and i.phone_index = :phone and
                        """ + WORTH_SOMETHING + "order by i.created_at desc limit 1")
                .param("enterprise", enterprise)
                .param("phone", phones.index(phone))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new First(
                        row.getObject("id", UUID.class),
                        ColleagueRole.valueOf(row.getString("role_code")),
                        row.getString("invited_by_name"),
                        time(row, "created_at"),
                        time(row, "expires_at")))
                .optional()
                .ifPresent(first -> {
                    throw atPhone(
                            UserProblem.PHONE_INVITED,
                            "%s已于 %s 邀请该手机号为%s，%s 前有效；如需重新邀请，请先撤回该邀请"
                                    .formatted(
                                            first.by(),
                                            BusinessTime.inWords(first.at().toLocalDate()),
                                            first.role().label(),
                                            MINUTE.format(first.end())),
                            Map.of("invitationId", first.id()));
                });
    }

    private static ProblemException atPhone(UserProblem problem, String words, Map<String, Object> extras) {
        return new ProblemException(problem, words, List.of(new FieldProblem("phone", problem.name(), words)), extras);
    }

    private void refuseMore(UUID enterprise, Instant now) {
        int open = jdbc.sql("""
                        select count(*) from enterprise_invitation
                        where enterprise_id = ? and accepted_at is null and withdrawn_at is null and expires_at > ?""")
                .params(enterprise, Timestamp.from(now))
                .query(Integer.class)
                .single();
        if (open >= MOST_OPEN) {
            throw new ProblemException(UserProblem.TOO_MANY_INVITATIONS);
        }
        int today = jdbc.sql("select count(*) from enterprise_invitation where enterprise_id = ? and created_at >= ?")
                .params(enterprise, Timestamp.from(BusinessTime.startOf(BusinessTime.dayOf(now))))
                .query(Integer.class)
                .single();
        if (today >= MOST_A_DAY) {
            throw new ProblemException(
                    UserProblem.INVITATIONS_USED_UP,
                    "本企业今天已发出邀请 " + MOST_A_DAY + " 次，达到每日上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
    }

    private boolean wasInvited(UUID enterprise, String phone, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from enterprise_invitation
                          where enterprise_id = ? and phone_index = ? and created_at > ?)""")
                .params(enterprise, phones.index(phone), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private static InvitationState state(ResultSet row, Instant now) throws SQLException {
        if (row.getTimestamp("accepted_at") != null) {
            return InvitationState.ACCEPTED;
        }
        if (row.getTimestamp("withdrawn_at") != null) {
            return InvitationState.WITHDRAWN;
        }
        return row.getTimestamp("expires_at").toInstant().isAfter(now) ? InvitationState.OPEN : InvitationState.EXPIRED;
    }

    static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessTime.at(row.getTimestamp(column).toInstant());
    }

    private String secret() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
