package cn.zhengqi.auth.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/**
 * The authorization server would keep in its memory which session a token was given in, where no other copy of this service finds it. Tokens name the sign-in instead,
 * which lies in the database.
 */
final class NoSessionRegistry implements SessionRegistry {

    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpiredSessions) {
        return List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public void refreshLastRequest(String sessionId) {
        // Nothing is kept.
    }

    @Override
    public void registerNewSession(String sessionId, Object principal) {
        // Nothing is kept.
    }

    @Override
    public void removeSessionInformation(String sessionId) {
        // Nothing was kept.
    }
}
