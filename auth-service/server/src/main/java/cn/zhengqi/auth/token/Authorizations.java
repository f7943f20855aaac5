package cn.zhengqi.auth.token;

import cn.zhengqi.auth.account.PasswordChanged;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.session.SignOut;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The end of what was granted. */
@Component
class Authorizations {

    private final JdbcClient jdbc;
    private final SignIns signIns;

    Authorizations(JdbcClient jdbc, SignIns signIns) {
        this.jdbc = jdbc;
        this.signIns = signIns;
    }

    /** Whoever else got in with the old password is out at their next request. */
    @EventListener
    void endOthers(PasswordChanged changed) {
        jdbc.sql("delete from oauth2_authorization where principal_name = ? and access_token_value is distinct from ?")
                .params(changed.accountId().toString(), changed.accessToken())
                .update();
        signIns.end(changed.accountId(), changed.signInId(), SignOut.BY_CHANGE);
    }

    /**
     * The server itself never deletes. Deleting what has expired twice does no harm, so that no copy of the service need be
     * chosen for it. What waits for a person's answer waits for half an hour.
     */
    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT3M")
    int deleteExpired() {
        return jdbc.sql("""
                        delete from oauth2_authorization
                        where coalesce(refresh_token_expires_at, access_token_expires_at, authorization_code_expires_at) < now()
                          and coalesce(access_token_expires_at, authorization_code_expires_at) < now()
                          or coalesce(access_token_expires_at, authorization_code_expires_at) is null
                          and created_at < now() - interval '30 minutes'""").update();
    }
}
