package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who of a bank can have an application, as user-service says at this moment. Never asked within a transaction; while user-service is silent nothing is handed over (SERVICE_UNAVAILABLE), and taking
 * from the pool, which asks nobody, goes on.
 */
@Component
class BankPeople {

    private final InternalPrincipals principals;
    private final InternalInstitutions institutions;

    BankPeople(InternalPrincipals principals, InternalInstitutions institutions) {
        this.principals = principals;
        this.institutions = institutions;
    }

    /**
     * To whom somebody can give an application.
     *
     * @param officers of the own institution and those below
     * @param branches that have a pool: the own institution and those below it
     */
    record Assignees(List<StaffMember> officers, List<Branch> branches) {}

    Assignees assignees(CurrentUser user) {
        List<Branch> branches = institutions.open(user.territory().institutions()).stream()
                .map(it -> new Branch(it.id(), it.name()))
                .sorted(Comparator.comparing(Branch::name))
                .toList();
        return new Assignees(officers(user.requireInstitution()), branches);
    }

    /**
     * One officer of the caller's institution or below.
     *
     * @throws ProblemException OFFICER_UNKNOWN
     */
    Holder officer(UUID accountId, CurrentUser user) {
        return officers(user.requireInstitution()).stream()
                .filter(it -> it.accountId().equals(accountId))
                .findFirst()
                .map(it -> new Holder(it.institutionId(), it.institutionName(), new Actor(it.accountId(), it.name())))
                .orElseThrow(() -> new ProblemException(FinanceProblem.OFFICER_UNKNOWN));
    }

    /**
     * The pool of an institution, where somebody can take it.
     *
     * @throws ProblemException BRANCH_UNKNOWN, BRANCH_WITHOUT_OFFICER
     */
    Branch pool(UUID institutionId) {
        Branch pool = institutions.open(List.of(institutionId)).stream()
                .findFirst()
                .map(it -> new Branch(it.id(), it.name()))
                .orElseThrow(() -> new ProblemException(FinanceProblem.BRANCH_UNKNOWN));
        if (officers(institutionId).stream().noneMatch(it -> it.institutionId().equals(institutionId))) {
            throw new ProblemException(FinanceProblem.BRANCH_WITHOUT_OFFICER);
        }
        return pool;
    }

    private List<StaffMember> officers(UUID institution) {
        return principals.staff(institution, FinancePermissions.HANDLE_APPLICATIONS);
    }
}
