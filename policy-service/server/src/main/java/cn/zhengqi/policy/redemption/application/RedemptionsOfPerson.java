package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.declaration.MyData;
import cn.zhengqi.policy.declaration.PersonsRedemptions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class RedemptionsOfPerson implements PersonsRedemptions {

    private final RedemptionMapper redemptions;

    RedemptionsOfPerson(RedemptionMapper redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    public List<MyData.Redeemed> of(UUID account) {
        return redemptions.of(account).stream()
                .map(RedemptionsOfPerson::redeemed)
                .toList();
    }

    private static MyData.Redeemed redeemed(Redemption it) {
        Account account = it.account();
        return new MyData.Redeemed(
                it.number(),
                it.enterpriseName(),
                it.projectTitle(),
                it.status().label(),
                it.basisClaimed(),
                it.amount(),
                it.statement(),
                account == null ? null : account.name(),
                account == null ? null : account.bank(),
                account == null ? null : account.number().value(),
                BusinessTime.at(it.submittedAt()));
    }
}
