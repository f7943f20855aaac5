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
import java.time.Duration;
import java.util.ArrayList;
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
    void nobody_overtakes_a_large_file_that_waits_for_its_places() throws Exception {
        Admission admission = new Admission(4, 5, LONG, problems);
        var small = slow(admission);
        await().untilAtomic(working, is(1));
        var large = file(admission, 2 * 1024 * 1024);
        await().until(() -> admission.waiting() == 1);
        var newcomer = slow(admission);
        await().until(() -> admission.waiting() == 2);
        assertThat(working).as("two places are free, and both wait").hasValue(1);

        done.countDown();

        assertThat(List.of(
                        small.join().getStatus(),
                        large.join().getStatus(),
                        newcomer.join().getStatus()))
                .containsOnly(204);
    }

    @Test
    void files_take_the_places_that_their_bytes_need() throws Exception {
        Admission admission = new Admission(48, 0, LONG, problems);
        file(admission, 10 * 1024 * 1024);
        file(admission, 10 * 1024 * 1024);
        await().untilAtomic(working, is(2));

        assertThat(file(admission, 10 * 1024 * 1024).join().getStatus()).isEqualTo(503);
        assertThat(visit(admission, "/api/code/scans", AT_ONCE).getStatus()).isEqualTo(204);
    }

    private CompletableFuture<MockHttpServletResponse> file(Admission admission, int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/code/files") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        request.setContentType("multipart/form-data; boundary=of-the-test");
        return slow(admission, request);
    }

    private CompletableFuture<MockHttpServletResponse> slow(Admission admission) {
        return slow(admission, new MockHttpServletRequest("POST", "/api/code/scans"));
    }

    private CompletableFuture<MockHttpServletResponse> slow(Admission admission, MockHttpServletRequest asked) {
        var answer = new CompletableFuture<MockHttpServletResponse>();
        visitors.add(answer);
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(visit(admission, asked, (request, response) -> {
                    working.incrementAndGet();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    AT_ONCE.doFilter(request, response);
                }));
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
