package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests at once as the heap can carry; some more wait in line, and the rest is told at once to come again (503, {@code Retry-After}). Virtual
 * threads set no such limit: without it a service that is slower than its callers gathers requests until its memory ends. A request whose caller is still sending
 * its body steps out for that time ({@link ArrivingRequest}): how slow a caller is costs nobody else a place. A stream counts only until it is open. Probes and
 * metrics always pass. The bytes of files weigh apart, once they are in memory ({@link cn.zhengqi.web.file.FilesInMemory}).
 */
public final class Admission extends OncePerRequestFilter {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Places places;
    private final Duration patience;
    private final Problems problems;

    /**
     * @param atOnce how many requests are worked on at the same time
     * @param line how many may wait for a place, and how many whose bodies are on their way leave theirs to others
     * @param patience how long one waits; less than its caller does
     */
    public Admission(int atOnce, int line, Duration patience, Problems problems) {
        this.places = new Places(atOnce, line, line);
        this.patience = patience;
        this.problems = problems;
    }

    /** Requests that wait for a place. */
    public int waiting() {
        return places.waiting();
    }

    /** Requests whose callers are still sending. */
    public int arriving() {
        return places.outside();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + COME_AGAIN.toSeconds());
            problems.write(response, problems.of(CommonProblem.SERVICE_BUSY));
            return;
        }
        Visit visit = new Visit(places);
        try {
            chain.doFilter(hasBody(request) ? new ArrivingRequest(request, visit) : request, response);
        } finally {
            visit.end();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private boolean enter() {
        try {
            return places.enter(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
