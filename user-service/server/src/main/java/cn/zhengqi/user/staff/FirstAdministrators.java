package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.role.Roles;
import cn.zhengqi.web.Sensitive;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the accounts from which all others of staff come: where nobody administers the platform yet, nobody can open one in the console. One person for each
 * of the three duties, in the order in which they are needed, and none any more once each has somebody who may sign in.
 */
@Component
class FirstAdministrators {

    private static final String WORK = "first administrators";
    private static final String BY = "平台运行人员";

    /** Preset roles. */
    private static final List<Duty> DUTIES = List.of(
            new Duty("SYSTEM_ADMIN", "系统管理员"), new Duty("SECURITY_ADMIN", "安全管理员"), new Duty("AUDIT_ADMIN", "审计管理员"));

    private final StaffOpenings openings;
    private final Memberships memberships;
    private final ReferenceData reference;
    private final InternalAccounts auth;
    private final AuditTrail audit;
    private final OnceLoader once;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAdministrators(
            StaffOpenings openings,
            Memberships memberships,
            ReferenceData reference,
            InternalAccounts auth,
            AuditTrail audit,
            OnceLoader once,
            JdbcClient jdbc,
            Clock clock) {
        this.openings = openings;
        this.memberships = memberships;
        this.reference = reference;
        this.auth = auth;
        this.audit = audit;
        this.once = once;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Duty(String role, String label) {}

    /** Of the account, what goes on record. */
    private record Content(
            String displayName,
            @Sensitive(mask = Mask.PHONE) String phone,
            String role) {}

    /** @param link shown once, where it did not go to the owner's phone */
    record Opened(String role, OneTimeLink link) {}

    /**
     * Asked again for somebody who has not used the link yet, it is the same account with a new link.
     *
     * @throws ProblemException ADMINISTRATORS_THERE, PHONE_TAKEN
     */
    Opened open(String displayName, String phone) {
        String name = displayName.strip();
        for (Duty duty : DUTIES) {
            List<UUID> holders = holders(duty);
            Optional<UUID> waiting =
                    holders.stream().filter(holder -> waits(holder, phone)).findFirst();
            if (waiting.isPresent()) {
                OneTimeLink link = link(waiting.get(), name, phone);
                return once.exclusively(WORK, () -> opened(waiting.get(), name, phone, duty, link));
            }
            if (holders.isEmpty()) {
                return open(duty, name, phone);
            }
        }
        throw new ProblemException(UserProblem.ADMINISTRATORS_THERE);
    }

    private Opened open(Duty duty, String name, String phone) {
        Institution operator = operator();
        UUID id = openings.begin(phone, name, UserType.OPERATOR);
        OneTimeLink link;
        try {
            link = link(id, name, phone);
        } catch (ProblemException failed) {
            if (failed.code().status() < 500) {
                openings.refused(id);
            }
            throw failed;
        }
        return once.exclusively(WORK, () -> {
            if (!holders(duty).isEmpty()) {
                throw new ProblemException(UserProblem.ADMINISTRATORS_THERE);
            }
            Instant now = clock.instant();
            openings.finish(id);
            memberships.grant(id, name, operator.id(), Roles.STAFF, now, id, BY);
            memberships.grant(id, name, operator.id(), duty.role(), now, id, BY);
            return opened(id, name, phone, duty, link);
        });
    }

    private Opened opened(UUID id, String name, String phone, Duty duty, OneTimeLink link) {
        audit.changed(UserAction.FIRST_ADMINISTRATOR_OPENED, id, name, null, new Content(name, phone, duty.label()));
        return new Opened(duty.label(), link);
    }

    private OneTimeLink link(UUID id, String name, String phone) {
        // Nobody of them has an account yet.
        Asker by = new Asker(id, BY, null, null, null, null, null);
        return auth.open(id, new NewAccount(UserType.OPERATOR, null, phone, name, by));
    }

    private boolean waits(UUID account, String phone) {
        InternalAccounts.AccountRecord record = auth.account(account);
        return record.awaitsPassword() && record.phone().equals(phone);
    }

    /** Whose account is disabled administers nothing: where those of a duty disabled each other, another is opened who enables them. */
    private List<UUID> holders(Duty duty) {
        return jdbc.sql("""
                        select distinct m.account_id from membership m left join account a on a.id = m.account_id
                        where m.role_code = ? and coalesce(a.enabled, true)""")
                .param(duty.role())
                .query((row, number) -> row.getObject("account_id", UUID.class))
                .list();
    }

    /** Who runs the platform stands in the district's reference data. */
    private Institution operator() {
        return reference.institutions(InstitutionType.OPERATOR).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(UserProblem.NO_OPERATOR));
    }
}
