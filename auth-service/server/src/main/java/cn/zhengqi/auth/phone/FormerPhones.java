package cn.zhengqi.auth.phone;

import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Phones that accounts had, for as long as they may still be told that the account has another: who hears of the change asks here, since no event carries a phone. */
@Component
public class FormerPhones {

    private static final int SHOWN_DIGITS = 4;

    private final JdbcClient jdbc;
    private final ProtectedColumn phones;
    private final Clock clock;

    FormerPhones(JdbcClient jdbc, DataProtection protection, Clock clock) {
        this.jdbc = jdbc;
        this.phones = protection.column("former_phone", "phone");
        this.clock = clock;
    }

    /**
     * In the transaction of the change.
     *
     * @param version of the account, with which it has the next one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID account, long version, String former, String next) {
        jdbc.sql("""
                        insert into former_phone (id, account_id, account_version, phone, end_of_next, at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        account,
                        version,
                        phones.seal(former),
                        next.substring(next.length() - SHOWN_DIGITS),
                        BusinessTime.at(clock.instant()))
                .update();
    }

    /** From the primary: it is asked for as soon as the change is heard of. */
    @Transactional
    public FormerPhone before(UUID account, long version) {
        return jdbc.sql("select phone, end_of_next from former_phone where account_id = ? and account_version = ?")
                .params(account, version)
                .query((row, number) -> new FormerPhone(phones.open(row.getString(1)), row.getString(2)))
                .optional()
                .orElseGet(() -> new FormerPhone(null, null));
    }

    /** Whoever had them has no account any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID account) {
        jdbc.sql("delete from former_phone where account_id = ?").param(account).update();
    }
}
