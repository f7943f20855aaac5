package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.client.RefusedQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who of a bank can have an application, as user-service says at this moment. Never asked within a transaction; while user-service is silent nothing is handed over (SERVICE_UNAVAILABLE), and taking
 * from the pool, which asks nobody, goes on; so does what comes of a chosen offer, into the pool.
 */
@Component
public class BankPeople {

    private static final Logger LOG = LoggerFactory.getLogger(BankPeople.class);

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
        return found(accountId, user.requireInstitution())
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

    /**
     * An officer of the bank, where they are at this moment, the bank or a branch of it. Nobody where they can have no application any more, and where user-service is silent: what nobody is known to
     * be able to answer lies in the pool, and what somebody waits for does not wait for this. That it refuses to say is a fault, which nobody would look for behind a full pool.
     */
    public @Nullable Holder stillAt(UUID bankId, UUID accountId) {
        try {
            return found(accountId, bankId).orElse(null);
        } catch (RefusedQuestion fault) {
            throw fault;
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            LOG.warn(
                    "Whether {} still handles applications of {} is not known: {}",
                    accountId,
                    bankId,
                    unanswered.toString());
            return null;
        }
    }

    private Optional<Holder> found(UUID accountId, UUID institution) {
        return officers(institution).stream()
                .filter(it -> it.accountId().equals(accountId))
                .findFirst()
                .map(it -> new Holder(it.institutionId(), it.institutionName(), new Actor(it.accountId(), it.name())));
    }

    private List<StaffMember> officers(UUID institution) {
        return principals.staff(institution, FinancePermissions.HANDLE_APPLICATIONS);
    }
}
