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
        AccountNumber account = it.accountNumber();
        return new MyData.Redeemed(
                it.number(),
                it.enterpriseName(),
                it.projectTitle(),
                it.status().label(),
                it.basisClaimed(),
                it.amount(),
                it.statement(),
                it.accountName(),
                it.accountBank(),
                account == null ? null : account.value(),
                BusinessTime.at(it.submittedAt()));
    }
}
