package cn.zhengqi.auth.app;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people let applications know of them, until they take it back. */
@Component
public class AppConsents implements OAuth2AuthorizationConsentService {

    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;
    private final AppSignIns signIns;
    private final AuditTrail audit;
    private final Clock clock;

    AppConsents(JdbcClient jdbc, AppSignIns signIns, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An application that may know who somebody is.
     *
     * @param knows what more it may know of them
     * @param enabled whether anybody can sign in to it now
     */
    public record AllowedApp(
            UUID id,
            String name,
            String owner,
            List<AppScope> knows,
            boolean plainPhone,
            boolean enabled,
            OffsetDateTime givenAt) {}

    /** Nobody is asked about the platform's own clients. */
    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
        List<String> scopes = AppClients.idOf(client)
                .map(app -> given(app, UUID.fromString(person)))
                .orElse(List.of());
        if (scopes.isEmpty()) {
            return null;
        }
        OAuth2AuthorizationConsent.Builder consent = OAuth2AuthorizationConsent.withId(client, person);
        scopes.forEach(consent::scope);
        return consent.build();
    }

    /** The authorization server's own page for it is not in use: people are asked on a page of the platform, see {@link #give}. */
    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        throw new UnsupportedOperationException("Consent is given on the platform's own page");
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        throw new UnsupportedOperationException("Consent is taken back on the platform's own page");
    }

    /** Adds to what was allowed before. */
    @Transactional
    public void give(Account account, ConnectedApp app, Collection<String> scopes) {
        jdbc.sql("""
                        insert into app_consent (app, account_id, scopes, given_at) values (:app, :account, :scopes, :now)
                        on conflict (app, account_id) do update set given_at = excluded.given_at,
                          scopes = array(select distinct unnest(app_consent.scopes || excluded.scopes) order by 1)""")
                .param("app", app.getId())
                .param("account", account.id())
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.by(account.id(), account.displayName())
                .changed(AppAction.APP_ALLOWED, app.getId(), app.getName(), null, Allowed.of(scopes));
    }

    /** As it goes on record. */
    private record Allowed(String scopes) {

        static Allowed of(Collection<String> scopes) {
            return new Allowed(String.join(
                    "、", AppScope.among(scopes).stream().map(AppScope::label).toList()));
        }
    }

    /** Newest first. */
    public List<AllowedApp> of(UUID account) {
        return jdbc.sql("""
                        select a.id, a.name, a.owner, a.scopes as may, a.plain_phone, a.disabled_at, c.scopes, c.given_at
                        from app_consent c join connected_app a on a.id = c.app
                        where c.account_id = ? order by c.given_at desc, a.id limit\s""" + MOST_SHOWN)
                .param(account)
                .query((row, n) -> {
                    Set<String> may = Set.copyOf(texts(row, "may"));
                    return new AllowedApp(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("owner"),
                            AppScope.among(texts(row, "scopes").stream()
                                    .filter(may::contains)
                                    .toList()),
                            row.getBoolean("plain_phone"),
                            row.getTimestamp("disabled_at") == null,
                            BusinessTime.at(row.getTimestamp("given_at").toInstant()));
                })
                .list();
    }

    /**
     * Takes it back; what the application was given for it ends at once, and it is told of that as of a sign-out: of later ones it hears nothing.
     *
     * @throws ProblemException NOT_FOUND where nothing was allowed
     */
    @Transactional
    void withdraw(UUID account, UUID app) {
        String name = jdbc.sql("""
                        delete from app_consent c using connected_app a
                        where a.id = c.app and c.app = ? and c.account_id = ? returning a.name""")
                .params(app, account)
                .query(String.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("您没有授权该应用，或已撤销"));
        jdbc.sql("delete from oauth2_authorization where registered_client_id = ? and principal_name = ?")
                .params(app.toString(), account.toString())
                .update();
        signIns.end(app, account);
        audit.changed(AppAction.APP_WITHDRAWN, app, name, null, null);
    }

    /** What the application was given for anybody. */
    void endTokens(UUID app) {
        jdbc.sql("delete from oauth2_authorization where registered_client_id = ?")
                .param(app.toString())
                .update();
    }

    /**
     * It may know less now, or something in another form: nobody's consent says more than that.
     *
     * @param askOfPhones phones were covered when people allowed them and are not any more: they are asked anew
     */
    void narrow(ConnectedApp app, boolean askOfPhones) {
        endTokens(app.getId());
        jdbc.sql("""
                        update app_consent set scopes = array(select s from unnest(scopes) s
                          where (s = 'openid' or s = any(:may)) and not (:askOfPhones and s = 'phone') order by 1)
                        where app = :app""")
                .param("may", app.getScopes().toArray(String[]::new))
                .param("askOfPhones", askOfPhones)
                .param("app", app.getId())
                .update();
    }

    private List<String> given(UUID app, UUID account) {
        return jdbc.sql("select scopes from app_consent where app = ? and account_id = ?")
                .params(app, account)
                .query((row, n) -> texts(row, "scopes"))
                .optional()
                .orElse(List.of());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
