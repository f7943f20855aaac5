package cn.zhengqi.auth.webhook;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.code.api.CodeVoided;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanParties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which fact is told to which systems: those of the one whom it concerns. What is sent names the matter and says little of it; the rest is read with the key, within what
 * it may see at that moment. To the sandbox goes what is of the key itself and of enterprises of the demo, and nothing of others.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookFacts {

    private static final String NAME = "webhooks";

    private final WaitingFacts waiting;
    private final Receivers receivers;
    private final Deliveries deliveries;

    WebhookFacts(WaitingFacts waiting, Receivers receivers, Deliveries deliveries) {
        this.waiting = waiting;
        this.receivers = receivers;
        this.deliveries = deliveries;
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
                (fact, meta) -> receivers
                        .ofKey(fact.key(), WebhookEvent.API_KEY_EXPIRING)
                        .forEach(hook -> deliveries.add(
                                hook,
                                meta.id(),
                                WebhookEvent.API_KEY_EXPIRING.code(),
                                Map.of("keyId", fact.keyId(), "expiresAt", fact.expiresAt()),
                                meta.occurredAt())));
    }

    private void tellBank(LoanParties parties, WebhookEvent event, EventMetadata meta, String status) {
        tell(
                Set.of(parties.bankId()),
                parties.demo(),
                event,
                meta,
                Map.of("applicationId", parties.applicationId(), "number", parties.number(), "status", status));
    }

    /** Those whom it concerns, and those above them: a head office's key reaches its branches. */
    private void tell(Set<UUID> concerned, boolean demo, WebhookEvent event, EventMetadata meta, Map<String, ?> data) {
        waiting.add(concerned, demo, meta.id(), event, data, meta.occurredAt());
    }
}
