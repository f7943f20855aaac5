package cn.zhengqi.gateway.bff;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;

/**
 * Stores a session when something in it has changed, or when it was last stored a minute ago. Nothing else would be new than when it was last used, and for sessions
 * of hours the minute is exact enough: otherwise each request of a page costs Redis three commands more.
 */
record SparingSessions<S extends Session>(ReactiveSessionRepository<S> sessions)
        implements ReactiveSessionRepository<SparingSessions.Watched<S>> {

    static final Duration PRECISION = Duration.ofMinutes(1);

    @Override
    public Mono<Watched<S>> createSession() {
        return sessions.createSession().map(session -> new Watched<>(session, true));
    }

    @Override
    public Mono<Watched<S>> findById(String id) {
        return sessions.findById(id).map(session -> new Watched<>(session, false));
    }

    @Override
    public Mono<Void> save(Watched<S> session) {
        return Mono.defer(() -> {
            if (!session.news) {
                return Mono.empty();
            }
            // Before it is stored: what changes meanwhile is news again.
            session.news = false;
            return sessions.save(session.stored).doOnError(failed -> session.news = true);
        });
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return sessions.deleteById(id);
    }

    /** A session that knows whether it is other than what is stored. */
    static final class Watched<S extends Session> implements Session {

        private final S stored;
        private volatile boolean news;

        private Watched(S stored, boolean news) {
            this.stored = stored;
            this.news = news;
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            news = true;
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            news = true;
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            news = true;
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!now.isBefore(stored.getLastAccessedTime().plus(PRECISION))) {
                news = true;
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            if (!interval.equals(stored.getMaxInactiveInterval())) {
                news = true;
                stored.setMaxInactiveInterval(interval);
            }
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
