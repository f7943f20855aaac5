package cn.zhengqi.policy.declaration;

import java.util.List;
import java.util.UUID;

/** What somebody applied for in redemption, for them to take out; redemption knows declarations, not the other way round. */
public interface PersonsRedemptions {

    List<MyData.Redeemed> of(UUID account);
}
