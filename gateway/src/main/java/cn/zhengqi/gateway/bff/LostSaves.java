package cn.zhengqi.gateway.bff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A page asks for several things at once: when one of them signs out, the others have no session left to store. Spring Session takes that for a
 * fault of the request, which was answered rightly and would end as a 500.
 * auth-service has its own by the same name: its repository is another interface, which answers at once, so only these words are common.
 */
@Component
final class LostSaves implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(LostSaves.class);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ReactiveRedisSessionRepository repository
                ? new SparingSessions<>(new Forgiving<>(repository))
                : bean;
    }

    private record Forgiving<S extends Session>(ReactiveSessionRepository<S> sessions)
            implements ReactiveSessionRepository<S> {

        @Override
        public Mono<Void> save(S session) {
            return sessions.save(session)
                    .onErrorResume(
                            IllegalStateException.class,
                            invalidated -> findById(session.getId())
                                    .flatMap(stillThere -> Mono.<Void>error(invalidated))
                                    .doOnSuccess(gone -> LOG.debug(
                                            "A session ended while a request was under way: {}",
                                            invalidated.getMessage())));
        }

        @Override
        public Mono<S> createSession() {
            return sessions.createSession();
        }

        @Override
        public Mono<S> findById(String id) {
            // Written just after the end of the session: a hash without a beginning.
            return sessions.findById(id)
                    .onErrorResume(
                            IllegalStateException.class,
                            remains -> sessions.deleteById(id)
                                    .doOnSuccess(gone -> LOG.debug(
                                            "What remained of a session is removed: {}", remains.getMessage()))
                                    .then(Mono.empty()));
        }

        @Override
        public Mono<Void> deleteById(String id) {
            return sessions.deleteById(id);
        }
    }
}
