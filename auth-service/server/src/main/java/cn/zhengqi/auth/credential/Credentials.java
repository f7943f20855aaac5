package cn.zhengqi.auth.credential;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.provider.Identities;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.auth.wechat.WeChatBindings;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All by which somebody comes into an account beside its password, in one place: whoever takes it away forgets none of it. A second factor lets nobody
 * in by itself and is not among it.
 */
@Component
public class Credentials {

    private final JdbcClient jdbc;
    private final Passkeys passkeys;
    private final Identities identities;
    private final WeChatBindings weChat;
    private final SignIns signIns;

    Credentials(JdbcClient jdbc, Passkeys passkeys, Identities identities, WeChatBindings weChat, SignIns signIns) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.identities = identities;
        this.weChat = weChat;
        this.signIns = signIns;
    }

    /**
     * With the password of before: who had it may have bound a WeChat of theirs, or a passkey, or an identity elsewhere.
     *
     * @param account as it is stored now
     * @param by what ends the sign-ins
     */
    @Transactional
    public void takeAway(Account account, SignOut by) {
        UUID id = account.id();
        jdbc.sql("delete from password_link where account_id = ?").param(id).update();
        passkeys.removeAll(id);
        identities.removeAll(id);
        weChat.forget(account);
        endSignIns(id, by);
    }

    /** No further token is given; what the gateway still holds ends at its next request. */
    @Transactional
    public void endSignIns(UUID account, SignOut by) {
        jdbc.sql("delete from oauth2_authorization where principal_name = ?")
                .param(account.toString())
                .update();
        signIns.end(account, null, by);
    }
}
