package cn.zhengqi.user.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings what is heard of an account into its copy. What is heard before the opening of the account waits for it, and of two
 * facts that come in the wrong order the later one holds.
 */
@Component
class AccountNews {

    private final JdbcClient jdbc;

    AccountNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enabled(UUID account, boolean enabled, long version) {
        takeTurn(account);
        int known = jdbc.sql("""
                        update account set
                          enabled = case when status_version < :version then :enabled else enabled end,
                          status_version = greatest(status_version, :version)
                        where id = :id""")
                .param("enabled", enabled)
                .param("version", version)
                .param("id", account)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into account_early (account_id, enabled, status_version) values (?, ?, ?)
                            on conflict (account_id) do update
                            set enabled = excluded.enabled, status_version = excluded.status_version
                            where account_early.status_version < excluded.status_version""").params(account, enabled, version).update();
        }
    }

    void named(UUID account, String name, long version) {
        takeTurn(account);
        int known = jdbc.sql("""
                        update account set
                          display_name = case when name_version < :version then :name else display_name end,
                          name_version = greatest(name_version, :version)
                        where id = :id""")
                .param("name", name)
                .param("version", version)
                .param("id", account)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into account_early (account_id, display_name, name_version) values (?, ?, ?)
                            on conflict (account_id) do update
                            set display_name = excluded.display_name, name_version = excluded.name_version
                            where account_early.name_version < excluded.name_version""").params(account, name, version).update();
        }
    }

    /** The account is known now: what waited for it is brought in. */
    void opened(UUID account) {
        jdbc.sql("""
                        with early as (delete from account_early where account_id = ? returning *)
                        update account a set
                          enabled = case when a.status_version < early.status_version then early.enabled else a.enabled end,
                          status_version = greatest(a.status_version, early.status_version),
                          display_name = case when a.name_version < early.name_version then early.display_name else a.display_name end,
                          name_version = greatest(a.name_version, early.name_version)
                        from early where a.id = early.account_id""").param(account).update();
    }

    /** Until the end of the transaction: an opening and other news that are heard at once would each not see the other. */
    void takeTurn(UUID account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_account'), hashtext(?))")
                .param(account.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
    }
}
