package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountChange;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.Disabling;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.InternalAccounts.PasswordReset;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldEdits;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of people of enterprises, who open them on their own: for those who help them, as far as their roles reach. As with staff, auth-service decides and records. */
@Component
class EnterpriseAccounts {

    private final StaffMapper mapper;
    private final StaffOpenings openings;
    private final AccountOpening opening;
    private final InstitutionTree tree;
    private final InternalAccounts auth;
    private final TransactionTemplate transaction;

    EnterpriseAccounts(
            StaffMapper mapper,
            StaffOpenings openings,
            AccountOpening opening,
            InstitutionTree tree,
            InternalAccounts auth,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.openings = openings;
        this.opening = opening;
        this.tree = tree;
        this.auth = auth;
        this.transaction = transaction;
    }

    /** What a filter finds for this person. */
    EnterpriseAccountFilter.Query query(EnterpriseAccountFilter filter, CurrentUser user) {
        return filter.within(peopleOf(user));
    }

    @Transactional(readOnly = true)
    Page<EnterpriseAccountRow> list(EnterpriseAccountFilter.Query query, PageRequest page) {
        return Page.of(
                mapper.selfRegistered(query, page.size(), page.offset()), mapper.countSelfRegistered(query), page);
    }

    @Transactional(readOnly = true)
    long count(EnterpriseAccountFilter.Query query) {
        return mapper.countSelfRegistered(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(EnterpriseAccountFilter.Query query, Consumer<EnterpriseAccountRow> receiver) {
        mapper.eachSelfRegistered(query, it -> receiver.accept(it.getResultObject()));
    }

    EnterpriseAccountDetail detail(UUID id, CurrentUser user) {
        EnterpriseAccountRow row = require(id, user);
        AccountRecord account = auth.account(id);
        return new EnterpriseAccountDetail(
                id,
                account.displayName(),
                row.userType(),
                account.phone(),
                row.channel(),
                account.enabled(),
                account.enabled() ? null : Disablement.of(auth.disabled(id)),
                account.awaitsPassword(),
                account.secondFactor(),
                BusinessTime.at(account.registeredAt()),
                mapper.enterprises(id));
    }

    /**
     * Opens the account of somebody who cannot or need not register on line. As of staff: nobody has the link until all of it is done.
     *
     * @throws ProblemException PHONE_TAKEN
     */
    StaffAccounts.Opened open(String displayName, String phone, CurrentUser user) {
        String name = displayName.strip();
        UUID id = openings.begin(phone, name, UserType.ENTERPRISE);
        OneTimeLink link = opening.ask(id, new NewAccount(UserType.ENTERPRISE, null, phone, name, Askers.of(user)));
        return transaction.execute(status -> {
            openings.finish(id);
            return new StaffAccounts.Opened(id, link);
        });
    }

    /**
     * @throws ProblemException FIELD_NOT_EDITABLE; STRONGER_ACCOUNT for the phone of who speaks for an enterprise: whoever has the phone has the account
     */
    void change(UUID id, EnterpriseAccountController.EnterpriseAccountChange wanted, CurrentUser user) {
        require(id, user);
        AccountRecord before = auth.account(id);
        EnterpriseAccountController.EnterpriseAccountChange change = FieldEdits.accept(
                wanted,
                new EnterpriseAccountController.EnterpriseAccountChange(before.displayName(), before.phone()),
                user);
        String name = change.displayName().strip();
        String phone = Objects.requireNonNull(change.phone());
        if (!phone.equals(before.phone()) && mapper.mayMoreThan(id, List.copyOf(user.permissions()))) {
            throw new ProblemException(UserProblem.STRONGER_ACCOUNT);
        }
        auth.change(id, new AccountChange(phone, name, Askers.of(user)));
    }

    void enable(UUID id, CurrentUser user) {
        require(id, user);
        auth.enable(id, Askers.of(user));
    }

    void disable(UUID id, String reason, CurrentUser user) {
        require(id, user);
        auth.disable(id, new Disabling(reason, Askers.of(user)));
    }

    void removeSecondFactor(UUID id, CurrentUser user) {
        require(id, user);
        auth.removeSecondFactor(id, Askers.of(user));
    }

    /** These people speak for enterprises: their link goes to their own phone and never into anybody's hand. */
    OneTimeLink resetPassword(UUID id, CurrentUser user) {
        require(id, user);
        return auth.resetPassword(id, new PasswordReset(Askers.of(user), false));
    }

    /** @throws ProblemException NOT_FOUND out of scope */
    EnterpriseAccountRow require(UUID id, CurrentUser user) {
        List<EnterpriseAccountRow> rows = mapper.selfRegistered(EnterpriseAccountFilter.one(id, peopleOf(user)), 1, 0);
        if (rows.isEmpty()) {
            throw ProblemException.notFound("账号不存在");
        }
        return rows.getFirst();
    }

    private DataScope peopleOf(CurrentUser user) {
        return tree.scopeOf(user, ScopedResource.ENTERPRISE_USER);
    }
}
