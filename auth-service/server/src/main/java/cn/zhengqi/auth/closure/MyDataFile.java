package cn.zhengqi.auth.closure;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.app.AppConsents;
import cn.zhengqi.auth.app.AppScope;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.wechat.WeChatBindings;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept of a person. That they took it out goes on record. */
@Component
class MyDataFile {

    private static final int MOST_ROWS = 1000;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final WeChatBindings weChat;
    private final AppConsents apps;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    MyDataFile(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            WeChatBindings weChat,
            AppConsents apps,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.weChat = weChat;
        this.apps = apps;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    MyData of(UUID id) {
        Account account = accounts.get(id);
        audit.changed(AccountAction.DATA_TAKEN_OUT, id, account.displayName(), null, null);
        return new MyData(
                account.phone(),
                account.displayName(),
                account.username(),
                account.userType().label(),
                BusinessTime.at(account.registeredAt()),
                factors.isEnabled(id),
                passkeys.of(id),
                weChat.of(id)
                        .map(it -> new MyData.WeChat(it.nickname(), it.boundAt()))
                        .orElse(null),
                jdbc.sql("""
                                select address, user_agent, started_at, seen_at from signed_in_session where account_id = ?
                                order by started_at desc limit\s""" + MOST_ROWS)
                        .param(id)
                        .query((row, n) -> new MyData.Device(
                                row.getString("address"),
                                row.getString("user_agent"),
                                time(row, "started_at"),
                                time(row, "seen_at")))
                        .list(),
                jdbc.sql("""
                                select at, address, user_agent, result from sign_in_log where account_id = ?
                                order by at desc, id desc limit\s""" + MOST_ROWS)
                        .param(id)
                        .query((row, n) -> new MyData.PastSignIn(
                                time(row, "at"),
                                row.getString("address"),
                                row.getString("user_agent"),
                                row.getString("result")))
                        .list(),
                apps.of(id).stream()
                        .map(app -> new MyData.App(
                                app.name(),
                                app.owner(),
                                app.knows().stream().map(AppScope::label).toList(),
                                app.givenAt()))
                        .toList());
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessTime.at(row.getTimestamp(column).toInstant());
    }
}
