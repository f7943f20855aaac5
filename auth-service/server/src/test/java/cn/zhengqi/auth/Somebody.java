package cn.zhengqi.auth;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import java.time.Instant;

/** People whose accounts tests open: of a phone that was just verified, without a name to sign in with. */
public final class Somebody {

    private Somebody() {}

    /** @param password as it is kept */
    public static Account of(UserType type, String phone, String password) {
        return new Account(
                Ids.next(),
                type,
                null,
                phone,
                "王小二",
                password,
                0,
                true,
                Channel.PC,
                Instant.now(),
                Instant.now(),
                false,
                0);
    }
}
