package cn.zhengqi.gateway.bff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.gateway.bff.SparingSessions.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveMapSessionRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import reactor.core.publisher.Mono;

class SparingSessionsTest {

    private final Map<String, Session> stored = new ConcurrentHashMap<>();
    private final List<String> saves = new ArrayList<>();
    private final SparingSessions<MapSession> sessions = new SparingSessions<>(new Counting());
    private String id = "";
    private boolean away;

    private final class Counting implements ReactiveSessionRepository<MapSession> {

        private final ReactiveMapSessionRepository sessions = new ReactiveMapSessionRepository(stored);

        @Override
        public Mono<MapSession> createSession() {
            return sessions.createSession();
        }

        @Override
        public Mono<Void> save(MapSession session) {
            if (away) {
                return Mono.error(new IllegalStateException("Redis is away"));
            }
            saves.add(session.getId());
            return sessions.save(session);
        }

        @Override
        public Mono<MapSession> findById(String id) {
            return sessions.findById(id);
        }

        @Override
        public Mono<Void> deleteById(String id) {
            return sessions.deleteById(id);
        }
    }

    @BeforeEach
    void a_session_is_there() {
        Watched<MapSession> fresh = sessions.createSession().block();
        sessions.save(fresh).block();
        id = fresh.getId();
        assertThat(saves).as("a new session is stored").containsExactly(id);
        saves.clear();
    }

    private Watched<MapSession> found() {
        return sessions.findById(id).block();
    }

    @Test
    void a_request_that_changes_nothing_stores_nothing() {
        Watched<MapSession> session = found();
        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(59));
        sessions.save(session).block();
        assertThat(saves).isEmpty();
    }

    @Test
    void once_a_minute_it_is_stored_when_the_session_was_last_used() {
        Instant before = found().getLastAccessedTime();
        Watched<MapSession> session = found();
        session.setLastAccessedTime(before.plus(SparingSessions.PRECISION));
        sessions.save(session).block();
        assertThat(found().getLastAccessedTime()).isEqualTo(before.plus(SparingSessions.PRECISION));
        sessions.save(session).block();
        assertThat(saves).as("the same is not stored twice").containsExactly(id);
    }

    @Test
    void what_changes_is_stored_at_once() {
        Watched<MapSession> session = found();
        session.setAttribute("tokens", "new");
        sessions.save(session).block();
        assertThat(found().<String>getAttribute("tokens")).isEqualTo("new");

        Watched<MapSession> later = found();
        later.removeAttribute("tokens");
        sessions.save(later).block();
        assertThat(found().getAttributeNames()).isEmpty();

        Watched<MapSession> shorter = found();
        shorter.setMaxInactiveInterval(Duration.ofMinutes(5));
        sessions.save(shorter).block();
        assertThat(found().getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void what_could_not_be_stored_is_stored_the_next_time() {
        Watched<MapSession> session = found();
        session.setAttribute("tokens", "new");
        away = true;
        assertThatThrownBy(() -> sessions.save(session).block()).hasMessage("Redis is away");
        away = false;
        sessions.save(session).block();
        assertThat(found().<String>getAttribute("tokens")).isEqualTo("new");
    }

    @Test
    void a_session_that_goes_on_under_another_id_is_stored_under_it() {
        Watched<MapSession> session = found();
        String next = session.changeSessionId();
        sessions.save(session).block();
        assertThat(stored).containsKey(next);
        assertThat(saves).containsExactly(next);
    }
}
