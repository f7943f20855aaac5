package cn.zhengqi.auth.app;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as staff see it. Never a secret.
 *
 * @param secretAt since when its secret counts; absent while it has none
 */
record AppView(
        UUID id,
        String clientId,
        String name,
        String owner,
        @Nullable String intro,
        AppKind kind,
        List<String> redirectUris,
        List<String> postLogoutUris,
        @Nullable String backChannelLogoutUri,
        List<AppScope> scopes,
        boolean plainPhone,
        boolean enabled,
        @Nullable OffsetDateTime secretAt,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        int version) {

    static AppView of(ConnectedApp app) {
        Instant secret = app.getSecretAt();
        return new AppView(
                app.getId(),
                app.getClientId(),
                app.getName(),
                app.getOwner(),
                app.getIntro(),
                app.getKind(),
                app.getRedirectUris(),
                app.getPostLogoutUris(),
                app.getBackChannelLogoutUri(),
                AppScope.among(app.getScopes()),
                app.isPlainPhone(),
                app.isOpen(),
                secret == null ? null : BusinessTime.at(secret),
                BusinessTime.at(app.getCreatedAt()),
                BusinessTime.at(app.getChangedAt()),
                app.getVersion());
    }
}
