package cn.zhengqi.auth.token;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is read of an authorization names its client, which is asked for while the row is read: within one transaction it is read by the same connection. Otherwise each
 * token would take a second one while it holds the first, and as many at a time as there are connections would stop each other.
 */
final class StoredAuthorizations extends JdbcOAuth2AuthorizationService {

    private final TransactionTemplate reading;

    StoredAuthorizations(
            JdbcOperations jdbc, RegisteredClientRepository clients, PlatformTransactionManager transactions) {
        super(jdbc, clients);
        this.reading = new TransactionTemplate(transactions);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return reading.execute(status -> super.findById(id));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return reading.execute(status -> super.findByToken(token, type));
    }
}
