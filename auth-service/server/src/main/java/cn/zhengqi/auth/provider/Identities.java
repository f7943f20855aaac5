package cn.zhengqi.auth.provider;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.api.OutsideIdentityChanged;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedIndex;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which people of which provider are which accounts: of each provider an account has one, and each person one account. Of the provider's name for
 * a person only the index is kept: nobody has to read it, and it is found by it.
 */
@Component
public class Identities {

    private static final Duration BINDING_LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Providers providers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final ProtectedIndex subjects;

    Identities(
            JdbcClient jdbc,
            Providers providers,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            DataProtection protection) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.subjects = protection.index("outside_identity", "subject");
    }

    /** From which page somebody began to bind; there they come back. */
    enum Place {
        PORTAL("/center/security"),
        ADMIN("/admin/security");

        private final String path;

        Place(String path) {
            this.path = path;
        }
    }

    /**
     * A provider, and whether the own account is bound to somebody there.
     *
     * @param boundAt absent: it is not
     */
    record MyIdentity(
            String provider,
            String name,
            @Nullable OffsetDateTime boundAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /** Also one that is not configured any more, so that it can be taken away. */
    List<MyIdentity> of(UUID account) {
        Map<String, MyIdentity> bound = jdbc
                .sql("select provider, bound_at, last_used_at from outside_identity where account_id = ?")
                .param(account)
                .query((row, n) -> {
                    String provider = row.getString("provider");
                    Timestamp used = row.getTimestamp("last_used_at");
                    return new MyIdentity(
                            provider,
                            providers.nameOf(provider).orElse(provider),
                            BusinessTime.at(row.getTimestamp("bound_at").toInstant()),
                            used == null ? null : BusinessTime.at(used.toInstant()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(MyIdentity::provider, one -> one));
        List<MyIdentity> all = new ArrayList<>();
        providers.doors().forEach(door -> {
            MyIdentity mine = bound.remove(door.id());
            all.add(mine == null ? new MyIdentity(door.id(), door.name(), null, null) : mine);
        });
        all.addAll(bound.values());
        return all;
    }

    /** The account of this person; that they came by the provider is kept with it. */
    @Transactional
    public Optional<UUID> used(OutsideIdentity identity) {
        return jdbc.sql(
                        "update outside_identity set last_used_at = ? where provider = ? and subject_index = ? returning account_id")
                .params(Timestamp.from(clock.instant()), identity.provider(), index(identity))
                .query(UUID.class)
                .optional();
    }

    /** Whoever signed in begins to bind: who comes back from the provider within minutes is theirs. */
    @Transactional
    void begin(UUID account, String provider, Place place) {
        jdbc.sql("""
                        insert into identity_binding (account_id, provider, place, expires_at) values (?, ?, ?, ?)
                        on conflict (account_id) do update set provider = excluded.provider, place = excluded.place, expires_at = excluded.expires_at""")
                .params(
                        account,
                        provider,
                        place.name(),
                        Timestamp.from(clock.instant().plus(BINDING_LIFE)))
                .update();
    }

    /**
     * Whether the account has begun to bind to this provider; it is used up by it.
     *
     * @return where it goes on
     */
    @Transactional
    public Optional<String> takeBinding(UUID account, String provider) {
        return jdbc.sql(
                        "delete from identity_binding where account_id = ? and provider = ? and expires_at > ? returning place")
                .params(account, provider, Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(place -> Place.valueOf(place).path);
    }

    /** @return false where the person is bound to another account, or the account to another person of the provider; then nothing is changed */
    @Transactional
    public boolean bind(Account account, OutsideIdentity identity) {
        Instant now = clock.instant();
        int bound = jdbc.sql("""
                        insert into outside_identity (id, account_id, provider, subject_index, bound_at, last_used_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        Ids.next(),
                        account.id(),
                        identity.provider(),
                        index(identity),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
        if (bound == 1) {
            String name = providers.nameOf(identity.provider()).orElse(identity.provider());
            audit.by(account.id(), account.displayName())
                    .changed(AccountAction.IDENTITY_BOUND, account.id(), name, null, null);
            outbox.publish(new OutsideIdentityChanged(account.id(), name, true, now), account.version(), now);
        }
        return bound == 1;
    }

    /** @throws ProblemException NOT_FOUND */
    @Transactional
    void unbind(Account account, String provider) {
        int removed = jdbc.sql("delete from outside_identity where account_id = ? and provider = ?")
                .params(account.id(), provider)
                .update();
        if (removed == 0) {
            throw ProblemException.notFound("没有绑定该登录方式");
        }
        Instant now = clock.instant();
        String name = providers.nameOf(provider).orElse(provider);
        audit.changed(AccountAction.IDENTITY_UNBOUND, account.id(), name, null, null);
        outbox.publish(new OutsideIdentityChanged(account.id(), name, false, now), account.version(), now);
    }

    /** Who may do it, and that it was done, is another's to say. */
    @Transactional
    public void removeAll(UUID account) {
        jdbc.sql("delete from identity_binding where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("delete from outside_identity where account_id = ?")
                .param(account)
                .update();
    }

    /** @throws ProblemException IDENTITY_PROVIDER_UNKNOWN */
    void requireProvider(String provider) {
        if (providers.nameOf(provider).isEmpty()) {
            throw new ProblemException(AuthProblem.IDENTITY_PROVIDER_UNKNOWN);
        }
    }

    /** Deleting what is old twice does no harm, so that no copy of the service need be chosen for it. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    int forget() {
        return jdbc.sql("delete from identity_binding where expires_at < now()").update();
    }

    private byte[] index(OutsideIdentity identity) {
        return subjects.of(identity.provider() + "\n" + identity.subject());
    }
}
