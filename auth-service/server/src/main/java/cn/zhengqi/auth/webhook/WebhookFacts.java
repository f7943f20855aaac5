package cn.zhengqi.auth.webhook;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.auth.openapi.Lineages;
import cn.zhengqi.code.api.CodeVoided;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which fact is told to which systems: those of the one whom it concerns. What is sent names the matter and says little of it; the rest is read with the key, within what
 * it may see at that moment. To the sandbox goes what is of the key itself and of enterprises of the demo, and nothing of others.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookFacts {

    private static final String NAME = "webhooks";
    private static final String OF_OWNER = "k.owner_id = ?";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Lineages lineages;
    private final Clock clock;

    WebhookFacts(JdbcClient jdbc, Deliveries deliveries, Lineages lineages, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.lineages = lineages;
        this.clock = clock;
    }

    @Bean
    EventHandler<LoanApplicationSubmitted> submittedWebhooks() {
        return on(
                LoanApplicationSubmitted.class,
                NAME,
                (fact, meta) -> tellBank(fact.parties(), WebhookEvent.APPLICATION_SUBMITTED, meta, "SUBMITTED"));
    }

    @Bean
    EventHandler<LoanApplicationApproved> approvedWebhooks() {
        return on(
                LoanApplicationApproved.class,
                NAME,
                (fact, meta) -> tellBank(fact.parties(), WebhookEvent.APPLICATION_DECIDED, meta, "APPROVED"));
    }

    @Bean
    EventHandler<LoanApplicationRefused> refusedWebhooks() {
        return on(
                LoanApplicationRefused.class,
                NAME,
                (fact, meta) -> tellBank(fact.parties(), WebhookEvent.APPLICATION_DECIDED, meta, "REFUSED"));
    }

    @Bean
    EventHandler<LoanMaterialSupplied> suppliedWebhooks() {
        return on(
                LoanMaterialSupplied.class,
                NAME,
                (fact, meta) -> tellBank(fact.parties(), WebhookEvent.APPLICATION_SUPPLIED, meta, "IN_REVIEW"));
    }

    @Bean
    EventHandler<LoanApplicationWithdrawn> takenBackWebhooks() {
        return on(
                LoanApplicationWithdrawn.class,
                NAME,
                (fact, meta) -> tellBank(fact.parties(), WebhookEvent.APPLICATION_WITHDRAWN, meta, "WITHDRAWN"));
    }

    /** Also when the code was revoked: then every consent ends. */
    @Bean
    EventHandler<ConsentChanged> withdrawnWebhooks() {
        return on(ConsentChanged.class, NAME, (fact, meta) -> {
            UUID receiver = fact.receiverId();
            if (!fact.granted() && receiver != null) {
                tell(
                        Set.of(receiver),
                        fact.demo(),
                        WebhookEvent.CONSENT_WITHDRAWN,
                        meta,
                        Map.of("enterpriseId", fact.enterpriseId(), "category", fact.category()));
            }
        });
    }

    @Bean
    EventHandler<CodeVoided> voidedWebhooks() {
        return on(
                CodeVoided.class,
                NAME,
                (fact, meta) -> tell(
                        fact.receivers(),
                        fact.demo(),
                        WebhookEvent.CODE_REVOKED,
                        meta,
                        Map.of("enterpriseId", fact.enterpriseId(), "number", fact.number(), "cause", fact.cause())));
    }

    @Bean
    EventHandler<OpenApiKeyExpiring> expiringWebhooks() {
        return on(
                OpenApiKeyExpiring.class,
                NAME,
                (fact, meta) -> hooks("k.id = ?", fact.key(), WebhookEvent.API_KEY_EXPIRING)
                        .forEach(hook -> deliveries.add(
                                hook,
                                meta.id(),
                                WebhookEvent.API_KEY_EXPIRING.code(),
                                Map.of("keyId", fact.keyId(), "expiresAt", fact.expiresAt()),
                                meta.occurredAt())));
    }

    /** The bank and, where it lies at one, its branch: whose keys read it. */
    private void tellBank(LoanParties parties, WebhookEvent event, EventMetadata meta, String status) {
        Set<UUID> readers = new LinkedHashSet<>(List.of(parties.bankId(), parties.deskId()));
        tell(
                readers,
                parties.demo(),
                event,
                meta,
                Map.of("applicationId", parties.applicationId(), "number", parties.number(), "status", status));
    }

    /** Those whom it concerns, and those above them: a head office's key reaches its branches. */
    private void tell(Set<UUID> concerned, boolean demo, WebhookEvent event, EventMetadata meta, Map<String, ?> data) {
        concerned.stream()
                .flatMap(one -> lineages.upwards(one).stream())
                .distinct()
                .flatMap(owner ->
                        hooks(demo ? OF_OWNER : OF_OWNER + " and k.environment = 'LIVE'", owner, event).stream())
                .forEach(hook -> deliveries.add(hook, meta.id(), event.code(), data, meta.occurredAt()));
    }

    private List<UUID> hooks(String whose, UUID id, WebhookEvent event) {
        return jdbc.sql(
                        "select w.id from webhook w join openapi_key k on k.id = w.key where " + whose
                                + " and k.status = 'ACTIVE' and k.expires_at > ? and w.disabled_at is null and ? = any (w.events)")
                .params(id, Timestamp.from(clock.instant()), event.code())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
