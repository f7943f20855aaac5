package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.openapi.KeyOwner;
import cn.zhengqi.auth.outside.PublicAddresses;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of keys, for those who look after the keys. */
@Component
class Webhooks {

    private final JdbcClient jdbc;
    private final WebhookSecrets secrets;
    private final Deliveries deliveries;
    private final AskedSends asked;
    private final WebhookProperties properties;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(
            JdbcClient jdbc,
            WebhookSecrets secrets,
            Deliveries deliveries,
            AskedSends asked,
            WebhookProperties properties,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.asked = asked;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    private record Key(UUID id, String systemName, List<String> scopes, boolean usable) {}

    private record Webhook(
            UUID id,
            String url,
            List<WebhookEvent> events,
            Instant createdAt,
            @Nullable Instant disabledAt,
            @Nullable WhyEnded disabledBecause,
            @Nullable Instant previousUntil,
            int version) {

        static Webhook of(ResultSet row, int number) throws SQLException {
            String because = row.getString("disabled_because");
            return new Webhook(
                    row.getObject("id", UUID.class),
                    row.getString("url"),
                    Arrays.stream((String[]) row.getArray("events").getArray())
                            .flatMap(code -> WebhookEvent.ofCode(code).stream())
                            .toList(),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row, "disabled_at"),
                    because == null ? null : WhyEnded.valueOf(because),
                    instant(row, "previous_until"),
                    row.getInt("version"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }

    /** As it goes on record. */
    private record Written(String url, String events) {

        static Written of(String url, List<WebhookEvent> events) {
            return new Written(
                    url,
                    String.join(" ", events.stream().map(WebhookEvent::code).toList()));
        }
    }

    /** @throws ProblemException NOT_FOUND for somebody else's key */
    @Transactional
    Optional<WebhookView> of(UUID key, CurrentUser user) {
        Key owned = own(key, user);
        return find(owned.id()).map(it -> view(it, owned));
    }

    /** Of what a key could have its system told, and where. @throws ProblemException NOT_FOUND */
    @Transactional
    WebhookOffer offered(UUID key, CurrentUser user) {
        return new WebhookOffer(offered(own(key, user)), properties.thisMachine());
    }

    /**
     * Registers it, or changes where and of what is told; one whose receiver wanted nothing is asked again, one that its owner paused stays so.
     *
     * @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, VALIDATION_FAILED, VERSION_CONFLICT
     */
    @Transactional
    DrawnWebhook put(UUID key, WebhookForm form, CurrentUser user) {
        Key owned = usable(key, user);
        String url = checked(form.url().strip());
        List<WebhookEvent> events = form.events().stream().distinct().toList();
        if (!events.stream().allMatch(event -> event.isFor(owned.scopes()))) {
            throw ProblemException.validation("events", "NOT_OFFERED", "密钥没有所选事件的接口权限");
        }
        Webhook before = find(key).orElse(null);
        String[] codes = events.stream().map(WebhookEvent::code).toArray(String[]::new);
        byte[] secret = null;
        if (before == null) {
            // Whoever changes what they see does not bring back what a colleague has removed.
            if (form.version() != null) {
                throw ProblemException.versionConflict();
            }
            secret = secrets.make();
            // One that was removed is set up anew as the same: what was sent is its history, and no fact is told twice.
            UUID id = idOf(key).orElseGet(Ids::next);
            changedOnce(jdbc.sql("""
                            insert into webhook (id, key, url, events, secret, created_at) values (?, ?, ?, ?, ?, ?)
                            on conflict (key) do update set url = excluded.url, events = excluded.events, secret = excluded.secret,
                              created_at = excluded.created_at, disabled_at = null, disabled_because = null,
                              version = webhook.version + 1
                            where webhook.id = excluded.id and webhook.disabled_because = 'REMOVED'""")
                    .params(id, key, url, codes, secrets.seal(secret, id), Timestamp.from(now()))
                    .update());
        } else {
            changedOnce(jdbc.sql("""
                            update webhook set url = ?, events = ?, version = version + 1,
                              disabled_at = case when disabled_because = 'PAUSED' then disabled_at end,
                              disabled_because = case when disabled_because = 'PAUSED' then disabled_because end
                            where key = ? and version = ?""")
                    .params(url, codes, key, form.version() == null ? -1 : form.version())
                    .update());
        }
        audit.changed(
                WebhookAction.WEBHOOK_SET,
                key,
                owned.systemName(),
                before == null ? null : Written.of(before.url(), before.events()),
                Written.of(url, events));
        return new DrawnWebhook(
                view(find(key).orElseThrow(), owned), secret == null ? null : WebhookSecrets.shown(secret));
    }

    /**
     * A new secret; for as long as the old one counts, messages are signed with both.
     *
     * @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, VERSION_CONFLICT
     */
    @Transactional
    DrawnWebhook rotate(UUID key, int version, Duration overlap, CurrentUser user) {
        Key owned = usable(key, user);
        Webhook webhook = existing(key);
        byte[] secret = secrets.make();
        changedOnce(jdbc.sql("""
                        update webhook set previous_secret = case when :overlap then secret end,
                          previous_until = case when :overlap then cast(:until as timestamptz) end,
                          secret = :secret, version = version + 1
                        where key = :key and version = :version""")
                .param("overlap", !overlap.isZero())
                .param("until", Timestamp.from(now().plus(overlap)))
                .param("secret", secrets.seal(secret, webhook.id()))
                .param("key", key)
                .param("version", version)
                .update());
        audit.changed(
                WebhookAction.WEBHOOK_SECRET_ROTATED,
                key,
                owned.systemName(),
                null,
                Written.of(webhook.url(), webhook.events()));
        return new DrawnWebhook(view(existing(key), owned), WebhookSecrets.shown(secret));
    }

    /**
     * Nothing is sent until it is resumed, and what waits is not either: the system asks for what it missed, or has it sent again.
     *
     * @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, VERSION_CONFLICT
     */
    @Transactional
    WebhookView pause(UUID key, int version, CurrentUser user) {
        Key owned = usable(key, user);
        Webhook webhook = existing(key);
        changedOnce(jdbc.sql("""
                        update webhook set disabled_at = ?, disabled_because = 'PAUSED', version = version + 1
                        where key = ? and version = ? and disabled_at is null""").params(Timestamp.from(now()), key, version).update());
        deliveries.endWaiting(webhook.id(), WhyEnded.PAUSED);
        audit.changed(
                WebhookAction.WEBHOOK_PAUSED,
                key,
                owned.systemName(),
                new Deliveries.Standing(true),
                new Deliveries.Standing(false));
        return view(existing(key), owned);
    }

    /**
     * Of one that its owner paused, and of one whose receiver answered 410: should it still want nothing, it says so again.
     *
     * @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, VERSION_CONFLICT
     */
    @Transactional
    WebhookView resume(UUID key, int version, CurrentUser user) {
        Key owned = usable(key, user);
        existing(key);
        changedOnce(jdbc.sql("""
                        update webhook set disabled_at = null, disabled_because = null, version = version + 1
                        where key = ? and version = ? and disabled_at is not null""").params(key, version).update());
        audit.changed(
                WebhookAction.WEBHOOK_RESUMED,
                key,
                owned.systemName(),
                new Deliveries.Standing(false),
                new Deliveries.Standing(true));
        return view(existing(key), owned);
    }

    /**
     * Also of a key that cannot be used any more. What waits is sent no more, the secrets are gone; what was sent can be read as long as it is kept.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT
     */
    @Transactional
    void remove(UUID key, int version, CurrentUser user) {
        Key owned = own(key, user);
        Webhook webhook = existing(key);
        changedOnce(jdbc.sql("""
                        update webhook set disabled_at = ?, disabled_because = 'REMOVED', secret = null, previous_secret = null,
                          previous_until = null, version = version + 1
                        where key = ? and version = ?""").params(Timestamp.from(now()), key, version).update());
        deliveries.endWaiting(webhook.id(), WhyEnded.REMOVED);
        audit.changed(
                WebhookAction.WEBHOOK_REMOVED,
                key,
                owned.systemName(),
                Written.of(webhook.url(), webhook.events()),
                null);
    }

    /** @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, WEBHOOK_DISABLED, WEBHOOK_SENDS_USED_UP */
    @Transactional
    void test(UUID key, CurrentUser user) {
        Key owned = usable(key, user);
        Webhook webhook = enabled(key);
        asked.count(webhook.id(), AskedSends.Kind.TEST);
        deliveries.add(
                webhook.id(), Ids.next(), WebhookEvent.TEST, Map.of("systemName", owned.systemName()), clock.instant());
        audit.changed(
                WebhookAction.WEBHOOK_TESTED,
                key,
                owned.systemName(),
                null,
                Written.of(webhook.url(), webhook.events()));
    }

    /** Also of what was sent before the webhook was removed. @throws ProblemException NOT_FOUND */
    @Transactional
    Page<Deliveries.Delivery> deliveries(
            UUID key, Deliveries.@Nullable Status status, PageRequest page, CurrentUser user) {
        own(key, user);
        return idOf(key).map(id -> deliveries.of(id, status, page)).orElseGet(() -> Page.of(List.of(), 0, page));
    }

    /** @throws ProblemException NOT_FOUND, WEBHOOK_KEY_UNUSABLE, WEBHOOK_DISABLED, WEBHOOK_SENDS_USED_UP */
    @Transactional
    void resend(UUID key, UUID delivery, CurrentUser user) {
        Key owned = usable(key, user);
        Webhook webhook = enabled(key);
        asked.count(webhook.id(), AskedSends.Kind.RESEND);
        deliveries.again(webhook.id(), delivery);
        audit.changed(
                WebhookAction.WEBHOOK_RESENT,
                key,
                owned.systemName(),
                null,
                Written.of(webhook.url(), webhook.events()));
    }

    private String checked(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException noUrl) {
            throw wrongAddress();
        }
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw wrongAddress();
        }
        boolean thisMachine = properties.thisMachine() && PublicAddresses.namesThisMachine(host);
        if (!"https".equals(uri.getScheme()) && !(thisMachine && "http".equals(uri.getScheme()))) {
            throw wrongAddress();
        }
        if (!thisMachine && PublicAddresses.isPlainlyNotPublic(host)) {
            throw ProblemException.validation("url", "ADDRESS_NOT_PUBLIC", "接收地址应在公网上可以访问，不能是内网、本机或保留地址");
        }
        return url;
    }

    private static ProblemException wrongAddress() {
        return ProblemException.validation("url", "FORMAT", "接收地址应为 https:// 开头的网址，不含用户名和 #");
    }

    private Optional<Webhook> find(UUID key) {
        return jdbc.sql("select * from webhook where key = ? and disabled_because is distinct from 'REMOVED'")
                .param(key)
                .query(Webhook::of)
                .optional();
    }

    /** Of one that was removed, too. */
    private Optional<UUID> idOf(UUID key) {
        return jdbc.sql("select id from webhook where key = ?")
                .param(key)
                .query(UUID.class)
                .optional();
    }

    private Webhook existing(UUID key) {
        return find(key).orElseThrow(() -> ProblemException.notFound("尚未设置事件回调"));
    }

    private Webhook enabled(UUID key) {
        Webhook webhook = existing(key);
        if (webhook.disabledAt() != null) {
            throw new ProblemException(AuthProblem.WEBHOOK_DISABLED);
        }
        return webhook;
    }

    private Key usable(UUID key, CurrentUser user) {
        Key owned = own(key, user);
        if (!owned.usable()) {
            throw new ProblemException(AuthProblem.WEBHOOK_KEY_UNUSABLE);
        }
        return owned;
    }

    private Key own(UUID key, CurrentUser user) {
        return jdbc.sql("""
                        select id, system_name, scopes, status = 'ACTIVE' and expires_at > ? as usable
                        from openapi_key where id = ? and owner_id = ?""")
                .params(Timestamp.from(now()), key, KeyOwner.of(user).id())
                .query((row, number) -> new Key(
                        row.getObject("id", UUID.class),
                        row.getString("system_name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getBoolean("usable")))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这个接口密钥"));
    }

    private static void changedOnce(int rows) {
        if (rows == 0) {
            throw ProblemException.versionConflict();
        }
    }

    private static List<WebhookView.EventChoice> offered(Key key) {
        return Arrays.stream(WebhookEvent.values())
                .filter(event -> event.isFor(key.scopes()))
                .map(WebhookView.EventChoice::of)
                .toList();
    }

    private WebhookView view(Webhook it, Key key) {
        Instant until = it.previousUntil();
        return new WebhookView(
                it.url(),
                it.events().stream().map(WebhookView.EventChoice::of).toList(),
                offered(key),
                BusinessTime.at(it.createdAt()),
                it.disabledAt() == null ? null : BusinessTime.at(it.disabledAt()),
                it.disabledBecause(),
                until == null || !until.isAfter(clock.instant()) ? null : BusinessTime.at(until),
                it.version());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
