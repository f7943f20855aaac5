package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an application lies within its bank and who handles it; says who may take it, and to whom it may be given.
 *
 * @param branchId absent: at the bank's head office
 * @param handlerId absent: in the pool of where it lies
 * @param handledBySystem the bank's own system has it, by its key: no person
 */
record Assignment(
        UUID bankId,
        @Nullable UUID branchId,
        @Nullable String branchName,
        @Nullable UUID handlerId,
        @Nullable String handlerName,
        boolean handledBySystem) {

    /** A change of it, with what the timeline shows of it and the reason in words where one was given. */
    record Change(
            Assignment to,
            StepKind how,
            @Nullable String note,
            @Nullable String reason) {}

    /** In the pool of the branch, or of the head office. */
    static Assignment ofPool(UUID bankId, @Nullable Branch branch) {
        return new Assignment(
                bankId, branch == null ? null : branch.id(), branch == null ? null : branch.name(), null, null, false);
    }

    /** With one officer from the beginning, where they are. */
    static Assignment ofHolder(UUID bankId, Holder holder) {
        return ofPool(bankId, null).with(holder);
    }

    /** The institution where it lies: a branch, or the bank itself. */
    UUID deskId() {
        return branchId == null ? bankId : branchId;
    }

    /**
     * Who has it answers it. A colleague, and a head, takes it over first, which is on record and told to who had it.
     *
     * @throws ProblemException APPLICATION_NOT_TAKEN, APPLICATION_OF_COLLEAGUE with the name of who has it
     */
    void mustBeWith(Actor officer) {
        if (handlerId == null) {
            throw new ProblemException(FinanceProblem.APPLICATION_NOT_TAKEN);
        }
        if (!handlerId.equals(officer.accountId())) {
            throw new ProblemException(
                    FinanceProblem.APPLICATION_OF_COLLEAGUE, "该申请由" + handlerName + "办理；需由您办理的，请先接手并写明原因");
        }
    }

    /**
     * An officer takes it out of the pool.
     *
     * @throws ProblemException APPLICATION_ALREADY_TAKEN with the name of who has it
     */
    Change take(Holder self, Actor officer) {
        if (handlerId != null) {
            throw new ProblemException(
                    FinanceProblem.APPLICATION_ALREADY_TAKEN,
                    handlerId.equals(officer.accountId()) ? "您已认领该申请" : "该申请已由" + handlerName + "办理");
        }
        return new Change(with(self), StepKind.TAKEN, null, null);
    }

    /**
     * @param reason in words; mandatory where it is taken from somebody
     * @throws ProblemException HAND_OVER_REASON_REQUIRED, ALREADY_HANDLED_SO
     */
    Change handOver(Holder to, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (handlerId != null && why.isEmpty()) {
            throw new ProblemException(FinanceProblem.HAND_OVER_REASON_REQUIRED);
        }
        Actor officer = to.officer();
        if (Objects.equals(handlerId, officer == null ? null : officer.accountId())
                && to.institutionId().equals(deskId())) {
            throw new ProblemException(FinanceProblem.ALREADY_HANDLED_SO);
        }
        StepKind how = officer == null ? StepKind.POOLED : handlerId == null ? StepKind.ASSIGNED : StepKind.HANDED_OVER;
        String note = (officer == null
                        ? "转入" + to.institutionName() + "待认领"
                        : "由" + officer.name() + "（" + to.institutionName() + "）办理")
                + (handlerName == null ? "" : "，原办理人" + handlerName)
                + (why.isEmpty() ? "" : "；原因：" + why);
        return new Change(with(to), how, note, why.isEmpty() ? null : why);
    }

    /** Who accepts what lies in the pool handles it from then on; what somebody handles stays with them. */
    Assignment acceptedBy(Actor officer) {
        return handlerId == null
                ? new Assignment(bankId, branchId, branchName, officer.accountId(), officer.name(), officer.system())
                : this;
    }

    private Assignment with(Holder holder) {
        boolean atBranch = !holder.institutionId().equals(bankId);
        Actor officer = holder.officer();
        return new Assignment(
                bankId,
                atBranch ? holder.institutionId() : null,
                atBranch ? holder.institutionName() : null,
                officer == null ? null : officer.accountId(),
                officer == null ? null : officer.name(),
                false);
    }
}
