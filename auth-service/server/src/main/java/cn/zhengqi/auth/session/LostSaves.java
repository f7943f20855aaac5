package cn.zhengqi.auth.session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.stereotype.Component;

/**
 * A browser asks for several things at once: when one of them ends or renames the session, the others have nothing left to store. Spring Session
 * takes that for a fault of the request, which was answered rightly and would end as a 500.
 * The gateway has its own by the same name: its repository is another interface, whose answers come later, so only these words are common.
 */
@Component
final class LostSaves implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(LostSaves.class);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RedisSessionRepository repository ? new Forgiving<>(repository) : bean;
    }

    private record Forgiving<S extends Session>(SessionRepository<S> sessions) implements SessionRepository<S> {

        @Override
        public void save(S session) {
            try {
                sessions.save(session);
            } catch (IllegalStateException invalidated) {
                if (findById(session.getId()) != null) {
                    throw invalidated;
                }
                LOG.debug("A session ended while a request was under way: {}", invalidated.getMessage());
            }
        }

        @Override
        public S createSession() {
            return sessions.createSession();
        }

        @Override
        public @Nullable S findById(String id) {
            try {
                return sessions.findById(id);
            } catch (IllegalStateException remains) {
                // Written just after the end of the session: a hash without a beginning.
                LOG.debug("What remained of a session is removed: {}", remains.getMessage());
                sessions.deleteById(id);
                return null;
            }
        }

        @Override
        public void deleteById(String id) {
            sessions.deleteById(id);
        }
    }
}
