package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Ids;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.UUID;

/** That a branch of a bank looks after the enterprises of a town. */
@TableName("branch_town")
@SuppressWarnings("UnusedVariable") // some columns are only written
class BranchTown {

    @TableId
    private UUID id;

    private UUID bankId;
    private String townCode;
    private UUID branchId;
    private String branchName;
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private BranchTown() {}

    BranchTown(UUID bankId, String townCode, Branch branch, Instant at) {
        this.id = Ids.next();
        this.bankId = bankId;
        this.townCode = townCode;
        this.branchId = branch.id();
        this.branchName = branch.name();
        this.changedAt = at;
    }

    void goesTo(Branch branch, Instant at) {
        branchId = branch.id();
        branchName = branch.name();
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    String townCode() {
        return townCode;
    }

    Branch branch() {
        return new Branch(branchId, branchName);
    }

    int version() {
        return version;
    }
}
