package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeyApplicationEnded;
import cn.zhengqi.auth.api.OpenApiKeyApplied;
import cn.zhengqi.auth.api.OpenApiKeyChanged;
import cn.zhengqi.auth.api.OpenApiKeyDecided;
import cn.zhengqi.auth.api.OpenApiKeyRevoked;
import cn.zhengqi.events.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is told of a key: to those who review that it waits or does not any more, to its owner what was decided. In the transaction of the change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeyNews {

    private final Outbox outbox;

    KeyNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void applied(OpenApiKey key, Instant at) {
        outbox.publish(
                new OpenApiKeyApplied(key.getId(), key.getSystemName(), key.getOwnerName(), at), key.getVersion(), at);
    }

    void applicationEnded(OpenApiKey key, Instant at) {
        outbox.publish(new OpenApiKeyApplicationEnded(key.getId(), at), key.getVersion(), at);
    }

    void decided(OpenApiKey key, Instant at) {
        outbox.publish(
                new OpenApiKeyDecided(
                        key.getId(),
                        key.getSystemName(),
                        key.getApplicantId(),
                        key.enterpriseId(),
                        key.institutionId(),
                        key.getStatus() == KeyStatus.APPROVED,
                        key.getReason(),
                        at),
                key.getVersion(),
                at);
    }

    /** @param changes of its terms, in words */
    void changed(OpenApiKey key, String changes, String reason, Instant at) {
        outbox.publish(
                new OpenApiKeyChanged(
                        key.getId(),
                        key.getSystemName(),
                        key.getApplicantId(),
                        key.enterpriseId(),
                        key.institutionId(),
                        changes,
                        reason,
                        at),
                key.getVersion(),
                at);
    }

    void revoked(OpenApiKey key, String reason, Instant at) {
        outbox.publish(
                new OpenApiKeyRevoked(
                        key.getId(),
                        key.getSystemName(),
                        key.getApplicantId(),
                        key.enterpriseId(),
                        key.institutionId(),
                        reason,
                        at),
                key.getVersion(),
                at);
    }
}
