package cn.zhengqi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.problem.Problems;
import cn.zhengqi.web.problem.TraceIds;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final FilterChain AT_ONCE =
            (request, response) -> ((MockHttpServletResponse) response).setStatus(204);

    private final Problems problems = new Problems(new TraceIds(null), JsonMapper.shared());
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private final List<CompletableFuture<MockHttpServletResponse>> visitors = new ArrayList<>();

    @AfterEach
    void letGo() {
        done.countDown();
        visitors.forEach(CompletableFuture::join);
    }

    @Test
    void so_many_are_let_in_at_once_and_those_in_line_follow() {
        Admission admission = new Admission(2, 5, LONG, problems);
        var first = slow(admission);
        var second = slow(admission);
        await().untilAtomic(working, is(2));
        var third = slow(admission);
        await().until(() -> admission.waiting() == 1);
        assertThat(working).hasValue(2);

        done.countDown();

        assertThat(List.of(
                        first.join().getStatus(),
                        second.join().getStatus(),
                        third.join().getStatus()))
                .containsOnly(204);
    }

    @Test
    void who_finds_the_line_full_is_told_at_once_when_to_come_again() throws Exception {
        Admission admission = new Admission(1, 1, LONG, problems);
        slow(admission);
        await().untilAtomic(working, is(1));
        var inLine = slow(admission);
        await().until(() -> admission.waiting() == 1);

        MockHttpServletResponse refused = visit(admission, "/api/code/scans", AT_ONCE);

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString())
                .contains(CommonProblem.SERVICE_BUSY.name())
                .contains(CommonProblem.SERVICE_BUSY.title());
        done.countDown();
        assertThat(inLine.join().getStatus()).isEqualTo(204);
    }

    @Test
    void nobody_waits_longer_than_a_callers_patience() throws Exception {
        Admission admission = new Admission(1, 5, Duration.ofMillis(20), problems);
        slow(admission);
        await().untilAtomic(working, is(1));

        assertThat(visit(admission, "/api/code/scans", AT_ONCE).getStatus()).isEqualTo(503);
    }

    @Test
    void a_stream_that_stays_open_holds_no_place() throws Exception {
        Admission admission = new Admission(1, 0, LONG, problems);
        MockHttpServletRequest opened = new MockHttpServletRequest("GET", "/api/message/live");
        opened.setAsyncSupported(true);

        admission.doFilter(opened, new MockHttpServletResponse(), (request, response) -> {
            AsyncContext stream = request.startAsync();
            assertThat(stream).isNotNull();
        });

        assertThat(opened.isAsyncStarted()).isTrue();
        assertThat(visit(admission, "/api/message/unread", AT_ONCE).getStatus()).isEqualTo(204);
    }

    @Test
    void a_request_that_fails_gives_its_place_back() throws Exception {
        Admission admission = new Admission(1, 0, LONG, problems);
        FilterChain failing = (request, response) -> {
            throw new IllegalStateException("of the test");
        };

        assertThat(catchThrowable(() -> visit(admission, "/api/code/scans", failing)))
                .hasMessage("of the test");

        assertThat(visit(admission, "/api/code/scans", AT_ONCE).getStatus()).isEqualTo(204);
    }

    @Test
    void a_full_service_is_still_seen_to_be_alive() throws Exception {
        Admission admission = new Admission(1, 0, LONG, problems);
        slow(admission);
        await().untilAtomic(working, is(1));

        assertThat(visit(admission, "/actuator/health/liveness", AT_ONCE).getStatus())
                .isEqualTo(204);
    }

    @Test
    void who_waits_in_line_is_let_in_before_who_comes_later() throws Exception {
        Admission admission = new Admission(1, 5, LONG, problems);
        slow(admission);
        await().untilAtomic(working, is(1));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        for (String path : List.of("/first", "/second", "/third")) {
            int before = admission.waiting();
            noting(admission, path, order);
            await().until(() -> admission.waiting() == before + 1);
        }

        done.countDown();
        visitors.forEach(CompletableFuture::join);

        assertThat(order).containsExactly("/first", "/second", "/third");
    }

    @Test
    void who_waits_for_the_callers_body_leaves_the_place_to_others_and_comes_back_before_the_line() throws Exception {
        Admission admission = new Admission(1, 5, LONG, problems);
        SlowBody body = new SlowBody();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        reading(admission, body, order);
        await().until(() -> admission.arriving() == 1);

        slow(admission);
        await().untilAtomic(working, is(1));
        noting(admission, "/newcomer", order);
        await().until(() -> admission.waiting() == 1);
        body.arrives();
        await().until(() -> admission.arriving() == 0);
        assertThat(order).as("the only place is taken").isEmpty();
        done.countDown();
        visitors.forEach(CompletableFuture::join);

        assertThat(order).containsExactly("/arriving", "/newcomer");
        assertThat(visit(admission, "/api/code/scans", AT_ONCE).getStatus())
                .as("no place was lost, and none was made")
                .isEqualTo(204);
    }

    @Test
    void where_too_many_bodies_are_on_their_way_the_next_keeps_its_place() throws Exception {
        Admission admission = new Admission(2, 1, Duration.ofMillis(20), problems);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        SlowBody first = new SlowBody();
        SlowBody second = new SlowBody();
        reading(admission, first, order);
        await().until(() -> admission.arriving() == 1);
        reading(admission, second, order);
        await().until(second::isAwaited);
        assertThat(admission.arriving()).isEqualTo(1);

        var third = slow(admission);
        await().untilAtomic(working, is(1));
        assertThat(visit(admission, "/api/code/scans", AT_ONCE).getStatus())
                .as("one place is worked in, the other is kept")
                .isEqualTo(503);

        first.arrives();
        second.arrives();
        done.countDown();
        assertThat(third.join().getStatus()).isEqualTo(204);
    }

    /** The bytes of a body that are not there until the test says so. */
    private static final class SlowBody extends ServletInputStream {

        private final CountDownLatch there = new CountDownLatch(1);
        private volatile boolean awaited;
        private boolean finished;

        void arrives() {
            there.countDown();
        }

        boolean isAwaited() {
            return awaited;
        }

        @Override
        public int read() {
            awaited = true;
            try {
                there.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            finished = true;
            return -1;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private void reading(Admission admission, SlowBody body, List<String> order) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/arriving") {
            @Override
            public long getContentLengthLong() {
                return 1;
            }

            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
        ask(admission, request, (asked, response) -> {
            asked.getInputStream().read();
            order.add("/arriving");
        });
    }

    private void noting(Admission admission, String path, List<String> order) {
        ask(admission, new MockHttpServletRequest("POST", path), (asked, response) -> order.add(path));
    }

    private CompletableFuture<MockHttpServletResponse> slow(Admission admission) {
        return ask(admission, new MockHttpServletRequest("POST", "/api/code/scans"), (request, response) -> {
            working.incrementAndGet();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            AT_ONCE.doFilter(request, response);
        });
    }

    private CompletableFuture<MockHttpServletResponse> ask(
            Admission admission, MockHttpServletRequest asked, FilterChain chain) {
        var answer = new CompletableFuture<MockHttpServletResponse>();
        visitors.add(answer);
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(visit(admission, asked, chain));
            } catch (Exception failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    private static MockHttpServletResponse visit(Admission admission, String path, FilterChain chain) throws Exception {
        return visit(admission, new MockHttpServletRequest("POST", path), chain);
    }

    private static MockHttpServletResponse visit(Admission admission, MockHttpServletRequest request, FilterChain chain)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        admission.doFilter(request, response, chain);
        return response;
    }
}
