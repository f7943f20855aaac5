package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountChange;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.Disabling;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.InternalAccounts.PasswordReset;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.role.GrantableRoles;
import cn.zhengqi.user.role.Roles;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldEdits;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts of an institution's people, for those who look after them, as far as their roles reach: mostly to the own institution and below, or to
 * all for those who run the platform. What an account is, auth-service alone decides and tells: here is no second truth of it. It is asked outside of any transaction,
 * and everything that it is asked may be asked again when its answer was not heard. It records in its own transaction what it did and who asked for it; what
 * is done here, which is to say who works where with which roles, is recorded here.
 */
@Component
class StaffAccounts {

    private final StaffMapper mapper;
    private final StaffOpenings openings;
    private final AccountOpening opening;
    private final GrantedRoles granted;
    private final Memberships memberships;
    private final GrantableRoles roles;
    private final InstitutionTree tree;
    private final ReferenceData reference;
    private final InternalAccounts auth;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StaffAccounts(
            StaffMapper mapper,
            StaffOpenings openings,
            AccountOpening opening,
            GrantedRoles granted,
            Memberships memberships,
            GrantableRoles roles,
            InstitutionTree tree,
            ReferenceData reference,
            InternalAccounts auth,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.openings = openings;
        this.opening = opening;
        this.granted = granted;
        this.memberships = memberships;
        this.roles = roles;
        this.tree = tree;
        this.reference = reference;
        this.auth = auth;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Of an account, what goes on record. */
    private record Content(
            String displayName,
            @Sensitive(mask = Mask.PHONE) @Nullable String phone,
            String institutionName,
            List<String> roles) {}

    /** @param link shown once, where it did not go to the owner's phone */
    record Opened(UUID accountId, OneTimeLink link) {}

    @Transactional(readOnly = true)
    Page<StaffRow> list(StaffFilter.Query query, PageRequest page) {
        return Page.of(mapper.staff(query, page.size(), page.offset()), mapper.countStaff(query), page);
    }

    @Transactional(readOnly = true)
    long count(StaffFilter.Query query) {
        return mapper.countStaff(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(StaffFilter.Query query, Consumer<StaffRow> receiver) {
        mapper.eachStaff(query, it -> receiver.accept(it.getResultObject()));
    }

    /** What a filter finds for this person. */
    StaffFilter.Query query(StaffFilter filter, CurrentUser user) {
        return filter.within(scopeOf(user));
    }

    StaffDetail detail(UUID id, CurrentUser user) {
        StaffRow row = require(id, user);
        AccountRecord account = auth.account(id);
        return new StaffDetail(
                id,
                account.displayName(),
                account.username(),
                account.phone(),
                row.institutionId(),
                row.institutionName(),
                account.enabled(),
                account.enabled() ? null : Disablement.of(auth.disabled(id)),
                account.awaitsPassword(),
                account.secondFactor(),
                row.registeredAt(),
                memberships.rolesAt(id, row.institutionId()),
                roles.available(row.institutionId(), user),
                mapper.grants(id, row.institutionId()));
    }

    List<ManagedInstitution> institutions(CurrentUser user) {
        return mapper.institutions(scopeOf(user));
    }

    List<GrantableRoles.Grantable> grantable(UUID institutionId, CurrentUser user) {
        return roles.available(institution(institutionId, user).id(), user);
    }

    /**
     * Whether it may be is looked at first, then auth-service opens the account, then it gets its roles here. Until all of it is done nobody has the link:
     * the account is nobody's, and is the one that is meant when the same phone is asked for again.
     *
     * @throws ProblemException PHONE_TAKEN, USERNAME_TAKEN, PERMISSION_NOT_HELD, ROLE_NOT_FOR_INSTITUTION, DUTY_CONFLICT, INSTITUTION_IS_RETIRED
     */
    Opened open(
            String displayName,
            String phone,
            @Nullable String username,
            UUID institutionId,
            List<String> wantedRoles,
            CurrentUser user) {
        Institution institution = institution(institutionId, user);
        refuseRetired(institution);
        if (!wantedRoles.isEmpty()) {
            user.require(UserPermissions.GRANT_ROLES);
            granted.refuse(institutionId, wantedRoles, user);
        }
        String name = displayName.strip();
        UserType type = typeOf(institution.type());
        UUID id = openings.begin(phone, name, type);
        OneTimeLink link = opening.ask(id, new NewAccount(type, username, phone, name, Askers.of(user)));
        return transaction.execute(status -> {
            refuseRetiredSince(institutionId);
            openings.finish(id);
            granted.give(id, name, institutionId, Roles.STAFF, user);
            granted.replace(id, name, institutionId, wantedRoles, user);
            audit.changed(
                    UserAction.ACCOUNT_OPENED,
                    id,
                    name,
                    null,
                    new Content(name, phone, institution.name(), granted.namesAt(id, institutionId)));
            return new Opened(id, link);
        });
    }

    /** @throws ProblemException FIELD_NOT_EDITABLE, STRONGER_ACCOUNT, DUTY_ACCOUNT */
    void change(UUID id, StaffController.StaffChange wanted, CurrentUser user) {
        require(id, user);
        refuseTakeover(id, user);
        AccountRecord before = auth.account(id);
        StaffController.StaffChange change =
                FieldEdits.accept(wanted, new StaffController.StaffChange(before.displayName(), before.phone()), user);
        String name = change.displayName().strip();
        String phone = Objects.requireNonNull(change.phone());
        if (!phone.equals(before.phone()) && mayMore(id, user)) {
            throw new ProblemException(UserProblem.STRONGER_ACCOUNT);
        }
        auth.change(id, new AccountChange(phone, name, Askers.of(user)));
    }

    void enable(UUID id, CurrentUser user) {
        StaffRow row = stoppable(id, user);
        refuseRetired(institution(row.institutionId(), user));
        auth.enable(id, Askers.of(user));
        disableAgainWhereRetired(id, row.institutionId(), user);
    }

    void disable(UUID id, String reason, CurrentUser user) {
        stoppable(id, user);
        auth.disable(id, new Disabling(reason, Askers.of(user)));
    }

    private StaffRow stoppable(UUID id, CurrentUser user) {
        StaffRow row = require(id, user);
        refuseSelf(id, user, UserProblem.OWN_ACCOUNT);
        refuseTakeover(id, user);
        return row;
    }

    /**
     * The link goes to the owner's phone, so that it can be done for those too who may more than the caller. Where nobody brings text messages the caller
     * has it in hand, and then not for them.
     */
    OneTimeLink resetPassword(UUID id, CurrentUser user) {
        require(id, user);
        refuseSelf(id, user, UserProblem.OWN_ACCOUNT);
        refuseTakeover(id, user);
        return auth.resetPassword(id, new PasswordReset(Askers.of(user), !mayMore(id, user)));
    }

    /** For who has lost the phone: who it was taken from sets up another at the next sign-in. */
    void removeSecondFactor(UUID id, CurrentUser user) {
        require(id, user);
        refuseSelf(id, user, UserProblem.OWN_ACCOUNT);
        refuseTakeover(id, user);
        auth.removeSecondFactor(id, Askers.of(user));
    }

    /** @throws ProblemException OWN_ROLES, PERMISSION_NOT_HELD, ROLE_NOT_FOR_INSTITUTION, DUTY_CONFLICT */
    @Transactional
    void grant(UUID id, List<String> wanted, CurrentUser user) {
        StaffRow row = require(id, user);
        refuseSelf(id, user, UserProblem.OWN_ROLES);
        List<String> before = granted.namesAt(id, row.institutionId());
        if (!memberships.rolesAt(id, row.institutionId()).contains(Roles.STAFF)) {
            granted.give(id, row.displayName(), row.institutionId(), Roles.STAFF, user);
        }
        granted.replace(id, row.displayName(), row.institutionId(), wanted, user);
        audit.changed(
                UserAction.ROLES_GRANTED,
                id,
                row.displayName(),
                new Content(row.displayName(), null, row.institutionName(), before),
                new Content(row.displayName(), null, row.institutionName(), granted.namesAt(id, row.institutionId())));
    }

    private StaffRow require(UUID id, CurrentUser user) {
        List<StaffRow> rows = mapper.staff(StaffFilter.one(id, scopeOf(user)), 1, 0);
        if (rows.isEmpty()) {
            throw ProblemException.notFound("账号不存在");
        }
        return rows.getFirst();
    }

    private void refuseRetired(Institution institution) {
        if (!reference.isOpen(institution)) {
            throw new ProblemException(UserProblem.INSTITUTION_IS_RETIRED);
        }
    }

    /** What is kept in memory may be old, and auth-service took its time. */
    private void refuseRetiredSince(UUID institutionId) {
        if (mapper.isRetired(institutionId)) {
            throw new ProblemException(UserProblem.INSTITUTION_IS_RETIRED);
        }
    }

    private void disableAgainWhereRetired(UUID id, UUID institutionId, CurrentUser user) {
        try {
            transaction.executeWithoutResult(status -> refuseRetiredSince(institutionId));
        } catch (ProblemException retired) {
            auth.disable(id, new Disabling("所在机构已停用", Askers.of(user)));
            throw retired;
        }
    }

    private Institution institution(UUID id, CurrentUser user) {
        return reference
                .institution(id)
                .filter(institution -> isInScope(institution.id(), user))
                .orElseThrow(() -> ProblemException.notFound("机构不存在"));
    }

    private @Nullable List<UUID> scopeOf(CurrentUser user) {
        DataScope scope = tree.scopeOf(user, ScopedResource.STAFF);
        return scope.everything() ? null : scope.institutions();
    }

    private boolean isInScope(UUID institution, CurrentUser user) {
        List<UUID> scope = scopeOf(user);
        return scope == null || scope.contains(institution);
    }

    private static void refuseSelf(UUID id, CurrentUser user, UserProblem problem) {
        if (id.equals(user.accountId())) {
            throw new ProblemException(problem);
        }
    }

    private boolean mayMore(UUID id, CurrentUser user) {
        return mapper.mayMoreThan(id, List.copyOf(user.permissions()));
    }

    /** Whoever could set the password or the phone of an account of another duty would have both; whoever could disable it would be rid of its eyes. */
    private void refuseTakeover(UUID id, CurrentUser user) {
        if (mapper.hasDutyThatLacks(id, user.accountId())) {
            throw new ProblemException(UserProblem.DUTY_ACCOUNT);
        }
    }

    private static UserType typeOf(InstitutionType type) {
        return switch (type) {
            case BANK -> UserType.BANK;
            case DEPARTMENT, TOWN -> UserType.GOVERNMENT;
            case OPERATOR -> UserType.OPERATOR;
            case CHAMBER -> UserType.CHAMBER;
            case PROVIDER -> UserType.PROVIDER;
        };
    }
}
