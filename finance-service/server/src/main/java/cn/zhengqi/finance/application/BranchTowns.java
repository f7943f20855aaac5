package cn.zhengqi.finance.application;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 网点分工: to which branch of a bank an application goes, by the town of its enterprise; where nothing is said, to the head office. */
@Service
@Transactional
class BranchTowns {

    private final BranchTownMapper towns;
    private final AuditTrail audit;
    private final Clock clock;

    BranchTowns(BranchTownMapper towns, AuditTrail audit, Clock clock) {
        this.towns = towns;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version to be sent with the next change of it */
    record BranchTownLine(String townCode, UUID branchId, String branchName, int version) {

        static BranchTownLine of(BranchTown it) {
            return new BranchTownLine(
                    it.townCode(), it.branch().id(), it.branch().name(), it.version());
        }
    }

    /** Null: the head office. */
    @Nullable
    Branch of(UUID bankId, @Nullable String townCode) {
        return townCode == null
                ? null
                : towns.of(bankId, townCode).map(BranchTown::branch).orElse(null);
    }

    List<BranchTownLine> ofBank(UUID bankId) {
        return towns.ofBank(bankId).stream().map(BranchTownLine::of).toList();
    }

    /**
     * What comes from now on; what is there stays where it lies.
     *
     * @param branch absent: the head office
     * @param version of the line that was seen; absent: there was none
     * @throws ProblemException VERSION_CONFLICT
     */
    List<BranchTownLine> change(UUID bankId, String townCode, @Nullable Branch branch, @Nullable Integer version) {
        Optional<BranchTown> there = towns.of(bankId, townCode);
        if (!Objects.equals(there.map(BranchTown::version).orElse(null), version)) {
            throw ProblemException.versionConflict();
        }
        BranchTownLine before = there.map(BranchTownLine::of).orElse(null);
        BranchTown now = stored(bankId, townCode, branch, there.orElse(null));
        if (before != null || now != null) {
            audit.changed(
                    FinanceAction.BRANCH_TOWNS_CHANGED,
                    there.map(BranchTown::id)
                            .orElseGet(() -> Objects.requireNonNull(now).id()),
                    townCode,
                    before,
                    now == null ? null : BranchTownLine.of(now));
        }
        return ofBank(bankId);
    }

    private @Nullable BranchTown stored(
            UUID bankId, String townCode, @Nullable Branch branch, @Nullable BranchTown there) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (branch == null) {
            if (there != null && towns.deleteById(there.id()) == 0) {
                throw ProblemException.versionConflict();
            }
            return null;
        }
        if (there != null) {
            there.goesTo(branch, at);
            towns.update(there);
            return there;
        }
        BranchTown fresh = new BranchTown(bankId, townCode, branch, at);
        try {
            towns.insert(fresh);
        } catch (DuplicateKeyException colleagueWasQuicker) {
            throw ProblemException.versionConflict();
        }
        return fresh;
    }
}
