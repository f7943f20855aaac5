package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.auth.token.SystemTokens;
import cn.zhengqi.web.CallingSystem;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a key is worth at this moment, for the gateway. */
@Component
class KeyLookup {

    private final OpenApiKeyMapper mapper;
    private final KeySecrets secrets;
    private final SystemTokens tokens;
    private final Lineages lineages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyLookup(
            OpenApiKeyMapper mapper,
            KeySecrets secrets,
            SystemTokens tokens,
            Lineages lineages,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.secrets = secrets;
        this.tokens = tokens;
        this.lineages = lineages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asked of the primary: a key that was revoked a moment ago must not pass. */
    OpenApiKeys.Lookup lookup(String keyId) {
        Instant now = clock.instant();
        OpenApiKey key = transaction.<@Nullable OpenApiKey>execute(
                status -> mapper.byKeyId(keyId).orElse(null));
        if (key == null) {
            return OpenApiKeys.Lookup.no(OpenApiKeys.Standing.UNKNOWN);
        }
        if (key.getStatus() != KeyStatus.ACTIVE) {
            return OpenApiKeys.Lookup.no(OpenApiKeys.Standing.REVOKED);
        }
        Instant expiresAt = key.getExpiresAt();
        if (expiresAt == null || key.hasExpired(now)) {
            return OpenApiKeys.Lookup.no(OpenApiKeys.Standing.EXPIRED);
        }
        SystemTokens.Issued token = tokens.issue(new CallingSystem(
                key.getId(),
                key.getSystemName(),
                key.getOwnerId(),
                key.getOwnerName(),
                key.getEnvironment() == KeyEnvironment.SANDBOX,
                key.getScopes().stream()
                        .flatMap(code -> OpenApiScope.ofCode(code).stream())
                        .map(OpenApiScope::permission)
                        .collect(Collectors.toSet()),
                below(key),
                key.getOwnerType()));
        List<String> open = key.sealedSecrets(now).stream()
                .map(one -> Base64.getEncoder().encodeToString(secrets.open(one, key.getId())))
                .toList();
        return OpenApiKeys.Lookup.of(new OpenApiKeys.UsableKey(
                key.getId(),
                keyId,
                open,
                key.publicKeys(now).stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .toList(),
                key.getScopes(),
                key.getAddresses(),
                key.getPerMinute(),
                key.getPerDay(),
                token.token()));
    }

    /** Branches count for nothing but the inbox, so that nobody is asked of them for other keys. */
    private Set<UUID> below(OpenApiKey key) {
        return key.getOwnerKind().equals(KeyOwner.INSTITUTION)
                        && key.getScopes().contains(OpenApiScope.APPLICATIONS_HANDLE.code())
                ? lineages.below(key.getOwnerId())
                : Set.of();
    }
}
