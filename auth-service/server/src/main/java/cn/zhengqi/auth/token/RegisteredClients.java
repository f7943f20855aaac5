package cn.zhengqi.auth.token;

import cn.zhengqi.auth.app.AppClients;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The platform's own clients, which its settings name, and the applications, which operators register. */
final class RegisteredClients implements RegisteredClientRepository {

    private final RegisteredClientRepository own;
    private final AppClients apps;

    RegisteredClients(RegisteredClientRepository own, AppClients apps) {
        this.own = own;
        this.apps = apps;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the settings and from who registers applications");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        Optional<UUID> app = AppClients.idOf(id);
        return app.isPresent() ? apps.find(app.get()).orElse(null) : own.findById(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return AppClients.isApp(clientId) ? apps.open(clientId).orElse(null) : own.findByClientId(clientId);
    }
}
